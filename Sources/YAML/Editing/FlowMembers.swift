import SourceText

/// Inserting, removing and moving the members of flow collections, with the commas between them.
extension YAMLEditor {
  // MARK: Inserting

  func insertionInFlow(_ text: String, into collection: YAMLNode, at index: Int) throws(EditRefusal)
    -> [TextEdit]
  {
    let segments = try segments(of: collection)
    guard (0...segments.count).contains(index) else { throw .notEditable }
    if index < segments.count {
      let next = segments[index]
      let separator = next.startsLine ? "," + style.lineBreak + indentation(of: next) : ", "
      return [insertion(text + separator, at: next.startsLine ? next.leadStart : next.content.lowerBound)]
    }
    guard let last = segments.last else { return [insertionInEmpty(collection, text)] }
    return insertion(text, comment: nil, leads: "", after: last, onNewLine: last.startsLine)
  }

  private func indentation(of segment: FlowSegment) -> String {
    layout.indentation(ofLineAt: segment.content.lowerBound)
  }

  private func insertionInEmpty(_ collection: YAMLNode, _ text: String) -> TextEdit {
    let inside =
      collection.range.lowerBound + 1..<max(collection.range.lowerBound + 1, collection.range.upperBound - 1)
    let isBlank = bytes[inside].allSatisfy(isBlankOrBreak)
    return isBlank ? TextEdit(range: inside, replacement: text) : insertion(text, at: inside.lowerBound)
  }

  /// Puts text behind a member. It gets a comma behind it if that one has.
  private func insertion(
    _ text: String, comment: String?, leads: String, after segment: FlowSegment, onNewLine: Bool
  ) -> [TextEdit] {
    let ownComma = segment.comma == nil ? "" : ","
    guard onNewLine else {
      return [insertion(segment.comma == nil ? ", " + text : " " + text + ",", at: segment.end)]
    }
    let indentation = indentation(of: segment)
    let lines = leads + text + ownComma + (comment.map { " " + $0 } ?? "")
    let comma = segment.comma == nil ? [insertion(",", at: segment.content.upperBound)] : []
    if segment.endsLine {
      let lineEnd = layout.lineContentEnd(of: segment.end)
      return comma + [insertion(style.lineBreak + indentation + lines, at: lineEnd)]
    }
    let rest = comment == nil ? "" : style.lineBreak + indentation
    return comma + [insertion(style.lineBreak + indentation + lines + rest, at: segment.end)]
  }

  // MARK: Removing

  func removalInFlow(_ index: Int, of collection: YAMLNode) throws(EditRefusal) -> [TextEdit] {
    if collection.kind == .mapping, collection.range.lowerBound < bytes.count,
      bytes[collection.range.lowerBound] != .openMapping
    {
      try checkWhole(collection.range)
      try checkNoAliases(into: collection.range)
      return [TextEdit(range: collection.range, replacement: "{}")]
    }
    let segments = try segments(of: collection)
    guard segments.indices.contains(index) else { throw .notEditable }
    try checkNoAliases(into: segments[index].content)
    guard segments.count > 1 else { return onlyMemberRemoval(segments[index], of: collection) }
    return deletion(index, of: segments)
  }

  private func onlyMemberRemoval(_ segment: FlowSegment, of collection: YAMLNode) -> [TextEdit] {
    let inside = collection.range.lowerBound + 1..<collection.range.upperBound - 1
    let own = segment.ownsLines ? ownLines(segment) : segment.content.lowerBound..<segment.end
    let hasOtherComment = layout.tokens(in: inside).contains { token in
      token.kind == .comment && !own.contains(token.range.lowerBound)
        && !segment.content.contains(token.range.lowerBound)
    }
    guard hasOtherComment else { return [deletion(inside)] }
    return [deletion(own)] + danglingComma(of: segment, outside: own)
  }

  /// A comma that is not on the lines of its member.
  private func danglingComma(of segment: FlowSegment, outside own: ByteRange) -> [TextEdit] {
    segment.comma.flatMap { own.contains($0.lowerBound) ? nil : [deletion($0)] } ?? []
  }

  /// The lines of a member that has its lines for itself, with its comments.
  private func ownLines(_ segment: FlowSegment) -> ByteRange {
    layout.lineStart(of: segment.leadStart)..<layout.nextLineStart(after: segment.end)
  }

  private func deletion(_ index: Int, of segments: [FlowSegment]) -> [TextEdit] {
    let segment = segments[index]
    let isLast = index == segments.count - 1
    // A last member without a comma leaves none behind.
    let previousComma = isLast && segment.comma == nil && index > 0 ? segments[index - 1].comma : nil
    let commaDeletion = previousComma.map { [deletion($0)] } ?? []
    if segment.ownsLines { return commaDeletion + [deletion(ownLines(segment))] }
    if let comma = segment.comma,
      layout.tokens(in: segment.content.upperBound..<comma.lowerBound).contains(where: { $0.kind == .comment }
      )
    {
      return [deletion(segment.content), deletion(comma)]
    }
    let hasComments = layout.tokens(in: segment.previousEnd..<segment.content.lowerBound).contains {
      $0.kind == .comment
    }
    if let previousComma, !hasComments {
      return [deletion(previousComma.lowerBound..<segment.content.upperBound)]
    }
    if !isLast, segment.startsLine || index == 0 {
      let next = segments[index + 1]
      let followsOnLine = !layout.endsLine(segment.end)
      let isClear = !layout.tokens(in: segment.end..<next.content.lowerBound).contains { $0.kind == .comment }
      return [
        deletion(
          segment.content.lowerBound..<(followsOnLine || isClear ? next.content.lowerBound : segment.end))
      ]
    }
    let start = hasComments || segment.startsLine ? segment.content.lowerBound : segment.previousEnd
    return commaDeletion + [deletion(start..<segment.end)]
  }

  // MARK: Moving

  func moveInFlow(from source: Int, to target: Int, in collection: YAMLNode) throws(EditRefusal) -> [TextEdit]
  {
    let segments = try segments(of: collection)
    guard segments.indices.contains(source), segments.indices.contains(target) else { throw .notEditable }
    let moved = segments[source]
    let place = segments[target]
    try checkAliasOrder(
      moving: moved.content, to: target < source ? place.content.lowerBound : place.content.upperBound)
    let removal = deletion(source, of: segments)
    let text = text(moved.content)
    // Only what has its lines for itself has comments of its own.
    let comment = moved.ownsLines ? layout.comment(after: moved.end).map { self.text($0.range) } : nil
    let leads = moved.ownsLines ? self.text(moved.leadStart..<moved.content.lowerBound) : ""
    let hasComments = comment != nil || !leads.isEmpty
    guard target < source else {
      let onNewLine = hasComments || (place.startsLine && moved.startsLine)
      return removal + insertion(text, comment: comment, leads: leads, after: place, onNewLine: onNewLine)
    }
    guard hasComments || place.startsLine else {
      return removal + [insertion(text + ", ", at: place.content.lowerBound)]
    }
    let lineBreak = style.lineBreak + indentation(of: place)
    let lines = leads + text + "," + (comment.map { " " + $0 } ?? "") + lineBreak
    return removal + [
      insertion(
        place.startsLine ? lines : lineBreak + lines,
        at: place.startsLine ? place.leadStart : place.content.lowerBound)
    ]
  }
}
