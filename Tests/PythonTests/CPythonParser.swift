import Foundation

/// CPython's parser and compiler, asked about sources one after the other.
///
/// The process is a child that reads a source a line, as a JSON string, and answers with a line of JSON: the
/// error of a source that its `ast.parse` or `compile` refuses, or the length of the tree's text, which follows.
final class CPythonParser {
  struct Answer: Decodable {
    /// `ast.dump(tree, indent=1)` of a source that is accepted.
    var tree: Data?
    /// How many bytes of the tree come after this.
    let treeBytes: Int?
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
            return ast.dump(tree, indent=1)
        finally:
            sys.set_int_max_str_digits(4300)
    for line in sys.stdin:
        reply = answer(json.loads(line))
        if isinstance(reply, dict):
            tree = b""
        else:
            tree = reply.encode("utf-8", "backslashreplace")
            reply = {"treeBytes": len(tree)}
        sys.stdout.buffer.write(json.dumps(reply).encode() + b"\n" + tree)
        sys.stdout.buffer.flush()
    """#

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  /// Read, and not yet looked at.
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
    var head = Data()
    while let byte = try next(), byte != UInt8(ascii: "\n") { head.append(byte) }
    var answer = try JSONDecoder().decode(Answer.self, from: head)
    if let count = answer.treeBytes { answer.tree = try next(count) }
    return answer
  }

  private func next() throws -> UInt8? {
    if pending.isEmpty { try receive() }
    return pending.popFirst()
  }

  private func next(_ count: Int) throws -> Data {
    var bytes = Data()
    while bytes.count < count {
      if pending.isEmpty { try receive() }
      let part = pending.prefix(count - bytes.count)
      bytes += part
      pending = Data(pending.dropFirst(part.count))
    }
    return bytes
  }

  private func receive() throws {
    pending = output.fileHandleForReading.availableData
    if pending.isEmpty { throw Ended() }
  }
}
