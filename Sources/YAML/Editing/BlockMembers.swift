import SourceText

/// Inserting, removing and moving the members of block collections, line by line.
extension YAMLEditor {
  // MARK: Inserting

  func insertionInBlock(
    _ lines: [String], needsFinalBreak: Bool, into collection: YAMLNode, at index: Int
  ) throws(EditRefusal) -> [TextEdit] {
    let members = collection.members
    guard members.indices.contains(index) || index == members.count, !members.isEmpty else {
      throw .notEditable
    }
    let text = lines.joined(separator: style.lineBreak)
    if index == 0 {
      let first = try extent(of: members[0], in: collection)
      try checkWhole(first.start..<first.contentEnd)
      return [insertionBefore(first, text + style.lineBreak)]
    }
    let previous = try extent(of: members[index - 1], in: collection)
    try checkWhole(previous.start..<previous.contentEnd)
    if index < members.count {
      let next = try extent(of: members[index], in: collection)
      try checkWhole(next.start..<next.start + 1)
    }
    return insertionAfter(previous, text + (needsFinalBreak ? style.lineBreak : ""))
  }

  /// - Parameter lines: Whole lines with their last break.
  private func insertionBefore(_ extent: MemberExtent, _ lines: String) -> TextEdit {
    guard !extent.startsLine else {
      return insertion(lines, at: layout.lineStart(of: extent.leadStart))
    }
    // The line has begun: its indentation is for what stood here.
    let indentation = String(repeating: " ", count: layout.column(of: extent.start))
    let text = lines.utf8.drop(while: { $0 == .space })
    return insertion(String(decoding: text, as: UTF8.self) + indentation, at: extent.start)
  }

  /// - Parameter lines: Whole lines; the last break may be missing.
  private func insertionAfter(_ extent: MemberExtent, _ lines: String, endsWithKept: Bool = false)
    -> [TextEdit]
  {
    var place = extent.end
    if endsWithKept { place = layout.skippingBlankLines(from: place) }
    let hasBreak = lines.utf8.last.map(isBreak) ?? false
    if place == bytes.count, !layout.endsWithBreak(place) {
      return endingDocumentLine(place) + [insertion(style.lineBreak + lines, at: place)]
    }
    return [insertion(hasBreak ? lines : lines + style.lineBreak, at: place)]
  }

  // MARK: Removing

  func removalInBlock(_ index: Int, of collection: YAMLNode) throws(EditRefusal) -> [TextEdit] {
    let members = collection.members
    guard members.indices.contains(index) else { throw .notEditable }
    let extent = try extent(of: members[index], in: collection)
    let lines = extent.lines(layout)
    try checkWhole(extent.start..<extent.contentEnd)
    try checkNoAliases(into: lines)
    guard members.count > 1 else { return onlyMemberRemoval(extent, of: collection) }
    return [deletion(extent)]
  }

  private func deletion(_ extent: MemberExtent) -> TextEdit {
    guard extent.startsLine else {
      // The next member, or a comment above it, takes the place behind the dash.
      var end = extent.end
      while end < bytes.count, isBlankOrBreak(bytes[end]) { end += 1 }
      return deletion(extent.start..<end)
    }
    var lines = extent.lines(layout)
    let below = layout.skippingBlankLines(from: lines.upperBound)
    if layout.keepsBlankLines(after: lines.lowerBound), isDirectlyBelowText(lines.lowerBound) {
      // Blank lines below would become part of the text above.
      lines = lines.lowerBound..<below
    } else {
      let above = layout.startOfBlankLines(before: lines.lowerBound)
      if above < lines.lowerBound {
        lines = below == bytes.count ? above..<below : lines.lowerBound..<below
      }
    }
    return deletion(lines)
  }

  /// Whether no comment is between a line and the block scalar before it.
  private func isDirectlyBelowText(_ lineStart: ByteOffset) -> Bool {
    guard let before = layout.token(before: lineStart) else { return false }
    return layout.tokens(in: before.range.upperBound..<lineStart).allSatisfy { $0.kind != .comment }
  }

  /// Leaves `{}` or `[]`, behind what stood before the collection.
  private func onlyMemberRemoval(_ extent: MemberExtent, of collection: YAMLNode) -> [TextEdit] {
    let empty = collection.kind == .mapping ? "{}" : "[]"
    let lines = extent.lines(layout)
    var end = lines.upperBound
    if end > lines.lowerBound, bytes[end - 1] == .lineFeed { end -= 1 }
    if end > lines.lowerBound, bytes[end - 1] == .carriageReturn { end -= 1 }
    guard let before = layout.token(before: extent.start), extent.startsLine else {
      return [TextEdit(range: lines.lowerBound..<end, replacement: empty)]
    }
    return [insertion(" " + empty, at: before.range.upperBound), deletion(lines)]
  }

  // MARK: Moving

  func moveInBlock(from source: Int, to target: Int, in collection: YAMLNode) throws(EditRefusal)
    -> [TextEdit]
  {
    let members = collection.members
    guard members.indices.contains(source), members.indices.contains(target) else { throw .notEditable }
    let moved = try extent(of: members[source], in: collection)
    let place = try extent(of: members[target], in: collection)
    for extent in [moved, place] { try checkWhole(extent.start..<extent.contentEnd) }
    let lines = moved.lines(layout)
    try checkAliasOrder(moving: lines, to: target < source ? place.leadStart : place.end)
    var text = self.text(lines)
    for edit in endingDocumentLine(lines.upperBound) {
      let range = edit.range.lowerBound - lines.lowerBound..<edit.range.upperBound - lines.lowerBound
      text = SourceText(text).applying(TextEdit(range: range, replacement: edit.replacement)).string
    }
    if !layout.endsWithBreak(lines.upperBound) { text += style.lineBreak }
    if !moved.startsLine { text = String(repeating: " ", count: layout.column(of: moved.start)) + text }
    if target < source { return [insertionBefore(place, text), deletion(moved)] }
    let keeps = layout.keepsBlankLines(after: moved.contentEnd)
    return [deletion(moved)] + insertionAfter(place, text, endsWithKept: keeps)
  }
}
