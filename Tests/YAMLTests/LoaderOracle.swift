import Foundation
import YAML

/// The Panther tool's own loader, asked in another process: set `PAT_PYTHON` to a Python that has
/// `panther_analysis_tool`.
struct LoaderOracle {
  static let python = ProcessInfo.processInfo.environment["PAT_PYTHON"]

  let python: String

  struct Failure: Error {
    let message: String
  }

  /// What it answers to a document.
  enum Answer: Equatable {
    /// A value, in the notation of `notation(of:)`.
    case value(String)
    case cyclicValue
    case rejected(String)
  }

  /// Asks about each document, in a process of its own.
  func answers(to documents: [[UInt8]]) throws -> [Answer] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("loader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = folder.appendingPathComponent("questions")
    let answers = folder.appendingPathComponent("answers")
    let lines = documents.map { Data($0).base64EncodedString() + "\n" }.joined()
    try Data(lines.utf8).write(to: questions)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", Self.program, questions.path, answers.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(message: "\(python) ended with status \(process.terminationStatus)")
    }
    let text = try String(contentsOf: answers, encoding: .utf8)
    let result = text.utf8.split(separator: UInt8(ascii: "\n")).map { line -> Answer in
      let text = String(Substring(line))
      if text == "cycle" { return .cyclicValue }
      return text.hasPrefix("!") ? .rejected(String(text.dropFirst())) : .value(text)
    }
    guard result.count == documents.count else {
      throw Failure(message: "\(result.count) answers to \(documents.count) documents")
    }
    return result
  }

  /// A value as one line of ASCII text that says the type of everything, floats by their bits.
  static func notation(of value: YAMLValue) -> String {
    var text: [UInt8] = []
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ value: YAMLValue, to text: inout [UInt8]) {
    switch value {
    case .null: text += Array("n".utf8)
    case .bool(let value): text += Array((value ? "t" : "f").utf8)
    case .int(let value): text += Array("i\(value)".utf8)
    case .bigInt(let digits): text += Array("i\(digits)".utf8)
    case .float(let value):
      text += Array((value.isNaN ? "dnan" : "d" + String(value.bitPattern, radix: 16)).utf8)
    case .string(let string): append(string, to: &text)
    case .binary(let bytes): text += Array("b\(Data(bytes).base64EncodedString())".utf8)
    case .sequence(let items): append(items.map(notation), "[]", to: &text)
    case .mapping(let pairs): append(pairs.map(notation), "{}", to: &text)
    case .set(let items): append(items.map(notation).sorted(), "<>", to: &text)
    case .pairs(let pairs): append(pairs.map { "(" + notation(of: $0) + ",)" }, "[]", to: &text)
    }
  }

  private static func notation(of pair: YAMLValue.Pair) -> String {
    notation(of: pair.key) + ":" + notation(of: pair.value)
  }

  private static func append(_ parts: [String], _ brackets: String, to text: inout [UInt8]) {
    text.append(brackets.utf8.first ?? 0)
    for part in parts { text += Array((part + ",").utf8) }
    text.append(brackets.utf8.last ?? 0)
  }

  private static func append(_ string: String, to text: inout [UInt8]) {
    text += Array("s\"".utf8)
    for byte in string.utf8 {
      if byte < 0x7F, byte >= 0x20, byte != UInt8(ascii: "%") {
        text.append(byte)
      } else {
        let hex = String(byte, radix: 16)
        text += Array((byte < 16 ? "%0" : "%").utf8) + Array(hex.utf8)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static let program = #"""
    import base64, io, struct, sys
    import yaml
    from panther_analysis_tool.analysis_utils import _PyYAMLFastLoader

    class Cycle(Exception):
        pass

    class Huge(Exception):
        pass

    SAFE = set(range(0x20, 0x7F)) - {0x25}

    def text(value):
        raw = value.encode("utf-8")
        return 's"' + "".join(chr(b) if b in SAFE else "%%%02x" % b for b in raw) + '"'

    def notation(value, above, budget):
        budget[0] -= 1
        if budget[0] < 0:
            raise Huge()
        if value is None:
            return "n"
        if value is True or value is False:
            return "t" if value else "f"
        if isinstance(value, int):
            return "i%d" % value
        if isinstance(value, float):
            return "dnan" if value != value else "d%x" % struct.unpack(">Q", struct.pack(">d", value))
        if isinstance(value, str):
            return text(value)
        if isinstance(value, bytes):
            return "b" + base64.b64encode(value).decode()
        if id(value) in above:
            raise Cycle()
        above = above | {id(value)}
        if isinstance(value, set):
            return "<" + "".join(p + "," for p in sorted(notation(v, above, budget) for v in value)) + ">"
        if isinstance(value, list):
            return "[" + "".join(notation(v, above, budget) + "," for v in value) + "]"
        if isinstance(value, tuple):
            return "(" + ":".join(notation(v, above, budget) for v in value) + ",)"
        return "{" + "".join(
            notation(k, above, budget) + ":" + notation(v, above, budget) + ","
            for k, v in value.items()) + "}"

    with open(sys.argv[1], "rb") as questions, open(sys.argv[2], "w") as answers:
        for line in questions:
            source = base64.b64decode(line)
            try:
                value = _PyYAMLFastLoader().load(io.BytesIO(source))
                answer = notation(value, frozenset(), [1000000])
            except Cycle:
                answer = "cycle"
            except Huge:
                answer = "!huge"
            except BaseException as error:
                answer = "!" + type(error).__name__ + ": " + " ".join(str(error).split())
            answers.write(answer.encode("ascii", "replace").decode() + "\n")
    print("oracle: PyYAML", yaml.__version__, "with libyaml", yaml._yaml.get_version_string(), file=sys.stderr)
    """#
}
