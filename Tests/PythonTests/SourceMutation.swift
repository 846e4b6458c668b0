import Python
import SourceText
import TestSupport

/// A Python file as it is between two keystrokes, or after a merge that went wrong: a line lost, doubled, moved or
/// indented otherwise; a byte or a token gone, doubled or in another's place.
struct SourceMutation {
  var random: SeededGenerator

  private static let characters =
    Array(#"()[]{}:=,.'"\#t #@!~abc019_*/-+%&|^<>;fr"#.utf8) + Array("\\\n".utf8)

  private static let words = [
    "if", "else", "for", "in", "not", "is", "lambda", "*", "**", "=", "==", ":", "::", ":=", "(", ")", "[",
    "]",
    "{", "}", ",", ".", "...", "return", "yield", "await", "async", "def", "class", "with", "as", "try",
    "except", "finally", "from", "import", "None", "True", "1", "\"s\"", "f'{x}'", "x", "del", "global x",
    "nonlocal x", "@", "->", "!", "pass", "break", "continue", "match", "case", "_", "print", "raise",
    "assert",
    "while", "elif", "and", "or", "f\"{", "\\", "*a", "**a", "a=1", "f\"{a!r:>{w}}\"", "\n",
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func mutant(of text: String) -> String {
    var mutant = text
    for _ in 0..<(random.chance(25) ? 2 : 1) {
      mutant =
        switch random.below(4) {
        case 0: withLineChanged(mutant)
        case 1: withByteChanged(mutant)
        default: withTokenChanged(mutant)
        }
    }
    return mutant
  }

  private mutating func withLineChanged(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = random.below(lines.count)
    switch random.below(6) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[random.below(lines.count)], at: index)
    case 2: lines[index] = String(repeating: " ", count: 1 + random.below(4)) + lines[index]
    case 3: lines[index] = String(lines[index].drop { $0 == " " })
    case 4: lines[index] = String(lines[index].dropFirst())
    default: lines.swapAt(index, random.below(lines.count))
    }
    return lines.joined(separator: "\n")
  }

  private mutating func withByteChanged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return text }
    let index = random.below(bytes.count)
    let byte = Self.characters[random.below(Self.characters.count)]
    switch random.below(5) {
    case 0, 1: bytes.remove(at: index)
    case 2, 3: bytes[index] = byte
    default: bytes.insert(byte, at: index)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  private mutating func withTokenChanged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let ranges = Self.tokens(of: bytes)
    guard !ranges.isEmpty else { return text }
    let range = ranges[random.below(ranges.count)]
    let token = bytes[range]
    let other =
      random.chance(40)
      ? Array(bytes[ranges[random.below(ranges.count)]])
      : Array(Self.words[random.below(Self.words.count)].utf8)
    switch random.below(10) {
    case 0..<3: bytes.removeSubrange(range)
    case 3..<5: bytes.insert(contentsOf: [UInt8(ascii: " ")] + token, at: range.upperBound)
    case 5..<9: bytes.replaceSubrange(range, with: other)
    default: bytes.insert(contentsOf: [UInt8(ascii: " ")] + other, at: range.upperBound)
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// Runs of letters and digits, and every other visible byte: tokens, as far as damage needs to know.
  private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = index
      index += 1
      guard bytes[start] > UInt8(ascii: " ") else { continue }
      if isWord(bytes[start]) { while index < bytes.count, isWord(bytes[index]) { index += 1 } }
      ranges.append(start..<index)
    }
    return ranges
  }
}
