import SourceText

/// A lowered expression: names are resolved to slots, cells or globals, and everything else is as in the syntax
/// tree it was made from.
///
/// A subclass per kind, so that evaluating is one dynamic call and a native stack frame holds one kind's
/// temporaries only. Before an operation that may raise, its range is stored in the frame: that is where a
/// traceback points.
///
/// Code never changes once it is made, so that runs on several threads can share it: what a run keeps is in its
/// frames and its interpreter.
class ExpressionCode {
  let range: ByteRange

  init(range: ByteRange) {
    self.range = range
  }

  func evaluate(_ frame: Frame) throws(Unwind) -> Object { .none }

  /// The truth of the value, recorded if anyone asks.
  func test(_ frame: Frame) throws(Unwind) -> Bool {
    let value = try evaluate(frame)
    return try truth(of: value, frame)
  }

  /// The value and its truth, which an operand of `and` or `or` is asked for.
  func evaluateTested(_ frame: Frame) throws(Unwind) -> (value: Object, isTrue: Bool) {
    let value = try evaluate(frame)
    return (value, try truth(of: value, frame))
  }

  /// Whether evaluating records the conditions it tests, so that its own truth says nothing more.
  var recordsConditions: Bool { false }

  /// The truth of this expression's value, recorded if anyone asks.
  final func truth(of value: Object, _ frame: Frame) throws(Unwind) -> Bool {
    frame.range = range
    let result = if let plain = value.plainTruth { plain } else { try frame.interpreter.isTrue(value) }
    if !recordsConditions { frame.trace?.test(result, of: value, at: range) }
    return result
  }
}

/// A lowered statement.
class StatementCode {
  let range: ByteRange

  init(range: ByteRange) {
    self.range = range
  }

  func execute(_ frame: Frame) throws(Unwind) -> Completion { .normal }
}

/// How a statement was left.
enum Completion {
  case normal
  case returned
  case brokeOut
  case continued
}

/// Statements in a row.
struct Block {
  let statements: [StatementCode]

  func execute(_ frame: Frame) throws(Unwind) -> Completion {
    for statement in statements {
      try frame.step()
      frame.range = statement.range
      frame.trace?.reach(statement.range)
      let completion = try statement.execute(frame)
      if completion != .normal { return completion }
    }
    return .normal
  }
}

/// What a frame is an activation of.
final class ScopeCode {
  /// The function's name, or `<module>`, `<listcomp>`, …
  let name: String
  let kind: Scope.Kind
  let localCount: Int
  let ownCellCount: Int
  let localNames: [String]

  init(name: String, kind: Scope.Kind, localCount: Int, ownCellCount: Int, localNames: [String]) {
    self.name = name
    self.kind = kind
    self.localCount = localCount
    self.ownCellCount = ownCellCount
    self.localNames = localNames
  }
}

/// A function's lowered body.
final class FunctionBody {
  let scope: ScopeCode
  let block: Block
  /// Parameters that nested functions share: their slot, and the cell to move them to.
  let cellParameters: [(slot: Int, cell: Int)]
  let isGenerator: Bool
  /// Whether it is that of an `async def`, whose calls make coroutines.
  let isCoroutine: Bool
  /// Whether it is part of the library, and not shown in tracebacks.
  let isSynthetic: Bool

  init(
    scope: ScopeCode, block: Block, cellParameters: [(slot: Int, cell: Int)], isGenerator: Bool,
    isSynthetic: Bool = false, isCoroutine: Bool = false
  ) {
    self.isSynthetic = isSynthetic
    self.isCoroutine = isCoroutine
    self.scope = scope
    self.block = block
    self.cellParameters = cellParameters
    self.isGenerator = isGenerator
  }
}

/// A construct that isn't implemented: `unsupported` when it is reached.
final class UnsupportedExpression: ExpressionCode {
  private let construct: String

  init(_ construct: String, range: ByteRange) {
    self.construct = construct
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    frame.range = range
    throw frame.interpreter.unsupported(construct)
  }
}

final class UnsupportedStatement: StatementCode {
  private let construct: String

  init(_ construct: String, range: ByteRange) {
    self.construct = construct
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    throw frame.interpreter.unsupported(construct)
  }
}

final class ConstantCode: ExpressionCode {
  private let value: Object

  init(_ value: Object, range: ByteRange) {
    self.value = value
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object { value }

  /// `while True` decides nothing.
  override var recordsConditions: Bool { true }
}
