import Catalog
import Detections
import SourceText
import YAML

extension Snapshot {
  func yamlFindings(in file: FilePath, evaluating: Bool) -> [Finding] {
    guard let yaml = yaml(file) else { return [] }
    switch yaml.classification {
    case .other:
      // Somebody else's YAML is somebody else's business, unless it was a detection before a keystroke.
      return yaml.source.contains("AnalysisType") ? syntaxFindings(yaml) : []
    case .unknownType(let node):
      return syntaxFindings(yaml) + [unknownTypeFinding(node, in: yaml.tree)]
    case .detection(let detection):
      var findings = syntaxFindings(yaml) + schemaFindings(detection, in: file) + mitreFindings(detection)
      let references = fileReferenceFindings(detection, in: file)
      findings += references
      if evaluating { findings += testFindings(detection, in: file, isLoadable: references.isEmpty) }
      return findings
    }
  }

  private func syntaxFindings(_ yaml: YAMLFile) -> [Finding] {
    let syntaxFixes = SyntaxFixes(tree: yaml.tree)
    let loaderFixes = LoaderFixes(tree: yaml.tree)
    let syntax = yaml.tree.errors.map { error in
      // What YAML forbids and the Panther tool reads all the same only troubles other tools.
      Finding(
        Diagnostic(
          .yamlSyntax, error.isAcceptedByLoader ? .warning : .error, at: error.range, error.message),
        fixes: syntaxFixes.fixes(for: error))
    }
    // What the loader makes of a broken tree is nobody's concern.
    guard yaml.tree.errors.allSatisfy(\.isAcceptedByLoader) else { return syntax }
    let errors = yaml.tree.loaderErrors.map { error in
      Finding(
        Diagnostic(.yamlLoader, .error, at: error.range, error.message), fixes: loaderFixes.fixes(for: error))
    }
    let warnings = yaml.tree.loaderWarnings.map { warning in
      Finding(
        Diagnostic(
          Self.code(of: warning), .warning, at: warning.range, warning.message),
        fixes: loaderFixes.fixes(for: warning))
    }
    return syntax + errors + warnings
  }

  private static func code(of warning: YAMLError) -> DiagnosticCode {
    switch warning.code {
    case .duplicateKey: .yamlDuplicateKey
    case .surprisingScalar: .yamlSurprisingScalar
    default: .yamlLoader
    }
  }

  private func unknownTypeFinding(_ node: YAMLNode, in tree: YAMLTree) -> Finding {
    let names = AnalysisType.allCases.map(\.rawValue)
    let found = node.resolvedAlias.scalarText
    let nearest = nearestName(to: found, among: names)
    let hint =
      nearest.map { "; did you mean `\($0)`?" } ?? ". It is one of: \(names.joined(separator: ", "))."
    return Finding(
      Diagnostic(
        .analysisTypeUnknown, .error, at: node.range,
        "`\(found)` is not a type of Panther item" + hint),
      fixes: [nearest.flatMap { DocumentFixes(tree).change(node, to: .string($0)) }].compactMap(\.self))
  }
}
