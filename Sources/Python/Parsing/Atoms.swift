import SourceText

/// Names, literals and displays (Language Reference, *Atoms*).
extension Parser {
  mutating func atom() -> Expression {
    let token = self.token
    switch token.kind {
    case .name:
      advance()
      return leaf(.name(name(of: token)), token)
    case .string, .unterminatedString:
      return strings()
    case .number:
      advance()
      return leaf(.constant(number(token)), token)
    case .trueKeyword: return constant(.bool(true))
    case .falseKeyword: return constant(.bool(false))
    case .noneKeyword: return constant(.none)
    case .ellipsis: return constant(.ellipsis)
    case .leftParenthesis: return parenthesized()
    case .leftBracket: return listDisplay()
    case .leftBrace: return braceDisplay()
    default: return missing()
    }
  }

  private mutating func constant(_ value: Constant) -> Expression {
    let token = self.token
    advance()
    return leaf(.constant(value), token)
  }

  private mutating func leaf(_ kind: Expression.Kind, _ token: Token) -> Expression {
    height = max(height, 1)
    return Expression(kind, range: token.range)
  }

  /// `tuple | group | genexp`
  @inline(never)
  private mutating func parenthesized() -> Expression {
    let open = token
    advance()
    if accept(.rightParenthesis) { return make(.tuple(elements: []), from: open.start) }
    if kind == .yield {
      let value = yieldExpression()
      close(.rightParenthesis, open)
      lastParenthesized = value
      return value
    }
    let elementStart = start
    let first = starNamedExpression()
    if isComprehension {
      if case .starred = first.kind {
        fail("iterable unpacking cannot be used in comprehension", at: first.range)
      }
      let generators = comprehensions()
      close(.rightParenthesis, open)
      return make(.generatorExp(element: first, generators: generators), from: open.start)
    }
    if kind == .comma, !isRecovering {
      let elements = elementsRest(first, until: .rightParenthesis)
      if isComprehension {
        fail("did you forget parentheses around the comprehension target?", at: range(from: elementStart))
      }
      close(.rightParenthesis, open)
      return make(.tuple(elements: elements), from: open.start)
    }
    if case .starred = first.kind, kind == .rightParenthesis {
      fail("cannot use starred expression here", at: first.range)
    }
    if kind == .doubleStar { fail("cannot use double starred expression here") }
    close(.rightParenthesis, open, after: first)
    lastParenthesized = first
    return first
  }

  /// `list | listcomp`
  @inline(never)
  private mutating func listDisplay() -> Expression {
    let open = token
    advance()
    if accept(.rightBracket) { return make(.list(elements: []), from: open.start) }
    let elementStart = start
    let first = starNamedExpression()
    if isComprehension {
      if case .starred = first.kind {
        fail("iterable unpacking cannot be used in comprehension", at: first.range)
      }
      let generators = comprehensions()
      close(.rightBracket, open)
      return make(.listComp(element: first, generators: generators), from: open.start)
    }
    let elements = elementsRest(first, until: .rightBracket)
    if isComprehension {
      fail("did you forget parentheses around the comprehension target?", at: range(from: elementStart))
    }
    close(.rightBracket, open, after: elements.last)
    return make(.list(elements: elements), from: open.start)
  }

  private var isComprehension: Bool {
    !isRecovering && (kind == .for || kind == .async)
  }

  /// The elements after the first, each behind its comma.
  private mutating func elementsRest(_ first: Expression, until closer: TokenKind) -> [Expression] {
    var elements = [first]
    while !isRecovering, accept(.comma) {
      if kind == closer { break }
      elements.append(starNamedExpression())
    }
    return elements
  }

  /// `dict | dictcomp | set | setcomp`
  @inline(never)
  private mutating func braceDisplay() -> Expression {
    let open = token
    advance()
    if accept(.rightBrace) { return make(.dict(keys: [], values: []), from: open.start) }
    if kind == .doubleStar { return dictDisplay(from: open, firstKey: nil) }
    let elementStart = start
    let first = starNamedExpression()
    if kind == .colon, !isRecovering {
      switch first.kind {
      case .starred: fail("cannot use a starred expression in a dictionary value", at: first.range)
      case .namedExpr where lastParenthesized !== first: fail("invalid syntax")
      default: break
      }
      return dictDisplay(from: open, firstKey: first)
    }
    if isComprehension {
      if case .starred = first.kind {
        fail("iterable unpacking cannot be used in comprehension", at: first.range)
      }
      let generators = comprehensions()
      close(.rightBrace, open)
      return make(.setComp(element: first, generators: generators), from: open.start)
    }
    let elements = elementsRest(first, until: .rightBrace)
    if isComprehension {
      fail("did you forget parentheses around the comprehension target?", at: range(from: elementStart))
    }
    close(.rightBrace, open, after: elements.last)
    return make(.set(elements: elements), from: open.start)
  }

  private mutating func dictDisplay(from open: Token, firstKey: Expression?) -> Expression {
    var keys: [Expression?] = []
    var values: [Expression] = []
    var nextKey = firstKey
    while !isRecovering {
      if nextKey == nil, kind == .doubleStar {
        let start = self.start
        advance()
        keys.append(nil)
        values.append(operation(.bitOr))
        if isComprehension {
          fail("dict unpacking cannot be used in dict comprehension", at: range(from: start))
        }
      } else {
        let key = nextKey ?? expression()
        nextKey = nil
        if kind == .colon {
          advance()
        } else if !isRecovering {
          failAtDictKey()
        }
        keys.append(key)
        values.append(dictValue())
        if isComprehension, keys.count == 1 {
          let generators = comprehensions()
          close(.rightBrace, open)
          return make(
            .dictComp(key: key, value: values[0], generators: generators), from: open.start)
        }
      }
      guard !isRecovering, accept(.comma), kind != .rightBrace else { break }
    }
    close(.rightBrace, open)
    return make(.dict(keys: keys, values: values), from: open.start)
  }

  private mutating func failAtDictKey() {
    fail("':' expected after dictionary key", at: tokens[index - 1].range)
  }

  private mutating func dictValue() -> Expression {
    if !isRecovering {
      if kind == .rightBrace || kind == .comma {
        fail("expression expected after dictionary key and ':'", at: tokens[index - 1].range)
      } else if kind == .star {
        fail("cannot use a starred expression in a dictionary value")
      }
    }
    return isRecovering ? missing() : expression()
  }
}
