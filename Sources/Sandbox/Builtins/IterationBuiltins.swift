/// Built-in functions that consume iterables.
enum IterationBuiltins {
  @Sendable static func all(_ call: NativeCall) throws(Unwind) -> Object {
    .bool(try !hasItem(call, that: false))
  }

  @Sendable static func any(_ call: NativeCall) throws(Unwind) -> Object {
    .bool(try hasItem(call, that: true))
  }

  /// Whether some item has this truth value: the item that decides `any` and `all`.
  private static func hasItem(_ call: NativeCall, that isTrue: Bool) throws(Unwind) -> Bool {
    let interpreter = call.interpreter
    let iterator = try interpreter.iterator(over: call.required(0))
    var count = 0
    var found: Object?
    while found == nil, let item = try iterator.next(interpreter) {
      try interpreter.step()
      count += 1
      if try interpreter.isTrue(item) == isTrue { found = item }
    }
    if let frame = interpreter.frame, let trace = frame.trace {
      let variable = found == nil ? nil : (iterator as? GeneratorExpression)?.variable
      trace.decide((found != nil) == isTrue, after: count, found, variable, at: frame.range)
    }
    return found != nil
  }

  @Sendable static func iter(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    guard let sentinel = call[1] else {
      let object = call.required(0)
      if object.userClass?.method("__iter__") != nil,
        let made = try interpreter.callMethod("__iter__", on: object)
      {
        if made.userClass?.method("__next__") != nil { return made }
        if case .iterator = made { return made }
        if case .native(let native) = made, native.isIterator { return made }
        throw interpreter.raise(
          .typeError, "iter() returned non-iterator of type '\(made.qualifiedTypeName)'")
      }
      return .iterator(interpreter.heap.adopt(try interpreter.iterator(over: object)))
    }
    guard try interpreter.isCallable(call.required(0)) else {
      throw call.raise(.typeError, "iter(v, w): v must be callable")
    }
    return .iterator(interpreter.heap.adopt(CallableIterator(call.required(0), sentinel: sentinel)))
  }

  @Sendable static func len(_ call: NativeCall) throws(Unwind) -> Object {
    guard let length = try call.interpreter.length(of: call.required(0)) else {
      throw call.raise(.typeError, "object of type '\(call.required(0).qualifiedTypeName)' has no len()")
    }
    return .int(length)
  }

  @Sendable static func max(_ call: NativeCall) throws(Unwind) -> Object {
    try extreme(call, name: "max", .greater)
  }

  @Sendable static func min(_ call: NativeCall) throws(Unwind) -> Object {
    try extreme(call, name: "min", .less)
  }

  private static func extreme(
    _ call: NativeCall, name: String, _ comparison: Ordering
  ) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    guard let first = call.rest.first else {
      throw call.raise(.typeError, "\(name) expected at least 1 argument, got 0")
    }
    var keyFunction: Object?
    var defaultValue: Object?
    for keyword in call.keywords {
      switch keyword.name {
      case "key": keyFunction = keyword.value.isNone ? nil : keyword.value
      case "default": defaultValue = keyword.value
      default:
        throw call.raise(
          .typeError, "'\(keyword.name)' is an invalid keyword argument for \(name)()")
      }
    }
    if call.rest.count > 1, defaultValue != nil {
      throw call.raise(
        .typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    var best: (value: Object, key: Object)?
    func consider(_ item: Object) throws(Unwind) {
      var key = item
      if let function = keyFunction { key = try interpreter.call(function, with: item) }
      guard let current = best else { return best = (item, key) }
      let isBetter = try interpreter.isTrue(try interpreter.compare(comparison, key, current.key))
      if isBetter { best = (item, key) }
    }
    if call.rest.count > 1 {
      for item in call.rest { try consider(item) }
    } else {
      try interpreter.iterate(first) { (item) throws(Unwind) in
        try consider(item)
        return true
      }
    }
    if let best { return best.value }
    if let defaultValue { return defaultValue }
    throw call.raise(.valueError, "\(name)() arg is an empty sequence")
  }

  @Sendable static func next(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let object = call.required(0)
    switch object {
    case .iterator(let iterator):
      if let item = try iterator.next(interpreter) { return item }
      if let defaultValue = call[1] { return defaultValue }
      if let generator = iterator as? Generator, !generator.returnValue.isNone {
        throw interpreter.raise(.stopIteration, arguments: [generator.returnValue])
      }
      throw interpreter.raise(.stopIteration, arguments: [])
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    default: break
    }
    do {
      if let item = try interpreter.callMethod("__next__", on: object) { return item }
    } catch {
      guard let defaultValue = call[1], interpreter.catches(error, .stopIteration) else { throw error }
      interpreter.discardException()
      return defaultValue
    }
    throw call.raise(.typeError, "'\(object.qualifiedTypeName)' object is not an iterator")
  }

  /// Hands its keyword arguments to `list.sort`.
  @Sendable static func sorted(_ call: NativeCall) throws(Unwind) -> Object {
    guard call.rest.count == 1 else {
      throw call.raise(.typeError, "sorted expected 1 argument, got \(call.rest.count)")
    }
    let list = try call.interpreter.list(try call.interpreter.listed(call.rest[0]))
    let sort = try call.interpreter.attribute(of: list, "sort")
    _ = try call.interpreter.call(sort, CallArguments(keywords: call.keywords))
    return list
  }

  @Sendable static func sum(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let iterator = try interpreter.iterator(over: call.required(0))
    var total = call[1] ?? .int(0)
    switch total {
    case .string: throw call.raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
    case .bytes: throw call.raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    case .native(let object) where object is ByteArrayObject:
      throw call.raise(.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
    default: break
    }
    while let item = try iterator.next(interpreter) {
      try interpreter.step()
      total = try interpreter.binary(.add, total, item)
    }
    return total
  }
}

/// `iter(callable, sentinel)`.
private final class CallableIterator: IteratorObject {
  private var callable: Object?
  private var sentinel: Object

  init(_ callable: Object, sentinel: Object) {
    self.callable = callable
    self.sentinel = sentinel
  }

  override var type: NativeType { .callableIterator }

  override func releaseReferences() {
    callable = nil
    sentinel = .none
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let callable else { return nil }
    let value = try interpreter.call(callable, CallArguments())
    if try interpreter.isIdenticalOrEqual(sentinel, value) {
      self.callable = nil
      return nil
    }
    return value
  }
}

extension Interpreter {
  /// A stable sort by `<`, as `list.sort` does it. A comparison that raises or lies can do no harm.
  func sort(_ items: [Object], key: Object?, reverse: Bool) throws(Unwind) -> [Object] {
    var entries: [(key: Object, value: Object)] = []
    entries.reserveCapacity(items.count)
    for item in items {
      try step()
      entries.append(
        (try key.map { (function) throws(Unwind) in try call(function, with: item) } ?? item, item))
    }
    // Reversing before and after keeps equal elements in order.
    if reverse { entries.reverse() }
    if entries.count < Interpreter.smallestMergeSort {
      try insertionSort(&entries)
    } else {
      try mergeSort(&entries)
    }
    if reverse { entries.reverse() }
    return entries.map(\.value)
  }

  /// CPython sorts shorter lists by insertion alone.
  private static let smallestMergeSort = 64

  private func isLess(_ left: (key: Object, value: Object), _ right: (key: Object, value: Object))
    throws(Unwind) -> Bool
  {
    try step()
    return try isTrue(try compare(.less, left.key, right.key))
  }

  /// What CPython does with a short list: it takes the run at the beginning as it is, or reversed if it falls, and
  /// inserts the others by binary search. It shows which elements are compared: what raises names the first two that
  /// can't be.
  private func insertionSort(_ entries: inout [(key: Object, value: Object)]) throws(Unwind) {
    guard entries.count > 1 else { return }
    let isFalling = try isLess(entries[1], entries[0])
    var sorted = 2
    while sorted < entries.count, try isLess(entries[sorted], entries[sorted - 1]) == isFalling {
      sorted += 1
    }
    if isFalling { entries[..<sorted].reverse() }
    for index in sorted..<entries.count {
      let entry = entries[index]
      var (low, high) = (0, index)
      while low < high {
        let middle = low + (high - low) / 2
        if try isLess(entry, entries[middle]) { high = middle } else { low = middle + 1 }
      }
      entries.remove(at: index)
      entries.insert(entry, at: low)
    }
  }

  private func mergeSort(_ entries: inout [(key: Object, value: Object)]) throws(Unwind) {
    var source = entries
    var width = 1
    while width < source.count {
      var target: [(key: Object, value: Object)] = []
      target.reserveCapacity(source.count)
      var start = 0
      while start < source.count {
        let middle = min(start + width, source.count)
        let end = min(start + 2 * width, source.count)
        var (left, right) = (start, middle)
        while left < middle && right < end {
          if try isLess(source[right], source[left]) {
            target.append(source[right])
            right += 1
          } else {
            target.append(source[left])
            left += 1
          }
        }
        target += source[left..<middle]
        target += source[right..<end]
        start = end
      }
      source = target
      width *= 2
    }
    entries = source
  }
}
