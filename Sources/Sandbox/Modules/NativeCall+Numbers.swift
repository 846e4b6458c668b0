/// Arguments that CPython reads as C numbers (`Parser/clinic`: `Py_ssize_t`, `int`, slice indices).
extension NativeCall {
  /// A `Py_ssize_t`.
  func size(_ index: Int) throws(Unwind) -> Int {
    let object = required(index)
    guard let value = object.asInt else { throw interpreter.notAnInteger(object) }
    return value
  }

  /// A C `int`.
  func cInt(_ index: Int) throws(Unwind) -> Int {
    let object = required(index)
    guard let value = object.asInt else {
      if object.isIntegral { throw raise(.overflowError, "Python int too large to convert to C int") }
      throw interpreter.notAnInteger(object)
    }
    guard Int32(exactly: value) != nil else {
      throw raise(.overflowError, "Python int too large to convert to C int")
    }
    return value
  }

  /// The bound of a slice: any integer, clamped, or `nil` for `None` (`_PyEval_SliceIndex`).
  func sliceIndex(_ index: Int) throws(Unwind) -> Int? {
    guard let object = present(index) else { return nil }
    if let value = object.clampedInt { return value }
    if case .placeholder(let value) = object { throw interpreter.unsupported(value.name) }
    if case .instance(let instance) = object, instance.classObject.userAttribute("__index__") != nil {
      throw interpreter.unsupported("__index__")
    }
    throw raise(.typeError, "slice indices must be integers or None or have an __index__ method")
  }
}

extension Object {
  /// Whether it is an `int` (or `bool`) of any size.
  var isIntegral: Bool { clampedInt != nil }

  /// An integer, brought into the range of `Int`.
  var clampedInt: Int? {
    guard case .bigInt(let object) = self else { return asInt }
    return object.value.isNegative ? .min : .max
  }
}
