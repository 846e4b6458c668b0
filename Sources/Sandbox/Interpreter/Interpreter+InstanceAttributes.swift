/// Attributes of instances of the evaluated code's classes (Language Reference 3.3.2; CPython's
/// `_PyObject_GenericGetAttr` and `slot_tp_getattr_hook`).
extension Interpreter {
  /// `x.name`: what the class's own `__getattribute__` says, else the general rule, then `__getattr__`.
  func instanceAttribute(
    _ object: Object, _ type: ClassObject, _ name: String
  ) throws(Unwind) -> Object? {
    let hooks = hooks(of: type)
    if hooks.isDisjoint(with: [.getattr, .getattribute]) { return try generalAttribute(object, type, name) }
    let getter = type.method("__getattr__")
    if let method = type.method("__getattribute__") {
      do {
        return try call(try bind(method, to: object, type), CallArguments([.string(name)]))
      } catch {
        guard getter != nil, catches(error, .attributeError) else { throw error }
        discardException()
      }
    } else {
      do {
        if let value = try generalAttribute(object, type, name) { return value }
      } catch {
        guard catches(error, .attributeError) else { throw error }
        discardException()
      }
    }
    guard let getter else { return nil }
    return try call(try bind(getter, to: object, type), CallArguments([.string(name)]))
  }

  /// Data descriptors of the class come first, then the instance's own attributes, then the class's others.
  func generalAttribute(_ object: Object, _ type: ClassObject, _ name: String) throws(Unwind) -> Object? {
    let found = type.userAttribute(name)
    if let found, isDataDescriptor(found) { return try bind(found, to: object, type) }
    if let value = ownAttribute(of: object, name) { return value }
    if let found { return try bind(found, to: object, type) }
    switch name {
    case "__class__": return .classObject(type)
    case "__dict__": return try instanceDict(of: object, type)
    case "__module__": return .string(type.moduleName)
    case "__doc__": return Object.none
    default: break
    }
    if let (member, owner) = type.nativeMember(name) { return try read(member, of: owner, through: object) }
    if let method = try SpecialMethods.method(name, of: object, type.layout, self) { return method }
    if name == "__annotations__", let value = try annotationsOfClass(type) { return value }
    if Self.isSpecial(name), ["__weakref__", "__slots__"].contains(name) {
      throw unsupported("\(type.name).\(name)")
    }
    for base in type.nativeBases where NativeAttributes.isDefined(name, on: base) ?? !base.isComplete {
      throw unsupported("\(type.name).\(name)")
    }
    return nil
  }

  /// An attribute that the instance has itself.
  func ownAttribute(of object: Object, _ name: String) -> Object? {
    if case .exception(let exception) = object { return exception.attributes[name] }
    return object.instancePart?[name]
  }

  /// `x.__dict__`.
  func instanceDict(of object: Object, _ type: ClassObject) throws(Unwind) -> Object? {
    if case .exception(let exception) = object {
      // Only a copy can be given, which a change would not reach.
      let dict = makeDict()
      for pair in exception.attributes.pairs
      where !Self.isSpecial(pair.name) && type.nativeMember(pair.name) == nil {
        try set(.string(pair.name), to: pair.value, in: dict)
      }
      return .dict(dict)
    }
    guard type.hasInstanceDict else { return nil }
    return try object.instancePart.map { (part) throws(Unwind) in .dict(try part.dict(self)) }
  }

  // MARK: Descriptors

  /// Whether reading it through an instance comes before the instance's own attributes.
  func isDataDescriptor(_ attribute: Object) -> Bool {
    switch attribute {
    case .native(let descriptor): descriptor.isDataDescriptor
    case .instance(let instance):
      instance.classObject.method("__set__") != nil || instance.classObject.method("__delete__") != nil
    default: false
    }
  }

  /// What a class attribute becomes when it is read through an instance.
  func bind(_ attribute: Object, to receiver: Object, _ type: ClassObject) throws(Unwind) -> Object {
    try bind(attribute, to: receiver, of: .user(type))
  }

  /// What a class attribute becomes when it is read: through an instance, or (`nil`) through a class.
  func bind(_ attribute: Object, to receiver: Object?, of type: PythonType) throws(Unwind) -> Object {
    switch attribute {
    case .function:
      guard let receiver else { return attribute }
      return .boundMethod(BoundMethod(function: attribute, receiver: receiver))
    case .native(let descriptor):
      return try descriptor.bind(to: receiver, of: type, self) ?? attribute
    case .builtin(let function):
      guard let receiver, let owner = function.owner, function.receiver == nil else { return attribute }
      return .builtin(BuiltinFunction(function.function, receiver: receiver, owner: owner))
    case .instance(let instance):
      guard let getter = instance.classObject.method("__get__") else { return attribute }
      return try call(
        try bind(getter, to: attribute, instance.classObject),
        CallArguments([receiver ?? .none, type.object]))
    default: return attribute
    }
  }

  // MARK: Stores

  /// `x.name = value`, or `del x.name` when `value` is `nil`.
  func setInstanceAttribute(
    _ object: Object, _ type: ClassObject, _ name: String, _ value: Object?
  ) throws(Unwind) {
    if hooks(of: type).contains(value == nil ? .delattr : .setattr),
      let method = type.method(value == nil ? "__delattr__" : "__setattr__")
    {
      let arguments = [.string(name)] + (value.map { [$0] } ?? [])
      _ = try call(try bind(method, to: object, type), CallArguments(arguments))
      return
    }
    try setGeneralAttribute(object, type, name, value)
  }

  /// The general rule: through a descriptor of the class, else into the instance.
  func setGeneralAttribute(
    _ object: Object, _ type: ClassObject, _ name: String, _ value: Object?
  ) throws(Unwind) {
    if let found = type.userAttribute(name), try setThroughDescriptor(found, object, type, name, value) {
      return
    }
    switch name {
    case "__class__", "__dict__", "__weakref__": throw unsupported("assignment to \(name)")
    default: break
    }
    if case .exception(let exception) = object {
      if try setExceptionState(exception, name, value) { return }
      return try store(value, name, in: &exception.attributes, object)
    }
    if let (member, owner) = type.nativeMember(name), case .property = member.kind {
      if type.enumeration != nil {
        throw raise(.attributeError, "<enum 'Enum'> cannot set attribute '\(name)'")
      }
      throw raise(.attributeError, "attribute '\(name)' of '\(owner.qualifiedName)' objects is not writable")
    }
    guard type.hasInstanceDict, let part = object.instancePart else {
      let isKnown =
        type.userAttribute(name) != nil || type.nativeMember(name) != nil
        || SpecialMethods.isDefined(name, on: type.layout)
      if isKnown { throw raise(.attributeError, "'\(type.name)' object attribute '\(name)' is read-only") }
      throw raise(.attributeError, "'\(type.name)' object has no attribute '\(name)'")
    }
    guard let value else {
      guard part[name] != nil else {
        throw raise(.attributeError, "'\(type.name)' object has no attribute '\(name)'")
      }
      part[name] = nil
      return
    }
    if part[name] == nil { try charge(elements: 2) }
    part[name] = value
  }

  /// Whether the class attribute takes part in the store.
  private func setThroughDescriptor(
    _ found: Object, _ object: Object, _ type: ClassObject, _ name: String, _ value: Object?
  ) throws(Unwind) -> Bool {
    switch found {
    case .native(let descriptor):
      guard let stored = try descriptor.store(value, in: object, self) else { return false }
      if stored { return true }
      let verb = value == nil ? "deleter" : "setter"
      throw raise(.attributeError, "property '\(name)' of '\(type.qualifiedName)' object has no \(verb)")
    case .instance(let instance):
      let own = instance.classObject
      let setter = own.method("__set__")
      let deleter = own.method("__delete__")
      guard setter != nil || deleter != nil else { return false }
      guard let method = value == nil ? deleter : setter else {
        throw raise(.attributeError, value == nil ? "__delete__" : "__set__")
      }
      _ = try call(try bind(method, to: found, own), CallArguments([object] + (value.map { [$0] } ?? [])))
      return true
    default: return false
    }
  }

  /// `C.name = value`.
  func setClassAttribute(
    _ object: Object, _ type: ClassObject, _ name: String, _ value: Object?
  ) throws(Unwind) {
    if let enumeration = type.enumeration {
      if enumeration.member(named: name) != nil {
        throw raise(
          .attributeError,
          value == nil
            ? "'\(type.name)' cannot delete member '\(name)'." : "cannot reassign member '\(name)'")
      }
    }
    switch name {
    case "__name__", "__qualname__":
      guard case .string(let text)? = value else {
        throw unsupported("assignment of this value to \(type.name).\(name)")
      }
      if name == "__name__" { type.name = text.text } else { type.qualifiedName = text.text }
    case "__module__":
      guard case .string(let text)? = value else { throw unsupported("assignment to \(name)") }
      type.moduleName = text.text
    case "__bases__", "__mro__", "__class__", "__dict__", "__slots__", "__abstractmethods__":
      throw unsupported("assignment to \(type.name).\(name)")
    default:
      if Self.isSpecial(name) { classVersion += 1 }
      try store(value, name, in: &type.attributes, object)
    }
  }
}

extension ClassObject {
  /// Whether instances may have attributes that no class names in `__slots__`.
  var hasInstanceDict: Bool {
    for case .user(let type) in resolutionOrder {
      guard let slots = type.attributes["__slots__"] else { return true }
      if case .tuple(let names) = slots, names.items.contains(where: { $0.asString?.text == "__dict__" }) {
        return true
      }
    }
    return layout.isException
  }
}
