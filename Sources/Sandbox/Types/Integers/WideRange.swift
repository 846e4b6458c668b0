/// The numbers a `range` is made of, of any size, and what follows from them (CPython's `rangeobject.c`).
struct RangeBounds {
  let start: BigInteger
  let stop: BigInteger
  /// Not 0.
  let step: BigInteger
  let count: BigInteger

  init(start: BigInteger, stop: BigInteger, step: BigInteger) {
    self.start = start
    self.stop = stop
    self.step = step
    let distance = step.isNegative ? start - stop : stop - start
    if distance.isNegative || distance.isZero {
      count = .zero
    } else {
      count = (distance - BigInteger(1)).divided(by: BigInteger(step.magnitude)).quotient + BigInteger(1)
    }
  }

  init(start: Int, stop: Int, step: Int) {
    self.init(start: BigInteger(start), stop: BigInteger(stop), step: BigInteger(step))
  }

  /// The `range`, in the form that suits its size.
  func object(_ interpreter: Interpreter) -> Object {
    if let start = start.asInt, let stop = stop.asInt, let step = step.asInt,
      let range = RangeObject(start: start, stop: stop, step: step)
    {
      return .native(range)
    }
    return .native(WideRangeObject(self))
  }

  var text: String {
    let parts = [start, stop] + (step == BigInteger(1) ? [] : [step])
    return "range(\(parts.map { $0.text() }.joined(separator: ", ")))"
  }

  /// `==` of ranges: as sequences.
  func hasSameElements(as other: RangeBounds) -> Bool {
    if count != other.count { return false }
    if count.isZero { return true }
    return start == other.start && (count == BigInteger(1) || step == other.step)
  }

  /// Equal for ranges with the same elements.
  var elementsHash: Int {
    if count.isZero { return 0 }
    return [count, start, count == BigInteger(1) ? .zero : step].hashValue
  }

  func element(at index: BigInteger) -> BigInteger { start + index * step }

  func position(of value: BigInteger) -> BigInteger? {
    let (quotient, remainder) = (value - start).divided(by: step)
    return remainder.isZero && !quotient.isNegative && quotient < count ? quotient : nil
  }

  /// The integer that an object equals; `nil` for one that equals none.
  func number(_ object: Object) -> BigInteger? {
    if case .float(let value) = object {
      return value == value.rounded(.towardZero) ? BigInteger(truncating: value) : nil
    }
    return object.asBigInteger
  }

  /// Whether an element equals an object; `nil` when that is for the object to say.
  func contains(_ object: Object) -> Bool? {
    switch object {
    case .instance, .native, .placeholder: nil
    default: number(object).map { position(of: $0) != nil } ?? false
    }
  }

  func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    if let index = key.asBigInteger {
      let position = index.isNegative ? index + count : index
      guard !position.isNegative, position < count else {
        throw interpreter.raise(.indexError, "range object index out of range")
      }
      return .integer(element(at: position))
    }
    if let slice = key.asSlice { return try selected(by: slice, interpreter).object(interpreter) }
    throw interpreter.raise(
      .typeError, "range indices must be integers or slices, not \(key.qualifiedTypeName)")
  }

  private func selected(by slice: SliceObject, _ interpreter: Interpreter) throws(Unwind) -> RangeBounds {
    func number(_ object: Object) throws(Unwind) -> BigInteger? {
      if object.isNone { return nil }
      if let value = object.asBigInteger { return value }
      throw interpreter.raise(
        .typeError, "slice indices must be integers or None or have an __index__ method")
    }
    let every = try number(slice.step) ?? BigInteger(1)
    if every.isZero { throw interpreter.raise(.valueError, "slice step cannot be zero") }
    let one = BigInteger(1)
    let (lowest, highest) = every.isNegative ? (-one, count - one) : (.zero, count)
    func clamp(_ value: BigInteger?, default otherwise: BigInteger) -> BigInteger {
      guard let value else { return otherwise }
      return value.isNegative ? max(value + count, lowest) : min(value, highest)
    }
    let first = clamp(try number(slice.start), default: every.isNegative ? highest : lowest)
    let last = clamp(try number(slice.stop), default: every.isNegative ? lowest : highest)
    return RangeBounds(start: element(at: first), stop: element(at: last), step: step * every)
  }
}

/// A `range` with numbers or a length beyond 64 bits.
final class WideRangeObject: NativeObject {
  fileprivate let bounds: RangeBounds

  init(_ bounds: RangeBounds) {
    self.bounds = bounds
    super.init(type: .range)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    // Each number may have too many digits.
    for number in [bounds.start, bounds.stop, bounds.step] { _ = try interpreter.text(of: number) }
    return PyString(bounds.text)
  }

  override func isTrue(_ interpreter: Interpreter) throws(Unwind) -> Bool { !bounds.count.isZero }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? {
    guard let count = bounds.count.asInt else { throw interpreter.notAnInteger(.integer(bounds.count)) }
    return count
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    other.rangeBounds.map { bounds.hasSameElements(as: $0) }
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { bounds.elementsHash }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    bounds.contains(item)
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try bounds.item(key, interpreter)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    WideRangeIterator(bounds)
  }

  override var reversedType: NativeType { .longRangeIterator }

  override func reversedItems(_ interpreter: Interpreter) throws(Unwind) -> [Object]? {
    guard let count = bounds.count.asInt else { throw interpreter.exceeded(.containerSize) }
    try interpreter.charge(elements: count)
    return (0..<count).reversed().map { .integer(bounds.element(at: BigInteger($0))) }
  }
}

private final class WideRangeIterator: IteratorObject {
  private let bounds: RangeBounds
  private var position = BigInteger.zero

  init(_ bounds: RangeBounds) {
    self.bounds = bounds
  }

  override var type: NativeType { .longRangeIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard position < bounds.count else { return nil }
    defer { position = position + BigInteger(1) }
    return .integer(bounds.element(at: position))
  }
}

extension Object {
  /// The numbers of a `range`.
  var rangeBounds: RangeBounds? {
    guard case .native(let object) = self else { return nil }
    return (object as? RangeObject)?.bounds ?? (object as? WideRangeObject)?.bounds
  }
}
