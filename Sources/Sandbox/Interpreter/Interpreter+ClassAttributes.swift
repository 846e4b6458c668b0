/// Attributes of classes themselves (CPython's `type_getattro`).
extension Interpreter {
  func classAttribute(_ type: ClassObject, _ name: String) throws(Unwind) -> Object? {
    if let enumeration = type.enumeration, let value = try enumeration.attribute(name, of: type, self) {
      return value
    }
    if let found = type.userAttribute(name) { return try bind(found, to: nil, of: .user(type)) }
    switch name {
    case "__name__": return .string(type.name)
    case "__qualname__": return .string(type.qualifiedName)
    case "__module__": return .string(type.moduleName)
    case "__doc__": return Object.none
    case "__class__": return .type(type.metaclass)
    case "__mro__": return tuple(type.resolutionOrder.map(\.object))
    case "__bases__": return tuple(type.bases.map(\.object))
    case "__base__": return try base(of: type).object
    case "__dict__": return try classDict(of: type)
    case "__annotations__":
      if let value = try annotationsOfClass(type) { return value }
      let made = Object.dict(makeDict())
      type.attributes[name] = made
      return made
    case "__abstractmethods__":
      guard type.metaclass === NativeType.abcMeta else { break }
      return try set(type.abstractMethods.map { .string($0) }, frozen: true)
    case "mro": return .builtin(BuiltinFunction(.mro, receiver: .classObject(type), owner: .type))
    case "__new__": return .native(heap.adopt(NewMethod(type.layout)))
    case "__init_subclass__", "__subclasses__", "__weakref__", "__subclasshook__", "__call__", "register":
      throw unsupported("\(type.name).\(name)")
    default: break
    }
    if let (member, owner) = type.nativeMember(name) {
      if case .property = member.kind { throw unsupported("\(owner.qualifiedName).\(name) on the class") }
      return try readThroughClass(name, of: owner, as: .classObject(type))
    }
    if let method = SpecialMethods.unbound(name, of: type.layout) { return method }
    for base in type.nativeBases where NativeAttributes.isDefined(name, on: base) ?? !base.isComplete {
      throw unsupported("\(type.name).\(name)")
    }
    if NativeAttributes.isDefined(name, on: .type) ?? true { throw unsupported("\(type.name).\(name)") }
    return nil
  }

  /// `C.__base__`: where the layout of the instances comes from.
  private func base(of type: ClassObject) throws(Unwind) -> PythonType {
    if type.bases.count == 1 { return type.bases[0] }
    throw unsupported("__base__ of a class with several bases")
  }

  /// `C.__dict__`: what it is now, which a later change doesn't show.
  func classDict(of type: ClassObject) throws(Unwind) -> Object {
    let dict = makeDict()
    try set(.string("__module__"), to: .string(type.moduleName), in: dict)
    for pair in type.attributes.pairs where pair.name != "__doc__" {
      try set(.string(pair.name), to: pair.value, in: dict)
    }
    if type.layout === NativeType.object {
      for name in ["__dict__", "__weakref__"] where type.bases.allSatisfy({ $0 === .native(.object) }) {
        try set(.string(name), to: .placeholder(heap.adopt(Placeholder("\(type.name).\(name)"))), in: dict)
      }
    }
    try set(.string("__doc__"), to: type.attributes["__doc__"] ?? .none, in: dict)
    return .native(heap.adopt(MappingProxy(dict)))
  }
}

extension NativeFunction {
  /// `C.mro()`.
  static let mro = NativeFunction("mro", "()") { call throws(Unwind) in
    try call.interpreter.list(call.receiver.asType?.resolutionOrder.map(\.object) ?? [])
  }
}
