import SourceText

/// The columns at which the tokens of a document stand once it is formatted, as far as they follow from the
/// nesting of block collections; what flow collections hold, `LayoutPrinter` places line by line.
///
/// The house style is that of most files of panther-analysis and of the Panther tool's `fmt` (1.11): two columns
/// a level, and a sequence is indented under its key as anything else.
struct BlockLayout {
  /// A token and where it goes.
  struct PlacedToken {
    let kind: YAMLToken.Kind
    let range: ByteRange
    /// The column if it is the first token of its line.
    var column = 0
    /// The column of a scalar's further lines. For an opening bracket, that of the keys or dashes which it has to
    /// be indented more than; -1 if there are none.
    var innerColumn = 0
    /// The end of the flow collection that an opening bracket outside of any other begins.
    var end: ByteOffset
    /// The columns that are now before each line of a block scalar, and belong to the block.
    var oldInnerColumn = 0
    /// Whether it is a boolean, and no key.
    var isBooleanValue = false
  }

  /// A block collection, for comments: they go with the lines that they are indented like.
  struct Level {
    let range: ByteRange
    let oldColumn: Int
    let column: Int
  }

  static let step = 2

  private(set) var tokens: [PlacedToken] = []
  /// Outer before inner, in the order of their starts.
  private(set) var levels: [Level] = []
  private let source: SourceText
  private let scope: FormattingScope

  init(of tree: YAMLTree, scope: FormattingScope) {
    source = tree.source
    self.scope = scope
    for token in tree.tokens where token.kind != .whitespace && token.kind != .lineBreak {
      tokens.append(PlacedToken(kind: token.kind, range: token.range, end: token.range.upperBound))
    }
    for root in tree.documents { place(root) }
    levels.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  /// A node that is still to be placed.
  private struct Visit {
    let node: YAMLNode
    /// Its column if it starts a line.
    let column: Int
    /// The column of the keys or dashes around it.
    let parentColumn: Int
    var isKey = false
    var isInFlow = false
  }

  /// Places a tree with a stack of its own, so that depth costs no call frames.
  private mutating func place(_ root: YAMLNode) {
    var stack = [Visit(node: root, column: 0, parentColumn: -1)]
    while let visit = stack.popLast() {
      if visit.isInFlow || visit.node.isFlow {
        placeFlow(visit, &stack)
      } else {
        placeBlock(visit, &stack)
      }
    }
  }

  private mutating func placeFlow(_ visit: Visit, _ stack: inout [Visit]) {
    let node = visit.node
    if !visit.isInFlow { placeStart(of: visit) }
    if node.kind == .scalar, !visit.isKey { noteBoolean(node) }
    node.forEachItem {
      stack.append(Visit(node: $0, column: 0, parentColumn: 0, isInFlow: true))
    }
    node.forEachEntry {
      stack.append(Visit(node: $0.key, column: 0, parentColumn: 0, isKey: true, isInFlow: true))
      stack.append(Visit(node: $0.value, column: 0, parentColumn: 0, isInFlow: true))
    }
  }

  private mutating func placeBlock(_ visit: Visit, _ stack: inout [Visit]) {
    let node = visit.node
    placeStart(of: visit)
    switch node.kind {
    case .mapping: placeEntries(of: node, column: columnOfEntries(visit), &stack)
    case .sequence: placeItems(of: node, column: columnOfEntries(visit), &stack)
    case .scalar: if !visit.isKey { noteBoolean(node) }
    case .alias, .missing: break
    }
  }

  /// A collection of which some lines may not change keeps its indentation.
  private mutating func columnOfEntries(_ visit: Visit) -> Int {
    let old = oldColumn(of: visit.node.range.lowerBound)
    let column = scope.contains(extent(of: visit.node)) ? visit.column : old
    levels.append(Level(range: visit.node.range, oldColumn: old, column: column))
    return column
  }

  private mutating func placeStart(of visit: Visit) {
    let node = visit.node
    let extent = extent(of: node)
    let column = scope.contains(extent) ? visit.column : oldColumn(of: extent.lowerBound)
    var index = index(from: extent.lowerBound)
    // Anchor and tag may have lines of their own.
    while index < tokens.count, tokens[index].range.lowerBound < node.range.lowerBound {
      tokens[index].column = column
      index += 1
    }
    guard index < tokens.count, tokens[index].range.lowerBound == node.range.lowerBound else { return }
    if node.kind == .missing || (!node.isFlow && node.kind != .scalar && node.kind != .alias) { return }
    tokens[index].column = column
    if visit.parentColumn < 0, looksLikeMarker(node) { tokens[index].column = Self.step }
    guard node.kind == .scalar else {
      tokens[index].innerColumn = visit.parentColumn
      tokens[index].end = node.range.upperBound
      return
    }
    let innerColumn = max(visit.parentColumn, 0) + Self.step
    tokens[index].innerColumn = innerColumn
    if node.scalarStyle == .literal || node.scalarStyle == .folded {
      placeLines(ofBlockScalar: node, header: index, column: innerColumn)
    }
  }

  /// Whether a text would be read as the end of the document at the start of a line.
  private func looksLikeMarker(_ node: YAMLNode) -> Bool {
    guard node.kind == .scalar, node.scalarStyle == .plain else { return false }
    let start = source.bytes[node.range].prefix(3)
    return start.elementsEqual("---".utf8) || start.elementsEqual("...".utf8)
  }

  private mutating func placeLines(ofBlockScalar node: YAMLNode, header: Int, column: Int) {
    tokens[header].oldInnerColumn = node.blockIndentation
    var index = header + 1
    while index < tokens.count, tokens[index].kind == .comment { index += 1 }
    guard index < tokens.count, tokens[index].kind == .blockScalarContent else { return }
    tokens[index].innerColumn = column
    tokens[index].oldInnerColumn = node.blockIndentation
  }

  private mutating func placeEntries(of mapping: YAMLNode, column: Int, _ stack: inout [Visit]) {
    var end = mapping.range.lowerBound
    for entry in mapping.entries {
      let keyStart = extent(of: entry.key).lowerBound
      let isExplicit = place(.explicitKey, in: end..<max(end, keyStart), column: column)
      stack.append(
        Visit(
          node: entry.key, column: isExplicit ? column + Self.step : column, parentColumn: column, isKey: true
        ))
      let keyEnd = extent(of: entry.key).upperBound
      let value = extent(of: entry.value)
      place(.valueIndicator, in: keyEnd..<max(keyEnd, value.lowerBound), column: column)
      stack.append(Visit(node: entry.value, column: column + Self.step, parentColumn: column))
      end = value.upperBound
    }
  }

  private mutating func placeItems(of sequence: YAMLNode, column: Int, _ stack: inout [Visit]) {
    var end = sequence.range.lowerBound
    for item in sequence.items {
      let extent = extent(of: item)
      place(.sequenceEntry, in: end..<max(end, extent.lowerBound), column: column)
      stack.append(Visit(node: item, column: column + Self.step, parentColumn: column))
      end = extent.upperBound
    }
  }

  /// Places the tokens of a kind that start in the range; returns whether there are any.
  @discardableResult
  private mutating func place(_ kind: YAMLToken.Kind, in range: ByteRange, column: Int) -> Bool {
    var isFound = false
    var index = index(from: range.lowerBound)
    while index < tokens.count, tokens[index].range.lowerBound < range.upperBound {
      if tokens[index].kind == kind {
        tokens[index].column = column
        isFound = true
      }
      index += 1
    }
    return isFound
  }

  /// The Panther tool's `fmt` spells booleans in lower case, and so do nearly all files. Both spellings are the
  /// same value in YAML 1.2.2's core schema and for the tool's loader.
  private mutating func noteBoolean(_ node: YAMLNode) {
    guard node.scalarStyle == .plain, node.propertiesRange == nil, (4...5).contains(node.range.count),
      case .bool = node.resolvedScalar
    else { return }
    let index = index(from: node.range.lowerBound)
    if index < tokens.count { tokens[index].isBooleanValue = true }
  }

  // MARK: Positions

  /// The first token that starts at or after an offset.
  private func index(from offset: ByteOffset) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func oldColumn(of offset: ByteOffset) -> Int { source.lines.position(of: offset).column }

  /// A node with its anchor and tag.
  private func extent(of node: YAMLNode) -> ByteRange {
    let range = node.range
    guard let properties = node.propertiesRange else { return range }
    return min(range.lowerBound, properties.lowerBound)..<max(range.upperBound, properties.upperBound)
  }
}

extension YAMLNode {
  /// How many spaces before each line of a block scalar belong to the block and not to the text.
  fileprivate var blockIndentation: Int { Int(record.extra) }
}
