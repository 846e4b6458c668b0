import Python
import SourceText

final class ExpressionStatement: StatementCode {
  private let expression: ExpressionCode

  init(_ expression: ExpressionCode, range: ByteRange) {
    self.expression = expression
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    _ = try expression.evaluate(frame)
    return .normal
  }
}

/// `a = b = value`, and `a: T = value`.
final class AssignStatement: StatementCode {
  private let targets: [TargetCode]
  private let value: ExpressionCode

  init(_ targets: [TargetCode], _ value: ExpressionCode, range: ByteRange) {
    self.targets = targets
    self.value = value
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let value = try value.evaluate(frame)
    for target in targets { try target.assign(value, frame) }
    return .normal
  }
}

/// `target operator= value`. The parts of the target are evaluated once.
final class AugmentedAssignStatement: StatementCode {
  enum Target {
    case name(ExpressionCode, TargetCode)
    case attribute(ExpressionCode, String)
    case item(ExpressionCode, ExpressionCode)
  }

  private let target: Target
  private let operation: BinaryOperator
  private let value: ExpressionCode

  init(_ target: Target, _ operation: BinaryOperator, _ value: ExpressionCode, range: ByteRange) {
    self.target = target
    self.operation = operation
    self.value = value
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    switch target {
    case .name(let read, let write):
      let old = try read.evaluate(frame)
      let new = try combine(old, frame)
      try write.assign(new, frame)
    case .attribute(let expression, let name):
      let object = try expression.evaluate(frame)
      frame.range = range
      let old = try interpreter.attribute(of: object, name)
      let new = try combine(old, frame)
      try interpreter.setAttribute(of: object, name, to: new)
    case .item(let expression, let keyExpression):
      let object = try expression.evaluate(frame)
      let key = try keyExpression.evaluate(frame)
      frame.range = range
      let old = try interpreter.item(of: object, key)
      let new = try combine(old, frame)
      try interpreter.setItem(of: object, key, to: new)
    }
    return .normal
  }

  private func combine(_ old: Object, _ frame: Frame) throws(Unwind) -> Object {
    let value = try value.evaluate(frame)
    frame.range = range
    return try frame.interpreter.augmented(operation, old, value)
  }
}

final class DeleteStatement: StatementCode {
  private let targets: [TargetCode]

  init(_ targets: [TargetCode], range: ByteRange) {
    self.targets = targets
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    for target in targets { try target.delete(frame) }
    return .normal
  }
}

final class ReturnStatement: StatementCode {
  private let value: ExpressionCode?

  init(_ value: ExpressionCode?, range: ByteRange) {
    self.value = value
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let result = try value?.evaluate(frame) ?? .none
    frame.returnValue = result
    frame.trace?.end(returning: result, at: range, in: frame.code.name)
    return .returned
  }
}

/// `pass`, `global`, `nonlocal`, a bare annotation: nothing happens.
final class PassStatement: StatementCode {}

final class BreakStatement: StatementCode {
  override func execute(_ frame: Frame) throws(Unwind) -> Completion { .brokeOut }
}

final class ContinueStatement: StatementCode {
  override func execute(_ frame: Frame) throws(Unwind) -> Completion { .continued }
}

final class RaiseStatement: StatementCode {
  private let exception: ExpressionCode?
  private let cause: ExpressionCode?

  init(_ exception: ExpressionCode?, cause: ExpressionCode?, range: ByteRange) {
    self.exception = exception
    self.cause = cause
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    guard let exception else {
      guard let handled = interpreter.handledException else {
        throw interpreter.raise(.runtimeError, "No active exception to reraise")
      }
      // It goes on as from where this frame caught it.
      if let caught = handled.frames.last, caught.path == frame.globals.path,
        caught.function == frame.code.name
      {
        handled.frames.removeLast()
        frame.range = caught.range
      }
      throw interpreter.raise(handled)
    }
    let value = try exception.evaluate(frame)
    frame.range = range
    let object = try interpreter.exception(from: value)
    if let cause {
      let value = try cause.evaluate(frame)
      frame.range = range
      object.suppressesContext = true
      if value.isNone {
        object.cause = nil
      } else {
        guard value.asType?.isSubtype(of: .baseException) == true || value.isException else {
          throw interpreter.raise(.typeError, "exception causes must derive from BaseException")
        }
        object.cause = try interpreter.exception(from: value)
      }
    }
    throw interpreter.raise(object)
  }
}

extension Object {
  var isException: Bool {
    guard case .exception = self else { return false }
    return true
  }
}

final class AssertStatement: StatementCode {
  private let condition: ExpressionCode
  private let message: ExpressionCode?

  init(_ condition: ExpressionCode, message: ExpressionCode?, range: ByteRange) {
    self.condition = condition
    self.message = message
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    if try condition.test(frame) { return .normal }
    var arguments: [Object] = []
    if let message { arguments.append(try message.evaluate(frame)) }
    frame.range = range
    throw frame.interpreter.raise(.assertionError, arguments: arguments)
  }
}
