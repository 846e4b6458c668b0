import SourceText

/// The text of tokens in the house style: the indentation of a scalar's further lines, and the few spellings
/// that change.
extension LayoutPrinter {
  mutating func printText(of token: BlockLayout.PlacedToken, _ index: Int) {
    switch token.kind {
    case .comment: replaceComment(token)
    case .plainScalar where token.isBooleanValue:
      edits.replace(token.range, by: source.bytes[token.range].map { $0 | 0x20 })
    case .plainScalar, .quotedScalar: indentLines(of: token)
    case .blockScalarHeader: replaceHeader(token, index)
    case .blockScalarContent: indentLines(ofBlock: token)
    default: break
    }
  }

  private mutating func replaceComment(_ token: BlockLayout.PlacedToken) {
    var text = source.bytes[token.range]
    while let last = text.last, isBlank(last) { text.removeLast() }
    edits.replace(token.range, by: Array(text))
  }

  /// A plain or quoted scalar over several lines. White space around its line breaks is no part of its text.
  private mutating func indentLines(of token: BlockLayout.PlacedToken) {
    guard scope.contains(token.range) else { return }
    let lines = LineEdits.lines(of: source.bytes[token.range])
    guard lines.count > 1 else { return }
    let isDoubleQuoted = lines[0].first == .doubleQuote
    let inner = isInFlow ? lineBase + BlockLayout.step : token.innerColumn
    var text: [UInt8] = []
    for (number, line) in lines.enumerated() {
      var content = line
      while let last = content.last, isBreak(last) { content.removeLast() }
      if number > 0 { content = content.drop(while: isBlank) }
      if number < lines.count - 1 { trimEnd(of: &content, isDoubleQuoted: isDoubleQuoted) }
      if number > 0 {
        text.append(.lineFeed)
        if !content.isEmpty { text += repeatElement(.space, count: inner) }
      }
      text += content
    }
    edits.replace(token.range, by: text)
  }

  /// A blank after a backslash is text.
  private func trimEnd(of line: inout ArraySlice<UInt8>, isDoubleQuoted: Bool) {
    while let last = line.last, isBlank(last) {
      let backslashes = line.dropLast().reversed().prefix { $0 == .backslash }.count
      if isDoubleQuoted, backslashes % 2 == 1 { return }
      line.removeLast()
    }
  }

  /// The lines of a block scalar keep what they have beyond the block's own indentation.
  private mutating func indentLines(ofBlock token: BlockLayout.PlacedToken) {
    guard scope.contains(token.range) else { return }
    var text: [UInt8] = []
    for line in LineEdits.lines(of: source.bytes[token.range]) {
      if !text.isEmpty { text.append(.lineFeed) }
      var content = line
      while let last = content.last, isBreak(last) { content.removeLast() }
      var spaces = 0
      while spaces < token.oldInnerColumn, content.first == .space {
        content.removeFirst()
        spaces += 1
      }
      guard !content.isEmpty else { continue }
      text += repeatElement(.space, count: token.innerColumn)
      text += content
    }
    edits.replace(token.range, by: text)
  }

  private mutating func replaceHeader(_ token: BlockLayout.PlacedToken, _ index: Int) {
    var text = Array(source.bytes[token.range])
    if let digit = text.firstIndex(where: isDigit), scope.contains(extent(ofBlockScalar: index)) {
      text[digit] = UInt8(ascii: "0") + UInt8(BlockLayout.step)
    }
    // Text that ends with the document has no line break at its end; the document gets one.
    if endsWithoutBreak(index) {
      text.removeAll { $0 == .dash || $0 == UInt8(ascii: "+") }
      text.append(.dash)
    }
    edits.replace(token.range, by: text)
  }

  private func extent(ofBlockScalar index: Int) -> ByteRange {
    let start = layout.tokens[index].range.lowerBound
    let end = content(ofBlockScalar: index).map { layout.tokens[$0].range.upperBound } ?? start
    return start..<max(start, end)
  }

  private func content(ofBlockScalar header: Int) -> Int? {
    var index = header + 1
    while index < layout.tokens.count, layout.tokens[index].kind == .comment { index += 1 }
    guard index < layout.tokens.count, layout.tokens[index].kind == .blockScalarContent else { return nil }
    return index
  }

  private func endsWithoutBreak(_ header: Int) -> Bool {
    guard let content = content(ofBlockScalar: header) else { return false }
    let end = layout.tokens[content].range.upperBound
    return end == source.count && !endsWithBlankText && scope.contains(end..<end)
      && !source.bytes[layout.tokens[header].range].contains(.dash)
  }
}
