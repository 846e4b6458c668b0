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
}

extension Parser {
  /// `c-flow-sequence(n,c)` or `c-flow-mapping(n,c)` at the cursor, with all that is in it.
  mutating func parseFlow(parentIndent: Int) -> Int32 {
    flowFrames.removeAll(keepingCapacity: true)
    openBrackets = [0, 0]
    var isIndentationReported = false
    guard let root = openFlow(properties: PendingProperties()) else {
      return makeNode(.missing, lastTokenEnd, lastTokenEnd)
    }
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
      stepFlow(parentIndent: parentIndent)
    }
    if isAborted { closeUnclosedFlow() }
    return root
  }

  mutating func reportFlowIndentation() {
    let isTab = isLineTabbed && lineIndent == 0
    report(.flowIndentation, lineStart..<max(lineContent, lineStart + 1), isTab ? "tab" : "")
  }

  // MARK: The stack

  /// Opens the collection at the cursor as a child of the innermost one; nil at the depth limit.
  private mutating func openFlow(properties: PendingProperties) -> Int32? {
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
    flowFrames.append(FlowFrame(kind: isMapping ? .mapping : .sequence, node: node, state: .entry))
    openBrackets[isMapping ? 1 : 0] += 1
    return node
  }

  private mutating func attachFlow(_ node: Int32) {
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

  private mutating func popFlow(end: Int) {
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

  private mutating func closeUnclosedFlow() {
    let end = lastTokenEnd
    while let frame = flowFrames.last {
      if frame.kind != .pair { reportUnclosed(frame) }
      popFlow(end: isAborted ? min(position, count) : end)
    }
  }

  private mutating func reportUnclosed(_ frame: FlowFrame) {
    let start = Int(nodes[Int(frame.node)].start)
    report(.unclosedBracket, start..<start + 1, frame.kind == .sequence ? "[" : "{")
  }

  // MARK: Where an unclosed collection ends

  /// Whether a line that is not indented inside the collection goes on with the block structure around it:
  /// it holds a dash, or a key and value as a block mapping has them, without the comma of a flow mapping.
  private func endsUnclosedFlow(parentIndent: Int) -> Bool {
    guard column(of: position) <= parentIndent, looksLikeBlockEntry(at: position) else { return false }
    if bytes[position] == .dash || bytes[position] == .question { return true }
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

  private func endsFlowNode(_ current: UInt8) -> Bool {
    current == .comma || current == .closeSequence || current == .closeMapping
  }

  /// Whether the cursor is at the `:` between key and value.
  private func isValueIndicator(inFrame top: Int) -> Bool {
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
      report(.emptyFlowEntry, position..<position + 1)
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
    } else if !endsFlowNode(current), lastTokenEnd > lineStart {
      report(.missingColon, lastTokenEnd..<position + 1, "The key before this")
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
      report(.missingComma, position..<position + 1)
      if current == .colon, isValueIndicator(inFrame: top) {
        emit(.unexpected, position, position + 1)
        position += 1
      }
      flowFrames[top].state = .entry
    }
  }

  private mutating func eatComma() {
    emit(.comma, position, position + 1)
    position += 1
    flowFrames[flowFrames.count - 1].state = .entry
  }

  /// `]` or `}`: closes the innermost collection of its kind, and what is left open in it.
  private mutating func closeFlow(_ bracket: UInt8) {
    let kind: FlowFrame.Kind = bracket == .closeSequence ? .sequence : .mapping
    guard openBrackets[kind == .mapping ? 1 : 0] > 0 else {
      report(.mismatchedBracket, position..<position + 1, excerpt(position, position + 1))
      emit(.unexpected, position, position + 1)
      position += 1
      return
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
  private mutating func completeFlowChild() {
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

  // MARK: Nodes

  /// `ns-flow-node(n,c)`; the state is the one the innermost collection has after it.
  private mutating func parseFlowNode(
    then state: FlowFrame.State, _ context: PlainContext, _ parentIndent: Int
  ) {
    var properties = PendingProperties()
    readFlowProperties(into: &properties)
    let current = byte(at: position)
    if current == .dash, !canStartPlain(inFlow: true) {
      report(.sequenceNotAllowed, position..<position + 1, "Inside brackets, items are separated by commas.")
      emit(.unexpected, position, position + 1)
      position += 1
      return
    }
    let top = flowFrames.count - 1
    flowFrames[top].state = state
    if isAtDocumentEnd || endsFlowNode(current) || (!properties.isEmpty && isValueIndicator(inFrame: top)) {
      let node = makeNode(.missing, lastTokenEnd, lastTokenEnd)
      apply(properties, to: node)
      return attachFlow(node)
    }
    switch current {
    case .openSequence, .openMapping: _ = openFlow(properties: properties)
    case .alias: finishFlowLeaf(parseAlias(), properties)
    case .singleQuote, .doubleQuote:
      finishFlowLeaf(parseQuoted(parentIndent: parentIndent, inFlow: true), properties)
    default:
      checkPlainStart(inFlow: true)
      finishFlowLeaf(parsePlain(parentIndent: parentIndent, context: context), properties)
    }
  }

  private mutating func finishFlowLeaf(_ node: Int32, _ properties: PendingProperties) {
    apply(properties, to: node)
    attachFlow(node)
  }

  /// Properties in a flow collection may stand on lines of their own.
  private mutating func readFlowProperties(into properties: inout PendingProperties) {
    while byte(at: position) == .anchor || byte(at: position) == .tag {
      var more = PendingProperties()
      readProperties(into: &more, inFlow: true)
      properties = merged(properties, more)
      skipTrivia()
    }
  }
}
