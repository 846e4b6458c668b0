import SourceText

/// The tree as text for developers: a node a line, children indented, with kind, range and text.
extension YAMLTree: CustomDebugStringConvertible {
  package var debugDescription: String {
    var lines: [String] = []
    for document in documents { append(document, role: "document", depth: 0, to: &lines) }
    for error in errors { lines.append("\(describe(error.range)) \(error.code.rawValue): \(error.message)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func append(_ node: YAMLNode, role: String, depth: Int, to lines: inout [String]) {
    var line = String(repeating: "  ", count: depth) + "\(role): \(node.kind) \(describe(node.range))"
    if node.isFlow { line += " flow" }
    if let anchor = node.anchor { line += " &\(anchor)" }
    if let tag = node.tag { line += " <\(tag)>" }
    if node.kind == .scalar {
      line += " \(node.scalarStyle) \(YAMLValue.string(node.scalarText).json)"
    } else if let name = node.aliasName {
      line += " *\(name)"
    }
    lines.append(line)
    for entry in node.entries {
      append(entry.key, role: "key", depth: depth + 1, to: &lines)
      append(entry.value, role: "value", depth: depth + 1, to: &lines)
    }
    for item in node.items { append(item, role: "item", depth: depth + 1, to: &lines) }
  }

  /// One-based lines and columns in bytes: `2:3-2:9`.
  private func describe(_ range: ByteRange) -> String {
    let start = source.lines.position(of: range.lowerBound)
    let end = source.lines.position(of: range.upperBound)
    return "\(start.line + 1):\(start.column + 1)-\(end.line + 1):\(end.column + 1)"
  }
}
