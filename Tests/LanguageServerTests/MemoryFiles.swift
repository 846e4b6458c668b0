import Detections
import SourceText

/// A made-up disk.
struct MemoryFiles: FileSource {
  private let files: [FilePath: SourceText]

  init(_ files: [String: String]) {
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { (FilePath($0.key), SourceText($0.value)) })
  }

  func contents(of path: FilePath) -> SourceText? { files[path] }

  func names(in folder: FilePath) -> [String] {
    let prefix = folder.string == "/" ? "/" : folder.string + "/"
    let names = files.keys.compactMap { path -> String? in
      guard path.string.hasPrefix(prefix) else { return nil }
      let rest = path.string.dropFirst(prefix.count)
      guard let slash = rest.firstIndex(of: "/") else { return String(rest) }
      return String(rest[...slash])
    }
    return Set(names).sorted()
  }
}
