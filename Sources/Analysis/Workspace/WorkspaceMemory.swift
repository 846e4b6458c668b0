import Detections
import SourceText
import Synchronization

/// Answers that are asked for more than once, each computed at the first request.
///
/// Two threads that ask at the same time may both compute one.
final class Remembered<Answer: Sendable>: Sendable {
  private let answers = Mutex<[FilePath: Answer]>([:])

  /// The answer about a file. It is kept only if `isWhole` says so once it is there: work that was
  /// interrupted gives an answer nobody should see twice.
  func answer(for file: FilePath, isWhole: () -> Bool = { true }, _ compute: () -> Answer) -> Answer {
    if let known = answers.withLock({ $0[file] }) { return known }
    let answer = compute()
    if isWhole() { answers.withLock { $0[file] = answer } }
    return answer
  }

  func forget(_ file: FilePath) {
    answers.withLock { _ = $0.removeValue(forKey: file) }
  }
}

/// What is remembered about one state of a workspace: the files as they were first read, and the answers given.
final class WorkspaceMemory: Sendable {
  let files: RememberedFiles
  let findings = Remembered<[Finding]>()
  let results = Remembered<LiveResults?>()
  let restorations = Remembered<IndentationOutcome>()

  init(_ files: any FileSource) {
    self.files = RememberedFiles(files)
  }

  func forget(_ file: FilePath) {
    files.forget(file)
    findings.forget(file)
    results.forget(file)
    restorations.forget(file)
  }
}

/// Reads every file once: a snapshot sees one version of it, whatever happens on the disk meanwhile.
final class RememberedFiles: FileSource {
  private let base: any FileSource
  private let read = Remembered<SourceText?>()

  init(_ base: any FileSource) {
    self.base = base
  }

  func contents(of path: FilePath) -> SourceText? { read.answer(for: path) { base.contents(of: path) } }

  func names(in folder: FilePath) -> [String] { base.names(in: folder) }

  func forget(_ file: FilePath) { read.forget(file) }
}
