import Glibc

/// The two descriptors that carry the protocol.
package struct ProtocolStreams: Sendable {
  package let input: Int32
  package let output: Int32

  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Takes over standard input and output.
  ///
  /// Standard output is duplicated for the protocol and then points at standard error: whatever prints, be it a
  /// library or a forgotten line of debugging, can't break the stream. A client that vanishes is noticed by a
  /// failed write, not by a signal that ends the process.
  static func standard() -> ProtocolStreams? {
    signal(SIGPIPE, SIG_IGN)
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return nil }
    return ProtocolStreams(input: STDIN_FILENO, output: output)
  }
}
