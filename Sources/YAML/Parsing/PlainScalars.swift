/// Plain scalars (YAML 1.2.2, section 7.3.3).

/// Where a plain scalar stands, which decides what ends it.
enum PlainContext {
  /// The key of an open block mapping: one line.
  case blockKey
  /// A node in a block collection: several lines, but not up to a line that holds a key.
  case blockValue
  /// A node in a flow collection that may be a key, over several lines too.
  case flowKey
  /// A value in a flow collection.
  case flowValue

  var isFlow: Bool { self == .flowKey || self == .flowValue }
}

extension Parser {
  /// `ns-plain-first(c)`
  func canStartPlain(inFlow: Bool) -> Bool {
    let first = byte(at: position)
    guard isIndicator(first) else { return true }
    guard first == .dash || first == .question || first == .colon else { return false }
    let next = position + 1
    return !isBlankOrEnd(at: next) && !(inFlow && isFlowIndicator(bytes[next]))
  }

  mutating func checkPlainStart(inFlow: Bool) {
    if !canStartPlain(inFlow: inFlow) {
      report(
        .unexpectedContent, position..<position + 1,
        SyntaxWording.plainStart(excerpt(position, position + 1)))
    }
  }

  /// A plain scalar at the cursor; takes at least one byte.
  mutating func parsePlain(parentIndent: Int, context: PlainContext) -> Int32 {
    let start = position
    var end = endOfPlainLine(from: start, inFlow: context.isFlow)
    if end == start { end = start + 1 }
    var isVerbatim = true
    if context != .blockKey {
      while let line = plainContinuation(after: end, parentIndent: parentIndent, context: context) {
        startLine(at: line.start)
        if lineIndent <= parentIndent { reportFlowIndentation() }
        end = line.end
        isVerbatim = false
      }
    }
    position = end
    emit(.plainScalar, start, end)
    let node = makeNode(.scalar, start, end)
    if isVerbatim { nodes[Int(node)].flags.insert(.verbatim) }
    return node
  }

  /// `nb-ns-plain-in-line(c)`: the end of the text on this line, blanks at its end left out.
  private func endOfPlainLine(from start: Int, inFlow: Bool) -> Int {
    var index = start
    while index < count {
      let current = bytes[index]
      if current > .colon && !(inFlow && isFlowIndicator(current)) {
        index += 1
        continue
      }
      switch current {
      case .colon:
        if isBlankOrEnd(at: index + 1) || (inFlow && isFlowIndicator(bytes[index + 1])) {
          return trimmingBlanks(from: start, to: index)
        }
      case .comment:
        if index > start, isBlank(bytes[index - 1]) { return trimmingBlanks(from: start, to: index) }
      case .lineFeed, .carriageReturn: return trimmingBlanks(from: start, to: index)
      default:
        if inFlow, isFlowIndicator(current) { return trimmingBlanks(from: start, to: index) }
      }
      index += 1
    }
    return trimmingBlanks(from: start, to: index)
  }

  /// `s-ns-plain-next-line(n,c)`: the next line with content, if it continues the scalar.
  private func plainContinuation(
    after end: Int, parentIndent: Int, context: PlainContext
  ) -> (start: Int, end: Int)? {
    var index = afterBlanks(at: end)
    guard index < count, isBreak(bytes[index]) else { return nil }
    var line = index
    var indent = 0
    while index < count, isBreak(bytes[index]) {
      line = afterBreak(at: index)
      index = line
      while index < count, bytes[index] == .space { index += 1 }
      indent = index - line
      index = afterBlanks(at: index)
    }
    guard index < count, bytes[index] != .comment else { return nil }
    // libyaml minds indentation in block collections only; `parsePlain` reports what YAML 1.2.2 doesn't allow.
    if indent <= parentIndent, !context.isFlow || looksLikeBlockEntry(at: index) { return nil }
    if index == line, isDocumentMarker(at: line) || isConflictMarker(at: line) { return nil }
    if context.isFlow, isFlowIndicator(bytes[index]) { return nil }
    if flowRecovery.hasDashes, bytes[index] == .dash, isBlankOrEnd(at: index + 1) { return nil }
    let lineEnd = endOfPlainLine(from: index, inFlow: context.isFlow)
    guard lineEnd > index else { return nil }
    let next = afterBlanks(at: lineEnd)
    let endsAtColon = byte(at: next) == .colon
    return endsAtColon && context != .flowKey ? nil : (line, lineEnd)
  }
}
