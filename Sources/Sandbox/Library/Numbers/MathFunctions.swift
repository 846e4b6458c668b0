#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rest of `math`: functions of several floats here, those of integers in Python, where they have no bound.
extension MathModule {
  static let more: [Member] = [
    function("asinh", asinh), function("acosh", acosh), function("cbrt", cbrt), function("exp2", exp2),
    function("erf", erf), function("erfc", erfc),
    .function("atanh", "(x, /)") { call throws(Unwind) in
      let value = try real(call, 0)
      if abs(value) >= 1 { throw call.raise(.valueError, "math domain error") }
      return .float(atanh(value))
    },
    .function("hypot", "(*coordinates)") { call throws(Unwind) in
      guard call.rest.count == 2 else {
        if call.rest.count < 2 {
          return .float(
            try call.rest.first.map { (x) throws(Unwind) in abs(try real(x, call.interpreter)) } ?? 0)
        }
        throw call.interpreter.unsupported("math.hypot of more than two coordinates")
      }
      let (x, y) = (try real(call.rest[0], call.interpreter), try real(call.rest[1], call.interpreter))
      if x.isInfinite || y.isInfinite { return .float(.infinity) }
      guard let length = exactHypot(x, y) else {
        throw call.interpreter.unsupported("math.hypot of these coordinates")
      }
      return .float(length)
    },
    .function("modf", "(x, /)") { call throws(Unwind) in
      let value = try real(call, 0)
      if value.isInfinite { return call.interpreter.tuple([.float(copysign(0, value)), .float(value)]) }
      if value.isNaN { return call.interpreter.tuple([.float(value), .float(value)]) }
      let whole = value.rounded(.towardZero)
      return call.interpreter.tuple([.float(copysign(value - whole, value)), .float(copysign(whole, value))])
    },
    .function("frexp", "(x, /)") { call throws(Unwind) in
      let value = try real(call, 0)
      if value == 0 || !value.isFinite { return call.interpreter.tuple([.float(value), .int(0)]) }
      let exponent = Int(value.exponent) + 1
      let mantissa = value.sign == .minus ? -value.significand / 2 : value.significand / 2
      return call.interpreter.tuple([.float(mantissa), .int(exponent)])
    },
    .function("ldexp", "(x, i, /)") { call throws(Unwind) in
      let value = try real(call, 0)
      guard let exponent = call.required(1).clampedInt else {
        throw call.raise(.typeError, "Expected an int as second argument to ldexp.")
      }
      if value == 0 || !value.isFinite { return .float(value) }
      let result = scalbn(value, Int32(clamping: exponent))
      if result.isInfinite { throw call.raise(.overflowError, "math range error") }
      return .float(result)
    },
    .function("nextafter", "(x, y, /)") { call throws(Unwind) in
      .float(nextafter(try real(call, 0), try real(call, 1)))
    },
    .function("ulp", "(x, /)") { call throws(Unwind) in
      let value = abs(try real(call, 0))
      if !value.isFinite { return .float(value) }
      if value == .greatestFiniteMagnitude { return .float(value.ulp) }
      return .float(nextafter(value, .infinity) - value)
    },
    .function("remainder", "(x, y, /)") { call throws(Unwind) in
      let (left, right) = (try real(call, 0), try real(call, 1))
      if left.isNaN || right.isNaN { return .float(.nan) }
      if left.isInfinite || right == 0 { throw call.raise(.valueError, "math domain error") }
      if right.isInfinite { return .float(left) }
      return .float(remainder(left, right))
    },
    .function("fsum", "(seq, /)") { call throws(Unwind) in
      // Non-overlapping partial sums, as in Shewchuk's algorithm.
      var partials: [Double] = []
      var special = 0.0
      try call.interpreter.iterate(call.required(0)) { (item) throws(Unwind) in
        var x = try real(item, call.interpreter)
        guard x.isFinite else {
          special += x
          return true
        }
        var count = 0
        for var y in partials {
          if abs(x) < abs(y) { (x, y) = (y, x) }
          let high = x + y
          let low = y - (high - x)
          if low != 0 {
            partials[count] = low
            count += 1
          }
          x = high
        }
        if x.isInfinite { throw call.raise(.overflowError, "intermediate overflow in fsum") }
        partials.removeLast(partials.count - count)
        partials.append(x)
        return true
      }
      if special != 0 || special.isNaN {
        if special.isNaN { throw call.interpreter.unsupported("math.fsum with infinities or NaN") }
        return .float(special)
      }
      return .float(rounded(partials))
    },
  ]

  /// The sum of non-overlapping parts, rounded half to even once.
  private static func rounded(_ partials: [Double]) -> Double {
    var rest = partials
    guard var high = rest.popLast() else { return 0 }
    var low = 0.0
    while let y = rest.popLast() {
      let x = high
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
    }
    if let next = rest.last, low < 0 && next < 0 || low > 0 && next > 0 {
      let doubled = low * 2
      let sum = high + doubled
      if doubled == sum - high { high = sum }
    }
    return high
  }

  /// The correctly rounded length for integers whose squares are exact; `nil` otherwise, as CPython has an algorithm
  /// of its own that doesn't round correctly in every case.
  private static func exactHypot(_ x: Double, _ y: Double) -> Double? {
    if x.isNaN || y.isNaN { return .nan }
    if x == 0 || y == 0 { return abs(x) + abs(y) }
    guard abs(x) < 0x1p25, abs(y) < 0x1p25, x == x.rounded(), y == y.rounded() else { return nil }
    return (x * x + y * y).squareRoot()
  }
}

extension LibrarySource {
  static let math: LibrarySource = #"""
    def _integer(value):
        if isinstance(value, int):
            return value + 0
        if hasattr(value, '__index__'):
            return value.__index__()
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


    def isqrt(n, /):
        n = _integer(n)
        if n < 0:
            raise ValueError('isqrt() argument must be nonnegative')
        if n == 0:
            return 0
        root = 1 << (n.bit_length() + 1) // 2
        while True:
            better = (root + n // root) // 2
            if better >= root:
                return root
            root = better


    def lcm(*integers):
        result = 1
        for value in integers:
            value = abs(_integer(value))
            if value == 0 or result == 0:
                result = 0
            else:
                result = result // gcd(result, value) * value
        return result


    def comb(n, k, /):
        n, k = _integer(n), _integer(k)
        if n < 0:
            raise ValueError('n must be a non-negative integer')
        if k < 0:
            raise ValueError('k must be a non-negative integer')
        if k > n:
            return 0
        result = 1
        for i in range(min(k, n - k)):
            result = result * (n - i) // (i + 1)
        return result


    def perm(n, k=None, /):
        if k is None:
            return factorial(n)
        n, k = _integer(n), _integer(k)
        if n < 0:
            raise ValueError('n must be a non-negative integer')
        if k < 0:
            raise ValueError('k must be a non-negative integer')
        if k > n:
            return 0
        result = 1
        for i in range(k):
            result *= n - i
        return result
    """#
}
