/// The state that every exception has besides its class and arguments (Language Reference 7.8; `BaseException`).
extension Interpreter {
  /// Sets what is no attribute of the instance's own; `false` for other names.
  func setExceptionState(
    _ exception: ExceptionObject, _ name: String, _ value: Object?
  ) throws(Unwind) -> Bool {
    switch name {
    case "args":
      guard let value else { throw raise(.typeError, "args may not be deleted") }
      exception.arguments = try items(of: value)
    case "__cause__":
      exception.cause = try related(value, "cause")
      exception.suppressesContext = true
    case "__context__": exception.context = try related(value, "context")
    case "__suppress_context__":
      guard let flag = value?.asBool else {
        throw raise(.typeError, "attribute value type must be bool")
      }
      exception.suppressesContext = flag
    case "__traceback__": throw unsupported("assignment to __traceback__")
    default: return false
    }
    return true
  }

  /// `x.args`. A codec's error keeps its message here, and has five arguments in CPython.
  func arguments(of exception: ExceptionObject) throws(Unwind) -> [Object] {
    for type in [NativeType.unicodeDecodeError, .unicodeEncodeError] where exception.type.isSubtype(of: type)
    {
      throw unsupported("\(exception.type.name).args")
    }
    return exception.arguments
  }

  private func related(_ value: Object?, _ name: String) throws(Unwind) -> ExceptionObject? {
    switch value {
    case nil: throw raise(.typeError, "__\(name)__ may not be deleted")
    case .exception(let other)?: return other
    case .none?: return nil
    default: throw raise(.typeError, "exception \(name) must be None or derive from BaseException")
    }
  }

  /// The exception that calling a class makes, before `__init__`.
  func makeException(
    _ type: PythonType, _ base: NativeType, _ arguments: CallArguments
  ) throws(Unwind) -> ExceptionObject {
    if base.isSubtype(of: .unicodeDecodeError) || base.isSubtype(of: .unicodeEncodeError) {
      throw unsupported("\(type.name)(…)")
    }
    let exception = ExceptionObject(type: type, arguments: arguments.positional)
    if base.isSubtype(of: .osError) { try ExceptionDetails.prepare(osError: exception, type, self) }
    if base.isSubtype(of: .importError) || base.isSubtype(of: .nameError)
      || base.isSubtype(of: .attributeError)
    {
      ExceptionDetails.reset(exception, base)
    }
    if base.isSubtype(of: .baseExceptionGroup) {
      try ExceptionGroups.prepare(exception, type, arguments, self)
    }
    return exception
  }
}
