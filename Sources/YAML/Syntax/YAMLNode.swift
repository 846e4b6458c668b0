package import SourceText

/// A node of a `YAMLTree`: a light handle, equal to another only if it is the same node of the same tree.
package struct YAMLNode: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case scalar, mapping, sequence, alias
    /// No content where a node may stand, which means null.
    case missing
  }

  package enum ScalarStyle: UInt8, Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  let tree: SyntaxTree
  let index: Int32

  init(tree: SyntaxTree, index: Int32) {
    self.tree = tree
    self.index = index
  }

  var record: NodeRecord { tree.nodes[Int(index)] }

  package var kind: Kind {
    switch record.kind {
    case .scalar: .scalar
    case .mapping: .mapping
    case .sequence: .sequence
    case .alias: .alias
    case .missing: .missing
    }
  }

  /// From the first byte of the content, quotes and brackets included, to its last; a block collection goes
  /// from its first key or dash to the end of its last value. Empty, where the value would be, for `missing`.
  package var range: ByteRange { Int(record.start)..<Int(record.end) }

  /// The scalar without its quotes or block header; any other node's `range`.
  package var contentRange: ByteRange {
    let record = record
    switch (record.kind, record.style) {
    case (.scalar, .literal), (.scalar, .folded):
      return Int(record.contentStart)..<max(Int(record.contentStart), Int(record.end))
    case (.scalar, _): return Int(record.contentStart)..<Int(record.contentEnd)
    default: return range
    }
  }

  package var isFlow: Bool { record.flags.contains(.flow) }

  package var scalarStyle: ScalarStyle { record.style }

  /// The anchor's name, without `&`.
  package var anchor: String? {
    guard let properties, !properties.anchor.isEmpty else { return nil }
    return tree.text(properties.anchor.lowerBound + 1..<properties.anchor.upperBound)
  }

  /// The full tag, such as `tag:yaml.org,2002:str` or `!local`; nil if there is none.
  package var tag: String? { properties?.resolvedTag }

  /// Where the anchor and tag stand, from the first to the last; nil if there are none.
  package var propertiesRange: ByteRange? {
    guard let properties else { return nil }
    let ranges = [properties.anchor, properties.tag].filter { !$0.isEmpty }
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else {
      return nil
    }
    return Int(first)..<Int(last)
  }

  var properties: NodeProperties? {
    let index = record.properties
    return index < 0 ? nil : tree.properties[Int(index)]
  }

  /// The entries of a mapping in order, duplicates kept; empty for any other node.
  package var entries: [YAMLEntry] {
    guard record.kind == .mapping else { return [] }
    var result: [YAMLEntry] = []
    forEachEntry { result.append($0) }
    return result
  }

  /// The items of a sequence in order; empty for any other node.
  package var items: [YAMLNode] {
    guard record.kind == .sequence else { return [] }
    var result: [YAMLNode] = []
    var child = record.firstChild
    while child >= 0 {
      result.append(YAMLNode(tree: tree, index: child))
      child = tree.nodes[Int(child)].next
    }
    return result
  }

  /// Calls `body` with each entry of a mapping, without building an array.
  func forEachEntry(_ body: (YAMLEntry) -> Void) {
    var child = record.kind == .mapping ? record.firstChild : -1
    while child >= 0 {
      let value = tree.nodes[Int(child)].next
      guard value >= 0 else { return }
      body(YAMLEntry(key: YAMLNode(tree: tree, index: child), value: YAMLNode(tree: tree, index: value)))
      child = tree.nodes[Int(value)].next
    }
  }

  /// The node that an alias stands for; nil for other nodes and for an undefined alias.
  package var target: YAMLNode? {
    let record = record
    guard record.kind == .alias, record.extra >= 0 else { return nil }
    return YAMLNode(tree: tree, index: record.extra)
  }

  /// The name after the `*` of an alias; nil for other nodes.
  package var aliasName: String? {
    let record = record
    return record.kind == .alias ? tree.text(record.start + 1..<record.end) : nil
  }

  /// The value of the last entry with that string key, as the Panther tool reads duplicates.
  package subscript(key: String) -> YAMLNode? { entry(key)?.value }

  /// The last entry with that string key.
  package func entry(_ key: String) -> YAMLEntry? {
    var found: YAMLEntry?
    forEachEntry { if $0.key.isString(key) { found = $0 } }
    return found
  }

  /// Whether the node is a scalar that loads as exactly this string.
  package func isString(_ text: String) -> Bool {
    let record = record
    guard record.kind == .scalar else { return false }
    if record.flags.contains(.verbatim) {
      guard text.utf8.count == Int(record.contentEnd) - Int(record.contentStart),
        tree.source.bytes[Int(record.contentStart)..<Int(record.contentEnd)].elementsEqual(text.utf8)
      else { return false }
    } else if !scalarText.utf8.elementsEqual(text.utf8) {
      return false
    }
    if case .string = resolvedScalar { return true }
    return false
  }

  package static func == (left: YAMLNode, right: YAMLNode) -> Bool {
    left.index == right.index && left.tree === right.tree
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(index)
  }
}

/// A key and its value in a mapping.
package struct YAMLEntry: Sendable, Hashable {
  package let key: YAMLNode
  package let value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// From the start of the key, its properties included, to the end of the value.
  package var range: ByteRange {
    let start = min(key.range.lowerBound, key.propertiesRange?.lowerBound ?? key.range.lowerBound)
    let end = max(key.range.upperBound, value.range.upperBound, value.propertiesRange?.upperBound ?? 0)
    return start..<max(start, end)
  }
}
