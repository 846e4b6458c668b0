import Foundation

/// The memory of this process that is in use, as the system counts it (`/proc/self/status`), in bytes.
enum ResidentMemory {
  static var now: Int { field("VmRSS") }
  /// The most there was since `resetPeak`, or since the process began where the system can't reset it.
  static var peak: Int { max(field("VmHWM"), now) }

  /// Gives what is free back to the system first, so that it can't hide growth.
  static func resetPeak() {
    // A GNU function, which Swift's view of the C library leaves out.
    if let trim = dlsym(nil, "malloc_trim") {
      _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
    }
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }

  private static func field(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    for line in status.split(separator: "\n") where line.hasPrefix(name + ":") {
      return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }
    return 0
  }
}

/// Processor time, which other programs on the machine don't distort as they do the wall clock.
enum ProcessorTime {
  /// What this thread has used, in milliseconds.
  static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }
  /// What the process has used, in milliseconds.
  static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
