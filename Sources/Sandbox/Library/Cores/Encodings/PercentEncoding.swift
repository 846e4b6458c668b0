/// `quote` and `unquote` of `urllib.parse`, in UTF-8.
enum PercentEncoding {
  /// `unquote`: bytes that make no UTF-8 become U+FFFD. A run of ASCII is decoded by itself, as in CPython.
  static func decode(_ text: String) -> String {
    var result = ""
    var run: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        run.append(UInt8(scalar.value))
      } else {
        if !run.isEmpty { result += String(decoding: decode(bytes: run), as: UTF8.self) }
        run = []
        result.unicodeScalars.append(scalar)
      }
    }
    return result + String(decoding: decode(bytes: run), as: UTF8.self)
  }

  static func decode(bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isEscape = bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
      if isEscape, let pair = try? Hexadecimal.decode(Array(bytes[(index + 1)...(index + 2)])) {
        result += pair
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// `quote`: everything but letters, digits, `_.-~` and the safe characters.
  static func encode(_ bytes: [UInt8], safe: String, spaceAsPlus: Bool = false) -> String {
    let safe = Set(safe.utf8.filter { $0 < 128 }).union("_.-~".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if CodePoint.isASCIILetter(UInt32(byte)) || CodePoint.isASCIIDigit(UInt32(byte)) || safe.contains(byte)
      {
        result.append(byte)
      } else if spaceAsPlus, byte == UInt8(ascii: " ") {
        result.append(UInt8(ascii: "+"))
      } else {
        result += [UInt8(ascii: "%")] + Hexadecimal.encode([byte]).map { $0 >= 97 ? $0 - 32 : $0 }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `parse_qsl`: names and values in order.
  static func pairs(_ query: String, keepingBlank: Bool) -> [(name: String, value: String)] {
    var pairs: [(String, String)] = []
    let plain = { (part: Substring.UnicodeScalarView) in
      decode(String(String.UnicodeScalarView(part.map { $0 == "+" ? " " : $0 })))
    }
    for field in query.unicodeScalars.split(separator: "&") {
      let parts = Substring(field).unicodeScalars.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, parts.count == 2 || keepingBlank else { continue }
      let value = parts.count == 2 ? parts[1] : Substring.UnicodeScalarView()
      guard !value.isEmpty || keepingBlank else { continue }
      pairs.append((plain(name), plain(value)))
    }
    return pairs
  }
}
