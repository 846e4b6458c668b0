import Detections
import FoundationEssentials

/// Replaces a file's content in one step: whoever reads it sees the old content or the new, whatever happens
/// meanwhile. The mode stays; a link stays a link, its target is rewritten.
enum RewrittenFile {
  static func write(_ bytes: [UInt8], to file: FilePath) throws(CommandFailure) {
    let target = URL(fileURLWithPath: file.string).resolvingSymlinksInPath()
    // The replacement needs leave to write in the folder only; the file's own mode counts too.
    guard FileManager.default.isWritableFile(atPath: target.path) else {
      throw CommandFailure(message: "the file can't be written")
    }
    do {
      let mode = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions]
      try Data(bytes).write(to: target, options: .atomic)
      if let mode {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: target.path)
      }
    } catch {
      throw CommandFailure(message: "the file can't be written")
    }
  }
}
