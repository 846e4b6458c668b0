/// `copy` (Library Reference, *Shallow and deep copy operations*).
extension NativeModule {
  static let copy = NativeModule(
    "copy",
    [
      .function("copy", "def(x)") { call throws(Unwind) in
        try CopyModule.shallow(call.required(0), call.interpreter)
      },
      .function("deepcopy", "def(x, memo=None)") { call throws(Unwind) in
        if call.present(1) != nil { throw call.interpreter.unsupported("deepcopy with a memo") }
        var known: [ObjectIdentifier: Object] = [:]
        return try CopyModule.deep(call.required(0), &known, call.interpreter)
      },
    ])
}

enum CopyModule {
  /// Whether a copy of the object is the object itself.
  private static func isAtomic(_ object: Object) -> Bool {
    switch object {
    case .none, .bool, .int, .float, .string, .bytes, .function, .builtin, .type, .classObject, .ellipsis,
      .notImplemented:
      true
    case .instance(let instance): instance.classObject.enumeration != nil
    case .native(let native):
      native is DateObject || native is DateTimeObject || native is TimeDeltaObject
        || native is TimeZoneObject
        || native is ClockTimeObject || native is IPAddressObject || native is RegexPatternObject
    default: false
    }
  }

  /// A new instance of the same class, without a call of `__init__`, with copies of the attributes.
  private static func instance(
    _ object: Object, _ interpreter: Interpreter, made: (Object) -> Void = { _ in },
    _ copy: (Object) throws(Unwind) -> Object
  ) throws(Unwind) -> Object {
    guard case .instance(let instance) = object, instance.base == nil else {
      throw interpreter.unsupported("a copy of a \(object.typeName)")
    }
    let type = instance.classObject
    let hooks = [
      "__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
      "__getnewargs__",
      "__getnewargs_ex__", "__new__",
    ]
    for hook in hooks where type.userAttribute(hook) != nil {
      throw interpreter.unsupported("a copy of a \(object.typeName) with \(hook)")
    }
    try interpreter.charge(elements: 2)
    let result = InstanceObject(type)
    let target = Object.instance(interpreter.heap.adopt(result))
    made(target)
    for name in instance.attributeNames {
      if let value = instance[name] { result[name] = try copy(value) }
    }
    return target
  }

  static func shallow(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    if isAtomic(object) { return object }
    switch object {
    case _ where object.userClass != nil && object.instancePart != nil && !object.isPlainInstance:
      throw interpreter.unsupported("copy.copy of a \(object.typeName)")
    case .tuple: return object
    case .list(let list): return try interpreter.list(list.items)
    case .dict(let dict): return .dict(try interpreter.copy(dict, keepingClass: true))
    case .set(let set):
      if set.isFrozen { return object }
      let copy = interpreter.makeSet()
      try interpreter.charge(elements: set.table.count)
      copy.table = set.table
      return .set(copy)
    case .instance:
      return try instance(object, interpreter) { (value) in value }
    default: throw interpreter.unsupported("copy.copy of a \(object.typeName)")
    }
  }

  /// Copies containers and what they hold, each once.
  static func deep(
    _ object: Object, _ known: inout [ObjectIdentifier: Object], _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    if isAtomic(object) { return object }
    if let identity = object.identity, let copy = known[identity] { return copy }
    try interpreter.step()
    try interpreter.descend()
    defer { interpreter.ascend() }
    switch object {
    case _ where object.userClass != nil && object.instancePart != nil && !object.isPlainInstance:
      throw interpreter.unsupported("copy.deepcopy of a \(object.typeName)")
    case .list(let list):
      let copy = try interpreter.list([])
      guard case .list(let made) = copy else { return copy }
      known[ObjectIdentifier(list)] = copy
      var items: [Object] = []
      for item in list.items { items.append(try deep(item, &known, interpreter)) }
      try interpreter.charge(elements: items.count)
      made.items = items
      return copy
    case .dict(let dict):
      let copy = interpreter.makeDict(dict.kind)
      known[ObjectIdentifier(dict)] = .dict(copy)
      copy.factory = try deep(dict.factory, &known, interpreter)
      for pair in dict.table.pairs {
        let key = try deep(pair.key, &known, interpreter)
        try interpreter.set(key, to: try deep(pair.value, &known, interpreter), in: copy)
      }
      return .dict(copy)
    case .tuple(let tuple):
      var items: [Object] = []
      var isSame = true
      for item in tuple.items {
        let copy = try deep(item, &known, interpreter)
        isSame = isSame && (isAtomic(item) || (copy.identity != nil && copy.identity == item.identity))
        items.append(copy)
      }
      // A tuple that holds nothing mutable is its own copy.
      return isSame ? object : try interpreter.tuple(charging: items)
    case .set(let set):
      var items: [Object] = []
      for item in set.table.keys { items.append(try deep(item, &known, interpreter)) }
      return try interpreter.set(items, frozen: set.isFrozen)
    case .instance:
      return try instance(
        object, interpreter,
        made: { copy in
          if let identity = object.identity { known[identity] = copy }
        }
      ) { (value) throws(Unwind) in try deep(value, &known, interpreter) }
    default: throw interpreter.unsupported("copy.deepcopy of a \(object.typeName)")
    }
  }
}
