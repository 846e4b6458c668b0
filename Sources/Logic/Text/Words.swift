/// The words and names of the text form.
enum Words {
  /// Words that can't be a path's first name as they are; such a key is written `["any"]`.
  static let reserved: Set<String> = [
    "and", "or", "not", "any", "all", "as", "true", "false", "null",
  ]

  /// Letters of ASCII, digits and underscores, not starting with a digit.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, startsName(first) else { return false }
    return text.utf8.allSatisfy(continuesName)
  }

  static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (0x30...0x39).contains(byte)
  }
}
