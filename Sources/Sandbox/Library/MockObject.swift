import Python

/// `unittest.mock.MagicMock`, as far as a mocked name of a test shows (Panther's tests replace names of the
/// detection with mocks whose call returns a value).
///
/// Any call gives the return value, whatever the arguments; attributes and items are further mocks, which stay the
/// same. It is true, has no elements, counts as 1, and equals itself only.
package final class MockObject: NativeObject {
  private var returnValue: Object?
  private var attributes: [String: Object] = [:]
  private var itemValue: Object?

  /// A mock whose call returns that value; `nil` for another mock.
  package init(returnValue: Object?) {
    self.returnValue = returnValue
    super.init(type: .magicMock)
  }

  override func releaseReferences() {
    returnValue = nil
    attributes = [:]
    itemValue = nil
  }

  private func child(_ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(MockObject(returnValue: nil)))
  }

  override var isCallable: Bool { true }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.step()
    if let returnValue { return returnValue }
    let made = child(interpreter)
    returnValue = made
    return made
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if name == "return_value" { return try call(CallArguments(), interpreter) }
    if let value = attributes[name] { return value }
    if Interpreter.isSpecial(name) || MockObject.recorded.contains(name) {
      throw interpreter.unsupported("MagicMock.\(name)")
    }
    if name.hasPrefix("assert") {
      throw interpreter.unsupported("MagicMock.\(name)")
    }
    try interpreter.charge(elements: 2)
    let made = child(interpreter)
    attributes[name] = made
    return made
  }

  /// What a mock tells about its calls, which this one doesn't record.
  private static let recorded: Set<String> = [
    "call_args", "call_args_list", "call_count", "called", "method_calls", "mock_add_spec", "mock_calls",
    "reset_mock", "side_effect", "attach_mock", "configure_mock",
  ]

  override func setAttribute(
    _ name: String, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    if Interpreter.isSpecial(name) || MockObject.recorded.contains(name) {
      throw interpreter.unsupported("MagicMock.\(name)")
    }
    if name == "return_value" { returnValue = value } else { attributes[name] = value }
    return true
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if let itemValue { return itemValue }
    let made = child(interpreter)
    itemValue = made
    return made
  }

  override func setItem(
    _ key: Object, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool { true }

  override func isTrue(_ interpreter: Interpreter) throws(Unwind) -> Bool { true }
  override func integer(_ interpreter: Interpreter) throws(Unwind) -> BigInteger? { BigInteger(1) }
  override func float(_ interpreter: Interpreter) throws(Unwind) -> Double? { 1 }
  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { 0 }
  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? { false }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    ArrayIterator([])
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    throw interpreter.unsupported("\(operation.rawValue) with a MagicMock")
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw interpreter.unsupported("the repr of a MagicMock")
  }
}

extension NativeType {
  package static let magicMock = NativeType(
    "MagicMock", module: "unittest.mock", bases: [.mock],
    constructor: NativeFunction("MagicMock", "(spec=None, *args, return_value=None, **kwargs)") {
      call throws(Unwind) in
      if call[0] != nil || !call.rest.isEmpty || !call.keywords.isEmpty {
        throw call.interpreter.unsupported("MagicMock with these arguments")
      }
      return .native(call.interpreter.heap.adopt(MockObject(returnValue: call[1])))
    })
  package static let mock = NativeType("Mock", module: "unittest.mock")
}

extension NativeModule {
  static let unittestMock = NativeModule(
    "unittest.mock", [.type("MagicMock", .magicMock), .type("Mock", .mock)])
}
