package import Detections

extension Snapshot {
  /// Everything wrong with a file, in the order of its text: what `check` prints and an editor underlines.
  ///
  /// A detection's Python file has diagnostics of its own; a YAML file without `AnalysisType` has none.
  package func diagnostics(in file: FilePath) -> [Diagnostic] {
    findings(in: file).map(\.diagnostic)
  }

  /// Names the answer of `diagnostics(in:)`: equal names stand for equal answers, whatever it was that did
  /// or did not change. Valid while the process lives.
  package func resultID(of file: FilePath) -> String {
    var hasher = Hasher()
    hasher.combine(diagnostics(in: file))
    return String(UInt(bitPattern: hasher.finalize()), radix: 16)
  }
}
