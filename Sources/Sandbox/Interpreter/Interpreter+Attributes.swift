/// Attribute access (Language Reference 3.3.2; CPython's `_PyObject_GenericGetAttr`).
extension Interpreter {
  /// `x.name`.
  package func attribute(of object: Object, _ name: String) throws(Unwind) -> Object {
    if let value = try attributeIfPresent(of: object, name) { return value }
    throw try missingAttribute(name, of: object)
  }

  /// `x.name`, or `nil` where CPython would raise `AttributeError` for it.
  package func attributeIfPresent(of object: Object, _ name: String) throws(Unwind) -> Object? {
    if let type = object.userClass { return try instanceAttribute(object, type, name) }
    switch object {
    case .exception(let exception): return try exceptionAttribute(object, exception, name)
    case .module(let module): return try moduleAttribute(module, name)
    case .placeholder(let value):
      return .placeholder(heap.adopt(Placeholder("\(value.name).\(name)")))
    case .type(let type): return try typeAttribute(type, name)
    case .classObject(let type): return try classAttribute(type, name)
    case .function(let function): return try functionAttribute(function, name)
    case .native(let value):
      if value.isProxy { return try value.attribute(name, self) }
      if let result = try nativeAttribute(object, value.type, name) { return result }
      if let result = try value.attribute(name, self) { return result }
      if name == "__class__" { return value.type.pythonObject }
      return try undefinedAttribute(name, value.type)
    case .boundMethod(let value):
      switch name {
      case "__self__": return value.receiver
      case "__func__": return value.function
      case "__class__": return .type(.method)
      default: return try attributeIfPresent(of: value.function, name)
      }
    case .builtin(let value):
      switch name {
      case "__name__", "__qualname__": return .string(value.function.name)
      case "__self__":
        guard let receiver = value.receiver else { throw unsupported("\(value.function.name).__self__") }
        return receiver
      case "__class__": return .type(value.type)
      case "__module__": return .string("builtins")
      case "__doc__": throw unsupported("\(value.function.name).__doc__")
      default: return try undefinedAttribute(name, value.type)
      }
    default:
      guard case .native(let type) = object.pythonType else { return nil }
      if let value = try nativeAttribute(object, type, name) { return value }
      if name == "__class__" { return .type(type) }
      return try undefinedAttribute(name, type)
    }
  }

  func missingAttribute(_ name: String, of object: Object) throws(Unwind) -> Unwind {
    switch object {
    case .module(let module):
      return raise(.attributeError, "module '\(module.name)' has no attribute '\(name)'")
    case .type(let type):
      return raise(.attributeError, "type object '\(type.operandName)' has no attribute '\(name)'")
    case .classObject:
      let type = object.asType?.name ?? ""
      return raise(.attributeError, "type object '\(type)' has no attribute '\(name)'")
    default:
      let error = raise(.attributeError, "'\(object.qualifiedTypeName)' object has no attribute '\(name)'")
      raised?.attributes["name"] = .string(name)
      raised?.attributes["obj"] = object
      return error
    }
  }

  /// A name the type's table lacks: an error of the author's, or a gap of ours?
  private func undefinedAttribute(_ name: String, _ type: NativeType) throws(Unwind) -> Object? {
    if let names = PublicNames.byType[type.qualifiedName], !name.hasPrefix("_"), !names.contains(name) {
      return nil
    }
    if type.isComplete {
      if let isDefined = NativeAttributes.isDefined(name, on: type) {
        if !isDefined { return nil }
      } else if !NativeAttributes.isException(type, with: name), !name.hasPrefix("_") || type.isException {
        // The public names of a complete type are in its table; its private ones are not.
        return nil
      }
    }
    throw unsupported("\(type.qualifiedName).\(name)")
  }

  static func isSpecial(_ name: String) -> Bool {
    name.utf8.count > 4 && name.hasPrefix("__") && name.hasSuffix("__")
  }

  /// A member of a type written in Swift, read through an object.
  private func nativeAttribute(
    _ object: Object, _ type: NativeType, _ name: String
  ) throws(Unwind) -> Object? {
    guard let member = type.member(name) else {
      return try SpecialMethods.method(name, of: object, type, self)
    }
    return try read(member, of: type, through: object)
  }

  /// A member of a type, read through an instance.
  func read(
    _ member: Member, of type: NativeType, through object: Object
  ) throws(Unwind) -> Object {
    switch member.kind {
    case .function(let function):
      return .builtin(BuiltinFunction(function, receiver: object, owner: type))
    case .classMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: object.pythonType.object, owner: type))
    case .staticMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: .type(type), owner: type))
    case .property(let read): return try read(type.isMixin ? object : object.plainScalar, self)
    case .constant(let make): return make(self)
    case .value(let make): return try nativeValue("\(type.qualifiedName).\(member.name)", make)
    case .type(let type): return .type(type)
    }
  }

  func nativeValue(
    _ key: String, _ make: (Interpreter) throws(Unwind) -> Object
  ) throws(Unwind) -> Object {
    if let value = nativeValues[key] { return value }
    let value = try make(self)
    nativeValues[key] = value
    return value
  }

  func typeAttribute(_ type: NativeType, _ name: String) throws(Unwind) -> Object? {
    switch name {
    case "__new__": return .native(heap.adopt(NewMethod(type)))
    case "__doc__": throw unsupported("\(type.qualifiedName).__doc__")
    case "__name__", "__qualname__": return .string(type.name)
    case "__module__": return .string(type.module ?? "builtins")
    case "__class__": return .type(type.metaclass)
    case "__base__": return type.bases.first.map { .type($0) } ?? Object.none
    case "mro":
      return .builtin(
        BuiltinFunction(.mro, receiver: type === NativeType.type ? nil : .type(type), owner: .type))
    case "__mro__": return tuple(type.resolutionOrder.map { .type($0) })
    case "__bases__": return tuple(type.bases.map { .type($0) })
    default: break
    }
    return try readThroughClass(name, of: type, as: .type(type))
  }

  /// A member of a class written in Swift, read through the class or one derived from it.
  func readThroughClass(_ name: String, of type: NativeType, as receiver: Object) throws(Unwind) -> Object? {
    guard let (member, owner) = type.definition(of: name) else {
      if let method = SpecialMethods.unbound(name, of: type) { return method }
      // What every class has from its own type, `type`.
      if NativeAttributes.isDefined(name, on: .type) ?? true {
        throw unsupported("\(type.qualifiedName).\(name)")
      }
      return try undefinedAttribute(name, type)
    }
    switch member.kind {
    case .function(let function): return .builtin(BuiltinFunction(function, owner: owner))
    case .classMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: receiver, owner: type))
    case .staticMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: .type(type), owner: type))
    case .property: throw unsupported("\(type.qualifiedName).\(name) on the class")
    case .constant(let make): return make(self)
    case .value(let make): return try nativeValue("\(type.qualifiedName).\(name)", make)
    case .type(let type): return .type(type)
    }
  }

  private func moduleAttribute(_ module: ModuleObject, _ name: String) throws(Unwind) -> Object? {
    if let value = module.attributes[name] { return value }
    if name == "__name__" { return .string(module.name) }
    guard let native = module.native else {
      switch name {
      case "__class__": return .type(.module)
      case "__dict__", "__loader__", "__spec__", "__builtins__": throw unsupported("\(module.name).\(name)")
      default: return nil
      }
    }
    guard let member = native.members[name] else {
      if let value = try sourceAttribute(name, of: module) { return value }
      if let submodule = try submodule(name, of: module) { return submodule }
      if let names = native.allNames, !names.contains(name), !name.hasPrefix("_") { return nil }
      return .placeholder(heap.adopt(Placeholder("\(module.name).\(name)")))
    }
    switch member.kind {
    case .function(let function), .classMethod(let function), .staticMethod(let function):
      return try nativeValue("\(module.name).\(name)") { _ in
        .builtin(self.heap.adopt(BuiltinFunction(function, module: native.nameInC)))
      }
    case .property: return nil
    case .constant(let make): return make(self)
    case .value(let make): return try nativeValue("\(module.name).\(name)", make)
    case .type(let type): return .type(type)
    }
  }

  private func functionAttribute(_ function: FunctionObject, _ name: String) throws(Unwind) -> Object? {
    if let value = function.attributes[name] { return value }
    switch name {
    case "__name__": return .string(function.name)
    case "__qualname__": return .string(function.qualifiedName)
    case "__module__": return .string(function.globals.name)
    case "__doc__": return function.code.docstring.map { .string($0) } ?? Object.none
    case "__class__": return .type(.function)
    case "__defaults__":
      let given = function.defaults.compactMap { $0 }
      return given.isEmpty ? Object.none : tuple(given)
    case "__kwdefaults__":
      let pairs = zip(function.code.parameters.keywordOnly, function.keywordDefaults).compactMap { pair in
        pair.1.map { (Object.string(pair.0), $0) }
      }
      return pairs.isEmpty ? Object.none : try dict(pairs)
    case "__annotations__": return try annotations(of: function)
    case "__dict__": throw unsupported("function.__dict__")
    default: return try undefinedAttribute(name, .function)
    }
  }

  private func exceptionAttribute(
    _ object: Object, _ exception: ExceptionObject, _ name: String
  ) throws(Unwind) -> Object? {
    if let value = exception.attributes[name] { return value }
    guard case .native(let type) = exception.type else { return nil }
    if name == "__class__" { return .type(type) }
    if let value = try nativeAttribute(object, type, name) { return value }
    return try undefinedAttribute(name, type)
  }

  // MARK: Stores

  /// `x.name = value`, or `del x.name` when `value` is `nil`.
  package func setAttribute(of object: Object, _ name: String, to value: Object?) throws(Unwind) {
    if let type = object.userClass { return try setInstanceAttribute(object, type, name, value) }
    switch object {
    case .exception(let exception): try setExceptionAttribute(object, exception, name, value)
    case .classObject(let type): try setClassAttribute(object, type, name, value)
    case .function(let function): try store(value, name, in: &function.attributes, object)
    case .module(let module):
      if module.native != nil { throw unsupported("assignment to \(module.name).\(name)") }
      if module.attributes[name] == nil {
        if value == nil { throw try missingAttribute(name, of: object) }
        try charge(elements: 2)
      }
      module.attributes[name] = value
    case .placeholder(let placeholder): throw unsupported("\(placeholder.name).\(name)")
    case .type(let type):
      throw raise(
        .typeError, "cannot set '\(name)' attribute of immutable type '\(type.qualifiedName)'")
    case .native(let native):
      if try native.setAttribute(name, value, self) { return }
      throw try unsettable(object, name)
    default: throw try unsettable(object, name)
    }
  }

  func store(
    _ value: Object?, _ name: String, in attributes: inout Attributes, _ object: Object
  ) throws(Unwind) {
    if value == nil, attributes[name] == nil { throw try missingAttribute(name, of: object) }
    if value != nil, attributes[name] == nil { try charge(elements: attributes.count + 1, added: 2) }
    attributes[name] = value
  }

  private func setExceptionAttribute(
    _ object: Object, _ exception: ExceptionObject, _ name: String, _ value: Object?
  ) throws(Unwind) {
    if try setExceptionState(exception, name, value) { return }
    if Self.isSpecial(name), name != "__notes__" { throw unsupported("assignment to \(name)") }
    try store(value, name, in: &exception.attributes, object)
  }

  private func unsettable(_ object: Object, _ name: String) throws(Unwind) -> Unwind {
    if name == "__class__" { return unsupported("assignment to __class__") }
    if case .native(let type) = object.pythonType, let (member, owner) = type.definition(of: name),
      case .property = member.kind
    {
      return raise(
        .attributeError, "attribute '\(name)' of '\(owner.qualifiedName)' objects is not writable")
    }
    if try attributeIfPresent(of: object, name) != nil {
      return raise(.attributeError, "'\(object.qualifiedTypeName)' object attribute '\(name)' is read-only")
    }
    return try missingAttribute(name, of: object)
  }
}

extension NativeType {
  var pythonObject: Object { .type(self) }
}
