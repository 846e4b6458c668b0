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
    result.reserveCapacity(childCount / 2)
    forEachEntry { result.append($0) }
    return result
  }

  /// The items of a sequence in order; empty for any other node.
  package var items: [YAMLNode] {
    guard record.kind == .sequence else { return [] }
    var result: [YAMLNode] = []
    result.reserveCapacity(childCount)
    var child = record.firstChild
    while child >= 0 {
      result.append(YAMLNode(tree: tree, index: child))
      child = tree.nodes[Int(child)].next
    }
    return result
  }

  /// How many nodes are directly inside: the items of a sequence, the keys and values of a mapping.
  package var childCount: Int {
    var count = 0
    var child = record.firstChild
    while child >= 0 {
      count += 1
      child = tree.nodes[Int(child)].next
    }
    return count
  }

  /// Calls `body` with each entry of a mapping, without building an array.
  package func forEachEntry<Failure: Error>(_ body: (YAMLEntry) throws(Failure) -> Void) throws(Failure) {
    var child = record.kind == .mapping ? record.firstChild : -1
    while child >= 0 {
      let value = tree.nodes[Int(child)].next
      guard value >= 0 else { return }
      try body(YAMLEntry(key: YAMLNode(tree: tree, index: child), value: YAMLNode(tree: tree, index: value)))
      child = tree.nodes[Int(value)].next
    }
  }

  /// Calls `body` with each item of a sequence, without building an array.
  package func forEachItem<Failure: Error>(_ body: (YAMLNode) throws(Failure) -> Void) throws(Failure) {
    var child = record.kind == .sequence ? record.firstChild : -1
    while child >= 0 {
      try body(YAMLNode(tree: tree, index: child))
      child = tree.nodes[Int(child)].next
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
    var child = record.kind == .mapping ? record.firstChild : -1
    while child >= 0 {
      let value = tree.nodes[Int(child)].next
      guard value >= 0 else { break }
      // Most keys differ in length already, and need no handle.
      if tree.nodes[Int(child)].canBeText(ofLength: key.utf8.count) {
        let node = YAMLNode(tree: tree, index: child)
        if node.isString(key) { found = YAMLEntry(key: node, value: YAMLNode(tree: tree, index: value)) }
      }
      child = tree.nodes[Int(value)].next
    }
    return found
  }

  /// Whether the node is a scalar that loads as exactly this string.
  package func isString(_ text: String) -> Bool {
    let record = record
    guard record.canBeText(ofLength: text.utf8.count) else { return false }
    let content = Int(record.contentStart)..<Int(record.contentEnd)
    if record.flags.contains(.verbatim) {
      guard tree.source.bytes[content].elementsEqual(text.utf8) else { return false }
    } else if !scalarText.utf8.elementsEqual(text.utf8) {
      return false
    }
    if record.properties < 0 {
      return record.style != .plain || ScalarResolution.resolve(tree.source.bytes[content]) == .string
    }
    if case .string = resolvedScalar { return true }
    return false
  }

  /// Whether the node is a plain scalar written as exactly this text on one line.
  package func isPlain(_ text: StaticString) -> Bool {
    let record = record
    return record.style == .plain && record.canBeText(ofLength: text.utf8CodeUnitCount)
      && record.flags.contains(.verbatim)
      && text.withUTF8Buffer {
        $0.elementsEqual(tree.source.bytes[Int(record.contentStart)..<Int(record.contentEnd)])
      }
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
