package import Detections
import Python
import SourceText
import YAML

extension Snapshot {
  /// What can be folded: in YAML every collection and block scalar of several lines, in Python functions,
  /// classes, blocks and the run of imports at the top.
  package func foldingRanges(in file: FilePath) -> [FoldingRange] {
    if let module = isPython(file) ? python(file) : nil { return PythonFolding(module).ranges }
    guard let yaml = yaml(file), let root = yaml.tree.root else { return [] }
    return YAMLFolding(yaml.source, root).ranges
  }
}

/// Collects the foldable parts of a YAML document, each starting on the line of its key or dash.
private struct YAMLFolding {
  private let source: SourceText
  private(set) var ranges: [FoldingRange] = []

  init(_ source: SourceText, _ root: YAMLNode) {
    self.source = source
    visit(root)
  }

  private mutating func visit(_ node: YAMLNode) {
    for entry in node.entries {
      fold(from: entry.key.range.lowerBound, to: entry.value.range.upperBound)
      visit(entry.value)
    }
    for item in node.items {
      fold(from: item.range.lowerBound, to: item.range.upperBound)
      visit(item)
    }
  }

  private mutating func fold(from start: ByteOffset, to end: ByteOffset) {
    let first = source.lines.line(at: start)
    let last = source.lines.line(at: max(start, end - 1))
    guard last > first, ranges.last.map({ $0.startLine != first || $0.endLine != last }) ?? true else {
      return
    }
    ranges.append(FoldingRange(startLine: first, endLine: last, kind: nil))
  }
}

/// Collects the foldable parts of a Python module.
private struct PythonFolding {
  private let source: SourceText
  private(set) var ranges: [FoldingRange] = []

  init(_ module: PythonModule) {
    source = module.source
    foldImports(module.body)
    module.body.forEach { visit($0) }
  }

  private mutating func foldImports(_ body: [Statement]) {
    let imports = body.filter { statement in
      switch statement.kind {
      case .import, .importFrom: true
      default: false
      }
    }
    guard imports.count > 1, let first = imports.first, let last = imports.last else { return }
    fold(first.range.lowerBound..<last.range.upperBound, kind: .imports)
  }

  private mutating func visit(_ statement: Statement) {
    let blocks = statement.childStatements
    guard !blocks.isEmpty else { return }
    fold(statement.range, kind: nil)
    blocks.forEach { visit($0) }
  }

  private mutating func fold(_ range: ByteRange, kind: FoldingRange.Kind?) {
    let first = source.lines.line(at: range.lowerBound)
    let last = source.lines.line(at: max(range.lowerBound, range.upperBound - 1))
    guard last > first else { return }
    ranges.append(FoldingRange(startLine: first, endLine: last, kind: kind))
  }
}
