import Foundation
import Python
import SourceText
import Testing

/// The Python files to compare, and the interpreter to compare with.
enum Reference {
  static let corpus = ProcessInfo.processInfo.environment["PYTHON_CORPUS"]
  static let interpreter = ProcessInfo.processInfo.environment["PATH"]?
    .split(separator: ":").map { "\($0)/python3.11" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Every file of a corpus against the CPython 3.11 of this machine.
///
/// Runs when `PYTHON_CORPUS` names folders or files, separated by colons, and `python3.11` is installed.
/// CPython compiles each file and dumps its tree; ours must accept the same files, with the same trees.
@Suite struct DifferentialTests {
  /// Writes one line of JSON for each file: its path, and its tree or the error.
  static let script = #"""
    import ast, json, os, sys, warnings
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(4300)
    sys.setrecursionlimit(20000)
    def files(root):
        if os.path.isfile(root):
            yield root
        for folder, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)
    for root in sys.argv[1:]:
        for path in files(root):
            with open(path, "rb") as file:
                data = file.read()
            result = {"path": path}
            try:
                text = data.decode("utf-8-sig")
                tree = ast.parse(text)
                compile(text, path, "exec", dont_inherit=True)
                sys.set_int_max_str_digits(0)
                result["tree"] = ast.dump(tree, indent=1)
                sys.set_int_max_str_digits(4300)
            except (SyntaxError, ValueError) as error:
                result["error"] = str(error)
            print(json.dumps(result))
    """#

  private struct Answer: Decodable {
    let path: String
    let tree: String?
    let error: String?
  }

  @Test(
    .enabled(
      if: Reference.corpus != nil && Reference.interpreter != nil,
      "set PYTHON_CORPUS to folders of Python files, and install python3.11"))
  func everyFileHasTheTreeOrIsRefusedAsByCPython() throws {
    let interpreter = try #require(Reference.interpreter)
    let roots = try #require(Reference.corpus).split(separator: ":").map(String.init)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = ["-c", Self.script] + roots
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var count = 0
    var pending = Data()
    while case let chunk = output.fileHandleForReading.availableData, !chunk.isEmpty {
      pending.append(chunk)
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        try compare(JSONDecoder().decode(Answer.self, from: pending[..<end]))
        pending.removeSubrange(...end)
        count += 1
      }
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(count > 0)
    print("compared \(count) files with CPython")
  }

  private func compare(_ answer: Answer) throws {
    let source = SourceText([UInt8](try Data(contentsOf: URL(fileURLWithPath: answer.path))))
    let module = PythonModule(parsing: source)
    guard let tree = answer.tree else {
      if module.errors.isEmpty {
        Issue.record("\(answer.path) is accepted; CPython: \(answer.error ?? "")")
      }
      return
    }
    if let error = module.errors.first {
      Issue.record("\(answer.path):\(module.line(of: error)) is refused: \(error.message)")
    } else if !module.dump().utf8.elementsEqual(tree.utf8) {
      Issue.record("\(answer.path) has another tree")
    }
  }
}
