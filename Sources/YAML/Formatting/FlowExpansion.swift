import SourceText

/// Turns flow collections into block collections: `{a: [1]}` into lines. Empty ones stay, and so does one with a
/// key that a block mapping can't have on one line. Keys and scalars keep their quotes.
///
/// The lines need no more than the right columns: they are laid out afterwards.
struct FlowExpansion {
  private let tree: YAMLTree
  private let bytes: [UInt8]
  private let tokens: [YAMLToken]
  private var edits: [TextEdit] = []

  /// The collection that is being turned: its lines, and how far its tokens are read.
  private var output: [UInt8] = []
  private var cursor = 0
  /// Comments on lines of their own that go above the next line.
  private var comments: [[UInt8]] = []
  /// Whether nothing can go on the last line any more.
  private var endsWithComment = false

  static func expanded(_ tree: YAMLTree) -> SourceText {
    var expansion = FlowExpansion(tree)
    for root in tree.documents { expansion.expandFlow(below: root) }
    return tree.source.applying(expansion.edits)
  }

  private init(_ tree: YAMLTree) {
    self.tree = tree
    bytes = tree.source.bytes
    tokens = tree.tokens.filter { $0.kind != .whitespace && $0.kind != .lineBreak }
  }

  // MARK: Finding flow collections

  private mutating func expandFlow(below root: YAMLNode) {
    // With each node the column of its entries, and whether they may begin on the line of its dash.
    var stack = [(node: root, column: 0, isItem: false)]
    while let (node, column, isItem) = stack.popLast() {
      if node.isFlow {
        if node.childCount > 0, FlowExpansion.canExpand(node) { expand(node, column: column, isItem: isItem) }
        continue
      }
      let own = node.range.lowerBound - lineStart(of: node.range.lowerBound)
      node.forEachItem { stack.append(($0, own + BlockLayout.step, true)) }
      node.forEachEntry { stack.append(($0.value, own + BlockLayout.step, false)) }
    }
  }

  private func lineStart(of offset: ByteOffset) -> ByteOffset {
    tree.source.lines.starts[tree.source.lines.line(at: offset)]
  }

  /// Whether every key can be an implicit key of a block mapping: short, and on one line.
  private static func canExpand(_ node: YAMLNode) -> Bool {
    var stack = [node]
    while let node = stack.popLast() {
      stack += node.items
      for entry in node.entries {
        let key = entry.key
        let range = entry.range.lowerBound..<max(entry.range.lowerBound, key.range.upperBound)
        guard key.kind != .missing, range.count < 512,
          !key.tree.source.bytes[range].contains(where: isBreak)
        else { return false }
        stack.append(entry.value)
      }
    }
    return true
  }

  // MARK: One collection

  private mutating func expand(_ node: YAMLNode, column: Int, isItem: Bool) {
    cursor = index(from: node.range.lowerBound)
    output = []
    comments = []
    let before = cursor > 0 ? tokens[cursor - 1] : nil
    endsWithComment = before == nil || before?.kind == .comment
    let isInline = isItem && before?.kind == .sequenceEntry
    if isInline { output.append(.space) }
    write(node, column: column, isInline: isInline || before == nil)
    var end = node.range.upperBound
    if cursor < tokens.count, tokens[cursor].kind == .comment,
      isOnSameLine(end, tokens[cursor].range.lowerBound)
    {
      end = tokens[cursor].range.upperBound
      readComment(column: column)
    }
    flushComments(column: column)
    edits.append(
      TextEdit(
        range: (before?.range.upperBound ?? 0)..<end,
        replacement: String(decoding: output, as: UTF8.self)))
  }

  private mutating func write(_ node: YAMLNode, column: Int, isInline: Bool) {
    var isInline = isInline
    for item in node.items {
      startLine(for: item, column: column, isInline: &isInline)
      output.append(.dash)
      writeValue(item, column: column + BlockLayout.step, isItem: true)
    }
    for entry in node.entries {
      startLine(for: entry.key, column: column, isInline: &isInline)
      let start = entry.range.lowerBound
      output += bytes[start..<entry.key.range.upperBound]
      if entry.key.kind == .alias { output.append(.space) }
      output.append(.colon)
      endsWithComment = false
      skip(to: entry.key.range.upperBound)
      writeValue(entry.value, column: column + BlockLayout.step, isItem: false)
    }
    // What is left up to the closing bracket; a pair in a sequence has none.
    readComments(to: node.range.upperBound, column: column)
    flushComments(column: column)
  }

  private mutating func writeValue(_ node: YAMLNode, column: Int, isItem: Bool) {
    let start =
      node.propertiesRange.map { min($0.lowerBound, node.range.lowerBound) } ?? node.range.lowerBound
    readComments(to: start, column: column)
    if let properties = node.propertiesRange {
      separate(column: column)
      output += bytes[properties].map { isBreak($0) ? .space : $0 }
      endsWithComment = false
      skip(to: properties.upperBound)
      readComments(to: node.range.lowerBound, column: column)
    }
    switch node.kind {
    case .missing: break
    case .mapping where node.childCount > 0, .sequence where node.childCount > 0:
      let isInline = isItem && node.propertiesRange == nil && comments.isEmpty && !endsWithComment
      if isInline { output.append(.space) }
      write(node, column: column, isInline: isInline)
    case .scalar, .alias, .mapping, .sequence:
      separate(column: column)
      writeLines(of: node, column: column)
      skip(to: node.range.upperBound)
    }
  }

  private mutating func writeLines(of node: YAMLNode, column: Int) {
    for (number, line) in LineEdits.lines(of: bytes[node.range]).enumerated() {
      if number > 0 { output += repeatElement(.space, count: column) }
      output += number > 0 ? line.drop(while: isBlank) : line
    }
    endsWithComment = false
  }

  // MARK: Lines and comments

  /// Begins the line of an item or an entry, unless it goes on after a dash.
  private mutating func startLine(for node: YAMLNode, column: Int, isInline: inout Bool) {
    let start =
      node.propertiesRange.map { min($0.lowerBound, node.range.lowerBound) } ?? node.range.lowerBound
    readComments(to: start, column: column)
    if isInline, comments.isEmpty, !endsWithComment || output.isEmpty {
      isInline = false
      return
    }
    isInline = false
    flushComments(column: column)
    breakLine(column: column)
  }

  /// What parts a value from its colon or dash.
  private mutating func separate(column: Int) {
    if comments.isEmpty, !endsWithComment { return output.append(.space) }
    flushComments(column: column)
    breakLine(column: column)
  }

  private mutating func breakLine(column: Int) {
    output.append(.lineFeed)
    output += repeatElement(.space, count: column)
    endsWithComment = false
  }

  private mutating func flushComments(column: Int) {
    for comment in comments {
      breakLine(column: column)
      output += comment
      endsWithComment = true
    }
    comments = []
  }

  /// Reads the comments among the tokens before an offset; the others are brackets and commas.
  private mutating func readComments(to end: ByteOffset, column: Int) {
    while cursor < tokens.count, tokens[cursor].range.lowerBound < end {
      if tokens[cursor].kind == .comment { readComment(column: column) } else { cursor += 1 }
    }
  }

  /// A comment at the end of a line stays at the end of what that line has become, if nothing speaks against it.
  private mutating func readComment(column: Int) {
    let range = tokens[cursor].range
    let isTrailing = cursor > 0 && isOnSameLine(tokens[cursor - 1].range.upperBound, range.lowerBound)
    if isTrailing, comments.isEmpty, !endsWithComment {
      if output.last != .space { output.append(.space) }
      output += bytes[range]
      endsWithComment = true
    } else {
      comments.append(Array(bytes[range]))
    }
    cursor += 1
  }

  private mutating func skip(to end: ByteOffset) {
    while cursor < tokens.count, tokens[cursor].range.lowerBound < end { cursor += 1 }
  }

  private func isOnSameLine(_ first: ByteOffset, _ second: ByteOffset) -> Bool {
    !bytes[first..<max(first, second)].contains(where: isBreak)
  }

  private func index(from offset: ByteOffset) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
