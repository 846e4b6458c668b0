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
      status.st_size <= DiskFiles.maximumSize, let bytes = read(path, expecting: Int(status.st_size))
    else { return nil }
    return SourceText(bytes)
  }

  /// The whole file, however its size has changed meanwhile. It is read in every keystroke that the Python beside
  /// a document matters to, so it takes no way around.
  private func read(_ path: FilePath, expecting size: Int) -> [UInt8]? {
    let file = open(path.string, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var capacity = size + 1
    while bytes.count <= DiskFiles.maximumSize {
      var result = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        repeat {
          result = Glibc.read(file, buffer.baseAddress, buffer.count)
        } while result < 0 && errno == EINTR
        count = max(result, 0)
      }
      if result < 0 { return nil }
      if result == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      capacity = 4096
    }
    return nil
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
