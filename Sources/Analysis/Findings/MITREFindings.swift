import Catalog
import Detections
import SourceText
import YAML

extension Snapshot {
  /// What is wrong with a detection's mapping to MITRE ATT&CK. Warnings, as neither the Panther tool nor the
  /// server refuses a file for it, and the catalogue may be older than the author's knowledge.
  func mitreFindings(_ detection: Detection) -> [Finding] {
    detection.mitreMappings.flatMap { mapping in
      MITREAttack.shared.validate(mapping: mapping.value).map {
        finding(for: $0, in: mapping, of: detection.tree)
      }
    }
  }

  private func finding(for problem: MITREMappingProblem, in mapping: Located<String>, of tree: YAMLTree)
    -> Finding
  {
    let node = mapping.node.resolvedAlias
    let content = node.contentRange
    let range = mapping.node.kind == .alias ? mapping.range : part(problem.range, of: content, mapping.value)
    return Finding(
      Diagnostic(problem.kind.code, .warning, at: range, problem.message),
      fixes: problem.suggestions.compactMap { suggestion in
        DocumentFixes(tree).change(
          node, to: .string(suggestion.description),
          title: "Change to `\(suggestion)` (\(title(of: suggestion)))")
      })
  }

  /// The part of a scalar that a range of its text stands for; the whole scalar when it is written with escapes.
  private func part(_ range: Range<Int>, of content: ByteRange, _ text: String) -> ByteRange {
    guard content.count == text.utf8.count else { return content }
    return content.lowerBound + range.lowerBound..<content.lowerBound + range.upperBound
  }
}

private func title(of mapping: MITREMapping) -> String {
  let tactic = MITREAttack.shared.tactic(mapping.tacticID)?.name ?? mapping.tacticID
  return "\(tactic) → \(MITREAttack.shared.technique(mapping.techniqueID)?.fullName ?? mapping.techniqueID)"
}

extension MITREMappingProblem.Kind {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .malformed: .mitreFormat
    case .unknownTactic, .unknownTechnique: .mitreUnknown
    case .wrongTactic: .mitreTactic
    case .deprecatedTactic, .deprecated, .revoked: .mitreRetired
    }
  }
}
