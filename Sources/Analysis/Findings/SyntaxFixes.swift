import SourceText
import YAML

/// What would mend an error of YAML's syntax, where it says what is missing or in the way.
///
/// A fix is offered only if the document has fewer errors with it.
struct SyntaxFixes: Sendable {
  let tree: YAMLTree

  func fixes(for error: YAMLError) -> [Fix] {
    guard let (title, edits) = change(for: error), mends(edits) else { return [] }
    return [Fix(title) { edits }].compactMap(\.self)
  }

  private func mends(_ edits: [TextEdit]) -> Bool {
    YAMLTree(parsing: tree.source.applying(edits)).errors.count < tree.errors.count
  }

  private func change(for error: YAMLError) -> (title: String, edits: [TextEdit])? {
    let range = error.range
    switch error.code {
    case .tabIndentation:
      return ("Replace the tabs by spaces", tabReplacements(range))
    case .unclosedQuote:
      let quote = tree.source[range.lowerBound..<range.lowerBound + 1]
      return ("Add the closing `\(quote)`", [insertion(quote, at: range.upperBound)])
    case .unclosedBracket:
      guard let end = endOfCollection(at: range.lowerBound) else { return nil }
      let bracket = tree.source[range.lowerBound..<range.lowerBound + 1] == "[" ? "]" : "}"
      return ("Add the closing `\(bracket)`", [insertion(bracket, at: end)])
    case .mismatchedBracket,
      .unexpectedContent where ["]", "}"].contains(tree.source[range]):
      return ("Remove `\(tree.source[range])`", [TextEdit(range: range, replacement: "")])
    case .emptyFlowEntry:
      return ("Remove the comma", [TextEdit(range: range, replacement: "")])
    case .missingComma:
      let before = tree.tokens.last { $0.range.upperBound <= range.lowerBound && isContent($0.kind) }
      return before.map { ("Add a comma", [insertion(",", at: $0.range.upperBound)]) }
    case .missingDash where tree.source[range] == "-":
      return ("Add a space", [insertion(" ", at: range.upperBound)])
    case .missingDash:
      return ("Add `- `", [insertion("- ", at: range.lowerBound)])
    case .missingColon where tree.source[range] == ":":
      return ("Add a space", [insertion(" ", at: range.upperBound)])
    case .missingColon:
      return ("Add `:`", [insertion(":", at: range.upperBound)])
    case .commentNeedsSpace:
      return ("Add a space", [insertion(" ", at: range.lowerBound)])
    case .invalidEscape:
      return ("Write `\\\\` for the backslash", [insertion("\\", at: range.lowerBound)])
    default: return nil
    }
  }

  private func insertion(_ text: String, at offset: ByteOffset) -> TextEdit {
    TextEdit(range: offset..<offset, replacement: text)
  }

  private func isContent(_ kind: YAMLToken.Kind) -> Bool {
    switch kind {
    case .whitespace, .lineBreak, .comment, .byteOrderMark: false
    default: true
    }
  }

  /// Where a collection ends whose closing bracket is missing: behind its last content.
  private func endOfCollection(at start: ByteOffset) -> ByteOffset? {
    guard
      let node = tree.path(at: start + 1).map(\.node).last(where: {
        $0.range.lowerBound == start && $0.isFlow
      })
        ?? tree.documents.first(where: { $0.range.lowerBound == start && $0.isFlow })
    else { return nil }
    return tree.tokens.last { $0.range.upperBound <= node.range.upperBound && isContent($0.kind) }?.range
      .upperBound
  }

  /// Two spaces for each tab that a line begins with, in the whole document; one elsewhere in the error.
  private func tabReplacements(_ range: ByteRange) -> [TextEdit] {
    let bytes = tree.source.bytes
    let tokens = tree.tokens.filter { $0.kind == .whitespace && bytes[$0.range].contains(0x09) }
    return tokens.compactMap { token in
      let isIndentation = tree.source.lines.position(of: token.range.lowerBound).column == 0
      guard isIndentation || token.range.overlaps(range) else { return nil }
      let spaces = bytes[token.range].map { $0 == 0x09 && isIndentation ? "  " : " " }.joined()
      return TextEdit(range: token.range, replacement: spaces)
    }
  }
}

/// What would make the Panther tool's loader read a document, or read it as its author likely means it.
struct LoaderFixes: Sendable {
  let tree: YAMLTree

  func fixes(for error: YAMLError) -> [Fix] {
    guard let found = node(at: error.range) else { return [] }
    let fixes = DocumentFixes(tree)
    let text = tree.source[found.node.range]
    switch error.code {
    case .surprisingScalar, .undefinedAlias, .valueIndicator, .invalidNumber, .mergeValue:
      guard found.node.kind == .alias || found.node.kind == .scalar else { return [] }
      return [
        found.isKey
          ? fixes.rename(found.node, to: text, title: "Quote as text")
          : fixes.change(found.node, to: .string(text), title: "Quote as text")
      ].compactMap(\.self)
    case .duplicateKey:
      return [earlierRemoval(of: found.node, fixes)].compactMap(\.self)
    default: return []
    }
  }

  private func node(at range: ByteRange) -> (node: YAMLNode, isKey: Bool)? {
    for step in tree.path(at: range.lowerBound).reversed() where step.node.range == range {
      if case .key = step { return (step.node, true) }
      return (step.node, false)
    }
    return tree.root.flatMap { $0.range == range ? ($0, false) : nil }
  }

  /// The last of equal keys counts: removing the one before changes nothing but the text.
  private func earlierRemoval(of key: YAMLNode, _ fixes: DocumentFixes) -> Fix? {
    let steps = tree.path(at: key.range.lowerBound)
    guard let mapping = steps.dropLast().last?.node ?? tree.root, mapping.kind == .mapping,
      let position = mapping.entries.firstIndex(where: { $0.key == key }),
      let earlier = mapping.entries[..<position].lastIndex(where: {
        $0.key.resolvedScalar == key.resolvedScalar
      })
    else { return nil }
    let line = tree.source.lines.line(at: mapping.entries[earlier].key.range.lowerBound) + 1
    return fixes.remove(
      earlier, of: mapping, title: "Remove the `\(key.scalarText)` on line \(line), which has no effect")
  }
}
