import SourceText

/// How a document is laid out, so that what is added looks like what is there.
struct DocumentStyle: Sendable {
  /// How much a mapping is indented in the mapping around it.
  private(set) var step = 2
  /// How much a sequence is indented in the mapping around it; 0 for one at its key's column.
  private(set) var sequenceStep = 2
  let lineBreak: String

  /// Taken from the first nested collections of each kind.
  init(_ tree: YAMLTree, _ layout: SourceLayout) {
    lineBreak = layout.lineBreak
    var isStepKnown = false
    var isSequenceStepKnown = false
    var pending = tree.documents
    while let node = pending.popLast(), !isStepKnown || !isSequenceStepKnown {
      guard !node.isFlow else { continue }
      pending += node.items.reversed()
      var values: [YAMLNode] = []
      node.forEachEntry { entry in
        let value = entry.value
        guard value.kind == .mapping || value.kind == .sequence, !value.isFlow else { return }
        values.append(value)
        let step = layout.column(of: value.range.lowerBound) - layout.column(of: entry.key.outerStart)
        guard (0...9).contains(step) else { return }
        if value.kind == .mapping, !isStepKnown, step > 0 {
          (self.step, isStepKnown) = (step, true)
        } else if value.kind == .sequence, !isSequenceStepKnown {
          (sequenceStep, isSequenceStepKnown) = (step, true)
        }
      }
      pending += values.reversed()
    }
  }
}

/// The quotes that the entries of a collection have in common, as in resources that are written like JSON.
struct SiblingStyle: Sendable {
  var keys = YAMLNode.ScalarStyle.plain
  var values = YAMLNode.ScalarStyle.plain

  init() {}

  init(of collection: YAMLNode) {
    let members = collection.members
    if collection.kind == .mapping { keys = Self.quotes(commonTo: members.map(\.first)) }
    values = Self.quotes(commonTo: members.map(\.last))
  }

  /// Numbers, booleans and collections have no say.
  private static func quotes(commonTo nodes: [YAMLNode]) -> YAMLNode.ScalarStyle {
    let texts = nodes.filter { node in
      if node.kind == .scalar, case .string = node.resolvedScalar { true } else { false }
    }
    guard let style = texts.first?.scalarStyle, style == .singleQuoted || style == .doubleQuoted else {
      return .plain
    }
    return texts.allSatisfy { $0.scalarStyle == style } ? style : .plain
  }
}
