package import Detections
import Evaluation
import Python
import SourceText
import YAML

extension Snapshot {
  /// The outline: in YAML the keys, with each test's verdict beside its name; in Python functions, classes
  /// and constants.
  package func documentSymbols(in file: FilePath) -> [DocumentSymbol] {
    if isPython(file) {
      return python(file).map { module in module.body.compactMap { symbol(for: $0, in: module.source) } }
        ?? []
    }
    guard let yaml = yaml(file), let root = yaml.tree.root else { return [] }
    return root.entries.map { entry in
      if let detection = yaml.detection, entry.key.range == detection.testsEntry?.key.range {
        return testsSymbol(entry, detection, in: file)
      }
      return symbol(for: entry, depth: 0)
    }
  }

  /// Deeper parts of a resource only lengthen an outline.
  private static let maximumDepth = 4

  private func symbol(for entry: YAMLEntry, depth: Int) -> DocumentSymbol {
    let value = entry.value
    let children =
      depth < Snapshot.maximumDepth ? value.entries.map { symbol(for: $0, depth: depth + 1) } : []
    return DocumentSymbol(
      name: entry.key.scalarText.isEmpty ? "(empty)" : entry.key.scalarText, detail: detail(of: value),
      kind: kind(of: value), range: entry.range, selectionRange: entry.key.range, children: children)
  }

  private func testsSymbol(_ entry: YAMLEntry, _ detection: Detection, in file: FilePath) -> DocumentSymbol {
    let results = liveResults(in: file)?.tests ?? []
    let resultsByIndex = results.byIndex
    let children = detection.tests.map { test in
      DocumentSymbol(
        name: test.displayName, detail: resultsByIndex[test.index]?.hint ?? "", kind: .test,
        range: test.node.range, selectionRange: test.titleRange.clamped(to: test.node.range),
        children: test.node.resolvedAlias == test.node
          ? test.node.entries.map { symbol(for: $0, depth: 1) } : [])
    }
    return DocumentSymbol(
      name: entry.key.scalarText, detail: results.isEmpty ? "" : results.tally, kind: .array,
      range: entry.range,
      selectionRange: entry.key.range, children: children)
  }

  /// A scalar's text, up to its first line end.
  private func detail(of value: YAMLNode) -> String {
    guard value.kind == .scalar else { return "" }
    return String(value.scalarText.prefix { !$0.isNewline }.prefix(80))
  }

  private func kind(of value: YAMLNode) -> DocumentSymbol.Kind {
    switch value.kind {
    case .mapping: .object
    case .sequence: .array
    case .alias, .missing: .null
    case .scalar:
      switch value.resolvedScalar {
      case .bool: .boolean
      case .int, .bigInt, .float: .number
      case .null: .null
      default: .string
      }
    }
  }

  private func symbol(for statement: Statement, in source: SourceText) -> DocumentSymbol? {
    switch statement.kind {
    case .functionDef(let function):
      return DocumentSymbol(
        name: function.name.name, detail: "", kind: .function, range: statement.range,
        selectionRange: function.name.range,
        children: function.body.compactMap { nested($0, in: source) })
    case .classDef(let definition):
      return DocumentSymbol(
        name: definition.name.name, detail: "", kind: .class, range: statement.range,
        selectionRange: definition.name.range,
        children: definition.body.compactMap { symbol(for: $0, in: source) })
    case .assign(let targets, _):
      guard let target = targets.first, case .name(let name) = target.kind else { return nil }
      return DocumentSymbol(
        name: name, detail: "", kind: .variable, range: statement.range, selectionRange: target.range,
        children: [])
    default:
      return nil
    }
  }

  /// Inside a function only functions are worth a line; its variables are not.
  private func nested(_ statement: Statement, in source: SourceText) -> DocumentSymbol? {
    if case .functionDef = statement.kind { symbol(for: statement, in: source) } else { nil }
  }
}
