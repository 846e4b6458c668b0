/// Exceptions made of others (Library Reference, *Exception groups*; PEP 654).
enum ExceptionGroups {
  static func prepare(
    _ exception: ExceptionObject, _ type: PythonType, _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) {
    let given = arguments.positional
    guard given.count == 2 else {
      throw interpreter.raise(
        .typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(given.count) given)")
    }
    guard case .string = given[0] else {
      throw interpreter.raise(
        .typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(given[0].argumentTypeName)")
    }
    switch given[1] {
    case .list, .tuple, .string, .bytes: break
    case .native(let object) where object is RangeObject || object is ByteArrayObject: break
    default: throw interpreter.raise(.typeError, "second argument (exceptions) must be a sequence")
    }
    let items = try interpreter.items(of: given[1])
    if items.isEmpty {
      throw interpreter.raise(
        .valueError, "second argument (exceptions) must be a non-empty sequence")
    }
    var areExceptions = true
    for (index, item) in items.enumerated() {
      guard case .exception(let inner) = item else {
        throw interpreter.raise(
          .valueError, "Item \(index) of second argument (exceptions) is not an exception")
      }
      areExceptions = areExceptions && inner.type.isSubtype(of: .exception)
    }
    if type.isSubtype(of: .exceptionGroup), !areExceptions {
      throw interpreter.raise(
        .typeError,
        type === .native(.exceptionGroup)
          ? "Cannot nest BaseExceptions in an ExceptionGroup"
          : "Cannot nest BaseExceptions in '\(type.name)'")
    }
    exception.members = items
    if case .native(.baseExceptionGroup) = type, areExceptions { exception.type = .native(.exceptionGroup) }
  }

  static func message(of exception: ExceptionObject) -> Object { exception.arguments.first ?? .none }

  static func text(of exception: ExceptionObject, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    let count = exception.members.count
    let message = try interpreter.str(of: message(of: exception)).text
    return PyString("\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))")
  }

  /// Those parts that match and those that don't, each keeping the shape of the group; `nil` where there are none.
  static func split(
    _ exception: ExceptionObject, _ interpreter: Interpreter,
    _ matches: (ExceptionObject) throws(Unwind) -> Bool
  ) throws(Unwind) -> (matching: ExceptionObject?, rest: ExceptionObject?) {
    try interpreter.descend()
    defer { interpreter.ascend() }
    if try matches(exception) { return (exception, nil) }
    guard exception.type.isSubtype(of: .baseExceptionGroup) else { return (nil, exception) }
    var matching: [Object] = []
    var rest: [Object] = []
    for case .exception(let member) in exception.members {
      let parts = try split(member, interpreter, matches)
      if let found = parts.matching { matching.append(.exception(found)) }
      if let other = parts.rest { rest.append(.exception(other)) }
    }
    return (try derive(exception, matching, interpreter), try derive(exception, rest, interpreter))
  }

  static func derive(
    _ exception: ExceptionObject, _ members: [Object], _ interpreter: Interpreter
  ) throws(Unwind) -> ExceptionObject? {
    if members.isEmpty { return nil }
    let made: Object
    let list = try interpreter.list(members)
    if case .user(let type) = exception.type, type.method("derive") != nil {
      made = try interpreter.callMethod("derive", on: .exception(exception), [list]) ?? .none
    } else {
      made = try interpreter.construct(
        .baseExceptionGroup, CallArguments([message(of: exception), list]))
    }
    guard case .exception(let group) = made else {
      throw interpreter.raise(.typeError, "derive must return an instance of BaseExceptionGroup")
    }
    group.cause = exception.cause
    group.context = exception.context
    group.suppressesContext = exception.suppressesContext
    if let notes = exception.attributes["__notes__"] {
      group.attributes["__notes__"] = try interpreter.list(try interpreter.items(of: notes))
    }
    return group
  }

  static let members: [Member] = [
    .property("message") { object, _ in
      guard case .exception(let exception) = object else { return .none }
      return message(of: exception)
    },
    .property("exceptions") { object, interpreter in
      guard case .exception(let exception) = object else { return .none }
      return interpreter.tuple(exception.members)
    },
    .method("derive", "(excs, /)") { call throws(Unwind) in
      guard case .exception(let exception) = call.receiver else { return .none }
      return try call.interpreter.construct(
        .baseExceptionGroup, CallArguments([message(of: exception), call.required(0)]))
    },
    .method("split", "(condition, /)") { call throws(Unwind) in
      let parts = try split(call)
      return call.interpreter.tuple([
        parts.matching.map { .exception($0) } ?? .none, parts.rest.map { .exception($0) } ?? .none,
      ])
    },
    .method("subgroup", "(condition, /)") { call throws(Unwind) in
      try split(call).matching.map { .exception($0) } ?? .none
    },
  ]

  private static func split(
    _ call: NativeCall
  ) throws(Unwind) -> (matching: ExceptionObject?, rest: ExceptionObject?) {
    guard case .exception(let exception) = call.receiver else { return (nil, nil) }
    let (interpreter, condition) = (call.interpreter, call.required(0))
    let isPattern =
      switch condition {
      case .type, .classObject, .tuple: true
      default: false
      }
    if !isPattern, try !interpreter.isCallable(condition) {
      throw call.raise(.typeError, "expected a function, exception type or tuple of exception types")
    }
    return try split(exception, interpreter) { (part) throws(Unwind) in
      if isPattern { return try interpreter.matches(part, condition) }
      return try interpreter.isTrue(try interpreter.call(condition, with: .exception(part)))
    }
  }
}

extension NativeType {
  package static let baseExceptionGroup = NativeType(
    "BaseExceptionGroup", bases: [.baseException], isSubclassable: true, members: ExceptionGroups.members)
  package static let exceptionGroup = NativeType(
    "ExceptionGroup", bases: [.baseExceptionGroup, .exception], isSubclassable: true)
}
