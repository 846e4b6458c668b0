import YAML

/// The entries of a mapping that count: of equal keys the last, and behind them what merge keys (`<<`)
/// bring in. That is how the Panther tool loads a mapping.
struct EffectiveEntries {
  struct Entry {
    /// The key as text; a number, boolean or null key as it is written.
    let name: String
    let keyType: FoundType
    let key: YAMLNode
    let value: YAMLNode
    /// Whether a merge key brought it in from elsewhere.
    let isMerged: Bool
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  init(of mapping: YAMLNode) {
    add(mapping, isMerged: false, depth: 0)
  }

  func has(_ name: String) -> Bool {
    positions[name].map { entries[$0].keyType == .string } ?? false
  }

  private mutating func add(_ mapping: YAMLNode, isMerged: Bool, depth: Int) {
    guard depth < 16 else { return }
    var sources: [YAMLNode] = []
    for entry in mapping.entries {
      let key = entry.key.target ?? entry.key
      if key.kind == .scalar, key.resolvedScalar == .rejected(.mergeValue) {
        let source = entry.value.target ?? entry.value
        sources += source.kind == .sequence ? source.items.map { $0.target ?? $0 } : [source]
        continue
      }
      guard let found = FoundValue(key), found.scalar != nil else { continue }
      let name = found.text ?? ""
      let new = Entry(
        name: name, keyType: found.type, key: entry.key, value: entry.value, isMerged: isMerged)
      if let position = positions[name] {
        if !isMerged { entries[position] = new }
      } else {
        positions[name] = entries.count
        entries.append(new)
      }
    }
    for source in sources where source.kind == .mapping && entries.count < 100_000 {
      add(source, isMerged: true, depth: depth + 1)
    }
  }
}
