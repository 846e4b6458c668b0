/// Collections that a misplaced line has closed too early, or that were read as something else, and that a later
/// line shows for what they are.

/// The last entry of a mapping, where it may be out of place, and the value before it.
private struct Intruder {
  var before: Int32
  var key: Int32
  var value: Int32
}

extension Parser {
  /// A dash where a key should be continues the sequence that is the value of the key before.
  mutating func reopenSequence(_ column: Int) -> Bool {
    guard let top = frames.last, top.kind == .mapping, top.state == .entry, top.lastChild >= 0 else {
      return false
    }
    let value = nodes[Int(top.lastChild)]
    guard value.kind == .sequence, !value.flags.contains(.flow), let last = lastChild(of: top.lastChild)
    else {
      return false
    }
    let indent = columnOnItsLine(Int(value.start))
    guard push(.sequence, node: top.lastChild, indent: indent) else { return false }
    frames[frames.count - 1].lastChild = last
    return true
  }

  /// A leaf and then a dash at its column: the leaf is an item that lacks its dash.
  mutating func makeSequence(ofLeaf leaf: LeafPlace) {
    lastLeaf = nil
    let start = Int(nodes[Int(leaf.node)].start)
    if !leaf.wasReported {
      report(.missingDash, start..<start + 1, owner(of: leaf.node, inFrame: frames.count - 1))
    }
    let sequence = wrap(leaf.node, start: start)
    nodes[Int(sequence)].kind = .sequence
    guard push(.sequence, node: sequence, indent: leaf.column) else { return }
    frames[frames.count - 1].lastChild = nodes[Int(sequence)].firstChild
  }

  /// What is indented more than a key without a colon is the value that the key was to have.
  mutating func adoptAsMissingValue() -> Bool {
    let top = frames.count - 1
    let value = frames[top].lastChild
    guard frames[top].kind == .mapping, frames[top].state == .entry, value >= 0,
      nodes[Int(value)].kind == .missing, nodes[Int(value)].properties < 0,
      let key = sibling(before: value, in: frames[top].node)
    else {
      return false
    }
    nodes[Int(key)].next = -1
    frames[top].lastChild = key
    frames[top].state = .value
    parseNode(NodeSlot(parentIndent: frames[top].indent, allowsBlock: true, isTabbed: false))
    return true
  }

  /// A line that fits a collection which the last entry of `frames[outer]` has closed: that entry was indented too
  /// little. Reopens the collection and moves the entry into it.
  mutating func reopen(at column: Int, under outer: Int) -> Bool {
    guard outer > 0, frames[outer].kind == .mapping,
      let intruder = lastEntry(of: frames[outer].node, endingWith: frames[outer].lastChild)
    else {
      return false
    }
    let chain = openableFrames(from: intruder.before)
    let fits = chain.lastIndex { ($0.kind == .sequence) == isAtDash && $0.indent == column }
    guard let target = fits else {
      return outer == frames.count - 1 && reopenEmpty(chain, for: intruder, at: column, under: outer)
    }
    // An item goes on with the sequence; the entry before it belonged to the item before.
    let depth = isAtDash ? target + 1 : target
    guard depth < chain.count, chain[depth].kind == .mapping,
      !isBlockCollection(intruder.value)
        || columnOnItsLine(Int(nodes[Int(intruder.value)].start)) > chain[depth].indent
    else {
      return false
    }
    closeFrames(downTo: outer + 1)
    let indent = frames[outer].indent
    guard reopen(chain[...depth], for: intruder, under: outer) else { return true }
    link(intruder.key, in: frames.count - 1)
    link(intruder.value, in: frames.count - 1)
    reportIntruder(intruder.key, column: indent)
    closeFrames(downTo: outer + target + 2)
    parseEntry()
    return true
  }

  private mutating func reopen(_ chain: ArraySlice<BlockFrame>, for intruder: Intruder, under outer: Int)
    -> Bool
  {
    nodes[Int(intruder.before)].next = -1
    frames[outer].lastChild = intruder.before
    for frame in chain {
      guard push(frame.kind, node: frame.node, indent: frame.indent) else { return false }
      frames[frames.count - 1].lastChild = frame.lastChild
    }
    return true
  }

  /// The entry that was indented too little was the first below a key that has no value yet.
  private mutating func reopenEmpty(
    _ chain: [BlockFrame], for intruder: Intruder, at column: Int, under outer: Int
  ) -> Bool {
    guard let last = chain.last, last.kind == .mapping, last.indent < column, !isAtDash,
      nodes[Int(last.lastChild)].kind == .missing, nodes[Int(last.lastChild)].properties < 0,
      !isBlockCollection(intruder.value), let key = sibling(before: last.lastChild, in: last.node)
    else {
      return false
    }
    let indent = frames[outer].indent
    guard reopen(chain[...], for: intruder, under: outer) else { return true }
    nodes[Int(key)].next = -1
    frames[frames.count - 1].lastChild = key
    frames[frames.count - 1].state = .value
    let mapping = makeNode(
      .mapping, Int(nodes[Int(intruder.key)].start), Int(nodes[Int(intruder.value)].end))
    attach(mapping)
    guard push(.mapping, node: mapping, indent: column) else { return true }
    link(intruder.key, in: frames.count - 1)
    link(intruder.value, in: frames.count - 1)
    reportIntruder(intruder.key, column: indent)
    parseEntry()
    return true
  }

  /// Opens the collections again that end with a key without a value; returns the missing value.
  mutating func reopenMissing(below value: Int32) -> Int32? {
    let chain = openableFrames(from: value)
    guard let last = chain.last, last.kind == .mapping, nodes[Int(last.lastChild)].kind == .missing else {
      return nil
    }
    for frame in chain {
      guard push(frame.kind, node: frame.node, indent: frame.indent) else { return nil }
      frames[frames.count - 1].lastChild = frame.lastChild
    }
    return last.lastChild
  }

  private mutating func reportIntruder(_ key: Int32, column: Int) {
    let start = Int(nodes[Int(key)].start)
    let end = Int(nodes[Int(key)].end)
    guard errors.last?.range != start..<end else { return }
    report(.badIndentation, start..<end, misalignment(of: frames[frames.count - 1], column: column))
  }

  /// The frames of a block collection that was closed, and of those that end with it.
  private mutating func openableFrames(from node: Int32) -> [BlockFrame] {
    var result: [BlockFrame] = []
    var node = node
    while isBlockCollection(node), let last = lastChild(of: node) {
      let record = nodes[Int(node)]
      result.append(
        BlockFrame(
          kind: record.kind == .mapping ? .mapping : .sequence, indent: columnOnItsLine(Int(record.start)),
          node: node, lastChild: last))
      node = last
    }
    return result
  }

  /// `-Name: x` and then more keys, deeper: the dash lacks its space. Reads the line of the dash again.
  mutating func splitDash(_ column: Int) -> Bool {
    let top = frames.count - 1
    guard top > 0, frames[top].kind == .mapping, frames[top].state == .entry else { return false }
    let mapping = frames[top].node
    let key = nodes[Int(mapping)].firstChild
    guard key >= 0, nodes[Int(key)].next == frames[top].lastChild, !isBlockCollection(frames[top].lastChild)
    else {
      return false
    }
    let start = Int(nodes[Int(key)].start)
    let isDash = nodes[Int(key)].style == .plain && bytes[start] == .dash
    let isNoBreakSpace = bytes[start] == 0xC2 && byte(at: start + 1) == 0xA0
    guard isDash || isNoBreakSpace, let before = rewind(to: mapping, key: key) else { return false }
    frames.removeLast()
    let outer = frames.count - 1
    detach(after: before)
    if isNoBreakSpace { skipNoBreakSpaces() }
    let slot = NodeSlot(
      parentIndent: frames[outer].indent, allowsBlock: true, isTabbed: false, allowsSequenceAtIndent: true)
    if isDash {
      openSequence(properties: PendingProperties())
      pending = .entry
    } else {
      parseNode(slot)
    }
    return true
  }

  /// A lone dash, and then a key at its column: the dash was not meant.
  mutating func dropBareDash() -> Bool {
    let top = frames.count - 1
    let sequence = frames[top].node
    let item = nodes[Int(sequence)].firstChild
    guard top > 0, item >= 0, nodes[Int(item)].kind == .missing, nodes[Int(item)].next < 0,
      frames[top - 1].indent < frames[top].indent
    else {
      return false
    }
    let isRoot = frames[top - 1].kind == .document
    let first = isRoot ? sequence : nodes[Int(frames[top - 1].node)].firstChild
    guard let before = first == sequence ? -1 : sibling(before: sequence, in: frames[top - 1].node) else {
      return false
    }
    let dash = Int(nodes[Int(sequence)].start)
    report(.sequenceNotAllowed, dash..<dash + 1, SyntaxWording.bareDash)
    frames.removeLast()
    detach(after: before)
    parseNode(NodeSlot(parentIndent: frames[top - 1].indent, allowsBlock: true, isTabbed: false))
    return true
  }

  /// Makes `before` the last child of the innermost collection, which gets another one after it.
  mutating func detach(after before: Int32) {
    let top = frames.count - 1
    guard frames[top].kind != .document else { return }
    frames[top].lastChild = before
    if before < 0 { nodes[Int(frames[top].node)].firstChild = -1 } else { nodes[Int(before)].next = -1 }
    if frames[top].kind == .mapping { frames[top].state = .value }
  }

  /// Goes back to the start of a mapping; returns the node before it, or -1 if it is the first of its parent.
  mutating func rewind(to mapping: Int32, key: Int32) -> Int32? {
    let outer = frames.count - 2
    let first = frames[outer].kind == .document ? mapping : nodes[Int(frames[outer].node)].firstChild
    guard let before = first == mapping ? -1 : sibling(before: mapping, in: frames[outer].node) else {
      return nil
    }
    let start = Int(nodes[Int(key)].start)
    let firstNode = Int(min(mapping, key))
    guard firstNode > Int(before) else { return nil }
    nodes.removeLast(nodes.count - firstNode)
    forgetAnchors()
    while let last = tokens.last, Int(last.start) >= start { tokens.removeLast() }
    errors.removeAll { $0.range.lowerBound >= start }
    lastLeaf = nil
    position = start
    startLine(at: lines.starts[lines.line(at: start)])
    if isLineTabbed { alignLine(toColumn: frames[frames.count - 1].indent) }
    return before
  }

  /// Forgets the anchors of nodes that are no more.
  mutating func forgetAnchors() {
    let count = nodes.count
    anchors = anchors.filter { Int($0.value) < count }
  }

  // MARK: Siblings

  func isBlockCollection(_ node: Int32) -> Bool {
    let record = nodes[Int(node)]
    return (record.kind == .mapping || record.kind == .sequence) && !record.flags.contains(.flow)
  }

  /// The last child of a node; nil if it has none, or if it is too far to walk.
  mutating func lastChild(of node: Int32) -> Int32? {
    var child = nodes[Int(node)].firstChild
    guard child >= 0 else { return nil }
    while nodes[Int(child)].next >= 0 {
      child = nodes[Int(child)].next
      guard spendStep() else { return nil }
    }
    return child
  }

  mutating func sibling(before node: Int32, in parent: Int32) -> Int32? {
    var child = nodes[Int(parent)].firstChild
    while child >= 0 {
      if nodes[Int(child)].next == node { return child }
      child = nodes[Int(child)].next
      guard spendStep() else { return nil }
    }
    return nil
  }

  /// The last entry of a mapping, and the value of the entry before it.
  private mutating func lastEntry(of mapping: Int32, endingWith value: Int32) -> Intruder? {
    var before = Int32(-1)
    var key = nodes[Int(mapping)].firstChild
    while key >= 0 {
      let next = nodes[Int(key)].next
      guard next >= 0, spendStep() else { return nil }
      if next == value { return before < 0 ? nil : Intruder(before: before, key: key, value: next) }
      before = next
      key = nodes[Int(next)].next
    }
    return nil
  }

  private mutating func spendStep() -> Bool {
    misplacement.walkBudget -= 1
    return misplacement.walkBudget > 0
  }

  // MARK: Evidence

  /// The last item of a sequence that is open.
  func lastItem(ofFrame index: Int) -> Int32? {
    let last = frames[index].lastChild
    return last < 0 ? nil : last
  }

  /// The key that begins at an offset, as its bytes on the line up to the colon.
  func firstKey(at offset: Int) -> Range<Int>? {
    var index = offset
    while index < count, !isBreak(bytes[index]) {
      if bytes[index] == .colon, isBlankOrEnd(at: index + 1) {
        let end = trimmingBlanks(from: offset, to: index)
        return end > offset ? offset..<end : nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a mapping's first key is written like this one.
  func isFirstKey(_ key: Range<Int>, of mapping: Int32) -> Bool {
    let record = nodes[Int(mapping)]
    return record.kind == .mapping && record.firstChild >= 0 && isSpelt(record.firstChild, like: key)
  }

  /// Whether a mapping has a key that is written like this one.
  mutating func hasKey(_ key: Range<Int>, in mapping: Int32) -> Bool {
    var child = nodes[Int(mapping)].kind == .mapping ? nodes[Int(mapping)].firstChild : -1
    while child >= 0 {
      if isSpelt(child, like: key) { return true }
      let value = nodes[Int(child)].next
      guard value >= 0, spendStep() else { return false }
      child = nodes[Int(value)].next
    }
    return false
  }

  private func isSpelt(_ node: Int32, like key: Range<Int>) -> Bool {
    let record = nodes[Int(node)]
    guard Int(record.end) - Int(record.start) == key.count else { return false }
    return key.indices.allSatisfy { bytes[$0] == bytes[Int(record.start) + $0 - key.lowerBound] }
  }
}
