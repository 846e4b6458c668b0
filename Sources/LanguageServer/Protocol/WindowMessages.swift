/// What the server asks a client to show or do, outside any document.
struct ShowMessageParameters: Encodable {
  /// Information.
  let type = 3
  let message: String
}

struct LogTraceParameters: Encodable {
  let message: String
}

struct SetTraceParameters: Decodable, Sendable {
  let value: String
}

struct CancelParameters: Decodable {
  let id: RequestID
}

/// The registration of file watchers, which has no static form (LSP 3.17, *DidChangeWatchedFiles*).
struct FileWatcherRegistration: Encodable {
  struct Registration: Encodable {
    let id = "policylens.files"
    let method = "workspace/didChangeWatchedFiles"
    let registerOptions = ["watchers": [["globPattern": "**/*.{yml,yaml,py}"]]]
  }

  let registrations = [Registration()]
}

/// The parameters of messages that have none; whatever a client sends in their place is ignored.
struct NoParameters: Decodable, Sendable {
  init(from decoder: any Decoder) {}
}
