import Python

/// A `collections.deque` (CPython's `_collectionsmodule.c`).
final class DequeObject: NativeObject {
  private(set) var items: [Object] = []
  private let limit: Int?
  /// Changes with every change, for iterators.
  private var version = 0

  private init(limit: Int?) {
    self.limit = limit
    super.init(type: .deque)
  }

  override func releaseReferences() { items = [] }

  private static func make(_ items: [Object], limit: Int?, _ interpreter: Interpreter) throws(Unwind)
    -> Object
  {
    try interpreter.charge(elements: items.count)
    let deque = interpreter.heap.adopt(DequeObject(limit: limit))
    deque.items = limit.map { Array(items.suffix($0)) } ?? items
    return .native(deque)
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> DequeObject {
    if case .native(let native) = object, let deque = native as? DequeObject { return deque }
    throw interpreter.unsupported("a member of deque on \(object.typeName)")
  }

  private static func of(_ call: NativeCall) throws(Unwind) -> DequeObject {
    try of(call.receiver, call.interpreter)
  }

  private func append(_ item: Object, atStart: Bool, _ interpreter: Interpreter) throws(Unwind) {
    version &+= 1
    if let limit, items.count >= limit {
      if limit == 0 { return }
      if atStart { items.removeLast() } else { items.removeFirst() }
      try interpreter.charge(work: items.count)
    }
    try interpreter.charge(elements: items.count + 1, added: 1)
    if atStart {
      try interpreter.charge(work: items.count)
      items.insert(item, at: 0)
    } else {
      items.append(item)
    }
  }

  static let constructor = NativeFunction("deque", "(iterable=None, maxlen=None)") { call throws(Unwind) in
    var limit: Int?
    if let value = call.present(1) {
      guard let count = value.asInt else {
        if value.isIntegral { throw call.interpreter.notAnInteger(value) }
        throw call.raise(.typeError, "an integer is required")
      }
      if count < 0 { throw call.raise(.valueError, "maxlen must be non-negative") }
      limit = count
    }
    let items = try call[0].map { (source) throws(Unwind) in try call.interpreter.items(of: source) } ?? []
    return try make(items, limit: limit, call.interpreter)
  }

  static let members: [Member] = [
    .property("maxlen") { object, interpreter throws(Unwind) in
      try of(object, interpreter).limit.map { .int($0) } ?? .none
    },
    .method("append", "(x, /)") { call throws(Unwind) in
      try of(call).append(call.required(0), atStart: false, call.interpreter)
      return .none
    },
    .method("appendleft", "(x, /)") { call throws(Unwind) in
      try of(call).append(call.required(0), atStart: true, call.interpreter)
      return .none
    },
    .method("extend", "(iterable, /)") { call throws(Unwind) in
      let deque = try of(call)
      for item in try call.interpreter.items(of: call.required(0)) {
        try deque.append(item, atStart: false, call.interpreter)
      }
      return .none
    },
    .method("extendleft", "(iterable, /)") { call throws(Unwind) in
      let deque = try of(call)
      for item in try call.interpreter.items(of: call.required(0)) {
        try deque.append(item, atStart: true, call.interpreter)
      }
      return .none
    },
    .method("pop", "()") { call throws(Unwind) in
      let deque = try of(call)
      deque.version &+= 1
      guard let item = deque.items.popLast() else { throw call.raise(.indexError, "pop from an empty deque") }
      return item
    },
    .method("popleft", "()") { call throws(Unwind) in
      let deque = try of(call)
      deque.version &+= 1
      guard !deque.items.isEmpty else { throw call.raise(.indexError, "pop from an empty deque") }
      try call.interpreter.charge(work: deque.items.count)
      return deque.items.removeFirst()
    },
    .method("clear", "()") { call throws(Unwind) in
      let deque = try of(call)
      deque.version &+= 1
      deque.items = []
      return .none
    },
    .method("copy", "()") { call throws(Unwind) in
      let deque = try of(call)
      return try make(deque.items, limit: deque.limit, call.interpreter)
    },
    .method("count", "(x, /)") { call throws(Unwind) in
      var count = 0
      for item in try of(call).items {
        try call.interpreter.step()
        if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) { count += 1 }
      }
      return .int(count)
    },
    .method("index", "(x, start=0, stop=None, /)") { call throws(Unwind) in
      let items = try of(call).items
      func bound(_ index: Int, _ fallback: Int) throws(Unwind) -> Int {
        guard let object = call[index] else { return fallback }
        guard let value = object.clampedInt else {
          throw call.raise(
            .typeError, "slice indices must be integers or have an __index__ method")
        }
        return value < 0 ? max(0, value + items.count) : min(value, items.count)
      }
      let start = try bound(1, 0)
      for index in start..<max(start, try bound(2, items.count)) {
        try call.interpreter.step()
        if try call.interpreter.isIdenticalOrEqual(items[index], call.required(0)) { return .int(index) }
      }
      throw call.raise(.valueError, "\(try call.interpreter.repr(of: call.required(0)).text) is not in deque")
    },
    .method("insert", "(index, value, /)") { call throws(Unwind) in
      let deque = try of(call)
      if let limit = deque.limit, deque.items.count >= limit {
        throw call.raise(.indexError, "deque already at its maximum size")
      }
      guard let index = call.required(0).asInt else {
        throw call.interpreter.notAnInteger(call.required(0))
      }
      try call.interpreter.charge(elements: deque.items.count + 1, added: 1)
      let count = deque.items.count
      deque.version &+= 1
      deque.items.insert(call.required(1), at: index < 0 ? max(0, index + count) : min(index, count))
      return .none
    },
    .method("remove", "(value, /)") { call throws(Unwind) in
      let deque = try of(call)
      for index in deque.items.indices {
        try call.interpreter.step()
        guard index < deque.items.count,
          try call.interpreter.isIdenticalOrEqual(deque.items[index], call.required(0))
        else { continue }
        deque.version &+= 1
        deque.items.remove(at: index)
        return .none
      }
      throw call.raise(.valueError, "\(try call.interpreter.repr(of: call.required(0)).text) is not in deque")
    },
    .method("reverse", "()") { call throws(Unwind) in
      let deque = try of(call)
      try call.interpreter.charge(work: deque.items.count)
      deque.version &+= 1
      deque.items.reverse()
      return .none
    },
    .method("rotate", "(n=1, /)") { call throws(Unwind) in
      let deque = try of(call)
      let count = deque.items.count
      guard let steps = (call[0] ?? .int(1)).asInt else {
        throw call.interpreter.notAnInteger(call.required(0))
      }
      guard count > 1 else { return .none }
      try call.interpreter.charge(work: count)
      deque.version &+= 1
      let split = ((count - steps % count) % count + count) % count
      deque.items = Array(deque.items[split...] + deque.items[..<split])
      return .none
    },
  ]

  // MARK: As an object

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { items.count }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let text = try interpreter.reprContainer(.native(self), "[", items, "]", recursive: "[...]").text
    if text == "[...]" { return "[...]" }
    return PyString("deque(\(text)\(limit.map { ", maxlen=\($0)" } ?? ""))")
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.unhashable(.native(self))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? DequeObject else { return nil }
    return try interpreter.equals(try interpreter.list(items), try interpreter.list(other.items))
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard case .native(let native) = other, let other = native as? DequeObject else { return nil }
    return try interpreter.isTrue(
      try interpreter.compare(comparison, try interpreter.list(items), try interpreter.list(other.items)))
  }

  private func index(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    guard let index = key.asInt else {
      if key.isIntegral { throw interpreter.tooLargeForIndex(.indexError) }
      throw interpreter.raise(
        .typeError, "sequence index must be integer, not '\(key.qualifiedTypeName)'")
    }
    let position = index < 0 ? index + items.count : index
    guard items.indices.contains(position) else {
      throw interpreter.raise(.indexError, "deque index out of range")
    }
    return position
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    items[try index(key, interpreter)]
  }

  override func setItem(_ key: Object, _ value: Object?, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    let position = try index(key, interpreter)
    if let value { items[position] = value } else { items.remove(at: position) }
    version &+= 1
    return true
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if operation == .mult, case .bigInt = other { throw interpreter.tooLargeForIndex() }
    if operation == .mult, let count = other.asInt {
      let (total, overflow) = items.count.multipliedReportingOverflow(by: max(0, count))
      guard !overflow, total <= interpreter.limits.elements else {
        throw interpreter.exceeded(.containerSize)
      }
      return try Self.make(
        Array(repeatElement(items, count: max(0, count)).joined()), limit: limit, interpreter)
    }
    guard operation == .add, !isReflected else { return nil }
    guard case .native(let native) = other, let other = native as? DequeObject else {
      throw interpreter.raise(
        .typeError, "can only concatenate deque (not \"\(other.qualifiedTypeName)\") to deque")
    }
    return try Self.make(items + other.items, limit: limit, interpreter)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    let expected = version
    var position = 0
    return interpreter.heap.adopt(
      ClosureIterator(.dequeIterator) { [self] interpreter throws(Unwind) in
        guard position < items.count else { return nil }
        if version != expected { throw interpreter.raise(.runtimeError, "deque mutated during iteration") }
        position += 1
        return items[position - 1]
      })
  }

  override func reversedItems(_ interpreter: Interpreter) throws(Unwind) -> [Object]? { items.reversed() }
}

extension NativeType {
  static let deque = NativeType(
    "deque", module: "collections", bases: [.mutableSequence], constructor: DequeObject.constructor,
    members: DequeObject.members)
  fileprivate static let dequeIterator = NativeType(
    "_deque_iterator", module: "collections", bases: [.iterator])
}
