/// `int` and `bool` (Library Reference, *Numeric Types*).
extension NativeType {
  package static let int = NativeType(
    "int", constructor: NativeFunction("int", "(x=0, /, base=10)", IntType.make),
    members: [
      .method("as_integer_ratio", "()") { call in
        call.interpreter.tuple([.int(call.receiver.asInt ?? 0), .int(1)])
      },
      .method("bit_count", "()") { call in .int((call.receiver.asInt ?? 0).magnitude.nonzeroBitCount) },
      .method("bit_length", "()") { call in
        .int(Int.bitWidth - (call.receiver.asInt ?? 0).magnitude.leadingZeroBitCount)
      },
      .method("conjugate", "()") { call in .int(call.receiver.asInt ?? 0) },
      .property("denominator") { _, _ in .int(1) },
      .classMethod("from_bytes", "(bytes, byteorder='big', *, signed=False)", IntType.fromBytes),
      .property("imag") { _, _ in .int(0) },
      .property("numerator") { object, _ in .int(object.asInt ?? 0) },
      .property("real") { object, _ in .int(object.asInt ?? 0) },
      .method("to_bytes", "(length=1, byteorder='big', *, signed=False)", IntType.toBytes),
    ])

  package static let bool = NativeType(
    "bool", bases: [.int],
    constructor: NativeFunction("bool", "(x=False, /)") { call throws(Unwind) in
      guard let value = call[0] else { return .bool(false) }
      return .bool(try call.interpreter.isTrue(value))
    })
}

enum IntType {
  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    guard let value = call[0] else {
      if call[1] != nil { throw call.raise(.typeError, "int() missing string argument") }
      return .int(0)
    }
    if let base = call[1] { return try parse(value.plainScalar, base: base.plainScalar, call) }
    switch value {
    case .int: return value
    case .bool(let value): return .int(value ? 1 : 0)
    case .float(let value):
      if value.isNaN { throw call.raise(.valueError, "cannot convert float NaN to integer") }
      if value.isInfinite { throw call.raise(.overflowError, "cannot convert float infinity to integer") }
      guard let result = Int(exactly: value.rounded(.towardZero)) else {
        throw call.interpreter.integerOverflow
      }
      return .int(result)
    case .string, .bytes: return try parse(value, base: .int(10), call)
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case .native(let object):
      if let result = try object.integer(call.interpreter) { return .int(result) }
    case .instance, .list, .dict, .tuple, .set, .exception:
      for name in ["__int__", "__index__", "__trunc__"] {
        if let result = try call.interpreter.callMethod(name, on: value) {
          guard result.asInt != nil else {
            throw call.raise(.typeError, "\(name) returned non-int (type \(result.qualifiedTypeName))")
          }
          return .int(result.asInt ?? 0)
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
    guard let base = base.asInt else { throw call.interpreter.notAnInteger(base) }
    guard base == 0 || (2...36).contains(base) else {
      throw call.raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    let text: PyString
    switch value {
    case .string(let string): text = string
    case .bytes(let bytes): text = PyString(utf8: bytes.bytes)
    default: throw call.raise(.typeError, "int() can't convert non-string with explicit base")
    }
    switch StringText.asciiDigits(text).map({ IntegerText.parse($0, base: base) }) ?? .invalid {
    case .value(let result): return .int(result)
    case .tooLarge: throw call.interpreter.integerOverflow
    case .invalid:
      throw call.raise(
        .valueError,
        "invalid literal for int() with base \(base): \(try call.interpreter.repr(of: value).text)")
    }
  }

  private static func isLittleEndian(_ call: NativeCall, _ function: String) throws(Unwind) -> Bool {
    guard let order = call[1] else { return false }
    guard case .string(let text) = order else {
      throw call.raise(
        .typeError, "\(function)() argument 'byteorder' must be str, not \(order.qualifiedTypeName)")
    }
    switch text.text {
    case "big": return false
    case "little": return true
    default: throw call.raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  @Sendable static func fromBytes(_ call: NativeCall) throws(Unwind) -> Object {
    let isLittle = try isLittleEndian(call, "from_bytes")
    let isSigned = try call[2].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? false
    var bytes: [UInt8] = []
    if case .bytes(let value) = call.required(0) {
      bytes = value.bytes
    } else {
      let object = call.required(0)
      if object.asString != nil || !call.interpreter.isIterable(object) {
        throw call.raise(.typeError, "cannot convert '\(object.qualifiedTypeName)' object to bytes")
      }
      for item in try call.interpreter.items(of: object) {
        guard let value = item.asInt else { throw call.interpreter.notAnInteger(item) }
        guard let byte = UInt8(exactly: value) else {
          throw call.raise(.valueError, "bytes must be in range(0, 256)")
        }
        bytes.append(byte)
      }
    }
    if isLittle { bytes.reverse() }
    let isNegative = isSigned && (bytes.first ?? 0) >= 0x80
    let padding: UInt8 = isNegative ? 0xFF : 0
    let significant = bytes.drop { $0 == padding }
    guard significant.count <= 8 else { throw call.interpreter.integerOverflow }
    var result: UInt64 = isNegative ? .max : 0
    for byte in significant { result = result << 8 | UInt64(byte) }
    let value = Int(truncatingIfNeeded: result)
    guard (value < 0) == isNegative else { throw call.interpreter.integerOverflow }
    return .int(value)
  }

  @Sendable static func toBytes(_ call: NativeCall) throws(Unwind) -> Object {
    let value = call.receiver.asInt ?? 0
    let length = call[0]?.asInt ?? 1
    if let object = call[0], object.asInt == nil { throw call.interpreter.notAnInteger(object) }
    if length < 0 { throw call.raise(.valueError, "length argument must be non-negative") }
    let isLittle = try isLittleEndian(call, "to_bytes")
    let isSigned = try call[2].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? false
    if value < 0 && !isSigned {
      throw call.raise(.overflowError, "can't convert negative int to unsigned")
    }
    try call.interpreter.charge(stringBytes: length)
    let bits = length * 8
    let fits =
      isSigned
      ? bits > 63 || (bits > 0 ? Numbers.shiftRight(value, bits - 1) == (value < 0 ? -1 : 0) : value == 0)
      : bits > 63 || Numbers.shiftRight(value, bits) == 0
    guard fits else { throw call.raise(.overflowError, "int too big to convert") }
    var bytes = (0..<length).map { UInt8(truncatingIfNeeded: Numbers.shiftRight(value, min($0 * 8, 63))) }
    if !isLittle { bytes.reverse() }
    return .bytes(BytesObject(bytes))
  }
}

/// Integer literals as `int(text, base)` reads them.
enum IntegerText {
  enum Outcome {
    case value(Int)
    case tooLarge
    case invalid
  }

  static func parse(_ text: [UInt8], base requestedBase: Int) -> Outcome {
    var rest = text[...]
    while let first = rest.first, StringText.isASCIISpace(first) { rest.removeFirst() }
    while let last = rest.last, StringText.isASCIISpace(last) { rest.removeLast() }
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var base = requestedBase
    if rest.count >= 2, rest.first == UInt8(ascii: "0"), let prefixed = prefixBase(rest[rest.startIndex + 1]),
      base == 0 || base == prefixed
    {
      base = prefixed
      rest.removeFirst(2)
      if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
    } else if base == 0 {
      base = 10
      // `010` is no decimal literal.
      if rest.first == UInt8(ascii: "0"),
        rest.contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "_") })
      {
        return .invalid
      }
    }
    guard !rest.isEmpty else { return .invalid }
    var value = 0
    var overflows = false
    var previousIsDigit = false
    for byte in rest {
      if byte == UInt8(ascii: "_") {
        guard previousIsDigit else { return .invalid }
        previousIsDigit = false
        continue
      }
      guard let digit = digitValue(byte), digit < base else { return .invalid }
      previousIsDigit = true
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carries) = product.subtractingReportingOverflow(digit)
      if overflow || carries { overflows = true }
      value = overflows ? 0 : sum
    }
    guard previousIsDigit else { return .invalid }
    if overflows || (!isNegative && value == .min) { return .tooLarge }
    // Collected below zero, where there is one more value.
    return .value(isNegative ? value : -value)
  }

  private static func prefixBase(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "o"), UInt8(ascii: "O"): 8
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    default: nil
    }
  }

  private static func digitValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x5A: Int(byte - 0x41) + 10
    case 0x61...0x7A: Int(byte - 0x61) + 10
    default: nil
    }
  }
}
