/// An integer of any size: a sign and a magnitude, as CPython's `longobject.c` has it.
///
/// Python's `int` is `Object.int` as long as it fits 64 bits and a `BigIntObject` beyond; `Object.integer(_:)`
/// picks the form, so that every value has one only.
package struct BigInteger: Hashable, Sendable {
  /// Never with a magnitude of 0.
  package let isNegative: Bool
  let magnitude: Natural

  init(isNegative: Bool = false, _ magnitude: Natural) {
    self.isNegative = isNegative && !magnitude.isZero
    self.magnitude = magnitude
  }

  package init(_ value: Int) {
    self.init(isNegative: value < 0, Natural(value.magnitude))
  }

  init(_ value: Int128) {
    self.init(isNegative: value < 0, Natural(value.magnitude))
  }

  init(_ value: UInt128) { self.init(Natural(value)) }

  /// From decimal digits with an optional sign; `nil` for anything else.
  package init?(decimal text: String) {
    var digits = text.utf8[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(isNegative: isNegative, Natural(digits: digits.map { $0 - 0x30 }, radix: 10))
  }

  static let zero = BigInteger(0)

  package var isZero: Bool { magnitude.isZero }
  var limbCount: Int { magnitude.limbs.count }
  var bitLength: Int { magnitude.bitLength }

  /// The value, if it fits.
  package var asInt: Int? {
    guard let magnitude = magnitude.asUInt else { return nil }
    if !isNegative { return Int(exactly: magnitude) }
    return magnitude <= Int.min.magnitude ? 0 &- Int(truncatingIfNeeded: magnitude) : nil
  }

  var asUInt128: UInt128? {
    guard !isNegative, bitLength <= 128 else { return nil }
    return magnitude.limbs.reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }

  var asInt128: Int128? {
    guard bitLength < 128 else { return nil }
    let value = magnitude.limbs.reversed().reduce(0 as Int128) { $0 << 64 | Int128($1) }
    return isNegative ? -value : value
  }

  /// The decimal digits CPython converts at most (Library Reference, *Integer string conversion length limitation*).
  static let maximumDigits = 4300

  /// What CPython says of an integer with more.
  package static let tooManyDigits =
    "Exceeds the limit (\(maximumDigits) digits) for integer string conversion; "
    + "use sys.set_int_max_str_digits() to increase the limit"

  /// `str(x)`; `nil` for more digits than CPython converts.
  package var decimalText: String? {
    // A digit is worth more than three bits.
    guard bitLength <= Self.maximumDigits * 10 / 3 else { return nil }
    let digits = magnitude.text(radix: 10)
    return digits.utf8.count > Self.maximumDigits ? nil : isNegative ? "-" + digits : digits
  }

  /// The digits in a radix from 2 to 36, with `-` in front of a negative number.
  package func text(radix: Int = 10) -> String { (isNegative ? "-" : "") + magnitude.text(radix: radix) }
}

extension BigInteger: Comparable {
  package static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.magnitude < left.magnitude : left.magnitude < right.magnitude
  }
}

extension BigInteger {
  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(isNegative: !value.isNegative, value.magnitude)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(isNegative: left.isNegative, left.magnitude + right.magnitude)
    }
    if left.magnitude < right.magnitude {
      return BigInteger(isNegative: right.isNegative, right.magnitude - left.magnitude)
    }
    return BigInteger(isNegative: left.isNegative, left.magnitude - right.magnitude)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    BigInteger(isNegative: left.isNegative != right.isNegative, left.magnitude * right.magnitude)
  }

  /// `self // divisor` and `self % divisor`, rounding towards minus infinity; the divisor isn't 0.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let isExact = remainder.isZero
    if isNegative == divisor.isNegative {
      return (BigInteger(quotient), BigInteger(isNegative: isNegative, remainder))
    }
    if isExact { return (BigInteger(isNegative: true, quotient), .zero) }
    return (
      BigInteger(isNegative: true, quotient + .one),
      BigInteger(isNegative: divisor.isNegative, divisor.magnitude - remainder)
    )
  }

  /// `self / divisor` rounded to an integer, halves to even; the divisor isn't 0.
  func nearestQuotient(_ divisor: BigInteger) -> BigInteger {
    let (quotient, remainder) = divided(by: divisor)
    let twice = remainder.magnitude + remainder.magnitude
    let isUp = twice > divisor.magnitude || (twice == divisor.magnitude && quotient.magnitude.isOdd)
    return isUp ? quotient + BigInteger(1) : quotient
  }

  /// `self ** exponent`, for an exponent of at least 0.
  func power(_ exponent: Int) -> BigInteger {
    BigInteger(isNegative: isNegative && exponent & 1 == 1, magnitude.power(exponent))
  }

  /// `self ** exponent % modulus`, for an exponent of at least 0 and a modulus other than 0; with the modulus' sign.
  func power(_ exponent: BigInteger, modulo modulus: BigInteger) -> BigInteger {
    let base = divided(by: BigInteger(modulus.magnitude)).remainder
    let result = BigInteger(base.magnitude.power(exponent.magnitude, modulo: modulus.magnitude))
    return modulus.isNegative && !result.isZero ? result + modulus : result
  }

  /// The number whose product with this one is 1 modulo a modulus; `nil` when they have a common divisor.
  func inverse(modulo modulus: BigInteger) -> BigInteger? {
    let size = BigInteger(modulus.magnitude)
    // Euclid's algorithm, with the factor of `self` in each remainder.
    var (previous, current) = (size, divided(by: size).remainder)
    var (previousFactor, factor) = (BigInteger.zero, BigInteger(1))
    while !current.isZero {
      let (quotient, remainder) = previous.divided(by: current)
      (previous, current) = (current, remainder)
      (previousFactor, factor) = (factor, previousFactor - quotient * factor)
    }
    guard previous.magnitude == .one else { return nil }
    return previousFactor.divided(by: size).remainder
  }
}

/// An `int` beyond 64 bits, as `Object` holds it.
package final class BigIntObject: Sendable {
  package let value: BigInteger

  fileprivate init(_ value: BigInteger) { self.value = value }
}

extension Object {
  /// The `int` of that value.
  package static func integer(_ value: BigInteger) -> Object {
    value.asInt.map(Object.int) ?? .bigInt(BigIntObject(value))
  }

  /// An `int` of any size, or a `bool` as the `int` it is.
  package var asBigInteger: BigInteger? {
    switch self {
    case .bigInt(let object): object.value
    default: asInt.map { BigInteger($0) }
    }
  }
}
