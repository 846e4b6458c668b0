/// A compiled regular expression with the semantics of Python 3.11's `re` on text.
///
/// Patterns, flags, results and error messages are CPython's; the work of a call is bounded
/// by a budget of steps, after which the call ends with `RegexFailure.limit`.
package struct Regex: Sendable {
  package let pattern: CodePoints
  package let flags: RegexFlags
  package let groupCount: Int
  /// Group names in order of their appearance.
  package let groupNames: [(name: String, number: Int)]
  private let program: RegexProgram
  var instructionCount: Int { program.instructions.count }

  /// Compiles a pattern; fails as `re.compile` does.
  ///
  /// A pattern on bytes has one code point for each byte, and knows ASCII letters only.
  package init(_ pattern: CodePoints, flags: RegexFlags = [], isBytes: Bool = false) throws(RegexFailure) {
    let tree = try RegexParser.parse(pattern, flags: flags, isBytes: isBytes)
    program = try RegexCompiler.compile(tree)
    self.pattern = pattern
    self.flags = tree.flags
    groupCount = tree.groupWidths.count - 1
    groupNames = tree.groupNames
  }

  /// One match: where it and its groups are, in code points.
  package struct Match: Sendable, Equatable {
    /// Group 0 is the whole match; a group that took no part is nil.
    package let groups: [Range<Int>?]
    /// The group that closed last; nil if none did.
    package let lastGroup: Int?

    package var range: Range<Int> { groups.first.flatMap { $0 } ?? 0..<0 }
  }

  package func groupNumber(named name: String) -> Int? {
    groupNames.first { $0.name == name }?.number
  }

  /// `Pattern.search`, between two positions.
  package func search(
    _ subject: CodePoints, from start: Int = 0, to end: Int = .max, work: RegexWork = RegexWork()
  )
    throws(RegexFailure) -> Match?
  {
    try withMatcher(subject, to: end, work) { (matcher) throws(RegexFailure) in
      guard let range = try matcher.search(from: start, mustAdvance: false) else { return nil }
      return Self.match(range, matcher, program)
    }
  }

  /// `Pattern.match`: anchored at the start.
  package func match(
    _ subject: CodePoints, from start: Int = 0, to end: Int = .max, work: RegexWork = RegexWork()
  )
    throws(RegexFailure) -> Match?
  {
    try anchored(.prefix, subject, start, end, work)
  }

  /// `Pattern.fullmatch`: anchored at both ends.
  package func fullMatch(
    _ subject: CodePoints, from start: Int = 0, to end: Int = .max, work: RegexWork = RegexWork()
  )
    throws(RegexFailure) -> Match?
  {
    try anchored(.whole, subject, start, end, work)
  }

  /// All matches from left to right, as `finditer`, `sub` and `split` see them: a match may be
  /// empty, but not where the one before it was empty too.
  package func matches(
    in subject: CodePoints, from start: Int = 0, to end: Int = .max, atMost limit: Int = .max,
    work: RegexWork = RegexWork()
  ) throws(RegexFailure) -> [Match] {
    try withMatcher(subject, to: end, work) { (matcher) throws(RegexFailure) in
      var found: [Match] = []
      var position = start
      var mustAdvance = false
      while found.count < limit,
        let range = try matcher.search(from: position, mustAdvance: mustAdvance)
      {
        found.append(Self.match(range, matcher, program))
        position = range.upperBound
        mustAdvance = range.isEmpty
      }
      return found
    }
  }

  private func anchored(
    _ mode: RegexMatcher.Mode, _ subject: CodePoints, _ start: Int, _ end: Int, _ work: RegexWork
  ) throws(RegexFailure) -> Match? {
    try withMatcher(subject, to: end, work) { (matcher) throws(RegexFailure) in
      guard start <= min(end, subject.count) else { return nil }
      guard let last = try matcher.match(at: start, mode: mode) else { return nil }
      return Self.match(start..<last, matcher, program)
    }
  }

  private func withMatcher<Answer>(
    _ subject: CodePoints, to end: Int, _ work: RegexWork,
    _ body: (inout RegexMatcher) throws(RegexFailure) -> Answer
  ) throws(RegexFailure) -> Answer {
    let result = subject.withUnsafeBufferPointer { text in
      var matcher = RegexMatcher(program, subject: text, end: end, budget: RegexBudget(work))
      defer { matcher.budget.finish() }
      return Result { () throws(RegexFailure) in try body(&matcher) }
    }
    return try result.get()
  }

  private static func match(
    _ range: Range<Int>, _ matcher: borrowing RegexMatcher, _ program: RegexProgram
  ) -> Match {
    let registers = matcher.registers
    var groups: [Range<Int>?] = [range]
    for group in 0..<program.groupCount {
      let (first, last) = (registers[2 * group], registers[2 * group + 1])
      groups.append(first >= 0 && last >= first ? first..<last : nil)
    }
    let closed = registers[program.lastGroupRegister]
    return Match(groups: groups, lastGroup: closed >= 0 ? closed : nil)
  }
}
