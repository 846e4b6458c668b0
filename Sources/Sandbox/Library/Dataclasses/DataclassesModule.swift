/// `dataclasses` (Library Reference, *Data Classes*).
extension NativeModule {
  static let dataclasses = NativeModule(
    "dataclasses",
    [
      .function(
        "dataclass",
        "def(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)",
        DataclassesModule.decorate),
      .function(
        "field",
        "def(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING)",
        DataclassesModule.makeField),
      .function("fields", "def(class_or_instance)") { call throws(Unwind) in
        guard let dataclass = DataclassesModule.dataclass(of: call.required(0)) else {
          throw call.raise(.typeError, "must be called with a dataclass type or instance")
        }
        return call.interpreter.tuple(dataclass.instanceFields.map { .native($0) })
      },
      .function("is_dataclass", "def(obj)") { call in
        .bool(DataclassesModule.dataclass(of: call.required(0)) != nil)
      },
      .function("asdict", "def(obj, *, dict_factory=dict)") { call throws(Unwind) in
        try DataclassesModule.convert(call, "asdict")
      },
      .function("astuple", "def(obj, *, tuple_factory=tuple)") { call throws(Unwind) in
        try DataclassesModule.convert(call, "astuple")
      },
      .function("replace", "def(obj, /, **changes)", DataclassesModule.replace),
      .function("make_dataclass", "def(cls_name, fields, **kwargs)") { call throws(Unwind) in
        throw call.interpreter.unsupported("dataclasses.make_dataclass")
      },
      .value("MISSING") { interpreter in
        .native(interpreter.heap.adopt(DataclassSentinel("MISSING")))
      },
      .value("KW_ONLY") { interpreter in
        .native(interpreter.heap.adopt(DataclassSentinel("KW_ONLY")))
      },
      .type("InitVar", .initVar), .type("Field", .dataclassField),
      .type("FrozenInstanceError", .frozenInstanceError),
    ])
}

/// `MISSING`, `KW_ONLY`, and the default of a parameter whose value a factory makes.
final class DataclassSentinel: NativeObject {
  let name: String

  init(_ name: String) {
    self.name = name
    super.init(type: .dataclassSentinel)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if name == "<factory>" { return "<factory>" }
    return PyString(Interpreter.address("dataclasses._\(name)_TYPE object"))
  }
}

/// `InitVar[T]`: a parameter of `__init__` that is no field.
final class InitVarObject: NativeObject {
  private var argument: Object

  init(_ argument: Object) {
    self.argument = argument
    super.init(type: .initVar)
  }

  override func releaseReferences() { argument = .none }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("dataclasses.InitVar[\(try interpreter.typeText(argument))]")
  }
}

extension NativeType {
  fileprivate static let dataclassSentinel = NativeType("_MISSING_TYPE", module: "dataclasses")
  static let initVar = NativeType("InitVar", module: "dataclasses", isWrittenInPython: true)
}

enum DataclassesModule {
  static func missing(_ interpreter: Interpreter) throws(Unwind) -> Object {
    try interpreter.attribute(of: try interpreter.importModule("dataclasses"), "MISSING")
  }

  static func noMetadata(_ interpreter: Interpreter) throws(Unwind) -> Object {
    .native(interpreter.heap.adopt(MappingProxy(interpreter.makeDict())))
  }

  /// The dataclass that a class or an instance is of.
  static func dataclass(of object: Object) -> Dataclass? {
    if case .classObject(let type) = object { return Dataclass.of(type) }
    return object.userClass.flatMap { Dataclass.of($0) }
  }

  @Sendable static func decorate(_ call: NativeCall) throws(Unwind) -> Object {
    func flag(_ index: Int, _ standard: Bool) throws(Unwind) -> Bool {
      try call[index].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? standard
    }
    var options = Dataclass.Options()
    options.makesInit = try flag(1, true)
    options.makesRepr = try flag(2, true)
    options.makesEquality = try flag(3, true)
    options.makesOrder = try flag(4, false)
    options.forcesHash = try flag(5, false)
    options.isFrozen = try flag(6, false)
    options.makesMatchArguments = try flag(7, true)
    options.isKeywordOnly = try flag(8, false)
    options.usesSlots = try flag(9, false)
    if try flag(10, false) { throw call.interpreter.unsupported("dataclass(weakref_slot=True)") }
    guard let target = call.present(0) else {
      let chosen = options
      return call.interpreter.makeFunction(
        "wrap", qualifiedName: "dataclass.<locals>.wrap", [.init(name: "cls")]
      ) { (interpreter, arguments) throws(Unwind) in try apply(chosen, arguments[0], interpreter) }
    }
    return try apply(options, target, call.interpreter)
  }

  private static func apply(
    _ options: Dataclass.Options, _ target: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    guard case .classObject(let type) = target else {
      throw interpreter.unsupported("dataclass of a \(target.typeName)")
    }
    return try DataclassProcessing(interpreter: interpreter, type: type, options: options).run()
  }

  @Sendable static func makeField(_ call: NativeCall) throws(Unwind) -> Object {
    let missing = try missing(call.interpreter)
    func given(_ index: Int) -> Object? {
      guard let value = call[index], value.identity == nil || value.identity != missing.identity else {
        return nil
      }
      return value
    }
    func flag(_ index: Int) throws(Unwind) -> Bool {
      try call[index].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? true
    }
    if given(0) != nil, given(1) != nil {
      throw call.raise(.valueError, "cannot specify both default and default_factory")
    }
    var metadata = try noMetadata(call.interpreter)
    if let value = call.present(6) {
      guard case .dict(let dict) = value else {
        throw call.interpreter.unsupported("this metadata of a field")
      }
      metadata = .native(call.interpreter.heap.adopt(MappingProxy(dict)))
    }
    let field = DataclassField(
      defaultValue: given(0), factory: given(1), takesInit: try flag(2), isShown: try flag(3),
      isCompared: try flag(5),
      isHashed: try call.present(4).map { (value) throws(Unwind) in try call.interpreter.isTrue(value) },
      metadata: metadata,
      isKeywordOnly: try given(7).map { (value) throws(Unwind) in try call.interpreter.isTrue(value) })
    return .native(call.interpreter.heap.adopt(field))
  }

  @Sendable static func replace(_ call: NativeCall) throws(Unwind) -> Object {
    let (interpreter, object) = (call.interpreter, call.required(0))
    guard let type = object.userClass, let dataclass = Dataclass.of(type) else {
      throw call.raise(.typeError, "replace() should be called on dataclass instances")
    }
    var changes = call.keywords
    for field in dataclass.fields where field.kind != .classVariable {
      let isGiven = changes.contains { $0.name == field.name }
      if !field.takesInit {
        if isGiven {
          throw call.raise(
            .valueError,
            "field \(field.name) is declared with init=False, it cannot be specified with replace()")
        }
        continue
      }
      if isGiven { continue }
      if field.kind == .initializer, field.defaultValue == nil {
        throw call.raise(
          .valueError,
          "InitVar \(StringText.repr(PyString(field.name)).text) must be specified with replace()")
      }
      let value = try interpreter.attribute(of: object, field.name)
      changes.append(CallArguments.Keyword(name: field.name, value: value))
    }
    return try interpreter.call(.classObject(type), CallArguments([], keywords: changes))
  }

  // MARK: asdict and astuple

  static func convert(_ call: NativeCall, _ name: String) throws(Unwind) -> Object {
    guard let type = call.required(0).userClass, Dataclass.of(type) != nil else {
      throw call.raise(.typeError, "\(name)() should be called on dataclass instances")
    }
    return try convert(call.required(0), asDict: name == "asdict", factory: call.present(1), call.interpreter)
  }

  private static func convert(
    _ object: Object, asDict: Bool, factory: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    try interpreter.step()
    try interpreter.descend()
    defer { interpreter.ascend() }
    func inner(_ value: Object) throws(Unwind) -> Object {
      try convert(value, asDict: asDict, factory: factory, interpreter)
    }
    if let type = object.userClass, let dataclass = Dataclass.of(type) {
      var pairs: [(Object, Object)] = []
      for field in dataclass.instanceFields {
        pairs.append((.string(field.name), try inner(try interpreter.attribute(of: object, field.name))))
      }
      guard asDict else {
        let values = interpreter.tuple(pairs.map(\.1))
        guard let factory else { return values }
        return try interpreter.call(factory, with: try interpreter.list(pairs.map(\.1)))
      }
      guard let factory else { return try interpreter.dict(pairs) }
      return try interpreter.call(
        factory, with: try interpreter.list(pairs.map { interpreter.tuple([$0.0, $0.1]) }))
    }
    switch object {
    case .list(let list) where list.instance == nil:
      var items: [Object] = []
      for item in list.items { items.append(try inner(item)) }
      return try interpreter.list(items)
    case .tuple(let tuple):
      var items: [Object] = []
      for item in tuple.items { items.append(try inner(item)) }
      guard let type = tuple.instance?.classObject else { return try interpreter.tuple(charging: items) }
      guard NamedTuples.fields(of: type) != nil else {
        throw interpreter.unsupported("asdict of a derived tuple")
      }
      return try interpreter.call(.classObject(type), CallArguments(items))
    case .dict(let dict) where dict.instance == nil && (dict.kind == .plain || dict.kind == .ordered):
      let copy = interpreter.makeDict(dict.kind)
      for pair in dict.table.pairs {
        try interpreter.set(try inner(pair.key), to: try inner(pair.value), in: copy)
      }
      return .dict(copy)
    case .list, .dict: throw interpreter.unsupported("asdict of a \(object.typeName)")
    default:
      var known: [ObjectIdentifier: Object] = [:]
      return try CopyModule.deep(object, &known, interpreter)
    }
  }
}
