/// `collections` and `collections.abc` (Library Reference, *Container datatypes*).
extension NativeModule {
  static let collections = NativeModule(
    "collections",
    [
      .type("OrderedDict", .orderedDict), .type("defaultdict", .defaultDict), .type("Counter", .counter),
      .type("deque", .deque),
      .function(
        "namedtuple", "def(typename, field_names, *, rename=False, defaults=None, module=None)",
        NamedTuples.make),
    ], source: .collections)

  static let collectionsABC = NativeModule("collections.abc", abstractTypes)

  static let abstractTypes: [Member] = [
    .type("Callable", .callableABC), .type("Collection", .collection), .type("Container", .container),
    .type("Generator", .generatorABC), .type("Hashable", .hashable), .type("Iterable", .iterable),
    .type("Iterator", .iteratorABC), .type("Mapping", .mapping), .type("MutableMapping", .mutableMapping),
    .type("MutableSequence", .mutableSequence), .type("MutableSet", .mutableSet),
    .type("Reversible", .reversibleABC), .type("Sequence", .sequence), .type("Set", .setABC),
    .type("Sized", .sized),
  ]
}

extension NativeType {
  static let orderedDict = NativeType(
    "OrderedDict", module: "collections", bases: [.dict],
    constructor: NativeFunction("OrderedDict", "(*args, **kwargs)") { call throws(Unwind) in
      if call.rest.count > 1 {
        throw call.raise(.typeError, "expected at most 1 arguments, got \(call.rest.count)")
      }
      let dict = call.interpreter.makeDict(.ordered)
      try DictType.update(dict, call, "OrderedDict")
      return .dict(dict)
    },
    members: [
      .method("move_to_end", "(key, last=True)") { call throws(Unwind) in
        let dict = DictType.receiver(call)
        let isLast = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
        let others = dict.table.pairs
        guard let value = try call.interpreter.removeValue(for: call.required(0), from: dict) else {
          throw call.raise(keyError: call.required(0))
        }
        try call.interpreter.set(call.required(0), to: value, in: dict)
        if !isLast {
          // What stood before it goes behind it, in order.
          try call.interpreter.charge(work: others.count * 8)
          for pair in others where try !call.interpreter.isIdenticalOrEqual(pair.key, call.required(0)) {
            _ = try call.interpreter.removeValue(for: pair.key, from: dict)
            try call.interpreter.set(pair.key, to: pair.value, in: dict)
          }
        }
        return .none
      },
      .method("popitem", "(last=True)") { call throws(Unwind) in
        let dict = DictType.receiver(call)
        let isLast = try call[0].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
        guard let pair = isLast ? dict.table.pairs.last : dict.table.pairs.first else {
          throw call.interpreter.raise(.keyError, arguments: [.string("dictionary is empty")])
        }
        _ = try call.interpreter.removeValue(for: pair.key, from: dict)
        return call.interpreter.tuple([pair.key, pair.value])
      },
      .classMethod("fromkeys", "(iterable, value=None)") { call throws(Unwind) in
        let dict = call.interpreter.makeDict(.ordered)
        try call.interpreter.iterate(call.required(0)) { (key) throws(Unwind) in
          try call.interpreter.set(key, to: call[1] ?? .none, in: dict)
          return true
        }
        return .dict(dict)
      },
    ])

  static let defaultDict = NativeType(
    "defaultdict", module: "collections", bases: [.dict],
    constructor: NativeFunction("defaultdict", "(*args, **kwargs)") { call throws(Unwind) in
      let interpreter = call.interpreter
      let dict = interpreter.makeDict(.defaulting)
      var rest = call.rest
      if let factory = rest.first {
        if !factory.isNone, try !interpreter.isCallable(factory) {
          throw call.raise(.typeError, "first argument must be callable or None")
        }
        dict.factory = factory
        rest.removeFirst()
      }
      if rest.count > 1 {
        throw call.raise(.typeError, "defaultdict expected at most 1 argument, got \(rest.count)")
      }
      if let source = rest.first { try interpreter.mergeIntoDict(dict, source) }
      for keyword in call.keywords { try interpreter.set(.string(keyword.name), to: keyword.value, in: dict) }
      return .dict(dict)
    },
    members: [
      .property("default_factory") { object, _ in
        guard case .dict(let dict) = object else { return .none }
        return dict.factory
      },
      .classMethod("fromkeys", "(iterable, value=None)") { call throws(Unwind) in
        let dict = call.interpreter.makeDict(.defaulting)
        try call.interpreter.iterate(call.required(0)) { (key) throws(Unwind) in
          try call.interpreter.set(key, to: call[1] ?? .none, in: dict)
          return true
        }
        return .dict(dict)
      },
    ])
}

extension Interpreter {
  /// What `d[key]` of a class derived from `dict` gives for a missing key; nil if it has no answer.
  func missingValue(for key: Object, in dict: DictObject) throws(Unwind) -> Object? {
    switch dict.kind {
    case .plain, .ordered: return nil
    case .counter: return .int(0)
    case .defaulting:
      if dict.factory.isNone { return nil }
      let value = try call(dict.factory, CallArguments())
      try set(key, to: value, in: dict)
      return value
    }
  }

  /// `repr` of a class derived from `dict`.
  func reprOfCollection(_ dict: DictObject, _ object: Object) throws(Unwind) -> PyString {
    switch dict.kind {
    case .plain: return try reprOfPlainDict(dict, object)
    case .defaulting:
      let factory = try repr(of: dict.factory).text
      return PyString("\(object.typeName)(\(factory), \(try reprOfPlainDict(dict, object).text))")
    case .ordered:
      if dict.table.isEmpty { return PyString("\(object.typeName)()") }
      let pairs = dict.table.pairs.map { tuple([$0.key, $0.value]) }
      let text = try reprContainer(object, "[", pairs, "]", recursive: "...")
      return PyString(text == "..." ? "..." : "\(object.typeName)(\(text.text))")
    case .counter:
      if dict.table.isEmpty { return "Counter()" }
      let ordered = makeDict()
      for pair in try Counting.mostCommon(dict, self) { try set(pair.key, to: pair.value, in: ordered) }
      return PyString("Counter(\(try reprOfPlainDict(ordered, .dict(ordered)).text))")
    }
  }
}
