/// Lookups in dicts and sets, with Python's equality.
extension Interpreter {
  /// The position of a key; `nil` when absent.
  func find(_ key: Object, hash: Int, in table: HashTable) throws(Unwind) -> Int? {
    if case .string(let text) = key {
      switch table.find(text, hash: hash) {
      case .found(let position): return position
      case .absent: return nil
      case .undecided: break
      }
    }
    var probe = table.probe(hash)
    var candidates = 0
    while table.advance(&probe, hash: hash) {
      guard let entry = table.entry(at: probe.position) else { continue }
      candidates += 1
      if candidates > 1 { try step() }
      if case .string(let left) = entry.key, case .string(let right) = key {
        if left == right { return probe.position }
        continue
      }
      // An `__eq__` may change the table, which then has to be copied.
      if case .instance = key {
        try step()
        try charge(work: table.entries.count)
      }
      if try isIdenticalOrEqual(entry.key, key) {
        return probe.position
      }
      // Many keys with one hash are looked at one after another.
      try step()
    }
    return nil
  }

  package func value(for key: Object, in dict: DictObject) throws(Unwind) -> Object? {
    let hash = try hash(of: key)
    let position = try find(key, hash: hash, in: dict.table)
    let value = position.flatMap { dict.table.value(at: $0) }
    if dict.origin != 0 { trace?.read(key, value, in: dict.origin, frame) }
    return value
  }

  package func value(for key: String, in dict: DictObject) -> Object? {
    let key = PyString(key)
    guard case .found(let position) = dict.table.find(key, hash: key.keyHash) else { return nil }
    return dict.table.entry(at: position)?.value
  }

  package func set(_ key: Object, to value: Object, in dict: DictObject) throws(Unwind) {
    let hash = try hash(of: key)
    if let position = try find(key, hash: hash, in: dict.table) {
      dict.table.setValue(value, at: position)
    } else {
      try charge(elements: dict.table.count + 1, added: 2)
      dict.table.append(hash: hash, key: key, value: value)
    }
  }

  /// The value that was removed; `nil` when the key was absent.
  package func removeValue(for key: Object, from dict: DictObject) throws(Unwind) -> Object? {
    let hash = try hash(of: key)
    guard let position = try find(key, hash: hash, in: dict.table) else { return nil }
    let value = dict.table.entry(at: position)?.value
    if dict.origin != 0 { trace?.read(key, value, in: dict.origin, frame) }
    dict.table.remove(at: position)
    return value
  }

  package func contains(_ item: Object, in set: SetObject) throws(Unwind) -> Bool {
    try find(item, hash: try hash(of: item), in: set.table) != nil
  }

  package func insert(_ item: Object, into set: SetObject) throws(Unwind) {
    let hash = try hash(of: item)
    guard try find(item, hash: hash, in: set.table) == nil else { return }
    try charge(elements: set.table.count + 1, added: 2)
    set.table.append(hash: hash, key: item, value: .none)
  }

  /// Whether the item was there.
  package func remove(_ item: Object, from set: SetObject) throws(Unwind) -> Bool {
    let hash = try hash(of: item)
    guard let position = try find(item, hash: hash, in: set.table) else { return false }
    set.table.remove(at: position)
    return true
  }

  package func update(_ dict: DictObject, with other: DictObject) throws(Unwind) {
    for (key, value) in other.table.pairs { try set(key, to: value, in: dict) }
  }

  /// A new `dict` with the same entries, or one of the same class.
  package func copy(_ dict: DictObject, keepingClass: Bool = false) throws(Unwind) -> DictObject {
    try charge(elements: dict.table.count)
    let copy = makeDict(keepingClass ? dict.kind : .plain)
    copy.table = dict.table
    if keepingClass { copy.factory = dict.factory }
    return copy
  }
}
