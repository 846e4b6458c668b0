/// `enumerate`, `filter`, `map`, `reversed` and `zip`: lazy iterators over other iterables.
private final class EnumerateIterator: IteratorObject {
  private var inner: IteratorObject?
  private var index: Object

  init(_ inner: IteratorObject, start: Object) {
    self.inner = inner
    self.index = start
  }

  override var type: NativeType { .enumerate }
  override func releaseReferences() { inner = nil }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let item = try interpreter.nested(inner) else { return nil }
    let current = index
    if case .int(let value) = current, value < .max {
      index = .int(value + 1)
    } else {
      index = .integer((current.asBigInteger ?? .zero) + BigInteger(1))
    }
    return interpreter.tuple([current, item])
  }
}

private final class FilterIterator: IteratorObject {
  private var inner: IteratorObject?
  private var function: Object

  init(_ inner: IteratorObject, _ function: Object) {
    self.inner = inner
    self.function = function
  }

  override var type: NativeType { .filter }

  override func releaseReferences() {
    inner = nil
    function = .none
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    while let item = try interpreter.nested(inner) {
      try interpreter.step()
      let verdict = function.isNone ? item : try interpreter.call(function, with: item)
      if try interpreter.isTrue(verdict) { return item }
    }
    return nil
  }
}

private final class MapIterator: IteratorObject {
  private var inner: [IteratorObject]
  private var function: Object

  init(_ inner: [IteratorObject], _ function: Object) {
    self.inner = inner
    self.function = function
  }

  override var type: NativeType { .map }

  override func releaseReferences() {
    inner = []
    function = .none
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    var arguments: [Object] = []
    for iterator in inner {
      guard let item = try interpreter.nested(iterator) else { return nil }
      arguments.append(item)
    }
    return try interpreter.call(function, CallArguments(arguments))
  }
}

private final class ZipIterator: IteratorObject {
  private var inner: [IteratorObject]
  private let isStrict: Bool

  init(_ inner: [IteratorObject], isStrict: Bool) {
    self.inner = inner
    self.isStrict = isStrict
  }

  override var type: NativeType { .zip }
  override func releaseReferences() { inner = [] }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard !inner.isEmpty else { return nil }
    var items: [Object] = []
    for (index, iterator) in inner.enumerated() {
      guard let item = try interpreter.nested(iterator) else {
        if isStrict { try checkLengths(stoppedAt: index, interpreter) }
        inner = []
        return nil
      }
      items.append(item)
    }
    return interpreter.tuple(items)
  }

  private func checkLengths(stoppedAt index: Int, _ interpreter: Interpreter) throws(Unwind) {
    let earlier = index == 1 ? "argument 1" : "arguments 1-\(index)"
    if index > 0 {
      throw interpreter.raise(.valueError, "zip() argument \(index + 1) is shorter than \(earlier)")
    }
    for (other, iterator) in inner.enumerated().dropFirst() where try interpreter.nested(iterator) != nil {
      let earlier = other == 1 ? "argument 1" : "arguments 1-\(other)"
      throw interpreter.raise(.valueError, "zip() argument \(other + 1) is longer than \(earlier)")
    }
  }
}

extension Interpreter {
  /// The next item of an iterator inside another; they may be nested deeply.
  fileprivate func nested(_ iterator: IteratorObject?) throws(Unwind) -> Object? {
    guard let iterator else { return nil }
    try descend()
    defer { ascend() }
    return try iterator.next(self)
  }

  fileprivate func iterators(over objects: [Object]) throws(Unwind) -> [IteratorObject] {
    var iterators: [IteratorObject] = []
    for object in objects { iterators.append(try iterator(over: object)) }
    return iterators
  }

  fileprivate func adopt(_ iterator: IteratorObject) -> Object { .iterator(heap.adopt(iterator)) }
}

extension NativeType {
  package static let enumerate = NativeType(
    "enumerate",
    constructor: NativeFunction("enumerate", "(*args, **kwargs)") { call throws(Unwind) in
      let (iterable, first) = try enumerateArguments(call)
      var start = BigInteger.zero
      if let first {
        guard let index = first.asBigInteger else { throw call.interpreter.notAnInteger(first) }
        start = index
      }
      return call.interpreter.adopt(
        EnumerateIterator(try call.interpreter.iterator(over: iterable), start: .integer(start)))
    })

  /// `iterable` and `start`, with the words of `enumerate_vectorcall`.
  private static func enumerateArguments(_ call: NativeCall) throws(Unwind) -> (Object, Object?) {
    let count = call.rest.count + call.keywords.count
    if count == 0 { throw call.raise(.typeError, "enumerate() missing required argument 'iterable'") }
    guard count <= 2 else {
      throw call.raise(.typeError, "enumerate() takes at most 2 arguments (\(count) given)")
    }
    var values = call.rest
    var expected = Array(["iterable", "start"].dropFirst(values.count).prefix(call.keywords.count))
    var keywords = call.keywords
    // Both by name, in either order.
    if keywords.count == 2, keywords[0].name == "start" { keywords.reverse() }
    for keyword in keywords {
      guard keyword.name == expected.removeFirst() else {
        throw call.raise(
          .typeError, "'\(keyword.name)' is an invalid keyword argument for enumerate()")
      }
      values.append(keyword.value)
    }
    return (values[0], values.count > 1 ? values[1] : nil)
  }

  package static let filter = NativeType(
    "filter",
    constructor: NativeFunction("filter", "(function, iterable, /)") { call throws(Unwind) in
      call.interpreter.adopt(
        FilterIterator(try call.interpreter.iterator(over: call.required(1)), call.required(0)))
    })

  package static let map = NativeType(
    "map",
    constructor: NativeFunction("map", "(*args)") { call throws(Unwind) in
      guard call.rest.count >= 2 else {
        throw call.raise(.typeError, "map() must have at least two arguments.")
      }
      return call.interpreter.adopt(
        MapIterator(try call.interpreter.iterators(over: Array(call.rest.dropFirst())), call.rest[0]))
    })

  package static let zip = NativeType(
    "zip",
    constructor: NativeFunction("zip", "(*iterables, **kwargs)") { call throws(Unwind) in
      guard call.keywords.count <= 1 else {
        throw call.raise(
          .typeError, "zip() takes at most 1 keyword argument (\(call.keywords.count) given)")
      }
      var isStrict = false
      if let keyword = call.keywords.first {
        guard keyword.name == "strict" else {
          throw call.raise(.typeError, "'\(keyword.name)' is an invalid keyword argument for zip()")
        }
        isStrict = try call.interpreter.isTrue(keyword.value)
      }
      let iterators = try call.interpreter.iterators(over: call.rest)
      return call.interpreter.adopt(ZipIterator(iterators, isStrict: isStrict))
    })

  package static let reversed: NativeType = NativeType(
    "reversed",
    constructor: NativeFunction("reversed", "(sequence, /)") { call throws(Unwind) in
      let interpreter = call.interpreter
      let object = call.required(0)
      switch object {
      case .list(let list): return interpreter.adopt(ReversedList(list))
      case .dict(let dict):
        return interpreter.adopt(ArrayIterator(dict.table.keys.reversed(), type: .dictReverseKeyIterator))
      case .native(let native):
        if let items = try native.reversedItems(interpreter) {
          return interpreter.adopt(ArrayIterator(items, type: native.reversedType))
        }
      case .instance:
        if let result = try interpreter.callMethod("__reversed__", on: object) { return result }
        if object.userClass?.method("__getitem__") != nil, !interpreter.forbids("__reversed__", object),
          let count = try interpreter.instanceLength(object)
        {
          return interpreter.adopt(ReversedSequence(object, count: count))
        }
        if object.isScalarInstance { throw interpreter.unsupported("reversed() of a \(object.typeName)") }
      case .classObject(let type):
        if let enumeration = type.enumeration {
          return interpreter.adopt(
            ArrayIterator(enumeration.canonicalMembers.reversed(), type: .generator))
        }
      case .string, .tuple, .bytes:
        return interpreter.adopt(ArrayIterator(try interpreter.items(of: object).reversed(), type: .reversed))
      case .placeholder(let value): throw interpreter.unsupported(value.name)
      default: break
      }
      throw call.raise(.typeError, "'\(object.qualifiedTypeName)' object is not reversible")
    })
}

/// `reversed(list)`: sees changes made meanwhile.
private final class ReversedList: IteratorObject {
  private var list: ListObject?
  private var position: Int

  init(_ list: ListObject) {
    self.list = list
    self.position = list.items.count - 1
  }

  override var type: NativeType { .listReverseIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let list, position >= 0, position < list.items.count else {
      self.list = nil
      return nil
    }
    defer { position -= 1 }
    return list.items[position]
  }
}
