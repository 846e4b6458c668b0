/// Lines whose indentation fits no open collection. Each is read where a reader would put it, and reported once.
///
/// A line is judged by its shape (a dash, a key, other text), by its distance to the open collections, and by
/// whether its first key is the one that the items of a list begin with.

/// What misplaced lines leave behind for the lines after them.
struct Misplacement {
  /// Whether any open collection has an alternative column.
  var hasAlternatives = false
  /// The start of a line that is read as if it stood at another column, and by how much it is off.
  var shiftedLine = Int.min
  var shift = 0
  /// How many columns a tab stands for in this document, once that is known.
  var tabWidth: Int?
  /// Which error is about the conflict that is open.
  var conflictError: Int?
  /// How many more siblings may be walked over to find the place of a line. It keeps recovery linear.
  var walkBudget = 4_000_000

  mutating func beginDocument() {
    hasAlternatives = false
    conflictError = nil
  }
}

extension Parser {
  /// Whether the line begins with a key and its colon.
  var isAtKey: Bool { !isAtDash && looksLikeBlockEntry(at: position) }

  /// Reads the current line as if its content stood at this column.
  mutating func alignLine(toColumn column: Int) {
    misplacement.shift = self.column(of: position) - column
    lineStart = position - column
    lineIndent = column
    lineContent = position
    misplacement.shiftedLine = misplacement.shift == 0 ? .min : lineStart
  }

  /// Lets entries of the innermost collection stand at this column too.
  mutating func addAlternative(_ column: Int) {
    guard column >= 0 else { return }
    frames[frames.count - 1].alternative = Int32(truncatingIfNeeded: column)
    misplacement.hasAlternatives = true
  }

  /// Goes on with a collection at the column where a misplaced entry of it stood; the first line after it
  /// decides which of the two columns counts.
  mutating func takeAlternative(_ column: Int) -> Bool {
    for index in frames.indices.dropFirst().reversed() {
      let frame = frames[index]
      let fits = (frame.kind == .sequence) == isAtDash
      if frame.indent == column, fits { return false }
      if Int(frame.alternative) == column, fits {
        closeFrames(downTo: index + 1)
        frames[index].alternative = Int32(truncatingIfNeeded: frame.indent)
        frames[index].indent = column
        return true
      }
      if frame.indent < column { return false }
    }
    return false
  }

  /// The white space before the line's content, or its first byte if there is none.
  var indentationRange: Range<Int> {
    let start = lines.starts[lines.line(at: position)]
    return start < position ? start..<position : position..<min(position + 1, count)
  }

  /// The column of an offset on a line that was not shifted.
  func columnOnItsLine(_ offset: Int) -> Int { offset - lines.starts[lines.line(at: offset)] }

  /// A line that fits no open collection by its column and shape.
  mutating func parseMisplacedLine(_ column: Int) {
    lastLeaf = nil
    guard !isAborted, frames.count > 1 else { return parseEntry() }
    if isAtDash { parseMisplacedDash(column) } else { parseMisplacedKey(column) }
  }

  // MARK: Items

  private mutating func parseMisplacedDash(_ column: Int) {
    let top = frames[frames.count - 1]
    if top.kind == .sequence { return joinSequence(column) }
    if column > top.indent, adoptAsMissingValue() || reopen(at: column, under: frames.count - 1) {
      return
    }
    if column < top.indent, reopen(at: column, under: frames.count - 2) { return }
    if reopenSequence(column) { return joinSequence(column) }
    if column == top.indent, isBareDash { return skipBareDash() }
    if let index = enclosingSequence() {
      closeFrames(downTo: index + 1)
      return joinSequence(column)
    }
    if column > top.indent, reportItemAfterBracket() { return }
    if column < top.indent, makeSequence(ofMappingAbove: column) { return parseEntry() }
    parseEntry()
  }

  /// `Tags: [a]` and then items with dashes: they are read, but belong to no key.
  private mutating func reportItemAfterBracket() -> Bool {
    guard let value = frames.last?.lastChild, value >= 0, nodes[Int(value)].kind == .sequence,
      nodes[Int(value)].flags.contains(.flow)
    else {
      return false
    }
    let line = lineNumber(of: max(Int(nodes[Int(value)].end) - 1, 0))
    report(
      .sequenceNotAllowed, position..<position + 1,
      SyntaxWording.itemAfterBracket(owner: ownerOfLastValue(), line: line))
    attachMissing(at: position)
    openSequence(properties: PendingProperties())
    return true
  }

  /// Whether nothing but a comment follows the dash on its line.
  private var isBareDash: Bool {
    let next = afterBlanks(at: position + 1)
    return isBreakOrEnd(at: next) || bytes[next] == .comment
  }

  private mutating func skipBareDash() {
    report(.sequenceNotAllowed, position..<position + 1, SyntaxWording.bareDash)
    emit(.unexpected, position, position + 1)
    position += 1
  }

  /// Reads the item at the cursor as one of the innermost sequence.
  private mutating func joinSequence(_ column: Int) {
    let top = frames[frames.count - 1]
    if column != top.indent {
      report(.badIndentation, indentationRange, misalignment(of: top, column: column))
      alignLine(toColumn: top.indent)
      addAlternative(column)
    }
    parseEntry()
  }

  /// The innermost sequence around the current mapping whose items begin with the key that follows the dash; if
  /// there is none, the one that the mapping is an item of.
  private mutating func enclosingSequence() -> Int? {
    let key = firstKey(at: afterBlanks(at: position + 1))
    for index in frames.indices.dropFirst().reversed() where frames[index].kind == .sequence {
      if let key, let last = lastItem(ofFrame: index), isFirstKey(key, of: last) { return index }
    }
    let parent = frames.count - 2
    return frames[parent].kind == .sequence ? parent : nil
  }

  /// A dash before the mapping's column, and the item begins like the mapping: the mapping is an item that lacks
  /// its dash.
  private mutating func makeSequence(ofMappingAbove column: Int) -> Bool {
    let top = frames[frames.count - 1]
    guard let key = firstKey(at: afterBlanks(at: position + 1)), isFirstKey(key, of: top.node) else {
      return false
    }
    closeFrames(downTo: frames.count - 1)
    let start = Int(nodes[Int(top.node)].start)
    if top.alternative >= 0 { withdrawMisalignment(after: start) }
    report(.missingDash, start..<start + 1, owner(of: top.node, inFrame: frames.count - 1))
    let item = nodes[Int(top.node)]
    nodes.append(item)
    let itemIndex = Int32(truncatingIfNeeded: nodes.count - 1)
    var sequence = NodeRecord(kind: .sequence, start: start, end: Int(item.end))
    sequence.next = item.next
    sequence.firstChild = itemIndex
    nodes[Int(itemIndex)].next = -1
    nodes[Int(top.node)] = sequence
    if item.properties >= 0 { moveAnchor(of: item, to: itemIndex) }
    guard push(.sequence, node: top.node, indent: column) else { return true }
    frames[frames.count - 1].lastChild = itemIndex
    return true
  }

  /// Takes back that a line of the mapping that begins at `start` was misaligned.
  private mutating func withdrawMisalignment(after start: Int) {
    if let index = errors.lastIndex(where: { $0.range.lowerBound < start || $0.code == .badIndentation }),
      errors[index].range.lowerBound >= start
    {
      errors.remove(at: index)
    }
  }

  // MARK: Keys and other text

  private mutating func parseMisplacedKey(_ column: Int) {
    let top = frames[frames.count - 1]
    let parent = frames[frames.count - 2]
    let isKey = isAtKey
    if top.kind == .sequence {
      if isKey, column == top.indent, dropBareDash() { return }
      return parseInSequence(column, isKey: isKey)
    }
    if column > top.indent {
      if adoptAsMissingValue() || splitDash(column) || continuePlain(isKey: isKey) { return }
      if isKey, reopen(at: column, under: frames.count - 1) { return }
      return joinMapping(column, isKey: isKey)
    }
    if isKey, reopen(at: column, under: frames.count - 2) { return }
    if parent.kind == .sequence {
      if let key = firstKey(at: position), hasKey(key, in: top.node) {
        closeFrames(downTo: frames.count - 1)
        return parseWithoutDash(column)
      }
    } else if column - parent.indent < top.indent - column, parent.kind == .mapping {
      closeFrames(downTo: frames.count - 1)
    }
    joinMapping(column, isKey: isKey)
  }

  /// Prose that goes on with the plain value of the key before it, but holds a colon, or follows a line that did.
  private mutating func continuePlain(isKey: Bool) -> Bool {
    guard let value = frames.last?.lastChild, value >= 0, let last = tokens.last, last.kind == .plainScalar,
      nodes[Int(value)].kind == .scalar, nodes[Int(value)].end == last.end
    else {
      return false
    }
    let end = trimmingBlanks(from: position, to: endOfLine(from: position))
    if isKey {
      guard let key = firstKey(at: position), key.reduce(0, { $0 + (bytes[$1] == .space ? 1 : 0) }) > 2 else {
        return false
      }
      report(.mappingNotAllowed, key.upperBound..<key.upperBound + 1, SyntaxWording.colonInText)
    } else {
      guard let error = errors.last, error.code == .mappingNotAllowed,
        error.range.lowerBound >= Int(nodes[Int(value)].start)
      else {
        return false
      }
    }
    tokens[tokens.count - 1].end = UInt32(truncatingIfNeeded: end)
    nodes[Int(value)].end = UInt32(truncatingIfNeeded: end)
    nodes[Int(value)].contentEnd = nodes[Int(value)].end
    nodes[Int(value)].flags.remove(.verbatim)
    position = end
    return true
  }

  /// Reads the line as an entry of the innermost mapping. Text that is no key is reported as such only.
  private mutating func joinMapping(_ column: Int, isKey: Bool) {
    let top = frames[frames.count - 1]
    if !isKey, column > top.indent, skipMoreTrailingContent() { return }
    if isKey, column != top.indent {
      report(.badIndentation, indentationRange, misalignment(of: top, column: column))
      alignLine(toColumn: top.indent)
      addAlternative(column)
    }
    parseEntry()
  }

  /// A line without a dash where the innermost collection is a sequence.
  private mutating func parseInSequence(_ column: Int, isKey: Bool) {
    let top = frames[frames.count - 1]
    let parent = frames[frames.count - 2]
    let last = lastItem(ofFrame: frames.count - 1)
    let hasMappings = last.map { nodes[Int($0)].kind == .mapping } ?? false
    if isKey, !isDashWithoutSpace, parent.kind == .mapping {
      let isNearParent = column < top.indent && column - parent.indent <= top.indent - column
      if isNearParent || (column <= top.indent && !hasMappings) {
        closeFrames(downTo: frames.count - 1)
        return joinMapping(column, isKey: true)
      }
    }
    parseWithoutDash(column)
  }

  /// Reads the line as an item of the innermost sequence that lacks its dash.
  private mutating func parseWithoutDash(_ column: Int) {
    let top = frames[frames.count - 1]
    guard !isDashWithoutSpace else { return parseEntry() }
    report(.missingDash, position..<position + 1, owner(of: top.node, inFrame: frames.count - 2))
    var itemColumn = top.indent + 2
    if let last = lastItem(ofFrame: frames.count - 1), nodes[Int(last)].kind == .mapping {
      itemColumn = max(columnOnItsLine(Int(nodes[Int(last)].start)), top.indent + 1)
    }
    alignLine(toColumn: itemColumn)
    parseNode(NodeSlot(parentIndent: top.indent, allowsBlock: true, isTabbed: false))
  }

  /// Lines that go on with text which could not be read are part of the same error.
  private mutating func skipMoreTrailingContent() -> Bool {
    guard let last = errors.last, last.code == .unexpectedContent, last.range.upperBound == lastTokenEnd,
      tokens.last?.kind == .unexpected
    else {
      return false
    }
    skipRestOfLine()
    errors[errors.count - 1] = YAMLError(
      code: last.code, range: last.range.lowerBound..<lastTokenEnd, message: last.message)
    return true
  }

  // MARK: The document

  /// More content after a document's only scalar or flow collection.
  mutating func parseAfterRoot(_ root: Int32) {
    let record = nodes[Int(root)]
    let start = Int(record.start)
    if record.kind == .scalar, record.style == .plain, isConflictText(at: start) {
      if let token = tokens.lastIndex(where: { $0.start == record.start }) {
        tokens[token].kind = .unexpected
      }
      reportConflict(start..<Int(record.end))
      return parseNode(NodeSlot(parentIndent: -1, allowsBlock: true, isTabbed: false))
    }
    if record.flags.contains(.flow) { return skipAfterRoot() }
    let wasReported = errors.contains { $0.range.lowerBound >= start }
    readAsKey(LeafPlace(node: root, column: columnOnItsLine(start), depth: 1, wasReported: wasReported))
  }

  /// The first line after a whole flow collection is reported for all that follow it.
  private mutating func skipAfterRoot() {
    let start = position
    skipRestOfLine()
    if let last = errors.last, last.code == .unexpectedContent, last.message == SyntaxWording.afterRoot {
      errors[errors.count - 1] = YAMLError(
        code: last.code, range: last.range.lowerBound..<lastTokenEnd, message: last.message)
    } else {
      report(.unexpectedContent, start..<lastTokenEnd, SyntaxWording.afterRoot)
    }
  }
}
