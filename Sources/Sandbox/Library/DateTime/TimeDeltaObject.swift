import Python

/// A `datetime.timedelta`.
final class TimeDeltaObject: NativeObject {
  let span: TimeSpan

  init(_ span: TimeSpan) {
    self.span = span
    super.init(type: .timeDelta)
  }

  static func make(_ span: TimeSpan, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(TimeDeltaObject(span)))
  }

  static func span(_ object: Object) -> TimeSpan? {
    guard case .native(let native) = object else { return nil }
    return (native as? TimeDeltaObject)?.span
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> TimeSpan {
    if let span = span(object) { return span }
    throw interpreter.unsupported("a member of timedelta on \(object.typeName)")
  }

  /// Parameters of the constructor in the order of its signature, and the order they are added up in.
  private static let units: [(name: String, microseconds: Int128, index: Int)] = [
    ("microseconds", 1, 2), ("milliseconds", 1000, 3), ("seconds", 1_000_000, 1),
    ("minutes", 60_000_000, 4), ("hours", 3_600_000_000, 5), ("days", 86_400_000_000, 0),
    ("weeks", 604_800_000_000, 6),
  ]

  static let constructor = NativeFunction(
    "__new__", "(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)"
  ) { call throws(Unwind) in
    var sum = TimeSpan.Sum()
    for unit in units {
      guard let object = call[unit.index] else { continue }
      if let count = object.asBigInteger {
        try call.interpreter.charge(integerBits: count.bitLength, products: count.limbCount)
        sum.add(count, of: unit.microseconds)
      } else if case .float(let count) = object {
        try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
          try sum.add(count, of: unit.microseconds)
        }
      } else if case .placeholder(let value) = object {
        throw call.interpreter.unsupported(value.name)
      } else {
        throw call.raise(
          .typeError,
          "unsupported type for timedelta \(unit.name) component: \(object.qualifiedTypeName)")
      }
    }
    return make(
      try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in try sum.span() },
      call.interpreter)
  }

  static let members: [Member] = [
    .property("days") { object, interpreter throws(Unwind) in .int(try of(object, interpreter).days) },
    .property("seconds") { object, interpreter throws(Unwind) in .int(try of(object, interpreter).seconds) },
    .property("microseconds") { object, interpreter throws(Unwind) in
      .int(try of(object, interpreter).fraction)
    },
    .method("total_seconds", "()") { call throws(Unwind) in
      .float(try of(call.receiver, call.interpreter).totalSeconds)
    },
    .method("__abs__", "()") { call throws(Unwind) in
      let span = try of(call.receiver, call.interpreter)
      return make(
        try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
          try TimeSpan(microseconds: span < .zero ? -span.microseconds : span.microseconds)
        }, call.interpreter)
    },
    .value("min") { interpreter in make(.minimum, interpreter) },
    .value("max") { interpreter in make(.maximum, interpreter) },
    .value("resolution") { interpreter throws(Unwind) in
      make(
        try DateTimeModule.working(interpreter) { () throws(DateFailure) in try TimeSpan(microseconds: 1) },
        interpreter)
    },
  ]

  // MARK: As an object

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(span.representation) }
  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(span.text) }
  override func isTrue(_ interpreter: Interpreter) throws(Unwind) -> Bool { span != .zero }
  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { span.hashValue }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    Self.span(other).map { $0 == span }
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    Self.span(other).map { comparison.holds(span, $0) }
  }

  override func unary(_ operation: UnaryOperator, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch operation {
    case .uSub: try made(BigInteger(-span.microseconds), interpreter)
    case .uAdd: Self.make(span, interpreter)
    default: nil
    }
  }

  private func made(_ microseconds: BigInteger, _ interpreter: Interpreter) throws(Unwind) -> Object {
    Self.make(
      try DateTimeModule.working(interpreter) { () throws(DateFailure) in
        try TimeSpan(microseconds: microseconds)
      }, interpreter)
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if let other = Self.span(other) {
      let (left, right) = (span.microseconds, other.microseconds)
      switch operation {
      case .add: return try made(BigInteger(left + right), interpreter)
      case .sub: return try made(BigInteger(left - right), interpreter)
      case .div, .floorDiv, .mod:
        guard right != 0 else {
          throw interpreter.raise(
            .zeroDivisionError,
            operation == .div
              ? "division by zero"
              : operation == .mod ? "integer modulo by zero" : "integer division or modulo by zero")
        }
        if operation == .div { return .float(trueDivide(left, right) ?? 0) }
        let quotient = floorDivide(left, right)
        if operation == .mod { return try made(BigInteger(left - quotient * right), interpreter) }
        return .integer(BigInteger(quotient))
      default: return nil
      }
    }
    if let count = other.asBigInteger { return try scaled(operation, by: count, isReflected, interpreter) }
    if case .float(let factor) = other { return try scaled(operation, by: factor, isReflected, interpreter) }
    return nil
  }

  private func scaled(
    _ operation: BinaryOperator, by count: BigInteger, _ isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    let microseconds = BigInteger(span.microseconds)
    if operation == .mult { return try made(try interpreter.product(microseconds, count), interpreter) }
    guard !isReflected, operation == .div || operation == .floorDiv else { return nil }
    guard !count.isZero else {
      throw interpreter.raise(.zeroDivisionError, "integer division or modulo by zero")
    }
    if operation == .floorDiv {
      return try made(try interpreter.divide(microseconds, count).quotient, interpreter)
    }
    return try made(microseconds.nearestQuotient(count), interpreter)
  }

  /// By the exact ratio a float is, rounded half to even.
  private func scaled(
    _ operation: BinaryOperator, by factor: Double, _ isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard operation == .mult || (operation == .div && !isReflected) else { return nil }
    if factor.isNaN { throw interpreter.raise(.valueError, "cannot convert NaN to integer ratio") }
    if factor.isInfinite {
      throw interpreter.raise(.overflowError, "cannot convert Infinity to integer ratio")
    }
    if factor == 0, operation == .div {
      throw interpreter.raise(.zeroDivisionError, "integer division or modulo by zero")
    }
    var (numerator, denominator) = BigInteger.ratio(of: factor)
    if operation == .div { swap(&numerator, &denominator) }
    return try made(
      (BigInteger(span.microseconds) * numerator).nearestQuotient(denominator), interpreter)
  }
}

extension NativeType {
  static let timeDelta = NativeType(
    "timedelta", module: "datetime", constructor: TimeDeltaObject.constructor,
    members: TimeDeltaObject.members)
}
