/// `dict` (Library Reference, *Mapping Types*).
extension NativeType {
  package static let dict = NativeType(
    "dict", constructor: NativeFunction("dict", "(*args, **kwargs)", DictType.make),
    members: [
      .method("clear", "()") { call throws(Unwind) in
        DictType.receiver(call).table.removeAll()
        return .none
      },
      .method("copy", "()") { call throws(Unwind) in
        .dict(try call.interpreter.copy(DictType.receiver(call), keepingClass: true))
      },
      .classMethod("fromkeys", "(iterable, value=None, /)", DictType.fromKeys),
      .method("get", "(key, default=None, /)") { call throws(Unwind) in
        try call.interpreter.value(for: call.required(0), in: DictType.receiver(call)) ?? call[1] ?? .none
      },
      .method("items", "()") { call in .native(DictView(DictType.receiver(call), .items)) },
      .method("keys", "()") { call in .native(DictView(DictType.receiver(call), .keys)) },
      .method("pop", "(key, default=None, /)", DictType.pop),
      .method("popitem", "()", DictType.popItem),
      .method("setdefault", "(key, default=None, /)", DictType.setDefault),
      .method("update", "(*args, **kwargs)") { call throws(Unwind) in
        try DictType.update(DictType.receiver(call), call, "update")
        return .none
      },
      .method("values", "()") { call in .native(DictView(DictType.receiver(call), .values)) },
    ])
}

enum DictType {
  /// The dict a method was called on.
  static func receiver(_ call: NativeCall) -> DictObject {
    guard case .dict(let dict) = call.receiver else { return DictObject() }
    return dict
  }

  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    let dict = call.interpreter.makeDict()
    try update(dict, call, "dict")
    return .dict(dict)
  }

  static func update(_ dict: DictObject, _ call: NativeCall, _ name: String) throws(Unwind) {
    if call.rest.count > 1 {
      throw call.raise(.typeError, "\(name) expected at most 1 argument, got \(call.rest.count)")
    }
    if let source = call.rest.first { try call.interpreter.mergeIntoDict(dict, source) }
    for keyword in call.keywords {
      try call.interpreter.set(.string(keyword.name), to: keyword.value, in: dict)
    }
  }

  @Sendable static func fromKeys(_ call: NativeCall) throws(Unwind) -> Object {
    let dict = call.interpreter.makeDict()
    try call.interpreter.iterate(call.required(0)) { (key) throws(Unwind) in
      try call.interpreter.set(key, to: call[1] ?? .none, in: dict)
      return true
    }
    return .dict(dict)
  }

  @Sendable static func pop(_ call: NativeCall) throws(Unwind) -> Object {
    // An empty dict doesn't look at the key, hashable or not.
    if !receiver(call).table.isEmpty,
      let value = try call.interpreter.removeValue(for: call.required(0), from: receiver(call))
    {
      return value
    }
    if let defaultValue = call[1] { return defaultValue }
    throw call.raise(keyError: call.required(0))
  }

  @Sendable static func popItem(_ call: NativeCall) throws(Unwind) -> Object {
    let dict = receiver(call)
    guard let position = dict.table.entries.lastIndex(where: { $0 != nil }),
      let entry = dict.table.entry(at: position)
    else {
      throw call.interpreter.raise(
        .keyError, arguments: [.string("popitem(): dictionary is empty")])
    }
    try call.interpreter.charge(work: dict.table.entries.count - position)
    dict.table.remove(at: position)
    return call.interpreter.tuple([entry.key, entry.value])
  }

  @Sendable static func setDefault(_ call: NativeCall) throws(Unwind) -> Object {
    let dict = receiver(call)
    if let value = try call.interpreter.value(for: call.required(0), in: dict) { return value }
    let value = call[1] ?? .none
    try call.interpreter.set(call.required(0), to: value, in: dict)
    return value
  }
}

extension NativeCall {
  func raise(keyError key: Object) -> Unwind { interpreter.raise(.keyError, arguments: [key]) }
}

extension Interpreter {
  /// What `dict.update` does with its argument: a mapping, or pairs.
  func mergeIntoDict(_ dict: DictObject, _ source: Object) throws(Unwind) {
    if case .dict(let other) = source { return try update(dict, with: other) }
    if let pairs = try mappingItems(source) {
      for (key, value) in pairs { try set(key, to: value, in: dict) }
      return
    }
    var index = 0
    try iterate(source) { (element) throws(Unwind) in
      let pair: [Object]
      do throws(Unwind) {
        pair = try items(of: element)
      } catch {
        if dict.kind != .ordered, catches(error, .typeError), !isIterable(element) {
          discardException()
          throw raise(.typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
        }
        throw error
      }
      guard pair.count == 2 else {
        // An `OrderedDict` unpacks its pairs by hand.
        if dict.kind == .ordered {
          throw raise(
            .valueError,
            pair.count > 2
              ? "too many values to unpack (expected 2)"
              : "need more than \(pair.count) value\(pair.count == 1 ? "" : "s") to unpack")
        }
        throw raise(
          .valueError,
          "dictionary update sequence element #\(index) has length \(pair.count); 2 is required")
      }
      try set(pair[0], to: pair[1], in: dict)
      index += 1
      return true
    }
  }
}
