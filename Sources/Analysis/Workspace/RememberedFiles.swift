import Detections
import SourceText
import Synchronization

/// Reads every file once: a snapshot sees one version of it, whatever happens on the disk meanwhile.
final class RememberedFiles: FileSource {
  private enum Reading {
    case content(SourceText)
    case absent
  }

  private let base: any FileSource
  private let read = Mutex<[FilePath: Reading]>([:])

  init(_ base: any FileSource) {
    self.base = base
  }

  func contents(of path: FilePath) -> SourceText? {
    if let reading = read.withLock({ $0[path] }) {
      return if case .content(let source) = reading { source } else { nil }
    }
    let source = base.contents(of: path)
    read.withLock { $0[path] = source.map(Reading.content) ?? .absent }
    return source
  }

  func names(in folder: FilePath) -> [String] { base.names(in: folder) }
}
