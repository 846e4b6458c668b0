/// What things are called in messages: the key that a collection stands under, and lines.
extension Parser {
  /// The key that a node stands under in an open collection, as it is written in messages; empty if it has none.
  mutating func owner(of node: Int32, inFrame index: Int) -> String {
    guard frames.indices.contains(index) else { return "" }
    let frame = frames[index]
    switch frame.kind {
    case .document: return ""
    case .sequence: return owner(of: frame.node, inFrame: index - 1)
    case .mapping:
      if frame.state != .entry, frame.lastChild >= 0 { return keyText(frame.lastChild) }
      guard let key = sibling(before: node, in: frame.node) else { return "" }
      return keyText(key)
    }
  }

  /// The key whose value was read last, in the innermost block collection.
  mutating func ownerOfLastValue() -> String {
    guard let frame = frames.last, frame.lastChild >= 0 else { return "" }
    return owner(of: frame.lastChild, inFrame: frames.count - 1)
  }

  /// The key that the flow collection at an index of the open ones stands under.
  mutating func ownerOfFlow(_ index: Int) -> String {
    guard flowFrames.indices.contains(index) else { return "" }
    guard index > 0 else { return owner(of: flowFrames[0].node, inFrame: frames.count - 1) }
    let node = flowFrames[index].node
    switch flowFrames[index - 1].kind {
    case .sequence: return ownerOfFlow(index - 1)
    case .mapping, .pair:
      guard let key = sibling(before: node, in: flowFrames[index - 1].node) else { return "" }
      return keyText(key)
    }
  }

  /// Why a dash among keys begins no item.
  mutating func notAnItem() -> String {
    guard let frame = frames.last else { return "" }
    return SyntaxWording.notAnItem(
      owner: owner(of: frame.node, inFrame: frames.count - 2),
      firstLine: lineNumber(of: Int(nodes[Int(frame.node)].start)))
  }

  func keyText(_ key: Int32) -> String {
    guard key >= 0 else { return "" }
    let record = nodes[Int(key)]
    guard record.kind == .scalar, record.contentEnd > record.contentStart else { return "" }
    let end = min(Int(record.contentEnd), endOfLine(from: Int(record.contentStart)))
    return excerpt(Int(record.contentStart), end)
  }

  /// The line of an offset as editors count it.
  func lineNumber(of offset: Int) -> Int { lines.line(at: offset) + 1 }

  /// How a line that begins at `column` should be indented to be an entry of a collection.
  mutating func misalignment(of frame: BlockFrame, column: Int) -> String {
    let index = frames.lastIndex { $0.node == frame.node } ?? 0
    let owner = owner(of: frame.node, inFrame: index - 1)
    let line = lineNumber(of: Int(nodes[Int(frame.node)].start))
    return SyntaxWording.misalignment(
      isItem: frame.kind == .sequence, owner: owner, firstLine: line, column: column, expected: frame.indent)
  }
}
