import SourceText
import YAML

/// Reads the JSON of `Schemas/` with the YAML reader: JSON is a subset of YAML 1.2 (YAML 1.2.2, section 1.2),
/// and that reader is fast and keeps the order of members.
///
/// That the files are JSON, and not merely YAML, is checked when they are embedded.
package enum JSONReader {
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    let tree = YAMLTree(parsing: SourceText(Array(bytes)))
    guard tree.errors.isEmpty else { return nil }
    return tree.root.flatMap { JSONValue($0) }
  }

  package static func read(_ text: String) -> JSONValue? {
    var text = text
    return text.withUTF8 { read($0) }
  }
}

extension JSONValue {
  /// The value of a node; nil for what JSON has no form for.
  fileprivate init?(_ node: YAMLNode) {
    switch node.kind {
    case .mapping:
      var members: [JSONMember] = []
      for entry in node.entries {
        guard let value = JSONValue(entry.value) else { return nil }
        members.append(JSONMember(name: entry.key.scalarText, value: value))
      }
      self = .object(members)
    case .sequence:
      let items = node.items.compactMap { JSONValue($0) }
      guard items.count == node.items.count else { return nil }
      self = .array(items)
    case .scalar:
      switch node.resolvedScalar {
      case .null: self = .null
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .integer(value)
      case .float(let value): self = .number(value)
      case .string(let text): self = .string(text)
      case .bigInt, .binary, .rejected: return nil
      }
    case .alias, .missing:
      return nil
    }
  }
}
