import FoundationEssentials

/// Turns the text of a number into its value as the Panther tool's constructors do, which is mostly
/// CPython's `int()` and `float()` after the underscores are dropped.
enum NumberConstruction {
  /// CPython refuses to convert longer decimal texts (`sys.int_info.default_max_str_digits`, 3.11).
  static let maximumDigits = 4300

  /// `_construct_yaml_int` of panther_analysis_tool.
  static func int(_ text: String) -> YAMLScalarValue {
    if text.utf8.contains(.colon) { return .string(text) }
    var digits = text.utf8.filter { $0 != UInt8(ascii: "_") }[...]
    var isNegative = eatSign(&digits)
    let radix: Int
    switch (digits.first, digits.dropFirst().first.map { $0 | 0x20 }) {
    case (UInt8(ascii: "0"), UInt8(ascii: "x")): (radix, digits) = (16, digits.dropFirst(2))
    case (UInt8(ascii: "0"), UInt8(ascii: "b")): (radix, digits) = (2, digits.dropFirst(2))
    default: radix = 10
    }
    digits = trimmed(digits)
    if eatSign(&digits) { isNegative.toggle() }
    guard !digits.isEmpty, digits.count <= maximumDigits,
      digits.allSatisfy({ value(of: $0).map { $0 < radix } ?? false })
    else { return .rejected(.invalidNumber) }
    let sign = isNegative ? "-" : ""
    if let value = Int(sign + String(decoding: digits, as: UTF8.self), radix: radix) { return .int(value) }
    return .bigInt(sign + decimal(digits, radix: radix))
  }

  /// `SafeConstructor.construct_yaml_float` of PyYAML.
  static func float(_ text: String) -> YAMLScalarValue {
    var digits = text.lowercased().utf8.filter { $0 != UInt8(ascii: "_") }[...]
    let sign = eatSign(&digits) ? -1.0 : 1.0
    let number = String(decoding: digits, as: UTF8.self)
    if number == ".inf" { return .float(sign * .infinity) }
    if number == ".nan" { return .float(.nan) }
    guard number.utf8.contains(.colon) else {
      guard let value = pythonFloat(number) else { return .rejected(.invalidNumber) }
      return .float(sign * value)
    }
    var base = 1.0
    var total = 0.0
    for part in number.split(separator: ":", omittingEmptySubsequences: false).reversed() {
      guard base.isFinite, let value = pythonFloat(String(part)) else { return .rejected(.invalidNumber) }
      total += value * base
      base *= 60
    }
    return .float(sign * total)
  }

  /// CPython's `float(str)`: surrounding white space, a sign, decimal digits with an exponent, `inf`, `nan`.
  private static func pythonFloat(_ text: String) -> Double? {
    let bytes = trimmed(Array(text.utf8)[...])
    var unsigned = bytes
    let isNegative = eatSign(&unsigned)
    switch String(decoding: unsigned, as: UTF8.self) {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    case let number:
      guard let first = unsigned.first, isDigit(first) || first == .dot,
        unsigned.allSatisfy({ isDigit($0) || ".e+-".utf8.contains($0) })
      else { return nil }
      // `strtod` needs a digit after the dot or before it; Swift wants one before.
      let value = Double(first == .dot ? "0" + number : number)
      if first == .dot, !(unsigned.dropFirst().first.map(isDigit) ?? false) { return nil }
      return value.map { isNegative ? -$0 : $0 }
    }
  }

  /// Eats one sign; returns whether it was `-`.
  private static func eatSign(_ digits: inout ArraySlice<UInt8>) -> Bool {
    guard let first = digits.first, first == .dash || first == UInt8(ascii: "+") else { return false }
    digits = digits.dropFirst()
    return first == .dash
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isBlankOrBreak(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isBlankOrBreak(last) { bytes = bytes.dropLast() }
    return bytes
  }

  private static func value(of digit: UInt8) -> Int? {
    if isDigit(digit) { return Int(digit) - 0x30 }
    return isHexDigit(digit) ? Int(digit | 0x20) - 0x61 + 10 : nil
  }

  /// The decimal digits of a number of any size, without leading zeros.
  private static func decimal(_ digits: ArraySlice<UInt8>, radix: Int) -> String {
    if radix == 10 {
      let significant = digits.drop { $0 == UInt8(ascii: "0") }
      return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    }
    // Little-endian limbs of nine decimal digits.
    let limbSize: UInt64 = 1_000_000_000
    var limbs: [UInt64] = [0]
    for digit in digits {
      var carry = UInt64(value(of: digit) ?? 0)
      for index in limbs.indices {
        let product = limbs[index] * UInt64(radix) + carry
        limbs[index] = product % limbSize
        carry = product / limbSize
      }
      if carry > 0 { limbs.append(carry) }
    }
    let tail = limbs.dropLast().reversed().map { limb in
      let text = String(limb)
      return String(repeating: "0", count: 9 - text.utf8.count) + text
    }
    return String(limbs.last ?? 0) + tail.joined()
  }
}
