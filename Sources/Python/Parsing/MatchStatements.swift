/// `match` statements and the patterns of their cases (Language Reference, *The match statement*).
extension Parser {
  /// Whether this line is a match statement, not an expression that begins with the name `match`.
  var beginsMatch: Bool {
    guard isName("match") else { return false }
    switch kind(ahead: 1) {
    case .name, .number, .string, .unterminatedString, .ellipsis, .tilde, .lambda, .await, .falseKeyword,
      .noneKeyword, .trueKeyword:
      return true
    case .leftParenthesis, .leftBracket, .leftBrace, .plus, .minus, .star, .not:
      return lineEndsWithColon
    default:
      return false
    }
  }

  /// No statement but one with a block ends its line with a colon.
  private var lineEndsWithColon: Bool {
    var last = index
    while tokens[last].kind != .newline, tokens[last].kind != .endOfFile { last += 1 }
    return tokens[last - 1].kind == .colon
  }

  mutating func matchStatement() -> Statement {
    let keyword = token
    advance()
    let subject = matchSubject()
    headerColon()
    guard accept(.newline) else {
      fail("invalid syntax")
      while kind != .newline, kind != .endOfFile { advance() }
      _ = accept(.newline)
      return Statement(.match(subject: subject, cases: []), range: range(from: keyword.start, to: []))
    }
    guard accept(.indent) else {
      let line = source.lines.line(at: keyword.start) + 1
      fail(
        "expected an indented block after 'match' statement on line \(line)", at: statementRange,
        kind: .indentationError)
      return Statement(.match(subject: subject, cases: []), range: range(from: keyword.start, to: []))
    }
    var cases: [MatchCase] = []
    var stray: [Statement] = []
    while kind != .dedent, kind != .endOfFile {
      isRecovering = false
      height = 0
      if isName("case") {
        cases.append(matchCase())
      } else {
        fail("invalid syntax")
        skipLineAndBlock(into: &stray)
      }
    }
    let range = range(from: keyword.start, to: cases.last?.body ?? [])
    _ = accept(.dedent)
    return Statement(.match(subject: subject, cases: cases), range: range)
  }

  /// Skips a line that is no case, with the block under it.
  private mutating func skipLineAndBlock(into stray: inout [Statement]) {
    while kind != .newline, kind != .endOfFile, kind != .indent { advance() }
    _ = accept(.newline)
    if accept(.indent) { stray += statements(until: .dedent) }
  }

  private mutating func matchSubject() -> Expression {
    let start = self.start
    let first = starNamedExpression()
    if kind == .comma, !isRecovering { return tupleRest(first, from: start) { $0.starNamedExpression() } }
    if case .starred = first.kind { fail("invalid syntax") }
    return first
  }

  private mutating func matchCase() -> MatchCase {
    let keyword = token
    advance()
    let pattern = openPattern()
    let `guard` = !isRecovering && accept(.if) ? namedExpression() : nil
    headerColon()
    let body = block(of: "'case' statement", at: keyword)
    return MatchCase(pattern: pattern, guard: `guard`, body: body)
  }

  /// `patterns: open_sequence_pattern | pattern`
  private mutating func openPattern() -> Pattern {
    let start = self.start
    let first = maybeStarPattern()
    guard kind == .comma, !isRecovering else {
      guard case .matchStar = first.kind else { return first }
      fail("invalid syntax")
      return first
    }
    var patterns = [first]
    while !isRecovering, accept(.comma) {
      if kind == .colon || kind == .if { break }
      patterns.append(maybeStarPattern())
    }
    return Pattern(.matchSequence(patterns), range: range(from: start))
  }
}
