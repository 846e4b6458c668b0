/// How a client counts characters in a line (LSP 3.17, `PositionEncodingKind`).
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
}

/// A zero-based line and character in the encoding negotiated with the client.
package struct ProtocolPosition: Sendable, Hashable, Comparable {
  package let line: Int
  package let character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: ProtocolPosition, right: ProtocolPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

extension SourceText {
  /// The client's position of a byte. Total: an offset outside the document is clamped to it, an offset
  /// inside a character counts as that character's start.
  package func position(of offset: ByteOffset, encoding: PositionEncoding) -> ProtocolPosition {
    let place = lines.position(of: offset)
    if encoding == .utf8 { return ProtocolPosition(line: place.line, character: place.column) }
    let start = lines.starts[place.line]
    var character = 0
    var index = start
    while index < start + place.column {
      let width = characterWidth(bytes, at: index)
      if index + width > start + place.column { break }
      character += units(ofCharacterWithWidth: width, encoding)
      index += width
    }
    return ProtocolPosition(line: place.line, character: character)
  }

  /// The byte of a client's position. Total: a line past the end is the document's end, a character past
  /// the line's end is that end (before its line break), one inside a surrogate pair is the pair's start.
  package func offset(of position: ProtocolPosition, encoding: PositionEncoding) -> ByteOffset {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return count }
    let line = contentRange(ofLine: position.line)
    var remaining = max(position.character, 0)
    var index = line.lowerBound
    while index < line.upperBound, remaining > 0 {
      let width = characterWidth(bytes, at: index)
      let units = units(ofCharacterWithWidth: width, encoding)
      if units > remaining { break }
      remaining -= units
      index += width
    }
    return min(index, line.upperBound)
  }

  /// The bytes of a line without its line break.
  package func contentRange(ofLine line: Int) -> ByteRange {
    let range = lines.range(ofLine: line)
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > range.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }
}

/// The number of bytes of the character at `index`; 1 for a byte that begins none.
private func characterWidth(_ bytes: [UInt8], at index: Int) -> Int {
  let expected =
    switch bytes[index] {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  var width = 1
  while width < expected, index + width < bytes.count, bytes[index + width] & 0xC0 == 0x80 { width += 1 }
  return width == expected ? width : 1
}

private func units(ofCharacterWithWidth width: Int, _ encoding: PositionEncoding) -> Int {
  switch encoding {
  case .utf8: width
  case .utf16: width == 4 ? 2 : 1
  case .utf32: 1
  }
}
