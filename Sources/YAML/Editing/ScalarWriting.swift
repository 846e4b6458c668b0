/// A scalar as it is to be written: its style, and the text that YAML 1.2.2 and the Panther tool's loader both
/// read back as the value that was asked for.
///
/// A style that is asked for is kept where it can hold the text. A plain scalar gets quotes when it would be
/// misread; a block scalar becomes a quoted one when its text needs escapes or stands where one line is all
/// there is.
package struct ScalarWriting: Sendable, Hashable {
  package let style: YAMLNode.ScalarStyle
  /// The scalar with its quotes; for a block scalar its header.
  package let head: String
  /// The lines of a block scalar without indentation, none for another style. Empty lines are not indented.
  package let lines: [String]

  /// The longest line of a new folded scalar.
  package static let foldedWidth = 100

  /// A text in the style preferred, or in the next that can hold it.
  ///
  /// - Parameter allowsAmbiguous: Whether text that only readers of YAML 1.1 misread, such as `yes` and
  ///   `2024-01-31`, can be plain.
  package init(
    _ text: String, preferring style: YAMLNode.ScalarStyle = .plain, in place: ScalarPlace,
    allowsAmbiguous: Bool = false, width: Int = foldedWidth
  ) {
    switch style {
    case .plain:
      if PlainText.canBeWritten(text, isFlow: place.isFlow), !PlainText.isMisread(text),
        allowsAmbiguous || !PlainText.isAmbiguous(text)
      {
        self.init(style: .plain, head: text)
      } else if text.utf8.contains(.lineFeed),
        let block = BlockText(text, isFolded: false, in: place, width: width)
      {
        self.init(style: .literal, head: block.header, lines: block.lines)
      } else {
        self.init(quoting: text)
      }
    case .singleQuoted where QuotedText.canBeSingleQuoted(text):
      self.init(style: style, head: "'" + QuotedText.singleQuoted(text) + "'")
    case .singleQuoted, .doubleQuoted:
      self.init(style: .doubleQuoted, head: "\"" + QuotedText.doubleQuoted(text) + "\"")
    case .literal, .folded:
      if let block = BlockText(text, isFolded: style == .folded, in: place, width: width) {
        self.init(style: style, head: block.header, lines: block.lines)
      } else {
        self.init(quoting: text)
      }
    }
  }

  /// In double quotes, unless single ones save escapes.
  private init(quoting text: String) {
    let needsEscape = text.utf8.contains { $0 == .doubleQuote || $0 == .backslash }
    if needsEscape, QuotedText.canBeSingleQuoted(text) {
      self.init(style: .singleQuoted, head: "'" + QuotedText.singleQuoted(text) + "'")
    } else {
      self.init(style: .doubleQuoted, head: "\"" + QuotedText.doubleQuoted(text) + "\"")
    }
  }

  private init(style: YAMLNode.ScalarStyle, head: String, lines: [String] = []) {
    self.style = style
    self.head = head
    self.lines = lines
  }

  /// A value that is no text, in the spelling of the core schema; a text like `init(_:preferring:in:)`.
  /// Nil for bytes and for what the loader rejects, which have no such spelling.
  package init?(
    _ value: YAMLScalarValue, preferring style: YAMLNode.ScalarStyle = .plain, in place: ScalarPlace,
    allowsAmbiguous: Bool = false
  ) {
    switch value {
    case .null: self.init(style: .plain, head: "null")
    case .bool(let value): self.init(style: .plain, head: value ? "true" : "false")
    case .int(let value): self.init(style: .plain, head: String(value))
    case .bigInt(let digits): self.init(style: .plain, head: digits)
    case .float(let value): self.init(style: .plain, head: ScalarWriting.text(of: value))
    case .string(let text):
      self.init(text, preferring: style, in: place, allowsAmbiguous: allowsAmbiguous)
    case .binary, .rejected: return nil
    }
  }

  /// A dot and a sign in the exponent: without them the Panther tool reads a string.
  private static func text(of value: Double) -> String {
    if value.isNaN { return ".nan" }
    if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    let text = String(value)
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }

  /// Whether a line break must follow for the text to end with one.
  package var needsFinalBreak: Bool { !lines.isEmpty && !head.utf8.contains(.dash) }

  /// Whether blank lines that follow would become part of the text.
  package var keepsBlankLines: Bool { !lines.isEmpty && head.utf8.contains(UInt8(ascii: "+")) }

  /// The whole scalar. A block scalar's last line is without its break.
  package func text(indentation: Int, lineBreak: String = "\n") -> String {
    let spaces = String(repeating: " ", count: max(0, indentation))
    return lines.reduce(into: head) { text, line in text += lineBreak + (line.isEmpty ? "" : spaces + line) }
  }
}
