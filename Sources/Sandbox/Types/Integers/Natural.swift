/// A natural number of any size: the magnitude of a Python `int` beyond 64 bits.
///
/// Its digits are machine words ("limbs"), the least significant first and without leading zeros, so that
/// equal numbers have equal limbs and 0 has none. Nothing here is charged to the limits; what can grow is
/// charged by the interpreter before it calls (`Interpreter+Integers`).
package struct Natural: Hashable, Sendable {
  let limbs: [UInt]

  init(limbs: some Collection<UInt>) {
    var count = limbs.count
    for limb in limbs.reversed() {
      if limb != 0 { break }
      count -= 1
    }
    self.limbs = Array(limbs.prefix(count))
  }

  init(_ value: UInt) { limbs = value == 0 ? [] : [value] }

  init(_ value: UInt128) {
    self.init(limbs: [UInt(truncatingIfNeeded: value), UInt(truncatingIfNeeded: value >> 64)])
  }

  static let zero = Natural(0 as UInt)
  static let one = Natural(1 as UInt)

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }

  /// The value, if it has at most one limb.
  var asUInt: UInt? { limbs.count > 1 ? nil : limbs.first ?? 0 }

  /// The number of bits without leading zeros; 0 for 0.
  var bitLength: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * UInt.bitWidth - top.leadingZeroBitCount
  }

  var bitCount: Int { limbs.reduce(0) { $0 + $1.nonzeroBitCount } }

  var trailingZeroBitCount: Int {
    guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * UInt.bitWidth + limbs[index].trailingZeroBitCount
  }

  func bit(_ index: Int) -> Bool {
    let (word, bit) = index.quotientAndRemainder(dividingBy: UInt.bitWidth)
    return limbs.indices.contains(word) && limbs[word] >> UInt(bit) & 1 == 1
  }
}

extension Natural: Comparable {
  package static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for (left, right) in zip(left.limbs.reversed(), right.limbs.reversed()) where left != right {
      return left < right
    }
    return false
  }
}

/// Sums and shifts.
extension Natural {
  static func + (left: Natural, right: Natural) -> Natural {
    var result = left.limbs
    add(right.limbs, to: &result, at: 0)
    return Natural(limbs: result)
  }

  /// The difference; `right` is at most `left`.
  static func - (left: Natural, right: Natural) -> Natural {
    var result = left.limbs
    subtract(right.limbs, from: &result)
    return Natural(limbs: result)
  }

  /// Adds limbs to a number from a position on, which grows as needed.
  static func add(_ addend: some Collection<UInt>, to sum: inout [UInt], at start: Int) {
    if sum.count < start + addend.count {
      sum.append(contentsOf: repeatElement(0, count: start + addend.count - sum.count))
    }
    var index = start
    var carry: UInt = 0
    for limb in addend {
      let (partial, first) = sum[index].addingReportingOverflow(limb)
      let (total, second) = partial.addingReportingOverflow(carry)
      sum[index] = total
      carry = first || second ? 1 : 0
      index += 1
    }
    while carry == 1, index < sum.count {
      let (total, overflow) = sum[index].addingReportingOverflow(1)
      sum[index] = total
      carry = overflow ? 1 : 0
      index += 1
    }
    if carry == 1 { sum.append(1) }
  }

  private static func subtract(_ subtrahend: [UInt], from difference: inout [UInt]) {
    var borrow: UInt = 0
    for index in difference.indices {
      if index >= subtrahend.count && borrow == 0 { return }
      let limb = index < subtrahend.count ? subtrahend[index] : 0
      let (partial, first) = difference[index].subtractingReportingOverflow(limb)
      let (total, second) = partial.subtractingReportingOverflow(borrow)
      difference[index] = total
      borrow = first || second ? 1 : 0
    }
  }

  static func << (value: Natural, count: Int) -> Natural {
    if value.isZero || count <= 0 { return value }
    let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    var result = [UInt](repeating: 0, count: words)
    result.reserveCapacity(words + value.limbs.count + 1)
    if bits == 0 { return Natural(limbs: result + value.limbs) }
    var carried: UInt = 0
    for limb in value.limbs {
      result.append(limb << UInt(bits) | carried)
      carried = limb >> UInt(UInt.bitWidth - bits)
    }
    result.append(carried)
    return Natural(limbs: result)
  }

  /// Rounded towards zero.
  static func >> (value: Natural, count: Int) -> Natural {
    if count <= 0 { return value }
    let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    guard words < value.limbs.count else { return .zero }
    let kept = value.limbs[words...]
    if bits == 0 { return Natural(limbs: kept) }
    var result: [UInt] = []
    result.reserveCapacity(kept.count)
    for index in kept.indices {
      let above = index + 1 < kept.endIndex ? kept[index + 1] : 0
      result.append(kept[index] >> UInt(bits) | above << UInt(UInt.bitWidth - bits))
    }
    return Natural(limbs: result)
  }
}
