/// A hash function that is fed piece by piece: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).
///
/// All of them cut the padded message into blocks and fold each into a state of words.
struct Digest: Sendable {
  enum Algorithm: String, Sendable, CaseIterable {
    case md5, sha1, sha224, sha256, sha384, sha512

    var digestBytes: Int {
      switch self {
      case .md5: 16
      case .sha1: 20
      case .sha224: 28
      case .sha256: 32
      case .sha384: 48
      case .sha512: 64
      }
    }

    var blockBytes: Int { self == .sha384 || self == .sha512 ? 128 : 64 }
  }

  let algorithm: Algorithm
  private var narrow: [UInt32] = []
  private var wide: [UInt64] = []
  private var pending: [UInt8] = []
  private var count = 0

  init(_ algorithm: Algorithm) {
    self.algorithm = algorithm
    switch algorithm {
    case .md5: narrow = Array(DigestConstants.sha1Start.prefix(4))
    case .sha1: narrow = DigestConstants.sha1Start
    case .sha224: narrow = DigestConstants.squareRoots.suffix(8).map { UInt32(truncatingIfNeeded: $0) }
    case .sha256: narrow = DigestConstants.squareRoots.prefix(8).map { UInt32(truncatingIfNeeded: $0 >> 32) }
    case .sha384: wide = Array(DigestConstants.squareRoots.suffix(8))
    case .sha512: wide = Array(DigestConstants.squareRoots.prefix(8))
    }
  }

  mutating func update(_ bytes: [UInt8]) {
    count &+= bytes.count
    pending += bytes
    let size = algorithm.blockBytes
    var start = 0
    while pending.count - start >= size {
      fold(pending[start..<(start + size)])
      start += size
    }
    pending.removeFirst(start)
  }

  /// The digest of what came so far.
  var bytes: [UInt8] {
    var copy = self
    let size = algorithm.blockBytes
    let lengthBytes = size / 8
    var padding: [UInt8] = [0x80]
    let filled = (pending.count + 1 + lengthBytes) % size
    padding += Array(repeating: 0, count: filled == 0 ? 0 : size - filled)
    let bits = UInt128(UInt(bitPattern: count)) * 8
    let length = (0..<lengthBytes).map { UInt8(truncatingIfNeeded: bits >> UInt128($0 * 8)) }
    padding += algorithm == .md5 ? length : length.reversed()
    copy.update(padding)
    var result: [UInt8] = []
    for word in copy.narrow {
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32($0 * 8)) }
      result += algorithm == .md5 ? bytes : bytes.reversed()
    }
    for word in copy.wide {
      result += (0..<8).reversed().map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
    return Array(result.prefix(algorithm.digestBytes))
  }

  private mutating func fold(_ block: ArraySlice<UInt8>) {
    switch algorithm {
    case .md5: foldMD5(block)
    case .sha1: foldSHA1(block)
    case .sha224, .sha256: narrow = SHA2<UInt32>.narrow.folding(Self.words(block), into: narrow)
    case .sha384, .sha512: wide = SHA2<UInt64>.wide.folding(Self.wideWords(block), into: wide)
    }
  }

  private static func words(_ block: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func wideWords(_ block: ArraySlice<UInt8>) -> [UInt64] {
    let halves = words(block)
    return stride(from: 0, to: halves.count, by: 2).map { UInt64(halves[$0]) << 32 | UInt64(halves[$0 + 1]) }
  }

  private mutating func foldMD5(_ block: ArraySlice<UInt8>) {
    let message = Self.words(block).map(\.byteSwapped)
    var (a, b, c, d) = (narrow[0], narrow[1], narrow[2], narrow[3])
    for round in 0..<64 {
      let mixed: UInt32
      let index: Int
      switch round / 16 {
      case 0: (mixed, index) = (b & c | ~b & d, round)
      case 1: (mixed, index) = (d & b | ~d & c, (5 * round + 1) % 16)
      case 2: (mixed, index) = (b ^ c ^ d, (3 * round + 5) % 16)
      default: (mixed, index) = (c ^ (b | ~d), 7 * round % 16)
      }
      let sum = a &+ mixed &+ DigestConstants.sines[round] &+ message[index]
      let next = b &+ rotatedLeft(sum, DigestConstants.md5Shifts[round / 16 * 4 + round % 4])
      (a, d, c, b) = (d, c, b, next)
    }
    narrow = zip(narrow, [a, b, c, d]).map { $0 &+ $1 }
  }

  private mutating func foldSHA1(_ block: ArraySlice<UInt8>) {
    var message = Self.words(block)
    for index in 16..<80 {
      message.append(
        rotatedLeft(message[index - 3] ^ message[index - 8] ^ message[index - 14] ^ message[index - 16], 1))
    }
    var (a, b, c, d, e) = (narrow[0], narrow[1], narrow[2], narrow[3], narrow[4])
    for round in 0..<80 {
      let mixed: UInt32
      let constant: UInt32
      switch round / 20 {
      case 0: (mixed, constant) = (b & c | ~b & d, 0x5A82_7999)
      case 1: (mixed, constant) = (b ^ c ^ d, 0x6ED9_EBA1)
      case 2: (mixed, constant) = (b & c | b & d | c & d, 0x8F1B_BCDC)
      default: (mixed, constant) = (b ^ c ^ d, 0xCA62_C1D6)
      }
      let next = rotatedLeft(a, 5) &+ mixed &+ e &+ constant &+ message[round]
      (e, d, c, b, a) = (d, c, rotatedLeft(b, 30), a, next)
    }
    narrow = zip(narrow, [a, b, c, d, e]).map { $0 &+ $1 }
  }
}

private func rotatedLeft(_ value: UInt32, _ count: UInt32) -> UInt32 {
  value << count | value >> (32 - count)
}
