package import SourceText

/// A document's syntax: every byte, every node with its range, and what is wrong with it.
///
/// Parsing never fails. Whatever the bytes, there is a tree over the parts that make sense, and a list of
/// errors for those that don't (YAML 1.2.2, <https://yaml.org/spec/1.2.2/>).
package struct YAMLTree: Sendable {
  let storage: SyntaxTree

  /// Reads a document. Total, and linear in the document's size.
  ///
  /// - Parameter dialect: With `pantherLoader` the nodes are those that the Panther tool loads where it accepts the
  ///   document and reads it otherwise than YAML 1.2.2 does, and `loaderErrors` and `loaderWarnings` are known.
  package init(parsing source: SourceText, dialect: YAMLDialect = .yaml12) {
    let tree = Parser.parse(source)
    self.storage = dialect == .pantherLoader ? tree.readByLoader() : tree
  }

  package var source: SourceText { storage.source }

  /// Violations of YAML 1.2.2 and of the limits, in source order.
  package var errors: [YAMLError] { storage.errors }

  package var documentCount: Int { storage.documents.count }

  /// Whether a node stands for another, so that one part of the text can mean more than it shows.
  package var hasAliases: Bool { storage.nodes.contains { $0.kind == .alias } }

  /// The content of the first document; nil if it has none.
  package var root: YAMLNode? {
    guard let first = storage.documents.first else { return nil }
    let node = YAMLNode(tree: storage, index: first.root)
    return node.kind == .missing && node.anchor == nil && node.tag == nil ? nil : node
  }

  /// The content of every document, in order; a `missing` node for an empty one.
  package var documents: [YAMLNode] {
    storage.documents.map { YAMLNode(tree: storage, index: $0.root) }
  }

  /// Where each document lies, from its `---` if it has one.
  package var documentRanges: [ByteRange] {
    storage.documents.map { Int($0.start)..<Int($0.end) }
  }

  /// Every byte of the document, once: the tokens' ranges joined are `0..<source.count`.
  package var tokens: [YAMLToken] {
    var result: [YAMLToken] = []
    result.reserveCapacity(storage.tokens.count * 2)
    var position = 0
    for record in storage.tokens {
      appendTrivia(from: position, to: Int(record.start), to: &result)
      result.append(YAMLToken(kind: record.kind, range: Int(record.start)..<Int(record.end)))
      position = Int(record.end)
    }
    appendTrivia(from: position, to: source.count, to: &result)
    return result
  }

  /// The comments, `#` included and line break excluded, in order.
  package var comments: [ByteRange] {
    storage.tokens.compactMap { $0.kind == .comment ? Int($0.start)..<Int($0.end) : nil }
  }

  private func appendTrivia(from start: Int, to end: Int, to tokens: inout [YAMLToken]) {
    let bytes = source.bytes
    var index = start
    while index < end {
      let tokenStart = index
      let kind: YAMLToken.Kind
      if isBreak(bytes[index]) {
        kind = .lineBreak
        index += bytes[index] == .carriageReturn && index + 1 < end && bytes[index + 1] == .lineFeed ? 2 : 1
      } else if isBlank(bytes[index]) {
        kind = .whitespace
        while index < end, isBlank(bytes[index]) { index += 1 }
      } else {
        kind = .unexpected
        while index < end, !isBlank(bytes[index]), !isBreak(bytes[index]) { index += 1 }
      }
      tokens.append(YAMLToken(kind: kind, range: tokenStart..<index))
    }
  }
}
