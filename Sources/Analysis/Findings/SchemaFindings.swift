import Catalog
import Detections
import SourceText
import YAML

extension Snapshot {
  /// Where a detection breaks the schema of its type.
  func schemaFindings(_ detection: Detection) -> [Finding] {
    guard let schema = detection.type.schema else { return [] }
    return schema.violations(in: detection.root).map { violation in
      Finding(
        Diagnostic(
          violation.kind.code, violation.isAdvice ? .hint : .error, at: violation.range, violation.message,
          tags: violation.kind.tags),
        fixes: fixes(for: violation, in: detection))
    }
  }

  private func fixes(for violation: SchemaViolation, in detection: Detection) -> [Fix] {
    guard let content = contentRange(of: violation.range, in: detection) else { return [] }
    switch violation.kind {
    case .unknownKey(_, let nearest?, _, _), .deprecatedKey(_, let nearest?), .notInEnum(_, let nearest?, _):
      return [Fix("Change to `\(nearest)`", replacing: content, by: nearest)]
    case .wrongType(let expected, let found, let text?):
      return retyped(text, from: found, to: expected).map {
        [Fix("Change to `\($0)`", replacing: violation.range, by: $0)]
      } ?? []
    default:
      return []
    }
  }

  /// The text of a scalar as the other type, where an author can have meant nothing else.
  private func retyped(_ text: String, from found: FoundType, to expected: SchemaTypes) -> String? {
    switch found {
    case .string where expected == .boolean, .integer where expected == .boolean:
      switch text.lowercased() {
      case "true", "yes", "on", "y", "1": "true"
      case "false", "no", "off", "n", "0": "false"
      default: nil
      }
    case .string where expected == .integer: Int(text).map(String.init)
    case .boolean where expected.contains(.string), .integer where expected.contains(.string),
      .number where expected.contains(.string):
      "\"\(text)\""
    default: nil
    }
  }

  /// A scalar without its quotes, found by its range; only what stands in the document itself can be edited.
  private func contentRange(of range: ByteRange, in detection: Detection) -> ByteRange? {
    detection.tree.path(at: range.lowerBound).map(\.node).last { $0.range == range }?.contentRange
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
