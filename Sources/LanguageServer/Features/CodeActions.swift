import Analysis
import SourceText

struct CodeActionParameters: DocumentParameters {
  struct Context: Decodable, Sendable {
    let diagnostics: [ShownDiagnostic]?
    let only: [String]?
  }

  /// A diagnostic that the client shows. Clients drop all but these members (ALE 3.3, Kate 22.12).
  struct ShownDiagnostic: Decodable, Sendable {
    let range: PositionRange
    /// `nil` also for the numbers that other servers have as codes.
    let code: String?

    private enum CodingKeys: CodingKey {
      case range, code
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      range = try members.decode(PositionRange.self, forKey: .range)
      code = try? members.decode(String.self, forKey: .code)
    }
  }

  let textDocument: TextDocumentIdentifier
  let range: PositionRange
  let context: Context?
}

struct CodeActionOptions: Encodable {
  let codeActionKinds = [ProtocolCodeAction.quickFix]
}

/// An entry of the answer to `textDocument/codeAction`. The edit comes with it: not every client asks again.
struct ProtocolCodeAction: Encodable {
  static let quickFix = "quickfix"

  let title: String
  let kind = ProtocolCodeAction.quickFix
  let diagnostics: [ProtocolDiagnostic]?
  let isPreferred: Bool
  let edit: WorkspaceEdit
}

/// Edits of one document (LSP 3.17, *WorkspaceEdit*).
struct WorkspaceEdit: Encodable {
  struct Replacement: Encodable {
    let range: PositionRange
    let newText: String
  }

  private struct DocumentEdit: Encodable {
    let textDocument: Document
    let edits: [Replacement]
  }

  private struct Document: Encodable {
    let uri: String
    let version: Int?

    private enum CodingKeys: CodingKey {
      case uri, version
    }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: CodingKeys.self)
      try members.encode(uri, forKey: .uri)
      // Required by the protocol, null for a document that is not open.
      try members.encode(version, forKey: .version)
    }
  }

  private let changes: [String: [Replacement]]?
  private let documentChanges: [DocumentEdit]?

  static func plain(uri: String, _ edits: [Replacement]) -> WorkspaceEdit {
    WorkspaceEdit(changes: [uri: edits], documentChanges: nil)
  }

  /// The client refuses it if the document has another version by then.
  static func versioned(uri: String, version: Int?, _ edits: [Replacement]) -> WorkspaceEdit {
    let document = Document(uri: uri, version: version)
    return WorkspaceEdit(
      changes: nil, documentChanges: [DocumentEdit(textDocument: document, edits: edits)])
  }
}

extension RequestRoute {
  static let codeAction = RequestRoute(
    "textDocument/codeAction", about: CodeActionParameters.self,
    advertise: { capabilities, _ in capabilities.codeActionProvider = CodeActionOptions() }
  ) { context, parameters in
    let only = parameters.context?.only ?? []
    if !only.isEmpty, !only.contains(where: isOrContainsQuickFix) {
      return [ProtocolCodeAction]()
    }
    let range = context.byteRange(of: parameters.range)
    let shown = parameters.context?.diagnostics ?? []
    // Kate asks for the whole document with one diagnostic, and applies everything it is given.
    let actions = context.snapshot.codeActions(in: range, in: context.file) { diagnostic in
      shown.isEmpty || isAmong(shown, context.protocolDiagnostic(diagnostic))
    }
    return actions.filter { shown.isEmpty || !$0.diagnostics.isEmpty }.map { action in
      let diagnostics = action.diagnostics.map(context.protocolDiagnostic)
      return ProtocolCodeAction(
        title: action.title, diagnostics: diagnostics.isEmpty ? nil : diagnostics,
        isPreferred: action.isPreferred, edit: edit(action.edits, context))
    }
  }

  /// Kinds are hierarchical: a wish for the empty kind is one for all.
  private static func isOrContainsQuickFix(_ kind: String) -> Bool {
    kind.isEmpty || kind == ProtocolCodeAction.quickFix
  }

  private static func isAmong(
    _ shown: [CodeActionParameters.ShownDiagnostic], _ diagnostic: ProtocolDiagnostic
  ) -> Bool {
    shown.contains { $0.range == diagnostic.range && $0.code == diagnostic.code }
  }

  private static func edit(_ edits: [TextEdit], _ context: DocumentContext) -> WorkspaceEdit {
    let edits = edits.map { edit in
      WorkspaceEdit.Replacement(range: context.range(of: edit.range), newText: edit.replacement)
    }
    guard context.client.versionsWorkspaceEdits else { return .plain(uri: context.uri, edits) }
    return .versioned(uri: context.uri, version: context.documents[context.file]?.version, edits)
  }
}
