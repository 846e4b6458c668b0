import Catalog
import Detections
import SourceText

extension Snapshot {
  /// Where a detection breaks the schema of its type.
  func schemaFindings(_ detection: Detection, in file: FilePath) -> [Finding] {
    guard let schema = detection.type.schema else { return [] }
    let name = file.name
    let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    let fixes = SchemaFixes(detection: detection, schema: schema, fileStem: stem)
    return schema.violations(in: detection.root).map { violation in
      Finding(
        Diagnostic(
          violation.kind.code, violation.isAdvice ? .hint : .error, at: violation.range, violation.message,
          tags: violation.kind.tags),
        fixes: fixes.fixes(for: violation))
    }
  }
}

extension SchemaViolation.Kind {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .unknownKey, .nonStringKey, .exclusiveKeys: .keyUnknown
    case .missingKey: .keyMissing
    case .deprecatedKey: .keyDeprecated
    case .wrongType: .valueType
    case .notInEnum: .valueNotAllowed
    case .patternMismatch: .valuePattern
    case .duplicateItem: .valueDuplicate
    case .tooFewItems, .tooFewKeys, .tooShort: .valueTooShort
    }
  }

  fileprivate var tags: [Diagnostic.Tag] {
    if case .deprecatedKey = self { [.deprecated] } else { [] }
  }
}
