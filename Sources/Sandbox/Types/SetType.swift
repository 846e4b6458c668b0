import Python

/// `set` and `frozenset` (Library Reference, *Set Types*).
extension NativeType {
  package static let set = NativeType(
    "set",
    constructor: NativeFunction("set", "(iterable=(), /)") { call throws(Unwind) in
      try SetType.make(call, frozen: false)
    },
    members: SetType.shared + [
      .method("add", "(elem, /)") { call throws(Unwind) in
        try call.interpreter.insert(call.required(0), into: SetType.receiver(call))
        return .none
      },
      .method("clear", "()") { call throws(Unwind) in
        SetType.receiver(call).table.removeAll()
        return .none
      },
      .method("difference_update", "(*others)") { call throws(Unwind) in
        try SetType.combineInPlace(call, .sub)
      },
      .method("discard", "(elem, /)") { call throws(Unwind) in
        _ = try SetType.remove(call)
        return .none
      },
      .method("intersection_update", "(*others)") { call throws(Unwind) in
        try SetType.combineInPlace(call, .bitAnd)
      },
      .method("pop", "()", SetType.pop),
      .method("remove", "(elem, /)") { call throws(Unwind) in
        guard try SetType.remove(call) else { throw call.raise(keyError: call.required(0)) }
        return .none
      },
      .method("symmetric_difference_update", "(other, /)") { call throws(Unwind) in
        try SetType.combineInPlace(call, .bitXor)
      },
      .method("update", "(*others)") { call throws(Unwind) in try SetType.combineInPlace(call, .bitOr) },
    ])

  package static let frozenset = NativeType(
    "frozenset",
    constructor: NativeFunction("frozenset", "(iterable=(), /)") { call throws(Unwind) in
      try SetType.make(call, frozen: true)
    },
    members: SetType.shared)
}

enum SetType {
  static let shared: [Member] = [
    .method("copy", "()") { call throws(Unwind) in
      if receiver(call).isFrozen { return call.receiver }
      return .set(try copy(receiver(call), call.interpreter))
    },
    .method("difference", "(*others)") { call throws(Unwind) in try combine(call, .sub) },
    .method("intersection", "(*others)") { call throws(Unwind) in try combine(call, .bitAnd) },
    .method("isdisjoint", "(other, /)") { call throws(Unwind) in
      let own = receiver(call)
      var result = true
      try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
        result = try !call.interpreter.contains(item, in: own)
        return result
      }
      return .bool(result)
    },
    .method("issubset", "(other, /)") { call throws(Unwind) in
      .bool(
        try call.interpreter.isSubset(receiver(call).table, of: try table(call.required(0), call.interpreter))
      )
    },
    .method("issuperset", "(other, /)") { call throws(Unwind) in
      let own = receiver(call)
      var result = true
      try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
        result = try call.interpreter.contains(item, in: own)
        return result
      }
      return .bool(result)
    },
    .method("symmetric_difference", "(other, /)") { call throws(Unwind) in
      .set(
        try call.interpreter.combine(
          .bitXor, receiver(call).table, try table(call.required(0), call.interpreter),
          frozen: receiver(call).isFrozen))
    },
    .method("union", "(*others)") { call throws(Unwind) in try combine(call, .bitOr) },
  ]

  /// The set a method was called on.
  static func receiver(_ call: NativeCall) -> SetObject {
    guard case .set(let set) = call.receiver else { return SetObject() }
    return set
  }

  static func make(_ call: NativeCall, frozen: Bool) throws(Unwind) -> Object {
    let set = call.interpreter.makeSet(frozen: frozen)
    guard let iterable = call[0] else { return .set(set) }
    if case .set(let other) = iterable {
      if frozen && other.isFrozen { return iterable }
      try call.interpreter.charge(elements: other.table.count)
      set.table = other.table
      return .set(set)
    }
    try call.interpreter.iterate(iterable) { (item) throws(Unwind) in
      try call.interpreter.insert(item, into: set)
      return true
    }
    return .set(set)
  }

  private static func copy(_ set: SetObject, _ interpreter: Interpreter) throws(Unwind) -> SetObject {
    try interpreter.charge(elements: set.table.count)
    let copy = interpreter.makeSet(frozen: set.isFrozen)
    copy.table = set.table
    return copy
  }

  /// Any iterable as a set's table.
  static func table(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> HashTable {
    if case .set(let set) = object { return set.table }
    if case .dict(let dict) = object { return dict.table }
    let set = interpreter.makeSet()
    try interpreter.iterate(object) { (item) throws(Unwind) in
      try interpreter.insert(item, into: set)
      return true
    }
    return set.table
  }

  /// The elements of another object as far as an intersection looks at them: to the last that can be in it.
  private static func table(sharedBy set: SetObject, _ object: Object, _ interpreter: Interpreter)
    throws(Unwind) -> HashTable
  {
    if case .set = object { return try table(object, interpreter) }
    let shared = interpreter.makeSet()
    try interpreter.iterate(object) { (item) throws(Unwind) in
      guard try interpreter.contains(item, in: set) else { return true }
      try interpreter.insert(item, into: shared)
      return shared.table.count < set.table.count
    }
    return shared.table
  }

  static func combine(_ call: NativeCall, _ operation: BinaryOperator) throws(Unwind) -> Object {
    let own = receiver(call)
    var result = try copy(own, call.interpreter)
    for other in call.rest {
      let table =
        operation == .bitAnd
        ? try table(sharedBy: result, other, call.interpreter) : try table(other, call.interpreter)
      result = try call.interpreter.combine(operation, result.table, table, frozen: own.isFrozen)
    }
    return .set(result)
  }

  static func combineInPlace(_ call: NativeCall, _ operation: BinaryOperator) throws(Unwind) -> Object {
    let own = receiver(call)
    let others = call.rest.isEmpty ? [call[0]].compactMap { $0 } : call.rest
    for other in others {
      // Item after item: those before one that has no hash stay (`set_update_internal`).
      if operation == .bitOr, other.isListed {
        try call.interpreter.iterate(other) { (item) throws(Unwind) in
          try call.interpreter.insert(item, into: own)
          return true
        }
        continue
      }
      own.table =
        try call.interpreter.combine(
          operation, own.table, try table(other, call.interpreter), frozen: false
        ).table
    }
    return .none
  }

  static func remove(_ call: NativeCall) throws(Unwind) -> Bool {
    if case .set(let inner) = call.required(0), !inner.isFrozen {
      return try call.interpreter.remove(call.interpreter.frozen(inner), from: receiver(call))
    }
    return try call.interpreter.remove(call.required(0), from: receiver(call))
  }

  @Sendable static func pop(_ call: NativeCall) throws(Unwind) -> Object {
    let set = receiver(call)
    guard let position = set.table.entries.firstIndex(where: { $0 != nil }),
      let entry = set.table.entry(at: position)
    else {
      throw call.interpreter.raise(.keyError, arguments: [.string("pop from an empty set")])
    }
    try call.interpreter.charge(work: position)
    set.table.remove(at: position)
    return entry.key
  }
}

extension Object {
  /// Whether it is iterated as a sequence is: no set and no mapping, whose keys have hashes.
  fileprivate var isListed: Bool {
    switch self {
    case .list, .tuple, .iterator, .instance: true
    default: false
    }
  }
}
