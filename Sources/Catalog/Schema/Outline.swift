package import YAML

/// Which keys a value may have and how they nest, as far as `Schemas/` says: a schema to find the place of a
/// key with, rather than to judge a file by.
///
/// It is the schema of the analysis type where there is one, otherwise a definition of `outlines.json`.
package struct Outline: Sendable {
  package let document: SchemaDocument
  package let root: SchemaNode

  package init(document: SchemaDocument, root: SchemaNode) {
    self.document = document
    self.root = document.resolving(root)
  }

  package func violations(in node: YAMLNode) -> [SchemaViolation] {
    document.violations(in: node, against: root)
  }
}

extension AnalysisType {
  /// The outline of this type's files.
  package var outline: Outline? {
    if let schema { return Outline(document: schema, root: schema.root) }
    guard let outlines = SchemaDocument.named("outlines"), let root = outlines.definition(rawValue) else {
      return nil
    }
    return Outline(document: outlines, root: root)
  }
}
