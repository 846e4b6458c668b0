import FoundationEssentials
import Glibc

/// Where a command writes: its answer to standard output, everything else to standard error.
struct Console: Sendable {
  let output: Output
  let error: Output

  static func standard() -> Console {
    Console(output: Output(STDOUT_FILENO), error: Output(STDERR_FILENO))
  }

  /// A message for people, `policylens: …`.
  func say(_ message: String) {
    output.flush()
    error.write("policylens: \(message)\n")
    error.flush()
  }
}

/// A stream of the process, written in large pieces. Used by one thread.
final class Output: @unchecked Sendable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  let isTerminal: Bool
  let style: Style

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    let environment = ProcessInfo.processInfo.environment
    // https://no-color.org
    let mayColour = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    style = Style(isColoured: isTerminal && mayColour)
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 || isTerminal { flush() }
  }

  func flush() {
    var written = 0
    buffer.withUnsafeBytes { bytes in
      while written < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(descriptor, base + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        written += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Colours, where they are wanted.
struct Style: Sendable {
  let isColoured: Bool

  static let plain = Style(isColoured: false)

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "1;31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func cyan(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
