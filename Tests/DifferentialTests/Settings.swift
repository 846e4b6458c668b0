import Foundation
import Synchronization

/// How much is tried, and which programs: `FUZZ_PROGRAMS`, `FUZZ_SEED`, `FUZZ_FIRST`, `FUZZ_THREADS`, `FUZZ_KEEP`,
/// `FUZZ_PATIENCE`.
struct Settings: Sendable {
  var programs: Int
  var seed: UInt64
  var first: Int
  var threads: Int
  /// A thread that has found so many disagreements looks for no more.
  var patience = 20
  /// Whether to print every program and its outcomes: `FUZZ_VERBOSE`.
  let isVerbose: Bool
  /// A file that disagreements are appended to as they are found.
  private let keptIn: String?

  /// - Parameter programs: How many, unless the environment says so.
  init(programs: Int) {
    let environment = ProcessInfo.processInfo.environment
    self.programs = environment["FUZZ_PROGRAMS"].flatMap { Int($0) } ?? programs
    seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 311
    first = environment["FUZZ_FIRST"].flatMap { Int($0) } ?? 0
    threads = environment["FUZZ_THREADS"].flatMap { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount
    threads = max(threads, 1)
    if let patience = environment["FUZZ_PATIENCE"].flatMap({ Int($0) }) { self.patience = patience }
    isVerbose = environment["FUZZ_VERBOSE"] != nil
    keptIn = environment["FUZZ_KEEP"]
  }

  /// Whether to call the functions of modules too.
  static var triesLibrary: Bool { ProcessInfo.processInfo.environment["FUZZ_LIBRARY"] != nil }

  private static let keeping = Mutex(())

  func keep(_ text: String) {
    guard let keptIn else { return }
    Settings.keeping.withLock { _ in
      if !FileManager.default.fileExists(atPath: keptIn) {
        _ = FileManager.default.createFile(atPath: keptIn, contents: nil)
      }
      guard let file = FileHandle(forWritingAtPath: keptIn) else { return }
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: Data(text.utf8))
      try? file.close()
    }
  }
}
