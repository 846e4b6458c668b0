/// Literal and folded block scalars (YAML 1.2.2, section 8.1).
extension Parser {
  /// `c-l+literal(n)` and `c-l+folded(n)`
  mutating func parseBlockScalar(parentIndent: Int) -> Int32 {
    let start = position
    let header = parseBlockHeader()
    let node = makeNode(.scalar, start, lastTokenEnd)
    nodes[Int(node)].style = bytes[start] == .literal ? .literal : .folded
    nodes[Int(node)].flags = header.chomping
    skipBlanks()
    if byte(at: position) == .comment {
      readComment()
    } else if !isAtEndOfLineContent {
      let junk = position
      skipRestOfLine()
      report(
        .blockScalarHeader, junk..<lastTokenEnd,
        "Only an indentation digit, `+`, `-` and a comment can stand here.")
      if byte(at: position) == .comment { readComment() }
    }
    guard !isAtEnd else { return setContent(of: node, from: position, to: position, indent: 0) }
    position = afterBreak(at: position)
    parseBlockLines(of: node, parentIndent: parentIndent, explicitIndent: header.indent)
    return node
  }

  /// `c-b-block-header(t)`
  private mutating func parseBlockHeader() -> (indent: Int?, chomping: NodeRecord.Flags) {
    let start = position
    var indent: Int?
    var chomping: NodeRecord.Flags?
    position += 1
    while position < count {
      let current = bytes[position]
      if isDigit(current), indent == nil {
        indent = Int(current) - 0x30
        if indent == 0 {
          report(.blockScalarHeader, position..<position + 1, "The indentation is a digit from 1 to 9.")
        }
      } else if current == .dash || current == UInt8(ascii: "+"), chomping == nil {
        chomping = current == .dash ? .chompStrip : .chompKeep
      } else {
        break
      }
      position += 1
    }
    emit(.blockScalarHeader, start, position)
    return (indent == 0 ? nil : indent, chomping ?? [])
  }

  @discardableResult
  private mutating func setContent(of node: Int32, from start: Int, to end: Int, indent: Int) -> Int32 {
    nodes[Int(node)].contentStart = UInt32(truncatingIfNeeded: start)
    nodes[Int(node)].contentEnd = UInt32(truncatingIfNeeded: end)
    nodes[Int(node)].extra = Int32(truncatingIfNeeded: indent)
    return node
  }

  /// The lines after the header; leaves the cursor at the start of the line that ends the scalar.
  private mutating func parseBlockLines(of node: Int32, parentIndent: Int, explicitIndent: Int?) {
    let start = position
    let indent =
      explicitIndent.map { max(parentIndent, 0) + $0 } ?? detectIndentation(parentIndent: parentIndent)
    var textStart: Int?
    var textEnd = start
    var line = start
    var hasIndentationError = false
    while line < count {
      var index = line
      while index < count, index - line < indent, bytes[index] == .space { index += 1 }
      let spaces = index - line
      if index >= count || isBreak(bytes[index]) {
        line = index < count ? afterBreak(at: index) : index
        continue
      }
      if spaces < indent, bytes[index] == .tab, isTabbedText(at: index) {
        let content = afterBlanks(at: index)
        if !hasIndentationError { report(.tabIndentation, index..<content) }
        hasIndentationError = true
      } else if spaces < indent {
        guard textStart != nil, !(spaces == 0 && isDocumentMarker(at: line)),
          spaces > parentIndent
            ? continuesText(at: index, spaces: spaces, between: parentIndent, and: indent)
            : isText(at: index, beforeTextAt: indent)
        else {
          break
        }
        if isConflictMarker(at: line) {
          reportConflict(line..<trimmingBlanks(from: line, to: endOfLine(from: line)))
        } else if !hasIndentationError {
          report(
            .blockScalarIndentation, index > line ? line..<index : index..<index + 1,
            SyntaxWording.underIndentedText(line: lineNumber(of: textStart ?? line), expected: indent))
          hasIndentationError = true
        }
      }
      if index == line, isDocumentMarker(at: line) { break }
      textStart = textStart ?? line
      textEnd = endOfLine(from: index)
      line = textEnd < count ? afterBreak(at: textEnd) : textEnd
    }
    if let textStart {
      emit(.blockScalarContent, textStart, textEnd)
      nodes[Int(node)].end = UInt32(truncatingIfNeeded: textEnd)
    }
    setContent(of: node, from: start, to: line, indent: indent)
    position = line
    startLine(at: line)
    // A line with content is reported when it is read.
    if line < count, lineIndent < indent, byte(at: line + lineIndent) == .tab,
      isBreakOrEnd(at: lineContent) || bytes[lineContent] == .comment
    {
      report(.tabIndentation, line + lineIndent..<line + lineIndent + 1)
    }
  }

  /// Whether a line that a tab indents is one of the text.
  private func isTabbedText(at index: Int) -> Bool {
    let content = afterBlanks(at: index)
    return !isBreakOrEnd(at: content) && bytes[content] != .comment && !looksLikeBlockEntry(at: content)
  }

  /// Whether a line between two indentations is one of the text. A single word and a colon are a key.
  private func continuesText(at index: Int, spaces: Int, between outer: Int, and indent: Int) -> Bool {
    guard bytes[index] != .comment, bytes[index] != .tab else { return false }
    var end = index
    while end < count, bytes[end] >= UInt8(ascii: "A"), bytes[end] <= UInt8(ascii: "z") { end += 1 }
    let isKey = end > index && byte(at: end) == .colon && isBlankOrEnd(at: end + 1)
    return !(isKey && spaces - max(outer, 0) <= indent - spaces)
  }

  /// Whether a line outside the text can only be one of it: it is no entry, and text goes on after it.
  private func isText(at index: Int, beforeTextAt indent: Int) -> Bool {
    switch bytes[index] {
    case .comment, .tab, .colon, .openSequence, .openMapping, .closeSequence, .closeMapping, .comma,
      .doubleQuote,
      .singleQuote, .anchor, .tag, .alias:
      return false
    default: if looksLikeBlockEntry(at: index) { return false }
    }
    let last = bytes[trimmingBlanks(from: index, to: endOfLine(from: index)) - 1]
    if last == .literal || last == .folded { return false }
    // A single word, or one with a colon in it, is a key typed halfway.
    var wordEnd = index
    while !isBlankOrEnd(at: wordEnd), bytes[wordEnd] != .colon { wordEnd += 1 }
    var next = endOfLine(from: index)
    guard wordEnd < next, bytes[wordEnd] != .colon, bytes[index] != .dash else { return false }
    var line = next
    while next < count, isBlankOrBreak(bytes[next]) {
      if isBreak(bytes[next]) {
        next = afterBreak(at: next)
        line = next
      } else {
        next += 1
      }
    }
    return next < count && next - line >= indent && !isDocumentMarker(at: line)
  }

  /// The indentation of the first line with text; one level if there is none.
  private mutating func detectIndentation(parentIndent: Int) -> Int {
    var line = position
    var widest = (indent: 0, line: line)
    while line < count {
      var index = line
      while index < count, bytes[index] == .space { index += 1 }
      let indent = index - line
      if index < count, !isBreak(bytes[index]) {
        let isOutside = indent <= parentIndent || (indent == 0 && isDocumentMarker(at: line))
        if isOutside { return max(widest.indent, parentIndent + 1) }
        if widest.indent > indent {
          report(.blockScalarIndentation, widest.line..<widest.line + widest.indent, "blank")
        }
        return indent
      }
      if indent > widest.indent { widest = (indent, line) }
      guard index < count else { break }
      line = afterBreak(at: index)
    }
    return max(widest.indent, parentIndent + 1)
  }
}
