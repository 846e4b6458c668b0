import SourceText

/// Lays a document out in the house style, by edits of the white space between its tokens.
///
/// Lines stay lines: what is on one line stays on it. So no token and no comment can get lost, and the author's
/// choice of flow or block style, of quotes and of line breaks is kept. Besides white space, only these change:
/// `True` becomes `true`, the lines inside scalars get the indentation of their place, an indentation indicator
/// becomes `2`, and a `---` or `...` that means nothing goes.
struct LayoutPrinter {
  let source: SourceText
  let scope: FormattingScope
  let layout: BlockLayout
  var edits: LineEdits

  /// The place of the token after a run of comments, by token.
  private let nextContent: [Int]
  private let dropped: Set<Int>

  /// The end of the last token in the source, and its kind; nil at the start.
  private var previous: (end: ByteOffset, kind: YAMLToken.Kind)?
  private var previousContent: YAMLToken.Kind?
  /// The column that the current line is indented to: that of its first token which is neither `-`, `?` nor `:`.
  var lineBase = 0
  private var column = 0
  private var isLineBaseOpen = true
  /// Of each open flow collection, the indentation of the line that opened it.
  private var flow: [Int] = []
  /// Whether the open flow collections reach out of the scope, so that they stay as they are.
  private var isFlowFrozen = false
  /// Where the outermost of them ends, which may lack its bracket.
  private var flowEnd = 0
  /// The block collections that hold the last token.
  private var levels: [BlockLayout.Level] = []
  private var nextLevel = 0
  /// Whether blank lines are part of the block scalar before them.
  private var keepsBlankLines = false

  init(_ tree: YAMLTree, scope: FormattingScope) {
    source = tree.source
    self.scope = scope
    layout = BlockLayout(of: tree, scope: scope)
    edits = LineEdits(source, scope: scope)
    var next: [Int] = []
    var content = layout.tokens.count
    for index in layout.tokens.indices.reversed() {
      next.append(content)
      if layout.tokens[index].kind != .comment { content = index }
    }
    nextContent = next.reversed()
    dropped = scope.isDocument ? DocumentMarkers.droppable(in: tree, layout.tokens) : []
  }

  mutating func print() {
    for index in layout.tokens.indices where !dropped.contains(index) { print(index) }
    printEnd()
  }

  var isInFlow: Bool { !flow.isEmpty }

  // MARK: A token and the white space before it

  private mutating func print(_ index: Int) {
    let token = layout.tokens[index]
    if isInFlow, token.range.lowerBound >= flowEnd {
      flow = []
      isFlowFrozen = false
    }
    let gap = (previous?.end ?? 0)..<token.range.lowerBound
    let breaks = lineBreaks(in: gap)
    let isFirst = previous == nil || previous?.kind == .byteOrderMark
    let breaksHere = breaks > 0 || isFirst || movesToNextLine(index)
    if breaksHere {
      column = lineColumn(of: index)
      isLineBaseOpen = true
      if !isFlowFrozen { replaceBreaks(gap, breaks: breaks, token, isFirst: isFirst) }
    } else {
      let spaces = spaces(before: token, gap: gap)
      column += spaces
      if !isFlowFrozen { edits.replace(gap, by: Array(repeating: .space, count: spaces)) }
    }
    if token.kind != .comment {
      if isLineBaseOpen { lineBase = column }
      if !isLineIndicator(token.kind) { isLineBaseOpen = false }
      updateLevels(for: token)
    }
    if !isFlowFrozen { printText(of: token, index) }
    column += token.range.count
    updateState(after: index)
  }

  private mutating func updateState(after index: Int) {
    let token = layout.tokens[index]
    switch token.kind {
    case .openBracket:
      if flow.isEmpty {
        flowEnd = token.end
        isFlowFrozen = !scope.contains(token.range.lowerBound..<flowEnd)
      }
      flow.append(lineBase)
    case .closeBracket:
      _ = flow.popLast()
      if flow.isEmpty { isFlowFrozen = false }
    case .blockScalarHeader:
      keepsBlankLines = source.bytes[token.range].contains(UInt8(ascii: "+"))
    case .blockScalarContent: break
    case .comment where previous?.kind == .blockScalarHeader: break
    default: keepsBlankLines = false
    }
    if token.kind != .comment { previousContent = token.kind }
    previous = (token.range.upperBound, token.kind)
  }

  private func isLineIndicator(_ kind: YAMLToken.Kind) -> Bool {
    kind == .sequenceEntry || kind == .explicitKey || kind == .valueIndicator
  }

  // MARK: Line breaks

  private func lineBreaks(in gap: ByteRange) -> Int {
    var count = 0
    for offset in gap where isBreak(source.bytes[offset]) {
      if source.bytes[offset] == .carriageReturn, offset + 1 < source.count,
        source.bytes[offset + 1] == .lineFeed
      {
        continue
      }
      count += 1
    }
    return count
  }

  /// At most one blank line in a row, none at the start; as many as there are where they are text.
  private mutating func replaceBreaks(
    _ gap: ByteRange, breaks: Int, _ token: BlockLayout.PlacedToken, isFirst: Bool
  ) {
    var count = max(breaks, isFirst ? 0 : 1)
    let isText = keepsBlankLines || token.kind == .blockScalarContent
    if !isText, scope.contains(gap) {
      // A marker that goes takes its line along.
      let marker = source.bytes[gap].contains { !isBlankOrBreak($0) } && count > 1 ? 1 : 0
      count = isFirst ? 0 : min(count - marker, 2)
    }
    var text = [UInt8](repeating: .lineFeed, count: count)
    if token.kind != .blockScalarContent { text += repeatElement(.space, count: max(column, 0)) }
    edits.replace(gap, by: text)
  }

  /// The white space at the end of the document: one line break, and the blank lines that are text.
  private mutating func printEnd() {
    let gap = (previous?.end ?? 0)..<source.count
    guard !layout.tokens.isEmpty else { return edits.replace(gap, by: []) }
    // YAML 1.2.2 and libyaml don't agree on whether a block scalar's last line, if it is blank and has no line
    // break, counts as one that has.
    if let last = source.bytes[gap].last, keepsBlankLines, !isBreak(last) { return }
    if gap.isEmpty, endsWithBlankText { return }
    guard keepsBlankLines else { return edits.replace(gap, by: [.lineFeed]) }
    let breaks = lineBreaks(in: gap)
    edits.replace(gap, by: Array(repeating: .lineFeed, count: max(breaks, 1)))
  }

  /// Whether the document ends with a line of a block scalar that has nothing but spaces.
  var endsWithBlankText: Bool {
    guard let token = layout.tokens.last, token.kind == .blockScalarContent,
      token.range.upperBound == source.count
    else { return false }
    return LineEdits.lines(of: source.bytes[token.range]).last?.allSatisfy(isBlank) ?? false
  }

  // MARK: The column of a line

  private func lineColumn(of index: Int) -> Int {
    let token = layout.tokens[index]
    if let base = flow.last {
      let inner = base + BlockLayout.step
      switch token.kind {
      case .closeBracket: return base
      case .comment, .comma: return inner
      default:
        let continues = previousContent == .valueIndicator || previousContent == .explicitKey
        return continues ? inner + BlockLayout.step : inner
      }
    }
    return token.kind == .comment ? commentColumn(index) : token.column
  }

  /// A comment on lines of its own goes with the lines around it that it is indented like: those of the
  /// collections that end before it, or the next line.
  private func commentColumn(_ index: Int) -> Int {
    let comment = source.lines.position(of: layout.tokens[index].range.lowerBound).column
    let nextIndex = nextContent[index]
    var next = (old: 0, new: 0)
    if nextIndex < layout.tokens.count {
      let token = layout.tokens[nextIndex]
      next = (source.lines.position(of: token.range.lowerBound).column, token.column)
    }
    let inner = levels.filter { $0.oldColumn > next.old }
    let isBeforeMissingValue =
      (previousContent == .valueIndicator || previousContent == .sequenceEntry)
      && next.old <= (levels.last?.oldColumn ?? 0)
    if isBeforeMissingValue, let last = levels.last, comment > last.oldColumn {
      return last.column + BlockLayout.step
    }
    return inner.last { $0.oldColumn <= comment }?.column ?? next.new
  }

  private mutating func updateLevels(for token: BlockLayout.PlacedToken) {
    let offset = token.range.lowerBound
    while let last = levels.last, last.range.upperBound <= offset { levels.removeLast() }
    while nextLevel < layout.levels.count, layout.levels[nextLevel].range.lowerBound <= offset {
      if layout.levels[nextLevel].range.upperBound > offset { levels.append(layout.levels[nextLevel]) }
      nextLevel += 1
    }
  }

  // MARK: Flow collections over several lines

  /// Whether a bracket on its key's line has to leave it: the bracket that closes it begins a line, would be
  /// aligned with the key, and YAML 1.2.2 wants it to be indented more.
  private func movesToNextLine(_ index: Int) -> Bool {
    let token = layout.tokens[index]
    guard token.kind == .openBracket, flow.isEmpty, lineBase <= token.innerColumn, !isLineBaseOpen,
      scope.contains(token.range.lowerBound..<token.end)
    else { return false }
    var depth = 0
    // The depth below which brackets stand on the first line.
    var depthOfFirstLine = Int.max
    var end = token.range.lowerBound
    for token in layout.tokens[index...] {
      let isOnNewLine = lineBreaks(in: end..<token.range.lowerBound) > 0
      if isOnNewLine, depthOfFirstLine == .max { depthOfFirstLine = depth }
      if token.kind == .openBracket { depth += 1 }
      if token.kind == .closeBracket {
        if isOnNewLine, depth <= depthOfFirstLine { return true }
        depth -= 1
        depthOfFirstLine = min(depthOfFirstLine, depthOfFirstLine == .max ? .max : depth)
        if depth <= 0 { return false }
      }
      end = token.range.upperBound
    }
    return false
  }

  // MARK: Spaces within a line

  /// How many spaces stand before a token that is not the first of its line.
  private func spaces(before token: BlockLayout.PlacedToken, gap: ByteRange) -> Int {
    guard let before = previous?.kind else { return 0 }
    switch (before, token.kind) {
    case (_, .comment):
      // Authors align comments.
      return source.bytes[gap].contains(.tab) ? 1 : max(gap.count, 1)
    case (.valueIndicator, _), (.sequenceEntry, _), (.explicitKey, _), (.documentStart, _): return 1
    case (.anchor, .comma), (.tag, .comma): return min(gap.count, 1)
    case (.alias, .valueIndicator), (.anchor, _), (.tag, _): return 1
    case (.openBracket, .closeBracket), (_, .comma): return 0
    case (.openBracket, _): return source.bytes[gap.lowerBound - 1] == .openMapping ? 1 : 0
    case (_, .closeBracket): return source.bytes[token.range.lowerBound] == .closeMapping ? 1 : 0
    case (.comma, _): return 1
    case (_, .valueIndicator): return 0
    default: return gap.count
    }
  }
}
