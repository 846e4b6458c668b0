/// Writes documents of any layout that authors use: block and flow, compact or not, with comments everywhere,
/// each comment with a number of its own.
struct DocumentGenerator {
  var random: RobustnessTests.Generator
  private var comments = 0
  private var keys = 0

  init(seed: UInt64) {
    random = RobustnessTests.Generator(state: seed)
  }

  mutating func document() -> String {
    comments = 0
    keys = 0
    let lines = one(in: 4) ? sequence(at: 0, depth: 0) : mapping(at: 0, depth: 0)
    var text = (lines + (one(in: 4) ? ["", comment()] : [])).joined(separator: "\n")
    if one(in: 8) { text = comment() + "\n\n" + text }
    if one(in: 12) { text = "---\n" + text }
    if !one(in: 4) { text += one(in: 6) ? "\n\n" : "\n" }
    return one(in: 6) ? text.replacing("\n", with: "\r\n") : text
  }

  private mutating func one(in count: Int) -> Bool { number(count) == 0 }

  private mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func comment() -> String {
    comments += 1
    return "# c\(comments)"
  }

  private mutating func trailing(in count: Int) -> String { one(in: count) ? " " + comment() : "" }

  private mutating func key() -> String {
    keys += 1
    return ["k\(keys)", "k\(keys)", "\"k\(keys)\"", "'k \(keys)'"][number(4)]
  }

  private static let scalars = [
    "x", "a b", "1", "true", "null", "\"q # r\"", "'it''s'", "-1.5", "2024-01-01", "a:b",
  ]

  private mutating func scalar() -> String { Self.scalars[number(Self.scalars.count)] }

  // MARK: Block

  private mutating func mapping(at indent: Int, depth: Int) -> [String] {
    (0...number(3)).flatMap { _ in member(key() + ":", at: indent, depth: depth, isItem: false) }
  }

  private mutating func sequence(at indent: Int, depth: Int) -> [String] {
    (0...number(3)).flatMap { _ in member("-", at: indent, depth: depth, isItem: true) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func member(_ start: String, at indent: Int, depth: Int, isItem: Bool) -> [String] {
    var lines: [String] = []
    if one(in: 8) { lines.append("") }
    if one(in: 5) { lines.append(spaces(indent) + comment()) }
    if one(in: 10) { lines.append(spaces(indent) + comment()) }
    let line = spaces(indent) + start
    switch number(depth > 2 ? 6 : 10) {
    case 0: lines.append(line + trailing(in: 4))
    case 1, 2: lines.append(line + " " + scalar() + trailing(in: 4))
    case 3: lines += block(line, at: indent)
    case 4: lines += [line + " \"two", spaces(indent + 2) + "lines\"" + trailing(in: 4)]
    case 5:
      let flow = flow(at: indent, depth: depth)
      lines.append(line + " " + flow + trailing(in: 4))
    case 6, 7:
      let inner = indent + (isItem ? 2 : [2, 4][number(2)])
      lines += nested(mapping(at: inner, depth: depth + 1), below: line, indent, isItem)
    default:
      let inner = indent + (isItem ? 2 : [0, 2][number(2)])
      lines += nested(sequence(at: inner, depth: depth + 1), below: line, indent, isItem)
    }
    if one(in: 10) { lines.append(spaces(indent + 1) + comment()) }
    return lines
  }

  /// On the line of a dash if there is nothing before the first key, else below.
  private mutating func nested(_ inner: [String], below line: String, _ indent: Int, _ isItem: Bool)
    -> [String]
  {
    guard isItem, let first = inner.first, first.dropFirst(indent + 2).first.map({ $0 != "#" }) ?? false,
      one(in: 2)
    else { return [line + trailing(in: 5)] + inner }
    return [line + " " + first.dropFirst(indent + 2)] + inner.dropFirst()
  }

  private mutating func block(_ line: String, at indent: Int) -> [String] {
    let header = ["|", "|-", "|+", ">", ">-", "|2", ">+"][number(7)]
    let text = ["text", "more # text", "", "  deep", "last"].prefix(number(5) + 1)
    let lines = text.map { $0.isEmpty ? "" : spaces(indent + 2) + $0 }
    let blanks = one(in: 4) ? [""] : []
    return [line + " " + header + trailing(in: 5)] + lines + blanks
  }

  // MARK: Flow

  private mutating func flow(at indent: Int, depth: Int) -> String {
    let isMapping = one(in: 2)
    let count = number(4)
    let isLong = one(in: 2)
    let inner = isLong ? "\n" + spaces(indent + 2) : ""
    var text = isMapping ? "{" : "["
    if !isLong, one(in: 3) { text += " " }
    for index in 0..<count {
      let hasComment = isLong && one(in: 4)
      if hasComment { text += inner + comment() }
      let joins = hasComment || (index > 0 && !one(in: 5))
      text += isLong && (joins || index == 0) ? inner : index > 0 ? " " : ""
      if isMapping { text += flowKey() }
      let value = depth < 3 && one(in: 4) ? flow(at: indent + 2, depth: depth + 1) : scalar()
      text += value
      if index < count - 1 || one(in: 3) { text += "," }
      if isLong, one(in: 4) { text += " " + comment() + inner }
    }
    if isLong { text += "\n" + spaces(indent + [0, 1][number(2)] + (indent == 0 ? 1 : 0)) }
    return text + (isMapping ? "}" : "]")
  }

  private mutating func flowKey() -> String {
    let key = key()
    return key.first == "k" || !one(in: 3) ? key + ": " : key + ":"
  }
}
