/// Random edits of YAML texts, of the kinds that typing, pasting and merging produce, and odd bytes.
struct TextMutation {
  var random: RobustnessTests.Generator
  /// Lines of the corpus, to paste.
  let donors: [[UInt8]]

  static let fragments = [
    ":", ": ", "::", " :", "-", "- ", "--", "---", "...", "?", "? ", "?x", "[", "]", "{", "}", "[]", "{}",
    ",", ", ",
    "#", " #", " # x", "&", "&a ", "&b", "&a: ", "&a", "*a", "*a ", "*b", "!", "!!", "!!str ", "!!int ",
    "!!float ",
    "!!bool ", "!!null ", "!!seq ", "!!map ", "!!set ", "!!omap ", "!!pairs ", "!!binary ", "!!timestamp ",
    "! ",
    "!x ", "!<tag:yaml.org,2002:str> ", "|", ">", "|-", ">+", "|2", ">1-", "'", "\"", "''", "\"\"", "\\",
    "\\n",
    "\\u263a", "\\ud83d", "\\x", "\\ ", "%", "%YAML 1.1\n---\n", "@", "`", "=", "<<", "<<: ", "<<: *a", "~",
    "null",
    "yes", "True", "0", "007", "089", "0x1F", "0b1", "0o7", "1e3", "1.5e+3", "-.5", ".inf", ".nan",
    "12:30:45",
    "1:2.5", "2001-12-14t21:59:43.10-05:00", "\t", " \t", "\t ", "\n\t\n", "\n", "\n\n", "\r", "\r\n", "  ",
    "    ",
    "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{A0}", "é", "\u{1F600}", "\0", "\u{7}", "\u{7F}",
    "\u{FFFE}",
    "{a: b, c:}", "[a, b", "{\"a\":1}", "[- ]", "[-]", "[?x]", "[a: b]", "{a}", "[? a : b]", "&a [*a]",
  ].map { Array($0.utf8) }

  private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<max(limit, 1), using: &random) }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[number(below: list.count)] }

  /// One to three edits.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...pick([0, 0, 0, 1, 2]) { edit(&bytes) }
    if number(below: 60) == 0 { bytes = utf16(bytes) }
    return bytes
  }

  private mutating func edit(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count + 1)
    switch number(below: 16) {
    case 0, 1, 2: bytes.insert(contentsOf: pick(Self.fragments), at: place)
    case 3: insertBeforeValue(&bytes)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + number(below: 20)))
    case 5: replaceByte(&bytes, at: place)
    case 6: deletePunctuation(&bytes)
    case 7: bytes[safe: place] = UInt8(number(below: 256))
    default: editLines(&bytes)
    }
  }

  private mutating func replaceByte(_ bytes: inout [UInt8], at place: Int) {
    guard place < bytes.count else { return }
    bytes.replaceSubrange(place..<place + 1, with: pick(Self.fragments))
  }

  /// After a colon, a dash or a bracket, where anchors, tags and scalars stand.
  private mutating func insertBeforeValue(_ bytes: inout [UInt8]) {
    let places = bytes.indices.filter { index in
      index > 0 && (bytes[index] == 0x20) && [0x3A, 0x2D, 0x2C, 0x5B].contains(bytes[index - 1])
    }
    guard !places.isEmpty else { return }
    bytes.insert(contentsOf: pick(Self.fragments), at: pick(places) + 1)
  }

  private mutating func deletePunctuation(_ bytes: inout [UInt8]) {
    let places = bytes.indices.filter { ":-[]{},'\"|>#\n".utf8.contains(bytes[$0]) }
    guard !places.isEmpty else { return }
    bytes.remove(at: pick(places))
  }

  private mutating func editLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let index = number(below: lines.count)
    switch number(below: 11) {
    case 0: lines[index] = indented(lines[index])
    case 1:
      for line in index..<min(lines.count, index + 2 + number(below: 6)) {
        lines[line] = indented(lines[line])
      }
    case 2: lines.remove(at: index)
    case 3: lines.insert(lines[number(below: lines.count)], at: index)
    case 4: lines.swapAt(index, number(below: lines.count))
    case 5: lines.insert(pick(donors), at: index)
    case 6:
      let spaces = lines[index].prefix { $0 == 0x20 }.count
      lines[index] = Array(repeating: 0x09, count: (spaces + 1) / 2) + lines[index].dropFirst(spaces)
    case 7: lines[index].append(contentsOf: pick(Self.fragments))
    case 8:
      lines[index].insert(contentsOf: pick(Self.fragments), at: lines[index].prefix { $0 == 0x20 }.count)
    case 9:
      lines[index] = pick([[], Array(" ".utf8), Array("\t".utf8), Array("  # note".utf8), Array("#".utf8)])
    default:
      let ending: [UInt8] = pick([[0x0D], [0x0D, 0x0A]])
      bytes = Array(lines.joined(separator: ending))
      return
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func indented(_ line: [UInt8]) -> [UInt8] {
    let change = pick([-4, -2, -1, 1, 2, 3, 4])
    guard change < 0 else { return Array(repeating: 0x20, count: change) + line }
    return Array(line.dropFirst(min(-change, line.prefix { $0 == 0x20 }.count)))
  }

  private mutating func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = Bool.random(using: &random)
    var result: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      result += isLittle ? [low, high] : [high, low]
    }
    if number(below: 10) == 0 { result[safe: number(below: result.count)] = 0xD8 }
    return result
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    get { indices.contains(index) ? self[index] : nil }
    set { if let newValue, indices.contains(index) { self[index] = newValue } }
  }
}
