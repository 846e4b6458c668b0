import SourceText
import Testing
import YAML

/// A broken document as it is while it is typed or pasted: under each line what is reported about it, and what is
/// read all the same.
///
/// A line of carets and a message is not part of the document: the carets mark the error's range in the line above.
/// The range of an error over several lines is marked up to the end of its first line, with `…` after it.
struct RecoveryExample: Sendable, CustomTestStringConvertible {
  let name: String
  let marked: String
  let tree: String

  init(_ name: String, _ marked: String, reads tree: String) {
    self.name = name
    self.marked = marked
    self.tree = tree
  }

  var testDescription: String { name }

  /// The document without the marks.
  var text: String {
    linesOf(marked).filter { $0.first { $0 != " " && $0 != "\t" } != "^" }.joined(separator: "\n")
  }
}

/// The lines of a text, which end at `\n` only, so that `\r` stays visible.
private func linesOf(_ text: String) -> [String] {
  text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
}

/// The document with its errors marked, as in an example.
func marked(_ tree: YAMLTree) -> String {
  var start = 0
  return linesOf(tree.source.string).map { line in
    let end = start + line.utf8.count
    defer { start = end + 1 }
    let errors = tree.errors.filter { start <= $0.range.lowerBound && $0.range.lowerBound <= end }
    return ([line] + errors.map { mark($0, in: tree.source, line: start..<end) }).joined(
      separator: "\n")
  }.joined(separator: "\n")
}

private func mark(_ error: YAMLError, in source: SourceText, line: ByteRange) -> String {
  let before = source[line.lowerBound..<error.range.lowerBound].unicodeScalars.map { $0 == "\t" ? "\t" : " " }
  let last = min(error.range.upperBound, line.upperBound)
  let length = source[error.range.lowerBound..<max(last, error.range.lowerBound)].unicodeScalars.count
  return before.joined() + String(repeating: "^", count: max(length, 1))
    + (error.range.upperBound > line.upperBound + 1 ? "… " : " ") + error.message
}

/// The values of a document as an outline: collections in brackets on one line, block collections a line an entry,
/// `∅` where something is missing.
func outline(_ node: YAMLNode?) -> String {
  guard let node else { return "∅" }
  return isBlock(node) ? blockLines(node).joined(separator: "\n") : inline(node)
}

private func isBlock(_ node: YAMLNode) -> Bool {
  (node.kind == .mapping || node.kind == .sequence) && !node.isFlow
}

private func blockLines(_ node: YAMLNode) -> [String] {
  node.items.flatMap { item -> [String] in
    guard isBlock(item) else { return ["- " + inline(item)] }
    return blockLines(item).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }
    + node.entries.flatMap { entry -> [String] in
      guard isBlock(entry.value) else { return [name(of: entry.key) + ": " + inline(entry.value)] }
      return [name(of: entry.key) + ":"] + blockLines(entry.value).map { "  " + $0 }
    }
}

private func name(of key: YAMLNode) -> String {
  key.kind == .scalar && !key.scalarText.contains("\n") ? key.scalarText : inline(key)
}

private func inline(_ node: YAMLNode) -> String {
  let properties = (node.anchor.map { "&\($0) " } ?? "") + (node.tag.map { "<\($0)> " } ?? "")
  switch node.kind {
  case .missing: return properties + "∅"
  case .alias: return "*" + (node.aliasName ?? "")
  case .sequence: return properties + "[" + node.items.map(inline).joined(separator: ", ") + "]"
  case .mapping:
    return properties + "{"
      + node.entries.map { name(of: $0.key) + ": " + inline($0.value) }
      .joined(separator: ", ") + "}"
  case .scalar:
    return properties + ((try? node.value())?.json ?? node.scalarText)
  }
}
