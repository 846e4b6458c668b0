import SourceText

/// A recursive-descent parser for Python 3.11 (Language Reference, *Full Grammar specification*).
///
/// Productions never throw. The first thing wrong in a statement is reported, and `isRecovering` then
/// keeps everything else in the statement silent until its line, or its header, has been skipped. A production
/// that finds nothing returns a node of kind `missing`.
struct Parser {
  let source: SourceText
  let bytes: [UInt8]
  var tokens: [Token]
  var index = 0
  var errors: [PythonSyntaxError] = []
  /// True from an error to the end of the statement, or of the header, that holds it.
  var isRecovering = false
  /// How many productions that can nest are under way.
  var depth = 0
  /// The height of the highest expression made since it was last set to 0.
  var height = 0
  /// Where the last `expression` began.
  var lastExpressionStart = 0
  /// The last expression read from between parentheses of its own.
  var lastParenthesized: Expression?
  /// How many replacement fields of f-strings are around this one.
  var formattedDepth = 0

  /// Whether the file has a `global`, a `nonlocal` or an assignment expression.
  var declaresNames = false

  /// Bounds the parser's own stack, which must fit into half a megabyte: nested brackets, lambdas, powers
  /// and the operators around them. 200 nested brackets, CPython's limit, take 400.
  static let maximumDepth = 450
  /// Bounds the height of a tree, and with it the stack of whoever walks it. CPython's own limit lies near
  /// 3,000.
  static let maximumHeight = 1000

  /// The brackets that never close, by the offset of the `invalid` token that stands for their closing.
  let unclosedBrackets: [Int: Token]

  init(_ lexer: Lexer) {
    source = lexer.source
    bytes = lexer.bytes
    tokens = lexer.tokens
    unclosedBrackets = lexer.unclosedBrackets
  }

  // MARK: Tokens

  var token: Token { tokens[index] }
  var kind: TokenKind { tokens[index].kind }
  var start: Int { tokens[index].start }

  /// The kind of a later token; the last token stands for all that follow it.
  func kind(ahead distance: Int) -> TokenKind {
    tokens[min(index + distance, tokens.count - 1)].kind
  }

  /// Where the token before the current one ends.
  var previousEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

  /// From `start` to the end of the last token read.
  func range(from start: Int) -> ByteRange { start..<max(start, previousEnd) }

  /// Moves past the current token. The last one stays current.
  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  mutating func accept(_ kind: TokenKind) -> Bool {
    guard tokens[index].kind == kind else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: TokenKind, _ message: String = "invalid syntax") {
    if !accept(kind) { fail(message) }
  }

  func text(_ token: Token) -> String { text(token.range) }

  func text(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether the current token is this name, which is no hard keyword.
  func isName(_ word: StaticString) -> Bool {
    let token = tokens[index]
    guard token.kind == .name, token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[token.range]) }
  }

  mutating func identifier() -> Identifier {
    let token = self.token
    guard token.kind == .name else {
      fail("invalid syntax")
      return Identifier("", range: previousEnd..<previousEnd)
    }
    advance()
    return Identifier(name(of: token), range: token.range)
  }

  func name(of token: Token) -> String { normalizedName(text(token)) }

  // MARK: Errors

  /// Reports an error at the current token, unless this statement already has one.
  mutating func fail(_ message: String) { fail(message, at: token.range) }

  mutating func fail(_ message: String, at range: ByteRange, kind: PythonSyntaxError.Kind = .syntaxError) {
    if isRecovering { return }
    isRecovering = true
    if !unclosedBrackets.isEmpty, let bracket = unclosedBracket(explaining: range) {
      errors.append(
        PythonSyntaxError(
          kind: .syntaxError, message: "'\(text(bracket))' was never closed", range: bracket.range))
      return
    }
    // What else is wrong with an invalid token was reported by the lexer.
    if self.kind == .invalid, range == token.range { return }
    errors.append(PythonSyntaxError(kind: kind, message: message, range: range))
  }

  /// The bracket of this statement that never closes, if that is the likelier cause of an error: because
  /// the error lies on a later line, or at the end of the statement.
  private func unclosedBracket(explaining error: ByteRange) -> Token? {
    var last = index
    while tokens[last].kind != .newline, tokens[last].kind != .endOfFile { last += 1 }
    guard last > 0, tokens[last - 1].kind == .invalid, tokens[last - 1].range.isEmpty,
      let bracket = unclosedBrackets[tokens[last - 1].start]
    else { return nil }
    if index + 1 >= last { return bracket }
    let place = max(error.lowerBound, start)
    return source.lines.line(at: place) > source.lines.line(at: bracket.start) ? bracket : nil
  }

  mutating func missing() -> Expression {
    fail("invalid syntax")
    return Expression(.missing, range: previousEnd..<previousEnd)
  }

  /// An expression one higher than the highest of its parts.
  mutating func make(_ kind: Expression.Kind, from start: Int) -> Expression {
    height += 1
    if height > Self.maximumHeight {
      fail("expression nests too deeply", at: range(from: start))
      return Expression(.missing, range: range(from: start))
    }
    return Expression(kind, range: range(from: start))
  }

  // MARK: Backtracking

  struct Mark {
    let index: Int
    let errorCount: Int
    let isRecovering: Bool
    let height: Int
  }

  var mark: Mark {
    Mark(index: index, errorCount: errors.count, isRecovering: isRecovering, height: height)
  }

  mutating func rewind(to mark: Mark) {
    index = mark.index
    errors.removeSubrange(mark.errorCount...)
    isRecovering = mark.isRecovering
    height = mark.height
  }
}
