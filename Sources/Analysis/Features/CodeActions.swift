package import Detections
package import SourceText

extension Snapshot {
  /// The changes offered for a range: a fix for each finding that touches it. The first fix of a finding
  /// that has only one is preferred.
  package func codeActions(in range: ByteRange, in file: FilePath) -> [CodeAction] {
    findings(in: file).filter { touches($0.diagnostic.range, range) }.flatMap { finding in
      finding.fixes.map { fix in
        CodeAction(
          title: fix.title, edits: fix.edits, diagnostic: finding.diagnostic,
          isPreferred: finding.fixes.count == 1)
      }
    }
  }

  /// Whether two ranges share a byte or an end, so that a cursor beside a word counts as on it.
  private func touches(_ first: ByteRange, _ second: ByteRange) -> Bool {
    first.lowerBound <= second.upperBound && second.lowerBound <= first.upperBound
  }
}
