package import Detections
package import SourceText

/// A document that a client has open: its text is the client's, saved or not.
package struct OpenDocument: Sendable {
  /// As the client spelt it.
  package let uri: String
  package let path: FilePath
  /// The version of the client's last notification.
  package var version: Int?
  package var text: SourceText

  package init(uri: String, path: FilePath, version: Int?, text: SourceText) {
    self.uri = uri
    self.path = path
    self.version = version
    self.text = text
  }
}

/// The documents that are open, and how the client spells the names of all it has mentioned.
package struct OpenDocuments: Sendable {
  private var documents: [FilePath: OpenDocument] = [:]
  private var spellings: [FilePath: String] = [:]

  package init() {}

  var paths: [FilePath] { documents.keys.sorted() }

  package subscript(path: FilePath) -> OpenDocument? { documents[path] }

  /// The path of a URI that came from the client.
  package mutating func path(of uri: String) -> FilePath {
    let path = DocumentURI.path(of: uri)
    if documents[path] == nil { spellings[path] = uri }
    return path
  }

  package func uri(of path: FilePath) -> String { spellings[path] ?? DocumentURI.string(for: path) }

  package mutating func open(_ document: OpenDocument) {
    documents[document.path] = document
    spellings[document.path] = document.uri
  }

  @discardableResult
  package mutating func close(_ path: FilePath) -> OpenDocument? { documents.removeValue(forKey: path) }

  /// Applies the edits of one notification, each to the text that the one before it left.
  @discardableResult
  package mutating func change(
    _ path: FilePath, to version: Int?, _ changes: [DidChangeParameters.Change], encoding: PositionEncoding
  ) -> OpenDocument? {
    guard var document = documents[path] else { return nil }
    // What stands before the last replacement of the whole text has no effect.
    let first = changes.lastIndex { $0.range == nil } ?? 0
    for change in changes[first...] {
      guard let range = change.range else {
        document.text = SourceText(change.text)
        continue
      }
      let start = document.text.offset(of: range.start, encoding)
      let end = document.text.offset(of: range.end, encoding)
      let edit = TextEdit(range: min(start, end)..<max(start, end), replacement: change.text)
      document.text = document.text.applying(edit)
    }
    document.version = version ?? document.version
    documents[path] = document
    return document
  }
}
