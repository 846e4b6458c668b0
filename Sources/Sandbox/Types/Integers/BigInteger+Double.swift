#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Between integers and floats: exact where it can be, correctly rounded, halves to even, elsewhere.
extension BigInteger {
  /// A finite float without its fraction.
  package init?(truncating value: Double) {
    guard value.isFinite else { return nil }
    let whole = value.magnitude.rounded(.towardZero)
    guard whole != 0 else {
      self.init(0)
      return
    }
    // A float of at least 1 is a significand of 53 bits, shifted.
    let shift = Int(whole.exponent) - Double.significandBitCount
    let significand = Natural(UInt(whole.significandBitPattern | 1 << UInt64(Double.significandBitCount)))
    self.init(isNegative: value < 0, shift < 0 ? significand >> -shift : significand << shift)
  }

  /// The fraction in lowest terms that a finite float is.
  static func ratio(of value: Double) -> (numerator: BigInteger, denominator: BigInteger) {
    if value == 0 { return (.zero, BigInteger(1)) }
    // Without the zeros at its end the significand is the numerator, up to powers of two.
    let significand = BigInteger(truncating: value.significand * 0x1p52) ?? .zero
    let zeros = significand.magnitude.trailingZeroBitCount
    let odd = significand.magnitude >> zeros
    let exponent = Int(value.exponent) - Double.significandBitCount + zeros
    return (
      BigInteger(isNegative: value < 0, odd << max(0, exponent)), BigInteger(.one << max(0, -exponent))
    )
  }

  /// The nearest float; `nil` beyond the largest one.
  package var asDouble: Double? {
    let excess = max(0, bitLength - UInt.bitWidth)
    let top = (magnitude >> excess).asUInt ?? 0
    let isExact = magnitude.trailingZeroBitCount >= excess
    let result = Self.double(UInt64(top), hasMore: !isExact, exponent: excess)
    return result.isInfinite ? nil : isNegative ? -result : result
  }

  /// The magnitude as a float in 0.5 ..< 1, correctly rounded, times a power of two.
  var fractionAndExponent: (fraction: Double, exponent: Int) {
    let excess = max(0, bitLength - UInt.bitWidth)
    let top = (magnitude >> excess).asUInt ?? 0
    let isExact = magnitude.trailingZeroBitCount >= excess
    let rounded = Self.double(UInt64(top), hasMore: !isExact, exponent: 0)
    guard rounded > 0 else { return (0, 0) }
    return (rounded.significand / 2, excess + Int(rounded.exponent) + 1)
  }

  /// `self / divisor` for a divisor other than 0; `nil` beyond the largest float.
  func quotient(_ divisor: BigInteger) -> Double? {
    let isNegative = self.isNegative != divisor.isNegative
    if isZero { return isNegative ? -0.0 : 0 }
    // Enough bits of the quotient that what is cut off only breaks ties.
    let shift = 62 + divisor.bitLength - bitLength
    if shift < -1100 { return nil }
    if shift > 1200 { return isNegative ? -0.0 : 0 }
    let (top, bottom) =
      shift >= 0
      ? (magnitude << shift, divisor.magnitude) : (magnitude, divisor.magnitude << -shift)
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let result = Self.double(UInt64(quotient.asUInt ?? 0), hasMore: !remainder.isZero, exponent: -shift)
    return result.isInfinite ? nil : isNegative ? -result : result
  }

  /// `significand * 2 ** exponent` rounded once, also where the result is subnormal; infinite beyond the largest
  /// float. `hasMore` says that the exact value is larger by less than 1 in the significand.
  static func double(_ significand: UInt64, hasMore: Bool, exponent: Int) -> Double {
    let length = UInt64.bitWidth - significand.leadingZeroBitCount
    guard length > 0 else { return 0 }
    // The exponent of the last bit that a float of this size has.
    let unit = max(exponent + length - 53, -1074)
    let dropped = unit - exponent
    if dropped <= 0 { return scale(Double(significand), exponent) }
    if dropped > 64 { return 0 }
    let half: UInt64 = 1 << UInt64(dropped - 1)
    let rest = dropped == 64 ? significand : significand & ((1 << UInt64(dropped)) - 1)
    var kept = dropped == 64 ? 0 : significand >> UInt64(dropped)
    if rest > half || (rest == half && (hasMore || kept & 1 == 1)) { kept += 1 }
    return scale(Double(kept), unit)
  }

  private static func scale(_ value: Double, _ exponent: Int) -> Double {
    scalbn(value, Int32(clamping: exponent))
  }
}

extension HashNumber {
  static func of(_ value: BigInteger) -> Int {
    var rest = value.magnitude.limbs
    let reduced = Int(Natural.divide(&rest, by: UInt(modulus)))
    return of(value.isNegative ? -reduced : reduced)
  }
}
