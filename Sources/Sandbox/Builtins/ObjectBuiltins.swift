/// Built-in functions about objects, their attributes and their text.
enum ObjectBuiltins {
  @Sendable static func ascii(_ call: NativeCall) throws(Unwind) -> Object {
    try call.interpreter.string(try call.interpreter.ascii(of: call.required(0)))
  }

  @Sendable static func callable(_ call: NativeCall) throws(Unwind) -> Object {
    .bool(try call.interpreter.isCallable(call.required(0)))
  }

  private static func attributeName(
    _ call: NativeCall, _ function: String
  ) throws(Unwind) -> String {
    guard case .string(let name) = call.required(1).plainScalar else {
      throw call.raise(
        .typeError, "attribute name must be string, not '\(call.required(1).qualifiedTypeName)'")
    }
    return name.text
  }

  @Sendable static func delattr(_ call: NativeCall) throws(Unwind) -> Object {
    try call.interpreter.setAttribute(of: call.required(0), try attributeName(call, "delattr"), to: nil)
    return .none
  }

  @Sendable static func format(_ call: NativeCall) throws(Unwind) -> Object {
    guard let specification = call[1] else {
      return try call.interpreter.string(try call.interpreter.format(call.required(0), .empty))
    }
    guard case .string(let text) = specification.plainScalar else {
      throw call.raise(
        .typeError, "format() argument 2 must be str, not \(specification.argumentTypeName)")
    }
    return try call.interpreter.string(try call.interpreter.format(call.required(0), text))
  }

  @Sendable static func getattr(_ call: NativeCall) throws(Unwind) -> Object {
    let name = try attributeName(call, "getattr")
    guard let defaultValue = call[2] else {
      return try call.interpreter.attribute(of: call.required(0), name)
    }
    return try attributeOrNil(call, name) ?? defaultValue
  }

  private static func attributeOrNil(_ call: NativeCall, _ name: String) throws(Unwind) -> Object? {
    do {
      return try call.interpreter.attributeIfPresent(of: call.required(0), name)
    } catch {
      // A property or `__getattr__` may raise it.
      guard call.interpreter.catches(error, .attributeError) else { throw error }
      call.interpreter.discardException()
      return nil
    }
  }

  @Sendable static func hasattr(_ call: NativeCall) throws(Unwind) -> Object {
    let name = try attributeName(call, "hasattr")
    let object = call.required(0)
    // Whether a special method exists is known, even where reading it isn't supported.
    if Interpreter.isSpecial(name), case .native(let type) = object.pythonType, type.isComplete {
      switch object {
      case .type, .classObject, .function, .builtin, .boundMethod, .module, .exception, .placeholder: break
      default:
        guard let isDefined = NativeAttributes.isDefined(name, on: type) else { break }
        return .bool(isDefined)
      }
    }
    return .bool(try attributeOrNil(call, name) != nil)
  }

  @Sendable static func hash(_ call: NativeCall) throws(Unwind) -> Object {
    .int(try call.interpreter.hash(of: call.required(0)))
  }

  @Sendable static func isinstance(_ call: NativeCall) throws(Unwind) -> Object {
    .bool(try call.interpreter.isInstance(call.required(0), of: call.required(1)))
  }

  @Sendable static func issubclass(_ call: NativeCall) throws(Unwind) -> Object {
    guard let type = call.required(0).asType else {
      if case .placeholder(let value) = call.required(0) { throw call.interpreter.unsupported(value.name) }
      throw call.raise(.typeError, "issubclass() arg 1 must be a class")
    }
    return .bool(
      try call.interpreter.isSubtype(
        type, of: call.required(1), action: " in __subclasscheck__",
        message: "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
  }

  @Sendable static func print(_ call: NativeCall) throws(Unwind) -> Object {
    func text(_ index: Int, _ name: String, default defaultValue: String) throws(Unwind) -> String {
      guard let value = call.present(index) else { return defaultValue }
      guard case .string(let text) = value.plainScalar else {
        throw call.raise(
          .typeError, "\(name) must be None or a string, not \(value.qualifiedTypeName)")
      }
      return text.text
    }
    let separator = try text(0, "sep", default: " ")
    let end = try text(1, "end", default: "\n")
    if call.present(2) != nil { throw call.interpreter.unsupported("print(file=…)") }
    for (index, item) in call.rest.enumerated() {
      if index > 0 { try call.interpreter.write(separator) }
      try call.interpreter.write(try call.interpreter.str(of: item).text)
    }
    try call.interpreter.write(end)
    return .none
  }

  @Sendable static func repr(_ call: NativeCall) throws(Unwind) -> Object {
    try call.interpreter.string(try call.interpreter.repr(of: call.required(0)))
  }

  @Sendable static func setattr(_ call: NativeCall) throws(Unwind) -> Object {
    try call.interpreter.setAttribute(
      of: call.required(0), try attributeName(call, "setattr"), to: call.required(2))
    return .none
  }
}

extension Interpreter {
  /// `isinstance(object, type)`, where `type` may be a tuple.
  package func isInstance(_ object: Object, of type: Object) throws(Unwind) -> Bool {
    if case .placeholder(let value) = object { throw unsupported("isinstance of \(value.name)") }
    return try isSubtype(
      object.pythonType, of: type, action: " in __instancecheck__",
      message: "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  func isSubtype(
    _ type: PythonType, of pattern: Object, action: String, message: String
  ) throws(Unwind) -> Bool {
    switch pattern {
    case .tuple(let tuple):
      try descend(action)
      defer { ascend() }
      for item in tuple.items {
        try step()
        if try isSubtype(type, of: item, action: action, message: message) { return true }
      }
      return false
    case .placeholder(let value): throw unsupported(value.name)
    case .type(let other):
      if type.isSubtype(of: other) { return true }
      if other.recognizes?(type) == true { return true }
      if case .native(let own) = type, own.hasOtherBases {
        throw unsupported("isinstance of a \(own.qualifiedName)")
      }
      return false
    case .classObject(let other):
      if other.isTypedDict {
        throw raise(.typeError, "TypedDict does not support instance and class checks")
      }
      if other.isProtocol { return try isProtocolMember(type, other) }
      return type.isSubtype(of: .user(other))
    case .native(let union as UnionObject):
      for item in union.members where try isSubtype(type, of: item, action: action, message: message) {
        return true
      }
      return false
    case .native(let form as TypingForm):
      if let origin = form.origin {
        return try isSubtype(type, of: .type(origin), action: action, message: message)
      }
      throw raise(.typeError, "typing.\(form.name) cannot be used with \(message.prefix { $0 != " " })")
    case .native(let alias as GenericAlias):
      if alias.isUnion {
        for item in alias.arguments where try isSubtype(type, of: item, action: action, message: message) {
          return true
        }
        return false
      }
      throw raise(
        .typeError,
        alias.formName == nil
          ? "\(message.prefix { $0 != " " }) argument 2 cannot be a parameterized generic"
          : "Subscripted generics cannot be used with class and instance checks")
    case .native(let object): throw unsupported("isinstance with \(object.type.qualifiedName)")
    default: throw raise(.typeError, message)
    }
  }

  /// Whether a class is of a protocol: by inheritance, or by having what the protocol names.
  private func isProtocolMember(_ type: PythonType, _ other: ClassObject) throws(Unwind) -> Bool {
    if other.attributes["_is_runtime_protocol"] == nil {
      throw raise(
        .typeError, "Instance and class checks can only be used with @runtime_checkable protocols")
    }
    if type.isSubtype(of: .user(other)) { return true }
    throw unsupported("isinstance with a protocol")
  }
}
