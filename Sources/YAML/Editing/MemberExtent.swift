import SourceText

/// The text that belongs to one entry or item of a block collection, with its comments.
struct MemberExtent: Sendable {
  /// The first byte: of the key, its anchor, the `?` or the dash.
  let start: ByteOffset
  /// The end of the value.
  let contentEnd: ByteOffset
  /// Whether it begins its line; if not, it is the first of a collection that begins behind a dash.
  let startsLine: Bool
  /// The first comment directly above; `start` if there is none.
  let leadStart: ByteOffset
  /// The end of the last line that belongs to it, its break included.
  let end: ByteOffset

  /// The whole lines; from `start` if it doesn't begin its line.
  func lines(_ layout: SourceLayout) -> ByteRange {
    (startsLine ? layout.lineStart(of: leadStart) : start)..<end
  }
}

extension YAMLEditor {
  /// The extent of a member of a block collection.
  func extent(of member: CollectionMember, in collection: YAMLNode) throws(EditRefusal) -> MemberExtent {
    let start = try start(of: member, in: collection)
    let contentEnd = max(member.last.outerEnd, member.first.outerEnd, tokenEnd(at: start))
    let startsLine = layout.startsLine(start)
    let column = layout.column(of: start)
    var end = layout.nextLineStart(after: contentEnd)
    if layout.keepsBlankLines(after: contentEnd) {
      end = layout.skippingBlankLines(from: end)
    }
    while let below = layout.lineAfterDeeperComment(from: end, than: column) { end = below }
    return MemberExtent(
      start: start, contentEnd: contentEnd, startsLine: startsLine,
      leadStart: layout.leadingComments(of: start), end: end)
  }

  private func tokenEnd(at offset: ByteOffset) -> ByteOffset {
    layout.tokenIndex(at: offset).map { layout.tokens[$0].range.upperBound } ?? offset
  }

  /// The dash, the `?`, or the key.
  private func start(of member: CollectionMember, in collection: YAMLNode) throws(EditRefusal) -> ByteOffset {
    let first = member.first.outerStart
    guard let before = layout.token(before: first), before.range.lowerBound >= collection.range.lowerBound
    else {
      if collection.kind == .sequence { throw .notEditable }
      return first
    }
    switch (collection.kind, before.kind) {
    case (.sequence, .sequenceEntry), (.mapping, .explicitKey): return before.range.lowerBound
    case (.sequence, _): throw .notEditable
    default: return first
    }
  }

  /// The extents of all members of a block collection, checked to be whole.
  func extents(in collection: YAMLNode) throws(EditRefusal) -> [MemberExtent] {
    var result: [MemberExtent] = []
    for member in collection.members { result.append(try extent(of: member, in: collection)) }
    return result
  }

  /// Turns `|` into `|-` for a text at the end of the document that has no line break, before one is added.
  func endingDocumentLine(_ offset: ByteOffset) -> [TextEdit] {
    guard offset == bytes.count, layout.token(before: offset)?.range.upperBound == offset,
      let header = layout.blockHeader(endingAt: offset), !bytes[header.range].contains(.dash)
    else { return [] }
    if let plus = bytes[header.range].firstIndex(of: UInt8(ascii: "+")) {
      return [TextEdit(range: plus..<plus + 1, replacement: "-")]
    }
    return [insertion("-", at: header.range.upperBound)]
  }
}
