/// Where something is, in the protocol's terms (LSP 3.17, *Basic JSON Structures*).
///
/// Lines and characters count from zero; a character is what the negotiated position encoding says.
package struct Position: Codable, Sendable, Hashable {
  package let line: Int
  package let character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

package struct PositionRange: Codable, Sendable, Hashable {
  package let start: Position
  package let end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

struct DocumentLocation: Encodable, Sendable {
  let uri: String
  let range: PositionRange
}

struct TextDocumentIdentifier: Decodable, Sendable {
  let uri: String
}

/// Parameters that are about one document.
protocol DocumentParameters: Decodable, Sendable {
  var textDocument: TextDocumentIdentifier { get }
}

/// Parameters of requests that need no more than the document.
struct WholeDocumentParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
}

/// Parameters of requests about a place in a document.
struct PlaceParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let position: Position
}
