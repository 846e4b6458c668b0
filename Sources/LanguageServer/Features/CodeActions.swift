import Analysis
import SourceText

struct CodeActionParameters: DocumentParameters {
  /// A diagnostic that the client shows. Clients drop all but these members (ALE 3.3, Kate 22.12).
  struct ShownDiagnostic: Sendable {
    let range: PositionRange
    let code: String?
  }

  let textDocument: TextDocumentIdentifier
  let range: PositionRange
  let shown: [ShownDiagnostic]
  let only: [String]

  init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try TextDocumentIdentifier(json: json.member("textDocument"))
    range = try PositionRange(json: json.member("range"))
    let context = json["context"]
    var shown: [ShownDiagnostic] = []
    for diagnostic in context?["diagnostics"]?.elements ?? [] {
      let range = try PositionRange(json: diagnostic.member("range"))
      shown.append(ShownDiagnostic(range: range, code: diagnostic["code"]?.string))
    }
    self.shown = shown
    only = context?["only"]?.elements?.compactMap(\.string) ?? []
  }
}

/// An entry of the answer to `textDocument/codeAction`. The edit comes with it: not every client asks again.
struct ProtocolCodeAction: JSONEncodable {
  static let quickFix = "quickfix"

  let title: String
  let diagnostic: ProtocolDiagnostic?
  let isPreferred: Bool
  let edit: WorkspaceEdit

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", title)
      writer.member("kind", ProtocolCodeAction.quickFix)
      if let diagnostic { writer.member("diagnostics", [diagnostic]) }
      if isPreferred { writer.member("isPreferred", true) }
      writer.member("edit", edit)
    }
  }
}

/// Edits of one document (LSP 3.17, *WorkspaceEdit*).
enum WorkspaceEdit: JSONEncodable {
  struct Replacement: JSONEncodable {
    let range: PositionRange
    let newText: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("range", range)
        writer.member("newText", newText)
      }
    }
  }

  case plain(uri: String, [Replacement])
  /// The client refuses it if the document has another version by then.
  case versioned(uri: String, version: Int?, [Replacement])

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .plain(let uri, let edits):
        writer.member("changes", Changes(uri: uri, edits: edits))
      case .versioned(let uri, let version, let edits):
        writer.member("documentChanges", [DocumentEdit(uri: uri, version: version, edits: edits)])
      }
    }
  }

  private struct Changes: JSONEncodable {
    let uri: String
    let edits: [Replacement]

    func write(to writer: inout JSONWriter) {
      writer.object { $0.member(named: uri, edits) }
    }
  }

  private struct DocumentEdit: JSONEncodable {
    let uri: String
    let version: Int?
    let edits: [Replacement]

    func write(to writer: inout JSONWriter) {
      let document: JSONValue = .object([
        JSONValue.Member(name: "uri", value: .string(uri)),
        // Required by the protocol, null for a document that is not open.
        JSONValue.Member(name: "version", value: version.map(JSONValue.integer) ?? .null),
      ])
      writer.object { writer in
        writer.member("textDocument", document)
        writer.member("edits", edits)
      }
    }
  }
}

extension RequestRoute {
  static let codeAction = RequestRoute(
    "textDocument/codeAction", about: CodeActionParameters.self,
    advertise: { capabilities, _ in
      let kinds = JSONValue.array([.string(ProtocolCodeAction.quickFix)])
      capabilities.offer(
        "codeActionProvider", .object([JSONValue.Member(name: "codeActionKinds", value: kinds)]))
    }
  ) { context, parameters in
    if !parameters.only.isEmpty, !parameters.only.contains(where: isOrContainsQuickFix) {
      return [ProtocolCodeAction]()
    }
    let range = context.byteRange(of: parameters.range)
    let shown = parameters.shown
    return context.snapshot.codeActions(in: range, in: context.file).compactMap {
      action -> ProtocolCodeAction? in
      let diagnostic = action.diagnostic.map(context.protocolDiagnostic)
      // Kate asks for the whole document with one diagnostic, and applies everything it is given.
      guard shown.isEmpty || diagnostic.map({ isAmong(shown, $0) }) ?? false else { return nil }
      return ProtocolCodeAction(
        title: action.title, diagnostic: diagnostic, isPreferred: action.isPreferred,
        edit: edit(action.edits, context))
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
