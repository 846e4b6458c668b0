/// A replacement template of `re.sub` and `Match.expand`: text with `\1`, `\g<name>` and escapes.
package struct RegexTemplate: Sendable {
  private enum Part: Sendable {
    case text(CodePoints)
    case group(Int)
  }

  private var parts: [Part] = []
  private var text: CodePoints = []
  private let regex: Regex

  /// Parses a template for a pattern; fails with CPython's messages.
  package init(_ template: CodePoints, for regex: Regex, isBytes: Bool = false) throws(RegexFailure) {
    self.regex = regex
    var source = try RegexTokenizer(template, isBytes: isBytes)
    while let token = try source.get() {
      guard token.count == 2, let character = token.last, let scalar = Unicode.Scalar(character)
      else {
        text += token
        continue
      }
      switch scalar {
      case "g": try namedGroup(&source)
      case "0":
        let digits = try source.take(atMost: 2, where: RegexParser.isOctal)
        text.append(RegexParser.number(digits, base: 8) & 0xFF)
      case "1"..."9": try numberedGroup(character, &source)
      default: try escape(token, scalar, source)
      }
    }
    flush()
  }

  /// The text that replaces a match; a group that took no part is empty.
  package func expand(_ match: Regex.Match, in subject: CodePoints) -> CodePoints {
    var result: CodePoints = []
    for part in parts {
      switch part {
      case .text(let text):
        result += text
      case .group(let group):
        if match.groups.indices.contains(group), let range = match.groups[group] {
          result += subject[range]
        }
      }
    }
    return result
  }

  private mutating func flush() {
    if !text.isEmpty { parts.append(.text(text)) }
    text = []
  }

  private mutating func add(group: Int, back offset: Int, _ source: RegexTokenizer)
    throws(RegexFailure)
  {
    guard group <= regex.groupCount else {
      throw source.error("invalid group reference \(group)", back: offset)
    }
    flush()
    parts.append(.group(group))
  }

  private mutating func namedGroup(_ source: inout RegexTokenizer) throws(RegexFailure) {
    guard try source.match("<") else { throw source.error("missing <") }
    let name = try source.take(until: ">", naming: "group name")
    let group: Int
    if PythonRepr.isIdentifier(name) {
      guard let number = regex.groupNumber(named: String(showing: name)) else {
        throw .index("unknown group name \(PythonRepr.string(name))")
      }
      group = number
    } else {
      group = try RegexGroupNumber.parse(name, in: source)
    }
    try add(group: group, back: name.count + 1, source)
  }

  private mutating func numberedGroup(_ first: UInt32, _ source: inout RegexTokenizer)
    throws(RegexFailure)
  {
    var digits = [first]
    if let second = source.nextCharacter, CodePoint.isASCIIDigit(second) {
      digits.append(second)
      _ = try source.get()
      if digits.allSatisfy(RegexParser.isOctal), let third = source.nextCharacter,
        RegexParser.isOctal(third)
      {
        digits.append(third)
        _ = try source.get()
        let value = RegexParser.number(digits, base: 8)
        guard value <= 0o377 else {
          throw source.error(
            "octal escape value \\\(String(showing: digits)) outside of range 0-0o377",
            back: digits.count + 1)
        }
        text.append(value)
        return
      }
    }
    try add(
      group: Int(RegexParser.number(digits, base: 10)), back: digits.count, source)
  }

  private mutating func escape(
    _ token: RegexTokenizer.Token, _ scalar: Unicode.Scalar, _ source: RegexTokenizer
  ) throws(RegexFailure) {
    switch scalar {
    case "a": text.append(7)
    case "b": text.append(8)
    case "f": text.append(12)
    case "n": text.append(10)
    case "r": text.append(13)
    case "t": text.append(9)
    case "v": text.append(11)
    case "\\": text.append(0x5C)
    default:
      if CodePoint.isASCIILetter(scalar.value) {
        throw source.error("bad escape \(String(showing: token))", back: 2)
      }
      text += token
    }
  }
}
