/// The entries of a mapping with its merge keys (`<<`) replaced by what they merge, in the order in which
/// PyYAML 6.0.3 constructs them (`SafeConstructor.flatten_mapping`): merged entries first, so that the
/// mapping's own override them.
struct MergeKeys {
  struct Entry {
    let key: YAMLNode
    let value: YAMLNode
    let isMerged: Bool
  }

  private static let maximumDepth = 256
  private static let maximumEntries = 1_000_000

  /// What was flattened already, by mapping, and how many entries that is.
  private var finished: [Int32: [Entry]] = [:]
  private var entryCount = 0

  mutating func flattenedEntries(of mapping: YAMLNode) throws(YAMLError) -> [Entry] {
    try flattenedEntries(of: mapping, depth: 0)
  }

  private mutating func flattenedEntries(of mapping: YAMLNode, depth: Int) throws(YAMLError) -> [Entry] {
    if let known = finished[mapping.index] { return known }
    var own: [Entry] = []
    var merged: [Entry] = []
    var hasMergeKey = false
    var seen = SeenKeys()
    for entry in mapping.entries {
      guard entry.key.specialKey == .merge else {
        own.append(Entry(key: entry.key, value: entry.value, isMerged: false))
        continue
      }
      hasMergeKey = true
      for source in try Self.mappings(mergedBy: entry.value) {
        guard depth < Self.maximumDepth, entryCount < Self.maximumEntries else {
          throw entry.value.error(.aliasExpansion)
        }
        let entries = try flattenedEntries(of: source, depth: depth + 1)
        entryCount += entries.count
        for pair in entries where seen.insert(pair.key) {
          merged.append(Entry(key: pair.key, value: pair.value, isMerged: true))
        }
      }
    }
    guard hasMergeKey else { return own }
    finished[mapping.index] = merged + own
    return merged + own
  }

  /// The mapping, or the mappings of the list, that a merge key's value stands for.
  private static func mappings(mergedBy value: YAMLNode) throws(YAMLError) -> [YAMLNode] {
    let content = value.target ?? value
    switch content.kind {
    case .mapping: return [content]
    case .sequence:
      var result: [YAMLNode] = []
      for item in content.items {
        let mapping = item.target ?? item
        guard mapping.kind == .mapping else { throw item.error(.mergeValue) }
        result.append(mapping)
      }
      return result
    case .scalar, .alias, .missing: throw value.error(.mergeValue)
    }
  }

  /// Which merged keys were met. PyYAML compares the identity of the key's text object: the same node, or a
  /// text of at most one Latin-1 character, of which CPython keeps one copy. Any other key that is merged
  /// twice takes the value of the later mapping.
  private struct SeenKeys {
    private var nodes: Set<Int32> = []
    private var characters: Set<String> = []

    mutating func insert(_ key: YAMLNode) -> Bool {
      let node = key.target ?? key
      if node.kind == .scalar || node.kind == .missing {
        let text = node.scalarText
        if text.unicodeScalars.count <= 1, text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) {
          return characters.insert(text).inserted
        }
      }
      return nodes.insert(node.index).inserted
    }
  }
}
