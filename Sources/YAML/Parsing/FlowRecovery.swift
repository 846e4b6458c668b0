/// Flow collections whose brackets don't match: what indentation says about where they end.
///
/// A bracket is closed by a bracket that begins a line with the indentation of the line it was opened on; a line
/// that is not indented more than that line is outside.
struct FlowRecovery {
  /// Whether a bracket was left open or had no partner.
  var isNeeded = false
  /// Whether items in brackets begin with dashes.
  var hasDashes = false
  /// Whether indentation decides.
  var isGuided = false
  /// Where a quoted scalar without its closing quote ends, whose line may lack a colon and a comma too.
  var unclosedQuoteEnd = -1
}

/// A place to read again from.
struct FlowMark {
  var position: Int
  var lineStart: Int
  var lineIndent: Int
  var lineContent: Int
  var tokens: Int
  var nodes: Int
  var errors: Int
}

extension Parser {
  func flowMark() -> FlowMark {
    FlowMark(
      position: position, lineStart: lineStart, lineIndent: lineIndent, lineContent: lineContent,
      tokens: tokens.count, nodes: nodes.count, errors: errors.count)
  }

  mutating func restore(_ mark: FlowMark) {
    position = mark.position
    lineStart = mark.lineStart
    lineIndent = mark.lineIndent
    lineContent = mark.lineContent
    tokens.removeLast(tokens.count - mark.tokens)
    nodes.removeLast(nodes.count - mark.nodes)
    errors.removeLast(errors.count - mark.errors)
    forgetAnchors()
  }

  /// Whether text follows the closing bracket that can't: the bracket closed more than it should.
  func isSuspiciousEnd(since mark: FlowMark) -> Bool {
    let next = afterBlanks(at: position)
    guard next < count, errors.count == mark.errors else { return false }
    return isFlowIndicator(bytes[next])
  }

  // MARK: At the start of a line

  /// Closes the collections that the current line is outside of. Returns whether the line's first token is used up.
  mutating func followIndentation() -> Bool {
    let current = bytes[position]
    guard current != .closeSequence, current != .closeMapping, current != .comma else { return false }
    let column = column(of: position)
    if let top = flowFrames.last, top.lastChild < 0, top.kind != .pair, top.line < lineStart {
      flowFrames[flowFrames.count - 1].layout = column > top.lineIndent ? .indented : .unindented
      if top.kind == .mapping || flowFrames.count == 1 { return false }
    }
    closeBrackets(outsideOf: column)
    return false
  }

  private mutating func closeBrackets(outsideOf column: Int) {
    while let frame = innermostBracket, frame.index > 0 {
      let top = flowFrames[frame.index]
      guard column <= top.lineIndent, top.line < lineStart, top.layout != .unindented else { return }
      closeUnclosed(downTo: frame.index)
      // The comma before this line was read as one of the collection that ends.
      if tokens.last?.kind == .comma { flowFrames[flowFrames.count - 1].state = .entry }
    }
  }

  private var innermostBracket: (index: Int, kind: FlowFrame.Kind)? {
    flowFrames.lastIndex { $0.kind != .pair }.map { ($0, flowFrames[$0].kind) }
  }

  /// Closes the collections from `index` on, each without a bracket of its own.
  private mutating func closeUnclosed(downTo index: Int) {
    let end = lastTokenEnd
    while flowFrames.count > index, let frame = flowFrames.last {
      if frame.kind != .pair { reportUnclosed(frame) }
      popFlow(end: end)
      if !flowFrames.isEmpty { completeFlowChild() }
    }
  }

  // MARK: At a closing bracket

  /// Closes what indentation says that the bracket at the cursor closes; returns false if it says nothing.
  mutating func closeGuided(_ kind: FlowFrame.Kind) -> Bool {
    if isFirstOnLine { return closeAtLineStart(kind) }
    guard let innermost = innermostBracket else { return false }
    let top = flowFrames[innermost.index]
    if top.line == lineStart {
      if top.kind == kind { return false }
      let isOuterOnLine = flowFrames.contains { $0.kind == kind && $0.line == lineStart }
      if isOuterOnLine { return false }
      closeMistyped(innermost.index)
      return true
    }
    guard top.layout == .indented, hasClosingLine(top) else { return false }
    skipStrayBracket()
    return true
  }

  private mutating func closeAtLineStart(_ kind: FlowFrame.Kind) -> Bool {
    let column = column(of: position)
    let match = flowFrames.lastIndex {
      $0.kind != .pair && $0.lineIndent == column && $0.line < lineStart
        && $0.layout != .virtual
    }
    if let match {
      if match + 1 < flowFrames.count { closeUnclosed(downTo: match + 1) }
      if flowFrames[match].kind == kind { closeBracket(match) } else { closeMistyped(match) }
      return true
    }
    guard let innermost = innermostBracket else { return false }
    let top = flowFrames[innermost.index]
    if top.layout == .virtual, kind == .mapping, column <= top.lineIndent {
      closeBracket(innermost.index)
      return true
    }
    guard top.layout == .indented, column > top.lineIndent else { return false }
    skipStrayBracket()
    return true
  }

  private mutating func closeBracket(_ index: Int) {
    emit(.closeBracket, position, position + 1)
    position += 1
    while flowFrames.count > index {
      popFlow(end: position)
    }
  }

  /// The other kind of bracket was typed.
  private mutating func closeMistyped(_ index: Int) {
    let frame = flowFrames[index]
    let start = Int(nodes[Int(frame.node)].start)
    let expected = frame.kind == .sequence ? "]" : "}"
    report(
      .mismatchedBracket, position..<position + 1,
      SyntaxWording.mistypedBracket(
        excerpt(position, position + 1), expected: expected, owner: ownerOfFlow(index),
        line: lineNumber(of: start)))
    if flowFrames.count > index + 1 { popFlow(end: lastTokenEnd) }
    closeBracket(index)
  }

  mutating func skipStrayBracket() {
    report(
      .mismatchedBracket, position..<position + 1,
      SyntaxWording.strayBracket(excerpt(position, position + 1), owner: "", closedOnLine: nil))
    emit(.unexpected, position, position + 1)
    position += 1
  }

  /// A comma where an entry should be, at the collection's own indentation or right behind its bracket, was
  /// meant to follow the collection.
  mutating func closeBeforeComma() -> Bool {
    guard let innermost = innermostBracket, innermost.index > 0 else { return false }
    let top = flowFrames[innermost.index]
    let isEmpty = top.lastChild < 0 && top.line == lineStart
    let isBehind = isFirstOnLine && top.line < lineStart && column(of: position) <= top.lineIndent
    guard isEmpty || isBehind else { return false }
    closeUnclosed(downTo: innermost.index)
    return true
  }

  /// Whether the first line that is not inside a collection begins with its closing bracket.
  private mutating func hasClosingLine(_ frame: FlowFrame) -> Bool {
    let bracket: UInt8 = frame.kind == .sequence ? .closeSequence : .closeMapping
    var index = endOfLine(from: position)
    while index < count {
      index = afterBreak(at: index)
      let start = index
      while index < count, bytes[index] == .space { index += 1 }
      if index < count, !isBreak(bytes[index]), index - start <= frame.lineIndent {
        return index - start == frame.lineIndent && bytes[index] == bracket
      }
      index = endOfLine(from: index)
      misplacement.walkBudget -= index - start
      guard misplacement.walkBudget > 0 else { return false }
    }
    return false
  }

  // MARK: A mapping without its opening bracket

  /// `"key": value,` as lines of a block mapping: the braces around it are missing, at least the first.
  mutating func readAsFlowMapping() -> Bool {
    let top = frames.count - 1
    guard top > 0, frames[top].kind == .mapping, byte(at: position) == .comma, frames[top].state == .entry
    else {
      return false
    }
    let mapping = frames[top].node
    let key = nodes[Int(mapping)].firstChild
    guard key >= 0, nodes[Int(key)].style == .doubleQuoted, position - Int(nodes[Int(key)].start) <= 8192,
      let before = rewind(to: mapping, key: key)
    else {
      return false
    }
    frames.removeLast()
    detach(after: before)
    report(.mismatchedBracket, position..<position + 1, SyntaxWording.missingBrace)
    flowFrames.removeAll(keepingCapacity: true)
    openBrackets = [0, 1]
    let node = makeNode(.mapping, position, position + 1)
    nodes[Int(node)].flags.insert(.flow)
    attach(node)
    flowRecovery = FlowRecovery(isGuided: true)
    flowFrames.append(
      FlowFrame(
        kind: .mapping, node: node, state: .entry, line: lineStart, lineIndent: column(of: position) - 1,
        layout: .virtual))
    parseFlowEntries(parentIndent: frames[frames.count - 1].indent)
    flowRecovery = FlowRecovery()
    return true
  }
}

extension Parser {
  /// `"key": "inner": value`: the value is the first key of a mapping that lacks its opening bracket, unless the
  /// second colon is a slip. Returns false if it is.
  mutating func openVirtualMapping() -> Bool {
    let top = flowFrames.count - 1
    let key = flowFrames[top].lastChild
    guard flowFrames[top].kind == .mapping, key >= 0, nodes[Int(key)].kind == .scalar else { return false }
    if splitValue(key, in: top) { return true }
    let start = Int(nodes[Int(key)].start)
    let isFirst = start == lineContent
    if !isFirst {
      let opened = flowFrames.count { $0.kind != .pair && $0.line == lineStart }
      guard opened + balance(position, endOfLine(from: position)) < 0 else { return false }
    }
    guard frames.count + flowFrames.count <= Self.maximumDepth else { return false }
    report(.mismatchedBracket, start..<start + 1, SyntaxWording.missingBrace)
    let mapping = wrap(key, start: start)
    nodes[Int(mapping)].flags.insert(.flow)
    flowFrames[top].state = .afterEntry
    flowFrames.append(
      FlowFrame(
        kind: .mapping, node: mapping, lastChild: nodes[Int(mapping)].firstChild, state: .afterKey,
        isAfterJSON: true, line: lineStart, lineIndent: isFirst ? column(of: start) - 1 : lineIndent,
        layout: .virtual))
    openBrackets[1] += 1
    return true
  }
}

extension Parser {
  /// `{ a: b c: d }`: a comma is missing before the last word of the plain value, which is a key.
  private mutating func splitValue(_ value: Int32, in top: Int) -> Bool {
    let start = Int(nodes[Int(value)].start)
    let end = Int(nodes[Int(value)].end)
    guard nodes[Int(value)].style == .plain, end == lastTokenEnd, tokens.last?.kind == .plainScalar else {
      return false
    }
    var word = end
    while word > start, !isBlankOrBreak(bytes[word - 1]) { word -= 1 }
    guard word > start else { return false }
    var valueEnd = word
    while valueEnd > start, isBlankOrBreak(bytes[valueEnd - 1]) { valueEnd -= 1 }
    guard valueEnd > start else { return false }
    nodes[Int(value)].end = UInt32(truncatingIfNeeded: valueEnd)
    nodes[Int(value)].contentEnd = nodes[Int(value)].end
    tokens[tokens.count - 1].end = nodes[Int(value)].end
    report(.missingComma, word..<word + 1)
    emit(.plainScalar, word, end)
    let key = makeNode(.scalar, word, end)
    nodes[Int(key)].flags.insert(.verbatim)
    attachFlow(key)
    flowFrames[top].state = .afterKey
    return true
  }
}

/// Where a flow collection that is never closed ends.
extension Parser {
  /// Whether a line that is not indented inside the collection goes on with the block structure around it:
  /// it holds a dash, or a key and value as a block mapping has them, without the comma of a flow mapping.
  func endsUnclosedFlow(parentIndent: Int) -> Bool {
    guard column(of: position) <= parentIndent, looksLikeBlockEntry(at: position) else { return false }
    let isIndicator = bytes[position] == .dash || bytes[position] == .question
    if isIndicator, isBlankOrEnd(at: position + 1) { return true }
    var end = position
    while end < count, !isBreak(bytes[end]) {
      if bytes[end] == .comment, isBlank(bytes[end - 1]) { break }
      end += 1
    }
    end = trimmingBlanks(from: position, to: end)
    if isFlowIndicator(bytes[end - 1]) {
      return bytes[end - 1] != .comma && balance(position, end) == 0 && !nextLineContinuesFlow(end)
    }
    return !nextLineContinuesFlow(end)
  }

  /// Opening minus closing brackets between two offsets.
  private func balance(_ start: Int, _ end: Int) -> Int {
    var balance = 0
    for offset in start..<end {
      switch bytes[offset] {
      case .openSequence, .openMapping: balance += 1
      case .closeSequence, .closeMapping: balance -= 1
      default: break
      }
    }
    return balance
  }

  /// Whether the next line with content begins with what only a flow collection goes on with.
  private func nextLineContinuesFlow(_ end: Int) -> Bool {
    var index = endOfLine(from: end)
    while index < count, isBlankOrBreak(bytes[index]) { index += 1 }
    let first = byte(at: index)
    guard bytes[end - 1] == .colon else {
      return first == .closeSequence || first == .closeMapping || first == .comma
    }
    return isFlowIndicator(first) || first == .doubleQuote || first == .singleQuote
  }
}
