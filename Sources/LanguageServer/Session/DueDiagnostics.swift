import Analysis
import Detections
import Sandbox
import SourceText

/// Which diagnostics have to be computed again, and what was last said about each document.
///
/// A client that can pull diagnostics and be told to pull again does so; every other client gets each version's
/// diagnostics pushed. Never both, or an editor would show everything twice.
struct DueDiagnostics: Sendable {
  /// What the client was last told, or has last asked for.
  struct Told: Sendable {
    var version: Int?
    var resultID: String
  }

  /// The hints and lenses of a document's version, as a number that differs when they do.
  struct Shown: Sendable, Equatable {
    let version: Int?
    let fingerprint: Int
  }

  /// Files whose content changed since the last round; what depends on them has to be looked up yet.
  fileprivate var changed: [FilePath] = []
  /// Documents to look at, in this order.
  fileprivate var documents: [FilePath] = []
  /// Whether a document's answers changed by a change of another file.
  fileprivate var othersChanged = false
  fileprivate var told: [FilePath: Told] = [:]
  fileprivate var shown: [FilePath: Shown] = [:]

  var isEmpty: Bool { changed.isEmpty && documents.isEmpty }

  mutating func fileChanged(_ path: FilePath) {
    if !changed.contains(path) { changed.append(path) }
  }

  mutating func closed(_ path: FilePath) {
    told[path] = nil
    shown[path] = nil
    documents.removeAll { $0 == path }
  }

  mutating func pulled(_ path: FilePath, version: Int?, resultID: String) {
    told[path] = Told(version: version, resultID: resultID)
  }
}

extension Session {
  /// Computes and sends what is due, until it is done or a message asks for attention.
  mutating func publishDueDiagnostics() {
    guard findDependentDocuments() else { return }
    while let path = due.documents.first {
      guard let document = documents[path] else {
        due.closed(path)
        continue
      }
      guard let interrupt = inbox.beginBackground(path) else { return }
      let isDone = publishDiagnostics(of: document, interrupt)
      inbox.finish()
      guard isDone else { return }
      due.documents.removeFirst()
      if !inbox.isEmpty { return }
    }
    if due.othersChanged { refreshClient() }
    due.othersChanged = false
  }

  /// What depends on the changed files is due, and before it the changed files themselves. Returns false if a
  /// newer change made the work useless.
  private mutating func findDependentDocuments() -> Bool {
    guard let first = due.changed.first else { return true }
    guard let interrupt = inbox.beginBackground(first) else { return false }
    defer { inbox.finish() }
    let open = documents.paths
    let snapshot = workspace.snapshot(interrupt: interrupt)
    let dependent = due.changed.flatMap { snapshot.relatedFiles(of: $0, among: open) }
    guard inbox.workIsCurrent else { return false }
    for path in due.changed.filter({ documents[$0] != nil }) + dependent where !due.documents.contains(path) {
      due.documents.append(path)
    }
    due.changed = []
    return true
  }

  /// Returns false if a newer change made the work useless.
  private mutating func publishDiagnostics(of document: OpenDocument, _ interrupt: Interrupt) -> Bool {
    let snapshot = workspace.snapshot(interrupt: interrupt)
    let resultID = snapshot.resultID(of: document.path)
    let told = due.told[document.path]
    let isNewVersion = told == nil || told?.version != document.version
    let isNews = isNewVersion || told?.resultID != resultID
    let context = DocumentContext(
      snapshot: snapshot, file: document.path, source: document.text, documents: documents, client: client)
    if isNews, !client.pullsDiagnostics {
      let diagnostics = context.diagnostics()
      guard inbox.workIsCurrent else { return false }
      notify(
        "textDocument/publishDiagnostics",
        PublishDiagnosticsParameters(uri: document.uri, version: document.version, diagnostics: diagnostics))
      due.told[document.path] = DueDiagnostics.Told(version: document.version, resultID: resultID)
    }
    // What the client has edited it asks for by itself.
    if isNews, !isNewVersion { due.othersChanged = true }
    return noteWhatIsShown(context)
  }

  /// Notices when another file's change made a document's hints or lenses other than they were. Diagnostics may
  /// stay the same then: a policy gets one more passing test, and more of them end at a line of its Python.
  private mutating func noteWhatIsShown(_ context: DocumentContext) -> Bool {
    guard client.refreshesInlayHints || client.refreshesCodeLenses else { return true }
    var hasher = Hasher()
    hasher.combine(context.snapshot.inlayHints(in: context.file, range: 0..<context.source.count))
    hasher.combine(context.snapshot.codeLenses(in: context.file))
    guard inbox.workIsCurrent else { return false }
    let version = documents[context.file]?.version
    let shown = DueDiagnostics.Shown(version: version, fingerprint: hasher.finalize())
    if let before = due.shown[context.file], before.version == version, before != shown {
      due.othersChanged = true
    }
    due.shown[context.file] = shown
    return true
  }

  /// Tells the client to ask again for what it can't know to have changed.
  private mutating func refreshClient() {
    if client.pullsDiagnostics { request("workspace/diagnostic/refresh") }
    if client.refreshesInlayHints { request("workspace/inlayHint/refresh") }
    if client.refreshesCodeLenses { request("workspace/codeLens/refresh") }
  }
}
