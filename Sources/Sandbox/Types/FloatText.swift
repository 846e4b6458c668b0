#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Floats as text and back (CPython's `pystrtod.c`).
package enum FloatText {
  /// `repr(x)`: the shortest digits that read back as the same value, with an exponent when it is below -4 or
  /// at least 16.
  package static func repr(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
    let sign = value < 0 ? "-" : ""
    let (digits, point) = shortest(value.magnitude)
    return sign + positional(digits: digits, point: point, exponentFrom: 16, keepsPoint: true)
  }

  /// The shortest digits of a positive finite value, and where the point stands in them: `0.00123` is `123`
  /// with the point at -2.
  static func shortest(_ value: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let text = Array(value.description.utf8)
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    }
    for byte in text.prefix(while: { $0 != UInt8(ascii: "e") }) {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var position = (point ?? digits.count) + exponent
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    position -= leading
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, position)
  }

  /// Lays digits out, with an exponent when that is outside -4 ..< `exponentFrom`.
  static func positional(
    digits: [UInt8], point: Int, exponentFrom: Int, keepsPoint: Bool, exponentMark: String = "e"
  ) -> String {
    let text = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self) }
    let exponent = point - 1
    if exponent < -4 || exponent >= exponentFrom {
      let mantissa =
        digits.count > 1 ? text(digits.prefix(1)) + "." + text(digits.dropFirst()) : text(digits.prefix(1))
      let magnitude = String(exponent.magnitude)
      return mantissa + exponentMark + (exponent < 0 ? "-" : "+")
        + (magnitude.count < 2 ? "0" + magnitude : magnitude)
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text(digits[...]) }
    if point >= digits.count {
      let whole = text(digits[...]) + String(repeating: "0", count: point - digits.count)
      return keepsPoint ? whole + ".0" : whole
    }
    return text(digits.prefix(point)) + "." + text(digits.dropFirst(point))
  }

  /// C's `%.Nf`, `%.Ne` or `%.Ng` of a finite value; the last digit is correctly rounded.
  static func format(_ value: Double, precision: Int, conversion: Character, keepsPoint: Bool = false)
    -> String
  {
    let template = keepsPoint ? "%#.*\(conversion)" : "%.*\(conversion)"
    return withVaList([Int32(clamping: precision), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400 + precision)
      let length = vsnprintf(&buffer, buffer.count, template, arguments)
      let bytes = buffer.prefix(max(0, min(Int(length), buffer.count - 1))).map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// What `float(text)` reads, or `nil`.
  package static func parse(_ text: PyString) -> Double? {
    guard let bytes = StringText.asciiDigits(text) else { return nil }
    var rest = bytes[...]
    while let first = rest.first, StringText.isASCIISpace(first) { rest.removeFirst() }
    while let last = rest.last, StringText.isASCIISpace(last) { rest.removeLast() }
    var unsigned = rest
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      unsigned.removeFirst()
    }
    switch String(decoding: unsigned, as: UTF8.self).lowercased() {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    guard let number = decimalNumber(unsigned), let value = Double(number) else { return nil }
    return isNegative ? -value : value
  }

  /// Checks Python's grammar of decimal numbers, and takes out the underscores between digits.
  private static func decimalNumber(_ text: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var digits = 0
    var sawPoint = false
    var exponentDigits: Int?
    var previous: UInt8 = 0
    for (offset, byte) in text.enumerated() {
      let isLast = offset == text.count - 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if exponentDigits != nil { exponentDigits = (exponentDigits ?? 0) + 1 } else { digits += 1 }
        result.append(byte)
      case UInt8(ascii: "_"):
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(previous), !isLast else { return nil }
      case UInt8(ascii: "."):
        guard !sawPoint, exponentDigits == nil, previous != UInt8(ascii: "_") else { return nil }
        sawPoint = true
        result.append(byte)
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard digits > 0, exponentDigits == nil, previous != UInt8(ascii: "_") else { return nil }
        exponentDigits = 0
        result.append(byte)
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E") else { return nil }
        result.append(byte)
      default: return nil
      }
      if previous == UInt8(ascii: "_"), !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return nil }
      previous = byte
    }
    guard digits > 0, exponentDigits != 0 else { return nil }
    if result.first == UInt8(ascii: ".") { result.insert(UInt8(ascii: "0"), at: 0) }
    return String(decoding: result, as: UTF8.self)
  }
}
