/// An iterator: what `iter(x)` gives, what a generator expression or `map` makes.
package class IteratorObject: HeapObject {
  var type: NativeType { .iterator }

  /// The function a generator runs.
  var functionName: String? { nil }

  /// What `yield from` gives when it has ended.
  var returnValue: Object { .none }

  /// The next item, or `nil` at the end, and from then on.
  func next(_ interpreter: Interpreter) throws(Unwind) -> Object? { nil }
}

/// Iterates a `list`; sees changes made meanwhile, as in CPython.
final class ListIterator: IteratorObject {
  private var list: ListObject?
  private var position = 0

  init(_ list: ListObject) {
    self.list = list
  }

  override var type: NativeType { .listIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let list else { return nil }
    guard position < list.items.count else {
      self.list = nil
      return nil
    }
    defer { position += 1 }
    let item = list.items[position]
    if list.origin != 0 { interpreter.trace?.read(.int(position), item, in: list.origin, interpreter.frame) }
    return item
  }
}

/// Iterates items that can't change.
package final class ArrayIterator: IteratorObject {
  private let items: [Object]
  private var position = 0
  private let ownType: NativeType

  package init(_ items: [Object], type: NativeType = .iterator) {
    self.items = items
    self.ownType = type
  }

  override var type: NativeType { ownType }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard position < items.count else { return nil }
    defer { position += 1 }
    return items[position]
  }
}

final class StringIterator: IteratorObject {
  private var rest: Substring.UnicodeScalarView
  private let isASCII: Bool

  init(_ string: PyString) {
    self.isASCII = string.isASCII
    self.rest = Substring(string.text).unicodeScalars
  }

  override var type: NativeType { isASCII ? .asciiIterator : .strIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    rest.popFirst().map { .string(String($0)) }
  }
}

/// Iterates the keys, values or items of a table, and notices when its size changes.
final class TableIterator: IteratorObject {
  enum Part { case keys, values, items }

  private let table: () -> HashTable
  private let part: Part
  private let container: String
  private let expectedCount: Int
  /// The dict's number if it is part of the resource.
  private let origin: Int32
  private var position = 0
  private var isExhausted = false

  init(dict: DictObject, part: Part) {
    self.table = { dict.table }
    self.part = part
    self.container = "dictionary"
    self.expectedCount = dict.table.count
    self.origin = dict.origin
  }

  init(set: SetObject) {
    self.table = { set.table }
    self.part = .keys
    self.container = "Set"
    self.expectedCount = set.table.count
    self.origin = 0
  }

  override var type: NativeType {
    if container == "Set" { return .setIterator }
    return switch part {
    case .keys: .dictKeyIterator
    case .values: .dictValueIterator
    case .items: .dictItemIterator
    }
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    if isExhausted { return nil }
    let table = table()
    guard table.count == expectedCount else {
      isExhausted = true
      throw interpreter.raise(.runtimeError, "\(container) changed size during iteration")
    }
    let start = position
    while position < table.entries.count {
      defer { position += 1 }
      guard let entry = table.entries[position] else { continue }
      try interpreter.charge(work: position - start)
      if origin != 0, part != .keys {
        interpreter.trace?.read(entry.key, entry.value, in: origin, interpreter.frame)
      }
      switch part {
      case .keys: return entry.key
      case .values: return entry.value
      case .items: return interpreter.tuple([entry.key, entry.value])
      }
    }
    isExhausted = true
    return nil
  }
}

/// The old protocol: `x[0]`, `x[1]` … until `IndexError`.
final class ItemIterator: IteratorObject {
  private var object: Object?
  private var position = 0

  init(_ object: Object) {
    self.object = object
  }

  override func releaseReferences() { object = nil }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let object else { return nil }
    do {
      defer { position += 1 }
      return try interpreter.item(of: object, .int(position))
    } catch {
      guard interpreter.catches(error, .indexError) || interpreter.catches(error, .stopIteration) else {
        throw error
      }
      interpreter.discardException()
      self.object = nil
      return nil
    }
  }
}
