import Python

/// `dict.keys()`, `.values()` and `.items()`: live views.
final class DictView: NativeObject {
  private var dict: DictObject
  private let part: TableIterator.Part

  init(_ dict: DictObject, _ part: TableIterator.Part) {
    self.dict = dict
    self.part = part
    let type: NativeType =
      switch (part, dict.kind) {
      case (.keys, .ordered): .orderedDictKeys
      case (.values, .ordered): .orderedDictValues
      case (.items, .ordered): .orderedDictItems
      case (.keys, _): .dictKeys
      case (.values, _): .dictValues
      case (.items, _): .dictItems
      }
    super.init(type: type)
  }

  /// Keys and items behave like sets.
  private var isSetLike: Bool { part != .values }

  private func items(_ interpreter: Interpreter) -> [Object] {
    switch part {
    case .keys: dict.table.keys
    case .values: dict.table.values
    case .items: dict.table.pairs.map { interpreter.tuple([$0.key, $0.value]) }
    }
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let text = try interpreter.reprContainer(
      .native(self), "[", items(interpreter), "]", recursive: "...")
    return PyString("\(type.name)(\(text.text))")
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { dict.table.count }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    TableIterator(dict: dict, part: part)
  }

  override func reversedItems(_ interpreter: Interpreter) throws(Unwind) -> [Object]? {
    items(interpreter).reversed()
  }

  override var reversedType: NativeType {
    switch part {
    case .keys: .dictReverseKeyIterator
    case .values: .dictReverseValueIterator
    case .items: .dictReverseItemIterator
    }
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    switch part {
    case .keys: return try interpreter.value(for: item, in: dict) != nil
    case .values: return nil
    case .items:
      guard case .tuple(let pair) = item, pair.items.count == 2,
        let value = try interpreter.value(for: pair.items[0], in: dict)
      else { return false }
      return try interpreter.isIdenticalOrEqual(value, pair.items[1])
    }
  }

  /// The view as a set, and the other operand if it is one or set-like.
  private func table(_ interpreter: Interpreter) throws(Unwind) -> HashTable {
    if part == .keys { return dict.table }
    try interpreter.charge(work: dict.table.count)
    guard case .set(let set) = try interpreter.set(items(interpreter)) else { return HashTable() }
    return set.table
  }

  private func table(of other: Object, _ interpreter: Interpreter) throws(Unwind) -> HashTable? {
    switch other {
    case .set(let set): return set.table
    case .native(let object):
      guard let view = object as? DictView, view.isSetLike else { return nil }
      return try view.table(interpreter)
    default: return nil
    }
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard isSetLike, let table = try table(of: other, interpreter) else { return nil }
    guard table.count == dict.table.count else { return false }
    return try interpreter.isSubset(self.table(interpreter), of: table)
  }

  override func compare(
    _ comparison: Ordering, with other: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    guard isSetLike, let table = try table(of: other, interpreter) else { return nil }
    return try interpreter.compareSets(comparison, self.table(interpreter), table)
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard isSetLike else { return nil }
    switch operation {
    case .bitAnd, .bitOr, .bitXor, .sub: break
    default: return nil
    }
    // Unlike a set's, a view's operators take any iterable.
    guard case .set(let right) = try interpreter.set(try interpreter.items(of: other)) else { return nil }
    let own = try table(interpreter)
    let (left, second) = isReflected ? (right.table, own) : (own, right.table)
    let result = try interpreter.combine(operation, left, second, frozen: false)
    return .set(result)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    if part == .values { return ObjectIdentifier(self).hashValue }
    throw interpreter.unhashable(.native(self))
  }

  fileprivate func isDisjoint(with other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    for item in try interpreter.items(of: other) where try interpreter.contains(item, in: .native(self)) {
      return false
    }
    return true
  }
}

extension NativeType {
  package static let dictKeys = NativeType("dict_keys", members: [isDisjoint, mappingProperty])
  package static let dictValues = NativeType("dict_values", members: [mappingProperty])
  package static let dictItems = NativeType("dict_items", members: [isDisjoint, mappingProperty])

  fileprivate static let orderedDictKeys = NativeType("odict_keys", bases: [.dictKeys])
  fileprivate static let orderedDictValues = NativeType("odict_values", bases: [.dictValues])
  fileprivate static let orderedDictItems = NativeType("odict_items", bases: [.dictItems])

  private static let isDisjoint = Member.method("isdisjoint", "(other, /)") { call throws(Unwind) in
    guard case .native(let object) = call.receiver, let view = object as? DictView else { return .none }
    return .bool(try view.isDisjoint(with: call.required(0), call.interpreter))
  }

  private static let mappingProperty = Member.property("mapping") { _, interpreter throws(Unwind) in
    throw interpreter.unsupported("a view's mapping")
  }
}
