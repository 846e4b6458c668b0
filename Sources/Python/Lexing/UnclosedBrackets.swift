/// Going on after a bracket that never closes. Inside brackets line breaks mean nothing, so a forgotten
/// `)` would swallow the rest of the file; the author sees one broken statement and so should we.
extension Lexer {
  /// Gives up on the open brackets, of which `innermost` is the last.
  mutating func endBrackets(_ innermost: Token, at offset: Int) {
    brackets.removeAll()
    unclosedBrackets[offset] = innermost
    emit(.invalid, offset, offset)
  }

  /// At the end of the file with brackets open: goes back to the first line that looks like the next
  /// statement and ends the brackets before it. False when there is none.
  mutating func recoverFromUnclosedBrackets() -> Bool {
    endsBracketsEagerly = true
    var open: [Token] = []
    for index in logicalLineStart..<tokens.count {
      let token = tokens[index]
      if index > logicalLineStart, !open.isEmpty, isFirstOnLine(index), looksLikeStatement(at: token.start) {
        let innermost = open[open.count - 1]
        let end = tokens[index - 1].end
        let lineStart = source.lines.starts[source.lines.line(at: token.start)]
        tokens.removeSubrange(index...)
        errors.removeAll { $0.range.lowerBound >= lineStart }
        position = lineStart
        endBrackets(innermost, at: end)
        emit(.newline, end, end)
        return true
      }
      if token.kind.closer != nil { open.append(token) }
      if token.kind.isCloser { _ = open.popLast() }
    }
    if let innermost = brackets.last { endBrackets(innermost, at: end) }
    return false
  }

  /// Whether the line at `position`, which is inside brackets, begins a new statement.
  func nextLineEndsBrackets() -> Bool {
    var first = position
    while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x0C { first += 1 }
    if beginsWithStatementKeyword(at: first) { return true }
    return endsBracketsEagerly && looksLikeStatement(at: first)
  }

  private func isFirstOnLine(_ index: Int) -> Bool {
    source.lines.line(at: tokens[index].start) > source.lines.line(at: tokens[index - 1].end)
  }

  /// A line that begins with a statement's keyword, or is indented no more than the statement before it
  /// and does not begin with a closing bracket.
  private func looksLikeStatement(at first: Int) -> Bool {
    guard first < end else { return false }
    switch bytes[first] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), 0x0A, 0x0D: return false
    default: break
    }
    if beginsWithStatementKeyword(at: first) { return true }
    let lineStart = source.lines.starts[source.lines.line(at: first)]
    return first - lineStart <= (indentations.last?.column ?? 0)
  }

  private func beginsWithStatementKeyword(at first: Int) -> Bool {
    var wordEnd = first
    while wordEnd < end, wordEnd - first <= 8, isIdentifierByte(bytes[wordEnd]) { wordEnd += 1 }
    return Keywords.beginsOnlyStatements(Keywords.kind(of: first..<wordEnd, in: bytes))
  }
}
