import Python

/// `ConditionTuple` and `PrincipalTuple`: named tuples of a category and a value.
final class NamedPair: NativeObject {
  private var category: Object
  private var value: Object

  init(_ type: NativeType, category: Object, value: Object) {
    self.category = category
    self.value = value
    super.init(type: type)
  }

  override func releaseReferences() {
    category = .none
    value = .none
  }

  private func tuple(_ interpreter: Interpreter) -> Object { interpreter.tuple([category, value]) }

  private static func plain(_ object: Object, _ interpreter: Interpreter) -> Object {
    if case .native(let native) = object, let pair = native as? NamedPair { return pair.tuple(interpreter) }
    return object
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { 2 }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: tuple(interpreter), key)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    try interpreter.iterator(over: tuple(interpreter))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    let other = Self.plain(other, interpreter)
    guard case .tuple = other else { return nil }
    return try interpreter.equals(tuple(interpreter), other)
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    let other = Self.plain(other, interpreter)
    guard case .tuple = other else { return nil }
    return try interpreter.isTrue(try interpreter.compare(comparison, tuple(interpreter), other))
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    let other = Self.plain(other, interpreter)
    switch (operation, other) {
    case (.add, .tuple), (.mult, .int), (.mult, .bool), (.mod, .string):
      return isReflected
        ? try interpreter.binary(operation, other, tuple(interpreter))
        : operation == .mod ? nil : try interpreter.binary(operation, tuple(interpreter), other)
    default: throw interpreter.unsupported("\(operation.rawValue) with a named tuple")
    }
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    try interpreter.hash(of: tuple(interpreter))
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let texts = (try interpreter.repr(of: category).text, try interpreter.repr(of: value).text)
    return PyString("\(type.name)(category=\(texts.0), value=\(texts.1))")
  }

  // MARK: Members

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> NamedPair {
    if case .native(let native) = object, let pair = native as? NamedPair { return pair }
    throw interpreter.unsupported("a member of a named tuple on \(object.typeName)")
  }

  private static func asTuple(_ name: String, _ signature: String) -> Member {
    .method(name, signature) { call throws(Unwind) in
      let tuple = try of(call.receiver, call.interpreter).tuple(call.interpreter)
      return try call.interpreter.call(
        try call.interpreter.attribute(of: tuple, name), CallArguments(call.arguments.compactMap { $0 }))
    }
  }

  fileprivate static let members: [Member] = [
    .property("category") { object, interpreter throws(Unwind) in try of(object, interpreter).category },
    .property("value") { object, interpreter throws(Unwind) in try of(object, interpreter).value },
    .constant("_fields") { interpreter in interpreter.tuple([.string("category"), .string("value")]) },
    asTuple("count", "(value, /)"), asTuple("index", "(value[, start[, stop]])"),
    .method("_asdict", "def()") { call throws(Unwind) in
      let pair = try of(call.receiver, call.interpreter)
      return try call.interpreter.dict([(.string("category"), pair.category), (.string("value"), pair.value)])
    },
  ]
}

extension NativeType {
  private static func namedPair(_ name: String, _ type: @escaping @Sendable () -> NativeType) -> NativeType {
    NativeType(
      name, module: "policyuniverse.statement", bases: [.tuple], isComplete: true, isWrittenInPython: true,
      constructor: NativeFunction("\(name).__new__", "def(category, value)") { call in
        .native(
          call.interpreter.heap.adopt(
            NamedPair(type(), category: call.required(0), value: call.required(1))))
      },
      members: NamedPair.members)
  }

  static let iamCondition: NativeType = namedPair("Condition") { .iamCondition }
  static let iamPrincipal: NativeType = namedPair("Principal") { .iamPrincipal }
}
