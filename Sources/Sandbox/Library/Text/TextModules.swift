/// `shlex`, `difflib` and `string`: small modules on text.
extension NativeModule {
  static let shlex = NativeModule(
    "shlex",
    [
      .function("split", "def(s, comments=False, posix=True)") { call throws(Unwind) in
        guard case .string(let text) = call.required(0) else {
          throw call.interpreter.unsupported("shlex.split of \(call.required(0).typeName)")
        }
        if let comments = call[1], try call.interpreter.isTrue(comments) {
          throw call.interpreter.unsupported("shlex.split with comments")
        }
        if let posix = call[2], try !call.interpreter.isTrue(posix) {
          throw call.interpreter.unsupported("shlex.split without posix")
        }
        try call.interpreter.charge(work: text.utf8Count * 8)
        let words: [CodePoints]
        do throws(ShellWords.Failure) {
          words = try ShellWords.split(CodePoints(text.text))
        } catch {
          throw call.raise(.valueError, error.message)
        }
        var items: [Object] = []
        for word in words { items.append(try call.interpreter.string(String(showing: word))) }
        return try call.interpreter.list(items)
      }
    ], source: .shlex)

  static let difflib = NativeModule("difflib", [.type("SequenceMatcher", .sequenceMatcher)])
}

/// A `difflib.SequenceMatcher` of two texts, for its ratio.
private final class SequenceMatcherObject: NativeObject {
  private let first: CodePoints
  private let second: CodePoints
  private let ignoresPopular: Bool

  private init(_ first: CodePoints, _ second: CodePoints, ignoresPopular: Bool) {
    self.first = first
    self.second = second
    self.ignoresPopular = ignoresPopular
    super.init(type: .sequenceMatcher)
  }

  static let constructor = NativeFunction(
    "SequenceMatcher.__init__", "def(isjunk=None, a='', b='', autojunk=True)"
  ) { call throws(Unwind) in
    guard call.present(0) == nil, case .string(let first) = call[1] ?? .string(""),
      case .string(let second) = call[2] ?? .string("")
    else { throw call.interpreter.unsupported("a SequenceMatcher of other than two texts") }
    let ignores = try call[3].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
    return .native(
      call.interpreter.heap.adopt(
        SequenceMatcherObject(
          CodePoints(first.text), CodePoints(second.text), ignoresPopular: ignores)))
  }

  static let members: [Member] = [
    .method("ratio", "()") { call throws(Unwind) in
      guard case .native(let native) = call.receiver, let matcher = native as? SequenceMatcherObject else {
        throw call.interpreter.unsupported("ratio of \(call.receiver.typeName)")
      }
      // Finding a longest run looks at each pair of equal elements, and is done once for each run.
      let cost = SequenceSimilarity.cost(matcher.first, matcher.second)
      try call.interpreter.charge(work: cost)
      guard cost < 400_000_000 else { throw call.interpreter.exceeded(.steps) }
      return .float(
        SequenceSimilarity.ratio(
          matcher.first, matcher.second, ignoresPopular: matcher.ignoresPopular))
    }
  ]
}

extension NativeType {
  static let sequenceMatcher = NativeType(
    "SequenceMatcher", module: "difflib", isWrittenInPython: true,
    constructor: SequenceMatcherObject.constructor,
    members: SequenceMatcherObject.members)
}
