/// Built-in functions on numbers and characters.
enum NumberBuiltins {
  @Sendable static func abs(_ call: NativeCall) throws(Unwind) -> Object {
    switch call.required(0) {
    case .float(let value): return .float(value.magnitude)
    case .int(let value):
      return value >= 0 ? .int(value) : .integer(BigInteger(Natural(value.magnitude)))
    case .bigInt(let object): return .integer(BigInteger(object.value.magnitude))
    case .bool(let value): return .int(value ? 1 : 0)
    case .native(let object):
      if let absolute = try call.interpreter.attributeIfPresent(of: .native(object), "__abs__") {
        return try call.interpreter.call(absolute, CallArguments())
      }
    case let object:
      if let result = try call.interpreter.callMethod("__abs__", on: object) { return result }
    }
    throw call.raise(.typeError, "bad operand type for abs(): '\(call.required(0).qualifiedTypeName)'")
  }

  private static func text(_ call: NativeCall, radix: Int, prefix: String) throws(Unwind) -> Object {
    guard let value = call.required(0).asBigInteger else {
      throw call.interpreter.notAnInteger(call.required(0))
    }
    let (sign, digits) = try call.interpreter.text(of: value, radix: radix)
    return .string(sign + prefix + digits)
  }

  @Sendable static func bin(_ call: NativeCall) throws(Unwind) -> Object {
    try text(call, radix: 2, prefix: "0b")
  }

  @Sendable static func hex(_ call: NativeCall) throws(Unwind) -> Object {
    try text(call, radix: 16, prefix: "0x")
  }

  @Sendable static func oct(_ call: NativeCall) throws(Unwind) -> Object {
    try text(call, radix: 8, prefix: "0o")
  }

  @Sendable static func chr(_ call: NativeCall) throws(Unwind) -> Object {
    let value = try call.cInt(0)
    guard (0..<0x110000).contains(value) else {
      throw call.raise(.valueError, "chr() arg not in range(0x110000)")
    }
    guard let scalar = Unicode.Scalar(UInt32(value)) else {
      throw call.interpreter.unsupported("a lone surrogate")
    }
    return .string(String(scalar))
  }

  @Sendable static func ord(_ call: NativeCall) throws(Unwind) -> Object {
    let count: Int
    switch call.required(0) {
    case .string(let text):
      if text.count == 1, let scalar = text.scalar(at: 0) { return .int(Int(scalar.value)) }
      count = text.count
    case let object:
      if let bytes = object.asBytesLike {
        if bytes.count == 1 { return .int(Int(bytes[0])) }
        count = bytes.count
        break
      }
      throw call.raise(
        .typeError, "ord() expected string of length 1, but \(object.qualifiedTypeName) found")
    }
    throw call.raise(.typeError, "ord() expected a character, but string of length \(count) found")
  }

  @Sendable static func divmod(_ call: NativeCall) throws(Unwind) -> Object {
    let (left, right) = (call.required(0), call.required(1))
    let interpreter = call.interpreter
    if left.isNumber, right.isNumber {
      if case .float = left { return try floatDivmod(call) }
      if case .float = right { return try floatDivmod(call) }
      return interpreter.tuple([
        try interpreter.binary(.floorDiv, left, right), try interpreter.binary(.mod, left, right),
      ])
    }
    if case .native(let object) = left,
      let quotient = try object.binary(.floorDiv, right, isReflected: false, interpreter),
      let remainder = try object.binary(.mod, right, isReflected: false, interpreter)
    {
      return interpreter.tuple([quotient, remainder])
    }
    if let result = try interpreter.callOperator("__divmod__", left, right, reflectedName: "__rdivmod__") {
      return result
    }
    throw call.raise(
      .typeError,
      "unsupported operand type(s) for divmod(): '\(left.qualifiedTypeName)' and '\(right.qualifiedTypeName)'"
    )
  }

  private static func floatDivmod(_ call: NativeCall) throws(Unwind) -> Object {
    guard let left = try call.interpreter.double(of: call.required(0)),
      let right = try call.interpreter.double(of: call.required(1))
    else { return .none }
    guard right != 0 else { throw call.raise(.zeroDivisionError, "float divmod()") }
    let (quotient, remainder) = Numbers.divide(left, right)
    return call.interpreter.tuple([.float(quotient), .float(remainder)])
  }

  @Sendable static func pow(_ call: NativeCall) throws(Unwind) -> Object {
    let (base, exponent) = (call.required(0), call.required(1))
    guard let modulus = call.present(2) else { return try call.interpreter.binary(.pow, base, exponent) }
    if let result = try call.interpreter.callMethod("__pow__", on: base, [exponent, modulus]) {
      return result
    }
    guard let base = base.asBigInteger, let exponent = exponent.asBigInteger,
      let modulus = modulus.asBigInteger
    else {
      if base.isNumber, exponent.isNumber, modulus.isNumber {
        throw call.raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
      }
      throw call.interpreter.unsupported("pow() with three arguments of other types")
    }
    if modulus.isZero { throw call.raise(.valueError, "pow() 3rd argument cannot be 0") }
    return .integer(try call.interpreter.power(base, exponent, modulo: modulus))
  }

  /// Rounds the binary value, halves to even.
  @Sendable static func round(_ call: NativeCall) throws(Unwind) -> Object {
    let number = call.required(0)
    let digits = call.present(1)
    if number.isNumber, let digits, !digits.isIntegral { throw call.interpreter.notAnInteger(digits) }
    switch number {
    case .float(let value):
      guard let digits = digits?.clampedInt else {
        return try call.interpreter.integer(truncating: value.rounded(.toNearestOrEven))
      }
      return .float(try round(value, digits, call))
    case .int, .bool, .bigInt:
      guard let value = number.asBigInteger else { return number }
      guard let digits = digits?.clampedInt, digits < 0 else { return .integer(value) }
      return .integer(try round(value, Int(clamping: digits.magnitude), call.interpreter))
    default:
      let arguments = digits.map { [$0] } ?? []
      if let result = try call.interpreter.callMethod("__round__", on: number, arguments) { return result }
      if case .native(let object) = number, !object.type.isComplete {
        throw call.interpreter.unsupported("round() of a \(object.type.qualifiedName)")
      }
      throw call.raise(.typeError, "type \(number.qualifiedTypeName) doesn't define __round__ method")
    }
  }

  private static func round(_ value: Double, _ digits: Int, _ call: NativeCall) throws(Unwind) -> Double {
    guard value.isFinite, value != 0 else { return value }
    if digits > 323 { return value }
    if digits < -308 { return value < 0 ? -0.0 : 0 }
    if digits >= 0 { return Double(FloatText.format(value, precision: digits, conversion: "f")) ?? value }
    // Digits before the point: round the exact decimal expansion.
    let whole = FloatText.format(value.magnitude, precision: 0, conversion: "f")
    let expansion = Array(FloatText.format(value.magnitude, precision: 1074, conversion: "f").utf8)
    let point = expansion.firstIndex(of: UInt8(ascii: ".")) ?? expansion.count
    let kept = point + digits
    if kept < 0 { return value < 0 ? -0.0 : 0 }
    let rest = expansion[kept...].filter { $0 != UInt8(ascii: ".") }
    var head = Array(expansion[..<kept])
    let half =
      rest.first.map { $0 > 0x35 || ($0 == 0x35 && rest.dropFirst().contains { $0 != 0x30 }) } ?? false
    let isTie = rest.first == 0x35 && !rest.dropFirst().contains { $0 != 0x30 }
    if half || (isTie && (head.last ?? 0x30) & 1 == 1) { increment(&head) }
    let text =
      String(decoding: head, as: UTF8.self) + String(repeating: "0", count: whole.isEmpty ? 0 : -digits)
    guard let result = Double(text.isEmpty ? "0" : text) else { return value }
    if result.isInfinite { throw call.raise(.overflowError, "rounded value too large to represent") }
    return value < 0 ? -result : result
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 0x39 {
        digits[index] += 1
        return
      }
      digits[index] = 0x30
    }
    digits.insert(0x31, at: 0)
  }

  /// To the nearest multiple of `10 ** digits`, halves to an even one.
  private static func round(
    _ value: BigInteger, _ digits: Int, _ interpreter: Interpreter
  ) throws(Unwind) -> BigInteger {
    // A digit is worth more than three bits: the unit is more than twice the value.
    guard digits <= value.bitLength / 3 + 1 else { return .zero }
    let unit = try interpreter.power(BigInteger(10), BigInteger(digits))
    let (quotient, remainder) = try interpreter.divide(value, unit)
    let twice = remainder + remainder
    let up = twice > unit || (twice == unit && quotient.magnitude.isOdd)
    return up ? value - remainder + unit : value - remainder
  }
}

extension Object {
  var isNumber: Bool {
    switch self {
    case .int, .bool, .bigInt, .float: true
    default: false
    }
  }

  /// A number as a float; `nil` for an integer beyond 64 bits (`Interpreter.double(of:)`).
  package var asDouble: Double? {
    switch self {
    case .float(let value): value
    case .int(let value): Double(value)
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }
}

extension Interpreter {
  /// The error for an integer that no size or position can be (`PyNumber_AsSsize_t`).
  func tooLargeForIndex(_ type: NativeType = .overflowError) -> Unwind {
    raise(type, "cannot fit 'int' into an index-sized integer")
  }

  /// The error for an object where a C integer is wanted (`PyNumber_Index`, then `PyLong_AsSsize_t` or another).
  package func notAnInteger(_ object: Object, type: String = "ssize_t") -> Unwind {
    if case .bigInt = object { return raise(.overflowError, "Python int too large to convert to C \(type)") }
    if case .placeholder(let value) = object { return unsupported(value.name) }
    if object.userClass?.method("__index__") != nil || object.isScalarInstance {
      return unsupported("an instance of \(object.typeName) as an integer")
    }
    return raise(.typeError, "'\(object.qualifiedTypeName)' object cannot be interpreted as an integer")
  }
}
