import FoundationEssentials
import Glibc
package import SourceText

/// The files of the disk, read when asked for.
package struct DiskFiles: FileSource {
  /// No detection is near this size; a larger file is not read at all.
  package static let maximumSize = 64 << 20

  package init() {}

  package func contents(of path: FilePath) -> SourceText? {
    // Asked before opening: reading a named pipe would wait for ever.
    guard let status = status(of: path), status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= DiskFiles.maximumSize, let data = FileManager.default.contents(atPath: path.string)
    else { return nil }
    return SourceText(fileContents: [UInt8](data))
  }

  package func names(in folder: FilePath) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
    return names.map { name in
      let mode = status(of: folder.appending(name))?.st_mode ?? 0
      return mode & S_IFMT == S_IFDIR ? name + "/" : name
    }.sorted()
  }

  private func status(of path: FilePath) -> stat? {
    var status = stat()
    return stat(path.string, &status) == 0 ? status : nil
  }
}
