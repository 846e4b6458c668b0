/// Diagnostics in the protocol's form (LSP 3.17, *Diagnostic*, *PublishDiagnostics*, *Pull Diagnostics*).
struct ProtocolDiagnostic: Sendable, Hashable {
  struct Related: Sendable, Hashable {
    let location: DocumentLocation
    let message: String
  }

  let range: PositionRange
  let severity: Int
  let code: String
  let message: String
  let tags: [Int]
  let related: [Related]
}

struct PublishDiagnosticsParameters: Sendable {
  let uri: String
  let version: Int?
  /// Never null: not every client takes that for an empty list.
  let diagnostics: [ProtocolDiagnostic]
}

struct DiagnosticParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let previousResultID: String?

  init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try TextDocumentIdentifier(json: json.member("textDocument"))
    previousResultID = json["previousResultId"]?.string
  }
}

/// A pulled answer: everything, or word that nothing changed since the result the client has.
enum DiagnosticReport: Sendable {
  case full([ProtocolDiagnostic], resultID: String)
  case unchanged(resultID: String)
}

extension ProtocolDiagnostic: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("severity", severity)
      writer.member("code", code)
      writer.member("source", "policylens")
      writer.member("message", message)
      if !tags.isEmpty { writer.member("tags", tags) }
      if !related.isEmpty { writer.member("relatedInformation", related) }
    }
  }
}

extension ProtocolDiagnostic.Related: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("location", location)
      writer.member("message", message)
    }
  }
}

extension PublishDiagnosticsParameters: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.member(ifPresent: "version", version)
      writer.member("diagnostics", diagnostics)
    }
  }
}

extension DiagnosticReport: JSONEncodable {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .full(let items, let resultID):
        writer.member("kind", "full")
        writer.member("resultId", resultID)
        writer.member("items", items)
      case .unchanged(let resultID):
        writer.member("kind", "unchanged")
        writer.member("resultId", resultID)
      }
    }
  }
}
