/// Entries of block collections (YAML 1.2.2, chapter 8.2): items, keys and values, at the cursor.
extension Parser {
  mutating func parseEntry() {
    guard !isAborted else { return }
    lastLeaf = nil
    switch frames[frames.count - 1].kind {
    case .document: skipTrailingContent()
    case .sequence: parseItem()
    case .mapping: parseMappingEntry()
    }
  }

  /// `c-l-block-seq-entry(n)`
  private mutating func parseItem() {
    let indent = frames[frames.count - 1].indent
    guard isAtDash else {
      if isDashWithoutSpace { return parseItemWithoutSpace() }
      return parseNode(NodeSlot(parentIndent: column(of: position) - 1, allowsBlock: true, isTabbed: false))
    }
    emit(.sequenceEntry, position, position + 1)
    position += 1
    parseIndented(parentIndent: indent, allowsSequenceAtIndent: false)
  }

  /// Whether the line begins with a dash that text follows directly.
  var isDashWithoutSpace: Bool { byte(at: position) == .dash && !isBlankOrEnd(at: position + 1) }

  /// `-item`: what follows is read as if a space stood before it.
  private mutating func parseItemWithoutSpace() {
    let indent = frames[frames.count - 1].indent
    report(.missingDash, position..<position + 1, "-")
    emit(.sequenceEntry, position, position + 1)
    position += 1
    alignLine(toColumn: column(of: position) + 1)
    parseNode(NodeSlot(parentIndent: indent, allowsBlock: true, isTabbed: false))
  }

  /// `ns-l-block-map-entry(n)`
  private mutating func parseMappingEntry() {
    let top = frames.count - 1
    let isIndicator = isBlankOrEnd(at: position + 1)
    switch bytes[position] {
    case .colon where isIndicator && frames[top].state == .explicitValue:
      frames[top].state = .value
      emit(.valueIndicator, position, position + 1)
      position += 1
      parseIndented(parentIndent: frames[top].indent, allowsSequenceAtIndent: true)
    case .question where isIndicator:
      completeEntry()
      parseExplicitKey()
    case .colon where isIndicator:
      completeEntry()
      attachMissing(at: position)
      parseImplicitValue()
    case .dash where isIndicator:
      completeEntry()
      report(.sequenceNotAllowed, position..<position + 1, notAnItem())
      attachMissing(at: position)
      openSequence(properties: PendingProperties())
    case .closeSequence, .closeMapping:
      completeEntry()
      if !skipClosingBrackets() { parseImplicitKey() }
    default:
      completeEntry()
      parseImplicitKey()
    }
  }

  /// `c-l-block-map-explicit-key(n)`
  private mutating func parseExplicitKey() {
    let top = frames.count - 1
    emit(.explicitKey, position, position + 1)
    position += 1
    parseIndented(parentIndent: frames[top].indent, allowsSequenceAtIndent: true)
    frames[top].state = .explicitValue
  }

  /// `ns-s-block-map-implicit-key` in a mapping that is open already.
  private mutating func parseImplicitKey() {
    let start = position
    let errorCount = errors.count
    var properties = PendingProperties()
    readProperties(into: &properties, inFlow: false)
    let key: Int32
    if isAtEndOfLineContent || isAtKeyColon(position) {
      key = makeNode(.missing, position, position)
    } else {
      key = parseLeaf(parentIndent: frames[frames.count - 1].indent, isKey: true)
    }
    let colon = afterBlanks(at: position)
    let isKey = byte(at: colon) == .colon && (isBlankOrEnd(at: colon + 1) || isJSONLike(key))
    if !isKey, properties.isEmpty, adoptAsValue(key) || continueProse(key) { return }
    apply(properties, to: key)
    attach(key)
    if isKey {
      checkKey(from: start, to: colon)
      if !isBlankOrEnd(at: colon + 1) { report(.missingColon, colon..<colon + 1) }
      position = colon
      return parseImplicitValue()
    }
    let value = errors.count == errorCount ? splitKey(key) : nil
    if let value, bytes[value] == .colon {
      report(.missingColon, value..<value + 1)
      position = value
      return parseImplicitValue()
    }
    // What the loader does not mind explains no missing colon.
    if errors.dropFirst(errorCount).allSatisfy(\.code.isAcceptedByLoader) {
      report(.missingColon, start..<max(lastTokenEnd, start + 1), excerpt(start, lastTokenEnd))
    }
    if let value {
      position = value
      let indent = frames[frames.count - 1].indent
      return parseNode(NodeSlot(parentIndent: indent, allowsBlock: false, isTabbed: false))
    }
    attachMissing(at: Int(nodes[Int(key)].end))
    guard !isFirstOnLine else { return }
    skipBlanks()
    if !isAtEndOfLineContent { skipRestOfLine() }
  }

  /// A quoted scalar or flow collection that is indented like the key before it, which has no value, is that
  /// value.
  private mutating func adoptAsValue(_ node: Int32) -> Bool {
    guard var value = frames.last?.lastChild, value >= 0, isJSONLike(node) else { return false }
    if nodes[Int(value)].kind != .missing {
      guard let missing = reopenMissing(below: value) else { return false }
      value = missing
    }
    let missing = nodes[Int(value)]
    guard missing.kind == .missing, missing.properties < 0 else { return false }
    let record = nodes[Int(node)]
    let start = Int(record.start)
    errors.removeAll { $0.code == .flowIndentation && $0.range.upperBound > start }
    report(
      .badIndentation, start..<min(Int(record.end), endOfLine(from: start)),
      SyntaxWording.unindentedValue(of: ownerOfLastValue()))
    nodes[Int(value)] = record
    nodes[Int(node)] = missing
    return true
  }

  func isJSONLike(_ node: Int32) -> Bool {
    let record = nodes[Int(node)]
    return record.flags.contains(.flow)
      || (record.kind == .scalar && (record.style == .singleQuoted || record.style == .doubleQuoted))
  }

  func isAtKeyColon(_ offset: Int) -> Bool { byte(at: offset) == .colon && isBlankOrEnd(at: offset + 1) }

  /// An implicit key is on one line and not too long.
  mutating func checkKey(from start: Int, to colon: Int) {
    if start < lineStart {
      report(.multilineKey, start..<colon)
    } else if colon - start > Self.maximumKeyLength {
      var length = 0
      for offset in start..<colon where bytes[offset] & 0xC0 != 0x80 { length += 1 }
      if length > Self.maximumKeyLength { report(.longKey, start..<colon) }
    }
  }

  /// `c-l-block-map-implicit-value(n)`; the cursor is at the colon.
  mutating func parseImplicitValue() {
    emit(.valueIndicator, position, position + 1)
    position += 1
    let end = position
    skipBlanks()
    let indent = frames[frames.count - 1].indent
    if isAtEndOfLineContent {
      parseNodeOnNextLine(parentIndent: indent, allowsSequenceAtIndent: true, missingAt: end)
    } else {
      parseNode(
        NodeSlot(parentIndent: indent, allowsBlock: false, isTabbed: false, allowsSequenceAtIndent: true))
    }
  }

  /// `s-l+block-indented(n,c)`: what follows `-`, `?` or an explicit `:`.
  private mutating func parseIndented(parentIndent: Int, allowsSequenceAtIndent: Bool) {
    let end = position
    var hasTab = false
    while position < count, isBlank(bytes[position]) {
      hasTab = hasTab || bytes[position] == .tab
      position += 1
    }
    if isAtEndOfLineContent {
      parseNodeOnNextLine(
        parentIndent: parentIndent, allowsSequenceAtIndent: allowsSequenceAtIndent, missingAt: end)
    } else {
      parseNode(
        NodeSlot(
          parentIndent: parentIndent, allowsBlock: !hasTab, isTabbed: hasTab,
          allowsSequenceAtIndent: allowsSequenceAtIndent))
    }
  }

  private mutating func parseNodeOnNextLine(
    parentIndent: Int, allowsSequenceAtIndent: Bool, missingAt end: Int
  ) {
    skipTrivia()
    guard !isAtDocumentEnd else { return attachMissing(at: end) }
    let slot = NodeSlot(
      parentIndent: parentIndent, allowsBlock: !isLineTabbed, isTabbed: isLineTabbed,
      allowsSequenceAtIndent: allowsSequenceAtIndent)
    if isInside(slot) {
      parseNode(slot)
    } else if isLineTabbed {
      readTabbedChild(parentIndent: parentIndent)
      if lineIndent > parentIndent {
        parseNode(NodeSlot(parentIndent: parentIndent, allowsBlock: true, isTabbed: false))
      } else {
        attachMissing(at: end)
      }
    } else {
      attachMissing(at: end)
    }
  }

  /// Whether the current line is indented enough to continue a node.
  func isInside(_ slot: NodeSlot) -> Bool {
    lineIndent > slot.parentIndent
      || (slot.allowsSequenceAtIndent && lineIndent == slot.parentIndent && !isLineTabbed && isAtDash)
  }

  mutating func openSequence(properties: PendingProperties) {
    let node = makeNode(.sequence, position, position + 1)
    apply(properties, to: node)
    attach(node)
    if push(.sequence, node: node, indent: column(of: position)) { pending = .entry }
  }
}
