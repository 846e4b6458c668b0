import Foundation
import Sandbox
import Testing

/// What CPython 3.11 and the evaluator say to an expression, as text: the `repr` of its value, or its exception as
/// `Type: message`.
enum CPythonAnswers {
  /// Prints the answer to each line of input.
  private static let script = """
    import json, sys, warnings
    warnings.simplefilter('ignore')
    for line in sys.stdin:
        names = {'__name__': '__main__'}
        try:
            setup, _, expression = json.loads(line).rpartition(';;')
            exec(setup, names)
            text = repr(eval(expression, names))
        except Exception as e: text = type(e).__name__ + ': ' + str(e)
        print(json.dumps(text))
    """

  /// Where `python3.11` is; `nil` if nowhere.
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/python3.11" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }()

  /// CPython's answers. Statements may stand before an expression, with `;;` behind them.
  static func answers(to expressions: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-c", script]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let encoder = JSONEncoder()
    let lines = try expressions.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let input = FileManager.default.temporaryDirectory.appendingPathComponent(
      "expressions-\(UUID().uuidString)")
    try Data(lines.joined().utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(String.self, from: $0)
    }
  }

  /// The evaluator's answer, or `unsupported: …` and the like.
  static func evaluated(_ expression: String) -> String {
    let parts = expression.split(separator: ";;", maxSplits: 1)
    let source = """
      \(parts.count > 1 ? String(parts[0]) : "")
      try: text = repr(\(parts.last ?? ""))
      except Exception as e: text = type(e).__name__ + ': ' + str(e)
      print(text, end='')
      """
    let interpreter = Interpreter(limits: .patient, host: host([:]))
    do throws(Failure) {
      _ = try interpreter.load(parse(source), name: "__main__", path: "main.py")
      return interpreter.takeOutput()
    } catch {
      return describe(error)
    }
  }
}
