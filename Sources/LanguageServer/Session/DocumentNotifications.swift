import Detections
import SourceText

extension NotificationRoute {
  static let didOpen = NotificationRoute(
    "textDocument/didOpen", DidOpenParameters.self, effect: { _ in .change }
  ) { session, parameters in
    let opened = parameters.textDocument
    let path = session.documents.path(of: opened.uri)
    let document = OpenDocument(
      uri: opened.uri, path: path, version: opened.version, text: SourceText(opened.text))
    session.documents.open(document)
    session.workspace.setOverlay(path, document.text)
    session.due.fileChanged(path)
  }

  static let didChange = NotificationRoute(
    "textDocument/didChange", DidChangeParameters.self,
    effect: { .edit(DocumentURI.path(of: $0.textDocument.uri)) }
  ) { session, parameters in
    let path = session.documents.path(of: parameters.textDocument.uri)
    let document = session.documents.change(
      path, to: parameters.textDocument.version, parameters.contentChanges,
      encoding: session.client.positionEncoding)
    guard let document else {
      session.log(.warning, "an edit of \(path), which is not open")
      return
    }
    session.workspace.setOverlay(path, document.text)
    session.due.fileChanged(path)
  }

  static let didSave = NotificationRoute(
    "textDocument/didSave", WholeDocumentParameters.self, effect: { _ in .change }
  ) { session, parameters in
    session.filesChanged([session.documents.path(of: parameters.textDocument.uri)])
  }

  /// The file on the disk counts again, and what the server said about the document is taken back.
  static let didClose = NotificationRoute(
    "textDocument/didClose", WholeDocumentParameters.self, effect: { _ in .change }
  ) { session, parameters in
    let path = session.documents.path(of: parameters.textDocument.uri)
    guard let document = session.documents.close(path) else {
      session.log(.warning, "\(path) was closed, which was not open")
      return
    }
    session.workspace.removeOverlay(path)
    session.due.closed(path)
    session.due.fileChanged(path)
    guard !session.client.pullsDiagnostics else { return }
    session.notify(
      "textDocument/publishDiagnostics",
      PublishDiagnosticsParameters(uri: document.uri, version: nil, diagnostics: []))
  }

  static let didChangeWatchedFiles = NotificationRoute(
    "workspace/didChangeWatchedFiles", DidChangeWatchedFilesParameters.self, effect: { _ in .change }
  ) { session, parameters in
    session.filesChanged(parameters.changes.map { DocumentURI.path(of: $0.uri) })
  }
}

extension Session {
  /// Files have other content on the disk. What clients have open stays as they have it.
  fileprivate mutating func filesChanged(_ paths: [FilePath]) {
    workspace.filesChanged(paths)
    for path in paths { due.fileChanged(path) }
  }
}
