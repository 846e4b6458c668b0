import SourceText

/// Which bytes can be in a YAML stream at all (YAML 1.2.2, sections 5.1 and 5.2).
extension Parser {
  /// Reports bytes that are no UTF-8 and characters that are not printable. Returns false if the document is
  /// in another encoding and can't be read.
  mutating func checkEncoding() -> Bool {
    if count >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
      emit(.unexpected, 0, count)
      report(.invalidEncoding, 0..<2, "This file is in UTF-16. Save it as UTF-8.")
      return false
    }
    guard !kinds.isDisjoint(with: [.nonASCII, .control]) else { return true }
    var index = 0
    while index < count {
      if index + 8 <= count, ByteScan.isPrintableASCII(UnsafeRawPointer(bytes + index)) {
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte &- 0x20 < 0x5F || byte == .lineFeed || byte == .tab || byte == .carriageReturn {
        index += 1
      } else if byte < 0x80 {
        reportCharacter(UInt32(byte), index..<index + 1)
        index += 1
      } else {
        index = checkMultibyte(at: index)
      }
    }
    return true
  }

  /// Checks the character at `index`, which is not ASCII; returns the offset after it.
  private mutating func checkMultibyte(at index: Int) -> Int {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= count else { return reportEncoding(at: index) }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return reportEncoding(at: index) }
      code = code << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    let isTooShort = length == 3 ? code < 0x800 : length == 4 && code < 0x10000
    if isTooShort || (0xD800...0xDFFF).contains(code) || code > 0x10FFFF { return reportEncoding(at: index) }
    let isControl = code < 0xA0 && code != 0x85
    if isControl || code == 0xFFFE || code == 0xFFFF { reportCharacter(code, index..<index + length) }
    return index + length
  }

  private mutating func reportEncoding(at index: Int) -> Int {
    report(
      .invalidEncoding, index..<index + 1, "This byte is not part of valid UTF-8. Save the file as UTF-8.")
    return index + 1
  }

  private mutating func reportCharacter(_ code: UInt32, _ range: Range<Int>) {
    report(.invalidCharacter, range, String(code, radix: 16, uppercase: true))
  }
}
