/// Flow collections (YAML 1.2.2, section 7.4): `[…]`, `{…}` and what is in them.

/// An open flow collection, or a single pair in a flow sequence.
struct FlowFrame {
  enum Kind { case mapping, sequence, pair }
  enum State {
    /// An entry or the closing bracket comes next.
    case entry
    /// The key after `?` comes next.
    case explicitKey
    /// A `:` may come next.
    case afterKey
    case value
    /// An item of a sequence is read, which a `:` makes the key of a pair.
    case afterItem
    /// A comma or the closing bracket comes next.
    case afterEntry
  }

  var kind: Kind
  var node: Int32
  var lastChild: Int32 = -1
  var state: State
  /// Where the current entry of a sequence starts, and on which line, to check it as a key.
  var entryStart = 0
  /// Whether the node read last was quoted or a flow collection, so that a `:` needs no space after it.
  var isAfterJSON = false
  /// The line of the opening bracket and its indentation, which the closing bracket shares when it begins a line.
  var line = 0
  var lineIndent = 0
  /// How the first entry stands to the bracket.
  var layout = Layout.inline

  enum Layout {
    /// On the line of the bracket.
    case inline
    /// On a line of its own, indented more.
    case indented
    /// On a line of its own that is not indented more.
    case unindented
    /// There is no bracket.
    case virtual
  }
}

extension Parser {
  /// `c-flow-sequence(n,c)` or `c-flow-mapping(n,c)` at the cursor, with all that is in it.
  ///
  /// If its brackets don't match, it is read again with the indentation of its lines as a guide.
  mutating func parseFlow(parentIndent: Int) -> Int32 {
    let mark = flowMark()
    flowRecovery = FlowRecovery()
    let root = parseFlowOnce(parentIndent: parentIndent)
    guard flowRecovery.isNeeded || isSuspiciousEnd(since: mark), !isAborted, mark.lineStart < lineStart else {
      return root
    }
    restore(mark)
    flowRecovery = FlowRecovery(isGuided: true)
    defer { flowRecovery = FlowRecovery() }
    return parseFlowOnce(parentIndent: parentIndent)
  }

  private mutating func parseFlowOnce(parentIndent: Int) -> Int32 {
    flowFrames.removeAll(keepingCapacity: true)
    openBrackets = [0, 0]
    guard let root = openFlow(properties: PendingProperties()) else {
      return makeNode(.missing, lastTokenEnd, lastTokenEnd)
    }
    parseFlowEntries(parentIndent: parentIndent)
    return root
  }

  /// All that is in the collections that are open, up to their ends.
  mutating func parseFlowEntries(parentIndent: Int) {
    var isIndentationReported = false
    while !flowFrames.isEmpty, !isAborted {
      let crossed = skipTrivia()
      if isAtDocumentEnd || (crossed && endsUnclosedFlow(parentIndent: parentIndent)) {
        closeUnclosedFlow()
        break
      }
      if crossed, lineIndent <= parentIndent, !isIndentationReported {
        isIndentationReported = true
        reportFlowIndentation()
      }
      if flowRecovery.isGuided, isFirstOnLine {
        guard !followIndentation() else { continue }
      }
      stepFlow(parentIndent: parentIndent)
    }
    if isAborted { closeUnclosedFlow() }
  }

  mutating func reportFlowIndentation() {
    let isTab = isLineTabbed && lineIndent == 0
    report(.flowIndentation, lineStart..<max(lineContent, lineStart + 1), isTab ? "tab" : "")
  }

  // MARK: The stack

  /// Opens the collection at the cursor as a child of the innermost one; nil at the depth limit.
  mutating func openFlow(properties: PendingProperties) -> Int32? {
    guard frames.count + flowFrames.count <= Self.maximumDepth else {
      abort(.nestingTooDeep, at: position)
      return nil
    }
    let isMapping = bytes[position] == .openMapping
    emit(.openBracket, position, position + 1)
    let node = makeNode(isMapping ? .mapping : .sequence, position, position + 1)
    nodes[Int(node)].flags.insert(.flow)
    apply(properties, to: node)
    if !flowFrames.isEmpty { attachFlow(node) }
    position += 1
    flowFrames.append(
      FlowFrame(
        kind: isMapping ? .mapping : .sequence, node: node, state: .entry, line: lineStart,
        lineIndent: lineIndent))
    openBrackets[isMapping ? 1 : 0] += 1
    return node
  }

  mutating func attachFlow(_ node: Int32) {
    let top = flowFrames.count - 1
    let frame = flowFrames[top]
    if frame.lastChild < 0 {
      nodes[Int(frame.node)].firstChild = node
    } else {
      nodes[Int(frame.lastChild)].next = node
    }
    flowFrames[top].lastChild = node
    flowFrames[top].isAfterJSON = isJSONLike(node)
  }

  private mutating func attachMissingFlow() { attachMissingFlow(at: lastTokenEnd) }

  private mutating func attachMissingFlow(at offset: Int) { attachFlow(makeNode(.missing, offset, offset)) }

  mutating func popFlow(end: Int) {
    completeFlowEntry()
    let frame = flowFrames.removeLast()
    if frame.kind != .pair { openBrackets[frame.kind == .mapping ? 1 : 0] -= 1 }
    nodes[Int(frame.node)].end = UInt32(truncatingIfNeeded: end)
    if !flowFrames.isEmpty {
      flowFrames[flowFrames.count - 1].isAfterJSON = frame.kind != .pair
    }
  }

  /// Gives the last key its missing value, and a lone `?` its missing key.
  private mutating func completeFlowEntry() {
    guard let frame = flowFrames.last, frame.kind != .sequence else { return }
    switch frame.state {
    case .explicitKey:
      attachMissingFlow()
      attachMissingFlow()
    case .afterKey, .value: attachMissingFlow()
    case .entry, .afterItem, .afterEntry: break
    }
    flowFrames[flowFrames.count - 1].state = .afterEntry
  }

  mutating func closeUnclosedFlow() {
    let end = lastTokenEnd
    while let frame = flowFrames.last {
      if frame.kind != .pair { reportUnclosed(frame) }
      popFlow(end: isAborted ? min(position, count) : end)
    }
  }

  mutating func reportUnclosed(_ frame: FlowFrame) {
    flowRecovery.isNeeded = true
    let start = Int(nodes[Int(frame.node)].start)
    guard frame.layout != .virtual else { return }
    let index = flowFrames.lastIndex { $0.node == frame.node } ?? 0
    let line = isFirstOnLine && position < count ? lineNumber(of: position) : nil
    report(
      .unclosedBracket, start..<start + 1,
      SyntaxWording.unclosedBracket(
        frame.kind == .sequence ? "[" : "{", owner: ownerOfFlow(index), nextLine: line))
  }

  // MARK: One step

  private mutating func stepFlow(parentIndent: Int) {
    let top = flowFrames.count - 1
    let current = bytes[position]
    switch flowFrames[top].state {
    case .entry: stepEntry(current, parentIndent)
    case .explicitKey:
      if endsFlowNode(current) || isValueIndicator(inFrame: top) {
        attachMissingFlow()
        flowFrames[top].state = .afterKey
      } else {
        parseFlowNode(then: .afterKey, .flowKey, parentIndent)
      }
    case .afterKey: stepAfterKey(current, top)
    case .value:
      if endsFlowNode(current) {
        attachMissingFlow()
        flowFrames[top].state = .afterEntry
      } else {
        parseFlowNode(then: .afterEntry, .flowValue, parentIndent)
      }
    case .afterItem:
      if isValueIndicator(inFrame: top) {
        makePair(ofItemIn: top)
      } else {
        flowFrames[top].state = .afterEntry
      }
    case .afterEntry: stepAfterEntry(current, top)
    }
  }

  func endsFlowNode(_ current: UInt8) -> Bool {
    current == .comma || current == .closeSequence || current == .closeMapping
  }

  /// Whether the cursor is at the `:` between key and value.
  func isValueIndicator(inFrame top: Int) -> Bool {
    guard byte(at: position) == .colon else { return false }
    let next = position + 1
    return isBlankOrEnd(at: next) || isFlowIndicator(bytes[next]) || flowFrames[top].isAfterJSON
  }

  private mutating func eatValueIndicator() {
    emit(.valueIndicator, position, position + 1)
    position += 1
  }

  private mutating func stepEntry(_ current: UInt8, _ parentIndent: Int) {
    let top = flowFrames.count - 1
    flowFrames[top].isAfterJSON = false
    if current == .closeSequence || current == .closeMapping { return closeFlow(current) }
    if current == .comma {
      if flowRecovery.isGuided, closeBeforeComma() { return }
      if tokens.last?.kind != .unexpected { report(.emptyFlowEntry, position..<position + 1) }
      return eatComma()
    }
    let isMapping = flowFrames[top].kind == .mapping
    flowFrames[top].entryStart = position
    if current == .question, isBlankOrEnd(at: position + 1) {
      if isMapping { flowFrames[top].state = .explicitKey } else { openPair(state: .explicitKey) }
      emit(.explicitKey, position, position + 1)
      position += 1
    } else if isValueIndicator(inFrame: top) {
      if !isMapping { openPair(state: .afterKey) }
      attachMissingFlow(at: position)
      flowFrames[flowFrames.count - 1].state = .value
      eatValueIndicator()
    } else {
      parseFlowNode(then: isMapping ? .afterKey : .afterItem, .flowKey, parentIndent)
    }
  }

  private mutating func stepAfterKey(_ current: UInt8, _ top: Int) {
    if isValueIndicator(inFrame: top) {
      eatValueIndicator()
      flowFrames[top].state = .value
    } else if !endsFlowNode(current), lastTokenEnd > lineStart, !isAfterUnclosedQuote {
      let key = flowFrames[top].lastChild
      let start = key < 0 ? position : Int(nodes[Int(key)].start)
      report(.missingColon, start..<max(lastTokenEnd, start + 1), keyText(key))
      flowFrames[top].state = .value
    } else {
      attachMissingFlow()
      flowFrames[top].state = .afterEntry
    }
  }

  private mutating func stepAfterEntry(_ current: UInt8, _ top: Int) {
    if flowFrames[top].kind == .pair {
      popFlow(end: lastTokenEnd)
      flowFrames[flowFrames.count - 1].state = .afterEntry
      return
    }
    switch current {
    case .comma: eatComma()
    case .closeSequence, .closeMapping: closeFlow(current)
    default:
      if current == .colon, isValueIndicator(inFrame: top), openVirtualMapping() { return }
      if current == UInt8(ascii: ";"), isBlankOrEnd(at: position + 1) { return skipSemicolon(top) }
      let isDash = flowRecovery.hasDashes && isAtDash
      if !isAfterUnclosedQuote, !isDash { report(.missingComma, position..<position + 1) }
      if current == .colon, isValueIndicator(inFrame: top) {
        emit(.unexpected, position, position + 1)
        position += 1
      }
      flowFrames[top].state = .entry
    }
  }

  private var isAfterUnclosedQuote: Bool { lastTokenEnd == flowRecovery.unclosedQuoteEnd }

  private mutating func skipSemicolon(_ top: Int) {
    report(.missingComma, position..<position + 1, ";")
    emit(.unexpected, position, position + 1)
    position += 1
    flowFrames[top].state = .entry
  }

  mutating func eatComma() {
    emit(.comma, position, position + 1)
    position += 1
    flowFrames[flowFrames.count - 1].state = .entry
  }

  /// `]` or `}`: closes the innermost collection of its kind, and what is left open in it.
  private mutating func closeFlow(_ bracket: UInt8) {
    let kind: FlowFrame.Kind = bracket == .closeSequence ? .sequence : .mapping
    if flowRecovery.isGuided, closeGuided(kind) { return }
    guard openBrackets[kind == .mapping ? 1 : 0] > 0 else {
      flowRecovery.isNeeded = true
      return skipStrayBracket()
    }
    let end = lastTokenEnd
    while let frame = flowFrames.last, frame.kind != kind {
      if frame.kind != .pair { reportUnclosed(frame) }
      popFlow(end: end)
      if !flowFrames.isEmpty { completeFlowChild() }
    }
    emit(.closeBracket, position, position + 1)
    position += 1
    popFlow(end: position)
  }

  /// The innermost collection got the child it was waiting for.
  mutating func completeFlowChild() {
    let top = flowFrames.count - 1
    if flowFrames[top].kind == .sequence { flowFrames[top].state = .afterEntry }
  }

  // MARK: Pairs

  /// Begins a single pair in a sequence: `[? a : b]`, `[: b]`.
  private mutating func openPair(state: FlowFrame.State) {
    let node = makeNode(.mapping, position, position + 1)
    nodes[Int(node)].flags.insert(.flow)
    attachFlow(node)
    flowFrames[flowFrames.count - 1].state = .afterEntry
    flowFrames.append(FlowFrame(kind: .pair, node: node, state: state))
  }

  /// `ns-flow-pair(n,c)`: the item before a colon is the key of a pair.
  private mutating func makePair(ofItemIn top: Int) {
    let start = flowFrames[top].entryStart
    checkKey(from: start, to: position)
    let pair = wrap(flowFrames[top].lastChild, start: start)
    nodes[Int(pair)].flags.insert(.flow)
    flowFrames[top].state = .afterEntry
    flowFrames.append(
      FlowFrame(kind: .pair, node: pair, lastChild: nodes[Int(pair)].firstChild, state: .value))
    eatValueIndicator()
  }
}
