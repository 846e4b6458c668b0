/// Short documents of random pieces, in which the corners of the syntax meet more often than in edited files.
struct ShortDocuments {
  var random: RobustnessTests.Generator

  private static let pieces = [
    "a", "b", "k: ", "a:", ": ", ":", "- ", "-", "? ", "?", "[", "]", "{", "}", ",", ", ", "#", " # c", "&a ",
    "&a",
    "*a", "*a ", "!", "!!str ", "!t", "! ", "!!", "|", ">", "|\n", ">-\n", "|+\n", "|1\n", "'", "\"", "''",
    "\\",
    "\\\n", "\\x41", "\n", "\n", "\n ", "\n  ", "\n   ", "\n\n", " ", "  ", "\t", "\n\t", " \t", "---",
    "\n---\n",
    "---\n", "...", "\n...\n", "%YAML 1.1\n", "%TAG ! x\n", "%", "@", "1", "010", "1e3", "=", "<<", "<<: ",
    "~", "\r",
    "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "x\u{A0}y", "text", "0b_", ".5", "true", "yes",
  ]

  /// Few pieces each, so that the combinations of a few indicators all come up.
  private static let alphabets = [
    pieces,
    ["[", "]", "{", "}", ",", "?", ":", " ", "a", "[", "]"],
    ["[", "]", "{", "}", ", ", "? ", ": ", "a", "\"b\"", "\n", "&a ", "*a", "!!str ", "-", "#", "'"],
    ["a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n ", "  ", "&a ", "*a", "!!map ", "|\n", "#c"],
    ["|", ">", "+", "-", "1", "2", "\n", "\n ", "\n  ", "\n   ", " ", "a", "# b", "k: ", "\t"],
    ["'", "\"", "\\", "a", " ", "\n", "\n ", "\t", ":", "#", "\u{85}", "\u{2028}", "k: ", "\r"],
    ["a", "b", " ", ":", "#", "\n", "\n ", "\n  ", "\t", "-", "?", "k: ", "\u{FEFF}", "%", "---", "..."],
  ]

  mutating func next() -> [UInt8] {
    let pieces = Self.alphabets.randomElement(using: &random) ?? Self.pieces
    let count = Int.random(in: 1...14, using: &random)
    return (0..<count).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
  }
}
