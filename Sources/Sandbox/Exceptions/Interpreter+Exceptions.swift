/// Raising, catching, and leaving the run.
extension Interpreter {
  /// `throw interpreter.raise(.valueError, "…")`.
  package func raise(_ type: NativeType, _ message: String) -> Unwind {
    raise(type, arguments: [.string(message)])
  }

  /// Raises an exception with these `args`.
  package func raise(_ type: NativeType, arguments: [Object]) -> Unwind {
    raise(heap.adopt(ExceptionObject(type: .native(type), arguments: arguments)))
  }

  package func raise(_ exception: ExceptionObject) -> Unwind {
    if exception.context == nil, let handled = handledException, handled !== exception {
      exception.context = handled
    }
    raised = exception
    meter.steps += Self.stepsToRaise
    return .exception
  }

  /// An exception with its message and traceback takes as long as a few statements.
  private static let stepsToRaise = 3

  /// `throw interpreter.unsupported("…")`: ends the run; the evaluated code can't catch it.
  package func unsupported(_ construct: String) -> Unwind {
    if ending == nil {
      let place = place
      ending = .unsupported(Unsupported(construct: construct, path: place.path, range: place.range))
    }
    return .end
  }

  package func exceeded(_ limit: Limits.Name) -> Unwind {
    if ending == nil {
      let place = place
      ending = .limit(LimitExceeded(limit: limit, path: place.path, range: place.range))
    }
    return .end
  }

  /// Where evaluation is.
  var place: TracebackFrame {
    guard let frame else { return TracebackFrame(path: "", function: "", range: 0..<0) }
    return frame.origin ?? frame.place
  }

  /// Whether what was thrown is an exception of that type. The handler then calls `discardException`, or
  /// throws the error on.
  package func catches(_ error: Unwind, _ type: NativeType) -> Bool {
    guard error == .exception, let raised else { return false }
    return raised.type.isSubtype(of: type)
  }

  package func discardException() { raised = nil }

  /// `str(e)`.
  func exceptionText(of object: Object) throws(Unwind) -> PyString {
    guard case .exception(let exception) = object else { return .empty }
    try descend()
    defer { ascend() }
    if exception.type.isSubtype(of: .baseExceptionGroup) {
      return try ExceptionGroups.text(of: exception, self)
    }
    if let text = try ExceptionDetails.text(of: exception, self) { return text }
    switch exception.arguments.count {
    case 0: return .empty
    case 1:
      // A KeyError shows the repr of the key, so that an empty one can be seen.
      return exception.type.isSubtype(of: .keyError)
        ? try repr(of: exception.arguments[0]) : try str(of: exception.arguments[0])
    default: return try repr(of: tuple(exception.arguments))
    }
  }

  /// The failure the host sees for what was thrown.
  func failure(for error: Unwind) -> Failure {
    defer {
      raised = nil
      ending = nil
    }
    if error == .end, let ending { return ending }
    guard let exception = raised else {
      return .unsupported(Unsupported(construct: "an unknown failure", path: "", range: 0..<0))
    }
    raised = nil
    let message: PyString
    do {
      message = try str(of: .exception(exception))
    } catch {
      message = "<exception str() failed>"
      if error == .end, let ending { return ending }
    }
    return .exception(
      ExceptionRecord(
        type: exception.type.qualifiedName, name: exception.type.name, message: message.text,
        frames: exception.frames.filter { !$0.path.isEmpty }))
  }

  /// Makes an exception object from what stands after `raise`: a class or an instance.
  func exception(from object: Object) throws(Unwind) -> ExceptionObject {
    switch object {
    case .exception(let exception): return exception
    case .type, .classObject:
      if object.asType?.isSubtype(of: .baseException) == true {
        let made = try call(object, CallArguments())
        if case .exception(let exception) = made { return exception }
        throw raise(
          .typeError,
          "calling \(try repr(of: object)) should have returned an instance of BaseException, "
            + "not \(try repr(of: made.pythonType.object))")
      }
    case .placeholder(let placeholder): throw unsupported(placeholder.name)
    default: break
    }
    throw raise(.typeError, "exceptions must derive from BaseException")
  }

  /// Whether an exception matches what stands after `except`.
  func matches(_ exception: ExceptionObject, _ pattern: Object) throws(Unwind) -> Bool {
    switch pattern {
    case .placeholder: return false
    case .tuple(let tuple):
      // CPython looks into no tuple within the tuple.
      for item in tuple.items {
        if case .tuple = item { throw notAnExceptionClass }
      }
      for item in tuple.items {
        try step()
        if try matches(exception, item) { return true }
      }
      return false
    default:
      guard let type = pattern.asType, type.isSubtype(of: .baseException) else {
        throw notAnExceptionClass
      }
      return exception.type.isSubtype(of: type)
    }
  }

  private var notAnExceptionClass: Unwind {
    raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
  }
}
