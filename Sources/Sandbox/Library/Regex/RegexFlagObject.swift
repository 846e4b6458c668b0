import Python

/// A member of `re.RegexFlag`, or several combined.
final class RegexFlagObject: NativeObject {
  let flags: RegexFlags

  init(_ flags: RegexFlags) {
    self.flags = flags
    super.init(type: .regexFlag)
  }

  /// Names in order of the bits, the first the one that is printed.
  private static let all: [(flag: RegexFlags, names: [String])] = [
    (.ignoreCase, ["IGNORECASE", "I"]), (.locale, ["LOCALE", "L"]), (.multiline, ["MULTILINE", "M"]),
    (.dotAll, ["DOTALL", "S"]), (.unicode, ["UNICODE", "U"]), (.verbose, ["VERBOSE", "X"]),
    (.ascii, ["ASCII", "A"]),
  ]

  static let constants: [Member] =
    [.value("NOFLAG") { interpreter in .native(interpreter.heap.adopt(RegexFlagObject([]))) }]
    + all.flatMap { entry in
      entry.names.map { name in
        .value(name) { interpreter in .native(interpreter.heap.adopt(RegexFlagObject(entry.flag))) }
      }
    }

  static func names(_ flags: RegexFlags) -> String {
    if flags.isEmpty { return "re.NOFLAG" }
    return all.filter { flags.contains($0.flag) }.compactMap { $0.names.first }.map { "re.\($0)" }
      .joined(separator: "|")
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(Self.names(flags)) }

  override func isTrue(_ interpreter: Interpreter) throws(Unwind) -> Bool { !flags.isEmpty }

  private static func flags(_ object: Object) -> RegexFlags? {
    if let value = object.asInt { return RegexFlags(rawValue: value) }
    guard case .native(let native) = object else { return nil }
    return (native as? RegexFlagObject)?.flags
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    Self.flags(other).map { $0 == flags }
  }

  /// Flags are integers in CPython, for all that nobody counts with them.
  private func refuse(_ interpreter: Interpreter) -> Unwind {
    interpreter.unsupported("a regular expression flag as a number")
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    throw refuse(interpreter)
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    throw refuse(interpreter)
  }

  override func integer(_ interpreter: Interpreter) throws(Unwind) -> BigInteger? {
    BigInteger(flags.rawValue)
  }

  override func float(_ interpreter: Interpreter) throws(Unwind) -> Double? { throw refuse(interpreter) }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { throw refuse(interpreter) }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    throw refuse(interpreter)
  }

  override func unary(_ operation: UnaryOperator, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    throw refuse(interpreter)
  }

  override func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw refuse(interpreter)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { flags.rawValue.hashValue }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let other = Self.flags(other) else {
      if case .float = other { throw refuse(interpreter) }
      if operation == .mult { throw refuse(interpreter) }
      return nil
    }
    guard other.isSubset(of: Self.all.reduce(into: []) { $0.formUnion($1.flag) }) else {
      throw refuse(interpreter)
    }
    let result: RegexFlags
    switch operation {
    case .bitOr: result = flags.union(other)
    case .bitAnd: result = flags.intersection(other)
    case .bitXor: result = flags.symmetricDifference(other)
    default: throw interpreter.unsupported("\(operation.rawValue) with a regular expression flag")
    }
    return .native(interpreter.heap.adopt(RegexFlagObject(result)))
  }
}

extension NativeType {
  static let regexFlag = NativeType(
    "RegexFlag", module: "re", hasOtherBases: true, isWrittenInPython: true)
}
