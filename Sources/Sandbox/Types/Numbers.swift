#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Arithmetic on `int`, `float` and `bool`, without Python's objects: what CPython's `longobject.c` and
/// `floatobject.c` compute, for integers of 64 bits. `nil` stands for a result beyond them, which `BigInteger` has.
enum Numbers {
  enum Order {
    case less, equal, greater

    func satisfies(_ comparison: Ordering) -> Bool {
      switch comparison {
      case .less: self == .less
      case .lessOrEqual: self != .greater
      case .greater: self == .greater
      case .greaterOrEqual: self != .less
      }
    }
  }

  /// Exact, also between integers and floats; `nil` for other types and for NaN.
  static func compare(_ left: Object, _ right: Object) -> Order? {
    if let left = left.asInt {
      if let right = right.asInt { return order(left, right) }
      if case .float(let right) = right { return order(left, right) }
      guard case .bigInt(let right) = right else { return nil }
      return right.value.isNegative ? .greater : .less
    }
    if case .bigInt(let left) = left {
      if case .float(let right) = right { return order(left.value, right) }
      return right.asBigInteger.map { order(left.value, $0) }
    }
    guard case .float(let left) = left else { return nil }
    if case .float(let right) = right {
      if left.isNaN || right.isNaN { return nil }
      return order(left, right)
    }
    let reflected: Order?
    if case .bigInt(let right) = right {
      reflected = order(right.value, left)
    } else {
      reflected = right.asInt.flatMap { order($0, left) }
    }
    switch reflected {
    case .less: return .greater
    case .greater: return .less
    case let other: return other
    }
  }

  private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Order {
    left < right ? .less : left == right ? .equal : .greater
  }

  private static func order(_ left: Int, _ right: Double) -> Order? {
    if right.isNaN { return nil }
    if right >= 0x1p63 { return .less }
    if right < -0x1p63 { return .greater }
    let whole = right.rounded(.down)
    let integer = Int(whole)
    if left != integer { return left < integer ? .less : .greater }
    return whole < right ? .less : .equal
  }

  /// For an integer beyond 64 bits.
  private static func order(_ left: BigInteger, _ right: Double) -> Order? {
    if right.isNaN { return nil }
    guard let whole = BigInteger(truncating: right), right.magnitude >= 0x1p63 else {
      // Infinite, or nearer to 0 than the integer.
      return (right.isInfinite ? right > 0 : left.isNegative) ? .less : .greater
    }
    return order(left, whole)
  }

  /// `left // right` and `left % right`, rounding towards minus infinity; `right` isn't 0.
  static func divide(_ left: Int, _ right: Int) -> (quotient: Int, remainder: Int)? {
    if right == -1 {
      let (quotient, overflow) = 0.subtractingReportingOverflow(left)
      return overflow ? nil : (quotient, 0)
    }
    let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
    if remainder != 0 && (remainder < 0) != (right < 0) { return (quotient - 1, remainder + right) }
    return (quotient, remainder)
  }

  /// As `float_divmod` does it; `right` isn't 0.
  static func divide(_ left: Double, _ right: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(left, right)
    var quotient = (left - remainder) / right
    if remainder != 0 {
      if (right < 0) != (remainder < 0) {
        remainder += right
        quotient -= 1
      }
    } else {
      remainder = copysign(0, right)
    }
    if quotient != 0 {
      var floor = quotient.rounded(.down)
      if quotient - floor > 0.5 { floor += 1 }
      quotient = floor
    } else {
      quotient = copysign(0, left / right)
    }
    return (quotient, remainder)
  }

  /// `left / right`, correctly rounded; `right` isn't 0.
  static func trueDivide(_ left: Int, _ right: Int) -> Double {
    let exact: UInt = 1 << 53
    if left.magnitude <= exact, right.magnitude <= exact {
      return Double(left) / Double(right)
    }
    let negative = (left < 0) != (right < 0)
    let (a, b) = (UInt128(left.magnitude), UInt128(right.magnitude))
    if a == 0 { return right < 0 ? -0.0 : 0 }
    let bits = { (value: UInt128) in 128 - value.leadingZeroBitCount }
    let shift = max(0, 58 + bits(b) - bits(a))
    let (quotient, remainder) = (a << UInt128(shift)).quotientAndRemainder(dividingBy: b)
    // The last bit stands for everything that was cut off.
    let sticky = quotient << 1 | (remainder == 0 ? 0 : 1)
    let value = scalbn(Double(sticky), Int32(-(shift + 1)))
    return negative ? -value : value
  }

  /// `base ** exponent` for `exponent >= 0`.
  static func power(_ base: Int, _ exponent: Int) -> Int? {
    if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
    if base == -1 { return exponent & 1 == 0 ? 1 : -1 }
    var result = 1
    var factor = base
    var rest = exponent
    while true {
      if rest & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        result = product
      }
      rest >>= 1
      if rest == 0 { return result }
      let (square, overflow) = factor.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      factor = square
    }
  }

  /// `base ** exponent % modulus` for `exponent >= 0` and a modulus other than 0.
  static func power(_ base: Int, _ exponent: Int, modulo modulus: Int) -> Int {
    let magnitude = UInt128(modulus.magnitude)
    var factor = UInt128(base.magnitude) % magnitude
    if base < 0 && factor != 0 { factor = magnitude - factor }
    var result = 1 % magnitude
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor % magnitude }
      factor = factor * factor % magnitude
      rest >>= 1
    }
    let value = Int(truncatingIfNeeded: result)
    return modulus < 0 && value != 0 ? value + modulus : value
  }

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  static func shiftLeft(_ value: Int, _ count: Int) -> Int? {
    if value == 0 { return 0 }
    guard count < 63 else { return nil }
    let shifted = value << count
    return shifted >> count == value ? shifted : nil
  }

  static func shiftRight(_ value: Int, _ count: Int) -> Int { value >> min(count, 63) }
}
