package import SourceText

/// Where files come from. The layers above read through it alone, so that an editor's unsaved text and a
/// test's made-up repository look like any other file.
package protocol FileSource: Sendable {
  /// The file's present content, or `nil` when it does not exist or can't be read.
  func contents(of path: FilePath) -> SourceText?
  /// The names in a folder, sorted; a folder's name ends in a slash. Empty when there is no such folder.
  func names(in folder: FilePath) -> [String]
}

/// Files held in memory in front of others: open editor buffers over the disk.
package struct OverlaidFiles: FileSource {
  private let overlays: [FilePath: SourceText]
  private let base: any FileSource

  package init(_ overlays: [FilePath: SourceText], over base: any FileSource) {
    self.overlays = overlays
    self.base = base
  }

  package func contents(of path: FilePath) -> SourceText? { overlays[path] ?? base.contents(of: path) }

  package func names(in folder: FilePath) -> [String] {
    let added = overlays.keys.filter { $0.isFile && $0.folder == folder }.map(\.name)
    let names = base.names(in: folder)
    return added.isEmpty ? names : Array(Set(names).union(added)).sorted()
  }
}
