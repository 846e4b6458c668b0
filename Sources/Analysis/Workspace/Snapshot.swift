package import Detections
import Evaluation
import Python
import Sandbox
package import SourceText

/// One state of the files, which answers questions about them.
///
/// An answer depends on the snapshot and the question alone; asking twice gives the same answer. Nothing
/// here waits, writes, or knows of a protocol.
package struct Snapshot: Sendable {
  let overlays: [FilePath: SourceText]
  let memory: WorkspaceMemory
  let derived: DerivedFiles
  let interrupt: Interrupt

  var files: any FileSource { memory.files }

  /// The text of a file: its editor's if it is open, the disk's otherwise.
  package func source(of file: FilePath) -> SourceText? {
    overlays[file] ?? (file.isFile ? files.contents(of: file) : nil)
  }

  /// The shared model of what a YAML file defines; `nil` when it defines no Panther item.
  package func detection(in file: FilePath) -> Detection? {
    yaml(file)?.detection
  }

  /// The Python file that a detection names; `nil` when it names none.
  package func pythonFile(of file: FilePath) -> FilePath? {
    guard file.isFile, let filename = detection(in: file)?.filename?.value else { return nil }
    return file.folder.appending(filename)
  }

  /// Those of `open` whose answers may change when `file` does; `file` itself is among them if it is open.
  package func relatedFiles(of file: FilePath, among open: [FilePath]) -> [FilePath] {
    open.filter {
      $0 == file || reads($0, file)
        || (isPython($0) && owners(ofPython: $0).contains { reads($0, file) || $0 == file })
    }
  }

  /// Files above this size are not analysed: no detection comes near, and an editor has better to do.
  static let maximumSize = 16 << 20

  func yaml(_ file: FilePath) -> YAMLFile? {
    guard let source = source(of: file), source.count <= Snapshot.maximumSize else { return nil }
    return derived.yaml(file, source)
  }

  func python(_ file: FilePath) -> PythonModule? {
    guard let source = source(of: file), source.count <= Snapshot.maximumSize else { return nil }
    return derived.python(file, source)
  }

  func isPython(_ file: FilePath) -> Bool { file.string.hasSuffix(".py") }

  /// The detections whose `Filename` is this Python file: the YAML file beside it with its name, or else
  /// any in its folder or in an editor.
  func owners(ofPython file: FilePath) -> [FilePath] {
    guard file.isFile else { return [] }
    let stem = String(file.string.dropLast(".py".count))
    let namesakes = [FilePath(stem + ".yml"), FilePath(stem + ".yaml")].filter { pythonFile(of: $0) == file }
    if !namesakes.isEmpty { return namesakes }
    let neighbours = files.names(in: file.folder).filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
    let candidates = Set(neighbours.map(file.folder.appending)).union(overlays.keys.filter { !isPython($0) })
    return candidates.filter { pythonFile(of: $0) == file }.sorted()
  }

  /// The helper module that detections in `folder` import as `name`.
  func helper(importedAs name: String, from folder: FilePath) -> FilePath? {
    let root = derived.root(ofFilesIn: folder, files)
    return derived.helpers(in: root, files).file(importedAs: name)
  }

  /// Whether the answers about the YAML file `file` depend on `other`.
  private func reads(_ file: FilePath, _ other: FilePath) -> Bool {
    if pythonFile(of: file) == other { return true }
    return liveResults(in: file)?.readFiles.contains(other) ?? false
  }
}
