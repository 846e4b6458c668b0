/// A `list`.
package final class ListObject: HeapObject {
  package var items: [Object]
  /// Its number among the containers of the resource (`ResourcePaths`); 0 for any other.
  var origin: Int32 = 0
  /// The class and the attributes of an instance of a class derived from `list`.
  var instance: InstanceObject?

  package init(_ items: [Object]) {
    self.items = items
  }

  override func releaseReferences() {
    items = []
    instance?.releaseReferences()
  }

  override func forEachReference(_ body: (Object) -> Void) { items.forEach(body) }
}

/// A `tuple`. Only `releaseReferences` ever changes it.
package final class TupleObject: HeapObject {
  package private(set) var items: [Object]
  /// The class and the attributes of an instance of a class derived from `tuple`.
  let instance: InstanceObject?

  package init(_ items: [Object]) {
    self.items = items
    self.instance = nil
  }

  init(_ items: [Object], instance: InstanceObject?) {
    self.items = items
    self.instance = instance
  }

  override func releaseReferences() {
    items = []
    instance?.releaseReferences()
  }

  override func forEachReference(_ body: (Object) -> Void) { items.forEach(body) }
}

/// A `bytes`.
package final class BytesObject: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// A `dict`, in insertion order.
package final class DictObject: HeapObject {
  /// Which class of dict it is; those of `collections` derive from `dict`.
  package enum Kind: Sendable {
    case plain, ordered, counter, defaulting
  }

  package var table = HashTable()
  let kind: Kind
  /// What a `defaultdict` calls for a missing key.
  var factory: Object = .none
  /// Its number among the containers of the resource (`ResourcePaths`); 0 for any other.
  var origin: Int32 = 0
  /// The class and the attributes of an instance of a class derived from `dict`.
  var instance: InstanceObject?

  package init(_ kind: Kind = .plain) {
    self.kind = kind
  }

  var type: NativeType {
    switch kind {
    case .plain: .dict
    case .ordered: .orderedDict
    case .counter: .counter
    case .defaulting: .defaultDict
    }
  }

  override func releaseReferences() {
    table.removeAll()
    factory = .none
    instance?.releaseReferences()
  }

  override func forEachReference(_ body: (Object) -> Void) { table.forEachReference(body) }
}

/// A `set` or `frozenset`, in insertion order. (CPython's order follows hashes that change with every run, so
/// no result may depend on it; insertion order is the one an author expects to see.)
package final class SetObject: HeapObject {
  package var table = HashTable()
  package let isFrozen: Bool
  /// The class and the attributes of an instance of a class derived from `set` or `frozenset`.
  var instance: InstanceObject?

  package init(isFrozen: Bool = false) {
    self.isFrozen = isFrozen
  }

  override func releaseReferences() {
    table.removeAll()
    instance?.releaseReferences()
  }

  override func forEachReference(_ body: (Object) -> Void) { table.forEachReference(body) }
}
