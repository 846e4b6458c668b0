/// A distance in bytes from the start of a document's UTF-8 text. The only coordinate used below the
/// protocol; `LineColumn` and `ProtocolPosition` exist at its edges.
package typealias ByteOffset = Int

/// A half-open run of bytes of one document.
package typealias ByteRange = Range<ByteOffset>

/// One version of a document: its bytes exactly as they were given, and where its lines start.
///
/// The bytes are kept as they are, valid UTF-8 or not, with whatever line ends the author chose.
package struct SourceText: Sendable, Hashable {
  package let bytes: [UInt8]
  package let lines: LineTable
  package let kinds: ByteKinds

  package init(_ bytes: [UInt8]) {
    var scan = ByteScan()
    scan.read(bytes)
    self.bytes = bytes
    self.lines = LineTable(scan, end: bytes.count)
    self.kinds = scan.kinds
  }

  package init(_ text: String) {
    self.init(Array(text.utf8))
  }

  package var count: Int { bytes.count }

  /// The text of a range, clamped to the document; invalid UTF-8 is shown as U+FFFD.
  package subscript(range: ByteRange) -> String {
    let clamped = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[clamped], as: UTF8.self)
  }

  /// The whole document; invalid UTF-8 is shown as U+FFFD.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), if there is one.
  package var firstInvalidUTF8Offset: ByteOffset? {
    guard kinds.contains(.nonASCII) else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = wellFormedLength(of: buffer, at: index)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// Whether the bytes of `text` occur in the document.
  package func contains(_ text: StaticString) -> Bool {
    let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = needle.first else { return true }
    return bytes.withUnsafeBufferPointer { haystack in
      var rest = haystack[...]
      while rest.count >= needle.count, let start = rest.firstIndex(of: first) {
        if rest[start...].starts(with: needle) { return true }
        rest = rest[(start + 1)...]
      }
      return false
    }
  }

  package static func == (left: SourceText, right: SourceText) -> Bool { left.bytes == right.bytes }

  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// The length of the well-formed multi-byte sequence at `index`, or 0 when there is none.
private func wellFormedLength(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
  func continues(_ distance: Int) -> Bool { byte(distance) & 0xC0 == 0x80 }
  switch byte(0) {
  case 0xC2...0xDF: return continues(1) ? 2 : 0
  case 0xE0: return (0xA0...0xBF).contains(byte(1)) && continues(2) ? 3 : 0
  case 0xED: return (0x80...0x9F).contains(byte(1)) && continues(2) ? 3 : 0
  case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
  case 0xF0: return (0x90...0xBF).contains(byte(1)) && continues(2) && continues(3) ? 4 : 0
  case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
  case 0xF4: return (0x80...0x8F).contains(byte(1)) && continues(2) && continues(3) ? 4 : 0
  default: return 0
  }
}
