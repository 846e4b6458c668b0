import SourceText

/// Between the byte offsets of the layers below and the protocol's positions.
extension SourceText {
  func offset(of position: Position, _ encoding: PositionEncoding) -> ByteOffset {
    offset(of: ProtocolPosition(line: position.line, character: position.character), encoding: encoding)
  }

  func position(of offset: ByteOffset, _ encoding: PositionEncoding) -> Position {
    let position = position(of: offset, encoding: encoding)
    return Position(line: position.line, character: position.character)
  }

  func range(of range: ByteRange, _ encoding: PositionEncoding) -> PositionRange {
    PositionRange(
      start: position(of: range.lowerBound, encoding), end: position(of: range.upperBound, encoding))
  }

  func byteRange(of range: PositionRange, _ encoding: PositionEncoding) -> ByteRange {
    let start = offset(of: range.start, encoding)
    let end = offset(of: range.end, encoding)
    return min(start, end)..<max(start, end)
  }
}
