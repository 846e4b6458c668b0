import SourceText

/// Python 3.11's lexer over UTF-8 bytes (Language Reference, *Lexical analysis*; CPython `tokenizer.c`).
///
/// It never fails: what is wrong is reported once, and the tokens go on where a reader would go on. The
/// last token is always `endOfFile`.
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  /// Where to stop; the end of the file, or of an f-string's replacement field.
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var errors: [PythonSyntaxError] = []
  var indentations: [Indentation] = [Indentation(column: 0, tabAsOneColumn: 0)]
  var brackets: [Token] = []
  /// The first token of the current logical line.
  var logicalLineStart = 0
  /// Set once a bracket was found open at the end of the file: from then on a line that looks like a new
  /// statement ends the brackets before it, so that finding them all stays linear.
  var endsBracketsEagerly = false
  /// The brackets that never close, by the offset of the `invalid` token that stands for their closing.
  var unclosedBrackets: [Int: Token] = [:]
  /// Quotes (by their byte) of which no closing triple is left in the file.
  var exhaustedTripleQuotes: Set<UInt8> = []

  init(_ source: SourceText, range: ByteRange? = nil) {
    self.source = source
    self.bytes = source.bytes
    let range = (range ?? 0..<source.count).clamped(to: 0..<source.count)
    self.position = range.lowerBound
    self.end = range.upperBound
    tokens.reserveCapacity(range.count / 4 + 8)
  }

  /// Columns of an indentation, with tabs to the next multiple of eight, and with a tab as one column:
  /// both must agree for two lines to be comparable whatever the width of a tab.
  struct Indentation {
    let column: Int
    let tabAsOneColumn: Int
  }

  /// The byte at an offset, 0 outside the text.
  func byte(at offset: Int) -> UInt8 {
    offset < end ? bytes[offset] : 0
  }

  mutating func emit(_ kind: TokenKind, _ start: Int, _ end: Int) {
    tokens.append(Token(kind: kind, start: start, end: end))
  }

  mutating func report(_ message: String, _ range: ByteRange, kind: PythonSyntaxError.Kind = .syntaxError) {
    errors.append(PythonSyntaxError(kind: kind, message: message, range: range))
  }

  func lineNumber(of offset: Int) -> Int { source.lines.line(at: offset) + 1 }

  /// The tokens of a whole file.
  mutating func tokenizeFile() {
    if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    while true {
      beginLogicalLine()
      guard position < end else { break }
      logicalLineStart = tokens.count
      tokenizeLogicalLine()
    }
    for _ in indentations.dropFirst() { emit(.dedent, end, end) }
    emit(.endOfFile, end, end)
  }

  /// The tokens of an expression inside an f-string, as if it stood in parentheses.
  mutating func tokenizeEmbeddedExpression() {
    emit(.leftParenthesis, position, position)
    while true {
      skipSpaces()
      guard position < end else { break }
      if isLineBreak(bytes[position]) { consumeLineBreak() } else { tokenizeOne() }
    }
    if let open = brackets.last {
      report("f-string: '\(source[open.range])' was never closed", open.range)
      emit(.invalid, end, end)
    }
    emit(.rightParenthesis, end, end)
    emit(.endOfFile, end, end)
  }

  /// Tokens up to and including the next `newline` token.
  private mutating func tokenizeLogicalLine() {
    while true {
      skipSpaces()
      guard position < end else {
        if !brackets.isEmpty {
          if recoverFromUnclosedBrackets() { return }
        }
        emit(.newline, end, end)
        return
      }
      guard isLineBreak(bytes[position]) else {
        tokenizeOne()
        continue
      }
      let start = position
      consumeLineBreak()
      if brackets.isEmpty {
        emit(.newline, start, position)
        return
      }
      if nextLineEndsBrackets() {
        endBrackets(brackets[brackets.count - 1], at: start)
        emit(.newline, start, position)
        return
      }
    }
  }

  /// One token; the byte at `position` is neither space nor line break.
  private mutating func tokenizeOne() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      0x80...0xFF:
      tokenizeNameOrString()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      tokenizeNumber()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      tokenizeString(start: position)
    case UInt8(ascii: "#"):
      skipComment()
    case UInt8(ascii: "\\"):
      tokenizeLineContinuation()
    case UInt8(ascii: ".") where isDigit(self.byte(at: position + 1)):
      tokenizeNumber()
    default:
      tokenizeOperator()
    }
  }

  private mutating func tokenizeNameOrString() {
    let start = position
    var isASCII = true
    while position < end, isIdentifierByte(bytes[position]) {
      if bytes[position] >= 0x80 { isASCII = false }
      position += 1
    }
    let next = byte(at: position)
    if position - start <= 2, next == UInt8(ascii: "\"") || next == UInt8(ascii: "'"),
      StringPrefix(bytes[start..<position]) != nil
    {
      tokenizeString(start: start)
    } else if isASCII {
      emit(Keywords.kind(of: start..<position, in: bytes), start, position)
    } else {
      emit(isValidIdentifier(start..<position) ? .name : .invalid, start, position)
    }
  }

  private mutating func tokenizeLineContinuation() {
    let start = position
    position += 1
    if position < end, isLineBreak(bytes[position]) {
      consumeLineBreak()
      if position < end { return }
    }
    if position >= end {
      report("unexpected EOF while parsing", start..<end)
      emit(.invalid, start, end)
      return
    }
    report("unexpected character after line continuation character", start..<position)
    while position < end, !isLineBreak(bytes[position]) { position += 1 }
    emit(.invalid, start, position)
  }

  mutating func skipSpaces() {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0C else { return }
      position += 1
    }
  }

  mutating func skipComment() {
    while position < end, !isLineBreak(bytes[position]) { position += 1 }
  }

  mutating func consumeLineBreak() {
    let isCRLF = bytes[position] == 0x0D && byte(at: position + 1) == 0x0A
    position += isCRLF ? 2 : 1
  }
}

func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

func isIdentifierByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x30...0x39, 0x80...0xFF: true
  default: false
  }
}
