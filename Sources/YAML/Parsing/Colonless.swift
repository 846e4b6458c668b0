/// Keys without their colon, or without the space after it, and what follows a value on its line.
extension Parser {
  /// A leaf that entries follow at its own column is a key without a colon: reads its line again as one.
  mutating func readAsKey(_ leaf: LeafPlace) {
    lastLeaf = nil
    let record = nodes[Int(leaf.node)]
    let start = Int(record.start)
    misplacement.walkBudget -= position - start
    guard !leaf.wasReported, record.properties < 0, Int(leaf.node) < nodes.count, misplacement.walkBudget > 0
    else {
      return keepAsKey(leaf)
    }
    nodes.removeLast(nodes.count - 1 - Int(leaf.node))
    forgetAnchors()
    while let last = tokens.last, Int(last.start) >= start { tokens.removeLast() }
    errors.removeAll { $0.range.lowerBound >= start }
    position = start
    startLine(at: lines.starts[lines.line(at: start)])
    if column(of: start) != leaf.column { alignLine(toColumn: leaf.column) }
    var mapping = NodeRecord(kind: .mapping, start: start, end: start)
    mapping.next = record.next
    nodes[Int(leaf.node)] = mapping
    if push(.mapping, node: leaf.node, indent: leaf.column) { parseEntry() }
  }

  /// The same for a leaf that can't be read again.
  private mutating func keepAsKey(_ leaf: LeafPlace) {
    let start = Int(nodes[Int(leaf.node)].start)
    let end = Int(nodes[Int(leaf.node)].end)
    if !leaf.wasReported { report(.missingColon, start..<end, excerpt(start, endOfLine(from: start))) }
    guard push(.mapping, node: wrap(leaf.node, start: start), indent: leaf.column) else { return }
    let frame = frames.count - 1
    frames[frame].lastChild = nodes[Int(leaf.node)].firstChild
    frames[frame].state = .value
    attachMissing(at: end)
    let column = column(of: position)
    if column == leaf.column, !isAtDash { parseEntry() } else { parseMisplacedLine(column) }
  }

  /// `Severity:High` and `Severity High`: the first word is the key if it is written like one and the rest like a
  /// value. Shortens the node at the cursor to it; returns where the value or its colon is.
  mutating func splitKey(_ key: Int32) -> Int? {
    let start = Int(nodes[Int(key)].start)
    let end = Int(nodes[Int(key)].end)
    guard nodes[Int(key)].kind == .scalar, nodes[Int(key)].style == .plain, end == lastTokenEnd,
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[start]
    else {
      return nil
    }
    var wordEnd = start
    while wordEnd < end, isWordByte(bytes[wordEnd]) { wordEnd += 1 }
    let value = afterBlanks(at: wordEnd)
    guard wordEnd < end, value > wordEnd ? looksLikeValue(value, end) : bytes[wordEnd] == .colon else {
      return nil
    }
    if bytes[wordEnd] == .colon, bytes[wordEnd + 1] == UInt8(ascii: "/") { return nil }
    nodes[Int(key)].end = UInt32(truncatingIfNeeded: wordEnd)
    nodes[Int(key)].contentEnd = nodes[Int(key)].end
    tokens[tokens.count - 1].end = nodes[Int(key)].end
    return value
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// Whether text is one word, or begins as only values do.
  private func looksLikeValue(_ start: Int, _ end: Int) -> Bool {
    switch bytes[start] {
    case .doubleQuote, .singleQuote, .openSequence, .openMapping, .literal, .folded: true
    case UInt8(ascii: "="), .dash: false
    default: (start..<end).allSatisfy { !isBlank(bytes[$0]) }
    }
  }

  /// A line of prose at the column of the keys goes on with the plain value above it.
  mutating func continueProse(_ node: Int32) -> Bool {
    let record = nodes[Int(node)]
    guard let value = frames.last?.lastChild, value >= 0, record.kind == .scalar, record.style == .plain,
      tokens.count > 1, Int(node) == nodes.count - 1
    else {
      return false
    }
    let before = nodes[Int(value)]
    guard before.kind == .scalar, before.style == .plain, isProse(before), isProse(record),
      !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[Int(record.start)]),
      tokens[tokens.count - 2].end == before.end
    else {
      return false
    }
    report(
      .badIndentation, Int(record.start)..<Int(record.end),
      SyntaxWording.unindentedText(of: ownerOfLastValue()))
    tokens.removeLast()
    tokens[tokens.count - 1].end = record.end
    nodes.removeLast()
    nodes[Int(value)].end = record.end
    nodes[Int(value)].contentEnd = record.end
    nodes[Int(value)].flags.remove(.verbatim)
    return true
  }

  /// Whether a scalar is of more than three words.
  private func isProse(_ record: NodeRecord) -> Bool {
    var spaces = 0
    for offset in Int(record.contentStart)..<max(Int(record.contentStart), Int(record.contentEnd))
    where bytes[offset] == .space {
      spaces += 1
      if spaces > 2 { return true }
    }
    return false
  }

  // MARK: After a value

  /// Content on a line whose value has ended: another key, a bracket too many, or text to leave out.
  mutating func skipTrailingContent() {
    if readAsFlowMapping() || readKeyOnSameLine() || skipClosingBrackets() { return }
    let start = position
    let owner = ownerOfLastValue()
    skipRestOfLine()
    report(.unexpectedContent, start..<lastTokenEnd, SyntaxWording.trailing(owner: owner))
  }

  private mutating func readKeyOnSameLine() -> Bool {
    guard let top = frames.last, top.kind == .mapping, top.state == .entry,
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[position]
    else {
      return false
    }
    var end = position
    while end < count, isWordByte(bytes[end]) { end += 1 }
    guard isAtKeyColon(end) else { return false }
    report(.mappingNotAllowed, position..<end, SyntaxWording.keyOnSameLine(excerpt(position, end)))
    parseEntry()
    return true
  }

  /// Closing brackets, with commas, where nothing is open.
  mutating func skipClosingBrackets() -> Bool {
    let bracket = bytes[position]
    guard bracket == .closeSequence || bracket == .closeMapping else { return false }
    var end = position
    while end < count, isBlank(bytes[end]) || [.closeSequence, .closeMapping, .comma].contains(bytes[end]) {
      end += 1
    }
    guard isBreakOrEnd(at: end) || bytes[end] == .comment else { return false }
    let start = position
    let owner = ownerOfLastValue()
    let value = frames.last.map { $0.kind == .document ? $0.node : $0.lastChild } ?? -1
    let line =
      value >= 0 && nodes[Int(value)].flags.contains(.flow)
      ? lineNumber(of: max(Int(nodes[Int(value)].end) - 1, 0)) : nil
    position = trimmingBlanks(from: start, to: end)
    emit(.unexpected, start, position)
    if !extendsStrayBrackets(start) {
      report(
        .mismatchedBracket, start..<position,
        SyntaxWording.strayBracket(excerpt(start, start + 1), owner: owner, closedOnLine: line))
    }
    return true
  }

  /// Brackets on the lines after one that is reported are part of the same error.
  private mutating func extendsStrayBrackets(_ start: Int) -> Bool {
    guard let last = errors.last, last.code == .mismatchedBracket, tokens.count > 1,
      last.range.upperBound == Int(tokens[tokens.count - 2].end), tokens[tokens.count - 2].kind == .unexpected
    else {
      return false
    }
    errors[errors.count - 1] = YAMLError(
      code: last.code, range: last.range.lowerBound..<position, message: last.message)
    return true
  }
}
