/// Halves of surrogate pairs in JSON text, which JavaScript can hold and Unicode text can't.
///
/// Foundation refuses a message with one. A refused edit would leave the server with another text than the
/// editor, so U+FFFD stands for them, as it does for bytes that are no UTF-8.
enum LoneSurrogates {
  /// Overwrites each `\uD800` to `\uDFFF` that is no part of a pair by `\ufffd`.
  static func replace(in text: inout [UInt8]) {
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "\\")) {
      switch (codeUnit(of: text, at: start), codeUnit(of: text, at: start + 6)) {
      case (0xD800...0xDBFF, 0xDC00...0xDFFF):
        index = start + 12
      case (0xD800...0xDFFF, _):
        text.replaceSubrange(start + 2..<start + 6, with: "fffd".utf8)
        index = start + 6
      default:
        // Whatever is escaped is no backslash that begins another escape.
        index = min(start + 2, text.count)
      }
    }
  }

  /// The number in a `\uXXXX`; 0 when none stands there.
  private static func codeUnit(of text: [UInt8], at index: Int) -> UInt16 {
    guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u")
    else { return 0 }
    return UInt16(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16) ?? 0
  }
}
