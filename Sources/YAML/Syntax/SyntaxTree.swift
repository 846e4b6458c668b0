import SourceText

/// The immutable storage behind a `YAMLTree` and its nodes.
final class SyntaxTree: Sendable {
  let source: SourceText
  let nodes: ContiguousArray<NodeRecord>
  let properties: ContiguousArray<NodeProperties>
  let tokens: ContiguousArray<TokenRecord>
  let documents: [DocumentRecord]
  let errors: [YAMLError]
  /// What the loader says to the document; nil if it was not asked.
  let loading: Loading?
  /// Of scalars that hold line breaks of YAML 1.1 alone, their text.
  let texts: [Int32: String]

  /// How the Panther tool's loader reads the document.
  struct Loading: Sendable {
    /// Why it gives the document up.
    var failure: YAMLError?
    /// The first place that it reads otherwise than YAML 1.2.2 does.
    var difference: Range<Int>?
  }

  init(
    source: SourceText, nodes: ContiguousArray<NodeRecord>,
    properties: ContiguousArray<NodeProperties>, tokens: ContiguousArray<TokenRecord>,
    documents: [DocumentRecord], errors: [YAMLError], loading: Loading? = nil, texts: [Int32: String] = [:]
  ) {
    self.source = source
    self.nodes = nodes
    self.properties = properties
    self.tokens = tokens
    self.documents = documents
    self.errors = errors
    self.loading = loading
    self.texts = texts
  }

  /// The text of a run of bytes.
  func text(_ range: Range<UInt32>) -> String { source[Int(range.lowerBound)..<Int(range.upperBound)] }
}
