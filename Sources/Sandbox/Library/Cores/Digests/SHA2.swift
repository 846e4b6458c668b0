/// The rounds of SHA-2 (FIPS 180-4, 6.2.2 and 6.4.2), the same for words of 32 and of 64 bits but for their number and
/// the amounts by which words are rotated.
struct SHA2<Word: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// The amounts of one of the standard's four functions: three rotations, or two and a shift.
  typealias Amounts = (Int, Int, Int)

  /// One for each round.
  let constants: [Word]
  /// Upper and lower case sigma 0 and 1 (4.1.2, 4.1.3).
  let sum0, sum1, schedule0, schedule1: Amounts

  /// The state after a block of 16 words.
  func folding(_ block: [Word], into state: [Word]) -> [Word] {
    var message = block
    for index in 16..<constants.count {
      let first = scheduled(message[index - 15], schedule0)
      let second = scheduled(message[index - 2], schedule1)
      message.append(message[index - 16] &+ first &+ message[index - 7] &+ second)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for (constant, word) in zip(constants, message) {
      let choice = e & f ^ ~e & g
      let first = h &+ summed(e, sum1) &+ choice &+ constant &+ word
      let majority = a & b ^ a & c ^ b & c
      let second = summed(a, sum0) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    return zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
  }

  private func rotated(_ word: Word, _ count: Int) -> Word { word >> count | word << (Word.bitWidth - count) }

  private func summed(_ word: Word, _ by: Amounts) -> Word {
    rotated(word, by.0) ^ rotated(word, by.1) ^ rotated(word, by.2)
  }

  private func scheduled(_ word: Word, _ by: Amounts) -> Word {
    rotated(word, by.0) ^ rotated(word, by.1) ^ word >> by.2
  }
}

extension SHA2<UInt32> {
  static let narrow = SHA2(
    constants: DigestConstants.cubeRoots.prefix(64).map { UInt32(truncatingIfNeeded: $0 >> 32) },
    sum0: (2, 13, 22), sum1: (6, 11, 25), schedule0: (7, 18, 3), schedule1: (17, 19, 10))
}

extension SHA2<UInt64> {
  static let wide = SHA2(
    constants: DigestConstants.cubeRoots,
    sum0: (28, 34, 39), sum1: (14, 18, 41), schedule0: (1, 8, 7), schedule1: (19, 61, 6))
}
