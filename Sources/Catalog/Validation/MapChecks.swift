import SourceText
import YAML

/// The keywords of JSON Schema that are about the keys of a map: `properties`, `required`,
/// `additionalProperties`, `propertyNames`, `minProperties`.
extension SchemaEvaluator {
  /// - Parameters:
  ///   - map: The mapping.
  ///   - node: What stands at the place: the mapping itself or an alias of it.
  mutating func checkMap(_ map: YAMLNode, node: YAMLNode, against schema: SchemaNode, _ place: Place) {
    let entries = EffectiveEntries(of: map)
    let earlier = violations.count
    for entry in entries.entries { check(entry, against: schema, in: entries, place) }
    let anchor = anchorRange(of: node, entries, place)
    for name in schema.required where !entries.has(name) {
      // A near miss has been reported as an unknown key; saying it twice helps nobody.
      guard !isMisspelt(name, in: entries, of: schema, violations[earlier...]) else { continue }
      report(.missingKey(name: name), anchor, place, owner: self.name(of: schema, at: place))
    }
    if entries.entries.count < schema.minProperties {
      let range = node.range.isEmpty ? anchor : node.range
      report(
        .tooFewKeys(minimum: schema.minProperties), range, place, owner: name(of: schema, at: place))
    }
  }

  private mutating func check(
    _ entry: EffectiveEntries.Entry, against schema: SchemaNode, in entries: EffectiveEntries, _ place: Place
  ) {
    let inner = stepping(.key(entry.name), key: entry.key, from: place)
    var owner: String { name(of: schema, at: place) }
    if schema.keysMustBeStrings, entry.keyType != .string {
      report(.nonStringKey(name: entry.name, found: entry.keyType), entry.key.range, inner, owner: owner)
      return
    }
    if entry.keyType == .string, let property = schema.property(entry.name) {
      if property.isDeprecated {
        report(
          .deprecatedKey(name: entry.name, replacement: property.replacement), entry.key.range, inner,
          owner: owner)
      }
      evaluate(entry.value, against: property, at: inner)
      return
    }
    switch schema.additionalProperties {
    case .allowed: break
    case .matching(let property): evaluate(entry.value, against: property, at: inner)
    case .forbidden:
      let foreign = schema.foreignKeys.first { $0.name == entry.name }?.node
      let free = schema.properties.map(\.name).filter { !entries.has($0) }
      report(
        .unknownKey(
          name: entry.name,
          nearest: foreign == nil
            ? nearestName(to: entry.name, among: free)
            : foreign?.replacement.flatMap { free.contains($0) ? $0 : nil },
          reason: foreign?.description,
          allowed: schema.properties.map(\.name)),
        entry.key.range, inner, owner: owner)
    }
  }

  /// - Parameter violations: Those of the map and of what is in it.
  private func isMisspelt(
    _ name: String, in entries: EffectiveEntries, of schema: SchemaNode,
    _ violations: ArraySlice<SchemaViolation>
  ) -> Bool {
    guard case .forbidden = schema.additionalProperties else { return false }
    return violations.contains { violation in
      guard case .unknownKey(let found, name, _, _) = violation.kind, entries.has(found) else { return false }
      return true
    }
  }

  /// What to underline for a missing key: the key that holds the map, else the map's first key.
  private func anchorRange(of node: YAMLNode, _ entries: EffectiveEntries, _ place: Place) -> ByteRange {
    place.key?.range ?? entries.entries.first { !$0.isMerged }?.key.range ?? node.range
  }
}
