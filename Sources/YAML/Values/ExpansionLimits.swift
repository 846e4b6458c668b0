/// How much a document may stand for once its aliases are replaced by what they stand for.
///
/// The Panther tool shares the object instead, but prints, copies and compares it whole: ten lines of aliases of
/// aliases ("billion laughs") then take all memory there is, and a chain of them overflows its stack.
enum ExpansionLimits {
  /// Nodes that aliases stand for, all in all.
  static let nodes = 1_000_000
  /// Collections within each other, by aliases too.
  static let depth = 640
}

extension SyntaxTree {
  /// The first alias of the loaded document that takes it beyond a limit. Linear in the document's size.
  func expansionError() -> YAMLError? {
    guard let document = documents.first, nodes.contains(where: { $0.kind == .alias }) else { return nil }
    var expansion = Expansion(tree: self)
    return expansion.error(below: document.root)
  }
}

private struct Expansion {
  private struct Extent {
    var weight = 1
    var height = 0

    mutating func add(_ child: Extent) {
      weight = min(weight + child.weight, ExpansionLimits.nodes + 1)
      height = max(height, child.height + 1)
    }
  }

  private struct Frame {
    let node: Int32
    var child: Int32
    /// The child before, and whether it is a key.
    var previous: Int32 = -1
    var isAfterKey = false
    /// How many levels of it are none because it is merged into the mapping around it.
    var mergedLevels = 0
    var extent = Extent()

    mutating func advance(past record: NodeRecord, isMapping: Bool) {
      previous = child
      isAfterKey = isMapping && !isAfterKey
      child = record.next
    }
  }

  let tree: SyntaxTree
  /// Of anchored collections that are complete.
  private var extents: [Int32: Extent] = [:]
  private var expanded = 0

  init(tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func error(below root: Int32) -> YAMLError? {
    var stack = [Frame(node: root, child: tree.nodes[Int(root)].firstChild)]
    while let top = stack.last {
      guard top.child >= 0 else {
        stack.removeLast()
        if tree.nodes[Int(top.node)].properties >= 0 { extents[top.node] = top.extent }
        if !stack.isEmpty { stack[stack.count - 1].extent.add(top.extent) }
        continue
      }
      let record = tree.nodes[Int(top.child)]
      let mergedLevels = mergedLevels(in: top)
      stack[stack.count - 1].advance(past: record, isMapping: tree.nodes[Int(top.node)].kind == .mapping)
      switch record.kind {
      case .mapping, .sequence:
        stack.append(Frame(node: top.child, child: record.firstChild, mergedLevels: mergedLevels))
      case .scalar, .missing: stack[stack.count - 1].extent.add(Extent())
      case .alias:
        var extent = extents[record.extra] ?? Extent()
        extent.height -= mergedLevels
        stack[stack.count - 1].extent.add(extent)
        expanded += extent.weight
        let node = YAMLNode(tree: tree, index: top.child)
        if expanded > ExpansionLimits.nodes { return node.error(.aliasExpansion) }
        if stack.count + extent.height > ExpansionLimits.depth { return node.error(.nestingTooDeep) }
      }
    }
    return nil
  }

  /// Of the next child: a mapping that `<<` merges is not a level of its own, nor is a list of such.
  private func mergedLevels(in frame: Frame) -> Int {
    if frame.isAfterKey {
      return YAMLNode(tree: tree, index: frame.previous).specialKey == .merge ? 1 : 0
    }
    return frame.mergedLevels > 0 && tree.nodes[Int(frame.node)].kind == .sequence
      ? frame.mergedLevels + 1 : 0
  }
}
