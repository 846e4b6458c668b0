/// The absolute, normalised path of a file, or the URI of a document that has no file (such as
/// `untitled:Untitled-1`). Links are not resolved: the path is the file's identity as the author sees it.
package struct FilePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let string: String

  package init(_ string: String) {
    self.string = string.hasPrefix("/") ? FilePath.normalised(string) : string
  }

  /// Whether it names a file of the file system.
  package var isFile: Bool { string.hasPrefix("/") }

  /// The folder, with no slash at its end unless it is the root.
  package var folder: FilePath {
    guard isFile, let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return FilePath("/") }
    return FilePath(slash == string.startIndex ? "/" : String(string[..<slash]))
  }

  package var name: String {
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string }
    return String(string[string.utf8.index(after: slash)...])
  }

  /// The path of `relative` seen from this folder; an absolute path stands for itself.
  package func appending(_ relative: String) -> FilePath {
    if relative.hasPrefix("/") { return FilePath(relative) }
    return FilePath(string.hasSuffix("/") ? string + relative : string + "/" + relative)
  }

  package var description: String { string }

  package static func < (left: FilePath, right: FilePath) -> Bool { left.string < right.string }

  /// Removes empty and `.` components and resolves `..`.
  private static func normalised(_ path: String) -> String {
    if isNormal(path) { return path }
    var components: [Substring] = []
    for component in path.split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return "/" + components.joined(separator: "/")
  }

  /// Whether no component is empty or begins with a dot, as in nearly all paths.
  private static func isNormal(_ path: String) -> Bool {
    var isAfterSlash = false
    for byte in path.utf8 {
      let isSlash = byte == UInt8(ascii: "/")
      if isAfterSlash, isSlash || byte == UInt8(ascii: ".") { return false }
      isAfterSlash = isSlash
    }
    return !isAfterSlash
  }
}
