/// `range` (Library Reference, *Ranges*).
final class RangeObject: NativeObject {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  /// `nil` when it has more than `Int.max` elements.
  init?(start: Int, stop: Int, step: Int) {
    self.start = start
    self.stop = stop
    self.step = step
    let isEmpty = step > 0 ? start >= stop : start <= stop
    if isEmpty {
      count = 0
    } else {
      let (distance, overflow) =
        step > 0
        ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
      guard !overflow, let count = Int(exactly: (distance.magnitude - 1) / step.magnitude) else { return nil }
      let (total, carries) = count.addingReportingOverflow(1)
      guard !carries else { return nil }
      self.count = total
    }
    super.init(type: .range)
  }

  /// The element at a position within `0..<count`.
  func element(at index: Int) -> Int { start &+ index &* step }

  func position(of value: Int) -> Int? {
    guard count > 0 else { return nil }
    let (distance, overflow) = value.subtractingReportingOverflow(start)
    guard !overflow, let (quotient, remainder) = Numbers.divide(distance, step), remainder == 0,
      (0..<count).contains(quotient)
    else { return nil }
    return quotient
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString(step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))")
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { count }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let object) = other, let other = object as? RangeObject else { return nil }
    guard count == other.count else { return false }
    return count == 0 || (start == other.start && (count == 1 || step == other.step))
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    count == 0 ? 0 : [count, start, count == 1 ? 0 : step].hashValue
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    if let value = item.asInt { return position(of: value) != nil }
    if case .float(let value) = item { return Int(exactly: value).map { position(of: $0) != nil } ?? false }
    return nil
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if let index = key.asInt {
      let position = index < 0 ? index + count : index
      guard (0..<count).contains(position) else {
        throw interpreter.raise(.indexError, "range object index out of range")
      }
      return .int(element(at: position))
    }
    if let slice = key.asSlice {
      let bounds = try slice.bounds(count: count, interpreter)
      let made = RangeObject(
        start: try scaled(bounds.start, interpreter), stop: try scaled(bounds.stop, interpreter),
        step: try product(step, bounds.step, interpreter))
      guard let made else { throw interpreter.integerOverflow }
      return .native(made)
    }
    throw interpreter.raise(
      .typeError, "range indices must be integers or slices, not \(key.qualifiedTypeName)")
  }

  /// Where a position is, which may be one before the first or after the last.
  private func scaled(_ position: Int, _ interpreter: Interpreter) throws(Unwind) -> Int {
    let (sum, overflow) = start.addingReportingOverflow(try product(position, step, interpreter))
    if overflow { throw interpreter.integerOverflow }
    return sum
  }

  private func product(_ left: Int, _ right: Int, _ interpreter: Interpreter) throws(Unwind) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    if overflow || product == .min { throw interpreter.integerOverflow }
    return product
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    RangeIterator(self, step: 1)
  }

  override var reversedType: NativeType { .rangeIterator }

  override func reversedItems(_ interpreter: Interpreter) throws(Unwind) -> [Object]? {
    try interpreter.charge(elements: count)
    return (0..<count).reversed().map { .int(element(at: $0)) }
  }
}

private final class RangeIterator: IteratorObject {
  private let range: RangeObject
  private var position = 0

  init(_ range: RangeObject, step: Int) {
    self.range = range
  }

  override var type: NativeType { .rangeIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard position < range.count else { return nil }
    defer { position += 1 }
    return .int(range.element(at: position))
  }
}

extension NativeType {
  package static let range = NativeType(
    "range", constructor: NativeFunction("range", "(*args)", makeRange),
    members: [
      .method("count", "(value, /)") { call in
        guard let range = rangeReceiver(call), let value = call.required(0).asInt else { return .int(0) }
        return .int(range.position(of: value) == nil ? 0 : 1)
      },
      .method("index", "(value, /)") { call throws(Unwind) in
        if let range = rangeReceiver(call), let value = call.required(0).asInt,
          let position = range.position(of: value)
        {
          return .int(position)
        }
        if !call.required(0).isIntegral {
          let iterator = try call.interpreter.iterator(over: call.receiver)
          var position = 0
          while let item = try iterator.next(call.interpreter) {
            try call.interpreter.step()
            if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) { return .int(position) }
            position += 1
          }
          throw call.raise(.valueError, "sequence.index(x): x not in sequence")
        }
        throw call.raise(
          .valueError, "\(try call.interpreter.repr(of: call.required(0)).text) is not in range")
      },
      .property("start") { object, _ in .int((object.asRange?.start) ?? 0) },
      .property("step") { object, _ in .int((object.asRange?.step) ?? 1) },
      .property("stop") { object, _ in .int((object.asRange?.stop) ?? 0) },
    ])

  private static func rangeReceiver(_ call: NativeCall) -> RangeObject? { call.receiver.asRange }

  @Sendable private static func makeRange(_ call: NativeCall) throws(Unwind) -> Object {
    guard !call.rest.isEmpty else {
      throw call.raise(.typeError, "range expected at least 1 argument, got 0")
    }
    guard call.rest.count <= 3 else {
      throw call.raise(.typeError, "range expected at most 3 arguments, got \(call.rest.count)")
    }
    var numbers: [Int] = []
    for object in call.rest {
      guard let value = object.asInt else { throw call.interpreter.notAnInteger(object) }
      numbers.append(value)
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    if step == 0 { throw call.raise(.valueError, "range() arg 3 must not be zero") }
    let (start, stop) = numbers.count > 1 ? (numbers[0], numbers[1]) : (0, numbers[0])
    guard step != .min, let range = RangeObject(start: start, stop: stop, step: step) else {
      throw call.interpreter.integerOverflow
    }
    return .native(range)
  }
}

extension Object {
  fileprivate var asRange: RangeObject? {
    guard case .native(let object) = self else { return nil }
    return object as? RangeObject
  }
}
