import Analysis
import Detections
import Sandbox
import SourceText

/// The server's one owner of state. It takes messages in the order they came, on one thread: notifications
/// change the state there and then, requests are answered from a snapshot of it, and when nothing waits the
/// diagnostics that are due are computed and sent.
///
/// It never waits for a client: answers to its own requests arrive as messages like any other.
struct Session {
  enum Phase {
    case new, running, shutDown
  }

  let inbox: Inbox
  let outbox: Outbox
  let log: Log
  let version: String
  var phase = Phase.new
  var client = ClientCapabilities.none
  var documents = OpenDocuments()
  var workspace: Workspace
  var due = DueDiagnostics()
  var isTracing = false
  private var requestsSent = 0

  /// So many messages may be served before diagnostics that are due: no stream of requests holds them up.
  private static let messagesBeforeDiagnostics = 16

  init(inbox: Inbox, outbox: Outbox, log: Log, version: String, files: any FileSource) {
    self.inbox = inbox
    self.outbox = outbox
    self.log = log
    self.version = version
    self.workspace = Workspace(files: files)
  }

  /// Serves until the client says `exit` or is gone; returns the process's exit status.
  mutating func run() -> Int32 {
    var served = 0
    while !outbox.isBroken {
      if !due.isEmpty, inbox.isEmpty || served >= Session.messagesBeforeDiagnostics {
        served = 0
        publishDueDiagnostics()
      }
      outbox.flush()
      guard let (message, interrupt) = inbox.take() else { break }
      served += 1
      if let status = handle(message, interrupt) { return status }
    }
    log(.info, outbox.isBroken ? "the client reads no more" : "the client's input ended")
    return exitStatus
  }

  /// 0 only for a client that took its leave (LSP 3.17, *Exit Notification*).
  private var exitStatus: Int32 { phase == .shutDown ? 0 : 1 }

  /// Handles one message. Returns the exit status if it is the last.
  private mutating func handle(_ message: IncomingMessage, _ interrupt: Interrupt) -> Int32? {
    let start = ContinuousClock.now
    switch message.content {
    case .request(let id, let request):
      answer(id, message.method, request, interrupt)
    case .refused(let id, let error):
      log(.warning, "refused a message: \(error.message)")
      send(.failure(id, error))
    case .notification(let notification):
      if notification.effect == .exit { return exitStatus }
      if phase == .running {
        notification.run(&self)
      } else {
        log(.warning, "dropped \(message.method): \(phase == .new ? "not initialized" : "shut down")")
      }
    case .response(let error):
      if let error { log(.warning, "the client refused a request: \(error)") }
    case .ignored(let reason):
      log(message.method.hasPrefix("$/") ? .debug : .warning, reason)
    case .cancellation:
      // The reader has dealt with it.
      break
    }
    inbox.finish()
    let duration = start.duration(to: .now)
    log(.debug, "\(message.method) took \(duration)")
    if isTracing { notify("$/logTrace", LogTraceParameters(message: "\(message.method): \(duration)")) }
    return nil
  }

  /// Serves a request, unless the session's phase forbids it, and sends its one answer.
  private mutating func answer(
    _ id: RequestID, _ method: String, _ request: IncomingMessage.Prepared, _ interrupt: Interrupt
  ) {
    let result: Result<(any Encodable)?, ResponseError>
    do throws(ResponseError) {
      try checkPhase(for: method)
      result = .success(inbox.workIsCurrent ? try request.run(&self, interrupt) : nil)
    } catch {
      result = .failure(error)
    }
    switch inbox.finish() {
    case .answered: return
    case .outdated: send(.failure(id, .contentModified))
    case .current: send(id, method, result)
    }
  }

  private func checkPhase(for method: String) throws(ResponseError) {
    switch phase {
    case .new where method != "initialize":
      throw ResponseError(.serverNotInitialized, "initialize first")
    case .running where method == "initialize":
      throw ResponseError(.invalidRequest, "already initialized")
    case .shutDown:
      throw ResponseError(.invalidRequest, "shut down")
    case .new, .running: break
    }
  }

  private func send(
    _ id: RequestID, _ method: String, _ result: Result<(any Encodable)?, ResponseError>
  ) {
    switch result {
    case .failure(let error):
      log(error.code == .internalError ? .error : .info, "\(method) \(id): \(error.message)")
      send(.failure(id, error))
    case .success(let value):
      send(.response(id, value))
    }
  }

  /// Sends a message. What JSON lacks, infinite numbers, no message has; it would be a mistake of this program.
  private func send(_ message: OutgoingMessage) {
    do {
      outbox.send(try message.encoded())
    } catch {
      log(.error, "a message can't be written: \(error)")
    }
  }

  // MARK: What handlers use

  /// What a request about a document is answered from; `nil` if there is no such document.
  mutating func context(of uri: String, _ interrupt: Interrupt) -> DocumentContext? {
    let path = documents.path(of: uri)
    let snapshot = workspace.snapshot(interrupt: interrupt)
    guard let source = snapshot.source(of: path) else { return nil }
    return DocumentContext(
      snapshot: snapshot, file: path, source: source, documents: documents, client: client)
  }

  func notify(_ method: String, _ parameters: some Encodable) {
    send(.notification(method, parameters))
  }

  /// Sends a request whose answer needs no attention but for the log.
  mutating func request(_ method: String, _ parameters: (any Encodable)? = nil) {
    requestsSent += 1
    send(.request(.string("policylens-\(requestsSent)"), method, parameters))
  }
}
