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

  package init(files: any FileSource) {
    self.files = files
  }

  /// The text of a document as its editor shows it, saved or not.
  package mutating func setOverlay(_ file: FilePath, _ text: SourceText) {
    if overlays.updateValue(text, forKey: file) == nil { derived.forgetRepositories() }
  }

  /// The document is closed: what counts is the file again.
  package mutating func removeOverlay(_ file: FilePath) {
    overlays[file] = nil
    derived.forgetRepositories()
  }

  /// Files were created, changed or deleted outside the editor.
  package mutating func filesChanged(_ changed: [FilePath]) {
    if !changed.isEmpty { derived.forgetRepositories() }
  }

  /// What was derived from a file is of no more use; a run over a whole repository calls it to stay small.
  package func forget(_ file: FilePath) {
    derived.forget(file)
  }

  /// The present state. `interrupt` ends evaluations that are under way in it.
  package func snapshot(interrupt: Interrupt) -> Snapshot {
    Snapshot(
      files: RememberedFiles(OverlaidFiles(overlays, over: files)), overlays: overlays, derived: derived,
      interrupt: interrupt)
  }
}
