/// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded as Python's `random` seeds it.
struct MersenneTwister: Sendable {
  private static let size = 624
  private static let middle = 397

  private var state: [UInt32]
  private var index = MersenneTwister.size

  /// From the absolute value of an integer, in words, the lowest first.
  init(key: [UInt32]) {
    let key = key.isEmpty ? [0] : key
    state = Self.linear(19_650_218)
    var (i, j) = (1, 0)
    let size = Self.size
    func wrap(_ state: inout [UInt32]) {
      if i >= size {
        state[0] = state[size - 1]
        i = 1
      }
    }
    for _ in 0..<max(size, key.count) {
      let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525
      state[i] = (state[i] ^ mixed) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i += 1
      j = (j + 1) % key.count
      wrap(&state)
    }
    for _ in 1..<size {
      let mixed = (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941
      state[i] = (state[i] ^ mixed) &- UInt32(truncatingIfNeeded: i)
      i += 1
      wrap(&state)
    }
    state[0] = 0x8000_0000
  }

  private static func linear(_ seed: UInt32) -> [UInt32] {
    var state = [seed]
    for index in 1..<size {
      let last = state[index - 1]
      state.append((last ^ last >> 30) &* 1_812_433_253 &+ UInt32(index))
    }
    return state
  }

  /// 32 random bits.
  mutating func next() -> UInt32 {
    if index >= Self.size { refill() }
    var value = state[index]
    index += 1
    value ^= value >> 11
    value ^= value << 7 & 0x9D2C_5680
    value ^= value << 15 & 0xEFC6_0000
    return value ^ value >> 18
  }

  private mutating func refill() {
    for place in 0..<Self.size {
      let bits = state[place] & 0x8000_0000 | state[(place + 1) % Self.size] & 0x7FFF_FFFF
      state[place] = state[(place + Self.middle) % Self.size] ^ bits >> 1 ^ (bits & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    index = 0
  }

  /// A number in 0..<1 of 53 bits.
  mutating func double() -> Double {
    let (high, low) = (Double(next() >> 5), Double(next() >> 6))
    return (high * 67_108_864 + low) * (1 / 9_007_199_254_740_992)
  }
}
