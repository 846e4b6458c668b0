extension YAMLNode {
  /// The value of the subtree, as the Panther tool's loader constructs it: scalars resolved, merge keys
  /// merged, the last of duplicate keys taken, aliases replaced by what they stand for.
  ///
  /// What is missing because of a syntax error is null. Throws what the loader can't construct.
  ///
  /// - Parameter expansionLimit: How many nodes the aliases may stand for, all in all.
  package func value(expansionLimit: Int = 1_000_000) throws(YAMLError) -> YAMLValue {
    var builder = ValueBuilder(expansionLimit: expansionLimit)
    return try builder.value(of: self, depth: 0).value
  }

  /// An error of this code at this node.
  func error(_ code: YAMLErrorCode) -> YAMLError {
    YAMLError(code: code, range: range, message: ErrorWording.loaderMessage(code, for: self))
  }
}

/// Builds values bottom up. An anchored node is built once and shared.
private struct ValueBuilder {
  /// A value and how many nodes it stands for.
  struct Built {
    var value: YAMLValue
    var weight: Int
  }

  /// Nested collections and aliases of aliases both count.
  static let maximumDepth = 640

  let expansionLimit: Int
  var expanded = 0
  var finished: [Int32: Built] = [:]
  var underConstruction: Set<Int32> = []
  var merges = MergeKeys()

  init(expansionLimit: Int) {
    self.expansionLimit = expansionLimit
  }

  mutating func value(of node: YAMLNode, depth: Int) throws(YAMLError) -> Built {
    guard depth < Self.maximumDepth else { throw node.error(.nestingTooDeep) }
    switch node.kind {
    case .scalar, .missing: return Built(value: try scalar(node), weight: 1)
    case .alias:
      guard let target = node.target else { throw node.error(.undefinedAlias) }
      guard !underConstruction.contains(target.index) else { throw node.error(.recursiveAlias) }
      let built: Built
      if let known = finished[target.index] {
        built = known
      } else {
        built = try value(of: target, depth: depth + 1)
      }
      expanded += built.weight
      guard expanded <= expansionLimit else { throw node.error(.aliasExpansion) }
      return built
    case .mapping, .sequence:
      let isAnchored = node.record.properties >= 0
      if isAnchored { underConstruction.insert(node.index) }
      let built = try node.kind == .mapping ? mapping(node, depth: depth) : sequence(node, depth: depth)
      if isAnchored {
        underConstruction.remove(node.index)
        finished[node.index] = built
      }
      return built
    }
  }

  private func scalar(_ node: YAMLNode) throws(YAMLError) -> YAMLValue {
    let resolved = node.resolvedScalar
    if case .rejected(let code) = resolved { throw node.error(code) }
    return resolved.value ?? .null
  }

  private mutating func sequence(_ node: YAMLNode, depth: Int) throws(YAMLError) -> Built {
    switch CollectionTag(node) {
    case .sequence, nil:
      var values: [YAMLValue] = []
      var weight = 1
      var child = node.record.firstChild
      while child >= 0 {
        let item = try value(of: YAMLNode(tree: node.tree, index: child), depth: depth + 1)
        values.append(item.value)
        weight += item.weight
        child = node.tree.nodes[Int(child)].next
      }
      return Built(value: .sequence(values), weight: weight)
    case .pairs: return try pairs(node, depth: depth)
    case .mapping, .set, .scalar: throw node.error(.tagMismatch)
    case .unknown: throw node.error(.unknownTag)
    }
  }

  /// `!!omap` and `!!pairs`: a sequence of mappings of one entry.
  private mutating func pairs(_ node: YAMLNode, depth: Int) throws(YAMLError) -> Built {
    var result: [YAMLValue.Pair] = []
    var weight = 1
    for item in node.items {
      let entries = (item.target ?? item).entries
      guard entries.count == 1, let entry = entries.first else { throw item.error(.tagMismatch) }
      let key = try value(of: entry.key, depth: depth + 1)
      let content = try value(of: entry.value, depth: depth + 1)
      result.append(YAMLValue.Pair(key: key.value, value: content.value))
      weight += key.weight + content.weight
    }
    return Built(value: .pairs(result), weight: weight)
  }

  private mutating func mapping(_ node: YAMLNode, depth: Int) throws(YAMLError) -> Built {
    let tag = CollectionTag(node)
    switch tag {
    case .mapping, .set, nil: break
    case .sequence, .pairs, .scalar: throw node.error(.tagMismatch)
    case .unknown: throw node.error(.unknownTag)
    }
    var dictionary = OrderedPairs()
    var weight = 1
    for entry in try merges.flattenedEntries(of: node) {
      let key = try key(entry.key, depth: depth)
      let content = try value(of: entry.value, depth: depth + 1)
      dictionary.set(key.value, to: content.value)
      weight += key.weight + content.weight
      expanded += entry.isMerged ? key.weight + content.weight : 0
      guard expanded <= expansionLimit else { throw node.error(.aliasExpansion) }
    }
    let value: YAMLValue = tag == .set ? .set(dictionary.pairs.map(\.key)) : .mapping(dictionary.pairs)
    return Built(value: value, weight: weight)
  }

  /// A key: what can be hashed, and a plain `=` as text.
  private mutating func key(_ node: YAMLNode, depth: Int) throws(YAMLError) -> Built {
    if node.specialKey == .valueIndicator {
      return Built(value: .string((node.target ?? node).scalarText), weight: 1)
    }
    let built = try value(of: node, depth: depth + 1)
    switch built.value {
    case .sequence, .mapping, .set, .pairs: throw node.error(.unhashableKey)
    case .null, .bool, .int, .bigInt, .float, .string, .binary: return built
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
