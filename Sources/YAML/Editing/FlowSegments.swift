import SourceText

/// A member of a flow collection between its brackets or commas.
struct FlowSegment: Sendable {
  /// From its first token to its last, comments apart.
  let content: ByteRange
  /// The comma behind it.
  let comma: ByteRange?
  /// The end of the comma or bracket before it.
  let previousEnd: ByteOffset
  /// Whether it begins its line.
  let startsLine: Bool
  /// Whether nothing but a comment follows it and its comma on their line.
  let endsLine: Bool
  /// The first comment directly above; the start of the content if there is none.
  let leadStart: ByteOffset

  /// The end of the content and its comma.
  var end: ByteOffset { comma?.upperBound ?? content.upperBound }

  /// Whether its lines are its own, and with them the comments.
  var ownsLines: Bool { startsLine && endsLine }
}

extension YAMLEditor {
  /// The members of a flow collection with brackets, in order.
  func segments(of collection: YAMLNode) throws(EditRefusal) -> [FlowSegment] {
    try checkWhole(collection.range)
    guard let open = layout.tokenIndex(at: collection.range.lowerBound),
      layout.tokens[open].kind == .openBracket
    else { throw .singlePair }
    var segments: [FlowSegment] = []
    var depth = 0
    var content: ByteRange?
    var previousEnd = layout.tokens[open].range.upperBound
    for token in layout.tokens[(open + 1)...] where token.kind != .comment {
      let isEnd = depth == 0 && (token.kind == .comma || token.kind == .closeBracket)
      if isEnd {
        let isComma = token.kind == .comma
        if let content { segments.append(segment(content, isComma ? token.range : nil, previousEnd)) }
        content = nil
        previousEnd = token.range.upperBound
        guard isComma else { break }
        continue
      }
      if token.kind == .openBracket { depth += 1 }
      if token.kind == .closeBracket { depth -= 1 }
      content = (content?.lowerBound ?? token.range.lowerBound)..<end(of: token)
    }
    guard segments.count == collection.members.count else { throw .notEditable }
    return segments
  }

  /// The end of a token; a `?` without a key and a `:` without a value need the white space after them, or the comma
  /// would belong to them.
  private func end(of token: YAMLToken) -> ByteOffset {
    let end = token.range.upperBound
    guard [.explicitKey, .valueIndicator].contains(token.kind), end < bytes.count, isBlankOrBreak(bytes[end])
    else { return end }
    return end + 1
  }

  private func segment(_ content: ByteRange, _ comma: ByteRange?, _ previousEnd: ByteOffset) -> FlowSegment {
    FlowSegment(
      content: content, comma: comma, previousEnd: previousEnd,
      startsLine: layout.startsLine(content.lowerBound),
      endsLine: layout.endsLine(comma?.upperBound ?? content.upperBound),
      leadStart: layout.leadingComments(of: content.lowerBound))
  }
}
