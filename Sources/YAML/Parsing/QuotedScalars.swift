/// Single- and double-quoted scalars (YAML 1.2.2, sections 7.3.1 and 7.3.2).
extension Parser {
  /// A quoted scalar at the cursor. One that is not closed, as far as one can tell, ends with its first line.
  mutating func parseQuoted(parentIndent: Int, inFlow: Bool) -> Int32 {
    let start = position
    let quote = bytes[start]
    let errorCount = errors.count
    var scan = QuotedScan(index: start + 1)
    let isClosed = scanQuoted(&scan, quote: quote, parentIndent: parentIndent)
    if isClosed, scan.isVerbatim || isPlausibleEnd(scan, inFlow: inFlow) {
      if isInsideText(scan.index), let end = endOfText(after: scan.index, quote: quote) {
        if inFlow, let end = endBeforeOpeningQuote(scan.index - 1, from: start) {
          return parseUnclosed(from: start, to: end, quote: quote)
        }
        reportInnerQuote(scan.index - 1, quote)
        scan.index = end
        scan.isVerbatim = false
      }
      if let line = scan.lineStart { startLine(at: line) }
      position = scan.index
      return makeQuoted(start, contentEnd: scan.index - 1, end: scan.index, isVerbatim: scan.isVerbatim)
    }
    errors.removeLast(errors.count - errorCount)
    return parseUnclosed(
      from: start, to: endOfUnclosed(from: start, inFlow: inFlow), quote: quote)
  }

  private struct QuotedScan {
    var index: Int
    /// Whether the text is the bytes between the quotes.
    var isVerbatim = true
    /// The last line that the scalar reaches into, if that is not its first.
    var lineStart: Int?
    var hasIndentationError = false
  }

  /// Finds the closing quote; returns false if there is none before the document or the entry ends.
  private mutating func scanQuoted(_ scan: inout QuotedScan, quote: UInt8, parentIndent: Int) -> Bool {
    while scan.index < count {
      let current = bytes[scan.index]
      if current == quote {
        scan.index += 1
        guard quote == .singleQuote, byte(at: scan.index) == quote else { return true }
        scan.isVerbatim = false
        scan.index += 1
      } else if isBreak(current) {
        scan.isVerbatim = false
        guard continueQuoted(&scan, quote: quote, parentIndent: parentIndent) else { return false }
      } else if current == .backslash, quote == .doubleQuote {
        scan.isVerbatim = false
        scanEscape(&scan)
      } else {
        scan.index += 1
      }
    }
    return false
  }

  /// `s-flow-folded(n)`: goes on to the next line with content; returns false if it can't belong to the scalar.
  private mutating func continueQuoted(_ scan: inout QuotedScan, quote: UInt8, parentIndent: Int) -> Bool {
    var line = scan.index
    var indent = 0
    while scan.index < count, isBreak(bytes[scan.index]) {
      line = afterBreak(at: scan.index)
      scan.index = line
      while scan.index < count, bytes[scan.index] == .space { scan.index += 1 }
      indent = scan.index - line
      scan.index = afterBlanks(at: scan.index)
    }
    scan.lineStart = line
    guard scan.index < count else { return false }
    if scan.index == line, isDocumentMarker(at: line) { return false }
    guard indent <= parentIndent else { return true }
    if looksLikeBlockEntry(at: scan.index, outside: quote) { return false }
    if !scan.hasIndentationError {
      scan.hasIndentationError = true
      let isTab = scan.index - line > indent
      report(.quotedIndentation, line..<max(scan.index, line + 1), isTab ? "tab" : "")
    }
    return true
  }

  /// `c-ns-esc-char`
  private mutating func scanEscape(_ scan: inout QuotedScan) {
    let start = scan.index
    scan.index += 1
    guard scan.index < count, !isBreak(bytes[scan.index]) else { return }
    let letter = bytes[scan.index]
    scan.index += 1
    if let digits = Escape.digitCount(letter) {
      let end = min(scan.index + digits, count)
      let hex = UnsafeBufferPointer(start: bytes + scan.index, count: end - scan.index)
      if Escape.scalar(hex, count: digits) == nil {
        report(.invalidEscape, start..<scan.index, excerpt(start, scan.index))
      } else {
        scan.index = end
      }
    } else if Escape.text(letter) == nil {
      report(.invalidEscape, start..<scan.index, excerpt(start, scan.index))
    }
  }

  /// Whether what follows the closing quote of a scalar over several lines can follow one. If not, the quote
  /// that closes it was most likely meant to open another.
  private func isPlausibleEnd(_ scan: QuotedScan, inFlow: Bool) -> Bool {
    guard scan.lineStart != nil else { return true }
    let next = afterBlanks(at: scan.index)
    guard next < count else { return true }
    switch bytes[next] {
    case .lineFeed, .carriageReturn, .colon: return true
    case .comment: return next > scan.index
    case let following: return inFlow && isFlowIndicator(following)
    }
  }

  /// Whether something follows a closing quote directly that can't: the quote was most likely meant as text.
  @inline(__always) private func isInsideText(_ offset: Int) -> Bool {
    guard offset < count else { return false }
    switch bytes[offset] {
    case .space, .lineFeed, .carriageReturn, .comma, .colon, .closeSequence, .closeMapping, .tab, .comment:
      return false
    case UInt8(ascii: ";"): return !isBlankOrEnd(at: offset + 1)
    default: return true
    }
  }

  /// The end of the quoted scalar whose text goes on after a quote: after the next quote on the line that what
  /// follows a scalar follows.
  private func endOfText(after start: Int, quote: UInt8) -> Int? {
    var index = start
    while !isBreakOrEnd(at: index) {
      if bytes[index] == .backslash, quote == .doubleQuote, !isBreakOrEnd(at: index + 1) {
        index += 1
      } else if bytes[index] == quote {
        let next = afterBlanks(at: index + 1)
        if isBreakOrEnd(at: next) { return index + 1 }
        switch bytes[next] {
        case .comma, .closeSequence, .closeMapping: return index + 1
        case .colon where isBlankOrEnd(at: next + 1): return index + 1
        case .comment where next > index + 1: return index + 1
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func reportInnerQuote(_ offset: Int, _ quote: UInt8) {
    report(.unexpectedContent, offset..<offset + 1, SyntaxWording.innerQuote(isDouble: quote == .doubleQuote))
  }

  /// Whether a line begins with `- `, `? ` or a key and a colon. A quote inside the key speaks against it if
  /// such a quote is open.
  func looksLikeBlockEntry(at offset: Int, outside quote: UInt8 = 0) -> Bool {
    let first = byte(at: offset)
    if (first == .dash || first == .question) && isBlankOrEnd(at: offset + 1) { return true }
    if isFlowIndicator(first) { return false }
    var index = offset
    while index < count, !isBreak(bytes[index]) {
      if bytes[index] == .colon, isBlankOrEnd(at: index + 1) { return index > offset }
      if bytes[index] == quote, first != quote { return false }
      index += 1
    }
    return false
  }

  /// In brackets, a quote after a colon or comma opens another scalar: where the one before it ends then.
  private func endBeforeOpeningQuote(_ quote: Int, from start: Int) -> Int? {
    let end = trimmingBlanks(from: start + 1, to: quote)
    guard end < quote, end > start + 1, bytes[end - 1] == .colon || bytes[end - 1] == .comma else {
      return nil
    }
    return trimmingBlanks(from: start + 1, to: end - 1)
  }

  private func endOfUnclosed(from start: Int, inFlow: Bool) -> Int {
    var end = trimmingBlanks(from: start + 1, to: endOfLine(from: start))
    if inFlow {
      while end > start + 1, isBlank(bytes[end - 1]) || isFlowIndicator(bytes[end - 1]) { end -= 1 }
    }
    return end
  }

  private mutating func parseUnclosed(from start: Int, to end: Int, quote: UInt8) -> Int32 {
    report(.unclosedQuote, start..<end, quote == .doubleQuote ? "\"" : "'")
    position = end
    flowRecovery.unclosedQuoteEnd = end
    return makeQuoted(start, contentEnd: end, end: end, isVerbatim: false)
  }

  private mutating func makeQuoted(_ start: Int, contentEnd: Int, end: Int, isVerbatim: Bool) -> Int32 {
    emit(.quotedScalar, start, end)
    let node = makeNode(.scalar, start, end)
    nodes[Int(node)].style = bytes[start] == .doubleQuote ? .doubleQuoted : .singleQuoted
    nodes[Int(node)].contentStart = UInt32(truncatingIfNeeded: start + 1)
    nodes[Int(node)].contentEnd = UInt32(truncatingIfNeeded: contentEnd)
    if isVerbatim { nodes[Int(node)].flags.insert(.verbatim) }
    return node
  }
}
