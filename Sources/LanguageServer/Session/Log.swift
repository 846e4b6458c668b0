import Glibc

/// How much the server writes about itself.
package enum LogLevel: String, Sendable, CaseIterable, Comparable {
  case error, warning, info, debug

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    case .debug: 3
    }
  }

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rank < right.rank }
}

/// The server's own record, on standard error or in a file; never on standard output, and never with the
/// content of a document.
struct Log: Sendable {
  private let descriptor: Int32
  private let level: LogLevel

  init(descriptor: Int32, level: LogLevel) {
    self.descriptor = descriptor
    self.level = level
  }

  /// `nil` if the file can't be opened for appending.
  init?(file: String, level: LogLevel) {
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    self.init(descriptor: descriptor, level: level)
  }

  /// Writes a line, unless the level is beyond what is wanted; then the text is not even made.
  func callAsFunction(_ level: LogLevel, _ text: @autoclosure () -> String) {
    guard level <= self.level else { return }
    // One write per line: lines of several threads and processes stay whole.
    let line = Array("\(Log.time()) \(level.rawValue): \(text())\n".utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if level == .error, descriptor != STDERR_FILENO {
      _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }

  /// The time of day in UTC, to the millisecond.
  private static func time() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let second = now.tv_sec % 86_400
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return digits(second / 3600, 2) + ":" + digits(second / 60 % 60, 2) + ":" + digits(second % 60, 2) + "."
      + digits(now.tv_nsec / 1_000_000, 3)
  }
}
