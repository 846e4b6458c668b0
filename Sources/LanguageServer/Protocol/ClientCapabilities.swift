import SourceText

/// What the client said it can do, as one property per question. Everything is optional in the protocol, and
/// clients omit, null and misspell: what is absent or of another form counts as *no*.
struct ClientCapabilities: Sendable, Hashable {
  /// UTF-8 spares both sides a conversion of every position; the protocol's default is UTF-16.
  let positionEncoding: PositionEncoding

  /// Pulling needs a way to say that answers have changed. A client without one, Neovim 0.11 for instance,
  /// would keep a policy's verdicts when its Python changes in another buffer.
  let pullsDiagnostics: Bool
  let refreshesInlayHints: Bool
  let refreshesCodeLenses: Bool
  let registersFileWatchers: Bool

  /// Clients that say nothing get Markdown: every editor but the plainest shows it.
  let hoverIsPlainText: Bool
  /// Whether a link in Markdown may lead to a line of a file (`file:///a/b.py#L3`). The protocol has no word for it;
  /// the clients that render Markdown with *marked* are Visual Studio Code and its kin, which follow such links.
  let followsLinksToLines: Bool
  let hasSymbolTree: Bool
  let versionsWorkspaceEdits: Bool
  let showsRelatedInformation: Bool
  let showsDiagnosticTags: Bool

  /// What holds until the client has said something.
  static let none = ClientCapabilities(LenientMembers(of: nil))

  init(_ capabilities: LenientMembers) {
    let workspace = capabilities["workspace"]
    let document = capabilities["textDocument"]
    // LSP 3.17 asks about diagnostics under the name of the push, whichever way they go.
    let diagnostics = document["publishDiagnostics"]

    positionEncoding =
      capabilities["general"].strings("positionEncodings").contains("utf-8") ? .utf8 : .utf16
    pullsDiagnostics =
      document["diagnostic"].isObject && workspace["diagnostics"].isTrue("refreshSupport")
    refreshesInlayHints = workspace["inlayHint"].isTrue("refreshSupport")
    refreshesCodeLenses = workspace["codeLens"].isTrue("refreshSupport")
    registersFileWatchers = workspace["didChangeWatchedFiles"].isTrue("dynamicRegistration")
    let formats = document["hover"].strings("contentFormat")
    hoverIsPlainText = !formats.isEmpty && !formats.contains("markdown")
    followsLinksToLines =
      !hoverIsPlainText && capabilities["general"]["markdown"].value("parser") == "marked"
    hasSymbolTree = document["documentSymbol"].isTrue("hierarchicalDocumentSymbolSupport")
    versionsWorkspaceEdits = workspace["workspaceEdit"].isTrue("documentChanges")
    showsRelatedInformation = diagnostics.isTrue("relatedInformation")
    showsDiagnosticTags = diagnostics["tagSupport"].isObject || diagnostics.isTrue("tagSupport")
  }
}
