#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of `math` on integers of any size (Library Reference, *Number-theoretic functions*).
extension MathModule {
  static let integerFunctions: [Member] = [
    .function("comb", "(n, k, /)", combinations),
    .function("factorial", "(x, /)") { call throws(Unwind) in
      .integer(try factorial(try integer(call.required(0), call.interpreter), call.interpreter))
    },
    .function("gcd", "(*integers)") { call throws(Unwind) in
      var result = BigInteger.zero
      for item in call.rest {
        result = try commonDivisor(result, try integer(item, call.interpreter), call.interpreter)
      }
      return .integer(result)
    },
    .function("isqrt", "(n, /)") { call throws(Unwind) in
      let value = try integer(call.required(0), call.interpreter)
      if value.isNegative { throw call.raise(.valueError, "isqrt() argument must be nonnegative") }
      try call.interpreter.charge(
        integerBits: value.bitLength, products: value.limbCount.saturatingProduct(value.limbCount))
      return .integer(BigInteger(value.magnitude.squareRoot))
    },
    .function("lcm", "(*integers)") { call throws(Unwind) in
      var result = BigInteger(1)
      for item in call.rest {
        let value = try integer(item, call.interpreter)
        let divisor = try commonDivisor(result, value, call.interpreter)
        if divisor.isZero { continue }
        let part = try call.interpreter.divide(BigInteger(result.magnitude), divisor).quotient
        result = try call.interpreter.product(part, BigInteger(value.magnitude))
      }
      return .integer(result)
    },
    .function("perm", "(n, k=None, /)", permutations),
  ]

  private static func integer(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> BigInteger {
    guard let value = object.asBigInteger else { throw interpreter.notAnInteger(object) }
    return value
  }

  private static func commonDivisor(
    _ left: BigInteger, _ right: BigInteger, _ interpreter: Interpreter
  ) throws(Unwind) -> BigInteger {
    try interpreter.charge(
      integerBits: max(left.bitLength, right.bitLength),
      products: Natural.commonDivisorWork(left.limbCount, right.limbCount))
    return BigInteger(left.magnitude.greatestCommonDivisor(right.magnitude))
  }

  private static func factorial(
    _ value: BigInteger, _ interpreter: Interpreter
  ) throws(Unwind) -> BigInteger {
    if value.isNegative {
      throw interpreter.raise(.valueError, "factorial() not defined for negative values")
    }
    guard let count = value.asInt else {
      throw interpreter.raise(.overflowError, "factorial() argument should not exceed \(Int.max)")
    }
    if count < 2 { return BigInteger(1) }
    // Stirling's approximation, from below.
    let bits = Double(count) * (log2(Double(count)) - M_LOG2E)
    return try product(from: BigInteger(2), count: count - 1, bits: Int(min(bits, 1e18)), interpreter)
  }

  /// The product of so many numbers in a row, with about so many bits.
  private static func product(
    from first: BigInteger, count: Int, bits: Int, _ interpreter: Interpreter
  ) throws(Unwind) -> BigInteger {
    let limbs = bits / 64 + 1
    // Multiplied in pairs, each level of the tree takes no more than the last product.
    let levels = Int.bitWidth - count.leadingZeroBitCount
    try interpreter.charge(
      integerBits: bits,
      products: Natural.productWork(limbs / 2 + 1, limbs / 2 + 1).saturatingProduct(levels).saturatingSum(
        count))
    var factors: [Natural] = []
    var factor = first
    for _ in 0..<count {
      factors.append(factor.magnitude)
      factor = factor + BigInteger(1)
    }
    return BigInteger(Natural.product(of: factors[...]))
  }

  /// `n * (n - 1) * … * (n - k + 1)`.
  private static func fallingProduct(
    _ number: BigInteger, _ count: Int, _ interpreter: Interpreter
  ) throws(Unwind) -> BigInteger {
    if count == 0 { return BigInteger(1) }
    return try product(
      from: number - BigInteger(count - 1), count: count, bits: number.bitLength.saturatingProduct(count),
      interpreter)
  }

  @Sendable private static func permutations(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    guard let object = call.present(1) else {
      return .integer(try factorial(try integer(call.required(0), interpreter), interpreter))
    }
    let (number, count) = try operands(call.required(0), object, interpreter)
    if number.asInt != nil, count > number { return .int(0) }
    guard let count = count.asInt else {
      throw interpreter.raise(.overflowError, "k must not exceed \(Int.max)")
    }
    return .integer(try fallingProduct(number, count, interpreter))
  }

  @Sendable private static func combinations(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let (number, count) = try operands(call.required(0), call.required(1), interpreter)
    if count > number { return .int(0) }
    guard let least = min(count, number - count).asInt else {
      throw interpreter.raise(.overflowError, "min(n - k, k) must not exceed \(Int.max)")
    }
    let ordered = try fallingProduct(number, least, interpreter)
    let orders = try factorial(BigInteger(least), interpreter)
    return .integer(try interpreter.divide(ordered, orders).quotient)
  }

  private static func operands(
    _ first: Object, _ second: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> (number: BigInteger, count: BigInteger) {
    let number = try integer(first, interpreter)
    let count = try integer(second, interpreter)
    for (name, value) in [("n", number), ("k", count)] where value.isNegative {
      throw interpreter.raise(.valueError, "\(name) must be a non-negative integer")
    }
    return (number, count)
  }
}
