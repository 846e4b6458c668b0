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
  let hasSymbolTree: Bool
  let versionsWorkspaceEdits: Bool
  let showsRelatedInformation: Bool
  let showsDiagnosticTags: Bool

  init(_ json: JSONValue?) {
    func strings(_ value: JSONValue?) -> [String] { value?.elements?.compactMap(\.string) ?? [] }
    func isTrue(_ value: JSONValue?) -> Bool { value == .boolean(true) }
    let workspace = json?["workspace"]
    let document = json?["textDocument"]
    // LSP 3.17 asks about diagnostics under the name of the push, whichever way they go.
    let diagnostics = document?["publishDiagnostics"]

    positionEncoding = strings(json?["general"]?["positionEncodings"]).contains("utf-8") ? .utf8 : .utf16
    pullsDiagnostics =
      document?["diagnostic"]?.isObject == true && isTrue(workspace?["diagnostics"]?["refreshSupport"])
    refreshesInlayHints = isTrue(workspace?["inlayHint"]?["refreshSupport"])
    refreshesCodeLenses = isTrue(workspace?["codeLens"]?["refreshSupport"])
    registersFileWatchers = isTrue(workspace?["didChangeWatchedFiles"]?["dynamicRegistration"])
    let formats = strings(document?["hover"]?["contentFormat"])
    hoverIsPlainText = !formats.isEmpty && !formats.contains("markdown")
    hasSymbolTree = isTrue(document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"])
    versionsWorkspaceEdits = isTrue(workspace?["workspaceEdit"]?["documentChanges"])
    showsRelatedInformation = isTrue(diagnostics?["relatedInformation"])
    showsDiagnosticTags = diagnostics?["tagSupport"]?.isObject == true || isTrue(diagnostics?["tagSupport"])
  }
}
