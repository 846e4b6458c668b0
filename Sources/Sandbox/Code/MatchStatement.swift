import SourceText

/// `match` (Language Reference 8.6).
final class MatchStatement: StatementCode {
  struct Case {
    let pattern: PatternCode
    let patternRange: ByteRange
    let condition: ExpressionCode?
    let body: Block
  }

  private let subject: ExpressionCode
  private let cases: [Case]

  init(_ subject: ExpressionCode, _ cases: [Case], range: ByteRange) {
    self.subject = subject
    self.cases = cases
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let value = try subject.evaluate(frame)
    for candidate in cases {
      var captures = PatternCode.Captures()
      let isMatch = try candidate.pattern.matches(value, frame, &captures)
      frame.trace?.match(isMatch, value, at: candidate.patternRange)
      guard isMatch else { continue }
      for (target, value) in captures { try target.assign(value, frame) }
      if let condition = candidate.condition, try !condition.test(frame) { continue }
      return try candidate.body.execute(frame)
    }
    return .normal
  }
}

/// A pattern. What it captures is bound once all of it has matched, as in CPython, and stays bound if the guard
/// then fails.
indirect enum PatternCode {
  typealias Captures = [(target: TargetCode, value: Object)]

  case value(ExpressionCode)
  case singleton(Object)
  case capture(TargetCode?)
  case aliased(PatternCode, TargetCode)
  case either([PatternCode])
  /// `[a, *rest, b]`; the index of the starred one, if any.
  case sequence([PatternCode], starred: Int?)
  case mapping(keys: [ExpressionCode], [PatternCode], rest: TargetCode?)
  case type(ExpressionCode, [PatternCode], keywords: [(String, PatternCode)])
  case unsupported(String, ByteRange)

  func matches(_ value: Object, _ frame: Frame, _ captures: inout Captures) throws(Unwind) -> Bool {
    let interpreter = frame.interpreter
    if case .placeholder(let placeholder) = value { throw interpreter.unsupported(placeholder.name) }
    switch self {
    case .value(let expression):
      let other = try expression.evaluate(frame)
      frame.range = expression.range
      return try interpreter.equals(value, other)
    case .singleton(let object): return try interpreter.isIdentical(value, object)
    case .capture(let target):
      if let target { captures.append((target, value)) }
      return true
    case .aliased(let pattern, let target):
      guard try pattern.matches(value, frame, &captures) else { return false }
      captures.append((target, value))
      return true
    case .either(let patterns):
      let mark = captures.count
      for pattern in patterns {
        if try pattern.matches(value, frame, &captures) { return true }
        captures.removeSubrange(mark...)
      }
      return false
    case .sequence(let patterns, let starred):
      return try matchesSequence(value, patterns, starred: starred, frame, &captures)
    case .mapping(let keys, let patterns, let rest):
      return try matchesMapping(value, keys, patterns, rest: rest, frame, &captures)
    case .type(let expression, let patterns, let keywords):
      return try matchesType(value, expression, patterns, keywords, frame, &captures)
    case .unsupported(let construct, let range):
      frame.range = range
      throw interpreter.unsupported(construct)
    }
  }

  private func matchesSequence(
    _ value: Object, _ patterns: [PatternCode], starred: Int?, _ frame: Frame,
    _ captures: inout Captures
  ) throws(Unwind) -> Bool {
    let interpreter = frame.interpreter
    switch value {
    case .list, .tuple: break
    case .native(let object) where object.type.isSequencePattern: break
    default: return false
    }
    let items = try interpreter.items(of: value)
    guard let starred else {
      guard items.count == patterns.count else { return false }
      for (item, pattern) in zip(items, patterns) where try !pattern.matches(item, frame, &captures) {
        return false
      }
      return true
    }
    let after = patterns.count - starred - 1
    guard items.count >= starred + after else { return false }
    for index in 0..<starred where try !patterns[index].matches(items[index], frame, &captures) {
      return false
    }
    let rest = try interpreter.list(Array(items[starred..<(items.count - after)]))
    guard try patterns[starred].matches(rest, frame, &captures) else { return false }
    for index in 0..<after {
      let item = items[items.count - after + index]
      if try !patterns[starred + 1 + index].matches(item, frame, &captures) { return false }
    }
    return true
  }

  private func matchesMapping(
    _ value: Object, _ keys: [ExpressionCode], _ patterns: [PatternCode], rest: TargetCode?, _ frame: Frame,
    _ captures: inout Captures
  ) throws(Unwind) -> Bool {
    let interpreter = frame.interpreter
    guard case .dict(let dict) = value else {
      if case .native(let object) = value, object.type.isMappingPattern {
        throw interpreter.unsupported("a mapping pattern on \(object.type.qualifiedName)")
      }
      return false
    }
    guard dict.table.count >= keys.count else { return false }
    var matched: [Object] = []
    for (key, pattern) in zip(keys, patterns) {
      let key = try key.evaluate(frame)
      guard let item = try interpreter.value(for: key, in: dict), try pattern.matches(item, frame, &captures)
      else {
        return false
      }
      matched.append(key)
    }
    if let rest {
      let remaining = try interpreter.copy(dict)
      for key in matched { _ = try interpreter.removeValue(for: key, from: remaining) }
      captures.append((rest, .dict(remaining)))
    }
    return true
  }

  private func matchesType(
    _ value: Object, _ expression: ExpressionCode, _ patterns: [PatternCode],
    _ keywords: [(String, PatternCode)], _ frame: Frame,
    _ captures: inout Captures
  ) throws(Unwind) -> Bool {
    let interpreter = frame.interpreter
    let type = try expression.evaluate(frame)
    frame.range = expression.range
    guard type.asType != nil else {
      if case .placeholder(let placeholder) = type { throw interpreter.unsupported(placeholder.name) }
      throw interpreter.raise(.typeError, "called match pattern must be a class")
    }
    guard try interpreter.isInstance(value, of: type) else { return false }
    if let first = patterns.first {
      switch value {
      case .bool, .bytes, .dict, .float, .int, .list, .set, .string, .tuple:
        guard patterns.count == 1 else {
          throw interpreter.unsupported("a class pattern with several positions")
        }
        if case .classObject = type { throw interpreter.unsupported("a positional class pattern") }
        guard try first.matches(value, frame, &captures) else { return false }
      default: throw interpreter.unsupported("a positional class pattern (__match_args__)")
      }
    }
    for (name, pattern) in keywords {
      guard let attribute = try interpreter.attributeIfPresent(of: value, name),
        try pattern.matches(attribute, frame, &captures)
      else { return false }
    }
    return true
  }
}

extension NativeType {
  /// Whether `case [a, b]` can match an instance.
  var isSequencePattern: Bool { recognizedBy(.sequence) }
  var isMappingPattern: Bool { recognizedBy(.mapping) }

  private func recognizedBy(_ abstract: NativeType) -> Bool {
    abstract.recognizes?(.native(self)) ?? false
  }
}
