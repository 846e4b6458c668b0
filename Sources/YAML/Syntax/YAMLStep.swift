package import SourceText

/// One step on the way from the root to an offset.
package enum YAMLStep: Sendable, Hashable {
  /// The offset is in the key of this entry.
  case key(YAMLEntry)
  /// The offset is in the value of this entry, or where that value would be.
  case value(YAMLEntry)
  /// The offset is in this item of a sequence.
  case item(index: Int, node: YAMLNode)

  /// The node that the step leads to.
  package var node: YAMLNode {
    switch self {
    case .key(let entry): entry.key
    case .value(let entry): entry.value
    case .item(_, let node): node
    }
  }
}

extension YAMLTree {
  /// The keys, values and items that hold an offset, the outermost first.
  ///
  /// A node holds the offsets from its first byte to just after its last, so that the cursor at the end of
  /// a word is still in it. The blank rest of a line after `key:` counts as the value.
  package func path(at offset: ByteOffset) -> [YAMLStep] {
    var steps: [YAMLStep] = []
    guard var node = documents.last(where: { $0.range.lowerBound <= offset }) else { return [] }
    descent: while true {
      switch node.kind {
      case .mapping:
        guard let step = step(into: node, at: offset) else { break descent }
        steps.append(step)
        node = step.node
      case .sequence:
        let items = node.items
        guard let index = items.lastIndex(where: { holds($0, offset) }) else { break descent }
        steps.append(.item(index: index, node: items[index]))
        node = items[index]
      case .scalar, .alias, .missing: break descent
      }
    }
    return steps
  }

  private func step(into mapping: YAMLNode, at offset: ByteOffset) -> YAMLStep? {
    let entries = mapping.entries
    for entry in entries.reversed() {
      if entry.key.kind != .missing, holds(entry.key, offset) { return .key(entry) }
      if holds(entry.value, offset) { return .value(entry) }
    }
    return entries.last { isInGap(offset, of: $0) }.map(YAMLStep.value)
  }

  private func holds(_ node: YAMLNode, _ offset: ByteOffset) -> Bool {
    let range = node.range
    return range.lowerBound <= offset && offset <= range.upperBound
  }

  /// Whether the offset is after the key, on its line, with nothing but the colon and blanks before it.
  private func isInGap(_ offset: ByteOffset, of entry: YAMLEntry) -> Bool {
    let end = entry.key.range.upperBound
    guard offset > end, offset <= source.count else { return false }
    var sawColon = false
    for byte in source.bytes[end..<offset] {
      if byte == .colon, !sawColon {
        sawColon = true
      } else if !isBlank(byte) {
        return false
      }
    }
    return sawColon
  }
}

extension YAMLTree {
  /// The way to the collection that a new line would join if it began at `offset`.
  ///
  /// The cursor's column decides, as indentation does in YAML: a line indented like the keys of a mapping
  /// joins that mapping, one indented more joins the value before it. The last step leads to the collection,
  /// or to a missing value that the line would begin; no step means the root.
  package func insertionPath(at offset: ByteOffset) -> [YAMLStep] {
    let column = source.lines.position(of: offset).column
    let path = path(at: offset)
    if let flow = path.lastIndex(where: { isInFlow($0.node, offset) }) { return Array(path[...flow]) }
    var steps: [YAMLStep] = []
    guard var node = documents.last(where: { $0.range.lowerBound <= offset }) else { return [] }
    while let step = lastStep(into: node, before: offset) {
      let child = step.node
      if child.kind == .missing {
        guard case .value(let entry) = step, self.column(of: entry.range.lowerBound) < column else { break }
        steps.append(step)
        break
      }
      guard child.kind == .mapping || child.kind == .sequence else { break }
      guard !child.isFlow, self.column(of: child.range.lowerBound) <= column else { break }
      steps.append(step)
      node = child
    }
    return steps
  }

  private func column(of offset: ByteOffset) -> Int { source.lines.position(of: offset).column }

  private func isInFlow(_ node: YAMLNode, _ offset: ByteOffset) -> Bool {
    node.isFlow && node.range.lowerBound < offset && offset < node.range.upperBound
  }

  /// The last child that begins before the offset.
  private func lastStep(into node: YAMLNode, before offset: ByteOffset) -> YAMLStep? {
    switch node.kind {
    case .mapping: return node.entries.last { $0.range.lowerBound < offset }.map(YAMLStep.value)
    case .sequence:
      let items = node.items
      return items.lastIndex { $0.range.lowerBound < offset }.map { .item(index: $0, node: items[$0]) }
    case .scalar, .alias, .missing: return nil
    }
  }
}
