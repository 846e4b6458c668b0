/// `base64.b32encode` and `b32decode` with the standard alphabet.
enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 5) {
      let group = bytes[start..<min(start + 5, bytes.count)]
      let bits = group.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } << UInt64(8 * (5 - group.count))
      let used = (group.count * 8 + 4) / 5
      for place in 0..<8 {
        result.append(place < used ? alphabet[Int(bits >> UInt64(35 - 5 * place) & 31)] : UInt8(ascii: "="))
      }
    }
    return result
  }

  static func decode(_ text: [UInt8], foldingCase: Bool = false) throws(Base64.Failure) -> [UInt8] {
    guard text.count % 8 == 0 else { throw Base64.Failure(message: "Incorrect padding") }
    let upper = foldingCase ? text.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 } : text
    let data = upper.prefix { $0 != UInt8(ascii: "=") }
    let end = upper.lastIndex { $0 != UInt8(ascii: "=") }.map { $0 + 1 } ?? 0
    let padding = upper.count - end
    var bits: UInt64 = 0
    var result: [UInt8] = []
    var count = 0
    for character in upper[..<end] {
      guard let value = alphabet.firstIndex(of: character) else {
        throw Base64.Failure(message: "Non-base32 digit found")
      }
      bits = bits << 5 | UInt64(value)
      count += 1
      if count % 8 == 0 {
        result += (0..<5).reversed().map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) }
      }
    }
    guard [0, 1, 3, 4, 6].contains(padding), data.count == end else {
      throw Base64.Failure(message: "Incorrect padding")
    }
    let rest = count % 8
    if padding > 0, rest > 0 {
      let kept = rest * 5 / 8
      let aligned = bits << UInt64(5 * (8 - rest))
      result += (0..<5).reversed().map { UInt8(truncatingIfNeeded: aligned >> UInt64($0 * 8)) }.prefix(kept)
    } else if padding > 0 {
      // Nothing but padding in the last group.
      throw Base64.Failure(message: "Incorrect padding")
    }
    return result
  }
}
