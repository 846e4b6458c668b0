import Glibc

/// Reads a descriptor to its end, message by message.
///
/// Blocking reads into one buffer on a thread that does nothing else: the shortest way from the pipe to the
/// queue.
struct DescriptorReader {
  enum Ending: Equatable {
    /// The stream ended; `atBoundary` is false if it ended within a message.
    case endOfInput(atBoundary: Bool)
    case failure(MessageSplitter.Failure)
    /// The receiver wanted no more.
    case stopped
  }

  let descriptor: Int32

  /// Calls `receive` with each event until it returns false, the stream ends or can't be understood.
  func run(_ receive: (MessageSplitter.Event) -> Bool) -> Ending {
    var splitter = MessageSplitter(limits: .standard)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&query, 1, -1)
        continue
      }
      guard count > 0 else { return .endOfInput(atBoundary: splitter.isAtBoundary) }
      splitter.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      while let event = splitter.next() {
        if case .failure(let failure) = event { return .failure(failure) }
        if !receive(event) { return .stopped }
      }
    }
  }
}
