import SourceText

/// Changes of a document as the fewest text edits that make them: comments stay, styles are kept, and every
/// other node keeps its bytes.
///
/// Each operation answers with edits of the tree's text, none of which overlap, or throws why it can't be made.
/// An entry of a mapping and an item of a sequence take with them the comments that are theirs: those directly
/// above at the same indentation, the one behind on the last line, and those indented more below.
package struct YAMLEditor: Sendable {
  package let tree: YAMLTree
  let layout: SourceLayout
  let style: DocumentStyle
  /// Whether a part that aliases stand for is edited all the same, for all of them.
  let allowsShared: Bool

  package init(_ tree: YAMLTree, allowsShared: Bool = false) {
    self.tree = tree
    self.allowsShared = allowsShared
    layout = SourceLayout(tree)
    style = DocumentStyle(tree, layout)
  }

  var bytes: [UInt8] { layout.bytes }

  // MARK: What may be edited

  func checkWhole(_ range: ByteRange) throws(EditRefusal) {
    if let error = tree.error(touching: range) { throw .broken(error) }
  }

  /// Throws if an alias stands for the node or for something around it.
  func checkUnshared(_ node: YAMLNode, _ ancestors: [YAMLNode]) throws(EditRefusal) {
    guard !allowsShared else { return }
    for anchor in (ancestors + [node]).compactMap(\.anchor) where !aliases(of: anchor).isEmpty {
      throw .shared(anchor: anchor)
    }
  }

  private func aliases(of anchor: String) -> [ByteRange] {
    layout.tokens.filter { $0.kind == .alias && name(of: $0) == anchor }.map(\.range)
  }

  private func name(of token: YAMLToken) -> String {
    layout.source[token.range.lowerBound + 1..<token.range.upperBound]
  }

  /// Throws if an alias outside the range stands for an anchor inside.
  func checkNoAliases(into range: ByteRange) throws(EditRefusal) {
    for token in layout.tokens(in: range) where token.kind == .anchor {
      if aliases(of: name(of: token)).contains(where: { !range.contains($0.lowerBound) }) {
        throw .anchorInUse(anchor: name(of: token))
      }
    }
  }

  /// Throws if the text of `range`, moved to `target`, would stand on the other side of an anchor or alias that
  /// it needs or is needed by.
  func checkAliasOrder(moving range: ByteRange, to target: ByteOffset) throws(EditRefusal) {
    let passed = target < range.lowerBound ? target..<range.lowerBound : range.upperBound..<target
    let moved = layout.tokens(in: range)
    let stepped = layout.tokens(in: passed)
    func names(_ tokens: ArraySlice<YAMLToken>, _ kinds: Set<YAMLToken.Kind>) -> Set<String> {
      Set(tokens.filter { kinds.contains($0.kind) }.map(name(of:)))
    }
    let crossing = names(moved, [.anchor]).intersection(names(stepped, [.anchor, .alias]))
      .union(names(moved, [.alias]).intersection(names(stepped, [.anchor])))
    if let name = crossing.min() { throw .aliasOrder(anchor: name) }
  }

  // MARK: Where a node is

  /// The collections around a node, the outermost first; nil if it is no node of this document.
  func ancestors(of node: YAMLNode) -> [YAMLNode]? {
    for root in tree.documents {
      var path: [YAMLNode] = []
      if find(node, below: root, &path) { return path }
    }
    return nil
  }

  private func find(_ node: YAMLNode, below parent: YAMLNode, _ path: inout [YAMLNode]) -> Bool {
    if parent == node { return true }
    let range = node.range
    guard parent.kind == .mapping || parent.kind == .sequence, parent.range.lowerBound <= range.lowerBound,
      range.upperBound <= parent.range.upperBound
    else { return false }
    path.append(parent)
    for member in parent.members {
      if find(node, below: member.first, &path) { return true }
      if member.last != member.first, find(node, below: member.last, &path) { return true }
    }
    path.removeLast()
    return false
  }

  /// The column that the lines of a block collection begin at; -1 without one.
  func column(of collection: YAMLNode?) -> Int {
    collection.map { layout.column(of: $0.range.lowerBound) } ?? -1
  }

  // MARK: Edits

  /// In order, with those that touch made one, so that their order can't matter.
  func normalized(_ edits: [TextEdit]) -> [TextEdit] {
    let sorted = edits.enumerated().sorted { left, right in
      (left.element.range.lowerBound, left.element.range.upperBound, left.offset)
        < (right.element.range.lowerBound, right.element.range.upperBound, right.offset)
    }.map(\.element)
    var result: [TextEdit] = []
    for edit in sorted where !(edit.range.isEmpty && edit.replacement.isEmpty) {
      if let last = result.last, edit.range.lowerBound <= last.range.upperBound {
        let end = max(last.range.upperBound, edit.range.upperBound)
        result[result.count - 1] = TextEdit(
          range: last.range.lowerBound..<end, replacement: last.replacement + edit.replacement)
      } else {
        result.append(edit)
      }
    }
    return result.filter { text($0.range) != $0.replacement }
  }

  func insertion(_ text: String, at offset: ByteOffset) -> TextEdit {
    TextEdit(range: offset..<offset, replacement: text)
  }

  func deletion(_ range: ByteRange) -> TextEdit { TextEdit(range: range, replacement: "") }

  func text(_ range: ByteRange) -> String { layout.source[range] }
}

/// An entry of a mapping or an item of a sequence, from its first node to its last.
struct CollectionMember: Sendable {
  /// The key, or the item.
  let first: YAMLNode
  /// The value, or the item.
  let last: YAMLNode
}

extension YAMLNode {
  var members: [CollectionMember] {
    switch kind {
    case .mapping: entries.map { CollectionMember(first: $0.key, last: $0.value) }
    case .sequence: items.map { CollectionMember(first: $0, last: $0) }
    case .scalar, .alias, .missing: []
    }
  }

  /// Where the node begins with its anchor and tag.
  var outerStart: ByteOffset { min(range.lowerBound, propertiesRange?.lowerBound ?? range.lowerBound) }

  var outerEnd: ByteOffset { max(range.upperBound, propertiesRange?.upperBound ?? range.upperBound) }
}
