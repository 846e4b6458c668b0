/// The attributes that some built-in exceptions keep besides their arguments: `OSError.errno`, `ImportError.name`
/// (Library Reference, *Built-in Exceptions*).
enum ExceptionDetails {
  static func member(_ name: String) -> Member {
    .property(name) { object, interpreter throws(Unwind) in
      guard case .exception(let exception) = object else { return .none }
      if let value = exception.attributes[name] { return value }
      // CPython knows what was missing; here that isn't always kept.
      if exception.type.isSubtype(of: .osError) { return .none }
      throw interpreter.unsupported("\(exception.type.name).\(name)")
    }
  }

  /// What an exception made by a call has until it is told otherwise.
  static func reset(_ exception: ExceptionObject, _ base: NativeType) {
    exception.attributes["name"] = Object.none
    if base.isSubtype(of: .attributeError) { exception.attributes["obj"] = Object.none }
    if base.isSubtype(of: .importError) {
      exception.attributes["path"] = Object.none
      exception.attributes["msg"] = exception.arguments.count == 1 ? exception.arguments[0] : Object.none
    }
  }

  /// Takes the keywords of a call; `false` when the class has none.
  static func set(
    _ keywords: [CallArguments.Keyword], _ exception: ExceptionObject, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    let names: [String]
    let owner: String
    if exception.type.isSubtype(of: .importError) {
      (names, owner) = (["name", "path"], "ImportError")
    } else if exception.type.isSubtype(of: .nameError) {
      (names, owner) = (["name"], "NameError")
    } else if exception.type.isSubtype(of: .attributeError) {
      (names, owner) = (["name", "obj"], "AttributeError")
    } else {
      return false
    }
    for keyword in keywords {
      guard names.contains(keyword.name) else {
        throw interpreter.raise(
          .typeError, "'\(keyword.name)' is an invalid keyword argument for \(owner)()")
      }
      exception.attributes[keyword.name] = keyword.value
    }
    return true
  }

  /// `OSError(errno, strerror, filename)`: the class follows from the number.
  static func prepare(
    osError exception: ExceptionObject, _ type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) {
    let arguments = exception.arguments
    guard (2...5).contains(arguments.count) else { return }
    exception.attributes["errno"] = arguments[0]
    exception.attributes["strerror"] = arguments[1]
    if arguments.count > 3 { throw interpreter.unsupported("OSError with more than three arguments") }
    if arguments.count == 3, !arguments[2].isNone {
      exception.attributes["filename"] = arguments[2]
      exception.arguments = Array(arguments.prefix(2))
    }
    guard case .native(.osError) = type, let number = arguments[0].asInt else { return }
    switch number {
    case 1, 13: exception.type = .native(.permissionError)
    case 2: exception.type = .native(.fileNotFoundError)
    case 17: exception.type = .native(.fileExistsError)
    case 21: exception.type = .native(.isADirectoryError)
    case 110: exception.type = .native(.timeoutError)
    case 3, 4, 10, 11, 20, 32, 103, 104, 108, 111, 114, 115:
      throw interpreter.unsupported("OSError(\(number), …)")
    default: break
    }
  }

  /// `str(e)`, where that isn't told by the arguments alone.
  static func text(of exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    guard exception.type.isSubtype(of: .osError), let number = exception.attributes["errno"],
      let reason = exception.attributes["strerror"]
    else { return nil }
    let text = "[Errno \(try interpreter.str(of: number).text)] \(try interpreter.str(of: reason).text)"
    guard let file = exception.attributes["filename"], !file.isNone else { return PyString(text) }
    return PyString("\(text): \(try interpreter.repr(of: file).text)")
  }
}
