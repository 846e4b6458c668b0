/// The quoted styles, on one line (YAML 1.2.2, sections 7.3.1 and 7.3.2).
enum QuotedText {
  /// Whether the text needs no escape, so that single quotes can hold it.
  static func canBeSingleQuoted(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 != "\t" && PlainText.isPrintable($0) }
  }

  /// What stands between single quotes.
  static func singleQuoted(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      output.append(byte)
      if byte == .singleQuote { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What stands between double quotes.
  static func doubleQuoted(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\0": output += "\\0"
      case _ where PlainText.isPrintable(character): output.unicodeScalars.append(character)
      default: output += escape(character.value)
      }
    }
    return output
  }

  private static func escape(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    let (letter, width) = code <= 0xFF ? ("x", 2) : code <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
