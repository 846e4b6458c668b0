/// A signed duration in microseconds: what `datetime.timedelta` holds.
struct TimeSpan: Hashable, Comparable, Sendable {
  let microseconds: Int128

  static let zero = TimeSpan(unchecked: 0)
  static let perSecond: Int128 = 1_000_000
  static let perDay: Int128 = 86_400_000_000

  static let minimum = TimeSpan(unchecked: -999_999_999 * perDay)
  static let maximum = TimeSpan(unchecked: 1_000_000_000 * perDay - 1)

  private init(unchecked microseconds: Int128) { self.microseconds = microseconds }

  /// Fails as CPython does beyond 999,999,999 days.
  init(microseconds: BigInteger) throws(DateFailure) {
    guard let count = microseconds.asInt128 else {
      throw .overflow("Python int too large to convert to C int")
    }
    try self.init(microseconds: count)
  }

  /// Fails as CPython does beyond 999,999,999 days.
  init(microseconds: Int128) throws(DateFailure) {
    self.init(unchecked: microseconds)
    guard self >= Self.minimum, self <= Self.maximum else {
      guard Int32(exactly: floorDivide(microseconds, Self.perDay)) != nil else {
        throw .overflow("Python int too large to convert to C int")
      }
      throw .overflow("days=\(floorDivide(microseconds, Self.perDay)); must have magnitude <= 999999999")
    }
  }

  /// A span that is known to be short.
  init(seconds: Int) { self.init(unchecked: Int128(seconds) * Self.perSecond) }

  /// The normal form: days of any sign, seconds and microseconds not negative.
  var days: Int { Int(floorDivide(microseconds, Self.perDay)) }
  var seconds: Int { Int((microseconds - Int128(days) * Self.perDay) / Self.perSecond) }
  var fraction: Int { Int((microseconds - Int128(days) * Self.perDay) % Self.perSecond) }

  /// `total_seconds()`.
  var totalSeconds: Double { trueDivide(microseconds, Self.perSecond) ?? 0 }

  static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.microseconds < right.microseconds }

  /// `str()`: `N days, H:MM:SS.ffffff`.
  var text: String {
    var text = ""
    if days != 0 { text = "\(days) day\(abs(days) == 1 ? "" : "s"), " }
    text += "\(seconds / 3600):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
    if fraction != 0 { text += "." + digits(fraction, 6) }
    return text
  }

  /// `repr()`.
  var representation: String {
    var parts: [String] = []
    if days != 0 { parts.append("days=\(days)") }
    if seconds != 0 { parts.append("seconds=\(seconds)") }
    if fraction != 0 { parts.append("microseconds=\(fraction)") }
    return "datetime.timedelta(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))"
  }

  /// A sum of counts of units, as the constructor makes it: exact for integers; for floats the
  /// whole microseconds of each count exact, and what is left over rounded once, half to even.
  struct Sum {
    private var whole = BigInteger.zero
    private var leftover = 0.0

    mutating func add(_ count: BigInteger, of unit: Int128) { whole = whole + count * BigInteger(unit) }

    mutating func add(_ count: Double, of unit: Int128) throws(DateFailure) {
      if count.isNaN { throw .value("cannot convert float NaN to integer") }
      guard let truncated = BigInteger(truncating: count) else {
        throw .overflow("cannot convert float infinity to integer")
      }
      let integral = count.rounded(.towardZero)
      whole = whole + truncated * BigInteger(unit)
      let scaled = (count - integral) * Double(unit)
      let scaledIntegral = scaled.rounded(.towardZero)
      whole = whole + (BigInteger(truncating: scaledIntegral) ?? .zero)
      leftover += scaled - scaledIntegral
    }

    func span() throws(DateFailure) -> TimeSpan {
      var rounded = leftover.rounded(.toNearestOrAwayFromZero)
      if abs(rounded - leftover) == 0.5 {
        // Half to even of the sum, not of what was left over.
        let odd: Double = whole.magnitude.isOdd ? 1 : 0
        rounded = 2 * ((leftover + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd
      }
      return try TimeSpan(microseconds: whole + (BigInteger(truncating: rounded) ?? .zero))
    }
  }
}

/// Division towards minus infinity, as Python's `//`.
func floorDivide(_ left: Int128, _ right: Int128) -> Int128 {
  let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
  return remainder != 0 && (remainder < 0) != (right < 0) ? quotient - 1 : quotient
}

/// Division to the nearest integer, half to even.
func nearestDivide(_ left: Int128, _ right: Int128) -> Int128 {
  let quotient = floorDivide(left, right)
  let remainder = left - quotient * right
  let twice = 2 * (right < 0 ? -remainder : remainder)
  let whole = right < 0 ? -right : right
  return twice > whole || (twice == whole && quotient & 1 == 1) ? quotient + 1 : quotient
}

/// The double nearest to a quotient of integers, as Python's `/`; nil for a zero divisor.
func trueDivide(_ left: Int128, _ right: Int128) -> Double? {
  guard right != 0 else { return nil }
  let isNegative = (left < 0) != (right < 0)
  var dividend = left.magnitude
  var divisor = right.magnitude
  guard dividend != 0 else { return isNegative ? -0.0 : 0.0 }
  // Scale until the quotient has 62 to 64 bits, then round it once.
  var exponent = 0
  let bits = { (value: UInt128) in 128 - value.leadingZeroBitCount }
  let wanted = 63 - (bits(dividend) - bits(divisor))
  if wanted > 0 {
    let shift = min(wanted, dividend.leadingZeroBitCount)
    dividend <<= UInt128(shift)
    exponent -= shift
    let rest = wanted - shift
    if rest > 0 {
      // A divisor is never so large that its low bits matter here: both fit 96 bits.
      let dropped = min(rest, divisor.trailingZeroBitCount)
      divisor >>= UInt128(dropped)
      exponent -= dropped
    }
  }
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let sticky = remainder == 0 ? quotient : quotient | 1
  let value = Double(sticky) * Double(sign: .plus, exponent: exponent, significand: 1)
  return isNegative ? -value : value
}
