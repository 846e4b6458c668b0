/// `collections.Counter`: a dict of counts. Its arithmetic (`+`, `-`, `&`, `|`) is `unsupported`.
extension NativeType {
  static let counter = NativeType(
    "Counter", module: "collections", bases: [.dict], isWrittenInPython: true,
    constructor: NativeFunction("Counter", "(*args, **kwargs)") { call throws(Unwind) in
      let counter = call.interpreter.makeDict(.counter)
      try Counting.update(counter, call, "Counter.__init__")
      return .dict(counter)
    },
    members: [
      .method("most_common", "(n=None)") { call throws(Unwind) in
        let pairs = try Counting.mostCommon(DictType.receiver(call), call.interpreter)
        var count = pairs.count
        if let limit = call.present(0) {
          guard let limit = limit.asInt else {
            throw call.interpreter.unsupported("most_common of this number")
          }
          count = min(count, max(0, limit))
        }
        return try call.interpreter.list(
          pairs.prefix(count).map { call.interpreter.tuple([$0.key, $0.value]) })
      },
      .method("total", "()") { call throws(Unwind) in
        var total = Object.int(0)
        for pair in DictType.receiver(call).table.pairs {
          total = try call.interpreter.binary(.add, total, pair.value)
        }
        return total
      },
      .method("elements", "()") { call throws(Unwind) in
        var items: [Object] = []
        for pair in DictType.receiver(call).table.pairs {
          guard let count = pair.value.asInt else { throw call.interpreter.unsupported("Counter.elements") }
          guard items.count + max(0, count) <= call.interpreter.limits.elements else {
            throw call.interpreter.exceeded(.containerSize)
          }
          items += Array(repeating: pair.key, count: max(0, count))
        }
        try call.interpreter.charge(elements: items.count)
        return .iterator(call.interpreter.heap.adopt(ArrayIterator(items)))
      },
      .method("update", "(*args, **kwargs)") { call throws(Unwind) in
        try Counting.update(DictType.receiver(call), call, "Counter.update")
        return .none
      },
      .method("subtract", "(*args, **kwargs)") { call throws(Unwind) in
        try Counting.update(DictType.receiver(call), call, "Counter.subtract", subtracting: true)
        return .none
      },
      .classMethod("fromkeys", "(iterable, v=None)") { call throws(Unwind) in
        throw call.raise(
          .notImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
      },
    ])
}

enum Counting {
  /// Adds a mapping's counts, or one for each element.
  static func update(
    _ counter: DictObject, _ call: NativeCall, _ name: String, subtracting: Bool = false
  ) throws(Unwind) {
    let interpreter = call.interpreter
    guard call.rest.count <= 1 else {
      throw interpreter.raise(
        .typeError,
        "\(name)() takes from 1 to 2 positional arguments but \(call.rest.count + 1) were given")
    }
    func add(_ key: Object, _ count: Object) throws(Unwind) {
      let old = try interpreter.value(for: key, in: counter)
      let sum: Object =
        if subtracting {
          try interpreter.binary(.sub, old ?? .int(0), count)
        } else if let old {
          try interpreter.binary(.add, count, old)
        } else {
          count
        }
      try interpreter.set(key, to: sum, in: counter)
    }
    if let source = call.rest.first, !source.isNone { try addAll(of: source, name, interpreter, add) }
    for keyword in call.keywords { try add(.string(keyword.name), keyword.value) }
  }

  private static func addAll(
    of source: Object, _ name: String, _ interpreter: Interpreter,
    _ add: (Object, Object) throws(Unwind) -> Void
  ) throws(Unwind) {
    if case .dict(let dict) = source {
      for pair in dict.table.pairs { try add(pair.key, pair.value) }
      return
    }
    if try interpreter.isInstance(source, of: .type(.mapping)) {
      throw interpreter.unsupported("\(name) of a \(source.typeName)")
    }
    try interpreter.iterate(source) { (item) throws(Unwind) in
      try add(item, .int(1))
      return true
    }
  }

  /// The counts, the highest first; equal ones in order of insertion.
  static func mostCommon(_ counter: DictObject, _ interpreter: Interpreter) throws(Unwind)
    -> [(key: Object, value: Object)]
  {
    let pairs = counter.table.pairs.map { (key: $0.key, value: $0.value) }
    let counts = pairs.compactMap { $0.value.asBigInteger }
    guard counts.count == pairs.count else { throw interpreter.unsupported("counts that aren't integers") }
    try interpreter.charge(work: pairs.count * 16)
    return zip(counts, pairs).enumerated().sorted {
      ($0.element.0, $1.offset) > ($1.element.0, $0.offset)
    }.map(\.element.1)
  }
}
