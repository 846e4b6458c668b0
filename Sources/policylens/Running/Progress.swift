import Glibc

/// A line on the terminal that tells how far a long run is; nothing where standard error is no terminal.
final class Progress {
  private let output: Output
  private let total: Int
  private let start: Int
  private var lastShown = 0
  private var isShown = false

  /// Shorter runs need no line.
  private static let patience = 500
  private static let interval = 100

  init(_ console: Console, total: Int) {
    output = console.error
    self.total = total
    start = Progress.milliseconds()
  }

  func update(_ done: Int) {
    guard output.isTerminal else { return }
    let now = Progress.milliseconds()
    guard now - start > Progress.patience, now - lastShown > Progress.interval else { return }
    lastShown = now
    isShown = true
    output.write("\r\u{1B}[K\(done) of \(total) files")
  }

  /// Takes the line away, so that something else can be printed.
  func clear() {
    if isShown { output.write("\r\u{1B}[K") }
    isShown = false
  }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
