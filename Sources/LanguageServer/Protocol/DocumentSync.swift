/// What clients say about the documents they have open (LSP 3.17, *Text Document Synchronization*).
struct DidOpenParameters: JSONDecodable {
  let uri: String
  let version: Int?
  let text: String

  init(json: JSONValue) throws(JSONMismatch) {
    let document = try json.member("textDocument")
    uri = try document.string("uri")
    version = document["version"]?.integer
    text = try document.string("text")
  }
}

package struct DidChangeParameters: JSONDecodable {
  /// One edit, relative to the text that the edit before it left. Without a range it replaces everything.
  package struct Change: Sendable {
    package let range: PositionRange?
    package let text: String

    package init(range: PositionRange?, text: String) {
      self.range = range
      self.text = text
    }
  }

  let uri: String
  let version: Int?
  let changes: [Change]

  init(json: JSONValue) throws(JSONMismatch) {
    let document = try json.member("textDocument")
    uri = try document.string("uri")
    version = document["version"]?.integer
    var changes: [Change] = []
    for change in try json.elements("contentChanges") { changes.append(try Change(json: change)) }
    self.changes = changes
  }
}

extension DidChangeParameters.Change: JSONDecodable {
  init(json: JSONValue) throws(JSONMismatch) {
    range = try json.optional("range", PositionRange.self)
    text = try json.string("text")
  }
}

struct DidChangeWatchedFilesParameters: JSONDecodable {
  let uris: [String]

  init(json: JSONValue) throws(JSONMismatch) {
    var uris: [String] = []
    for change in try json.elements("changes") { uris.append(try change.string("uri")) }
    self.uris = uris
  }
}
