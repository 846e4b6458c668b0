/// Random regular expressions, most of them valid, and what `re` does with them and a random subject.
///
/// The alphabet is small, so that most patterns match something somewhere.
struct RegexGenerator: ProgramSource {
  let title = "Random regular expressions"

  func program(_ random: inout RandomChoices) -> Program {
    let isBytes = random.chance(15)
    var writer = PatternWriter(random: random, isBytes: isBytes)
    var pattern = writer.alternatives(depth: 3)
    if writer.random.chance(8) {
      pattern = "(?\(writer.random.pick(["i", "m", "s", "x", "a", "ims", "u"])))" + pattern
    }
    if writer.random.chance(25) { pattern = writer.damaged(pattern) }
    let subject = writer.subject()
    let replacement = writer.replacement()
    let operation = writer.random.pick(Self.operations)
    let flags = Self.flags.filter { _ in writer.random.chance(12) }
    random = writer.random
    let prefix = isBytes ? "b" : ""
    return Program(
      """
      import re
      try:
          p = re.compile(\(prefix)\(Self.literal(pattern))\(flags.isEmpty ? "" : ", " + flags.joined(separator: " | ")))
      except re.error as e:
          r = (str(e), e.msg, e.pos, e.lineno, e.colno)
      else:
          s = \(prefix)\(Self.literal(subject))
          t = \(prefix)\(Self.literal(replacement))
          \(operation.replacing("\n", with: "\n    "))

      """)
  }

  private static let flags = ["re.I", "re.M", "re.S", "re.X", "re.A"]

  private static let look =
    "[(m.span(), m.groups(), m.lastindex, m.lastgroup, m.regs, m.groupdict()) for m in ms if m]"

  private static let operations = [
    "ms = [p.search(s)]\nr = \(look)", "ms = [p.match(s)]\nr = \(look)", "ms = [p.fullmatch(s)]\nr = \(look)",
    "ms = list(p.finditer(s))\nr = \(look)",
    "ms = [p.search(s, 1, 5), p.match(s, 2), p.fullmatch(s, 1)]\nr = \(look)",
    "r = p.findall(s)", "r = p.split(s)", "r = p.split(s, 2)", "r = p.subn(t, s)", "r = p.sub(t, s, 2)",
    "r = p.sub(lambda m: m[0] + m[0], s)", "r = (p.flags, p.groups, p.search(s))",
    "r = re.findall(re.escape(s), s + s)", "r = [m.expand(t) for m in p.finditer(s)]",
  ]

  /// A Python literal: backslashes and quotes escaped, and what isn't ASCII.
  private static func literal(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x100: result += "\\x" + String(scalar.value, radix: 16)
      default:
        result +=
          "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      }
    }
    return "'\(result)'"
  }
}

/// Writes one pattern.
private struct PatternWriter {
  var random: RandomChoices
  let isBytes: Bool

  /// Letters whose case folds in surprising ways are among them.
  private var letters: [String] {
    ["a", "b", "c", "A", "B", "1", "_", " ", "é", "\n"] + (isBytes ? ["\u{ff}"] : ["ſ", "K", "σ", "ß", "٣"])
  }

  private static let classes = [
    "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\b", "\\B", "\\A", "\\Z", "^", "$", ".", "\\.", "\\x61",
    "\\141", "\\n",
  ]

  private mutating func atom(depth: Int) -> String {
    let choice = random.below(100)
    if choice < 35 { return random.pick(letters) }
    if choice < 46 { return random.pick(Self.classes) }
    if choice < 60 {
      let members = random.several(1...3) { random in
        random.pick([
          "a", "b", "A-C", "a-c", "0-9", "\\d", "\\w", "\\s", "\\W", ".", "-", "\\-", "k", "é", "^", "]",
          "\\]", "\\b",
        ])
      }
      return "[\(random.pick(["", "", "^"]))\(members.joined())]"
    }
    if depth <= 0 { return random.pick(["a", "b", "c"]) }
    let inner = alternatives(depth: depth - 1)
    switch choice {
    case ..<72: return "(\(inner))"
    case ..<78: return "(?:\(inner))"
    case ..<81: return "(?=\(inner))"
    case ..<83: return "(?!\(inner))"
    case ..<86: return "\(random.pick(["(?<=", "(?<!"]))\(sequence(depth: 0)))"
    case ..<88: return "(?>\(inner))"
    case ..<90: return "(?\(random.pick(["i", "s", "m", "a", "x", "-i", "i-s", "-m", "im"])):\(inner))"
    case ..<94: return "\\\(random.pick(["1", "2", "3"]))"
    case ..<96:
      let otherwise = random.chance(50) ? "|" + sequence(depth: depth - 1) : ""
      return "(?(\(random.pick(["1", "2", "n"])))\(sequence(depth: depth - 1))\(otherwise))"
    case ..<98: return "(?P=n)"
    default: return "(?P<\(random.pick(["n", "m"]))>\(inner))"
    }
  }

  private mutating func sequence(depth: Int) -> String {
    random.several(random.chance(10) ? 0...2 : 1...3) { $0.next() }.indices.map { _ in
      let atom = atom(depth: depth)
      guard random.chance(40) else { return atom }
      let count = random.pick(["*", "+", "?", "{2}", "{1,2}", "{,2}", "{1,}", "{0}", "{2,1}"])
      return atom + count + random.pick(["", "", "", "?", "+"])
    }.joined()
  }

  mutating func alternatives(depth: Int) -> String {
    let count = random.pick([1, 1, 1, 2, 3])
    return (0..<count).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  /// The pattern with a character changed, added or left out.
  mutating func damaged(_ pattern: String) -> String {
    var characters: [Character] = pattern.map { $0 }
    let place = random.below(characters.count + 1)
    let mark = Character(
      random.pick(
        "( ) [ ] { } ? * + | \\ ^ $ - < > = ! : # P L u i 1 0 x g , N U z".split(separator: " ").map(
          String.init)))
    if random.chance(60) || place == characters.count {
      characters.insert(mark, at: place)
    } else if random.chance(50) {
      characters.remove(at: place)
    } else {
      characters[place] = mark
    }
    return String(characters)
  }

  mutating func subject() -> String {
    let letters = letters
    return random.several(0...9) { $0.pick(letters + ["a", "a", "b", "b", "c", "C", "\u{e9}"]) }.joined()
  }

  mutating func replacement() -> String {
    random.several(0...3) { random in
      random.pick([
        "x", "-", "\\1", "\\2", "\\g<1>", "\\g<0>", "\\n", "\\\\", "\\g<n>", "\\0", "\\12", "\\123", "\\q",
        "\\g<", "\\g<x y>",
      ])
    }.joined()
  }
}
