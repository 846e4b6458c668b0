import Catalog
package import Detections
package import SourceText
package import YAML

extension Snapshot {
  /// The edits that bring a detection into the house style; empty if it is in it. Nil for what is not to be
  /// formatted: a file that is no Panther item, or has syntax errors.
  package func formatting(of file: FilePath) -> [TextEdit]? {
    itemToFormat(file).flatMap { try? $0.formattingEdits() }
  }

  /// The same for the lines of a range alone, also while other lines have errors.
  package func formatting(of file: FilePath, inLinesOf range: ByteRange) -> [TextEdit]? {
    itemToFormat(file)?.formattingEdits(inLinesOf: range)
  }

  private func itemToFormat(_ file: FilePath) -> YAMLTree? {
    guard !isPython(file), let yaml = yaml(file), yaml.tree.definesItem else { return nil }
    return yaml.tree
  }
}

/// Formats a text on its own, as the command line does.
package struct DetectionFormatter: Sendable {
  /// Whether keys are brought into the recommended order of the detection's type.
  package var sortsKeys: Bool
  /// Whether `{…}` and `[…]` become indented lines.
  package var expandsFlow: Bool

  package init(sortsKeys: Bool = false, expandsFlow: Bool = false) {
    self.sortsKeys = sortsKeys
    self.expandsFlow = expandsFlow
  }

  package enum Outcome: Sendable {
    case formatted(SourceText)
    /// Not a Panther item, and left alone.
    case otherFile
    case refused(FormattingRefusal)
  }

  package func format(_ source: SourceText) -> Outcome {
    let tree = YAMLTree(parsing: source)
    guard tree.definesItem else {
      // A file that can't be read may be one.
      let error = tree.errors.first { !$0.code.isAcceptedByLoader }
      return source.contains("AnalysisType") ? error.map { .refused(.syntax($0)) } ?? .otherFile : .otherFile
    }
    let type = tree.root?["AnalysisType"].flatMap { AnalysisType(rawValue: $0.scalarText) }
    let options = FormattingOptions(
      keyOrder: sortsKeys ? type?.keyOrder : nil, expandsFlow: expandsFlow)
    do {
      return .formatted(source.applying(try tree.formattingEdits(options)))
    } catch {
      return .refused(error)
    }
  }
}

extension YAMLTree {
  /// Whether the first document has the key that every Panther item has.
  fileprivate var definesItem: Bool { root?.entry("AnalysisType") != nil }
}
