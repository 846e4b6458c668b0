package import SourceText

/// Inserting, removing and moving entries of mappings and items of sequences.
extension YAMLEditor {
  /// Adds an entry to a mapping: before the entry at `index`, or as the last.
  ///
  /// - Parameter mapping: A mapping; a missing value or null, which becomes one; nil for an empty document.
  package func inserting(
    _ key: String, _ value: YAMLValue, into mapping: YAMLNode?, at index: Int? = nil
  ) throws(EditRefusal) -> [TextEdit] {
    let pair = YAMLValue.Pair(key: .string(key), value: value)
    guard let mapping else { return try beginning(.mapping([pair])) }
    guard mapping.kind == .mapping else { return try filling(mapping, with: .mapping([pair])) }
    guard mapping.entry(key) == nil else { throw .keyExists(key) }
    return try inserting(into: mapping, at: index) { writing throws(EditRefusal) in
      try writing.flow(pair)
    } lines: { writing, lines throws(EditRefusal) in
      try writing.append(pair, at: column(of: mapping), to: &lines)
    }
  }

  /// Adds an entry to a mapping, after the entry with that key.
  package func inserting(
    _ key: String, _ value: YAMLValue, into mapping: YAMLNode, after other: String
  ) throws(EditRefusal) -> [TextEdit] {
    guard let index = mapping.entries.lastIndex(where: { $0.key.isString(other) }) else { throw .notEditable }
    return try inserting(key, value, into: mapping, at: index + 1)
  }

  /// Adds an item to a sequence: before the item at `index`, or as the last.
  ///
  /// - Parameter sequence: A sequence; a missing value or null, which becomes one; nil for an empty document.
  package func inserting(
    _ item: YAMLValue, into sequence: YAMLNode?, at index: Int? = nil
  ) throws(EditRefusal) -> [TextEdit] {
    guard let sequence else { return try beginning(.sequence([item])) }
    guard sequence.kind == .sequence else { return try filling(sequence, with: .sequence([item])) }
    return try inserting(into: sequence, at: index) { writing throws(EditRefusal) in
      try writing.flow(item)
    } lines: { writing, lines throws(EditRefusal) in
      try writing.append(item, at: column(of: sequence), to: &lines)
    }
  }

  private func inserting(
    into collection: YAMLNode, at index: Int?, flow: (ValueWriting) throws(EditRefusal) -> String,
    lines: (ValueWriting, inout [String]) throws(EditRefusal) -> Bool
  ) throws(EditRefusal) -> [TextEdit] {
    try checkEditable(collection)
    let index = index ?? collection.members.count
    let writing = ValueWriting(style: style, siblings: SiblingStyle(of: collection))
    if collection.isFlow {
      return normalized(try insertionInFlow(try flow(writing), into: collection, at: index))
    }
    var text: [String] = []
    let needsFinalBreak = try lines(writing, &text)
    return normalized(
      try insertionInBlock(text, needsFinalBreak: needsFinalBreak, into: collection, at: index))
  }

  /// A value that is absent becomes a collection.
  private func filling(_ node: YAMLNode, with value: YAMLValue) throws(EditRefusal) -> [TextEdit] {
    guard node.kind == .missing || node.kind == .scalar, node.resolvedScalar == .null else {
      throw .notEditable
    }
    return try setting(node, to: value)
  }

  /// The first content of a document that has none.
  private func beginning(_ value: YAMLValue) throws(EditRefusal) -> [TextEdit] {
    try checkWhole(0..<bytes.count)
    guard tree.root == nil, !layout.tokens.contains(where: { $0.kind == .documentEnd }),
      layout.tokens.filter({ $0.kind == .documentStart }).count <= 1
    else { throw .notEditable }
    let text = try ValueWriting(style: style, siblings: SiblingStyle()).root(value) + style.lineBreak
    let needsBreak = !layout.tokens.isEmpty && !layout.endsWithBreak(bytes.count)
    return [insertion((needsBreak ? style.lineBreak : "") + text, at: bytes.count)]
  }

  /// Removes the entry or item at that index. The only one leaves `{}` or `[]`.
  package func removing(at index: Int, from collection: YAMLNode) throws(EditRefusal) -> [TextEdit] {
    try checkEditable(collection)
    return normalized(
      try collection.isFlow ? removalInFlow(index, of: collection) : removalInBlock(index, of: collection))
  }

  /// Moves an entry or item, so that it is at the index `target` then.
  package func moving(
    from source: Int, to target: Int, in collection: YAMLNode
  ) throws(EditRefusal) -> [TextEdit] {
    try checkEditable(collection)
    if source == target { return [] }
    return normalized(
      try collection.isFlow
        ? moveInFlow(from: source, to: target, in: collection)
        : moveInBlock(from: source, to: target, in: collection))
  }

  private func checkEditable(_ collection: YAMLNode) throws(EditRefusal) {
    guard collection.kind == .mapping || collection.kind == .sequence,
      let ancestors = ancestors(of: collection)
    else { throw .notEditable }
    try checkUnshared(collection, ancestors)
  }
}
