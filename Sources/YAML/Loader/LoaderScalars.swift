/// Plain and quoted scalars as libyaml's scanner delimits them (`yaml_parser_scan_plain_scalar`,
/// `yaml_parser_scan_flow_scalar`). The text between is decoded later, as it is for the tree.
extension LoaderScanner {
  mutating func scanPlain() throws(LoaderFailure) {
    let start = position
    var end = start
    var isVerbatim = true
    var isAfterBreak = false
    while true {
      if column == 0, isDocumentMarker(at: position, .dash) || isDocumentMarker(at: position, .dot) { break }
      if byte(at: position) == .comment { break }
      let runStart = position
      try skipPlainRun()
      if position > runStart {
        if isAfterBreak { isVerbatim = false }
        isAfterBreak = false
        end = position
      }
      guard position < count, isBlank(bytes[position]) || breakLength(at: position) > 0 else { break }
      try skipWhiteSpace(&isAfterBreak, tabLimit: indent + 1)
      if flowLevel == 0, column < indent + 1 { break }
    }
    if isAfterBreak { isKeyAllowed = true }
    var token = LoaderToken(.scalar, start, end)
    if isVerbatim { token.flags.insert(.verbatim) }
    tokens.append(token)
  }

  /// Text up to white space or an indicator that ends the scalar.
  private mutating func skipPlainRun() throws(LoaderFailure) {
    let inFlow = flowLevel > 0
    while position < count {
      let current = bytes[position]
      if current > .colon, !(inFlow && isFlowIndicator(current)), current < 0x80 {
        position += 1
        continue
      }
      if isBlank(current) || breakLength(at: position) > 0 { return }
      if current == .colon {
        let next = byte(at: position + 1)
        if inFlow, isFlowIndicator(next) || next == .question {
          throw LoaderFailure(rule: .colonInFlow, range: position..<position + 2)
        }
        if isBlankBreakOrEnd(at: position + 1) { return }
      } else if inFlow, isFlowIndicator(current) {
        return
      }
      position += 1
    }
  }

  /// - Parameter tabLimit: Where, after a line break, tabs are allowed from.
  private mutating func skipWhiteSpace(_ isAfterBreak: inout Bool, tabLimit: Int) throws(LoaderFailure) {
    while position < count {
      if isBlank(bytes[position]) {
        if isAfterBreak, bytes[position] == .tab, column < tabLimit {
          throw failure(.tabAfterPlain, at: position)
        }
        position += 1
      } else {
        let length = breakLength(at: position)
        guard length > 0 else { return }
        skipBreak(length)
        isAfterBreak = true
      }
    }
  }

  mutating func scanQuoted() throws(LoaderFailure) {
    let start = position
    let quote = bytes[start]
    var isVerbatim = true
    position += 1
    while true {
      if column == 0, isDocumentMarker(at: position, .dash) || isDocumentMarker(at: position, .dot) {
        throw failure(.markerInQuotes, at: position)
      }
      guard position < count else { throw failure(.unclosedQuote, at: start) }
      let length = breakLength(at: position)
      if length > 0 {
        isVerbatim = false
        skipBreak(length)
      } else if bytes[position] == quote {
        position += 1
        guard quote == .singleQuote, byte(at: position) == quote else { break }
        isVerbatim = false
        position += 1
      } else if bytes[position] == .backslash, quote == .doubleQuote {
        isVerbatim = false
        try skipEscape()
      } else {
        position += 1
      }
    }
    var token = LoaderToken(.scalar, start, position)
    token.style = quote == .singleQuote ? .singleQuoted : .doubleQuoted
    token.setContent(start + 1, position - 1)
    if isVerbatim { token.flags.insert(.verbatim) }
    tokens.append(token)
  }

  private mutating func skipEscape() throws(LoaderFailure) {
    let start = position
    position += 1
    let length = breakLength(at: position)
    if length > 0 { return skipBreak(length) }
    let letter = byte(at: position)
    if let digits = Escape.digitCount(letter) {
      let end = min(position + 1 + digits, count)
      let hex = UnsafeBufferPointer(start: bytes + position + 1, count: max(end - position - 1, 0))
      guard Escape.scalar(hex, count: digits) != nil else { throw failure(.escape, at: start) }
      position = end
    } else {
      guard Escape.text(letter) != nil else { throw failure(.escape, at: start) }
      position += 1
    }
  }
}

/// Literal and folded block scalars (`yaml_parser_scan_block_scalar`).
extension LoaderScanner {
  mutating func scanBlockScalar() throws(LoaderFailure) {
    let start = position
    var token = LoaderToken(.scalar, start, start)
    token.style = bytes[start] == .literal ? .literal : .folded
    position += 1
    let digit = try scanBlockHeader(&token)
    let headerEnd = position
    while position < count, isBlank(bytes[position]) { position += 1 }
    if byte(at: position) == .comment { skipToEndOfLine() }
    let length = breakLength(at: position)
    guard length > 0 || position >= count else { throw failure(.blockHeader, at: position) }
    if length > 0 { skipBreak(length) }
    let contentStart = position
    var contentEnd = position
    var textEnd = headerEnd
    var indentation = digit.map { max(indent, 0) + $0 } ?? 0
    try skipBlockIndentation(&indentation, &contentEnd)
    while column == indentation, position < count {
      skipToEndOfLine()
      textEnd = position
      skipBreak(breakLength(at: position))
      contentEnd = position
      try skipBlockIndentation(&indentation, &contentEnd)
    }
    token.end = UInt32(truncatingIfNeeded: textEnd)
    token.setContent(contentStart, contentEnd)
    token.extra = Int32(truncatingIfNeeded: indentation)
    tokens.append(token)
  }

  /// The indentation digit and the chomping indicator, in any order.
  private mutating func scanBlockHeader(_ token: inout LoaderToken) throws(LoaderFailure) -> Int? {
    var digit: Int?
    var isChomped = false
    for _ in 0..<2 {
      let current = byte(at: position)
      if current == .dash || current == UInt8(ascii: "+"), !isChomped {
        isChomped = true
        token.flags.insert(current == .dash ? .chompStrip : .chompKeep)
      } else if isDigit(current), digit == nil {
        guard current != UInt8(ascii: "0") else { throw failure(.blockHeader, at: position) }
        digit = Int(current) - 0x30
      } else {
        break
      }
      position += 1
    }
    return digit
  }

  /// Blank lines, and the indentation of the line after them. An indentation of 0 is not known yet: that of the
  /// widest of these lines then becomes it.
  private mutating func skipBlockIndentation(_ indentation: inout Int, _ end: inout Int) throws(LoaderFailure)
  {
    var widest = 0
    while true {
      while position < count, indentation == 0 || column < indentation, bytes[position] == .space {
        position += 1
      }
      widest = max(widest, column)
      if byte(at: position) == .tab, indentation == 0 || column < indentation {
        throw failure(.blockTextTab, at: position)
      }
      let length = breakLength(at: position)
      guard length > 0 else { break }
      skipBreak(length)
      end = position
    }
    if indentation == 0 { indentation = max(widest, indent + 1, 1) }
  }
}
