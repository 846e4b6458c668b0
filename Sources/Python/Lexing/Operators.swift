/// Operators, delimiters and brackets (Language Reference, *Operators* and *Delimiters*).
extension Lexer {
  /// CPython's `MAXLEVEL`.
  static let maximumNestedBrackets = 200

  mutating func tokenizeOperator() {
    let start = position
    guard let (kind, length) = operatorToken() else {
      tokenizeInvalidCharacter()
      return
    }
    position += length
    if kind.closer != nil {
      open(Token(kind: kind, start: start, end: position))
    } else if kind.isCloser {
      close(Token(kind: kind, start: start, end: position))
    } else {
      emit(kind, start, position)
    }
  }

  private mutating func open(_ token: Token) {
    if brackets.count >= Self.maximumNestedBrackets {
      // One report for each run of too many.
      report("too many nested parentheses", token.range)
      emit(.invalid, token.start, token.end)
      skipRestOfBrackets()
      return
    }
    brackets.append(token)
    tokens.append(token)
  }

  /// Skips to the end of the line: what is nested too deeply is not read.
  private mutating func skipRestOfBrackets() {
    while position < end, !isLineBreak(bytes[position]) { position += 1 }
    brackets.removeAll()
  }

  private mutating func close(_ token: Token) {
    guard let open = brackets.popLast() else {
      report("unmatched '\(source[token.range])'", token.range)
      emit(.invalid, token.start, token.end)
      return
    }
    guard let expected = open.kind.closer, expected != token.kind else {
      tokens.append(token)
      return
    }
    let openLine = lineNumber(of: open.start)
    let place = openLine == lineNumber(of: token.start) ? "" : " on line \(openLine)"
    report(
      "closing parenthesis '\(source[token.range])' does not match opening parenthesis "
        + "'\(source[open.range])'\(place)", token.range)
    emit(expected, token.start, token.end)
  }

  /// The longest operator at `position`.
  private func operatorToken() -> (TokenKind, Int)? {
    let second = byte(at: position + 1)
    let isAssign = second == UInt8(ascii: "=")
    func pick(_ plain: TokenKind, _ assign: TokenKind) -> (TokenKind, Int) {
      isAssign ? (assign, 2) : (plain, 1)
    }
    /// An operator whose doubled form is another one, each with an assignment.
    func pick(
      _ plain: TokenKind, _ assign: TokenKind, doubled: TokenKind, doubledAssign: TokenKind
    ) -> (TokenKind, Int) {
      guard second == bytes[position] else { return pick(plain, assign) }
      return byte(at: position + 2) == UInt8(ascii: "=") ? (doubledAssign, 3) : (doubled, 2)
    }
    switch bytes[position] {
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ":"): return pick(.colon, .colonAssign)
    case UInt8(ascii: "="): return pick(.assign, .equal)
    case UInt8(ascii: "+"): return pick(.plus, .plusAssign)
    case UInt8(ascii: "-"):
      return second == UInt8(ascii: ">") ? (.arrow, 2) : pick(.minus, .minusAssign)
    case UInt8(ascii: "%"): return pick(.percent, .percentAssign)
    case UInt8(ascii: "&"): return pick(.ampersand, .ampersandAssign)
    case UInt8(ascii: "|"): return pick(.pipe, .pipeAssign)
    case UInt8(ascii: "^"): return pick(.caret, .caretAssign)
    case UInt8(ascii: "@"): return pick(.at, .atAssign)
    case UInt8(ascii: "!"): return isAssign ? (.notEqual, 2) : nil
    case UInt8(ascii: "*"):
      return pick(.star, .starAssign, doubled: .doubleStar, doubledAssign: .doubleStarAssign)
    case UInt8(ascii: "/"):
      return pick(.slash, .slashAssign, doubled: .doubleSlash, doubledAssign: .doubleSlashAssign)
    case UInt8(ascii: "<"):
      return pick(.less, .lessEqual, doubled: .leftShift, doubledAssign: .leftShiftAssign)
    case UInt8(ascii: ">"):
      return pick(.greater, .greaterEqual, doubled: .rightShift, doubledAssign: .rightShiftAssign)
    case UInt8(ascii: "."):
      let isEllipsis = second == UInt8(ascii: ".") && byte(at: position + 2) == UInt8(ascii: ".")
      return isEllipsis ? (.ellipsis, 3) : (.dot, 1)
    default: return nil
    }
  }

  /// A character outside Python's alphabet: `$`, `?`, `!`, a backquote or a control character.
  private mutating func tokenizeInvalidCharacter() {
    let start = position
    let byte = bytes[start]
    position += 1
    if byte == 0 {
      // Reported for the file as a whole.
    } else if byte < 0x20 || byte == 0x7F {
      report("invalid non-printable character U+\(hexadecimal(UInt32(byte), width: 4))", start..<position)
    } else {
      report("invalid syntax", start..<position)
    }
    emit(.invalid, start, position)
  }
}

/// Upper-case hexadecimal digits, padded with zeros.
func hexadecimal(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
