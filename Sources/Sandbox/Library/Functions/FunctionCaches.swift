/// `functools.lru_cache`, `cache` and `cached_property`: functions that remember their results.
final class CachedFunction: NativeObject {
  private var function: Object
  private let results: DictObject
  private let limit: Int?
  private let isTyped: Bool
  private var hits = 0
  private var misses = 0

  init(_ function: Object, _ interpreter: Interpreter, limit: Int?, isTyped: Bool = false) {
    self.function = function
    self.limit = limit
    self.isTyped = isTyped
    results = interpreter.makeDict()
    super.init(type: .cachedFunction)
  }

  override func releaseReferences() { function = .none }
  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if limit == 0 {
      misses += 1
      return try interpreter.call(function, call)
    }
    let key = key(for: call, interpreter)
    if let known = try interpreter.value(for: key, in: results) {
      hits += 1
      if limit != nil {
        // The one used last is forgotten last.
        _ = try interpreter.removeValue(for: key, from: results)
        try interpreter.set(key, to: known, in: results)
      }
      return known
    }
    misses += 1
    let result = try interpreter.call(function, call)
    if let limit, results.table.count >= limit, let oldest = results.table.pairs.first {
      try interpreter.charge(work: results.table.count * 16)
      _ = try interpreter.removeValue(for: oldest.key, from: results)
    }
    try interpreter.set(key, to: result, in: results)
    return result
  }

  private func key(for call: CallArguments, _ interpreter: Interpreter) -> Object {
    // One int or str is its own key; so `1` and `1.0` are told apart, but `(1, 2)` and `(1.0, 2)` are not.
    if call.positional.count == 1, call.keywords.isEmpty, !isTyped {
      switch call.positional[0] {
      case .int, .string: return call.positional[0]
      default: break
      }
    }
    var parts = call.positional
    if !call.keywords.isEmpty { parts.append(.ellipsis) }
    for keyword in call.keywords { parts += [.string(keyword.name), keyword.value] }
    if isTyped {
      parts += call.positional.map(\.pythonType.object) + call.keywords.map(\.value.pythonType.object)
    }
    return interpreter.tuple(parts)
  }

  private static func of(_ call: NativeCall) throws(Unwind) -> CachedFunction {
    if case .native(let native) = call.receiver, let function = native as? CachedFunction { return function }
    throw call.interpreter.unsupported("a member of a cached function")
  }

  static let members: [Member] = [
    .method("cache_clear", "()") { call throws(Unwind) in
      let function = try of(call)
      function.results.table.removeAll()
      (function.hits, function.misses) = (0, 0)
      return .none
    },
    .method("cache_info", "()") { call throws(Unwind) in
      let function = try of(call)
      return .native(
        call.interpreter.heap.adopt(
          CacheInfoObject([
            ("hits", .int(function.hits)), ("misses", .int(function.misses)),
            ("maxsize", function.limit.map { .int($0) } ?? .none),
            ("currsize", .int(function.results.table.count)),
          ])))
    },
    .method("cache_parameters", "()") { call throws(Unwind) in
      let function = try of(call)
      return try call.interpreter.dict([
        (.string("maxsize"), function.limit.map { .int($0) } ?? .none),
        (.string("typed"), .bool(function.isTyped)),
      ])
    },
  ]

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "__wrapped__": return function
    case "__name__", "__qualname__", "__doc__", "__module__":
      return try interpreter.attributeIfPresent(of: function, name)
    default: return nil
    }
  }

  override func bind(to instance: Object?, of type: PythonType, _ interpreter: Interpreter)
    throws(Unwind) -> Object?
  {
    guard let instance else { return .native(self) }
    return .native(interpreter.heap.adopt(PartialObject(.native(self), CallArguments([instance]))))
  }
}

/// `lru_cache(maxsize=…)` before it is given its function.
final class CacheDecorator: NativeObject {
  private let limit: Int?
  private let isTyped: Bool

  init(limit: Int?, isTyped: Bool) {
    self.limit = limit
    self.isTyped = isTyped
    super.init(type: .partial)
  }

  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let function = call.positional.first, call.count == 1 else {
      throw interpreter.unsupported("lru_cache of these arguments")
    }
    return try apply(to: function, interpreter)
  }

  func apply(to function: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    guard try interpreter.isCallable(function) else {
      throw interpreter.raise(.typeError, "the first argument must be callable")
    }
    return .native(
      interpreter.heap.adopt(CachedFunction(function, interpreter, limit: limit, isTyped: isTyped)))
  }
}

/// What `cache_info()` gives: a named tuple.
private final class CacheInfoObject: NativeObject {
  private let fields: [(name: String, value: Object)]

  init(_ fields: [(String, Object)]) {
    self.fields = fields.map { (name: $0, value: $1) }
    super.init(type: .cacheInfo)
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    fields.first { $0.name == name }?.value
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: interpreter.tuple(fields.map(\.value)), key)
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { fields.count }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    ArrayIterator(fields.map(\.value), type: .tupleIterator)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    var parts: [String] = []
    for field in fields { parts.append("\(field.name)=\(try interpreter.repr(of: field.value).text)") }
    return PyString("CacheInfo(\(parts.joined(separator: ", ")))")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    if case .native(let native) = other, let other = native as? CacheInfoObject {
      return try interpreter.equals(
        interpreter.tuple(fields.map(\.value)), interpreter.tuple(other.fields.map(\.value)))
    }
    guard case .tuple = other else { return nil }
    return try interpreter.equals(interpreter.tuple(fields.map(\.value)), other)
  }
}

/// `functools.cached_property` and `partialmethod`: descriptors of a class.
private final class FunctionDescriptor: NativeObject {
  private var function: Object
  private var arguments: CallArguments

  init(_ function: Object, _ arguments: CallArguments, type: NativeType) {
    self.function = function
    self.arguments = arguments
    super.init(type: type)
  }

  override func releaseReferences() {
    function = .none
    arguments = CallArguments()

  }

  override func bind(to instance: Object?, of type: PythonType, _ interpreter: Interpreter)
    throws(Unwind) -> Object?
  {
    guard let instance else {
      if self.type === NativeType.cachedProperty { return .native(self) }
      throw interpreter.unsupported("a partialmethod on the class")
    }
    if self.type === NativeType.partialMethod {
      var all = arguments
      all.positional.insert(instance, at: 0)
      return .native(interpreter.heap.adopt(PartialObject(function, all)))
    }
    guard case .instance(let object) = instance else {
      throw interpreter.unsupported("a cached_property of a \(instance.typeName)")
    }
    let value = try interpreter.call(function, with: instance)
    // From now on the instance's own attribute hides the property.
    for case .user(let type) in object.classObject.resolutionOrder {
      for (name, attribute) in type.attributes.pairs where attribute.identity == ObjectIdentifier(self) {
        object[name] = value
      }
    }
    return value
  }
}

extension NativeType {
  static let cachedFunction = NativeType(
    "_lru_cache_wrapper", module: "functools", members: CachedFunction.members)
  fileprivate static let cacheInfo = NativeType("CacheInfo", module: "functools", bases: [.tuple])
  static let cachedProperty: NativeType = NativeType(
    "cached_property", module: "functools",
    constructor: NativeFunction("cached_property.__init__", "def(func)") { call throws(Unwind) in
      .native(
        call.interpreter.heap.adopt(
          FunctionDescriptor(call.required(0), CallArguments(), type: .cachedProperty)))
    })
  static let partialMethod: NativeType = NativeType(
    "partialmethod", module: "functools",
    constructor: NativeFunction("partialmethod.__init__", "def(func, *args, **keywords)") {
      call throws(Unwind) in
      .native(
        call.interpreter.heap.adopt(
          FunctionDescriptor(
            call.required(0), CallArguments(call.rest, keywords: call.keywords), type: .partialMethod)))
    })
}
