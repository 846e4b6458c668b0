import Python

/// Arithmetic on integers where the result or an operand is beyond 64 bits: each operation is charged to the
/// limits before it is done, for the memory of its result and for the products of limbs it takes.
extension Interpreter {
  /// A new integer of that many bits, or a computation with numbers of that size, that takes that many products of
  /// limbs.
  func charge(integerBits bits: Int, products: Int = 0) throws(Unwind) {
    guard bits <= limits.integerBits else { throw exceeded(.integerSize) }
    meter.memory += 32 + max(bits, 0) / 8
    guard meter.memory <= limits.memory else { throw exceeded(.memory) }
    // A product takes about as long as looking at eight bytes.
    try charge(work: products.saturatingProduct(8))
  }

  /// `left operator right`; `nil` for operators that integers don't have.
  func wide(
    _ operation: BinaryOperator, _ left: BigInteger, _ right: BigInteger
  ) throws(Unwind) -> Object? {
    switch operation {
    case .add, .sub, .bitOr, .bitXor, .bitAnd:
      try charge(
        integerBits: max(left.bitLength, right.bitLength), products: max(left.limbCount, right.limbCount))
    default: break
    }
    switch operation {
    case .add: return .integer(left + right)
    case .sub: return .integer(left - right)
    case .bitOr: return .integer(left | right)
    case .bitXor: return .integer(left ^ right)
    case .bitAnd: return .integer(left & right)
    case .mult: return .integer(try product(left, right))
    case .div:
      guard !right.isZero else { throw raise(.zeroDivisionError, "division by zero") }
      try chargeDivision(left, right)
      guard let quotient = left.quotient(right) else {
        throw raise(.overflowError, "integer division result too large for a float")
      }
      return .float(quotient)
    case .floorDiv:
      guard !right.isZero else { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
      return .integer(try divide(left, right).quotient)
    case .mod:
      guard !right.isZero else { throw raise(.zeroDivisionError, "integer modulo by zero") }
      return .integer(try divide(left, right).remainder)
    case .pow:
      if right.isNegative { return try float(.pow, double(left), double(right)) }
      return .integer(try power(left, right))
    case .lShift, .rShift:
      if right.isNegative { throw raise(.valueError, "negative shift count") }
      return .integer(operation == .lShift ? try shiftLeft(left, right) : try shiftRight(left, right))
    case .matMult: return nil
    }
  }

  func product(_ left: BigInteger, _ right: BigInteger) throws(Unwind) -> BigInteger {
    try charge(
      integerBits: left.bitLength.saturatingSum(right.bitLength),
      products: Natural.productWork(left.limbCount, right.limbCount))
    return left * right
  }

  private func chargeDivision(_ left: BigInteger, _ right: BigInteger) throws(Unwind) {
    try charge(
      integerBits: max(left.bitLength, right.bitLength),
      products: Natural.divisionWork(left.limbCount + 2, right.limbCount))
  }

  /// `left // right` and `left % right`; `right` isn't 0.
  func divide(
    _ left: BigInteger, _ right: BigInteger
  ) throws(Unwind) -> (quotient: BigInteger, remainder: BigInteger) {
    try chargeDivision(left, right)
    return left.divided(by: right)
  }

  /// `base ** exponent` for an exponent of at least 0.
  func power(_ base: BigInteger, _ exponent: BigInteger) throws(Unwind) -> BigInteger {
    if exponent.isZero { return BigInteger(1) }
    if base.isZero || base.magnitude == .one {
      return base.isNegative && !exponent.magnitude.isOdd ? -base : base
    }
    guard let count = exponent.asInt else { throw exceeded(.integerSize) }
    // A power has at least `(bits - 1) * exponent` bits.
    let bits = (base.bitLength - 1).saturatingProduct(count)
    let limbs = (base.bitLength.saturatingProduct(count)).saturatingSum(63) / 64
    // The last square takes half of the work, and multiplying by the base as much at most.
    try charge(integerBits: bits, products: Natural.productWork(limbs / 2, limbs / 2).saturatingProduct(3))
    return base.power(count)
  }

  /// `pow(base, exponent, modulus)` for a modulus other than 0.
  func power(
    _ base: BigInteger, _ exponent: BigInteger, modulo modulus: BigInteger
  ) throws(Unwind) -> BigInteger {
    let count = modulus.limbCount
    try chargeDivision(base, modulus)
    var base = base
    if exponent.isNegative {
      try charge(integerBits: modulus.bitLength, products: Natural.commonDivisorWork(count, count))
      guard let inverse = base.inverse(modulo: modulus) else {
        throw raise(.valueError, "base is not invertible for the given modulus")
      }
      base = inverse
    }
    // For each bit a square and at most one more product, and their remainders.
    try charge(
      integerBits: modulus.bitLength, products: (4 * count * count).saturatingProduct(exponent.bitLength))
    return base.power(BigInteger(exponent.magnitude), modulo: modulus)
  }

  func shiftLeft(_ value: BigInteger, _ count: BigInteger) throws(Unwind) -> BigInteger {
    if value.isZero { return value }
    guard let count = count.asInt else { throw exceeded(.integerSize) }
    try charge(
      integerBits: value.bitLength.saturatingSum(count), products: value.limbCount.saturatingSum(count / 64))
    return value.shiftedLeft(count)
  }

  func shiftRight(_ value: BigInteger, _ count: BigInteger) throws(Unwind) -> BigInteger {
    guard let count = count.asInt, count < value.bitLength else {
      return BigInteger(value.isNegative ? -1 : 0)
    }
    try charge(integerBits: value.bitLength - count, products: value.limbCount)
    return value.shiftedRight(count)
  }

  /// `float(x)` of an integer.
  func double(_ value: BigInteger) throws(Unwind) -> Double {
    guard let result = value.asDouble else {
      throw raise(.overflowError, "int too large to convert to float")
    }
    return result
  }

  /// An `int`, `bool` or `float` as a float; `nil` for other types.
  func double(of number: Object) throws(Unwind) -> Double? {
    if case .bigInt(let object) = number { return try double(object.value) }
    return number.asDouble
  }

  /// A finite float without its fraction, as an integer; raises what `int(x)` raises for others.
  func integer(truncating value: Double) throws(Unwind) -> Object {
    if let small = Int(exactly: value.rounded(.towardZero)) { return .int(small) }
    guard let result = BigInteger(truncating: value) else {
      if value.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
      throw raise(.overflowError, "cannot convert float infinity to integer")
    }
    return .integer(result)
  }

  // MARK: Text

  /// `str(x)` of an integer.
  func text(of value: BigInteger) throws(Unwind) -> String {
    try charge(work: min(value.limbCount, 256) * min(value.limbCount, 256) * 4)
    guard let text = value.decimalText else { throw raise(.valueError, BigInteger.tooManyDigits) }
    return text
  }

  /// An integer from decimal digits with an optional sign.
  func integer(decimal text: String) throws(Unwind) -> Object {
    let count = text.utf8.count - (text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
    guard count <= BigInteger.maximumDigits else { throw tooManyDigits(count) }
    guard let value = BigInteger(decimal: text) else { throw unsupported("an integer in other digits") }
    try charge(integerBits: value.bitLength, products: value.limbCount * value.limbCount)
    return .integer(value)
  }

  /// The error for a text of too many digits.
  func tooManyDigits(_ count: Int) -> Unwind {
    raise(
      .valueError,
      "Exceeds the limit (\(BigInteger.maximumDigits) digits) for integer string conversion: value has \(count) "
        + "digits; use sys.set_int_max_str_digits() to increase the limit")
  }

  /// An integer in radix 10 or one that is a power of two, without a prefix, as its sign and digits.
  func text(
    of value: BigInteger, radix: Int, uppercase: Bool = false
  ) throws(Unwind) -> (sign: String, digits: String) {
    let sign = value.isNegative ? "-" : ""
    if radix == 10 { return (sign, try text(of: BigInteger(value.magnitude))) }
    try charge(stringBytes: value.bitLength / radix.trailingZeroBitCount + 1)
    return (sign, value.magnitude.text(radix: radix, uppercase: uppercase))
  }
}
