/// The hash of a string in dicts and sets: a few nanoseconds for the short keys that resources have.
///
/// Words of eight bytes are folded in by multiplying to 128 bits (the construction of wyhash), starting from a
/// number that is drawn when the process starts and that no evaluated code can see, so that colliding keys can't be
/// prepared.
enum TextHash {
  private static let seed = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  static func hash(_ text: String) -> Int {
    text.utf8.withContiguousStorageIfAvailable { hash(UnsafeRawBufferPointer($0)) } ?? hash(Array(text.utf8))
  }

  private static func hash(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { hash($0) } }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    let (seed, factor) = seed
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while bytes.count - offset >= 8 {
      hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), factor)
      offset += 8
    }
    if offset < bytes.count {
      var rest: UInt64 = 0
      for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
      hash = fold(hash ^ rest, factor)
    }
    return Int(truncatingIfNeeded: fold(hash, factor ^ 0x9E37_79B9_7F4A_7C15))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
