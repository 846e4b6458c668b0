import Foundation

/// CPython's parser and compiler, asked about sources one after the other.
///
/// The process is a child that reads a source a line, as a JSON string, and answers with a line of JSON. A source
/// that its `ast.parse` or `compile` refuses is answered with the error.
final class CPythonParser {
  struct Answer: Decodable {
    /// `ast.dump(tree, indent=1)`.
    let tree: String?
    /// The class of the exception; `nil` when the source is accepted.
    let kind: String?
    let message: String?
    /// One-based.
    let line: Int?
  }

  private static let script = #"""
    import ast, json, sys, warnings
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    def answer(text):
        try:
            tree = ast.parse(text)
            compile(text, "x", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
            return {"kind": type(error).__name__, "message": getattr(error, "msg", str(error)),
                    "line": getattr(error, "lineno", None)}
        sys.set_int_max_str_digits(0)
        try:
            return {"tree": ast.dump(tree, indent=1)}
        finally:
            sys.set_int_max_str_digits(4300)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
    """#

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()

  init(interpreter: String) throws {
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = ["-c", Self.script]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  struct Ended: Error {}

  func answer(to source: String) throws -> Answer {
    let request = try JSONSerialization.data(withJSONObject: source, options: .fragmentsAllowed)
    try input.fileHandleForWriting.write(contentsOf: request + [UInt8(ascii: "\n")])
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending = Data(pending[pending.index(after: end)...]) }
        return try JSONDecoder().decode(Answer.self, from: pending[..<end])
      }
      let chunk = output.fileHandleForReading.availableData
      guard !chunk.isEmpty else { throw Ended() }
      pending += chunk
    }
  }
}
