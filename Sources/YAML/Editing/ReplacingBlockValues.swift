import SourceText

/// Another value where a value of a block collection stands, or where there is none yet.
extension YAMLEditor {
  /// Puts the value behind what stands before the node: a colon, a dash, an anchor. The node is on that line, or
  /// on those below.
  func blockEdits(
    _ node: YAMLNode, _ value: YAMLValue, in parent: YAMLNode?
  ) throws(EditRefusal) -> [TextEdit] {
    let column = column(of: parent)
    let writing = ValueWriting(
      style: style, siblings: SiblingStyle(), allowsBlockScalars: !isCommentInside(node, column))
    guard let before = layout.token(before: node.range.lowerBound) else {
      return try documentEdits(node, writing.block(value, under: -1, behind: .document))
    }
    let canFollow: Set<YAMLToken.Kind> = [.valueIndicator, .sequenceEntry, .anchor, .tag]
    guard node.kind != .missing || canFollow.contains(before.kind) else { throw .notEditable }
    let opening: ValueOpening =
      switch before.kind {
      case .sequenceEntry: .dash
      case _ where parent == nil: .document
      case _ where parent?.kind == .sequence: .occupiedDash
      default: .key
      }
    let written = try writing.block(value, under: column, behind: opening)
    let anchor = before.range.upperBound
    let isLast = layout.lineContentEnd(of: node.range.upperBound) == bytes.count
    var (edits, end) = removal(of: node, behind: anchor)
    if !written.head.isEmpty { edits.append(insertion(" " + written.head, at: anchor)) }
    let lines = written.lines.map { style.lineBreak + $0 }.joined()
    edits.append(insertion(lines + (written.needsFinalBreak && isLast ? style.lineBreak : ""), at: end))
    return edits
  }

  /// Removes a value; also tells where the line ends that it stood on or below.
  private func removal(
    of node: YAMLNode, behind anchor: ByteOffset
  ) -> (edits: [TextEdit], lineEnd: ByteOffset) {
    let lineEnd = layout.lineContentEnd(of: anchor)
    if node.kind == .missing { return ([], lineEnd) }
    let isBelow = node.range.lowerBound > lineEnd
    let nodeEnd = layout.lineContentEnd(of: node.range.upperBound)
    if node.isBlockScalar, let header = layout.blockHeader(endingAt: node.range.upperBound) {
      // The comment behind the header stays.
      let headEnd = layout.lineContentEnd(of: header.range.lowerBound)
      let content = deletion(headEnd..<max(node.range.upperBound, headEnd))
      return isBelow
        ? ([deletion(header.range), content], lineEnd)
        : ([deletion(anchor..<header.range.upperBound), content], headEnd)
    }
    guard isBelow else { return ([deletion(anchor..<node.range.upperBound)], nodeEnd) }
    if layout.comment(after: node.range.upperBound) != nil { return ([deletion(node.range)], lineEnd) }
    let start = layout.lineStart(of: node.range.lowerBound)
    return ([deletion(start..<layout.nextLineStart(after: node.range.upperBound))], lineEnd)
  }

  /// The content of a document that begins without a marker.
  private func documentEdits(_ root: YAMLNode, _ written: WrittenValue) throws(EditRefusal) -> [TextEdit] {
    guard root.kind != .missing else { throw .notEditable }
    let lineEnd = layout.lineContentEnd(of: root.range.upperBound)
    let rest = written.needsFinalBreak && lineEnd == bytes.count ? style.lineBreak : ""
    let lines = written.lines.map { style.lineBreak + $0 }.joined() + rest
    guard !root.isBlockScalar else {
      let (edits, headEnd) = removal(of: root, behind: root.range.lowerBound)
      return edits + [insertion(written.head, at: root.range.lowerBound), insertion(lines, at: headEnd)]
    }
    if written.head.isEmpty {
      return [TextEdit(range: root.range, replacement: String(lines.dropFirst()))]
    }
    return [TextEdit(range: root.range, replacement: written.head), insertion(lines, at: lineEnd)]
  }
}
