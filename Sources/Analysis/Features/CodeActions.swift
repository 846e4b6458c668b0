package import Detections
package import SourceText

extension Snapshot {
  /// How many findings fixes are made for at once: each may read the document again.
  private static let maximumMended = 100

  /// The changes offered for a range: a fix for each finding that touches it. The only fix of a finding is
  /// preferred, unless it removes something. Where the indentation was lost, restoring it comes last.
  ///
  /// - Parameter isWanted: Which diagnostics are to be mended.
  package func codeActions(
    in range: ByteRange, in file: FilePath, mending isWanted: (Diagnostic) -> Bool = { _ in true }
  ) -> [CodeAction] {
    let findings = findings(in: file).filter {
      touches($0.diagnostic.range, range) && isWanted($0.diagnostic)
    }
    let actions = findings.prefix(Self.maximumMended).flatMap { finding in
      let fixes = finding.fixes
      return fixes.map { fix in
        CodeAction(
          title: fix.title, edits: fix.edits, diagnostics: [finding.diagnostic],
          isPreferred: fixes.count == 1 && fix.isSafe)
      }
    }
    return actions + (indentationAction(mending: findings, in: file).map { [$0] } ?? [])
  }

  /// Whether two ranges share a byte or an end, so that a cursor beside a word counts as on it.
  private func touches(_ first: ByteRange, _ second: ByteRange) -> Bool {
    first.lowerBound <= second.upperBound && second.lowerBound <= first.upperBound
  }
}
