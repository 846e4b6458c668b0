import Python
import SourceText

final class BinaryCode: ExpressionCode {
  private let operation: BinaryOperator
  private let left: ExpressionCode
  private let right: ExpressionCode

  init(_ left: ExpressionCode, _ operation: BinaryOperator, _ right: ExpressionCode, range: ByteRange) {
    self.left = left
    self.operation = operation
    self.right = right
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let left = try left.evaluate(frame)
    let right = try right.evaluate(frame)
    frame.range = range
    return try frame.interpreter.binary(operation, left, right)
  }
}

final class UnaryCode: ExpressionCode {
  private let operation: UnaryOperator
  private let operand: ExpressionCode

  init(_ operation: UnaryOperator, _ operand: ExpressionCode, range: ByteRange) {
    self.operation = operation
    self.operand = operand
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    if operation == .not { return .bool(try !operand.test(frame)) }
    let value = try operand.evaluate(frame)
    frame.range = range
    return try frame.interpreter.unary(operation, value)
  }

  override func test(_ frame: Frame) throws(Unwind) -> Bool {
    if operation == .not { return try !operand.test(frame) }
    return try super.test(frame)
  }

  override var recordsConditions: Bool { operation == .not }
}

/// `and`, `or`: gives the operand that decided.
final class BooleanCode: ExpressionCode {
  private let operation: BooleanOperator
  private let operands: [ExpressionCode]

  init(_ operation: BooleanOperator, _ operands: [ExpressionCode], range: ByteRange) {
    self.operation = operation
    self.operands = operands
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    for operand in operands.dropLast() {
      let (value, isTrue) = try operand.evaluateTested(frame)
      if isTrue == (operation == .or) { return value }
    }
    return try operands.last?.evaluate(frame) ?? .none
  }

  override func evaluateTested(_ frame: Frame) throws(Unwind) -> (value: Object, isTrue: Bool) {
    var last: (value: Object, isTrue: Bool) = (.none, false)
    for operand in operands {
      last = try operand.evaluateTested(frame)
      if last.isTrue == (operation == .or) { break }
    }
    return last
  }

  /// As a condition no operand's truth is asked for twice.
  override func test(_ frame: Frame) throws(Unwind) -> Bool {
    for operand in operands where try operand.test(frame) == (operation == .or) { return operation == .or }
    return operation == .and
  }

  override var recordsConditions: Bool { true }
}

final class ConditionalCode: ExpressionCode {
  private let condition: ExpressionCode
  private let then: ExpressionCode
  private let otherwise: ExpressionCode

  init(_ condition: ExpressionCode, then: ExpressionCode, otherwise: ExpressionCode, range: ByteRange) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    try condition.test(frame) ? then.evaluate(frame) : otherwise.evaluate(frame)
  }
}

/// `a < b <= c`: each operand is evaluated once, and none after a false comparison.
final class ComparisonCode: ExpressionCode {
  private let first: ExpressionCode
  private let rest: [(ComparisonOperator, ExpressionCode)]

  init(_ first: ExpressionCode, _ rest: [(ComparisonOperator, ExpressionCode)], range: ByteRange) {
    self.first = first
    self.rest = rest
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    var left = try first.evaluate(frame)
    var leftRange = first.range
    var result = Object.none
    for (index, (operation, operand)) in rest.enumerated() {
      let right = try operand.evaluate(frame)
      frame.range = range
      if let plain = Object.compare(left, operation, right) {
        result = .bool(plain)
      } else {
        result = try frame.interpreter.compare(left, operation, right)
      }
      if let trace = frame.trace, let truth = result.asBool {
        trace.compare(truth, left, leftRange, right, operand.range)
      }
      if index < rest.count - 1, try !frame.interpreter.isTrue(result) { return result }
      left = right
      leftRange = operand.range
    }
    return result
  }

  override var recordsConditions: Bool { true }
}

extension Object {
  /// `left operator right` for the operands that are compared most, texts and integers; `nil` for any other, and
  /// for another operator.
  fileprivate static func compare(_ left: Object, _ operation: ComparisonOperator, _ right: Object) -> Bool? {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      switch operation {
      case .eq: left == right
      case .notEq: left != right
      default: nil
      }
    case (.int(let left), .int(let right)):
      switch operation {
      case .eq: left == right
      case .notEq: left != right
      case .lt: left < right
      case .ltE: left <= right
      case .gt: left > right
      case .gtE: left >= right
      default: nil
      }
    default: nil
    }
  }
}

extension Interpreter {
  /// `left operator right`.
  func compare(
    _ left: Object, _ operation: ComparisonOperator, _ right: Object
  ) throws(Unwind) -> Object {
    switch operation {
    case .eq:
      if needsRichEquality(left, right) { return try richEquals(left, right) }
      return .bool(try equals(left, right))
    case .notEq:
      if needsRichEquality(left, right) { return try richDiffers(left, right) }
      return .bool(try !equals(left, right))
    case .lt: return try compare(.less, left, right)
    case .ltE: return try compare(.lessOrEqual, left, right)
    case .gt: return try compare(.greater, left, right)
    case .gtE: return try compare(.greaterOrEqual, left, right)
    case .is: return .bool(try isIdenticalOrPlaceholder(left, right))
    case .isNot: return .bool(try !isIdenticalOrPlaceholder(left, right))
    case .in: return .bool(try contains(left, in: right))
    case .notIn: return .bool(try !contains(left, in: right))
    }
  }

  private func isIdenticalOrPlaceholder(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    switch (left, right) {
    case (.placeholder(let value), _), (_, .placeholder(let value)): throw unsupported(value.name)
    default: return try isIdentical(left, right)
    }
  }

  private func needsRichEquality(_ left: Object, _ right: Object) -> Bool {
    switch (left, right) {
    case (.instance, _), (_, .instance), (.exception, _), (_, .exception): true
    default: left.userClass != nil || right.userClass != nil
    }
  }

  /// `!=` with a class of the evaluated code: its `__ne__`, else the opposite of `__eq__`.
  private func richDiffers(_ left: Object, _ right: Object) throws(Unwind) -> Object {
    if let result = try callOperator("__ne__", left, right, reflectedName: "__ne__") { return result }
    // A built-in type has an inequality of its own, which doesn't ask for `__eq__`.
    if let layout = left.userClass?.layout, layout !== NativeType.object, !layout.isException {
      return .bool(try !plainEquals(left, right))
    }
    return .bool(try !isTrue(try richEquals(left, right)))
  }
}

/// `name := value`.
final class NamedExpressionCode: ExpressionCode {
  private let target: TargetCode
  private let value: ExpressionCode

  init(_ target: TargetCode, _ value: ExpressionCode, range: ByteRange) {
    self.target = target
    self.value = value
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let value = try value.evaluate(frame)
    try target.assign(value, frame)
    return value
  }
}
