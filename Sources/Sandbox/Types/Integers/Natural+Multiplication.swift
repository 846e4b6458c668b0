/// Products: by the school's method, and by Karatsuba's for long factors (Knuth, *The Art of Computer
/// Programming*, volume 2, 4.3.1 and 4.3.3).
extension Natural {
  /// Factors shorter than this are multiplied by the school's method.
  private static let karatsubaThreshold = 48

  static func * (left: Natural, right: Natural) -> Natural {
    Natural(limbs: product(left.limbs[...], right.limbs[...]))
  }

  /// About how many products of limbs a product costs.
  static func productWork(_ left: Int, _ right: Int) -> Int {
    let (short, long) = (min(left, right), max(left, right))
    guard short >= karatsubaThreshold else { return short.saturatingProduct(long) }
    // Karatsuba's method takes three products of half the length.
    var (length, products) = (short, 1)
    while length >= karatsubaThreshold {
      length = (length + 1) / 2
      products = products.saturatingProduct(3)
    }
    let square = products.saturatingProduct(length * length)
    return square.saturatingProduct((long + short - 1) / short)
  }

  private static func product(_ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>) -> [UInt] {
    let (long, short) = left.count >= right.count ? (left, right) : (right, left)
    if short.isEmpty { return [] }
    if short.count < karatsubaThreshold { return schoolProduct(long, short) }
    if long.count >= 2 * short.count { return productByParts(long, short) }
    return karatsubaProduct(long, short)
  }

  private static func schoolProduct(_ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>) -> [UInt] {
    var result = [UInt](repeating: 0, count: left.count + right.count)
    result.withUnsafeMutableBufferPointer { result in
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          for (offset, factor) in right.enumerated() {
            var carry: UInt = 0
            for index in 0..<left.count {
              let (high, low) = factor.multipliedFullWidth(by: left[index])
              let (partial, first) = low.addingReportingOverflow(result[offset &+ index])
              let (total, second) = partial.addingReportingOverflow(carry)
              result[offset &+ index] = total
              // At most 2^64 - 1: the square of the largest limb leaves room for two more limbs.
              carry = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
            }
            result[offset &+ left.count] = carry
          }
        }
      }
    }
    return result
  }

  /// A long factor in parts as long as the short one.
  private static func productByParts(_ long: ArraySlice<UInt>, _ short: ArraySlice<UInt>) -> [UInt] {
    var result = [UInt](repeating: 0, count: long.count + short.count)
    var start = long.startIndex
    while start < long.endIndex {
      let end = min(start + short.count, long.endIndex)
      add(product(long[start..<end], short), to: &result, at: start - long.startIndex)
      start = end
    }
    return result
  }

  private static func karatsubaProduct(_ left: ArraySlice<UInt>, _ right: ArraySlice<UInt>) -> [UInt] {
    let half = (left.count + 1) / 2
    let low = (left.prefix(half), right.prefix(half))
    let high = (left.dropFirst(half), right.dropFirst(half))
    let lowProduct = product(low.0, low.1)
    let highProduct = product(high.0, high.1)
    var sums: ([UInt], [UInt]) = (Array(low.0), Array(low.1))
    add(high.0, to: &sums.0, at: 0)
    add(high.1, to: &sums.1, at: 0)
    let middle =
      Natural(limbs: product(sums.0[...], sums.1[...])) - Natural(limbs: lowProduct)
      - Natural(limbs: highProduct)
    var result = lowProduct
    add(highProduct, to: &result, at: 2 * half)
    add(middle.limbs, to: &result, at: half)
    return result
  }

  /// `self * factor + addend`.
  func multiplied(by factor: UInt, adding addend: UInt) -> Natural {
    var result = limbs
    Natural.multiply(&result, by: factor, adding: addend)
    return Natural(limbs: result)
  }

  static func multiply(_ limbs: inout [UInt], by factor: UInt, adding addend: UInt) {
    var carry = addend
    for index in limbs.indices {
      let (high, low) = factor.multipliedFullWidth(by: limbs[index])
      let (total, overflow) = low.addingReportingOverflow(carry)
      limbs[index] = total
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry > 0 { limbs.append(carry) }
  }

  func power(_ exponent: Int) -> Natural {
    // Powers of two are shifted in, so that `(2**k)**n` costs nothing.
    let zeros = trailingZeroBitCount
    let odd = self >> zeros
    var result = Natural.one
    if odd != .one {
      for bit in (0..<(Int.bitWidth - max(exponent, 0).leadingZeroBitCount)).reversed() {
        result = result * result
        if exponent >> bit & 1 == 1 { result = result * odd }
      }
    }
    return result << zeros.saturatingProduct(max(exponent, 0))
  }

  /// The product of the factors, multiplied in pairs so that the factors stay of a length.
  static func product(of factors: ArraySlice<Natural>) -> Natural {
    switch factors.count {
    case 0: return .one
    case 1: return factors[factors.startIndex]
    default:
      let middle = factors.startIndex + factors.count / 2
      return product(of: factors[..<middle]) * product(of: factors[middle...])
    }
  }
}

extension Int {
  /// The product of two sizes, at most the largest `Int`.
  func saturatingProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }

  /// The sum of two sizes, at most the largest `Int`.
  func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
