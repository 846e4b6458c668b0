import SourceText

// How the compound statements run inside a generator: the same steps as in `execute`, one at a time.

extension IfStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    try condition.test(frame) ? BlockActivity(body) : BlockActivity(otherwise)
  }
}

extension WhileStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    LoopActivity(body, otherwise: otherwise) { (frame) throws(Unwind) in try self.condition.test(frame) }
  }
}

extension ForStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    let value = try iterable.evaluate(frame)
    frame.range = iterable.range
    let iterator = try frame.interpreter.iterator(over: value)
    return LoopActivity(body, otherwise: otherwise) { (frame) throws(Unwind) in
      frame.range = self.iterable.range
      guard let item = try iterator.next(frame.interpreter) else { return false }
      try self.target.assign(item, frame)
      return true
    }
  }
}

private final class LoopActivity: Activity {
  private let body: Block
  private let otherwise: Block
  private let advances: (Frame) throws(Unwind) -> Bool
  private var isInOtherwise = false

  init(_ body: Block, otherwise: Block, advances: @escaping (Frame) throws(Unwind) -> Bool) {
    self.body = body
    self.otherwise = otherwise
    self.advances = advances
  }

  override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch signal {
    case .failed(let exception, let range): throw propagate(exception, range, frame)
    case .threw(let exception): throw propagate(exception, frame.range, frame)
    case .completed(let completion):
      if isInOtherwise || completion == .returned { return .leave(completion) }
      if completion == .brokeOut { return .leave(.normal) }
    case .entered, .resumed: break
    }
    try frame.interpreter.step()
    if try advances(frame) { return .enter(BlockActivity(body)) }
    isInOtherwise = true
    return .enter(BlockActivity(otherwise))
  }
}

extension TryStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    if handlesGroups { throw frame.interpreter.unsupported("yield inside try with except*") }
    return TryActivity(self)
  }
}

private final class TryActivity: Activity {
  private enum Stage { case body, handler, otherwise, finally }

  private let statement: TryStatement
  private var stage = Stage.body
  private var handler: TryStatement.Handler?
  private var outer: ExceptionObject?
  /// What to do after `finally`.
  private var pending: Signal = .completed(.normal)

  init(_ statement: TryStatement) {
    self.statement = statement
  }

  /// A bare `except:` catches the `GeneratorExit`, too.
  override var owesCleanup: Bool {
    switch stage {
    case .body: statement.finally != nil || statement.handlers.contains { $0.type == nil }
    case .handler, .otherwise: statement.finally != nil
    case .finally: false
    }
  }

  override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch (stage, signal) {
    case (_, .threw(let exception)): throw propagate(exception, frame.range, frame)
    case (_, .entered), (_, .resumed): return .enter(BlockActivity(statement.body))
    case (.body, .completed(.normal)):
      stage = .otherwise
      return .enter(BlockActivity(statement.otherwise))
    case (.body, .failed(let exception, let range)):
      if let found = try select(exception, range, frame) { return found }
      return try finish(signal, frame)
    case (.handler, _):
      frame.interpreter.handledException = outer
      if let handler { try statement.unbind(handler, frame) }
      return try finish(signal, frame)
    case (.body, .completed), (.otherwise, _): return try finish(signal, frame)
    case (.finally, .completed(.normal)):
      frame.interpreter.handledException = outer
      return try conclude(pending, frame)
    case (.finally, _):
      frame.interpreter.handledException = outer
      return try conclude(signal, frame)
    }
  }

  private func select(
    _ exception: ExceptionObject, _ range: ByteRange, _ frame: Frame
  ) throws(Unwind) -> Step? {
    let interpreter = frame.interpreter
    outer = interpreter.handledException
    for handler in statement.handlers {
      if let type = handler.type {
        let pattern = try type.evaluate(frame)
        frame.range = type.range
        guard try interpreter.matches(exception, pattern) else { continue }
      }
      interpreter.handledException = exception
      try handler.target?.assign(.exception(exception), frame)
      self.handler = handler
      stage = .handler
      return .enter(BlockActivity(handler.body))
    }
    return nil
  }

  private func finish(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    guard let finally = statement.finally else { return try conclude(signal, frame) }
    stage = .finally
    pending = signal
    outer = frame.interpreter.handledException
    if case .failed(let exception, _) = signal { frame.interpreter.handledException = exception }
    return .enter(BlockActivity(finally))
  }

  private func conclude(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch signal {
    case .failed(let exception, let range): throw propagate(exception, range, frame)
    case .completed(let completion): return .leave(completion)
    case .entered, .resumed, .threw: return .leave(.normal)
    }
  }
}

extension WithStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity { WithActivity(self) }
}

private final class WithActivity: Activity {
  private let statement: WithStatement
  private var manager = Object.none

  init(_ statement: WithStatement) {
    self.statement = statement
  }

  override var owesCleanup: Bool { true }

  override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    let interpreter = frame.interpreter
    switch signal {
    case .entered, .resumed, .threw:
      manager = try statement.context.evaluate(frame)
      frame.range = statement.context.range
      let entered = try interpreter.enterContext(manager)
      do throws(Unwind) {
        try statement.target?.assign(entered, frame)
      } catch {
        guard error == .exception, let exception = interpreter.raised else { throw error }
        return try leave(exception, frame.range, frame)
      }
      return .enter(BlockActivity(statement.body))
    case .completed(let completion):
      frame.range = statement.context.range
      _ = try interpreter.exitContext(manager, nil)
      return .leave(completion)
    case .failed(let exception, let range): return try leave(exception, range, frame)
    }
  }

  private func leave(
    _ exception: ExceptionObject, _ range: ByteRange, _ frame: Frame
  ) throws(Unwind) -> Step {
    let interpreter = frame.interpreter
    interpreter.raised = nil
    let handled = interpreter.handledException
    interpreter.handledException = exception
    defer { interpreter.handledException = handled }
    if try interpreter.exitContext(manager, exception) { return .leave(.normal) }
    throw propagate(exception, range, frame)
  }
}

extension MatchStatement: Suspendable {
  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    BlockActivity(try select(frame) ?? Block(statements: []))
  }
}
