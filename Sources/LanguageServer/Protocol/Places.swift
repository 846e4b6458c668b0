/// Where something is, in the protocol's terms (LSP 3.17, *Basic JSON Structures*).
///
/// Lines and characters count from zero; a character is what the negotiated position encoding says.
package struct Position: Sendable, Hashable {
  package let line: Int
  package let character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

package struct PositionRange: Sendable, Hashable {
  package let start: Position
  package let end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

struct DocumentLocation: Sendable, Hashable {
  let uri: String
  let range: PositionRange
}

struct TextDocumentIdentifier: Sendable {
  let uri: String
}

/// Parameters that are about one document.
protocol DocumentParameters: JSONDecodable {
  var textDocument: TextDocumentIdentifier { get }
}

/// Parameters of requests that need no more than the document.
struct WholeDocumentParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier

  init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try TextDocumentIdentifier(json: json.member("textDocument"))
  }
}

/// Parameters of requests about a place in a document.
struct PlaceParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let position: Position

  init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try TextDocumentIdentifier(json: json.member("textDocument"))
    position = try Position(json: json.member("position"))
  }
}

extension Position: JSONDecodable, JSONEncodable {
  init(json: JSONValue) throws(JSONMismatch) {
    line = try json.integer("line")
    character = try json.integer("character")
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.member("character", character)
    }
  }
}

extension PositionRange: JSONDecodable, JSONEncodable {
  init(json: JSONValue) throws(JSONMismatch) {
    start = try Position(json: json.member("start"))
    end = try Position(json: json.member("end"))
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("start", start)
      writer.member("end", end)
    }
  }
}

extension DocumentLocation: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.member("range", range)
    }
  }
}

extension TextDocumentIdentifier: JSONDecodable {
  init(json: JSONValue) throws(JSONMismatch) {
    uri = try json.string("uri")
  }
}
