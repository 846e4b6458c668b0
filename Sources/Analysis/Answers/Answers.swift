package import SourceText

/// Markdown about the element at a place, and the element's range.
package struct Hover: Sendable, Hashable {
  package let range: ByteRange
  package let markdown: String

  package init(range: ByteRange, markdown: String) {
    self.range = range
    self.markdown = markdown
  }
}

/// Text an editor draws at the end of a line's content, not part of the file.
package struct InlayHint: Sendable, Hashable {
  package let offset: ByteOffset
  package let label: String
  /// Markdown; empty for none.
  package let tooltip: String

  package init(offset: ByteOffset, label: String, tooltip: String) {
    self.offset = offset
    self.label = label
    self.tooltip = tooltip
  }
}

/// A clickable line above a range.
package struct CodeLens: Sendable, Hashable {
  package enum Action: Sendable, Hashable {
    case runTests
    case explainTest(name: String, index: Int)
  }

  package let range: ByteRange
  package let title: String
  package let action: Action

  package init(range: ByteRange, title: String, action: Action) {
    self.range = range
    self.title = title
    self.action = action
  }
}

/// An entry of a file's outline.
package struct DocumentSymbol: Sendable, Hashable {
  package enum Kind: Sendable {
    case file, key, string, boolean, number, array, object, null, test, function, `class`, variable
  }

  package let name: String
  package let detail: String
  package let kind: Kind
  package let range: ByteRange
  package let selectionRange: ByteRange
  package let children: [DocumentSymbol]

  package init(
    name: String, detail: String, kind: Kind, range: ByteRange, selectionRange: ByteRange,
    children: [DocumentSymbol]
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

/// Lines that can be folded away; zero-based, both included.
package struct FoldingRange: Sendable, Hashable {
  package enum Kind: Sendable { case region, comment, imports }

  package let startLine: Int
  package let endLine: Int
  package let kind: Kind?

  package init(startLine: Int, endLine: Int, kind: Kind?) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
  }
}

/// A change an author may choose, as edits of the one file it was asked for.
package struct CodeAction: Sendable, Hashable {
  package let title: String
  package let edits: [TextEdit]
  /// The diagnostics it mends, of those that were asked about.
  package let diagnostics: [Diagnostic]
  package let isPreferred: Bool

  package init(title: String, edits: [TextEdit], diagnostics: [Diagnostic], isPreferred: Bool) {
    self.title = title
    self.edits = edits
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
  }
}
