import SourceText

// How the compound statements run inside a generator: the same steps as in `execute`, one at a time.

extension IfStatement: Suspendable {
  var containsYield: Bool { body.containsYield || otherwise.containsYield }

  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    try condition.test(frame) ? BlockActivity(body) : BlockActivity(otherwise)
  }
}

extension WhileStatement: Suspendable {
  var containsYield: Bool { body.containsYield || otherwise.containsYield }

  func activity(_ frame: Frame) throws(Unwind) -> Activity {
    LoopActivity(body, otherwise: otherwise) { (frame) throws(Unwind) in try self.condition.test(frame) }
  }
}

extension ForStatement: Suspendable {
  var containsYield: Bool { body.containsYield || otherwise.containsYield }

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
  var containsYield: Bool {
    body.containsYield || otherwise.containsYield || finally?.containsYield ?? false
      || handlers.contains { $0.body.containsYield }
  }

  func activity(_ frame: Frame) throws(Unwind) -> Activity { TryActivity(self) }
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

  override func advance(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch (stage, signal) {
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
    case (.finally, .completed(.normal)): return try conclude(pending, frame)
    case (.finally, _): return try conclude(signal, frame)
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
    return .enter(BlockActivity(finally))
  }

  private func conclude(_ signal: Signal, _ frame: Frame) throws(Unwind) -> Step {
    switch signal {
    case .failed(let exception, let range): throw propagate(exception, range, frame)
    case .completed(let completion): return .leave(completion)
    case .entered, .resumed: return .leave(.normal)
    }
  }
}
