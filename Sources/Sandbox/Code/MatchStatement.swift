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
  let containsYield: Bool

  init(_ subject: ExpressionCode, _ cases: [Case], range: ByteRange) {
    self.subject = subject
    self.cases = cases
    containsYield = cases.contains { $0.body.containsYield }
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    try select(frame)?.execute(frame) ?? .normal
  }

  /// The body of the first case that matches.
  func select(_ frame: Frame) throws(Unwind) -> Block? {
    let value = try subject.evaluate(frame)
    for candidate in cases {
      var captures = PatternCode.Captures()
      let isMatch = try candidate.pattern.matches(value, frame, &captures)
      frame.trace?.match(isMatch, value, at: candidate.patternRange)
      guard isMatch else { continue }
      for (target, value) in captures { try target.assign(value, frame) }
      if let condition = candidate.condition, try !condition.test(frame) { continue }
      return candidate.body
    }
    return nil
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
    case .instance(let instance) where NativeType.sequence.recognizes?(.user(instance.classObject)) == true:
      break
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
      if case .instance(let instance) = value,
        NativeType.mapping.recognizes?(.user(instance.classObject)) == true
      {
        throw interpreter.unsupported("a mapping pattern on \(instance.classObject.name)")
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
      throw interpreter.raise(.typeError, "called match pattern must be a type")
    }
    guard try interpreter.isInstance(value, of: type) else { return false }
    guard try matchesPositions(value, type, patterns, keywords, frame, &captures) else { return false }
    for (name, pattern) in keywords {
      guard let attribute = try interpreter.attributeOrNil(of: value, name),
        try pattern.matches(attribute, frame, &captures)
      else { return false }
    }
    return true
  }
}

extension PatternCode {
  /// The positional parts of a class pattern: attributes named by `__match_args__`, or the object itself for the
  /// built-in types and those derived from them.
  private func matchesPositions(
    _ value: Object, _ type: Object, _ patterns: [PatternCode], _ keywords: [(String, PatternCode)],
    _ frame: Frame, _ captures: inout Captures
  ) throws(Unwind) -> Bool {
    guard let first = patterns.first else { return true }
    let interpreter = frame.interpreter
    let name = type.asType?.name ?? ""
    func refuse(_ allowed: Int) -> Unwind {
      interpreter.raise(
        .typeError,
        "\(name)() accepts \(allowed) positional sub-pattern\(allowed == 1 ? "" : "s") (\(patterns.count) given)"
      )
    }
    guard case .classObject(let own) = type, let arguments = own.userAttribute("__match_args__") else {
      guard matchesItself(type) else {
        if case .type(let native) = type, native.module != nil {
          throw interpreter.unsupported("a positional pattern of \(native.qualifiedName)")
        }
        throw refuse(0)
      }
      if patterns.count > 1 { throw refuse(1) }
      return try first.matches(value, frame, &captures)
    }
    guard case .tuple(let names) = arguments else {
      throw interpreter.raise(
        .typeError, "\(name).__match_args__ must be a tuple (got \(arguments.qualifiedTypeName))")
    }
    if patterns.count > names.items.count { throw refuse(names.items.count) }
    var seen: Set<String> = []
    for (pattern, item) in zip(patterns, names.items) {
      guard let attributeName = item.asString?.text else {
        throw interpreter.raise(
          .typeError, "__match_args__ elements must be strings (got \(item.qualifiedTypeName))")
      }
      if !seen.insert(attributeName).inserted || keywords.contains(where: { $0.0 == attributeName }) {
        throw interpreter.raise(
          .typeError, "\(name)() got multiple sub-patterns for attribute '\(attributeName)'")
      }
      guard let attribute = try interpreter.attributeOrNil(of: value, attributeName),
        try pattern.matches(attribute, frame, &captures)
      else { return false }
    }
    return true
  }

  private func matchesItself(_ type: Object) -> Bool {
    let matching: [NativeType] = [
      .bool, .bytes, .dict, .float, .frozenset, .int, .list, .set, .str, .tuple,
    ]
    guard let type = type.asType else { return false }
    return matching.contains { type.isSubtype(of: $0) }
  }
}

extension Interpreter {
  /// An attribute, or `nil` if reading it raises `AttributeError`.
  func attributeOrNil(of object: Object, _ name: String) throws(Unwind) -> Object? {
    do {
      return try attributeIfPresent(of: object, name)
    } catch {
      guard catches(error, .attributeError) else { throw error }
      discardException()
      return nil
    }
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
