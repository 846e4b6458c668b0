/// Truth, equality, order and hash (Language Reference 6.10, *Comparisons*; 3.3.1, *Basic customization*).
extension Object {
  /// The truth of the values that are tested most; `nil` for any other, and where a class of the evaluated code may
  /// have a say.
  var plainTruth: Bool? {
    switch self {
    case .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .string(let value): !value.isEmpty
    case .list(let value) where value.instance == nil: !value.items.isEmpty
    case .dict(let value) where value.instance == nil: !value.table.isEmpty
    default: nil
    }
  }
}

extension Interpreter {
  /// `bool(x)`.
  package func isTrue(_ object: Object) throws(Unwind) -> Bool {
    if object.userClass != nil {
      if let result = try callMethod("__bool__", on: object) {
        guard case .bool(let value) = result else {
          throw raise(.typeError, "__bool__ should return bool, returned \(result.qualifiedTypeName)")
        }
        return value
      }
      if let length = try instanceLength(object) { return length != 0 }
    }
    return try builtinTruth(of: object)
  }

  /// `bool(x)`, whatever the evaluated code's class says.
  func builtinTruth(of object: Object) throws(Unwind) -> Bool {
    switch object {
    case .none: return false
    case .bool(let value): return value
    case .int(let value): return value != 0
    case .bigInt: return true
    case .float(let value): return value != 0
    case .string(let value): return !value.isEmpty
    case .bytes(let value): return !value.bytes.isEmpty
    case .list(let value): return !value.items.isEmpty
    case .tuple(let value): return !value.items.isEmpty
    case .dict(let value): return !value.table.isEmpty
    case .set(let value): return !value.table.isEmpty
    case .native(let value): return try value.isTrue(self)
    case .placeholder(let value): throw unsupported(value.name)
    case .instance(let instance):
      if let enumeration = instance.classObject.enumeration, enumeration.isFlag {
        return try enumeration.bits(of: object, self) != 0
      }
      guard let base = instance.base else { return true }
      return try builtinTruth(of: base)
    case .iterator, .function, .builtin, .boundMethod, .type, .classObject, .exception, .module, .ellipsis,
      .notImplemented:
      return true
    }
  }

  /// `left is right or left == right`: how containers compare their elements.
  package func isIdenticalOrEqual(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    if let identity = left.identity, identity == right.identity { return true }
    if case .float(let left) = left, case .float(let right) = right, left.isNaN, right.isNaN {
      throw unsupported("the identity of NaN values")
    }
    return try equals(left, right)
  }

  /// `left == right` as a truth value.
  package func equals(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      guard left.utf8Count == right.utf8Count else { return false }
      try charge(work: left.utf8Count)
      return left == right
    case (.none, .none): return true
    case _ where left.userClass != nil || right.userClass != nil:
      return try isTrue(try richEquals(left, right))
    case (.placeholder(let value), _), (_, .placeholder(let value)):
      if case .placeholder(let other) = left, case .placeholder(let another) = right, other === another {
        return true
      }
      throw unsupported(value.name)
    case (.native(let value), _):
      try descend(" in comparison")
      defer { ascend() }
      if let result = try value.isEqual(to: right, self) { return result }
      if case .native(let other) = right, let result = try other.isEqual(to: left, self) { return result }
      return left.identity == right.identity
    case (_, .native(let value)):
      try descend(" in comparison")
      defer { ascend() }
      return try value.isEqual(to: left, self) ?? false
    default: return try builtinEquals(left, right)
    }
  }

  private func builtinEquals(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    if let order = Numbers.compare(left, right) { return order == .equal }
    switch (left, right) {
    case (.float, .float), (.float, .int), (.int, .float), (.bool, .float), (.float, .bool),
      (.float, .bigInt), (.bigInt, .float):
      return false  // NaN
    case (.bytes(let left), .bytes(let right)):
      try charge(work: min(left.bytes.count, right.bytes.count))
      return left.bytes == right.bytes
    case (.list(let left), .list(let right)):
      try charge(work: left.items.count)
      if left === right, left.items.allSatisfy({ $0.identity != nil }) { return true }
      guard left.items.count == right.items.count else { return false }
      return try areEqual(left.items, right.items)
    case (.tuple(let left), .tuple(let right)):
      guard left.items.count == right.items.count else { return false }
      return try areEqual(left.items, right.items)
    case (.dict(let left), .dict(let right)):
      return try areEqual(left, right)
    case (.set(let left), .set(let right)):
      guard left.table.count == right.table.count else { return false }
      return try isSubset(left.table, of: right.table)
    case (.boundMethod(let left), .boundMethod(let right)):
      return left.function.identity == right.function.identity
        && left.receiver.identity == right.receiver.identity && left.receiver.identity != nil
    case (.builtin(let left), .builtin(let right)):
      guard left !== right else { return true }
      guard left.function.name == right.function.name, left.owner === right.owner else { return false }
      return left.receiver?.identity == right.receiver?.identity
    case (.ellipsis, .ellipsis), (.notImplemented, .notImplemented): return true
    default:
      guard let identity = left.identity else { return false }
      return identity == right.identity
    }
  }

  private func areEqual(_ left: [Object], _ right: [Object]) throws(Unwind) -> Bool {
    try descend(" in comparison")
    defer { ascend() }
    for (left, right) in zip(left, right) {
      try step()
      guard try isIdenticalOrEqual(left, right) else { return false }
    }
    return true
  }

  private func areEqual(_ left: DictObject, _ right: DictObject) throws(Unwind) -> Bool {
    if left.kind == .counter, right.kind == .counter, left.table.count != right.table.count {
      // Counters are equal when all counts are, and a missing one counts as 0.
      throw unsupported("== of Counters with different keys")
    }
    if left.kind == .ordered, right.kind == .ordered, left.table.count == right.table.count {
      // Between two OrderedDicts the order counts.
      guard try areEqual(left.table.keys, right.table.keys) else { return false }
    }
    guard left.table.count == right.table.count else { return false }
    try descend(" in comparison")
    defer { ascend() }
    for case let entry? in left.table.entries {
      try step()
      guard let position = try find(entry.key, hash: entry.hash, in: right.table),
        let other = right.table.entry(at: position),
        try isIdenticalOrEqual(entry.value, other.value)
      else { return false }
    }
    return true
  }

  func isSubset(_ left: HashTable, of right: HashTable) throws(Unwind) -> Bool {
    guard left.count <= right.count else { return false }
    for case let entry? in left.entries {
      try step()
      guard try find(entry.key, hash: entry.hash, in: right) != nil else { return false }
    }
    return true
  }

  /// `==` where an operand is of a class of the evaluated code: its `__eq__`, then the other's, then identity.
  func richEquals(_ left: Object, _ right: Object) throws(Unwind) -> Object {
    if let result = try callOperator("__eq__", left, right, reflectedName: "__eq__") { return result }
    if let result = try inheritedEquals(left, right) { return .bool(result) }
    if let result = try inheritedEquals(right, left) { return .bool(result) }
    return .bool(try plainEquals(left, right))
  }

  /// `==` by the built-in types' rules, for objects whose classes don't say otherwise.
  func plainEquals(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    switch (left, right) {
    case (.native(let value), _):
      try descend(" in comparison")
      defer { ascend() }
      if let result = try value.isEqual(to: right, self) { return result }
    case (_, .native(let value)):
      if let result = try value.isEqual(to: left, self) { return result }
    default: break
    }
    if let identity = left.identity, identity == right.identity { return true }
    let (plainLeft, plainRight) = (left.plainScalar, right.plainScalar)
    switch (plainLeft, plainRight) {
    case (.instance, _), (_, .instance), (.exception, _), (_, .exception): return false
    case (.string(let left), .string(let right)): return left == right
    case (.none, .none): return true
    default: break
    }
    return try builtinEquals(plainLeft, plainRight)
  }

  /// `left < right` and so on.
  package func compare(
    _ comparison: Ordering, _ left: Object, _ right: Object
  ) throws(Unwind) -> Object {
    if let order = Numbers.compare(left, right) { return .bool(order.satisfies(comparison)) }
    guard left.userClass != nil || right.userClass != nil else {
      return try builtinCompare(comparison, left, right)
    }
    let (name, reflectedName) = (comparison.methodName, comparison.reflected.methodName)
    let isDerived = !(left.pythonType === right.pythonType) && right.pythonType.isSubtype(of: left.pythonType)
    if isBuiltinOrder(left, right) {
      // The built-in type's own comparison always has an answer, and so stands before the other operand's method.
      if isDerived {
        if right.userClass?.method(reflectedName) == nil {
          return try builtinCompare(comparison.reflected, right, left)
        }
      } else if left.userClass?.method(name) == nil {
        return try builtinCompare(comparison, left, right)
      }
    }
    if let result = try callOperator(name, left, right, reflectedName: reflectedName) { return result }
    return try builtinCompare(comparison, left, right)
  }

  /// Whether a built-in type that both operands are of, or derive from, orders them.
  private func isBuiltinOrder(_ left: Object, _ right: Object) -> Bool {
    switch (left.plainScalar, right.plainScalar) {
    case (.list, .list), (.tuple, .tuple), (.set, .set), (.string, .string), (.bytes, .bytes): true
    default: false
    }
  }

  /// `left < right` and so on, by the built-in types' rules.
  func builtinCompare(_ comparison: Ordering, _ left: Object, _ right: Object) throws(Unwind) -> Object {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      try charge(work: min(left.utf8Count, right.utf8Count))
      return .bool(comparison.holds(left.text, right.text, by: PyString.precedes))
    case (.float, .float), (.float, .int), (.int, .float), (.bool, .float), (.float, .bool),
      (.float, .bigInt), (.bigInt, .float):
      return .bool(false)  // NaN
    case (.bytes(let left), .bytes(let right)):
      try charge(work: min(left.bytes.count, right.bytes.count))
      return .bool(
        comparison.holds(left.bytes, right.bytes) { $0.lexicographicallyPrecedes($1) })
    case (.list(let left), .list(let right)): return try compare(comparison, left.items, right.items)
    case (.tuple(let left), .tuple(let right)): return try compare(comparison, left.items, right.items)
    case (.set(let left), .set(let right)):
      return .bool(try compareSets(comparison, left.table, right.table))
    case (.placeholder(let value), _), (_, .placeholder(let value)): throw unsupported(value.name)
    default: break
    }
    if case .native(let value) = left, let result = try value.compare(comparison, with: right, self) {
      return .bool(result)
    }
    if case .native(let value) = right, let result = try value.compare(comparison.reflected, with: left, self)
    {
      return .bool(result)
    }
    if let result = try plainCompare(comparison, left, right) { return result }
    if left.isCounter || right.isCounter { throw unsupported("\(comparison.rawValue) with a Counter") }
    throw raise(
      .typeError,
      "'\(comparison.rawValue)' not supported between instances of '\(left.qualifiedTypeName)' and "
        + "'\(right.qualifiedTypeName)'")
  }

  /// Compares instances that carry a text or a number as what they carry; `nil` if that has no order.
  private func plainCompare(
    _ comparison: Ordering, _ left: Object, _ right: Object
  ) throws(Unwind) -> Object? {
    guard left.isScalarInstance || right.isScalarInstance else { return nil }
    let (plainLeft, plainRight) = (left.plainScalar, right.plainScalar)
    if let order = Numbers.compare(plainLeft, plainRight) { return .bool(order.satisfies(comparison)) }
    switch (plainLeft, plainRight) {
    case (.string, .string), (.bytes, .bytes), (.float, .float), (.float, .int), (.int, .float), (.native, _),
      (_, .native):
      return try builtinCompare(comparison, plainLeft, plainRight)
    default: return nil
    }
  }

  private func compare(
    _ comparison: Ordering, _ left: [Object], _ right: [Object]
  ) throws(Unwind) -> Object {
    try descend(" in comparison")
    defer { ascend() }
    for (left, right) in zip(left, right) {
      try step()
      if try !isIdenticalOrEqual(left, right) { return try compare(comparison, left, right) }
    }
    return .bool(comparison.holds(left.count, right.count))
  }

  func compareSets(
    _ comparison: Ordering, _ left: HashTable, _ right: HashTable
  ) throws(Unwind) -> Bool {
    switch comparison {
    case .less: return left.count < right.count ? try isSubset(left, of: right) : false
    case .lessOrEqual: return try isSubset(left, of: right)
    case .greater: return right.count < left.count ? try isSubset(right, of: left) : false
    case .greaterOrEqual: return try isSubset(right, of: left)
    }
  }

  /// `hash(x)`: equal for equal values.
  package func hash(of object: Object) throws(Unwind) -> Int {
    if object.userClass != nil {
      if forbids("__hash__", object) { throw unhashable(object) }
      if let result = try callMethod("__hash__", on: object) {
        guard let value = result.asBigInteger else {
          throw raise(.typeError, "__hash__ method should return an integer")
        }
        guard let hash = value.asInt else { return HashNumber.of(value) }
        return hash == -1 ? -2 : hash
      }
    }
    return try builtinHash(of: object)
  }

  /// `hash(x)`, whatever the evaluated code's class says.
  func builtinHash(of object: Object) throws(Unwind) -> Int {
    switch object {
    case .string(let value):
      try charge(work: value.utf8Count)
      return value.keyHash
    case .int(let value): return HashNumber.of(value)
    case .bool(let value): return value ? 1 : 0
    case .bigInt(let object): return HashNumber.of(object.value)
    case .float(let value): return HashNumber.of(value)
    case .none: return 0x6E6F6E65
    case .bytes(let value):
      try charge(work: value.bytes.count)
      return value.bytes.hashValue
    case .tuple(let value):
      try descend()
      defer { ascend() }
      var hashes: [Int] = []
      for item in value.items {
        try step()
        hashes.append(try hash(of: item))
      }
      return HashNumber.ofTuple(hashes)
    case .set(let value) where value.isFrozen:
      try charge(work: value.table.count)
      return HashNumber.ofSet(value.table.entries.compactMap { $0?.hash })
    case .list, .dict, .set: throw unhashable(object)
    case .native(let value):
      try descend()
      defer { ascend() }
      return try value.hash(self)
    case .instance(let instance):
      guard let base = instance.base else { return ObjectIdentifier(instance).hashValue }
      return try builtinHash(of: base)
    case .boundMethod(let value): return value.function.identity.hashValue
    case .builtin(let value): return value.function.name.hashValue
    case .placeholder(let value): throw unsupported(value.name)
    case .ellipsis, .notImplemented: return object.typeName.hashValue
    case .iterator, .function, .type, .classObject, .exception, .module:
      return object.identity.hashValue
    }
  }

  package func unhashable(_ object: Object) -> Unwind {
    raise(.typeError, "unhashable type: '\(object.qualifiedTypeName)'")
  }

  /// `left is right`. Numbers and strings have no identity here; where CPython's answer depends on what it
  /// happens to share, there is none.
  func isIdentical(_ left: Object, _ right: Object) throws(Unwind) -> Bool {
    switch (left, right) {
    case (.none, .none), (.ellipsis, .ellipsis), (.notImplemented, .notImplemented): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.int(let left), .int(let right)):
      if left != right { return false }
      if (-5...256).contains(left) { return true }
    case (.bigInt(let left), .bigInt(let right)):
      if left.value != right.value { return false }
    case (.string(let left), .string(let right)):
      if left != right { return false }
      if left.count == 0 || left.count == 1 && (left.scalar(at: 0)?.value ?? 256) < 256 { return true }
    case (.float(let left), .float(let right)):
      if left != right && !(left.isNaN && right.isNaN) { return false }
    case (.tuple(let left), .tuple(let right)):
      return left === right || left.items.isEmpty && right.items.isEmpty
    case (.bytes(let left), .bytes(let right)):
      return left === right || left.bytes.isEmpty && right.bytes.isEmpty
    default:
      guard let identity = left.identity else { return false }
      return identity == right.identity
    }
    throw unsupported("the identity of equal \(left.typeName) values (is)")
  }
}

extension Ordering {
  func holds<Value: Equatable>(_ left: Value, _ right: Value, by precedes: (Value, Value) -> Bool) -> Bool {
    switch self {
    case .less: precedes(left, right)
    case .lessOrEqual: !precedes(right, left)
    case .greater: precedes(right, left)
    case .greaterOrEqual: !precedes(left, right)
    }
  }
}
