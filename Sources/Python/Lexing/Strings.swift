/// The letters before a string's quote (Language Reference, *String and Bytes literals*).
struct StringPrefix {
  private(set) var isRaw = false
  private(set) var isBytes = false
  private(set) var isFormatted = false

  init() {}

  /// `nil` when the letters are no prefix.
  init?(_ letters: ArraySlice<UInt8>) {
    var isUnicode = false
    for letter in letters {
      switch letter | 0x20 {
      case UInt8(ascii: "r") where !isRaw && !isUnicode: isRaw = true
      case UInt8(ascii: "b") where !isBytes && !isUnicode && !isFormatted: isBytes = true
      case UInt8(ascii: "f") where !isFormatted && !isUnicode && !isBytes: isFormatted = true
      case UInt8(ascii: "u") where letters.count == 1: isUnicode = true
      default: return nil
      }
    }
  }
}

/// Where strings end.
extension Lexer {
  /// A string whose prefix begins at `start` and whose quote is at `position`.
  mutating func tokenizeString(start: Int) {
    let quote = bytes[position]
    let isTriple = byte(at: position + 1) == quote && byte(at: position + 2) == quote
    if isTriple {
      tokenizeTripleQuotedString(start: start, quote: quote)
      return
    }
    position += 1
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        emit(.string, start, position)
        return
      }
      if isLineBreak(byte) { break }
      position += 1
      if byte == UInt8(ascii: "\\"), position < end {
        if isLineBreak(bytes[position]) { consumeLineBreak() } else { position += 1 }
      }
    }
    position = min(position, end)
    let line = position == end ? lastLineNumber : lineNumber(of: position)
    report("unterminated string literal (detected at line \(line))", start..<(start + 1))
    emit(.unterminatedString, start, position)
  }

  private mutating func tokenizeTripleQuotedString(start: Int, quote: UInt8) {
    let body = position + 3
    if !exhaustedTripleQuotes.contains(quote) {
      position = body
      while position < end {
        let byte = bytes[position]
        if byte == quote, self.byte(at: position + 1) == quote, self.byte(at: position + 2) == quote {
          position += 3
          emit(.string, start, position)
          return
        }
        position += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      exhaustedTripleQuotes.insert(quote)
    }
    report(
      "unterminated triple-quoted string literal (detected at line \(lastLineNumber))",
      start..<min(start + 1, end))
    // The string most likely ends before the next definition at the left margin.
    position = nextTopLevelDefinition(after: body) ?? end
    brackets.removeAll()
    emit(.unterminatedString, start, position)
  }

  /// The number of the last line that is more than the end of another.
  private var lastLineNumber: Int {
    lineNumber(of: end > 0 && isLineBreak(bytes[end - 1]) ? end - 1 : end)
  }

  /// The line break before the next unindented `def`, `class`, `async`, `import`, `from` or decorator.
  private func nextTopLevelDefinition(after offset: Int) -> Int? {
    var line = source.lines.line(at: offset) + 1
    while line < source.lines.count {
      let start = source.lines.starts[line]
      guard start < end else { return nil }
      var wordEnd = start
      while wordEnd < end, wordEnd - start < 8, isIdentifierByte(bytes[wordEnd]) { wordEnd += 1 }
      switch Keywords.kind(of: start..<wordEnd, in: bytes) {
      case .def, .class, .async, .import, .from: return source.contentRange(ofLine: line - 1).upperBound
      default:
        if bytes[start] == UInt8(ascii: "@") { return source.contentRange(ofLine: line - 1).upperBound }
      }
      line += 1
    }
    return nil
  }
}
