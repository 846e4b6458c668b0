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

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { flags.rawValue.hashValue }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let other = Self.flags(other) else { return nil }
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
  static let regexFlag = NativeType("RegexFlag", module: "re")
}
