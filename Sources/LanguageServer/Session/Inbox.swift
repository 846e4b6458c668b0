import Detections
import Sandbox

/// The messages that wait, and the work that is under way.
///
/// One thread reads and adds, one takes and serves; both decide under one lock what an edit or a cancellation
/// means for the work under way, so each request gets exactly one answer and no diagnostics are sent that a
/// received edit has made old.
final class Inbox: Sendable {
  enum Outcome: Equatable {
    /// The answer may be sent.
    case current
    /// The request was cancelled, and that is its answer.
    case answered
    /// The request's document was edited while it was served.
    case outdated
  }

  private struct Work {
    /// `nil` for work that no client asked for.
    let request: RequestID?
    let document: FilePath?
    let interrupt: Interrupt
    let start: ContinuousClock.Instant
    var outcome = Outcome.current
  }

  private struct State {
    var waiting: [IncomingMessage] = []
    /// How many of `waiting` change documents or files, and how many edit a document.
    var changes = 0
    var edits: [FilePath: Int] = [:]
    var hasEnded = false
    var work: Work?
    var slow: Set<FilePath> = []

    mutating func forget(_ effect: NotificationEffect) {
      switch effect {
      case .none, .exit: break
      case .change: changes -= 1
      case .edit(let path):
        changes -= 1
        if let count = edits[path], count > 1 { edits[path] = count - 1 } else { edits[path] = nil }
      }
    }
  }

  /// A document is slow when the last work on it took longer than this. Requests about a slow document are not
  /// served once an edit of it waits behind them, or each keystroke would wait for the answers to those before
  /// it. Quick documents' requests are all answered, in order, as LSP 3.17 (*ContentModified*) asks for.
  private static let patience = Duration.milliseconds(100)

  private let state = Signal(State())

  // MARK: The reader's side

  func add(_ message: IncomingMessage) {
    state.update { state in
      state.waiting.append(message)
      guard case .notification(let notification) = message.content else { return }
      switch notification.effect {
      case .none: break
      case .edit(let path):
        state.changes += 1
        state.edits[path, default: 0] += 1
        if state.work?.request == nil {
          state.work?.interrupt.interrupt()
        } else if let work = state.work, work.document == path,
          state.slow.contains(path) || work.start.duration(to: .now) > Inbox.patience
        {
          work.interrupt.interrupt()
          if work.outcome == .current { state.work?.outcome = .outdated }
        }
      case .change:
        state.changes += 1
        if state.work?.request == nil { state.work?.interrupt.interrupt() }
      case .exit:
        state.work?.interrupt.interrupt()
        if state.work?.outcome == .current { state.work?.outcome = .outdated }
      }
    }
  }

  /// Takes a request off, or stops it. Returns whether it still needs the answer that it was cancelled.
  func cancel(_ id: RequestID) -> Bool {
    state.withLock { state in
      if let work = state.work, work.request == id, work.outcome != .answered {
        work.interrupt.interrupt()
        state.work?.outcome = .answered
        return true
      }
      let index = state.waiting.firstIndex { message in
        if case .request(id, _) = message.content { true } else { false }
      }
      guard let index else { return false }
      state.waiting.remove(at: index)
      return true
    }
  }

  /// No more messages will come.
  func end() {
    state.update { $0.hasEnded = true }
  }

  // MARK: The server's side

  /// Whether messages wait.
  var isEmpty: Bool { state.withLock { $0.waiting.isEmpty } }

  /// Takes the next message and begins work on it, waiting for one to come; `nil` at the end of the input.
  func take() -> (message: IncomingMessage, interrupt: Interrupt)? {
    state.wait { state -> (message: IncomingMessage, interrupt: Interrupt)?? in
      guard !state.waiting.isEmpty else { return state.hasEnded ? .some(nil) : nil }
      let message = state.waiting.removeFirst()
      let interrupt = Interrupt()
      var work = Work(request: nil, document: nil, interrupt: interrupt, start: .now)
      switch message.content {
      case .request(let id, let prepared):
        work = Work(
          request: id, document: prepared.document, interrupt: interrupt, start: work.start)
        if let path = prepared.document, state.edits[path] != nil, state.slow.contains(path) {
          work.outcome = .outdated
          interrupt.interrupt()
        }
      case .notification(let notification):
        state.forget(notification.effect)
      case .refused, .cancellation, .response, .ignored: break
      }
      state.work = work
      return (message, interrupt)
    }
  }

  /// Begins work that no client waits for, unless a change waits that would make its result old.
  func beginBackground(_ document: FilePath) -> Interrupt? {
    state.withLock { state in
      guard state.changes == 0 else { return nil }
      let interrupt = Interrupt()
      state.work = Work(request: nil, document: document, interrupt: interrupt, start: .now)
      return interrupt
    }
  }

  /// Whether what has been computed so far is still about all that was received.
  var workIsCurrent: Bool {
    state.withLock { state in
      guard let work = state.work else { return false }
      return work.outcome == .current && !(work.request == nil && state.changes > 0)
    }
  }

  /// Ends the work under way.
  @discardableResult
  func finish() -> Outcome {
    state.withLock { state in
      guard let work = state.work else { return .answered }
      state.work = nil
      if let document = work.document {
        if work.start.duration(to: .now) > Inbox.patience {
          state.slow.insert(document)
        } else if !work.interrupt.isInterrupted {
          state.slow.remove(document)
        }
      }
      return work.outcome
    }
  }
}
