/// Text for a person (LSP 3.17, *MarkupContent*).
struct MarkupContent: Encodable {
  let kind: String
  let value: String

  static func markdown(_ text: String) -> MarkupContent { MarkupContent(kind: "markdown", value: text) }

  static func plainText(_ markdown: String) -> MarkupContent {
    MarkupContent(kind: "plaintext", value: PlainText.of(markdown))
  }
}

/// Markdown without its marks, for what can't show it: some editors' hovers, and every message window.
///
/// It knows the marks that the layers below use: fences, emphasis, code spans, headings, links, escapes.
package enum PlainText {
  package static func of(_ markdown: String) -> String {
    var lines: [String] = []
    var isCode = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        lines.append(String(line))
      } else {
        let heading = line.drop { $0 == "#" }
        lines.append(spans(heading.count < line.count && heading.hasPrefix(" ") ? heading.dropFirst() : line))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func spans(_ line: Substring) -> String {
    var text = ""
    var rest = line
    while let character = rest.first {
      rest.removeFirst()
      switch character {
      case "\\":
        if let next = rest.first, next.isASCII, next.isPunctuation || next.isSymbol {
          text.append(next)
          rest.removeFirst()
        } else {
          text.append(character)
        }
      case "`":
        let code = rest.prefix { $0 != "`" }
        text += code
        rest = rest[code.endIndex...].dropFirst()
      case "*":
        // Emphasis stands beside a word, a multiplication or a list's star between blanks.
        let isMark = rest.first.map { !$0.isWhitespace } ?? true
        let closes = text.last.map { !$0.isWhitespace } ?? false
        if !isMark && !closes { text.append(character) }
      case "[":
        if let link = link(rest) {
          text += spans(link.label)
          rest = link.rest
        } else {
          text.append(character)
        }
      default: text.append(character)
      }
    }
    return text
  }

  /// `label](target)` at the start of a line's rest.
  private static func link(_ rest: Substring) -> (label: Substring, rest: Substring)? {
    guard let bracket = rest.firstIndex(of: "]") else { return nil }
    let after = rest[rest.index(after: bracket)...]
    guard after.first == "(", let end = after.firstIndex(of: ")") else { return nil }
    return (rest[..<bracket], after[after.index(after: end)...])
  }
}
