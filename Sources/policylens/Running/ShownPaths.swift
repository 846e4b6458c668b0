import Detections
import FoundationEssentials

/// How files are named in a command's answer: as the author named them, absolute or seen from the current
/// folder.
struct ShownPaths: Sendable {
  private let current: FilePath
  private let isAbsolute: Bool

  /// For answers about an argument.
  init(for argument: String) {
    current = ShownPaths.currentFolder
    isAbsolute = argument.hasPrefix("/")
  }

  static var currentFolder: FilePath { FilePath(FileManager.default.currentDirectoryPath) }

  static func file(_ argument: String) -> FilePath { currentFolder.appending(argument) }

  func text(_ file: FilePath) -> String {
    if isAbsolute || !file.isFile { return file.string }
    let from = current.string.split(separator: "/")
    let to = file.string.split(separator: "/")
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
