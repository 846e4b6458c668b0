#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The constants of MD5, SHA-1 and SHA-2, computed as their definitions say: the fractional parts of roots of the
/// first primes, and sines.
enum DigestConstants {
  static let sha1Start: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

  static let md5Shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// `floor(2**32 * abs(sin(i)))` for i from 1.
  static let sines: [UInt32] = (1...64).map { UInt32(abs(sin(Double($0))) * 0x1p32) }

  /// 64 bits of the fractional parts of the square roots of the first 16 primes.
  static let squareRoots: [UInt64] = primes.prefix(16).map { fraction(of: $0, power: 2) }

  /// 64 bits of the fractional parts of the cube roots of the first 80 primes.
  static let cubeRoots: [UInt64] = primes.prefix(80).map { fraction(of: $0, power: 3) }

  private static let primes: [UInt64] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 80 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  /// The largest x with x**power <= prime * 2**(64 * power), without its whole part; bit by bit.
  private static func fraction(of prime: UInt64, power: Int) -> UInt64 {
    var root = Wide(0)
    let target = Wide(prime).shifted(byWords: power * 2)
    for bit in (0..<70).reversed() {
      let candidate = root.settingBit(bit)
      var product = candidate
      for _ in 1..<power { product = product.multiplied(by: candidate) }
      if !(target < product) { root = candidate }
    }
    return UInt64(root.words[1]) << 32 | UInt64(root.words[0])
  }

  /// An unsigned number of 256 bits, enough for the cube of a root.
  private struct Wide {
    var words = [UInt32](repeating: 0, count: 8)

    init(_ value: UInt64) {
      words[0] = UInt32(truncatingIfNeeded: value)
      words[1] = UInt32(truncatingIfNeeded: value >> 32)
    }

    func shifted(byWords count: Int) -> Wide {
      var result = self
      result.words = Array((Array(repeating: 0, count: count) + words).prefix(8))
      return result
    }

    func settingBit(_ bit: Int) -> Wide {
      var result = self
      result.words[bit / 32] |= 1 << UInt32(bit % 32)
      return result
    }

    func multiplied(by other: Wide) -> Wide {
      var result = Wide(0)
      for (i, left) in words.enumerated() where left != 0 {
        var carry: UInt64 = 0
        for j in 0..<(8 - i) {
          let sum = UInt64(left) * UInt64(other.words[j]) + UInt64(result.words[i + j]) + carry
          result.words[i + j] = UInt32(truncatingIfNeeded: sum)
          carry = sum >> 32
        }
      }
      return result
    }

    static func < (left: Wide, right: Wide) -> Bool {
      right.words.reversed().lexicographicallyPrecedes(left.words.reversed())
        ? false : left.words != right.words
    }
  }
}
