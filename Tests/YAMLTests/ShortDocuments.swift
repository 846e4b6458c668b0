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

  mutating func next() -> [UInt8] {
    let count = Int.random(in: 1...14, using: &random)
    return (0..<count).flatMap { _ in Array((Self.pieces.randomElement(using: &random) ?? "").utf8) }
  }
}
