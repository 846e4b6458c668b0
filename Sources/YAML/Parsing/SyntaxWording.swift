/// The sentences for what YAML 1.2.2 does not allow: what is wrong, and how to mend it.
enum SyntaxWording {
  /// - Parameter detail: What the code needs beyond its own sentence; see where it is reported.
  static func message(for code: YAMLErrorCode, detail: String) -> String {
    switch code {
    case .blockScalarHeader:
      return "The header of this block text is wrong. \(detail)"
    case .blockScalarIndentation:
      return detail == "blank"
        ? "This blank line is indented more than the first line of the block text. Remove its spaces."
        : detail
    case .commentNeedsSpace:
      return "A comment needs a space before its `#`. Add one, or quote the value if the `#` is part of it."
    case .directive:
      return "This directive is wrong. \(detail)"
    case .duplicateProperty:
      return "This value has two \(detail)s. Keep one."
    case .emptyFlowEntry:
      return "There is no value before this comma. Remove the comma or add the value."
    case .flowIndentation:
      return detail == "tab"
        ? "This line is indented with a tab. Use spaces, more of them than the line that began the collection."
        : "This line should be indented more than the key or dash that began the collection."
    case .invalidAnchor:
      return "A name must follow `\(detail)` directly. Quote the text if it starts with `\(detail)`."
    case .invalidCharacter:
      return "The character U+\(String(repeating: "0", count: max(0, 4 - detail.utf8.count)))\(detail) can't "
        + "stand in YAML. Write it as an escape in double quotes, or remove it."
    case .invalidEncoding:
      return detail
    case .invalidEscape:
      return
        "`\(detail)` is not an escape of double-quoted text. Write `\\\\` for a backslash, or use single quotes."
    case .invalidTag:
      return "This tag is wrong. \(detail)"
    case .longKey:
      return "A key can be 1024 characters long at most. Shorten it, or begin it with `? `."
    case .mappingNotAllowed:
      return "A key and value can't begin here. \(detail)"
    case .missingColon:
      return detail.isEmpty
        ? "A space must follow this colon."
        : "A colon is missing after `\(detail)`. Write `: ` and the value."
    case .missingComma:
      return detail == ";" ? "Write `,` instead of this semicolon." : "A comma is missing before this."
    case .missingDash:
      if detail == "-" { return "A space must follow this dash." }
      return
        "The list \(detail.isEmpty ? "above" : "under `\(detail)`") has an item here, so this line must begin with `- `."
    case .misplacedProperty:
      return "This anchor or tag can't stand here. \(detail)"
    case .multilineKey:
      return "A key must be on one line. Join its lines, or begin it with `? `."
    case .nestingTooDeep:
      return
        "Collections are nested more than \(Parser.maximumDepth) levels deep. Flatten them; the rest is not read."
    case .quotedIndentation:
      return detail == "tab"
        ? "This line of a quoted text is indented with a tab. Use spaces."
        : "This line of a quoted text should be indented more than its key."
    case .tabIndentation:
      return "There is a tab in the indentation. Use spaces."
    case .tooManyErrors:
      return "There are more errors than are shown. Mend the first ones."
    case .fileTooLarge:
      return "The file is larger than \(Parser.maximumSize >> 30) GiB and is not read. Split it."
    case .unclosedQuote:
      return "This quote is never closed. Add `\(detail)` at the end of the text."
    case .undefinedTagHandle:
      return "The tag handle `\(detail)` is not defined. Define it with `%TAG`, or quote the text."
    case .badIndentation, .mismatchedBracket, .sequenceNotAllowed, .unclosedBracket, .unexpectedContent:
      return detail
    case .aliasExpansion, .duplicateAnchor, .duplicateKey, .invalidNumber, .loaderSyntax, .mergeValue,
      .multipleDocuments, .otherReading, .recursiveAlias, .surprisingScalar, .tagMismatch, .undefinedAlias,
      .unhashableKey,
      .unknownTag, .valueIndicator:
      return detail
    }
  }

  static let conflictMarker =
    "This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers."

  static let afterRoot =
    "The document ends with the bracket above, so nothing can follow. Remove this, or put it inside the brackets."

  /// - Parameter line: Where the brackets of the value before this one are closed, if it has any.
  static func strayBracket(_ bracket: String, owner: String, closedOnLine line: Int?) -> String {
    guard let line, !owner.isEmpty else {
      return "Nothing is open that this `\(bracket)` closes. Remove it, or add the opening bracket."
    }
    return
      "The value of `\(owner)` is closed on line \(line) already, so nothing is open that this `\(bracket)` "
      + "closes. Remove it."
  }

  static func itemAfterBracket(owner: String, line: Int) -> String {
    "The list of `\(owner)` is closed by `]` on line \(line). Move this item inside the brackets, or begin every item "
      + "with `- ` and remove the brackets."
  }

  static func plainStart(_ character: String) -> String {
    let name = character == "`" ? "a backtick" : "`\(character)`"
    return "Text can't start with \(name). Quote it."
  }

  static func keyOnSameLine(_ key: String) -> String {
    "`\(key)` must begin a line of its own."
  }

  static func mistypedBracket(_ bracket: String, expected: String, owner: String, line: Int) -> String {
    let opening = expected == "]" ? "[" : "{"
    let opened = "the `\(opening)` \(owner.isEmpty ? "" : "of `\(owner)` ")on line \(line)"
    return "This `\(bracket)` stands where \(opened) is to be closed. Write `\(expected)`."
  }

  static let missingBrace =
    "The entries from here on are separated by commas, so `{` must stand before them and "
    + "`}` after them."

  static let colonInText = "Quote the value if the colon is part of it."

  static func innerQuote(isDouble: Bool) -> String {
    "This quote ends the text in its middle. Write `\(isDouble ? "\\\"" : "''")` for a quote in the text."
  }

  /// - Parameter nextLine: The line that is outside; nil if the document ends, or if that is on the same line.
  static func unclosedBracket(_ bracket: String, owner: String, nextLine: Int?) -> String {
    let closing = bracket == "[" ? "]" : "}"
    return
      "\(of("The `\(bracket)`", owner)) is never closed. Add `\(closing)`\(nextLine.map { " before line \($0)" } ?? "")."
  }

  static func trailing(owner: String) -> String {
    let value = owner.isEmpty ? "The value" : "The value of `\(owner)`"
    return "\(value) ends before this. Quote the whole value, or remove this."
  }

  static func unindentedValue(of owner: String) -> String {
    owner.isEmpty
      ? "Indent this value more than its key."
      : "This is the value of `\(owner)`. Indent it more than that key."
  }

  static func unindentedText(of owner: String) -> String {
    owner.isEmpty
      ? "This line goes on with the text above. Indent it more than the key."
      : "This line goes on with the text of `\(owner)`. Indent it more than that key."
  }

  static func notAnItem(owner: String, firstLine: Int) -> String {
    "A list item can't begin here: \(of("the keys", owner)) from line \(firstLine) on go on at this indentation. "
      + "Indent the item more, below its own key, or remove the dash."
  }

  static func underIndentedText(line: Int, expected: Int) -> String {
    "The text that begins on line \(line) is indented by \(spaces(expected)), this line by less. Indent it as much."
  }

  /// "the list of `Tags`", or just "the list" under no key.
  private static func of(_ noun: String, _ owner: String) -> String {
    owner.isEmpty ? noun : "\(noun) of `\(owner)`"
  }

  static let itemOnKeyLine = "A list item can't begin here. Begin the list on a line of its own."

  static let itemInBrackets = "A list item can't begin here. Inside brackets, items are separated by commas."

  static let bareDash =
    "This dash begins no item, and keys go on after it. Remove it, or write the item after it."

  static let noBreakSpace = "There is a no-break space in the indentation. Use ordinary spaces."

  /// - Parameters:
  ///   - owner: The key that the collection stands under; empty for the document's own keys.
  ///   - firstLine: The line on which the collection begins.
  static func misalignment(
    isItem: Bool, owner: String, firstLine: Int, column: Int, expected: Int
  ) -> String {
    let kind = isItem ? "items" : "keys"
    let place = owner.isEmpty ? "" : " of `\(owner)`"
    return "This line is indented by \(spaces(column)), but the \(kind)\(place) from line \(firstLine) on by "
      + "\(expected). Align it with them."
  }

  private static func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }
}
