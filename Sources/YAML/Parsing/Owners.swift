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

  private func keyText(_ key: Int32) -> String {
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
