import SourceText

final class IfStatement: StatementCode {
  let condition: ExpressionCode
  let body: Block
  let otherwise: Block
  let containsYield: Bool

  init(_ condition: ExpressionCode, body: Block, otherwise: Block, range: ByteRange) {
    self.condition = condition
    self.body = body
    self.otherwise = otherwise
    containsYield = body.containsYield || otherwise.containsYield
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    try condition.test(frame) ? body.execute(frame) : otherwise.execute(frame)
  }
}

final class WhileStatement: StatementCode {
  let condition: ExpressionCode
  let body: Block
  let otherwise: Block
  let containsYield: Bool

  init(_ condition: ExpressionCode, body: Block, otherwise: Block, range: ByteRange) {
    self.condition = condition
    self.body = body
    self.otherwise = otherwise
    containsYield = body.containsYield || otherwise.containsYield
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    while try condition.test(frame) {
      try frame.step()
      switch try body.execute(frame) {
      case .normal, .continued: continue
      case .brokeOut: return .normal
      case .returned: return .returned
      }
    }
    return try otherwise.execute(frame)
  }
}

final class ForStatement: StatementCode {
  let target: TargetCode
  let iterable: ExpressionCode
  let body: Block
  let otherwise: Block
  let containsYield: Bool

  init(
    _ target: TargetCode, in iterable: ExpressionCode, body: Block, otherwise: Block, range: ByteRange
  ) {
    self.target = target
    self.iterable = iterable
    self.body = body
    self.otherwise = otherwise
    containsYield = body.containsYield || otherwise.containsYield
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let value = try iterable.evaluate(frame)
    frame.range = iterable.range
    let iterator = try interpreter.iterator(over: value)
    while true {
      frame.range = iterable.range
      guard let item = try iterator.next(interpreter) else { break }
      try frame.step()
      try target.assign(item, frame)
      switch try body.execute(frame) {
      case .normal, .continued: continue
      case .brokeOut: return .normal
      case .returned: return .returned
      }
    }
    return try otherwise.execute(frame)
  }
}

/// `with context as target:`; several items are nested statements.
final class WithStatement: StatementCode {
  let context: ExpressionCode
  let target: TargetCode?
  let body: Block
  let containsYield: Bool

  init(_ context: ExpressionCode, target: TargetCode?, body: Block, range: ByteRange) {
    self.context = context
    self.target = target
    self.body = body
    containsYield = body.containsYield
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let manager = try context.evaluate(frame)
    frame.range = context.range
    let entered = try interpreter.enterContext(manager)
    let completion: Completion
    do throws(Unwind) {
      try target?.assign(entered, frame)
      completion = try body.execute(frame)
    } catch {
      guard error == .exception, let exception = interpreter.raised else { throw error }
      let place = frame.range
      interpreter.raised = nil
      let handled = interpreter.handledException
      interpreter.handledException = exception
      defer { interpreter.handledException = handled }
      if try interpreter.exitContext(manager, exception) { return .normal }
      frame.range = place
      interpreter.raised = exception
      throw error
    }
    frame.range = context.range
    _ = try interpreter.exitContext(manager, nil)
    return completion
  }
}

extension Interpreter {
  func enterContext(_ manager: Object) throws(Unwind) -> Object {
    switch manager {
    case .placeholder(let value): throw unsupported(value.name)
    case .native(let value):
      if let entered = try value.enter(self) { return entered }
    case _ where manager.userClass != nil:
      guard let type = manager.userClass else { break }
      let method =
        if let own = type.method("__enter__") {
          try bind(own, to: manager, type)
        } else {
          try type.nativeMember("__enter__").map { (found) throws(Unwind) in
            try read(found.member, of: found.owner, through: manager)
          }
        }
      guard let method else { break }
      if type.method("__exit__") == nil {
        throw raise(
          .typeError,
          "'\(manager.typeName)' object does not support the context manager protocol "
            + "(missed __exit__ method)")
      }
      return try call(method, CallArguments())
    default: break
    }
    throw raise(
      .typeError, "'\(manager.qualifiedTypeName)' object does not support the context manager protocol")
  }

  /// Whether the exception is swallowed.
  func exitContext(_ manager: Object, _ exception: ExceptionObject?) throws(Unwind) -> Bool {
    if case .native(let value) = manager {
      return try value.exit(exception, self)
    }
    let arguments: [Object] =
      if let exception {
        [exception.type.object, .exception(exception), .none]
      } else {
        [.none, .none, .none]
      }
    guard let result = try callMethod("__exit__", on: manager, arguments) else { return false }
    return exception == nil ? false : try isTrue(result)
  }
}
