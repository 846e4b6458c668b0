/// `int` and `bool` (Library Reference, *Numeric Types*).
extension NativeType {
  package static let int = NativeType(
    "int", constructor: NativeFunction("int", "(x=0, /, base=10)", IntType.make),
    members: [
      .method("as_integer_ratio", "()") { call in
        call.interpreter.tuple([plain(call.receiver), .int(1)])
      },
      .method("bit_count", "()") { call in .int(IntType.receiver(call).magnitude.bitCount) },
      .method("bit_length", "()") { call in .int(IntType.receiver(call).bitLength) },
      .method("conjugate", "()") { call in plain(call.receiver) },
      .property("denominator") { _, _ in .int(1) },
      .classMethod("from_bytes", "(bytes, byteorder='big', *, signed=False)", IntType.fromBytes),
      .property("imag") { _, _ in .int(0) },
      .property("numerator") { object, _ in plain(object) },
      .property("real") { object, _ in plain(object) },
      .method("to_bytes", "(length=1, byteorder='big', *, signed=False)", IntType.toBytes),
    ])

  package static let bool = NativeType(
    "bool", bases: [.int],
    constructor: NativeFunction("bool", "(x=False, /)") { call throws(Unwind) in
      guard let value = call[0] else { return .bool(false) }
      return .bool(try call.interpreter.isTrue(value))
    })
}

/// A `bool` as the `int` it is.
private func plain(_ object: Object) -> Object { object.asInt.map(Object.int) ?? object }

enum IntType {
  static func receiver(_ call: NativeCall) -> BigInteger { call.receiver.asBigInteger ?? .zero }

  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    guard let value = call[0] else {
      if call[1] != nil { throw call.raise(.typeError, "int() missing string argument") }
      return .int(0)
    }
    if let base = call[1] { return try parse(value.plainScalar, base: base.plainScalar, call) }
    switch value {
    case .int, .bigInt: return value
    case .bool(let value): return .int(value ? 1 : 0)
    case .float(let value):
      return try call.interpreter.integer(truncating: value)
    case .string, .bytes: return try parse(value, base: .int(10), call)
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case .native(let object):
      if let result = try object.integer(call.interpreter) { return .integer(result) }
    case .instance, .list, .dict, .tuple, .set, .exception:
      for name in ["__int__", "__index__", "__trunc__"] {
        if let result = try call.interpreter.callMethod(name, on: value) {
          guard result.isIntegral else {
            throw call.raise(.typeError, "\(name) returned non-int (type \(result.qualifiedTypeName))")
          }
          return .integer(result.asBigInteger ?? .zero)
        }
      }
      if case .instance(let instance) = value, instance.base != nil {
        return try call.interpreter.call(.type(.int), with: value.plainScalar)
      }
    default: break
    }
    throw call.raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not '\(value.qualifiedTypeName)'"
    )
  }

  private static func parse(_ value: Object, base: Object, _ call: NativeCall) throws(Unwind) -> Object {
    guard let base = base.clampedInt else { throw call.interpreter.notAnInteger(base) }
    guard base == 0 || (2...36).contains(base) else {
      throw call.raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    let text: PyString
    switch value {
    case .string(let string): text = string
    case .bytes(let bytes): text = PyString(utf8: bytes.bytes)
    default: throw call.raise(.typeError, "int() can't convert non-string with explicit base")
    }
    try call.interpreter.charge(work: text.utf8Count)
    switch StringText.asciiDigits(text).map({ IntegerText($0, base: base) }) ?? .invalid {
    case .value(let result): return .int(result)
    case .digits(let digits, let base, let isNegative):
      let bits = digits.count.saturatingProduct(base.bitWidth - (base - 1).leadingZeroBitCount)
      let isLinear = base.nonzeroBitCount == 1
      try call.interpreter.charge(
        integerBits: bits, products: isLinear ? bits / 64 : (bits / 64) * (bits / 64))
      return .integer(BigInteger(isNegative: isNegative, Natural(digits: digits, radix: base)))
    case .tooManyDigits(let count): throw call.interpreter.tooManyDigits(count)
    case .invalid:
      let shown = try call.interpreter.repr(of: value)
      throw call.raise(
        .valueError,
        "invalid literal for int() with base \(base): \(shown.slice(0..<min(200, shown.count)).text)")
    }
  }
}
