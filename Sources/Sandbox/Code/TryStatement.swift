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
  /// Whether its handlers are `except*`.
  let handlesGroups: Bool
  let containsYield: Bool

  init(
    body: Block, handlers: [Handler], otherwise: Block, finally: Block?, handlesGroups: Bool = false,
    range: ByteRange
  ) {
    self.handlesGroups = handlesGroups
    self.body = body
    self.handlers = handlers
    self.otherwise = otherwise
    self.finally = finally
    containsYield =
      body.containsYield || otherwise.containsYield || finally?.containsYield ?? false
      || handlers.contains { $0.body.containsYield }
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
      return handlesGroups ? try handleParts(of: exception, frame) : try handle(exception, frame)
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

extension TryStatement {
  /// `except*`: each handler gets the part of the exception that matches it, as a group (Language Reference 8.4.2).
  private func handleParts(of exception: ExceptionObject, _ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let place = frame.range
    let outer = interpreter.handledException
    interpreter.raised = nil
    defer { interpreter.handledException = outer }
    interpreter.handledException = exception
    var rest: ExceptionObject? = exception
    var raised: [Object] = []
    for handler in handlers {
      guard let current = rest, let type = handler.type else { break }
      let pattern = try type.evaluate(frame)
      frame.range = type.range
      try interpreter.checkGroupPattern(pattern)
      let parts = try interpreter.split(current, pattern)
      guard let matching = parts.matching else { continue }
      rest = parts.rest
      interpreter.handledException = matching
      try handler.target?.assign(.exception(matching), frame)
      do {
        _ = try handler.body.execute(frame)
        try unbind(handler, frame)
      } catch {
        let failure = interpreter.raised
        interpreter.raised = nil
        try unbind(handler, frame)
        guard error == .exception, let failure else { throw error }
        if failure === matching {
          throw interpreter.unsupported("raising the handled group again in except*")
        }
        raised.append(.exception(failure))
      }
      interpreter.handledException = exception
    }
    if raised.isEmpty {
      guard let rest else { return .normal }
      frame.range = place
      interpreter.raised = rest
      throw .exception
    }
    if let rest { raised.append(.exception(rest)) }
    if raised.count == 1, case .exception(let only) = raised[0] {
      interpreter.raised = only
      throw .exception
    }
    let made = try interpreter.construct(
      .baseExceptionGroup, CallArguments([.string(""), try interpreter.list(raised)]))
    guard case .exception(let group) = made else { return .normal }
    throw interpreter.raise(group)
  }
}

extension Interpreter {
  fileprivate func checkGroupPattern(_ pattern: Object) throws(Unwind) {
    var types = [pattern]
    if case .tuple(let tuple) = pattern { types = tuple.items }
    for type in types where type.asType?.isSubtype(of: .baseExceptionGroup) == true {
      throw raise(
        .typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
    }
  }

  /// The part of an exception that matches, as a group, and the rest.
  fileprivate func split(
    _ exception: ExceptionObject, _ pattern: Object
  ) throws(Unwind) -> (matching: ExceptionObject?, rest: ExceptionObject?) {
    if exception.type.isSubtype(of: .baseExceptionGroup) {
      return try ExceptionGroups.split(exception, self) { (part) throws(Unwind) in try matches(part, pattern)
      }
    }
    guard try matches(exception, pattern) else { return (nil, exception) }
    let made = try construct(
      .baseExceptionGroup, CallArguments([.string(""), tuple([.exception(exception)])]))
    guard case .exception(let group) = made else { return (nil, exception) }
    return (group, nil)
  }
}
