/// A node in block context (YAML 1.2.2, `s-l+block-node(n,c)`): its properties, and which kind of content
/// begins at the cursor.

/// Where a block node stands.
struct NodeSlot {
  /// The indentation of the collection around it; the node's lines are indented by more.
  var parentIndent: Int
  /// Whether a block collection can begin on this line.
  var allowsBlock: Bool
  /// Whether that is only because of a tab before it.
  var isTabbed: Bool
  /// Whether a sequence may be indented like the mapping it is a value of.
  var allowsSequenceAtIndent = false
}

extension Parser {
  /// The cursor is at the first byte of the node.
  mutating func parseNode(_ slot: NodeSlot) {
    var slot = slot
    var outer = PendingProperties()
    while true {
      let start = position
      var inner = PendingProperties()
      readProperties(into: &inner, inFlow: false)
      guard !inner.isEmpty, isAtEndOfLineContent else {
        return parseContent(slot, from: start, outer: outer, inner: inner)
      }
      let end = lastTokenEnd
      outer = merged(outer, inner)
      skipTrivia()
      guard !isAtDocumentEnd, isInside(slot) else {
        let node = makeNode(.missing, end, end)
        apply(outer, to: node)
        return attach(node)
      }
      slot.allowsBlock = !isLineTabbed
      slot.isTabbed = isLineTabbed
    }
  }

  /// - Parameters:
  ///   - outer: Properties on earlier lines; they belong to a collection that begins here.
  ///   - inner: Properties on this line; they belong to a key that stands here.
  private mutating func parseContent(
    _ slot: NodeSlot, from start: Int, outer: PendingProperties, inner: PendingProperties
  ) {
    let isIndicator = isBlankOrEnd(at: position + 1)
    switch byte(at: position) {
    case .dash where isIndicator:
      checkCollection(slot, inner, .sequenceNotAllowed, SyntaxWording.itemOnKeyLine)
      // The lines after it are indented as if it stood on a line of its own.
      if !slot.allowsBlock, !slot.isTabbed {
        alignLine(toColumn: slot.parentIndent < 0 ? 0 : slot.parentIndent + 2)
      }
      openSequence(properties: merged(outer, inner))
    case .question where isIndicator:
      checkCollection(slot, inner, .mappingNotAllowed, "Begin the mapping on a line of its own.")
      if openMapping(at: position, properties: merged(outer, inner)) { pending = .entry }
    case .colon where isIndicator:
      parseEmptyKey(slot, from: start, outer: outer, inner: inner)
    case .literal, .folded:
      let node = parseBlockScalar(parentIndent: slot.parentIndent)
      apply(merged(outer, inner), to: node)
      attach(node)
    default: parseLeafOrKey(slot, from: start, outer: outer, inner: inner)
    }
  }

  private mutating func checkCollection(
    _ slot: NodeSlot, _ inner: PendingProperties, _ code: YAMLErrorCode, _ detail: String
  ) {
    if slot.isTabbed {
      reportTab()
    } else if !inner.isEmpty {
      report(.misplacedProperty, Int(inner.start)..<position, "Put it on the line before the collection.")
    } else if !slot.allowsBlock {
      report(code, position..<position + 1, detail)
    }
  }

  /// The tab stands in the white space before the cursor.
  mutating func reportTab() {
    var start = position
    while start > lineStart, isBlank(bytes[start - 1]) { start -= 1 }
    report(.tabIndentation, start..<position)
  }

  private mutating func openMapping(at start: Int, properties: PendingProperties) -> Bool {
    let node = makeNode(.mapping, start, start)
    apply(properties, to: node)
    attach(node)
    return push(.mapping, node: node, indent: max(column(of: start), 0))
  }

  /// A mapping whose first key is empty: `: value`.
  private mutating func parseEmptyKey(
    _ slot: NodeSlot, from start: Int, outer: PendingProperties, inner: PendingProperties
  ) {
    guard slot.allowsBlock || slot.isTabbed else {
      report(.mappingNotAllowed, position..<position + 1, "Quote the value if the colon is part of it.")
      attachMissing(at: position)
      return skipRestOfLine()
    }
    if slot.isTabbed { reportTab() }
    guard openMapping(at: start, properties: outer) else { return }
    let key = makeNode(.missing, position, position)
    apply(inner, to: key)
    attach(key)
    pending = .value
  }

  private mutating func parseLeafOrKey(
    _ slot: NodeSlot, from start: Int, outer: PendingProperties, inner: PendingProperties
  ) {
    let startLine = lineStart
    let errorCount = errors.count
    // A flow collection may hold an alias of itself.
    if let anchor = inner.anchor ?? outer.anchor { anchors[anchorName(anchor)] = nextNode }
    let leaf = parseLeaf(parentIndent: slot.parentIndent, isKey: false)
    guard !isAborted else { return attach(leaf) }
    let colon = afterBlanks(at: position)
    guard isAtKeyColon(colon) else {
      apply(merged(outer, inner), to: leaf)
      attach(leaf)
      if slot.allowsBlock {
        lastLeaf = LeafPlace(
          node: leaf, column: start - startLine, depth: frames.count, wasReported: errors.count > errorCount)
      }
      return
    }
    guard slot.allowsBlock || slot.isTabbed else {
      return parseForbiddenMapping(leaf, colon: colon, properties: merged(outer, inner))
    }
    if slot.isTabbed { report(.tabIndentation, tabRange(before: start)) }
    checkKey(from: start, to: colon)
    let node = makeNode(.mapping, start, colon)
    apply(outer, to: node)
    attach(node)
    position = colon
    guard push(.mapping, node: node, indent: start - startLine) else { return }
    apply(inner, to: leaf)
    attach(leaf)
    pending = .value
  }

  private func tabRange(before offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start..<offset
  }

  /// `key: some: text`: the second colon is read as part of the text.
  private mutating func parseForbiddenMapping(_ leaf: Int32, colon: Int, properties: PendingProperties) {
    report(.mappingNotAllowed, colon..<colon + 1, "Quote the value if the colon is part of it.")
    if nodes[Int(leaf)].kind == .scalar, nodes[Int(leaf)].style == .plain {
      position = colon
      skipRestOfLine()
      let end = UInt32(truncatingIfNeeded: lastTokenEnd)
      nodes[Int(leaf)].end = end
      nodes[Int(leaf)].contentEnd = end
      tokens.removeLast()
      tokens[tokens.count - 1].end = end
    }
    apply(properties, to: leaf)
    attach(leaf)
  }

  /// An alias, a scalar or a flow collection at the cursor, without its properties.
  ///
  /// - Parameter isKey: A key in an open block mapping, where a plain scalar ends with its line.
  mutating func parseLeaf(parentIndent: Int, isKey: Bool) -> Int32 {
    switch byte(at: position) {
    case .alias: return parseAlias()
    case .singleQuote, .doubleQuote: return parseQuoted(parentIndent: parentIndent, inFlow: false)
    case .openSequence, .openMapping: return parseFlow(parentIndent: parentIndent)
    default:
      checkPlainStart(inFlow: false)
      return parsePlain(parentIndent: parentIndent, context: isKey ? .blockKey : .blockValue)
    }
  }
}
