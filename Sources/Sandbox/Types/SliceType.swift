/// `slice`, and how it selects from a sequence (CPython's `PySlice_AdjustIndices`).
final class SliceObject: NativeObject {
  private(set) var start: Object
  private(set) var stop: Object
  private(set) var step: Object

  init(start: Object, stop: Object, step: Object) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(type: .slice)
  }

  override func releaseReferences() { (start, stop, step) = (.none, .none, .none) }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let parts = (
      try interpreter.repr(of: start).text, try interpreter.repr(of: stop).text,
      try interpreter.repr(of: step).text
    )
    return PyString("slice(\(parts.0), \(parts.1), \(parts.2))")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard let other = other.asSlice else { return nil }
    guard try interpreter.equals(start, other.start) else { return false }
    guard try interpreter.equals(stop, other.stop) else { return false }
    return try interpreter.equals(step, other.step)
  }

  /// As tuples of their three parts.
  override func compare(
    _ comparison: Ordering, with other: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    guard let other = other.asSlice else { return nil }
    let result = try interpreter.compare(
      comparison, interpreter.tuple([start, stop, step]),
      interpreter.tuple([other.start, other.stop, other.step]))
    return try interpreter.isTrue(result)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.raise(.typeError, "unhashable type: 'slice'")
  }

  /// The positions a slice stands for in a sequence of a certain length.
  struct Bounds {
    var start: Int
    var stop: Int
    var step: Int

    var positions: StrideTo<Int> { stride(from: start, to: stop, by: step) }
  }

  func bounds(count: Int, _ interpreter: Interpreter, keepsStep: Bool = false) throws(Unwind) -> Bounds {
    // A longer step than the sequence selects one position, like this one.
    let longest = keepsStep || count == .max ? Int.max : count + 1
    let step = min(max(try index(self.step, interpreter) ?? 1, -longest), longest)
    if step == 0 { throw interpreter.raise(.valueError, "slice step cannot be zero") }
    let (lowest, highest) = step < 0 ? (-1, count - 1) : (0, count)
    func clamp(_ value: Int?, default defaultValue: Int) -> Int {
      guard var value else { return defaultValue }
      if value < 0 {
        value += count
        if value < 0 { return lowest }
      }
      return min(value, highest)
    }
    return Bounds(
      start: clamp(try index(start, interpreter), default: step < 0 ? highest : lowest),
      stop: clamp(try index(stop, interpreter), default: step < 0 ? lowest : highest), step: step)
  }

  private func index(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Int? {
    if object.isNone { return nil }
    if let value = object.clampedInt { return value }
    if let value = try interpreter.index(of: object) { return value }
    throw interpreter.raise(
      .typeError, "slice indices must be integers or None or have an __index__ method")
  }

  func positions(count: Int, _ interpreter: Interpreter) throws(Unwind) -> StrideTo<Int> {
    try interpreter.charge(work: count)
    return try bounds(count: count, interpreter).positions
  }

  func select<Element>(
    from items: [Element], _ interpreter: Interpreter
  ) throws(Unwind) -> [Element] {
    let bounds = try bounds(count: items.count, interpreter)
    if bounds.step == 1 { return bounds.start < bounds.stop ? Array(items[bounds.start..<bounds.stop]) : [] }
    return bounds.positions.map { items[$0] }
  }

  func select(from text: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    let bounds = try bounds(count: text.count, interpreter)
    if bounds.step == 1 {
      return bounds.start < bounds.stop ? text.slice(bounds.start..<bounds.stop) : .empty
    }
    if text.isASCII {
      let bytes = text.bytes
      return PyString(utf8: bounds.positions.map { bytes[$0] })
    }
    let scalars = Array(text.scalars)
    return PyString(bounds.positions.map { scalars[$0] })
  }
}

extension Object {
  var asSlice: SliceObject? {
    guard case .native(let object) = self else { return nil }
    return object as? SliceObject
  }
}

extension NativeType {
  package static let slice = NativeType(
    "slice",
    constructor: NativeFunction("slice", "(stop, step=None, third=None, /)") { call throws(Unwind) in
      let slice =
        call[1] == nil
        ? SliceObject(start: .none, stop: call.required(0), step: .none)
        : SliceObject(start: call.required(0), stop: call[1] ?? .none, step: call[2] ?? .none)
      // One slice can be the bound of another, without end.
      return .native(call.interpreter.heap.adopt(slice))
    },
    members: [
      .method("indices", "(length, /)") { call throws(Unwind) in
        guard let count = call.required(0).clampedInt else {
          throw call.interpreter.notAnInteger(call.required(0))
        }
        guard count >= 0 else { throw call.raise(.valueError, "length should not be negative") }
        guard let slice = call.receiver.asSlice, call.required(0).asInt != nil else {
          throw call.interpreter.unsupported("slice.indices of a length beyond 64 bits")
        }
        let bounds = try slice.bounds(count: count, call.interpreter, keepsStep: true)
        return call.interpreter.tuple([.int(bounds.start), .int(bounds.stop), .int(bounds.step)])
      },
      .property("start") { object, _ in object.asSlice?.start ?? .none },
      .property("step") { object, _ in object.asSlice?.step ?? .none },
      .property("stop") { object, _ in object.asSlice?.stop ?? .none },
    ])
}
