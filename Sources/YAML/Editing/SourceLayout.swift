import SourceText

/// The tokens and lines of a document, as an edit needs them: what stands before an offset, whether something
/// has its line for itself, where comments are.
struct SourceLayout: Sendable {
  let source: SourceText
  /// Every token but white space, line breaks and the byte order mark.
  let tokens: [YAMLToken]
  /// Where the first line begins: after a byte order mark.
  private let start: ByteOffset

  init(_ tree: YAMLTree) {
    source = tree.source
    let all = tree.tokens
    start = all.first?.kind == .byteOrderMark ? all[0].range.upperBound : 0
    tokens = all.filter { $0.kind != .whitespace && $0.kind != .lineBreak && $0.kind != .byteOrderMark }
  }

  var bytes: [UInt8] { source.bytes }

  /// The line break that the document uses first; a line feed if it has none.
  var lineBreak: String {
    guard let index = bytes.firstIndex(where: isBreak) else { return "\n" }
    if bytes[index] == .lineFeed { return "\n" }
    return index + 1 < bytes.count && bytes[index + 1] == .lineFeed ? "\r\n" : "\r"
  }

  // MARK: Lines

  func lineStart(of offset: ByteOffset) -> ByteOffset {
    max(source.lines.range(ofLine: source.lines.line(at: offset)).lowerBound, start)
  }

  /// Where the line's content ends: before its break.
  func lineContentEnd(of offset: ByteOffset) -> ByteOffset {
    source.contentRange(ofLine: source.lines.line(at: offset)).upperBound
  }

  /// The start of the line below; the end of the document after its last line.
  func nextLineStart(after offset: ByteOffset) -> ByteOffset {
    source.lines.range(ofLine: source.lines.line(at: offset)).upperBound
  }

  func endsWithBreak(_ offset: ByteOffset) -> Bool { offset > 0 && isBreak(bytes[offset - 1]) }

  func column(of offset: ByteOffset) -> Int { offset - lineStart(of: offset) }

  /// The white space before the first thing on a line.
  func indentation(ofLineAt offset: ByteOffset) -> String {
    let lineStart = lineStart(of: offset)
    return String(decoding: bytes[lineStart...].prefix(while: isBlank), as: UTF8.self)
  }

  /// Whether nothing but white space is before the offset on its line.
  func startsLine(_ offset: ByteOffset) -> Bool { bytes[lineStart(of: offset)..<offset].allSatisfy(isBlank) }

  /// Whether the line that begins here holds nothing but white space; false at the end of the document.
  func isBlankLine(_ lineStart: ByteOffset) -> Bool {
    lineStart < bytes.count && bytes[lineStart..<lineContentEnd(of: lineStart)].allSatisfy(isBlank)
  }

  /// The start of the first line that is not blank, from the line that begins here.
  func skippingBlankLines(from lineStart: ByteOffset) -> ByteOffset {
    var line = lineStart
    while isBlankLine(line) { line = nextLineStart(after: line) }
    return line
  }

  /// The start of the blank lines right before the line that begins here.
  func startOfBlankLines(before lineStart: ByteOffset) -> ByteOffset {
    var line = lineStart
    while line > start {
      let previous = self.lineStart(of: line - 1)
      guard isBlankLine(previous) else { break }
      line = previous
    }
    return line
  }

  // MARK: Tokens

  /// The index of the first token that ends after the offset.
  private func tokenIndex(endingAfter offset: ByteOffset) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the token that begins at the offset.
  func tokenIndex(at offset: ByteOffset) -> Int? {
    let index = tokenIndex(endingAfter: offset)
    return index < tokens.count && tokens[index].range.lowerBound == offset ? index : nil
  }

  /// The last token, comments apart, that ends at the offset or before.
  func token(before offset: ByteOffset) -> YAMLToken? {
    tokens[..<tokenIndex(endingAfter: offset)].last { $0.kind != .comment }
  }

  /// The tokens that begin in a range.
  func tokens(in range: ByteRange) -> ArraySlice<YAMLToken> {
    let first = tokenIndex(endingAfter: range.lowerBound)
    return tokens[first...].prefix { $0.range.lowerBound < range.upperBound }
  }

  /// The comment that is all there is on the line that begins here.
  func comment(onLine lineStart: ByteOffset) -> YAMLToken? {
    guard lineStart < bytes.count else { return nil }
    let content = lineStart + bytes[lineStart...].prefix(while: isBlank).count
    guard let index = tokenIndex(at: content), tokens[index].kind == .comment else { return nil }
    return tokens[index]
  }

  /// Comments that are indented more than an entry are about what is inside, blank lines before them or not.
  /// The line after such a comment, if the next line that is not blank is one.
  func lineAfterDeeperComment(from lineStart: ByteOffset, than column: Int) -> ByteOffset? {
    let line = skippingBlankLines(from: lineStart)
    guard let comment = comment(onLine: line), self.column(of: comment.range.lowerBound) > column else {
      return nil
    }
    return nextLineStart(after: line)
  }

  /// The comment after the offset on its line, with nothing but white space between.
  func comment(after offset: ByteOffset) -> YAMLToken? {
    let next = offset + bytes[offset...].prefix(while: isBlank).count
    guard let index = tokenIndex(at: next), tokens[index].kind == .comment else { return nil }
    return tokens[index]
  }

  /// Whether nothing but white space or a comment follows on the line.
  func endsLine(_ offset: ByteOffset) -> Bool {
    let next = offset + bytes[offset...].prefix(while: isBlank).count
    return next == bytes.count || isBreak(bytes[next]) || comment(after: offset) != nil
  }

  /// The first of the comment lines directly above an offset that starts its line, at the same column; the
  /// offset itself if there are none.
  func leadingComments(of offset: ByteOffset) -> ByteOffset {
    guard startsLine(offset) else { return offset }
    let column = column(of: offset)
    var first = offset
    while case let line = lineStart(of: first), line > start {
      guard let comment = comment(onLine: lineStart(of: line - 1)),
        self.column(of: comment.range.lowerBound) == column
      else { break }
      first = comment.range.lowerBound
    }
    return first
  }

  /// The header of the block scalar that ends here, if one does.
  func blockHeader(endingAt offset: ByteOffset) -> YAMLToken? {
    guard let last = token(before: offset) else { return nil }
    if last.kind == .blockScalarHeader { return last }
    guard last.kind == .blockScalarContent else { return nil }
    return tokens[..<tokenIndex(endingAfter: last.range.lowerBound)].last { $0.kind == .blockScalarHeader }
  }

  /// Whether blank lines after the offset belong to a block scalar before it.
  func keepsBlankLines(after offset: ByteOffset) -> Bool {
    guard let header = blockHeader(endingAt: offset) else { return false }
    return bytes[header.range].contains(UInt8(ascii: "+"))
  }
}
