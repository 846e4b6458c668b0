import SourceText
import Testing

/// Byte offsets and a client's positions, in the three encodings of LSP 3.17.
@Suite struct PositionTests {
  /// é is 2 bytes, 漢 is 3, 😀 is 4 bytes and a surrogate pair, and the last é is an e and a combining accent.
  static let line = "é漢😀e\u{301}x"

  /// For each character of `line`: its byte offset and its column in UTF-8, UTF-16 and UTF-32.
  static let columns: [(offset: Int, utf8: Int, utf16: Int, utf32: Int)] = [
    (0, 0, 0, 0), (2, 2, 1, 1), (5, 5, 2, 2), (9, 9, 4, 3), (10, 10, 5, 4), (12, 12, 6, 5), (13, 13, 7, 6),
  ]

  @Test(arguments: columns.indices, ["", "first\n", "a\r\nb\r"])
  func everyCharacterHasItsColumn(_ index: Int, _ before: String) {
    let text = SourceText(before + Self.line + "\nend")
    let start = before.utf8.count
    let row = Self.columns[index]
    let line = before.unicodeScalars.filter { $0 == "\n" }.count + (before.hasSuffix("\r") ? 1 : 0)
    for (encoding, column) in [(PositionEncoding.utf8, row.utf8), (.utf16, row.utf16), (.utf32, row.utf32)] {
      let position = ProtocolPosition(line: line, character: column)
      #expect(text.position(of: start + row.offset, encoding: encoding) == position)
      #expect(text.offset(of: position, encoding: encoding) == start + row.offset)
    }
  }

  @Test(arguments: PositionEncoding.allCases)
  func positionsOutsideAreClamped(_ encoding: PositionEncoding) {
    let text = SourceText("ab\r\ncd")
    #expect(text.position(of: -5, encoding: encoding) == ProtocolPosition(line: 0, character: 0))
    #expect(text.position(of: 99, encoding: encoding) == ProtocolPosition(line: 1, character: 2))
    #expect(text.offset(of: ProtocolPosition(line: 0, character: 99), encoding: encoding) == 2)
    #expect(text.offset(of: ProtocolPosition(line: 9, character: 0), encoding: encoding) == 6)
    #expect(text.offset(of: ProtocolPosition(line: -1, character: 3), encoding: encoding) == 0)
    #expect(text.offset(of: ProtocolPosition(line: 1, character: -1), encoding: encoding) == 4)
  }

  @Test func insideACharacterCountsAsItsStart() {
    let text = SourceText("a😀b")
    for offset in 1..<5 {
      #expect(text.position(of: offset, encoding: .utf16) == ProtocolPosition(line: 0, character: 1))
      #expect(text.position(of: offset, encoding: .utf32) == ProtocolPosition(line: 0, character: 1))
    }
    #expect(text.offset(of: ProtocolPosition(line: 0, character: 2), encoding: .utf16) == 1)
  }

  @Test func invalidUTF8CountsByteByByte() {
    let text = SourceText([0x61, 0xFF, 0xE6, 0xBC, 0x62])
    #expect(text.position(of: 4, encoding: .utf16).character == 4)
    #expect(text.firstInvalidUTF8Offset == 1)
    #expect(text.string == "a\u{FFFD}\u{FFFD}b")
  }

  static let wellFormed: [([UInt8], Int?)] = [
    (Array("é漢😀".utf8), nil), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xC3], 1), ([0xF0, 0x9F, 0x98], 0), ([0x80], 0),
  ]

  @Test(arguments: wellFormed)
  func wellFormednessIsThatOfUnicode(_ bytes: [UInt8], _ offset: Int?) {
    #expect(SourceText(bytes).firstInvalidUTF8Offset == offset)
  }
}
