/// `list` (Library Reference, *Sequence Types*).
extension NativeType {
  package static let list = NativeType(
    "list",
    constructor: NativeFunction("list", "(iterable=(), /)") { call throws(Unwind) in
      guard let iterable = call[0] else { return try call.interpreter.list([]) }
      return try call.interpreter.list(try call.interpreter.listed(iterable))
    },
    members: [
      .method("append", "(object, /)", ListType.append),
      .method("clear", "()") { call throws(Unwind) in
        ListType.receiver(call).items = []
        return .none
      },
      .method("copy", "()") { call throws(Unwind) in
        try call.interpreter.list(ListType.receiver(call).items)
      },
      .method("count", "(value, /)") { call throws(Unwind) in
        .int(
          try SequenceMethods.count(of: call.required(0), in: ListType.receiver(call).items, call.interpreter)
        )
      },
      .method("extend", "(iterable, /)") { call throws(Unwind) in
        try call.interpreter.extend(ListType.receiver(call), with: call.required(0))
        return .none
      },
      .method("index", "(value, start=0, stop=9223372036854775807, /)", ListType.index),
      .method("insert", "(index, object, /)", ListType.insert),
      .method("pop", "(index=-1, /)", ListType.pop),
      .method("remove", "(value, /)", ListType.remove),
      .method("reverse", "()") { call throws(Unwind) in
        try call.interpreter.charge(work: ListType.receiver(call).items.count)
        ListType.receiver(call).items.reverse()
        return .none
      },
      .method("sort", "(*, key=None, reverse=False)", ListType.sort),
    ])
}

enum ListType {
  /// The list a method was called on.
  static func receiver(_ call: NativeCall) -> ListObject {
    guard case .list(let list) = call.receiver else { return ListObject([]) }
    return list
  }

  @Sendable static func append(_ call: NativeCall) throws(Unwind) -> Object {
    let list = receiver(call)
    try call.interpreter.charge(elements: list.items.count + 1, added: 1)
    list.items.append(call.required(0))
    return .none
  }

  @Sendable static func index(_ call: NativeCall) throws(Unwind) -> Object {
    let position = try SequenceMethods.index(call, in: receiver(call).items)
    if let position { return .int(position) }
    throw call.raise(.valueError, "\(try call.interpreter.repr(of: call.required(0)).text) is not in list")
  }

  @Sendable static func insert(_ call: NativeCall) throws(Unwind) -> Object {
    let list = receiver(call)
    guard let index = call.required(0).asInt else { throw call.interpreter.notAnInteger(call.required(0)) }
    try call.interpreter.charge(elements: list.items.count + 1, added: 1)
    try call.interpreter.charge(work: list.items.count)
    let count = list.items.count
    let position = index < 0 ? max(0, index + count) : min(index, count)
    list.items.insert(call.required(1), at: position)
    return .none
  }

  @Sendable static func pop(_ call: NativeCall) throws(Unwind) -> Object {
    let list = receiver(call)
    var index = -1
    if let object = call[0] {
      guard let value = object.asInt else { throw call.interpreter.notAnInteger(object) }
      index = value
    }
    if list.items.isEmpty { throw call.raise(.indexError, "pop from empty list") }
    let position = index < 0 ? index + list.items.count : index
    guard list.items.indices.contains(position) else {
      throw call.raise(.indexError, "pop index out of range")
    }
    try call.interpreter.charge(work: list.items.count - position)
    return list.items.remove(at: position)
  }

  @Sendable static func remove(_ call: NativeCall) throws(Unwind) -> Object {
    let list = receiver(call)
    for (position, item) in list.items.enumerated() {
      try call.interpreter.step()
      if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) {
        if position < list.items.count { list.items.remove(at: position) }
        return .none
      }
    }
    throw call.raise(.valueError, "list.remove(x): x not in list")
  }

  @Sendable static func sort(_ call: NativeCall) throws(Unwind) -> Object {
    let list = receiver(call)
    let reverse = call[1] == nil ? false : try call.cInt(1) != 0
    let items = list.items
    // Empty while it is being sorted, as in CPython.
    list.items = []
    do throws(Unwind) {
      let sorted = try call.interpreter.sort(items, key: call.present(0), reverse: reverse)
      let isModified = !list.items.isEmpty
      list.items = sorted
      if isModified { throw call.raise(.valueError, "list modified during sort") }
    } catch {
      if list.items.isEmpty { list.items = items }
      throw error
    }
    return .none
  }
}

/// What lists and tuples have in common.
enum SequenceMethods {
  static func count(of value: Object, in items: [Object], _ interpreter: Interpreter) throws(Unwind) -> Int {
    var count = 0
    for item in items {
      try interpreter.step()
      if try interpreter.isIdenticalOrEqual(item, value) { count += 1 }
    }
    return count
  }

  /// `index(value, start, stop)`; `nil` when it isn't there.
  static func index(_ call: NativeCall, in items: [Object]) throws(Unwind) -> Int? {
    func bound(_ index: Int, default defaultValue: Int) throws(Unwind) -> Int {
      guard let object = call[index] else { return defaultValue }
      guard let value = object.clampedInt else {
        throw call.raise(
          .typeError, "slice indices must be integers or have an __index__ method")
      }
      return value < 0 ? max(0, value + items.count) : min(value, items.count)
    }
    let start = try bound(1, default: 0)
    let stop = try bound(2, default: items.count)
    guard start < stop else { return nil }
    for position in start..<stop {
      try call.interpreter.step()
      if try call.interpreter.isIdenticalOrEqual(items[position], call.required(0)) { return position }
    }
    return nil
  }
}

extension NativeType {
  package static let tuple = NativeType(
    "tuple",
    constructor: NativeFunction("tuple", "(iterable=(), /)") { call throws(Unwind) in
      guard let iterable = call[0] else { return call.interpreter.tuple([]) }
      if case .tuple = iterable { return iterable }
      return try call.interpreter.tuple(charging: try call.interpreter.listed(iterable))
    },
    members: [
      .method("count", "(value, /)") { call throws(Unwind) in
        let items = try call.interpreter.items(of: call.receiver)
        return .int(try SequenceMethods.count(of: call.required(0), in: items, call.interpreter))
      },
      .method("index", "(value, start=0, stop=9223372036854775807, /)") { call throws(Unwind) in
        let items = try call.interpreter.items(of: call.receiver)
        if let position = try SequenceMethods.index(call, in: items) { return .int(position) }
        throw call.raise(.valueError, "tuple.index(x): x not in tuple")
      },
    ])
}
