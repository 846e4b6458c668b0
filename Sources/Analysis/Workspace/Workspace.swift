package import Detections
import Python
package import Sandbox
package import SourceText

/// The one mutable owner of an editing session's documents.
///
/// It holds what is open in an editor; everything else is read through the `FileSource` it was given. A
/// `Snapshot` taken from it answers questions. What was derived from a text (its tree, its test results) is
/// kept and reused for as long as that text and everything it depends on stay the same, byte for byte.
package struct Workspace {
  private let files: any FileSource
  private let derived = DerivedFiles()
  private var overlays: [FilePath: SourceText] = [:]
  private var memory: WorkspaceMemory

  package init(files: any FileSource) {
    self.files = files
    memory = WorkspaceMemory(files)
  }

  /// The text of a document as its editor shows it, saved or not.
  package mutating func setOverlay(_ file: FilePath, _ text: SourceText) {
    let isNew = overlays.updateValue(text, forKey: file) == nil
    changed(whichFilesExist: isNew)
  }

  /// The document is closed: what counts is the file again.
  package mutating func removeOverlay(_ file: FilePath) {
    overlays[file] = nil
    changed(whichFilesExist: true)
  }

  /// Files were created, changed or deleted outside the editor.
  package mutating func filesChanged(_ files: [FilePath]) {
    changed(whichFilesExist: !files.isEmpty)
  }

  /// What is known about a file is of no more use; a run over a whole repository calls it to stay small.
  package func forget(_ file: FilePath) {
    derived.forget(file)
    memory.forget(file)
  }

  /// The present state. `interrupt` ends evaluations that are under way in it.
  ///
  /// Snapshots of one state share what they have read and answered.
  package func snapshot(interrupt: Interrupt) -> Snapshot {
    Snapshot(overlays: overlays, memory: memory, derived: derived, interrupt: interrupt)
  }

  private mutating func changed(whichFilesExist: Bool) {
    if whichFilesExist { derived.forgetRepositories() }
    memory = WorkspaceMemory(OverlaidFiles(overlays, over: files))
  }
}
