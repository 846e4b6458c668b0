/// Shifts and the bitwise operators, on two's complement without end (Language Reference 6.8 and 6.9).
extension BigInteger {
  /// `self << count`, for a count of at least 0.
  func shiftedLeft(_ count: Int) -> BigInteger { BigInteger(isNegative: isNegative, magnitude << count) }

  /// `self >> count`, for a count of at least 0: rounded towards minus infinity.
  func shiftedRight(_ count: Int) -> BigInteger {
    let shifted = magnitude >> count
    // A bit of a negative number that is cut off takes the result one lower.
    let isInexact = isNegative && magnitude.trailingZeroBitCount < count
    return BigInteger(isNegative: isNegative, isInexact ? shifted + .one : shifted)
  }

  static prefix func ~ (value: BigInteger) -> BigInteger { -value - BigInteger(1) }

  static func & (left: BigInteger, right: BigInteger) -> BigInteger { combine(left, right, &) }
  static func | (left: BigInteger, right: BigInteger) -> BigInteger { combine(left, right, |) }
  static func ^ (left: BigInteger, right: BigInteger) -> BigInteger { combine(left, right, ^) }

  private static func combine(
    _ left: BigInteger, _ right: BigInteger, _ operation: (UInt, UInt) -> UInt
  ) -> BigInteger {
    // One limb more than either has holds the sign.
    let count = max(left.limbCount, right.limbCount) + 1
    let result = zip(left.twosComplement(count), right.twosComplement(count)).map(operation)
    return BigInteger(twosComplement: result)
  }

  private func twosComplement(_ count: Int) -> [UInt] {
    var limbs = magnitude.limbs + Array(repeating: 0, count: count - limbCount)
    if isNegative { Self.negate(&limbs) }
    return limbs
  }

  private init(twosComplement limbs: [UInt]) {
    guard let top = limbs.last, top.leadingZeroBitCount == 0 else {
      self.init(Natural(limbs: limbs))
      return
    }
    var limbs = limbs
    Self.negate(&limbs)
    self.init(isNegative: true, Natural(limbs: limbs))
  }

  private static func negate(_ limbs: inout [UInt]) {
    var carry = true
    for index in limbs.indices {
      let (sum, overflow) = (~limbs[index]).addingReportingOverflow(carry ? 1 : 0)
      limbs[index] = sum
      carry = overflow
    }
  }
}
