/// A pattern of `fnmatch`: `*`, `?`, `[seq]`, `[!seq]`, the whole text, case and all.
struct GlobPattern: Sendable {
  private let regex: Regex

  init(_ pattern: CodePoints) throws(RegexFailure) {
    regex = try RegexCache.regex(Self.translate(pattern), flags: .dotAll)
  }

  func matches(_ name: CodePoints, work: RegexWork = RegexWork()) throws(RegexFailure) -> Bool {
    try regex.fullMatch(name, work: work) != nil
  }

  private enum Part {
    case star
    case text(CodePoints)
  }

  private static func translate(_ pattern: CodePoints) -> CodePoints {
    var parts: [Part] = []
    var index = 0
    while index < pattern.count {
      let character = pattern[index]
      index += 1
      switch character {
      case 0x2A:
        if case .star = parts.last { continue }
        parts.append(.star)
      case 0x3F:
        append(CodePoints("."), to: &parts)
      case 0x5B:
        if let (set, end) = set(pattern, from: index) {
          append(set, to: &parts)
          index = end
        } else {
          append(CodePoints("\\["), to: &parts)
        }
      default:
        append(Regex.escape([character]), to: &parts)
      }
    }
    return join(parts)
  }

  private static func append(_ text: CodePoints, to parts: inout [Part]) {
    if case .text(let before) = parts.last {
      parts[parts.count - 1] = .text(before + text)
    } else {
      parts.append(.text(text))
    }
  }

  /// A star between texts only ever needs the first place its text fits, so nothing is tried twice.
  private static func join(_ parts: [Part]) -> CodePoints {
    var result: CodePoints = []
    let lastStar = parts.lastIndex { if case .star = $0 { true } else { false } }
    var isAfterStar = false
    for (index, part) in parts.enumerated() {
      switch part {
      case .star:
        isAfterStar = true
        if index == lastStar { result += CodePoints(".*") }
      case .text(let text):
        let isBetweenStars = isAfterStar && index < lastStar ?? 0
        result += isBetweenStars ? CodePoints("(?>.*?") + text + CodePoints(")") : text
      }
    }
    return result
  }

  /// The character set that begins behind a bracket, and where it ends; nil if nothing closes it.
  private static func set(_ pattern: CodePoints, from start: Int) -> (CodePoints, Int)? {
    var end = start
    if end < pattern.count, pattern[end] == 0x21 { end += 1 }
    if end < pattern.count, pattern[end] == 0x5D { end += 1 }
    while end < pattern.count, pattern[end] != 0x5D { end += 1 }
    guard end < pattern.count else { return nil }
    let isNegated = pattern[start] == 0x21
    let chunks = chunks(pattern[start..<end], isNegated: isNegated)
    // Nothing is in an empty set, and anything in the negation of one.
    if chunks == [[]] { return (CodePoints("(?!)"), end + 1) }
    if chunks == [[0x21]], isNegated { return (CodePoints("."), end + 1) }
    var set = CodePoints(isNegated ? "[^" : "[")
    for (index, chunk) in chunks.enumerated() {
      if index > 0 { set.append(0x2D) }
      let members = index == 0 && isNegated ? chunk.dropFirst() : chunk[...]
      for member in members {
        if CodePoint.isASCIILetter(member) || CodePoint.isASCIIDigit(member) || member > 127 {
          set.append(member)
        } else {
          set += [0x5C, member]
        }
      }
    }
    set.append(0x5D)
    return (set, end + 1)
  }

  /// The set split at the dashes that make ranges, without the ranges that are empty.
  private static func chunks(_ set: CodePoints.SubSequence, isNegated: Bool) -> [CodePoints] {
    let text = CodePoints(set)
    var chunks: [CodePoints] = []
    var start = 0
    var search = isNegated ? 2 : 1
    while search < text.count, let dash = text[search...].firstIndex(of: 0x2D) {
      chunks.append(CodePoints(text[start..<dash]))
      start = dash + 1
      search = dash + 3
    }
    if start < text.count || chunks.isEmpty {
      chunks.append(CodePoints(text[start...]))
    } else {
      chunks[chunks.count - 1].append(0x2D)
    }
    for index in chunks.indices.dropFirst().reversed() {
      guard let low = chunks[index - 1].last, let high = chunks[index].first, low > high else { continue }
      chunks[index - 1] = chunks[index - 1].dropLast() + chunks[index].dropFirst()
      chunks.remove(at: index)
    }
    return chunks
  }
}
