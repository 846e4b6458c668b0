/// `binascii.hexlify` and `unhexlify`.
enum Hexadecimal {
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  static func decode(_ text: [UInt8]) throws(Base64.Failure) -> [UInt8] {
    guard text.count % 2 == 0 else { throw Base64.Failure(message: "Odd-length string") }
    guard text.allSatisfy({ RegexParser.isHexadecimal(UInt32($0)) }) else {
      throw Base64.Failure(message: "Non-hexadecimal digit found")
    }
    return stride(from: 0, to: text.count, by: 2).map { index in
      UInt8(truncatingIfNeeded: RegexParser.number([UInt32(text[index]), UInt32(text[index + 1])], base: 16))
    }
  }
}
