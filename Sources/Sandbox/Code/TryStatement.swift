import SourceText

/// `try` with its handlers, `else` and `finally` (Language Reference 8.4).
final class TryStatement: StatementCode {
  struct Handler {
    /// `nil` for a bare `except:`.
    let type: ExpressionCode?
    let target: TargetCode?
    let body: Block
  }

  private static let longestTraceback = 2000

  let body: Block
  let handlers: [Handler]
  let otherwise: Block
  let finally: Block?

  init(body: Block, handlers: [Handler], otherwise: Block, finally: Block?, range: ByteRange) {
    self.body = body
    self.handlers = handlers
    self.otherwise = otherwise
    self.finally = finally
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    guard let finally else { return try guarded(frame) }
    let interpreter = frame.interpreter
    let completion: Completion
    do {
      completion = try guarded(frame)
    } catch {
      guard error == .exception, let exception = interpreter.raised else { throw error }
      let place = frame.range
      interpreter.raised = nil
      let handled = interpreter.handledException
      interpreter.handledException = exception
      defer { interpreter.handledException = handled }
      let last = try finally.execute(frame)
      // Leaving `finally` by `return`, `break` or `continue` drops the exception.
      if last != .normal { return last }
      frame.range = place
      interpreter.raised = exception
      throw error
    }
    let value = frame.returnValue
    let last = try finally.execute(frame)
    if last != .normal { return last }
    frame.returnValue = value
    return completion
  }

  private func guarded(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let completion: Completion
    do {
      completion = try body.execute(frame)
    } catch {
      guard error == .exception, let exception = interpreter.raised else { throw error }
      return try handle(exception, frame)
    }
    return completion == .normal ? try otherwise.execute(frame) : completion
  }

  private func handle(_ exception: ExceptionObject, _ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let place = frame.range
    let outer = interpreter.handledException
    interpreter.raised = nil
    interpreter.handledException = exception
    defer { interpreter.handledException = outer }
    for handler in handlers {
      if let type = handler.type {
        let pattern = try type.evaluate(frame)
        frame.range = type.range
        guard try interpreter.matches(exception, pattern) else { continue }
      }
      // The frame that catches an exception is part of its traceback, which grows when it is raised again.
      frame.range = place
      if exception.frames.count < TryStatement.longestTraceback { exception.frames.append(frame.place) }
      try handler.target?.assign(.exception(exception), frame)
      do {
        let completion = try handler.body.execute(frame)
        try unbind(handler, frame)
        return completion
      } catch {
        let (raised, place) = (interpreter.raised, frame.range)
        try unbind(handler, frame)
        interpreter.raised = raised
        frame.range = place
        throw error
      }
    }
    frame.range = place
    interpreter.raised = exception
    throw .exception
  }

  /// The name after `as` ends with the handler.
  func unbind(_ handler: Handler, _ frame: Frame) throws(Unwind) {
    guard let target = handler.target else { return }
    try target.assign(.none, frame)
    try target.delete(frame)
  }
}
