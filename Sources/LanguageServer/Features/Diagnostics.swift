import Analysis
import SourceText

struct DiagnosticOptions: Encodable {
  let identifier = "policylens"
  /// A policy's answers depend on its Python, which may be open beside it.
  let interFileDependencies = true
  let workspaceDiagnostics = false
}

extension RequestRoute {
  /// The same list that is pushed to clients that can't pull.
  static let diagnostic = RequestRoute(
    "textDocument/diagnostic", DiagnosticParameters.self,
    advertise: { capabilities, client in
      if client.pullsDiagnostics { capabilities.diagnosticProvider = DiagnosticOptions() }
    }
  ) { session, parameters, interrupt in
    guard let context = session.context(of: parameters.textDocument.uri, interrupt) else {
      return DiagnosticReport.full([], resultID: "")
    }
    let resultID = context.snapshot.resultID(of: context.file)
    session.due.pulled(
      context.file, version: session.documents[context.file]?.version, resultID: resultID)
    if parameters.previousResultID == resultID { return DiagnosticReport.unchanged(resultID: resultID) }
    return DiagnosticReport.full(context.diagnostics(), resultID: resultID)
  }
}

extension DocumentContext {
  /// The document's diagnostics in the protocol's form.
  func diagnostics() -> [ProtocolDiagnostic] { snapshot.diagnostics(in: file).map(protocolDiagnostic) }

  func protocolDiagnostic(_ diagnostic: Diagnostic) -> ProtocolDiagnostic {
    let related = client.showsRelatedInformation ? diagnostic.related.compactMap(protocolRelated) : []
    let tags = client.showsDiagnosticTags ? diagnostic.tags.map(number) : []
    return ProtocolDiagnostic(
      range: range(of: diagnostic.range), severity: number(diagnostic.severity),
      code: diagnostic.code.rawValue,
      // Some clients refuse a whole list for one empty message.
      message: diagnostic.message.isEmpty ? diagnostic.code.rawValue : diagnostic.message,
      tags: tags.isEmpty ? nil : tags, relatedInformation: related.isEmpty ? nil : related)
  }

  private func protocolRelated(_ related: Diagnostic.Related) -> ProtocolDiagnostic.Related? {
    location(of: related.location).map { ProtocolDiagnostic.Related(location: $0, message: related.message) }
  }

  private func number(_ severity: Diagnostic.Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .information: 3
    case .hint: 4
    }
  }

  private func number(_ tag: Diagnostic.Tag) -> Int {
    switch tag {
    case .unnecessary: 1
    case .deprecated: 2
    }
  }
}
