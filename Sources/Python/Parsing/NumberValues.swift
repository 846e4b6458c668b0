/// The values of numeric literals, which the lexer has checked.
extension Parser {
  /// CPython's limit on the digits of a decimal integer literal.
  private static let maximumDecimalDigits = 4300
  /// Our limit on the digits of other integer literals, whose conversion to decimal is quadratic.
  private static let maximumOtherDigits = 20_000

  mutating func number(_ token: Token) -> Constant {
    let digits = bytes[token.range].filter { $0 != UInt8(ascii: "_") }
    guard let last = digits.last else { return .int(0) }
    if digits.count > 2, digits[0] == UInt8(ascii: "0"), let radix = radix(of: digits[1]) {
      return integer(digits[2...], radix: radix, token)
    }
    if last | 0x20 == UInt8(ascii: "j") {
      return .imaginary(Double(String(decoding: digits.dropLast(), as: UTF8.self)) ?? 0)
    }
    if digits.allSatisfy(isDigit) { return integer(digits[...], radix: 10, token) }
    return .float(double(digits))
  }

  private func double(_ digits: [UInt8]) -> Double {
    Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private func radix(of letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private mutating func integer(_ digits: ArraySlice<UInt8>, radix: Int, _ token: Token) -> Constant {
    var value = 0
    var overflows = false
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digitValue(digit))
      if overflow || carry {
        overflows = true
        break
      }
      value = sum
    }
    if !overflows { return .int(value) }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    if radix == 10 {
      if digits.count > Self.maximumDecimalDigits {
        fail(
          "Exceeds the limit (\(Self.maximumDecimalDigits) digits) for integer string conversion: value has "
            + "\(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
            + "hexadecimal for huge integer literals to avoid decimal conversion limits.", at: token.range)
        return .int(0)
      }
      return .bigInt(digits: String(decoding: significant, as: UTF8.self))
    }
    guard digits.count <= Self.maximumOtherDigits else {
      fail("integer literal is too long", at: token.range)
      return .int(0)
    }
    return .bigInt(digits: decimal(significant, radix: UInt64(radix)))
  }

  private func digitValue(_ digit: UInt8) -> Int {
    isDigit(digit) ? Int(digit) - 0x30 : Int(digit | 0x20) - 0x61 + 10
  }

  /// Digits of another radix in decimal, by limbs of nine decimal digits.
  private func decimal(_ digits: ArraySlice<UInt8>, radix: UInt64) -> String {
    let limb: UInt64 = 1_000_000_000
    var limbs: [UInt64] = [0]
    for digit in digits {
      var carry = UInt64(digitValue(digit))
      for index in limbs.indices {
        let value = limbs[index] * radix + carry
        limbs[index] = value % limb
        carry = value / limb
      }
      if carry > 0 { limbs.append(carry) }
    }
    var text = String(limbs[limbs.count - 1])
    for limb in limbs.dropLast().reversed() {
      let part = String(limb)
      text += String(repeating: "0", count: 9 - part.count) + part
    }
    return text
  }
}
