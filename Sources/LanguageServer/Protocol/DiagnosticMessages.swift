/// Diagnostics in the protocol's form (LSP 3.17, *Diagnostic*, *PublishDiagnostics*, *Pull Diagnostics*).
struct ProtocolDiagnostic: Encodable, Sendable {
  struct Related: Encodable, Sendable {
    let location: DocumentLocation
    let message: String
  }

  let range: PositionRange
  let severity: Int
  let code: String
  let source = "policylens"
  let message: String
  let tags: [Int]?
  let relatedInformation: [Related]?
}

struct PublishDiagnosticsParameters: Encodable {
  let uri: String
  let version: Int?
  /// Never null: not every client takes that for an empty list.
  let diagnostics: [ProtocolDiagnostic]
}

struct DiagnosticParameters: DocumentParameters {
  private enum CodingKeys: String, CodingKey {
    case textDocument
    case previousResultID = "previousResultId"
  }

  let textDocument: TextDocumentIdentifier
  let previousResultID: String?
}

/// A pulled answer: everything, or word that nothing changed since the result the client has.
struct DiagnosticReport: Encodable {
  private enum Kind: String, Encodable {
    case full, unchanged
  }

  private enum CodingKeys: String, CodingKey {
    case kind, items
    case resultID = "resultId"
  }

  private let kind: Kind
  private let items: [ProtocolDiagnostic]?
  private let resultID: String

  static func full(_ items: [ProtocolDiagnostic], resultID: String) -> DiagnosticReport {
    DiagnosticReport(kind: .full, items: items, resultID: resultID)
  }

  static func unchanged(resultID: String) -> DiagnosticReport {
    DiagnosticReport(kind: .unchanged, items: nil, resultID: resultID)
  }
}
