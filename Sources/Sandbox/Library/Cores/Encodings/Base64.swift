/// Base64 as `binascii` reads and writes it.
enum Base64 {
  /// `binascii.Error` with its message.
  struct Failure: Error, Equatable {
    let message: String
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let isData = place <= group.count
        result.append(isData ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : padding)
      }
    }
    return result
  }

  /// `a2b_base64`. Without `strict` foreign characters are skipped, and so is what follows
  /// complete padding.
  static func decode(_ text: [UInt8], strict: Bool) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    var pads = 0
    var pending: UInt8 = 0
    var sawPadding = false
    if strict, text.first == padding { throw Failure(message: "Leading padding not allowed") }
    for (index, character) in text.enumerated() {
      if character == padding {
        sawPadding = true
        if place >= 2 {
          pads += 1
          if place + pads >= 4 {
            if strict, index + 1 < text.count { throw Failure(message: "Excess data after padding") }
            return result
          }
        }
        continue
      }
      guard let value = values[Int(character)] else {
        if strict { throw Failure(message: "Only base64 data is allowed") }
        continue
      }
      if strict, sawPadding { throw Failure(message: "Discontinuous padding not allowed") }
      pads = 0
      switch place {
      case 0: break
      case 1: result.append(pending << 2 | value >> 4)
      case 2: result.append(pending << 4 | value >> 2)
      default: result.append(pending << 6 | value)
      }
      pending = value
      place = (place + 1) % 4
    }
    if place == 0 { return result }
    if place == 1 {
      throw Failure(
        message: "Invalid base64-encoded string: number of data characters (\(result.count / 3 * 4 + 1)) "
          + "cannot be 1 more than a multiple of 4")
    }
    throw Failure(message: "Incorrect padding")
  }
}
