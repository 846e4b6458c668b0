/// Makes a program smaller as long as it keeps a property, by leaving out statements and arguments.
struct Shrinker {
  /// How often the property may be asked.
  var budget = 600
  let holds: (String) -> Bool

  init(holds: @escaping (String) -> Bool) {
    self.holds = holds
  }

  mutating func shrink(_ source: String) -> String {
    var best = source
    var isSmaller = true
    while isSmaller, budget > 0 {
      let before = best
      best = withoutStatements(best)
      best = withoutParts(best)
      isSmaller = best.utf8.count < before.utf8.count
    }
    return best
  }

  private mutating func accepts(_ candidate: String, insteadOf source: String) -> Bool {
    guard budget > 0, candidate.utf8.count < source.utf8.count else { return false }
    budget -= 1
    return holds(candidate)
  }

  // MARK: Statements

  /// Leaves out runs of blocks, long ones first, or only the header of a block.
  private mutating func withoutStatements(_ source: String) -> String {
    var lines = source.split(separator: "\n").map(String.init)
    var size = max(lines.count / 2, 1)
    while true {
      var index = lines.count - 1
      while index >= 0 {
        let end = (0..<size).reduce(index) { position, _ in blockEnd(position, in: lines) }
        let body = lines[min(index + 1, end)..<end].map { String($0.dropFirst(4)) }
        for replacement in body.isEmpty || size > 1 ? [[]] : [[], body] {
          var candidate = lines
          candidate.replaceSubrange(index..<end, with: replacement)
          let text = candidate.joined(separator: "\n")
          if accepts(text, insteadOf: lines.joined(separator: "\n")) {
            lines = candidate
            break
          }
        }
        index = min(index, lines.count) - 1
      }
      if size == 1 { return lines.joined(separator: "\n") }
      size /= 2
    }
  }

  /// The end of the block that begins in a line: the next line that is indented no deeper.
  private func blockEnd(_ start: Int, in lines: [String]) -> Int {
    guard start < lines.count else { return lines.count }
    let depth = lines[start].prefix { $0 == " " }.count
    return lines[(start + 1)...].firstIndex { $0.prefix { $0 == " " }.count <= depth } ?? lines.count
  }

  // MARK: Parts of expressions

  /// Leaves out what stands between commas in brackets, or puts something simple in place of what is bracketed.
  private mutating func withoutParts(_ source: String) -> String {
    var best = [Character](source)
    var position = 0
    while position < best.count {
      guard "([{".contains(best[position]), let group = Group(best, opening: position) else {
        position += 1
        continue
      }
      var isSmaller = false
      for range in group.removals {
        var candidate = best
        candidate.removeSubrange(range)
        if accepts(String(candidate), insteadOf: String(best)) {
          best = candidate
          isSmaller = true
          break
        }
      }
      if !isSmaller {
        for simple in group.replacements(best) {
          var candidate = best
          candidate.replaceSubrange(group.opening...group.closing, with: simple)
          if accepts(String(candidate), insteadOf: String(best)) {
            best = candidate
            isSmaller = true
            break
          }
        }
      }
      if !isSmaller { position += 1 }
    }
    return String(best)
  }

  /// A bracket, its partner, and the commas between.
  private struct Group {
    let opening: Int
    let closing: Int
    private let commas: [Int]

    init?(_ text: [Character], opening: Int) {
      var depth = 0
      var commas: [Int] = []
      var quote: Character?
      var position = opening
      while position < text.count {
        let character = text[position]
        if let open = quote {
          if character == "\\" { position += 1 } else if character == open { quote = nil }
        } else if character == "'" || character == "\"" {
          quote = character
        } else if "([{".contains(character) {
          depth += 1
        } else if ")]}".contains(character) {
          depth -= 1
          if depth == 0 {
            self.opening = opening
            self.closing = position
            self.commas = commas
            return
          }
        } else if character == ",", depth == 1 {
          commas.append(position)
        }
        position += 1
      }
      return nil
    }

    /// Each part with the comma beside it.
    var removals: [Range<Int>] {
      guard closing > opening + 1 else { return [] }
      if commas.isEmpty { return [opening + 1..<closing] }
      return commas.enumerated().map { index, comma in
        let start = index == 0 ? opening : commas[index - 1]
        return start + 1..<comma + 1
      } + [(commas.last ?? opening)..<closing]
    }

    func replacements(_ text: [Character]) -> [[Character]] {
      let inner = Array(text[(opening + 1)..<closing])
      let brackets: [[Character]] =
        switch text[opening] {
        case "(": [["("], [")"]]
        case "[": [["["], ["]"]]
        default: [["{"], ["}"]]
        }
      return [["0"], inner, brackets.flatMap { $0 }]
    }
  }
}
