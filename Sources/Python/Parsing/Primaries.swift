import SourceText

/// Attributes, subscripts and calls (Language Reference, *Primaries*).
extension Parser {
  /// `primary`: an atom and what follows it without a space in the author's mind.
  mutating func primary() -> Expression {
    let start = self.start
    var value = atom()
    while !isRecovering {
      switch kind {
      case .dot:
        advance()
        let name = identifier()
        value = make(.attribute(value: value, name: name), from: start)
      case .leftParenthesis:
        value = call(value, from: start)
      case .leftBracket:
        value = subscription(value, from: start)
      default:
        return value
      }
    }
    return value
  }

  private mutating func subscription(_ value: Expression, from start: Int) -> Expression {
    let open = token
    advance()
    let slice = slices()
    close(.rightBracket, open, after: slice)
    return make(.subscript(value: value, slice: slice), from: start)
  }

  /// `slices`: one index or slice, or a tuple of them.
  private mutating func slices() -> Expression {
    let start = self.start
    let first = kind == .star ? starred() : slice()
    let isStarred = if case .starred = first.kind { true } else { false }
    guard kind == .comma else {
      guard isStarred else { return first }
      return make(.tuple(elements: [first]), from: start)
    }
    var elements = [first]
    while !isRecovering, accept(.comma) {
      if kind == .rightBracket { break }
      elements.append(kind == .star ? starred() : slice())
    }
    return make(.tuple(elements: elements), from: start)
  }

  private mutating func slice() -> Expression {
    let start = self.start
    let lower = kind == .colon ? nil : namedExpression()
    if lower != nil, kind != .colon { return lower ?? missing() }
    if let lower, case .namedExpr = lower.kind, lastParenthesized !== lower {
      fail("invalid syntax")
      return lower
    }
    advance()
    func isBound(_ kind: TokenKind) -> Bool {
      kind != .colon && kind != .comma && kind != .rightBracket
    }
    let upper = isBound(kind) ? expression() : nil
    var step: Expression?
    if !isRecovering, accept(.colon), isBound(kind) { step = expression() }
    return make(.slice(lower: lower, upper: upper, step: step), from: start)
  }

  private mutating func call(_ function: Expression, from start: Int) -> Expression {
    let (arguments, keywords) = parenthesizedArguments()
    return make(.call(function: function, arguments: arguments, keywords: keywords), from: start)
  }

  /// `'(' [arguments] ')'`. With `allowsGenerator`, a generator expression may be the only argument.
  mutating func parenthesizedArguments(
    allowsGenerator: Bool = true
  ) -> (arguments: [Expression], keywords: [Keyword]) {
    let open = token
    advance()
    var list = ArgumentList()
    while kind != .rightParenthesis, !isRecovering {
      argument(into: &list, open: open, allowsGenerator: allowsGenerator)
      guard !isRecovering, accept(.comma) else { break }
    }
    close(.rightParenthesis, open)
    return (list.positional, list.keywords)
  }

  private struct ArgumentList {
    var positional: [Expression] = []
    var keywords: [Keyword] = []
    var hasUnpackedMapping = false
    var misplaced: String?
  }

  private mutating func argument(into list: inout ArgumentList, open: Token, allowsGenerator: Bool) {
    let start = self.start
    switch kind {
    case .doubleStar:
      advance()
      let value = expression()
      list.keywords.append(Keyword(name: nil, value: value, range: range(from: start)))
      list.hasUnpackedMapping = true
    case .star:
      advance()
      let value = expression()
      if list.hasUnpackedMapping {
        fail(
          "iterable argument unpacking follows keyword argument unpacking", at: range(from: open.start))
      }
      list.positional.append(make(.starred(value), from: start))
    case .name where kind(ahead: 1) == .assign:
      let name = identifier()
      advance()
      let value = expression()
      if kind == .for {
        fail(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: start..<previousEnd)
      }
      list.keywords.append(Keyword(name: name, value: value, range: range(from: start)))
    default:
      positionalArgument(into: &list, from: start, open: open, allowsGenerator: allowsGenerator)
    }
  }

  private mutating func positionalArgument(
    into list: inout ArgumentList, from start: Int, open: Token, allowsGenerator: Bool
  ) {
    var value = namedExpression()
    if kind == .for || kind == .async, !isRecovering {
      let isFirst = list.positional.isEmpty && list.keywords.isEmpty
      if !allowsGenerator, isFirst { fail("invalid syntax") }
      let generators = comprehensions()
      if isFirst, kind != .comma {
        value = Expression(
          .generatorExp(element: value, generators: generators),
          range: open.start..<(kind == .rightParenthesis ? token.end : previousEnd))
        height += 1
      } else {
        fail("Generator expression must be parenthesized", at: range(from: start))
      }
    } else if kind == .assign, !isRecovering {
      switch value.kind {
      case .constant(.bool(true)): fail("cannot assign to True", at: range(from: start))
      case .constant(.bool(false)): fail("cannot assign to False", at: range(from: start))
      case .constant(.none): fail("cannot assign to None", at: range(from: start))
      default:
        fail(
          "expression cannot contain assignment, perhaps you meant \"==\"?", at: start..<token.end)
      }
    }
    list.positional.append(value)
    if !list.keywords.isEmpty, kind == .comma || kind == .rightParenthesis {
      fail(
        list.hasUnpackedMapping
          ? "positional argument follows keyword argument unpacking"
          : "positional argument follows keyword argument", at: range(from: start))
    }
  }

  /// A closing bracket. When something else stands there, the rest up to it is skipped, so that a header
  /// keeps its colon and a statement its end.
  ///
  /// - Parameter element: the element before it, if only one, where an `=` may have been meant as `==`.
  mutating func close(_ closer: TokenKind, _ open: Token, after element: Expression? = nil) {
    if !isRecovering {
      if accept(closer) { return }
      if kind == .assign, let element {
        failAtAssign(after: element, from: element.range.lowerBound)
      } else {
        failInsideBrackets()
      }
    }
    var nesting = 0
    while true {
      switch kind {
      case .newline, .endOfFile, .indent, .dedent: return
      case .invalid where token.range.isEmpty: return
      case .leftParenthesis, .leftBracket, .leftBrace: nesting += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        if nesting == 0 {
          if kind == closer { advance() }
          return
        }
        nesting -= 1
      default: break
      }
      advance()
    }
  }

  /// Reports what stands where an element, or the end, of a bracketed list should be.
  private mutating func failInsideBrackets() {
    guard kind.beginsExpression, endsElement else {
      fail("invalid syntax")
      return
    }
    if failAtLegacyStatement() { return }
    let mark = self.mark
    let tokenRange = token.range
    let elementStart = lastExpressionStart
    _ = expression()
    let isWhole = !isRecovering
    let reachesOpenEnd = kind == .invalid && token.range.isEmpty
    let end = previousEnd
    if isWhole, reachesOpenEnd {
      // The bracket that should have closed explains it.
      fail("invalid syntax")
      index = mark.index
      return
    }
    rewind(to: mark)
    if isWhole {
      fail("invalid syntax. Perhaps you forgot a comma?", at: min(elementStart, end)..<end)
    } else {
      fail("invalid syntax", at: tokenRange)
    }
  }

  /// Whether the token before the current one ends something a comma can follow. A name before a string
  /// looks more like a mistyped prefix.
  private var endsElement: Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1].kind {
    case .number, .string, .trueKeyword, .falseKeyword, .noneKeyword, .rightParenthesis, .rightBracket,
      .rightBrace, .ellipsis:
      return true
    case .name: return kind != .string
    default: return false
    }
  }
}
