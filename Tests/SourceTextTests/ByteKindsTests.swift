import SourceText
import Testing

/// What a document is said to consist of, whatever stands around a byte and wherever it is.
@Suite struct ByteKindsTests {
  static func kinds(of byte: UInt8) -> ByteKinds {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D, 0x20...0x7E: []
    case 0x80...: .nonASCII
    default: .control
    }
  }

  @Test(arguments: [UInt8](0x00...0xFF))
  func everyByteIsSeenAtEveryPlace(_ byte: UInt8) {
    for filler in [UInt8(ascii: " "), UInt8(ascii: "~"), UInt8(ascii: "a")] {
      for place in 0..<20 {
        var bytes = [UInt8](repeating: filler, count: 20)
        bytes[place] = byte
        let text = SourceText(bytes)
        #expect(text.kinds == ByteKindsTests.kinds(of: byte))
        #expect(text.lines.starts == (byte == 0x0A || byte == 0x0D ? [0, place + 1] : [0]))
      }
    }
  }

  @Test func kindsAddUp() {
    #expect(SourceText("a: b\n").kinds == [])
    #expect(SourceText("a:\té\u{7}\r\n").kinds == [.tab, .nonASCII, .control])
  }
}
