/// Iteration (Library Reference, *Iterator Types*).
extension Interpreter {
  /// `iter(x)`.
  package func iterator(over object: Object) throws(Unwind) -> IteratorObject {
    if let type = object.userClass {
      if forbids("__iter__", object) {
        throw raise(.typeError, "'\(object.qualifiedTypeName)' object is not iterable")
      }
      if let made = try callMethod("__iter__", on: object) {
        if case .iterator(let iterator) = made { return iterator }
        if made.userClass?.method("__next__") != nil { return heap.adopt(InstanceIterator(made)) }
        if case .native(let native) = made, native.isIterator, let iterator = try native.iterate(self) {
          return iterator
        }
        throw raise(.typeError, "iter() returned non-iterator of type '\(made.qualifiedTypeName)'")
      }
      if type.inherits(.iteratorABC), type.method("__next__") != nil {
        return heap.adopt(InstanceIterator(object))
      }
      if type.layout === NativeType.object, type.method("__getitem__") != nil {
        return heap.adopt(ItemIterator(object))
      }
    }
    return try builtinIterator(over: object)
  }

  /// `iter(x)`, whatever the evaluated code's class says.
  func builtinIterator(over object: Object) throws(Unwind) -> IteratorObject {
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
      if let members = try Flags.members(of: object, self) { return ArrayIterator(members, type: .generator) }
      if let base = instance.base { return try builtinIterator(over: base) }
    case .classObject(let type):
      if let enumeration = type.enumeration {
        return ArrayIterator(enumeration.canonicalMembers, type: .generator)
      }
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
    case _ where object.userClass?.userAttribute("__iter__") != nil: return try collected(object)
    case .list(let value):
      try charge(work: value.items.count)
      return value.items
    case .tuple(let value):
      try charge(work: value.items.count)
      return value.items
    case .set(let value):
      try charge(work: value.table.count)
      return value.table.keys
    case .dict(let value):
      try charge(work: value.table.count)
      return value.table.keys
    default: return try collected(object)
    }
  }

  /// The items, for what makes a list of them first (`list_extend`): that asks an object of the evaluated code's
  /// classes for its length, to reserve room.
  func listed(_ object: Object) throws(Unwind) -> [Object] {
    guard let type = object.userClass else { return try items(of: object) }
    let hasLength = type.userAttribute("__len__") != nil
    guard hasLength || type.userAttribute("__length_hint__") != nil else { return try items(of: object) }
    guard hasLength else { throw unsupported("__length_hint__") }
    let iterator = try iterator(over: object)
    do throws(Unwind) {
      _ = try instanceLength(object)
    } catch {
      guard catches(error, .typeError) else { throw error }
      discardException()
    }
    return try collected(.iterator(iterator))
  }

  private func collected(_ object: Object) throws(Unwind) -> [Object] {
    var items: [Object] = []
    try iterate(object) { (item) throws(Unwind) in
      items.append(item)
      if items.count > limits.elements { throw exceeded(.containerSize) }
      return true
    }
    try charge(elements: items.count)
    return items
  }

  /// The next item of an iterator, or `StopIteration`.
  func nextOrRaise(_ iterator: IteratorObject) throws(Unwind) -> Object {
    if let item = try iterator.next(self) { return item }
    let value = iterator.returnValue
    throw raise(.stopIteration, arguments: value.isNone ? [] : [value])
  }

  /// Unpacks exactly `count` items, with CPython's words when there are more or fewer.
  func unpack(_ object: Object, count: Int) throws(Unwind) -> [Object] {
    let items: [Object]
    switch object {
    case .tuple(let value) where value.instance == nil: items = value.items
    case .list(let value) where value.instance == nil: items = value.items
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
    object.userClass?.userAttribute("__iter__") != nil
  }
}

/// An instance of a class of the evaluated code that has `__next__`.
final class InstanceIterator: IteratorObject {
  private var instance: Object
  private var result = Object.none

  init(_ instance: Object) {
    self.instance = instance
  }

  override func releaseReferences() { (instance, result) = (.none, .none) }
  override var returnValue: Object { result }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    do {
      return try interpreter.callMethod("__next__", on: instance)
    } catch {
      guard interpreter.catches(error, .stopIteration) else { throw error }
      result = interpreter.raised?.arguments.first ?? .none
      interpreter.discardException()
      return nil
    }
  }
}
