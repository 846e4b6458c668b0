import SourceText

/// Brings the keys of block mappings into an order, each with its value and its comments.
///
/// Works on whole lines of a text that is laid out already. Comments and blank lines above a key go with it; a
/// comment that is indented more than the key goes with what is before it. What stands above the first key of the
/// document, up to a blank line, and what follows its last, stays there.
struct KeySorting {
  private let tree: YAMLTree
  private let source: SourceText
  private let bytes: [UInt8]

  /// The text with its keys in order; the same text if there is nothing to sort.
  static func sorted(_ tree: YAMLTree, by order: KeyOrder) -> SourceText {
    guard let root = tree.root, tree.source.bytes.last == .lineFeed else { return tree.source }
    let sorting = KeySorting(tree: tree, source: tree.source, bytes: tree.source.bytes)
    guard let whole = sorting.sorted(root, by: order) else { return tree.source }
    return SourceText(
      Array(sorting.bytes[..<whole.range.lowerBound]) + whole.text
        + Array(sorting.bytes[whole.range.upperBound...]))
  }

  /// Whole lines and what replaces them.
  private struct Replacement {
    let range: ByteRange
    let text: [UInt8]
  }

  /// An entry with the lines that go with it.
  private struct Chunk {
    let entry: YAMLEntry
    /// Comments and blank lines above the key.
    let lead: ByteRange
    /// From the key to the last line break that belongs to the entry.
    let body: ByteRange
  }

  // MARK: One mapping

  private func sorted(_ mapping: YAMLNode, by order: KeyOrder) -> Replacement? {
    guard mapping.kind == .mapping, !mapping.isFlow, let chunks = chunks(of: mapping),
      let first = chunks.first,
      let last = chunks.last
    else { return nil }
    let start = lineStart(of: first.body.lowerBound)
    let prefix = bytes[start..<first.body.lowerBound]
    let inner = chunks.map { body(of: $0, by: order.nested[$0.entry.key.scalarText]) }
    let ranks = chunks.map { order.rank(of: $0.entry.key.scalarText) }
    var places = Array(chunks.indices)
    if !dependOnOrder(chunks) { places.sort { (ranks[$0], $0) < (ranks[$1], $1) } }
    let column = first.body.lowerBound - start
    var text: [UInt8] = []
    for (position, place) in places.enumerated() {
      let lead = bytes[chunks[place].lead]
      if position == 0 {
        // A blank line parts a key from the one before it, and goes no further up.
        text += indented(lead, column: prefix.prefix { $0 == .space }.count)
        text += prefix
      } else {
        if place == 0, hasBlankLine(before: chunks[place].lead.lowerBound) { text.append(.lineFeed) }
        text += lead
        text += repeatElement(.space, count: column)
      }
      text += inner[place]
    }
    return Replacement(range: first.lead.lowerBound..<last.body.upperBound, text: text)
  }

  /// A lead at another column, without blank lines at its start.
  private func indented(_ lead: ArraySlice<UInt8>, column: Int) -> [UInt8] {
    var text: [UInt8] = []
    for line in LineEdits.lines(of: lead) {
      let content = line.drop(while: isBlank)
      if let first = content.first, !isBreak(first) {
        text += repeatElement(.space, count: column)
        text += content
      } else if !text.isEmpty {
        text += content
      }
    }
    return text
  }

  /// An entry's text, with what its value holds in order too.
  private func body(of chunk: Chunk, by order: KeyOrder?) -> [UInt8] {
    guard let order else { return Array(bytes[chunk.body]) }
    let value = chunk.entry.value
    let mappings = value.kind == .sequence ? value.items : [value]
    var text: [UInt8] = []
    var position = chunk.body.lowerBound
    for mapping in mappings {
      guard let replacement = sorted(mapping, by: order), replacement.range.lowerBound >= position else {
        continue
      }
      text += bytes[position..<replacement.range.lowerBound]
      text += replacement.text
      position = replacement.range.upperBound
    }
    return text + bytes[position..<max(position, chunk.body.upperBound)]
  }

  // MARK: Lines

  /// Nil if keys share lines in a way that can't be taken apart.
  private func chunks(of mapping: YAMLNode) -> [Chunk]? {
    let entries = mapping.entries
    guard let first = entries.first else { return nil }
    let column = first.range.lowerBound - lineStart(of: first.range.lowerBound)
    var chunks: [Chunk] = []
    var lead = firstLead(of: first)
    for (index, entry) in entries.enumerated() {
      let start = entry.range.lowerBound
      guard entry.key.kind != .missing, bytes[mapping.range.lowerBound] != .question,
        index == 0 || start - lineStart(of: start) == column
      else { return nil }
      let limit = index + 1 < entries.count ? lineStart(of: entries[index + 1].range.lowerBound) : bytes.count
      let end = end(of: entry, column: column, limit: limit)
      guard end > start, limit >= end else { return nil }
      chunks.append(Chunk(entry: entry, lead: lead, body: start..<end))
      lead = end..<limit
    }
    return chunks
  }

  /// The comments right above the first key, if it begins its line.
  private func firstLead(of entry: YAMLEntry) -> ByteRange {
    let end = lineStart(of: entry.range.lowerBound)
    guard bytes[end..<entry.range.lowerBound].allSatisfy({ $0 == .space }) else { return end..<end }
    var line = source.lines.line(at: end)
    while line > 0, isComment(line - 1) { line -= 1 }
    return source.lines.starts[line]..<end
  }

  /// The end of the lines that belong to an entry: its own, and comments that are indented more than its key.
  private func end(of entry: YAMLEntry, column: Int, limit: ByteOffset) -> ByteOffset {
    let last = max(entry.range.lowerBound, entry.range.upperBound - 1)
    var line = source.lines.line(at: last) + 1
    var end = source.lines.range(ofLine: line - 1).upperBound
    let keepsBlankLines = endsWithKeptLines(entry.value)
    while line < source.lines.count {
      let range = source.lines.range(ofLine: line)
      guard range.upperBound <= limit, !range.isEmpty else { break }
      let content = bytes[range].drop { $0 == .space }
      if content.first == .comment {
        guard content.startIndex - range.lowerBound > column else { break }
        end = range.upperBound
      } else if content.allSatisfy(isBlankOrBreak) {
        if keepsBlankLines { end = range.upperBound }
      } else {
        break
      }
      line += 1
    }
    return end
  }

  /// Whether blank lines after a value are part of it.
  private func endsWithKeptLines(_ node: YAMLNode) -> Bool {
    var node = node
    while let last = node.kind == .mapping ? node.entries.last?.value : node.items.last { node = last }
    guard node.scalarStyle == .literal || node.scalarStyle == .folded else { return false }
    return bytes[node.range].prefix { !isBlankOrBreak($0) }.contains(UInt8(ascii: "+"))
  }

  private func hasBlankLine(before offset: ByteOffset) -> Bool {
    let line = source.lines.line(at: offset)
    return line > 0 && bytes[source.lines.range(ofLine: line - 1)].allSatisfy(isBlankOrBreak)
  }

  private func isComment(_ line: Int) -> Bool {
    bytes[source.lines.range(ofLine: line)].first { !isBlank($0) } == .comment
  }

  private func lineStart(of offset: ByteOffset) -> ByteOffset {
    source.lines.starts[source.lines.line(at: offset)]
  }

  // MARK: Anchors

  /// Whether an alias in one entry stands for something in another, which has to come first.
  private func dependOnOrder(_ chunks: [Chunk]) -> Bool {
    guard tree.hasAliases else { return false }
    for chunk in chunks {
      var stack = [chunk.entry.key, chunk.entry.value]
      while let node = stack.popLast() {
        if node.kind == .alias {
          guard let target = node.target else { return true }
          let start = target.range.lowerBound
          let isElsewhere = !chunk.body.contains(start)
          if isElsewhere, chunks.contains(where: { $0.body.contains(start) }) { return true }
        }
        stack += node.items
        node.forEachEntry { stack += [$0.key, $0.value] }
      }
    }
    return false
  }
}
