/// The sentences for what libyaml can't read: that it is the Panther tool which rejects it, and how to mend it.
extension LoaderRule {
  package var message: String { "The Panther tool " + problem }

  private var problem: String {
    switch self {
    case .tab: "can't read a tab here. Use spaces, or leave the line empty."
    case .tabAfterPlain: "can't read a tab on a line that goes on with plain text. Use spaces."
    case .blockTextTab: "can't read block text whose first line begins with a tab. Use spaces."
    case .missingColon: "wants a colon after this key, on the same line. Add `: `, or indent the text more."
    case .flowKey:
      "wants a key and its colon on one line, the key at most 1,024 characters long. Join the lines."
    case .colonInFlow: "can't read a colon here without a space behind it. Add the space, or quote the text."
    case .keyExpected: "can't read a colon without a key. Write the key, or `? ` on a line before."
    case .textAfterValue: "sees the end of a value before this. Quote the whole value, or remove this."
    case .anchorName: "accepts only ASCII letters, digits, `-` and `_` in this name. Change the name."
    case .tagSyntax: "can't read this tag. Put a space after it, and in it only what a URI may contain."
    case .tagHandle: "does not know the handle of this tag. Define it with `%TAG`, or quote the text."
    case .directive: "reads `%YAML 1.1` or `%YAML 1.2` once, and `%TAG`. Remove this directive."
    case .lonelyMarker: "can't read `...` without a document before it. Remove it."
    case .secondDocument: "reads one document per file. Remove this and what follows it."
    case .afterDocument:
      "sees the end of the document before this. Indent it if it belongs to the text above."
    case .blockHeader:
      "can't read this header of block text. Write `|` or `>`, with a digit from 1 to 9, `+` or `-`."
    case .escape: "does not know this escape. Write `\\\\` for a backslash, or use single quotes."
    case .reservedCharacter: "can't read text that starts with this character. Quote the text."
    case .unclosedQuote: "finds no end of this quoted text. Close the quote."
    case .markerInQuotes: "can't read a document marker in quoted text. Indent the line."
    case .sequenceHere: "can't read a list here. Begin it on a line of its own."
    case .mappingHere:
      "can't read a key and value here. Begin them on a line of their own, or quote the text."
    case .dashExpected: "wants `- ` here, as the list above has it. Add it, or change the indentation."
    case .commaExpected: "wants a comma or the closing bracket here. Add it."
    case .emptyEntry: "wants a value before this comma. Remove the comma or add the value."
    case .contentExpected: "wants a value here. Add it, or remove what asks for it."
    case .depth: "reads at most 1,000 levels of brackets. Flatten the document."
    default: "can't load this."
    }
  }
}
