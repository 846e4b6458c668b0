package import SourceText

/// Giving a node another value, or a key another name.
extension YAMLEditor {
  /// Writes `value` in place of a node. A scalar keeps its quotes, or stays a block scalar, where the new text
  /// can be written so. An anchor stays, a tag goes unless it fits.
  package func setting(_ node: YAMLNode, to value: YAMLValue) throws(EditRefusal) -> [TextEdit] {
    guard let ancestors = ancestors(of: node), !isKey(node, of: ancestors.last) else { throw .notEditable }
    try checkWhole(node.outerStart..<node.outerEnd)
    try checkUnshared(node, ancestors)
    if node.kind == .mapping || node.kind == .sequence {
      try checkNoAliases(into: node.range)
    }
    let parent = ancestors.last
    let tag = tagDeletion(node, value)
    let siblings = parent.map { SiblingStyle(of: $0) } ?? SiblingStyle()
    if parent?.isFlow ?? false { return normalized(tag + (try flowEdits(node, value, like: siblings))) }
    if let scalar = value.scalar, node.kind == .scalar || node.kind == .alias {
      return normalized(tag + (try scalarEdits(node, scalar, under: column(of: parent), like: siblings)))
    }
    return normalized(tag + (try blockEdits(node, value, in: parent)))
  }

  /// Gives a key another name, in the quotes that it has.
  package func renaming(_ key: YAMLNode, to name: String) throws(EditRefusal) -> [TextEdit] {
    guard let ancestors = ancestors(of: key), let mapping = ancestors.last, isKey(key, of: mapping) else {
      throw .notEditable
    }
    try checkWhole(key.outerStart..<key.range.upperBound)
    try checkUnshared(key, ancestors)
    if key.isString(name) { return [] }
    guard mapping.entry(name) == nil else { throw .keyExists(name) }
    guard name.unicodeScalars.count <= 1000 else { throw .keyTooLong }
    let tag = tagDeletion(key, .string(name))
    let place: ScalarPlace = mapping.isFlow ? .flowKey : .blockKey
    switch key.kind {
    case .scalar where key.isBlockScalar: throw .notEditable
    case .scalar, .alias:
      return normalized(tag + inlineEdits(key, .string(name), in: place, like: SiblingStyle()))
    case .missing where key.range.lowerBound < bytes.count && bytes[key.range.lowerBound] == .colon:
      return [insertion(ScalarWriting(name, in: place).head, at: key.range.lowerBound)]
    case .missing, .mapping, .sequence: throw .notEditable
    }
  }

  private func isKey(_ node: YAMLNode, of parent: YAMLNode?) -> Bool {
    parent?.entries.contains { $0.key == node } ?? false
  }

  // MARK: Tags

  /// Removes a tag that the value would not be read with.
  private func tagDeletion(_ node: YAMLNode, _ value: YAMLValue) -> [TextEdit] {
    guard let properties = node.propertiesRange, node.tag != nil else { return [] }
    if case .string = value, node.tag == YAMLNode.coreTagPrefix + "str", node.kind == .scalar { return [] }
    let tags = layout.tokens(in: properties).filter { $0.kind == .tag }
    return tags.map { tag in
      var start = tag.range.lowerBound
      var end = tag.range.upperBound
      if start > properties.lowerBound || node.kind == .missing || layout.endsLine(end) {
        while start > 0, isBlank(bytes[start - 1]), !layout.startsLine(start) { start -= 1 }
      } else {
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
      }
      return deletion(start..<end)
    }
  }

  // MARK: Scalars

  /// A scalar or alias by a scalar on one line.
  private func inlineEdits(
    _ node: YAMLNode, _ value: YAMLScalarValue, in place: ScalarPlace, like siblings: SiblingStyle
  ) -> [TextEdit] {
    guard let written = written(value, in: place, insteadOf: node, like: siblings) else { return [] }
    return [replacement(of: node, by: written)]
  }

  /// Between quotes that stay, only their content is replaced.
  private func replacement(of node: YAMLNode, by written: ScalarWriting) -> TextEdit {
    let isQuoted = written.style == .singleQuoted || written.style == .doubleQuoted
    guard isQuoted, node.kind == .scalar, node.scalarStyle == written.style else {
      return TextEdit(range: node.range, replacement: written.head)
    }
    let content = written.head.utf8.dropFirst().dropLast()
    return TextEdit(range: node.contentRange, replacement: String(decoding: content, as: UTF8.self))
  }

  private func written(
    _ value: YAMLScalarValue, in place: ScalarPlace, insteadOf node: YAMLNode, like siblings: SiblingStyle
  ) -> ScalarWriting? {
    guard case .string(let text) = value else { return ScalarWriting(value, in: place) }
    // What was no text has no quotes to keep.
    guard node.kind == .scalar, case .string(let old) = node.resolvedScalar else {
      return ScalarWriting(text, preferring: siblings.values, in: place)
    }
    return ScalarWriting(
      text, preferring: node.scalarStyle, in: place, allowsAmbiguous: PlainText.isAmbiguous(old))
  }

  private func scalarEdits(
    _ node: YAMLNode, _ value: YAMLScalarValue, under column: Int, like siblings: SiblingStyle
  ) throws(EditRefusal) -> [TextEdit] {
    let content = contentIndentation(of: node, under: column)
    let place = ScalarPlace(
      isFlow: false, isKey: false, parentIndentation: column, contentIndentation: content)
    guard var written = written(value, in: place, insteadOf: node, like: siblings) else {
      throw .unwritableValue
    }
    if node.isBlockScalar { return blockScalarEdits(node, written, place) }
    if written.keepsBlankLines || isCommentInside(node, column), case .string(let text) = value {
      written = ScalarWriting(text, preferring: .doubleQuoted, in: place)
    }
    guard !written.lines.isEmpty else { return [replacement(of: node, by: written)] }
    let lines = indented(written.lines, place)
    let end = layout.lineContentEnd(of: node.range.upperBound)
    let needsBreak = end == bytes.count && written.needsFinalBreak
    return [
      TextEdit(range: node.range, replacement: written.head),
      insertion(
        lines.map { style.lineBreak + $0 }.joined() + (needsBreak ? style.lineBreak : ""), at: end),
    ]
  }

  /// Whether a comment stays around the node that would become part of a block scalar.
  func isCommentInside(_ node: YAMLNode, _ column: Int) -> Bool {
    let next = layout.nextLineStart(after: node.range.upperBound)
    if layout.lineAfterDeeperComment(from: next, than: column) != nil { return true }
    guard layout.startsLine(node.outerStart) else { return false }
    let start = layout.token(before: node.outerStart).map { layout.nextLineStart(after: $0.range.upperBound) }
    let above = min(start ?? 0, node.outerStart)..<node.outerStart
    return layout.comment(after: node.range.upperBound) != nil
      || layout.tokens(in: above).contains { $0.kind == .comment }
  }

  private func indented(_ lines: [String], _ place: ScalarPlace) -> [String] {
    let spaces = String(repeating: " ", count: place.contentIndentation)
    return lines.map { $0.isEmpty ? "" : spaces + $0 }
  }

  // MARK: Block scalars

  /// The indentation of a block scalar's lines; one step for any other node.
  private func contentIndentation(of node: YAMLNode, under column: Int) -> Int {
    let ordinary = max(column, 0) + style.step
    guard node.isBlockScalar, let header = layout.blockHeader(endingAt: node.range.upperBound) else {
      return ordinary
    }
    if let digit = bytes[header.range].first(where: isDigit) { return max(column, 0) + Int(digit) - 0x30 }
    var line = node.contentRange.lowerBound
    while line < node.range.upperBound, layout.isBlankLine(line) { line = layout.nextLineStart(after: line) }
    guard line < node.range.upperBound else { return ordinary }
    return bytes[line...].prefix { $0 == .space }.count
  }

  private func blockScalarEdits(
    _ node: YAMLNode, _ written: ScalarWriting, _ place: ScalarPlace
  ) -> [TextEdit] {
    guard let header = layout.blockHeader(endingAt: node.range.upperBound) else { return [] }
    let headEnd = layout.lineContentEnd(of: header.range.lowerBound)
    var end = max(node.range.upperBound, headEnd)
    let lines = indented(written.lines, place)
    var text = lines.map { style.lineBreak + $0 }.joined()
    let oldKeeps = bytes[header.range].contains(UInt8(ascii: "+"))
    if written.keepsBlankLines || (oldKeeps && written.needsFinalBreak) {
      // The blank lines below are the text's own.
      let below = layout.nextLineStart(after: end)
      end = max(end, layout.skippingBlankLines(from: below))
      text += style.lineBreak
    } else if end == bytes.count, written.needsFinalBreak {
      text += style.lineBreak
    }
    let head = TextEdit(range: header.range, replacement: written.head)
    let isSameHead = self.text(header.range) == written.head
    return (isSameHead ? [] : [head]) + [TextEdit(range: headEnd..<end, replacement: text)]
  }

  // MARK: Flow

  private func flowEdits(
    _ node: YAMLNode, _ value: YAMLValue, like siblings: SiblingStyle
  ) throws(EditRefusal) -> [TextEdit] {
    if let scalar = value.scalar, node.kind == .scalar || node.kind == .alias {
      let edits = inlineEdits(node, scalar, in: .flowValue, like: siblings)
      guard !edits.isEmpty else { throw .unwritableValue }
      return edits
    }
    let text = try ValueWriting(style: style, siblings: siblings).flow(value)
    guard node.kind == .missing else { return [TextEdit(range: node.range, replacement: text)] }
    let end = node.outerEnd
    switch layout.token(before: end)?.kind {
    case .valueIndicator, .anchor, .tag: return [insertion(" " + text, at: end)]
    default: return [insertion(": " + text, at: end)]
    }
  }
}

extension YAMLNode {
  var isBlockScalar: Bool { kind == .scalar && (scalarStyle == .literal || scalarStyle == .folded) }
}
