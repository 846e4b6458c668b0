/// The calls of `re` that put texts together: `sub`, `split`, `escape`.
extension Regex {
  /// `Pattern.subn` with a text or a function for the replacement.
  package func substitute(
    in subject: CodePoints, count: Int = 0, with replacement: (Match) throws -> CodePoints
  ) throws -> (text: CodePoints, count: Int) {
    let found = try matches(in: subject, atMost: count == 0 ? .max : count)
    var result: CodePoints = []
    var position = 0
    for match in found {
      result += subject[position..<match.range.lowerBound]
      result += try replacement(match)
      position = match.range.upperBound
    }
    result += subject[position...]
    return (result, found.count)
  }

  /// `Pattern.split`: pieces, and between them the pattern's groups.
  package func split(
    _ subject: CodePoints, maximum: Int = 0, work: RegexWork = RegexWork()
  ) throws(RegexFailure) -> [CodePoints?] {
    let found = try matches(in: subject, atMost: maximum == 0 ? .max : maximum, work: work)
    var pieces: [CodePoints?] = []
    var position = 0
    for match in found {
      pieces.append(CodePoints(subject[position..<match.range.lowerBound]))
      pieces += match.groups.dropFirst().map { $0.map { CodePoints(subject[$0]) } }
      position = match.range.upperBound
    }
    pieces.append(CodePoints(subject[position...]))
    return pieces
  }

  /// `re.escape`.
  package static func escape(_ text: CodePoints) -> CodePoints {
    let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".unicodeScalars.map(\.value))
    return text.flatMap { special.contains($0) ? [0x5C, $0] : [$0] }
  }
}
