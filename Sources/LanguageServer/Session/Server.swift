package import Detections

/// What the command line says about the server.
package struct ServerOptions: Sendable {
  /// `nil`: the log goes to standard error.
  package let logFile: String?
  package let logLevel: LogLevel
  /// As `initialize` reports it.
  package let version: String

  package init(logFile: String?, logLevel: LogLevel, version: String) {
    self.logFile = logFile
    self.logLevel = logLevel
    self.version = version
  }
}

/// Serves the client on standard input and output until it leaves. Returns the process's exit status.
package func serve(_ options: ServerOptions) -> Int32 {
  guard let streams = ProtocolStreams.standard() else {
    Log(descriptor: 2, level: .error)(.error, "standard output can't be duplicated")
    return 1
  }
  return serve(options, on: streams, files: DiskFiles())
}

/// Serves a client on two descriptors, which stay open.
///
/// Three threads: one reads, one serves, and this one waits for them, so that no evaluation, however stuck, can
/// keep the process alive once its client is gone.
package func serve(_ options: ServerOptions, on streams: ProtocolStreams, files: any FileSource) -> Int32 {
  let standardError = Log(descriptor: 2, level: options.logLevel)
  let file = options.logFile.map { Log(file: $0, level: options.logLevel) }
  if let file, file == nil { standardError(.error, "the log file can't be opened") }
  let log = (file ?? nil) ?? standardError

  let inbox = Inbox()
  let outbox = Outbox(descriptor: streams.output)
  let progress = Signal(Progress())
  let version = options.version
  let serving = WorkerThread(stackSize: stackSize) {
    var session = Session(inbox: inbox, outbox: outbox, log: log, version: version, files: files)
    let status = session.run()
    progress.update { $0.status = status }
  }
  let reading = WorkerThread(stackSize: stackSize) {
    let isWellFormed = read(streams.input, inbox, outbox, log)
    progress.update { progress in
      progress.hasReadAll = true
      progress.inputIsWellFormed = isWellFormed
    }
    inbox.end()
  }
  guard serving != nil, reading != nil else {
    log(.error, "the system gives no threads")
    return 1
  }
  progress.wait { $0.status != nil || $0.hasReadAll ? () : nil }
  let status = progress.wait(seconds: secondsToFinish) { $0.status }
  if status == nil { log(.error, "gave up on what was still being computed") }
  return progress.withLock { $0.inputIsWellFormed } ? status ?? 1 : 1
}

/// Deep documents are read recursively, up to the limits of their parsers. The memory is only reserved.
private let stackSize = 64 << 20

/// How long what was received may take once the input has ended.
private let secondsToFinish = 5

private struct Progress: Sendable {
  var status: Int32?
  var hasReadAll = false
  var inputIsWellFormed = true
}

/// Reads messages until the client's last. Cancellations are dealt with at once, ahead of what waits.
///
/// Returns false if the input could not be understood.
private func read(_ descriptor: Int32, _ inbox: Inbox, _ outbox: Outbox, _ log: Log) -> Bool {
  let ending = DescriptorReader(descriptor: descriptor).run { event in
    switch event {
    case .skipped(let count):
      log(.warning, "skipped \(count) bytes that are no message")
    case .message(let bytes):
      let message = IncomingMessage(bytes)
      if case .cancellation(let id) = message.content {
        if inbox.cancel(id), let answer = try? OutgoingMessage.failure(id, .cancelled).encoded() {
          outbox.offer(answer)
        }
        return true
      }
      inbox.add(message)
      if case .notification(let notification) = message.content, notification.effect == .exit { return false }
    case .failure: break
    }
    return true
  }
  switch ending {
  case .stopped, .endOfInput(atBoundary: true): return true
  case .endOfInput(atBoundary: false):
    log(.error, "the input ended within a message")
    return false
  case .failure(let failure):
    log(.error, "the input can't be understood: \(failure.description)")
    return false
  }
}
