import Detections
import Glibc

/// Replaces a file's content in one step: whoever reads it sees the old content or the new, whatever happens
/// meanwhile. Mode and owner stay; a link stays a link, its target is rewritten.
enum RewrittenFile {
  static func write(_ bytes: [UInt8], to file: FilePath) throws(CommandFailure) {
    guard let resolved = realpath(file.string, nil) else { throw failure("can't be found") }
    let path = String(cString: resolved)
    free(resolved)
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("can't be found") }
    guard access(path, W_OK) == 0 else { throw failure("can't be written") }
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure("can't be written") }
    let isWritten =
      fchmod(descriptor, status.st_mode & 0o7777) == 0 && writeAll(bytes, to: descriptor)
      && fsync(descriptor) == 0
    // Only the superuser can give a file away, and nobody else needs to.
    if geteuid() == 0 { _ = fchown(descriptor, status.st_uid, status.st_gid) }
    close(descriptor)
    guard isWritten, rename(template, path) == 0 else {
      unlink(template)
      throw failure("can't be written")
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return true
    }
  }

  private static func failure(_ reason: String) -> CommandFailure {
    CommandFailure(message: "the file \(reason) (\(String(cString: strerror(errno))))")
  }
}
