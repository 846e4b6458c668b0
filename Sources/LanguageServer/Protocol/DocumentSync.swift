/// What clients say about the documents they have open (LSP 3.17, *Text Document Synchronization*).
struct DidOpenParameters: Decodable, Sendable {
  struct Document: Decodable, Sendable {
    let uri: String
    let version: Int?
    let text: String
  }

  let textDocument: Document
}

package struct DidChangeParameters: Decodable, Sendable {
  struct Document: Decodable, Sendable {
    let uri: String
    let version: Int?
  }

  /// One edit, relative to the text that the edit before it left. Without a range it replaces everything.
  package struct Change: Decodable, Sendable {
    package let range: PositionRange?
    package let text: String

    package init(range: PositionRange?, text: String) {
      self.range = range
      self.text = text
    }
  }

  let textDocument: Document
  let contentChanges: [Change]
}

struct DidChangeWatchedFilesParameters: Decodable, Sendable {
  let changes: [TextDocumentIdentifier]
}
