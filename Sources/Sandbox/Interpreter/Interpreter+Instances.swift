/// Making instances of the evaluated code's classes (CPython's `type_call`, `object_new`, `object_init`).
extension Interpreter {
  /// `C(…)`: `__new__`, then `__init__` if that gave an instance of the class.
  func instantiate(_ type: ClassObject, _ arguments: CallArguments) throws(Unwind) -> Object {
    if let enumeration = type.enumeration, type.method("__new__") == nil || !enumeration.members.isEmpty {
      return try enumeration.call(type, arguments, self)
    }
    if type.isTypedDict { return try construct(.dict, arguments) }
    let object: Object
    if let method = type.method("__new__") {
      var all = arguments
      all.positional.insert(.classObject(type), at: 0)
      object = try call(try bind(method, to: nil, of: .user(type)), all)
      guard object.pythonType.isSubtype(of: .user(type)) else { return object }
    } else {
      object = try allocate(type, arguments)
    }
    let actual = object.userClass ?? type
    guard let initializer = actual.userAttribute("__init__") else {
      try initialize(object, arguments)
      return object
    }
    let result = try call(try bind(initializer, to: object, actual), arguments)
    if !result.isNone {
      throw raise(.typeError, "__init__() should return None, not '\(result.qualifiedTypeName)'")
    }
    return object
  }

  /// An instance as the built-in `__new__` of its layout makes it.
  func allocate(_ type: ClassObject, _ arguments: CallArguments) throws(Unwind) -> Object {
    try charge(elements: 2)
    if type.layout.isException {
      return .exception(
        heap.adopt(try makeException(.user(type), type.layout, arguments)))
    }
    switch type.layout {
    case .object:
      try checkInstantiable(type, arguments)
      return .instance(heap.adopt(InstanceObject(type)))
    case .list:
      let list = ListObject([])
      list.instance = InstanceObject(type)
      return .list(heap.adopt(list))
    case .dict, .orderedDict, .defaultDict, .counter:
      let dict = makeDict(DictObject.kind(of: type.layout))
      dict.instance = InstanceObject(type)
      return .dict(dict)
    case .set:
      let set = makeSet()
      set.instance = InstanceObject(type)
      return .set(set)
    case .frozenset:
      guard case .set(let made) = try construct(.frozenset, arguments) else { break }
      let set = makeSet(frozen: true)
      set.table = made.table
      set.instance = InstanceObject(type)
      return .set(set)
    case .tuple:
      guard case .tuple(let made) = try construct(.tuple, arguments) else { break }
      return .tuple(heap.adopt(TupleObject(made.items, instance: InstanceObject(type))))
    case .str, .int, .float, .bytes:
      let value = try construct(type.layout, arguments).plainScalar
      return .instance(heap.adopt(InstanceObject(type, base: value)))
    default: break
    }
    throw unsupported("\(type.name)(…), derived from \(type.layout.qualifiedName)")
  }

  private func checkInstantiable(_ type: ClassObject, _ arguments: CallArguments) throws(Unwind) {
    if arguments.count > 0 {
      if type.method("__new__") != nil {
        throw raise(
          .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
      }
      if type.method("__init__") == nil { throw raise(.typeError, "\(type.name)() takes no arguments") }
    }
    if type.isProtocol { throw raise(.typeError, "Protocols cannot be instantiated") }
    let names = type.abstractMethods
    if names.isEmpty { return }
    throw raise(
      .typeError,
      "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") "
        + names.joined(separator: ", "))
  }

  /// What the built-in `__init__` does.
  func initialize(_ object: Object, _ arguments: CallArguments) throws(Unwind) {
    switch object {
    case .exception(let exception):
      if !arguments.keywords.isEmpty {
        if try ExceptionDetails.set(arguments.keywords, exception, self) {
          exception.arguments = arguments.positional
          return
        }
        throw raise(.typeError, "\(exception.type.name)() takes no keyword arguments")
      }
      if exception.type.isSubtype(of: .syntaxError), arguments.count == 2 {
        throw unsupported("\(exception.type.name) with a place")
      }
      // An OSError keeps what `__new__` made of its arguments.
      if exception.attributes["errno"] == nil { exception.arguments = arguments.positional }
    case .list(let list):
      guard case .list(let made) = try construct(.list, arguments) else { return }
      list.items = made.items
    case .dict(let dict):
      guard arguments.count > 0, case .dict(let made) = try construct(dict.type, arguments) else { return }
      dict.factory = made.factory
      if dict.table.isEmpty { dict.table = made.table } else { try update(dict, with: made) }
    case .set(let set):
      guard !set.isFrozen, case .set(let made) = try construct(.set, arguments) else { return }
      set.table = made.table
    case .instance(let instance):
      guard arguments.count > 0, instance.base == nil else { return }
      let type = instance.classObject
      if type.userAttribute("__init__") != nil {
        throw raise(
          .typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      if type.method("__new__") == nil {
        throw raise(
          .typeError, "\(type.name).__init__() takes exactly one argument (the instance to initialize)")
      }
    case .tuple: return
    default:
      if arguments.count > 0 { throw unsupported("\(object.typeName).__init__") }
    }
  }
}

extension DictObject {
  static func kind(of type: NativeType) -> Kind {
    switch type {
    case .orderedDict: .ordered
    case .defaultDict: .defaulting
    case .counter: .counter
    default: .plain
    }
  }
}

/// Types are told apart by identity.
func ~= (pattern: NativeType, value: NativeType) -> Bool { pattern === value }
