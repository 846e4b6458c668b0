import SourceText

/// Lists of statements, blocks, and the line-wise recovery around them.
extension Parser {
  /// Statements up to `end`, a dedent or the end of the file, which is consumed if it is a dedent.
  mutating func statements(until end: TokenKind) -> [Statement] {
    var body: [Statement] = []
    var lastWasBroken = false
    while kind != end, kind != .endOfFile {
      switch kind {
      case .indent:
        // A block nobody asked for: its statements are read as if they stood here.
        isRecovering = false
        if !lastWasBroken {
          fail("unexpected indent", at: token.range, kind: .indentationError)
        }
        advance()
        body += statements(until: .dedent)
        lastWasBroken = false
      case .newline, .dedent:
        advance()
      default:
        isRecovering = false
        depth = 0
        height = 0
        statement(into: &body)
        lastWasBroken = isRecovering
      }
    }
    if kind == .dedent { advance() }
    return body
  }

  /// One compound statement, or the simple statements of one line.
  private mutating func statement(into body: inout [Statement]) {
    switch kind {
    case .if: body.append(ifStatement())
    case .while: body.append(whileStatement())
    case .for: body.append(forStatement(from: start, isAsync: false))
    case .try: body.append(tryStatement())
    case .with: body.append(withStatement(from: start, isAsync: false))
    case .def: body.append(functionDefinition(from: start, decorators: [], isAsync: false))
    case .class: body.append(classDefinition(decorators: []))
    case .at: decorated(into: &body)
    case .async where [.def, .for, .with].contains(kind(ahead: 1)): body.append(asyncStatement())
    case .name where beginsMatch: body.append(matchStatement())
    default: simpleStatements(into: &body)
    }
  }

  private mutating func asyncStatement() -> Statement {
    let start = self.start
    advance()
    switch kind {
    case .for: return forStatement(from: start, isAsync: true)
    case .with: return withStatement(from: start, isAsync: true)
    default: return functionDefinition(from: start, decorators: [], isAsync: true)
    }
  }

  /// `simple_stmts: ';'.simple_stmt+ [';'] NEWLINE`
  private mutating func simpleStatements(into body: inout [Statement]) {
    repeat {
      let start = self.start
      let kind = simpleStatement()
      let statement = Statement(kind, range: range(from: start))
      if !isRecovering, self.kind != .semicolon, self.kind != .newline { failAfter(statement) }
      if start < previousEnd { body.append(statement) }
    } while !isRecovering && accept(.semicolon) && kind != .newline
    endOfLine(into: &body)
  }

  /// Reports what stands between a whole statement and the end of its line.
  private mutating func failAfter(_ statement: Statement) {
    if failAtLegacyStatement() { return }
    if case .expr(let value) = statement.kind, kind == .colonAssign, kind(ahead: 1).beginsExpression {
      if case .name = value.kind {
      } else {
        fail("cannot use assignment expressions with \(describe(value))", at: value.range)
      }
    }
    fail("invalid syntax")
  }

  /// Reports an expression after the name of a statement of Python 2.
  mutating func failAtLegacyStatement() -> Bool {
    guard kind.beginsExpression, index > 0 else { return false }
    let previous = tokens[index - 1]
    let name = text(previous)
    guard previous.kind == .name, name == "print" || name == "exec" else { return false }
    fail(
      "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
      at: previous.start..<token.end)
    return true
  }

  /// Moves past the end of the line; what stands before it becomes an error statement.
  private mutating func endOfLine(into body: inout [Statement]) {
    let start = self.start
    let first = index
    while kind != .newline, kind != .endOfFile { advance() }
    if index > first {
      fail("invalid syntax", at: tokens[first].range)
      let range = range(from: start)
      if !range.isEmpty { body.append(Statement(.error, range: range)) }
    }
    _ = accept(.newline)
  }

  /// `block: NEWLINE INDENT statements DEDENT | simple_stmts`
  ///
  /// `header` is CPython's name for what the block belongs to.
  mutating func block(of header: String, at keyword: Token) -> [Statement] {
    guard kind == .newline else {
      var body: [Statement] = []
      if !isRecovering {
        if isCompound(kind) { fail("invalid syntax") }
        height = 0
        simpleStatements(into: &body)
      }
      return body
    }
    advance()
    guard accept(.indent) else {
      let line = source.lines.line(at: keyword.start) + 1
      fail(
        "expected an indented block after \(header) on line \(line)", at: statementRange,
        kind: .indentationError)
      return []
    }
    return statements(until: .dedent)
  }

  /// The current token, or, as CPython has it, the end of the last line at the end of the file.
  var statementRange: ByteRange {
    guard kind == .endOfFile, start > 0, isLineBreak(bytes[start - 1]) else { return token.range }
    let end = source.contentRange(ofLine: source.lines.line(at: start - 1)).upperBound
    return end..<end
  }

  private func isCompound(_ kind: TokenKind) -> Bool {
    switch kind {
    case .if, .while, .for, .try, .with, .def, .class, .at: true
    default: false
    }
  }

  /// The colon before a block. When something is wrong with the header, the rest of its line is skipped, up to
  /// the colon at its end if it has one.
  ///
  /// - Parameter isForced: whether CPython asks for a colon whatever stands there, not only at the end of
  ///   the line.
  mutating func headerColon(isForced: Bool = false) {
    if !isRecovering {
      if accept(.colon) { return }
      fail(isForced || kind == .newline ? "expected ':'" : "invalid syntax")
    }
    while kind != .newline, kind != .endOfFile {
      let endsHeader = kind == .colon && kind(ahead: 1) == .newline
      advance()
      if endsHeader { return }
    }
  }

  /// From `start` to the end of a compound statement: of its last statement, or else of its header.
  func range(from start: Int, to bodies: [Statement]...) -> ByteRange {
    for body in bodies.reversed() {
      if let last = body.last { return start..<max(start, last.range.upperBound) }
    }
    var last = index
    while last > 0, [.newline, .dedent, .indent].contains(tokens[last - 1].kind) { last -= 1 }
    return start..<max(start, last > 0 ? tokens[last - 1].end : 0)
  }
}
