extension YAMLNode {
  /// The value of the subtree, as the Panther tool's loader constructs it: scalars resolved, merge keys
  /// merged, the last of duplicate keys taken, aliases replaced by what they stand for.
  ///
  /// What is missing because of a syntax error is null. Throws what the loader can't construct.
  /// What aliases stand for is limited, all in all and in depth (`ExpansionLimits`).
  package func value() throws(YAMLError) -> YAMLValue {
    try ValueBuilder.build(self)
  }

  /// An error of this code at this node.
  func error(_ code: YAMLErrorCode) -> YAMLError {
    YAMLError(code: code, range: range, message: ErrorWording.loaderMessage(code, for: self))
  }
}

/// Builds values bottom up. An anchored node is built once and shared.
///
/// It reads the tree's records through pointers, because a handle to a node costs more than most scalars do; what is
/// rare (tags, anchors, aliases, merge keys, equal keys, escapes) goes through handles.
private struct ValueBuilder {
  /// A value, how many nodes it stands for, and how many levels of collections are below it.
  struct Built {
    var value: YAMLValue
    var weight: Int
    var height: Int
  }

  let tree: SyntaxTree
  /// The tree's records and bytes, valid only inside `build`.
  let nodes: UnsafeBufferPointer<NodeRecord>
  let bytes: UnsafeBufferPointer<UInt8>

  var expanded = 0
  /// How many nodes the values that were built so far stand for.
  var weight = 0
  /// The deepest level that a collection was built at; below an anchor, since that anchor.
  var deepest = 0
  var finished: [Int32: Built] = [:]
  var underConstruction: Set<Int32> = []
  var merges = MergeKeys()
  var keys = KeySet()
  var texts = TextCache()

  static func build(_ node: YAMLNode) throws(YAMLError) -> YAMLValue {
    let tree = node.tree
    return try tree.nodes.withUnsafeBufferPointer { nodes throws(YAMLError) in
      try tree.source.bytes.withUnsafeBufferPointer { bytes throws(YAMLError) in
        var builder = ValueBuilder(tree: tree, nodes: nodes, bytes: bytes)
        return try builder.value(of: node.index, depth: 0)
      }
    }
  }

  private init(
    tree: SyntaxTree, nodes: UnsafeBufferPointer<NodeRecord>, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.tree = tree
    self.nodes = nodes
    self.bytes = bytes
  }

  private func handle(_ index: Int32) -> YAMLNode { YAMLNode(tree: tree, index: index) }

  private mutating func value(of index: Int32, depth: Int) throws(YAMLError) -> YAMLValue {
    let kind = nodes[Int(index)].kind
    switch kind {
    case .scalar, .missing:
      weight += 1
      if let text = plainText(of: index) { return .string(text) }
      return try scalar(handle(index))
    case .alias: return try target(of: handle(index), depth: depth)
    case .mapping, .sequence:
      guard depth < ExpansionLimits.depth else { throw handle(index).error(.nestingTooDeep) }
      deepest = max(deepest, depth)
      guard nodes[Int(index)].properties >= 0 else { return try collection(index, depth: depth) }
      underConstruction.insert(index)
      let before = weight
      let deepestBefore = deepest
      deepest = depth
      let value = try collection(index, depth: depth)
      underConstruction.remove(index)
      finished[index] = Built(value: value, weight: weight - before, height: deepest - depth)
      deepest = max(deepest, deepestBefore)
      return value
    }
  }

  private mutating func collection(_ index: Int32, depth: Int) throws(YAMLError) -> YAMLValue {
    weight += 1
    return try nodes[Int(index)].kind == .mapping
      ? mapping(index, depth: depth) : sequence(index, depth: depth)
  }

  private mutating func target(of alias: YAMLNode, depth: Int) throws(YAMLError) -> YAMLValue {
    guard depth < ExpansionLimits.depth else { throw alias.error(.nestingTooDeep) }
    guard let target = alias.target else { throw alias.error(.undefinedAlias) }
    guard !underConstruction.contains(target.index) else { throw alias.error(.recursiveAlias) }
    let before = weight
    let value: YAMLValue
    if let known = finished[target.index] {
      guard depth + known.height < ExpansionLimits.depth else { throw alias.error(.nestingTooDeep) }
      value = known.value
      weight += known.weight
      deepest = max(deepest, depth + known.height)
    } else {
      value = try self.value(of: target.index, depth: depth + 1)
    }
    expanded += weight - before
    guard expanded <= ExpansionLimits.nodes else { throw alias.error(.aliasExpansion) }
    return value
  }

  // MARK: Scalars

  /// The text of a scalar that is surely text and stands in the document as it is; nil takes a closer look.
  @inline(__always) private mutating func plainText(of index: Int32) -> String? {
    let record = nodes[Int(index)]
    guard record.flags.contains(.verbatim), record.isSurelyText(bytes) else { return nil }
    return texts.text(
      UnsafeBufferPointer(rebasing: bytes[Int(record.contentStart)..<Int(record.contentEnd)]))
  }

  private func scalar(_ node: YAMLNode) throws(YAMLError) -> YAMLValue {
    let resolved = node.resolvedScalar
    if case .rejected(let code) = resolved { throw node.error(code) }
    return resolved.value ?? .null
  }

  // MARK: Sequences

  private mutating func sequence(_ index: Int32, depth: Int) throws(YAMLError) -> YAMLValue {
    if nodes[Int(index)].properties >= 0 {
      let node = handle(index)
      switch CollectionTag(node) {
      case .sequence, nil: break
      case .pairs: return try pairs(node, depth: depth)
      case .mapping, .set, .scalar: throw node.error(.tagMismatch)
      case .unknown: throw node.error(.unknownTag)
      }
    }
    var values: [YAMLValue] = []
    values.reserveCapacity(childCount(of: index))
    var child = nodes[Int(index)].firstChild
    while child >= 0 {
      values.append(try value(of: child, depth: depth + 1))
      child = nodes[Int(child)].next
    }
    return .sequence(values)
  }

  private func childCount(of index: Int32) -> Int {
    var count = 0
    var child = nodes[Int(index)].firstChild
    while child >= 0 {
      count += 1
      child = nodes[Int(child)].next
    }
    return count
  }

  /// `!!omap` and `!!pairs`: a sequence of mappings of one entry.
  private mutating func pairs(_ node: YAMLNode, depth: Int) throws(YAMLError) -> YAMLValue {
    var result: [YAMLValue.Pair] = []
    for item in node.items {
      let entries = (item.target ?? item).entries
      guard entries.count == 1, let entry = entries.first else { throw item.error(.tagMismatch) }
      let key = try value(of: entry.key.index, depth: depth + 1)
      let content = try value(of: entry.value.index, depth: depth + 1)
      result.append(YAMLValue.Pair(key: key, value: content))
    }
    return .pairs(result)
  }

  // MARK: Mappings

  private mutating func mapping(_ index: Int32, depth: Int) throws(YAMLError) -> YAMLValue {
    if nodes[Int(index)].properties < 0, let count = countOfDistinctTexts(keysOf: index) {
      return .mapping(try pairs(ofTextKeysOf: index, count: count, depth: depth))
    }
    return try generalMapping(handle(index), depth: depth)
  }

  /// The number of keys, if all are surely text and no two are equal.
  private mutating func countOfDistinctTexts(keysOf index: Int32) -> Int? {
    keys.removeAll(expecting: childCount(of: index) / 2)
    var count = 0
    var child = nodes[Int(index)].firstChild
    while child >= 0 {
      let key = nodes[Int(child)]
      guard key.next >= 0, key.flags.contains(.verbatim), key.isSurelyText(bytes) else { return nil }
      let text = UnsafeBufferPointer(rebasing: bytes[Int(key.contentStart)..<Int(key.contentEnd)])
      guard keys.insert(TextCache.hash(of: text)) else { return nil }
      count += 1
      child = nodes[Int(key.next)].next
    }
    return count
  }

  private mutating func pairs(
    ofTextKeysOf index: Int32, count: Int, depth: Int
  ) throws(YAMLError) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    pairs.reserveCapacity(count)
    var child = nodes[Int(index)].firstChild
    while child >= 0, let key = plainText(of: child) {
      let next = nodes[Int(child)].next
      weight += 1
      pairs.append(YAMLValue.Pair(key: .string(key), value: try value(of: next, depth: depth + 1)))
      child = nodes[Int(next)].next
    }
    return pairs
  }

  private mutating func generalMapping(_ node: YAMLNode, depth: Int) throws(YAMLError) -> YAMLValue {
    let tag = CollectionTag(node)
    switch tag {
    case .mapping, .set, nil: break
    case .sequence, .pairs, .scalar: throw node.error(.tagMismatch)
    case .unknown: throw node.error(.unknownTag)
    }
    var dictionary = OrderedPairs()
    for entry in try merges.flattenedEntries(of: node) {
      let before = weight
      let key = try key(entry.key, depth: depth)
      let content = try value(of: entry.value.index, depth: depth + 1)
      dictionary.set(key, to: content)
      expanded += entry.isMerged ? weight - before : 0
      guard expanded <= ExpansionLimits.nodes else { throw node.error(.aliasExpansion) }
    }
    return tag == .set ? .set(dictionary.pairs.map(\.key)) : .mapping(dictionary.pairs)
  }

  /// A key: what can be hashed, and a plain `=` as text.
  private mutating func key(_ node: YAMLNode, depth: Int) throws(YAMLError) -> YAMLValue {
    if node.specialKey == .valueIndicator {
      weight += 1
      return .string((node.target ?? node).scalarText)
    }
    let value = try value(of: node.index, depth: depth + 1)
    switch value {
    case .sequence, .mapping, .set, .pairs: throw node.error(.unhashableKey)
    case .null, .bool, .int, .bigInt, .float, .string, .binary: return value
    }
  }
}

/// What a collection's tag makes of it; nil in the absence of a tag.
enum CollectionTag {
  case mapping, sequence, set, pairs
  /// A tag for scalars.
  case scalar
  case unknown

  init?(_ node: YAMLNode) {
    guard let tag = node.tag, tag != "!" else { return nil }
    guard tag.hasPrefix(YAMLNode.coreTagPrefix) else {
      self = .unknown
      return
    }
    switch tag.dropFirst(YAMLNode.coreTagPrefix.count) {
    case "map": self = .mapping
    case "seq": self = .sequence
    case "set": self = .set
    case "omap", "pairs": self = .pairs
    case "str", "int", "float", "bool", "null", "binary", "timestamp": self = .scalar
    default: self = .unknown
    }
  }
}

/// Pairs with unique keys, where keys are equal as they are in Python.
private struct OrderedPairs {
  /// Up to this many keys are compared one by one.
  private static let scanLimit = 12

  private(set) var pairs: [YAMLValue.Pair] = []
  private var positions: [PythonKey: Int] = [:]

  mutating func set(_ key: YAMLValue, to value: YAMLValue) {
    if let position = position(of: key) {
      pairs[position] = YAMLValue.Pair(key: pairs[position].key, value: value)
      return
    }
    pairs.append(YAMLValue.Pair(key: key, value: value))
    if !positions.isEmpty {
      positions[PythonKey(key)] = pairs.count - 1
    } else if pairs.count > Self.scanLimit {
      for (index, pair) in pairs.enumerated() { positions[PythonKey(pair.key)] = index }
    }
  }

  private func position(of key: YAMLValue) -> Int? {
    guard positions.isEmpty else { return positions[PythonKey(key)] }
    guard case .string(let text) = key else {
      let identity = PythonKey(key)
      return pairs.firstIndex { PythonKey($0.key) == identity }
    }
    return pairs.firstIndex { pair in
      guard case .string(let other) = pair.key else { return false }
      return other.utf8.count == text.utf8.count && other.utf8.elementsEqual(text.utf8)
    }
  }
}
