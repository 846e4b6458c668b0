import Glibc
import Synchronization

/// The way to the client: whole messages, in the order they were given.
///
/// The server's thread writes and may wait for a slow client. The reader must not: if it waited for a client
/// that itself waits to be read, both would wait for ever. So the reader leaves its messages here when they
/// can't be written at once, and the next write takes them along.
final class Outbox: Sendable {
  private struct State {
    var pending: [UInt8] = []
    var isWriting = false
    var isBroken = false
  }

  private let descriptor: Int32
  private let state = Mutex(State())

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether a write failed: nobody reads any more.
  var isBroken: Bool { state.withLock { $0.isBroken } }

  /// Writes a message, waiting as long as it takes.
  func send(_ body: some Collection<UInt8>) {
    enqueue(body)
    drain()
  }

  /// Writes a message if that takes no waiting, or else leaves it to the next `send`.
  func offer(_ body: some Collection<UInt8>) {
    enqueue(body)
    var query = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // A pipe that is ready takes PIPE_BUF bytes, 4096 here, without waiting.
    let isSmall = state.withLock { $0.pending.count <= 4096 }
    if isSmall, poll(&query, 1, 0) == 1, query.revents & Int16(POLLOUT) != 0 { drain() }
  }

  /// Writes what was left behind.
  func flush() { drain() }

  private func enqueue(_ body: some Collection<UInt8>) {
    state.withLock { state in
      guard !state.isBroken else { return }
      state.pending.append(contentsOf: "Content-Length: \(body.count)\r\n\r\n".utf8)
      state.pending.append(contentsOf: body)
    }
  }

  /// One thread writes at a time; another's bytes are written by the one that is at it.
  private func drain() {
    while let bytes = claim() {
      let succeeded = write(bytes)
      state.withLock { state in
        state.isWriting = false
        if !succeeded {
          state.isBroken = true
          state.pending = []
        }
      }
    }
  }

  private func claim() -> [UInt8]? {
    state.withLock { state in
      guard !state.isWriting, !state.isBroken, !state.pending.isEmpty else { return nil }
      state.isWriting = true
      defer { state.pending = [] }
      return state.pending
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count > 0 {
          written += count
        } else if count < 0, errno == EAGAIN {
          var query = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&query, 1, -1)
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
