/// Quotients (Knuth, *The Art of Computer Programming*, volume 2, algorithm 4.3.1 D), and what is built on them.
extension Natural {
  /// About how many products of limbs a division costs.
  static func divisionWork(_ dividend: Int, _ divisor: Int) -> Int {
    dividend < divisor ? 1 : (dividend - divisor + 1).saturatingProduct(divisor)
  }

  /// Rounded towards zero; a divisor of 0 gives 0 and the number itself.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    if self < divisor || divisor.isZero { return (.zero, self) }
    if let small = divisor.asUInt {
      var quotient = limbs
      let remainder = Natural.divide(&quotient, by: small)
      return (Natural(limbs: quotient), Natural(remainder))
    }
    return divided(byLong: divisor)
  }

  /// Divides in place by a limb other than 0, and gives the remainder.
  static func divide(_ limbs: inout [UInt], by divisor: UInt) -> UInt {
    var remainder: UInt = 0
    for index in limbs.indices.reversed() {
      (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    return remainder
  }

  /// Algorithm D: the divisor has at least two limbs and is at most the dividend.
  private func divided(byLong divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    // The divisor's top bit is set, so that a digit estimated from the top limbs is at most 2 too large.
    let shift = (divisor.limbs.last ?? 1).leadingZeroBitCount
    let normalized = (divisor << shift).limbs
    var rest = (self << shift).limbs
    let count = normalized.count
    while rest.count <= limbs.count { rest.append(0) }
    var quotient = [UInt](repeating: 0, count: rest.count - count)
    rest.withUnsafeMutableBufferPointer { rest in
      normalized.withUnsafeBufferPointer { normalized in
        let top = normalized[count - 1]
        let second = normalized[count - 2]
        for position in quotient.indices.reversed() {
          let digit = Natural.estimate(
            rest[position + count], rest[position + count - 1], rest[position + count - 2], top, second)
          quotient[position] = Natural.subtract(
            normalized, times: digit,
            from: UnsafeMutableBufferPointer(rebasing: rest[position...(position + count)]))
        }
      }
    }
    return (Natural(limbs: quotient), Natural(limbs: rest.prefix(count)) >> shift)
  }

  /// The next digit of a quotient, from the three top limbs of what is left and the two of the divisor; at most 1
  /// too large.
  private static func estimate(
    _ first: UInt, _ second: UInt, _ third: UInt, _ top: UInt, _ following: UInt
  ) -> UInt {
    var digit: UInt
    var remainder: UInt
    if first >= top {
      digit = .max
      let (sum, overflow) = second.addingReportingOverflow(top)
      // With a remainder beyond a limb the estimate can't be too large.
      if overflow { return digit }
      remainder = sum
    } else {
      (digit, remainder) = top.dividingFullWidth((first, second))
    }
    while true {
      let (high, low) = digit.multipliedFullWidth(by: following)
      guard high > remainder || (high == remainder && low > third) else { return digit }
      digit &-= 1
      let (sum, overflow) = remainder.addingReportingOverflow(top)
      if overflow { return digit }
      remainder = sum
    }
  }

  /// Subtracts a multiple of the divisor from limbs one longer, and gives the digit that really fits.
  private static func subtract(
    _ divisor: UnsafeBufferPointer<UInt>, times digit: UInt, from rest: UnsafeMutableBufferPointer<UInt>
  ) -> UInt {
    var borrow: UInt = 0
    for index in 0..<divisor.count {
      let (high, low) = digit.multipliedFullWidth(by: divisor[index])
      let (product, carries) = low.addingReportingOverflow(borrow)
      let (difference, borrows) = rest[index].subtractingReportingOverflow(product)
      rest[index] = difference
      borrow = high &+ (carries ? 1 : 0) &+ (borrows ? 1 : 0)
    }
    let (difference, isNegative) = rest[divisor.count].subtractingReportingOverflow(borrow)
    rest[divisor.count] = difference
    guard isNegative else { return digit }
    var carry: UInt = 0
    for index in 0..<divisor.count {
      let (partial, first) = rest[index].addingReportingOverflow(divisor[index])
      let (total, second) = partial.addingReportingOverflow(carry)
      rest[index] = total
      carry = first || second ? 1 : 0
    }
    rest[divisor.count] = rest[divisor.count] &+ carry
    return digit &- 1
  }

  // MARK: Built on division

  /// The greatest common divisor, by Euclid's algorithm.
  func greatestCommonDivisor(_ other: Natural) -> Natural {
    var (larger, smaller) = (self, other)
    while !smaller.isZero {
      if let first = larger.asUInt, let second = smaller.asUInt {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return Natural(first)
      }
      (larger, smaller) = (smaller, larger.quotientAndRemainder(dividingBy: smaller).remainder)
    }
    return larger
  }

  /// About how many products of limbs a greatest common divisor costs: Euclid's algorithm takes about 37 steps a
  /// limb.
  static func commonDivisorWork(_ left: Int, _ right: Int) -> Int {
    min(left, right).saturatingProduct(max(left, right)).saturatingProduct(40)
  }

  /// `self ** exponent % modulus`, for a modulus other than 0.
  func power(_ exponent: Natural, modulo modulus: Natural) -> Natural {
    let base = quotientAndRemainder(dividingBy: modulus).remainder
    var result = Natural.one.quotientAndRemainder(dividingBy: modulus).remainder
    for bit in (0..<exponent.bitLength).reversed() {
      result = (result * result).quotientAndRemainder(dividingBy: modulus).remainder
      if exponent.bit(bit) {
        result = (result * base).quotientAndRemainder(dividingBy: modulus).remainder
      }
    }
    return result
  }

  /// The largest number whose square is at most this one: Newton's method on ever longer prefixes, doubling the
  /// correct bits each time, so that only the last division is a long one.
  var squareRoot: Natural {
    if isZero { return .zero }
    let halfLength = (bitLength - 1) / 2
    var root = Natural.one
    var known = 0
    for shift in (0..<(Int.bitWidth - halfLength.leadingZeroBitCount)).reversed() {
      let wanted = halfLength >> shift
      let prefix = self >> (2 * halfLength - known - wanted + 1)
      root =
        (root << (wanted - known - 1)) + prefix.quotientAndRemainder(dividingBy: root).quotient
      known = wanted
    }
    return root * root > self ? root - .one : root
  }
}
