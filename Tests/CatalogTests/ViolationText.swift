import Catalog
import SourceText
import YAML

/// The violations in a document, one a line: what is wrong, and in brackets the text that is underlined.
func violations(_ text: String, _ schema: SchemaDocument) -> [String] {
  let tree = YAMLTree(parsing: SourceText(text))
  guard let root = tree.root else { return ["no document"] }
  return schema.violations(in: root).map { violation in
    let firstLine = tree.source[violation.range].split(separator: "\n").first ?? ""
    return "\(describe(violation.kind)) [\(firstLine)]"
  }
}

private func describe(_ kind: SchemaViolation.Kind) -> String {
  switch kind {
  case .unknownKey(let name, let nearest, let reason, _):
    "unknown key \(name)" + (nearest.map { ", nearest \($0)" } ?? "") + (reason == nil ? "" : ", foreign")
  case .missingKey(let name): "missing key \(name)"
  case .deprecatedKey(let name, let replacement):
    "deprecated key \(name)" + (replacement.map { ", now \($0)" } ?? "")
  case .nonStringKey(let name, let found): "key \(name) is \(found.rawValue)"
  case .exclusiveKeys(let names): "exclusive keys \(names.joined(separator: ", "))"
  case .wrongType(let expected, let found, _):
    "\(found.rawValue) in place of \(expected.names.joined(separator: " or "))"
  case .notInEnum(let found, let nearest, _):
    "value \(found) not allowed" + (nearest.map { ", nearest \($0)" } ?? "")
  case .patternMismatch(_, let forbidden):
    "forbidden characters" + forbidden.map { " \($0)" }.joined()
  case .duplicateItem(let found, _, let differsInCase):
    "duplicate item \(found)" + (differsInCase ? " but for case" : "")
  case .tooFewItems(let minimum): "fewer items than \(minimum)"
  case .tooFewKeys(let minimum): "fewer keys than \(minimum)"
  case .tooShort(let minimum): "shorter than \(minimum)"
  }
}
