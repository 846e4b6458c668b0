/// Attribute access (Language Reference 3.3.2; CPython's `_PyObject_GenericGetAttr`).
extension Interpreter {
  /// `x.name`.
  package func attribute(of object: Object, _ name: String) throws(Unwind) -> Object {
    if let value = try attributeIfPresent(of: object, name) { return value }
    throw try missingAttribute(name, of: object)
  }

  /// `x.name`, or `nil` where CPython would raise `AttributeError` for it.
  package func attributeIfPresent(of object: Object, _ name: String) throws(Unwind) -> Object? {
    switch object {
    case .instance(let instance):
      return try instanceAttribute(object, instance.classObject, instance.attributes, name)
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
      default: return try undefinedAttribute(name, value.type)
      }
    default:
      guard case .native(let type) = object.pythonType else { return nil }
      if let value = try nativeAttribute(object, type, name) { return value }
      if name == "__class__" { return .type(type) }
      return try undefinedAttribute(name, type)
    }
  }

  private func missingAttribute(_ name: String, of object: Object) throws(Unwind) -> Unwind {
    switch object {
    case .module(let module):
      return raise(.attributeError, "module '\(module.name)' has no attribute '\(name)'")
    case .type, .classObject:
      let type = object.asType?.name ?? ""
      return raise(.attributeError, "type object '\(type)' has no attribute '\(name)'")
    default:
      return raise(.attributeError, "'\(object.qualifiedTypeName)' object has no attribute '\(name)'")
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
      } else if !name.hasPrefix("_"), !NativeAttributes.isException(type, with: name) {
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
    guard let member = type.member(name) else { return nil }
    switch member.kind {
    case .function(let function):
      return .builtin(BuiltinFunction(function, receiver: object, owner: type))
    case .classMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: object.pythonType.object, owner: type))
    case .staticMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: .type(type), owner: type))
    case .property(let read): return try read(object, self)
    case .constant(let make): return make(self)
    case .value(let make): return try nativeValue("\(type.qualifiedName).\(name)", make)
    case .type(let type): return .type(type)
    }
  }

  private func nativeValue(
    _ key: String, _ make: (Interpreter) throws(Unwind) -> Object
  ) throws(Unwind) -> Object {
    if let value = nativeValues[key] { return value }
    let value = try make(self)
    nativeValues[key] = value
    return value
  }

  private func typeAttribute(_ type: NativeType, _ name: String) throws(Unwind) -> Object? {
    switch name {
    case "__name__", "__qualname__": return .string(type.name)
    case "__module__": return .string(type.module ?? "builtins")
    case "__class__": return .type(.type)
    case "__mro__": return tuple(type.resolutionOrder.map { .type($0) })
    case "__bases__": return tuple(type.bases.map { .type($0) })
    default: break
    }
    guard let member = type.member(name) else {
      // What every class has from its own type, `type`.
      if NativeAttributes.isDefined(name, on: .type) ?? true {
        throw unsupported("\(type.qualifiedName).\(name)")
      }
      return try undefinedAttribute(name, type)
    }
    switch member.kind {
    case .function(let function): return .builtin(BuiltinFunction(function, owner: type))
    case .classMethod(let function):
      return .builtin(BuiltinFunction(function, receiver: .type(type), owner: type))
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
      if let submodule = try submodule(name, of: module) { return submodule }
      if let names = native.allNames, !names.contains(name), !name.hasPrefix("_") { return nil }
      return .placeholder(heap.adopt(Placeholder("\(module.name).\(name)")))
    }
    switch member.kind {
    case .function(let function), .classMethod(let function), .staticMethod(let function):
      return try nativeValue("\(module.name).\(name)") { _ in
        .builtin(self.heap.adopt(BuiltinFunction(function)))
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
    default: return try undefinedAttribute(name, .function)
    }
  }

  // MARK: Classes of the evaluated code

  private func instanceAttribute(
    _ object: Object, _ type: ClassObject, _ attributes: [String: Object], _ name: String
  ) throws(Unwind) -> Object? {
    let found = type.userAttribute(name)
    if case .native(let descriptor)? = found, descriptor.isDataDescriptor,
      let value = try descriptor.bind(to: object, of: .user(type), self)
    {
      return value
    }
    if let value = attributes[name] { return value }
    if let found { return try bind(found, to: object, type) }
    if let value = try specialAttribute(object, .user(type), name) { return value }
    if let value = try nativeAttribute(object, type.nativeBase, name) { return value }
    if let getter = type.userAttribute("__getattr__") {
      return try call(getter, CallArguments([object, .string(name)]))
    }
    if name == "__module__" { return .string(type.moduleName) }
    if Self.isOfEveryClass(name) || NativeAttributes.isDefined(name, on: type.nativeBase) ?? true {
      throw unsupported("\(type.name).\(name)")
    }
    return nil
  }

  private func specialAttribute(
    _ object: Object, _ type: PythonType, _ name: String
  ) throws(Unwind) -> Object? {
    switch name {
    case "__class__": return type.object
    case "__dict__": throw unsupported("__dict__")
    default: return nil
    }
  }

  /// What a class attribute becomes when it is read through an instance.
  func bind(_ attribute: Object, to receiver: Object, _ type: ClassObject) throws(Unwind) -> Object {
    switch attribute {
    case .function:
      return .boundMethod(BoundMethod(function: attribute, receiver: receiver))
    case .native(let descriptor):
      return try descriptor.bind(to: receiver, of: .user(type), self) ?? attribute
    case .instance(let instance) where instance.classObject.userAttribute("__get__") != nil:
      throw unsupported("a descriptor (__get__)")
    default: return attribute
    }
  }

  private func classAttribute(_ type: ClassObject, _ name: String) throws(Unwind) -> Object? {
    if let found = type.userAttribute(name) {
      switch found {
      case .native(let descriptor):
        return try descriptor.bind(to: nil, of: .user(type), self) ?? found
      case .instance(let instance) where instance.classObject.userAttribute("__get__") != nil:
        throw unsupported("a descriptor (__get__)")
      default: return found
      }
    }
    switch name {
    case "__name__": return .string(type.name)
    case "__qualname__": return .string(type.qualifiedName)
    case "__module__": return .string(type.moduleName)
    case "__doc__": return Object.none
    case "__class__": return .type(.type)
    case "__mro__": return tuple(type.resolutionOrder.map(\.object))
    case "__bases__": return tuple(type.bases.map(\.object))
    case _ where Self.isOfEveryClass(name): throw unsupported("\(type.name).\(name)")
    default: return try typeAttribute(type.nativeBase, name)
    }
  }

  /// Attributes that CPython gives every class and that are not here.
  private static func isOfEveryClass(_ name: String) -> Bool {
    ["__dict__", "__weakref__", "__annotations__"].contains(name)
  }

  private func exceptionAttribute(
    _ object: Object, _ exception: ExceptionObject, _ name: String
  ) throws(Unwind) -> Object? {
    switch exception.type {
    case .user(let type): return try instanceAttribute(object, type, exception.attributes, name)
    case .native(let type):
      if let value = exception.attributes[name] { return value }
      if name == "__class__" { return .type(type) }
      if let value = try nativeAttribute(object, type, name) { return value }
      return try undefinedAttribute(name, type)
    }
  }

  // MARK: Stores

  /// `x.name = value`, or `del x.name` when `value` is `nil`.
  package func setAttribute(of object: Object, _ name: String, to value: Object?) throws(Unwind) {
    switch object {
    case .instance(let instance):
      if let method = instance.classObject.userAttribute(value == nil ? "__delattr__" : "__setattr__") {
        throw unsupported("\(value == nil ? "__delattr__" : "__setattr__") (\(method.typeName))")
      }
      if case .native(let descriptor)? = instance.classObject.userAttribute(name),
        let stored = try descriptor.store(value, in: object, self)
      {
        if stored { return }
        let verb = value == nil ? "deleter" : "setter"
        throw raise(
          .attributeError,
          "property '\(name)' of '\(instance.classObject.qualifiedName)' object has no \(verb)")
      }
      if instance.classObject.userAttribute("__slots__") != nil { throw unsupported("__slots__") }
      try store(value, name, in: &instance.attributes, object)
    case .exception(let exception):
      if name == "args", let value {
        exception.arguments = try items(of: value)
        return
      }
      if Self.isSpecial(name) { throw unsupported("assignment to \(name)") }
      try store(value, name, in: &exception.attributes, object)
    case .classObject(let type): try store(value, name, in: &type.attributes, object)
    case .function(let function): try store(value, name, in: &function.attributes, object)
    case .module(let module):
      if module.native != nil { throw unsupported("assignment to \(module.name).\(name)") }
      try store(value, name, in: &module.attributes, object)
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

  private func store(
    _ value: Object?, _ name: String, in attributes: inout [String: Object], _ object: Object
  ) throws(Unwind) {
    if value == nil, attributes[name] == nil { throw try missingAttribute(name, of: object) }
    if value != nil, attributes[name] == nil { try charge(elements: attributes.count + 1, added: 2) }
    attributes[name] = value
  }

  private func unsettable(_ object: Object, _ name: String) throws(Unwind) -> Unwind {
    if case .native(let type) = object.pythonType, case .property? = type.member(name)?.kind {
      return raise(
        .attributeError, "attribute '\(name)' of '\(type.qualifiedName)' objects is not writable")
    }
    if try attributeIfPresent(of: object, name) != nil {
      return raise(.attributeError, "'\(object.qualifiedTypeName)' object attribute '\(name)' is read-only")
    }
    return try missingAttribute(name, of: object)
  }

  // MARK: Methods by name

  /// Calls a special method that a class of the evaluated code defines; `nil` when the object's class is none, or
  /// defines no such method.
  func callMethod(
    _ name: String, on object: Object, _ arguments: [Object] = []
  ) throws(Unwind) -> Object? {
    let type: ClassObject
    switch object {
    case .instance(let instance): type = instance.classObject
    case .exception(let exception):
      guard case .user(let user) = exception.type else { return nil }
      type = user
    default: return nil
    }
    guard let method = type.userAttribute(name) else { return nil }
    if case .function(let function) = method {
      return try invoke(function, CallArguments([object] + arguments))
    }
    if method.isNone { return nil }
    return try call(try bind(method, to: object, type), CallArguments(arguments))
  }

  func instanceLength(_ object: Object) throws(Unwind) -> Int? {
    guard let result = try callMethod("__len__", on: object) else { return nil }
    guard let length = result.asInt else {
      throw raise(.typeError, "'\(result.qualifiedTypeName)' object cannot be interpreted as an integer")
    }
    if length < 0 { throw raise(.valueError, "__len__() should return >= 0") }
    return length
  }
}

extension NativeType {
  var pythonObject: Object { .type(self) }
}
