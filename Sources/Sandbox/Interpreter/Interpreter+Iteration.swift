/// Iteration (Library Reference, *Iterator Types*).
extension Interpreter {
  /// `iter(x)`.
  package func iterator(over object: Object) throws(Unwind) -> IteratorObject {
    switch object {
    case .list(let value): return ListIterator(value)
    case .tuple(let value): return ArrayIterator(value.items, type: .tupleIterator)
    case .string(let value): return StringIterator(value)
    case .dict(let value): return TableIterator(dict: value, part: .keys)
    case .set(let value): return TableIterator(set: value)
    case .bytes(let value):
      return ArrayIterator(value.bytes.map { .int(Int($0)) }, type: .bytesIterator)
    case .iterator(let value): return value
    case .native(let value):
      if let iterator = try value.iterate(self) { return iterator }
    case .placeholder(let value): throw unsupported(value.name)
    case .instance(let instance):
      if case .none? = instance.classObject.userAttribute("__iter__") { break }
      if let made = try callMethod("__iter__", on: object) {
        if case .iterator(let iterator) = made { return iterator }
        if case .instance(let other) = made, other.classObject.userAttribute("__next__") != nil {
          return heap.adopt(InstanceIterator(made))
        }
        throw raise(.typeError, "iter() returned non-iterator of type '\(made.qualifiedTypeName)'")
      }
      if instance.classObject.userAttribute("__getitem__") != nil { return heap.adopt(ItemIterator(object)) }
    default: break
    }
    throw raise(.typeError, "'\(object.qualifiedTypeName)' object is not iterable")
  }

  /// Calls the body with each item; the body returns `false` to stop.
  package func iterate(
    _ object: Object, _ body: (Object) throws(Unwind) -> Bool
  ) throws(Unwind) {
    let iterator = try iterator(over: object)
    while let item = try iterator.next(self) {
      try step()
      if try !body(item) { return }
    }
  }

  /// All items, as `list(x)` collects them.
  package func items(of object: Object) throws(Unwind) -> [Object] {
    switch object {
    case .list(let value): return value.items
    case .tuple(let value): return value.items
    case .set(let value): return value.table.keys
    case .dict(let value): return value.table.keys
    default:
      var items: [Object] = []
      try iterate(object) { (item) throws(Unwind) in
        items.append(item)
        if items.count > limits.elements { throw exceeded(.containerSize) }
        return true
      }
      try charge(elements: items.count)
      return items
    }
  }

  /// The next item of an iterator, or `StopIteration`.
  func nextOrRaise(_ iterator: IteratorObject) throws(Unwind) -> Object {
    if let item = try iterator.next(self) { return item }
    throw raise(.stopIteration, arguments: [])
  }

  /// Unpacks exactly `count` items, with CPython's words when there are more or fewer.
  func unpack(_ object: Object, count: Int) throws(Unwind) -> [Object] {
    let items: [Object]
    switch object {
    case .tuple(let value): items = value.items
    case .list(let value): items = value.items
    default:
      let iterator = try unpackingIterator(object)
      var found: [Object] = []
      while found.count <= count, let item = try iterator.next(self) { found.append(item) }
      items = found
    }
    if items.count == count { return items }
    if items.count > count {
      throw raise(.valueError, "too many values to unpack (expected \(count))")
    }
    throw raise(.valueError, "not enough values to unpack (expected \(count), got \(items.count))")
  }

  /// Unpacks `before, *rest, after`.
  func unpack(_ object: Object, before: Int, after: Int) throws(Unwind) -> [Object] {
    let iterator = try unpackingIterator(object)
    let items = try self.items(of: .iterator(iterator))
    guard items.count >= before + after else {
      throw raise(
        .valueError,
        "not enough values to unpack (expected at least \(before + after), got \(items.count))")
    }
    let rest = try list(Array(items[before..<(items.count - after)]))
    return Array(items[..<before]) + [rest] + Array(items[(items.count - after)...])
  }

  private func unpackingIterator(_ object: Object) throws(Unwind) -> IteratorObject {
    do {
      return try iterator(over: object)
    } catch {
      if catches(error, .typeError), !definesIteration(object) {
        discardException()
        throw raise(.typeError, "cannot unpack non-iterable \(object.qualifiedTypeName) object")
      }
      throw error
    }
  }

  private func definesIteration(_ object: Object) -> Bool {
    guard case .instance(let instance) = object else { return false }
    return instance.classObject.userAttribute("__iter__") != nil
  }
}

/// An instance of a class of the evaluated code that has `__next__`.
final class InstanceIterator: IteratorObject {
  private var instance: Object

  init(_ instance: Object) {
    self.instance = instance
  }

  override func releaseReferences() { instance = .none }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    do {
      return try interpreter.callMethod("__next__", on: instance)
    } catch {
      guard interpreter.catches(error, .stopIteration) else { throw error }
      interpreter.discardException()
      return nil
    }
  }
}
