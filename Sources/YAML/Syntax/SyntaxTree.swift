import SourceText

/// The immutable storage behind a `YAMLTree` and its nodes.
final class SyntaxTree: Sendable {
  let source: SourceText
  let nodes: ContiguousArray<NodeRecord>
  let properties: ContiguousArray<NodeProperties>
  let tokens: ContiguousArray<TokenRecord>
  let documents: [DocumentRecord]
  let errors: [YAMLError]

  init(
    source: SourceText, nodes: ContiguousArray<NodeRecord>,
    properties: ContiguousArray<NodeProperties>, tokens: ContiguousArray<TokenRecord>,
    documents: [DocumentRecord], errors: [YAMLError]
  ) {
    self.source = source
    self.nodes = nodes
    self.properties = properties
    self.tokens = tokens
    self.documents = documents
    self.errors = errors
  }

  /// The text of a run of bytes.
  func text(_ range: Range<UInt32>) -> String { source[Int(range.lowerBound)..<Int(range.upperBound)] }
}
