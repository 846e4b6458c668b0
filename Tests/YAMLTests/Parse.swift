import SourceText
import Testing
import YAML

/// Parses a text and checks what holds for any text: the tokens joined are the document, nodes lie in their
/// parents and in order, and errors lie in the document.
@discardableResult
func parse(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> YAMLTree {
  parse(Array(text.utf8), sourceLocation: sourceLocation)
}

/// Parses a text as the Panther tool's loader reads it.
func load(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> YAMLTree {
  load(Array(text.utf8), sourceLocation: sourceLocation)
}

func load(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) -> YAMLTree {
  parse(bytes, dialect: .pantherLoader, sourceLocation: sourceLocation)
}

@discardableResult
func parse(
  _ bytes: [UInt8], dialect: YAMLDialect = .yaml12, sourceLocation: SourceLocation = #_sourceLocation
) -> YAMLTree {
  let tree = YAMLTree(parsing: SourceText(bytes), dialect: dialect)
  if let problem = structuralProblem(in: tree) {
    Issue.record("\(problem) in \(tree.source.string.debugDescription)", sourceLocation: sourceLocation)
  }
  return tree
}

func structuralProblem(in tree: YAMLTree) -> String? {
  let tokens = tree.tokens
  var position = 0
  for token in tokens {
    if token.range.lowerBound != position { return "a gap before \(token)" }
    if token.range.isEmpty && token.kind != .plainScalar { return "an empty token \(token)" }
    position = token.range.upperBound
  }
  if position != tree.source.count { return "the tokens end at \(position)" }
  if tree.errors.isEmpty, let token = tokens.first(where: { $0.kind == .unexpected }) {
    return "\(token) without an error"
  }
  let document = 0..<tree.source.count
  if let error = tree.errors.first(where: { !document.contains($0.range) }) { return "\(error) is outside" }
  for root in tree.documents {
    if let problem = structuralProblem(in: root, parent: document) { return problem }
  }
  return nil
}

private func structuralProblem(in node: YAMLNode, parent: ByteRange) -> String? {
  guard parent.contains(node.range) else { return "\(node.kind) \(node.range) is not in \(parent)" }
  var position = node.range.lowerBound
  for child in node.items + node.entries.flatMap({ [$0.key, $0.value] }) {
    if child.range.lowerBound < position { return "\(child.kind) \(child.range) overlaps the one before" }
    if let problem = structuralProblem(in: child, parent: node.range) { return problem }
    position = child.range.upperBound
  }
  return nil
}

extension ByteRange {
  func contains(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

/// The events of a text, one line, without those of the stream and the document.
func events(_ text: String) -> String {
  parse(text).events.split(separator: "\n")
    .filter { !["+STR", "-STR", "+DOC", "-DOC"].contains($0) }.joined(separator: " ")
}
