/// `range` (Library Reference, *Ranges*).
final class RangeObject: NativeObject {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  /// `nil` when it has more than `Int.max` elements; then it is a `WideRangeObject`.
  init?(start: Int, stop: Int, step: Int) {
    guard step != .min else { return nil }
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

  var bounds: RangeBounds { RangeBounds(start: start, stop: stop, step: step) }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(bounds.text) }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { count }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    other.rangeBounds.map { bounds.hasSameElements(as: $0) }
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { bounds.elementsHash }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    switch item {
    case .int(let value): position(of: value) != nil
    default: bounds.contains(item)
    }
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let index = key.asInt else { return try bounds.item(key, interpreter) }
    let position = index < 0 ? index + count : index
    guard (0..<count).contains(position) else {
      throw interpreter.raise(.indexError, "range object index out of range")
    }
    return .int(element(at: position))
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    RangeIterator(self)
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

  init(_ range: RangeObject) {
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
      .method("count", "(value, /)") { call throws(Unwind) in
        guard let bounds = call.receiver.rangeBounds else { return .none }
        if let isThere = bounds.contains(call.required(0)) { return .int(isThere ? 1 : 0) }
        return .int(try search(call, stopsAtFirst: false).count)
      },
      .method("index", "(value, /)") { call throws(Unwind) in
        guard let bounds = call.receiver.rangeBounds else { return .none }
        let value = call.required(0)
        if let position = bounds.number(value).flatMap(bounds.position) { return .integer(position) }
        if value.isIntegral {
          throw call.raise(.valueError, "\(try call.interpreter.repr(of: value).text) is not in range")
        }
        if bounds.contains(value) == nil, let first = try search(call, stopsAtFirst: true).first {
          return .int(first)
        }
        throw call.raise(.valueError, "sequence.index(x): x not in sequence")
      },
      .property("start") { object, _ in .integer(object.rangeBounds?.start ?? .zero) },
      .property("step") { object, _ in .integer(object.rangeBounds?.step ?? .zero) },
      .property("stop") { object, _ in .integer(object.rangeBounds?.stop ?? .zero) },
    ])

  /// The positions of the elements that say they equal an object.
  private static func search(_ call: NativeCall, stopsAtFirst: Bool) throws(Unwind) -> [Int] {
    var found: [Int] = []
    var position = 0
    try call.interpreter.iterate(call.receiver) { (item) throws(Unwind) in
      if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) { found.append(position) }
      position += 1
      return !(stopsAtFirst && !found.isEmpty)
    }
    return found
  }

  @Sendable private static func makeRange(_ call: NativeCall) throws(Unwind) -> Object {
    guard !call.rest.isEmpty else {
      throw call.raise(.typeError, "range expected at least 1 argument, got 0")
    }
    guard call.rest.count <= 3 else {
      throw call.raise(.typeError, "range expected at most 3 arguments, got \(call.rest.count)")
    }
    var numbers: [BigInteger] = []
    for object in call.rest {
      guard let value = object.asBigInteger else { throw call.interpreter.notAnInteger(object) }
      numbers.append(value)
    }
    let step = numbers.count > 2 ? numbers[2] : BigInteger(1)
    if step.isZero { throw call.raise(.valueError, "range() arg 3 must not be zero") }
    let (start, stop) = numbers.count > 1 ? (numbers[0], numbers[1]) : (.zero, numbers[0])
    return RangeBounds(start: start, stop: stop, step: step).object(call.interpreter)
  }
}
