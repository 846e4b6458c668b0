/// The patterns of a match statement (Language Reference, *Patterns*).
extension Parser {
  mutating func maybeStarPattern() -> Pattern {
    let start = self.start
    guard accept(.star) else { return pattern() }
    let name = identifier()
    checkBinding(name)
    return Pattern(.matchStar(name.name == "_" ? nil : name), range: range(from: start))
  }

  /// `pattern: or_pattern ['as' NAME]`
  mutating func pattern() -> Pattern {
    guard enter() else { return missingPattern() }
    defer { leave() }
    let start = self.start
    let inner = orPattern()
    guard !isRecovering, accept(.as) else { return inner }
    guard kind == .name else {
      fail("invalid pattern target")
      return inner
    }
    if isName("_") { fail("cannot use '_' as a target") }
    let name = identifier()
    checkBinding(name)
    if kind == .dot || kind == .leftParenthesis { fail("invalid pattern target", at: name.range) }
    return Pattern(.matchAs(pattern: inner, name: name), range: range(from: start))
  }

  private mutating func orPattern() -> Pattern {
    let start = self.start
    let first = closedPattern()
    guard kind == .pipe, !isRecovering else { return first }
    var alternatives = [first]
    while !isRecovering, accept(.pipe) { alternatives.append(closedPattern()) }
    return Pattern(.matchOr(alternatives), range: range(from: start))
  }

  private mutating func missingPattern() -> Pattern {
    fail("invalid syntax")
    return Pattern(.missing, range: previousEnd..<previousEnd)
  }

  private mutating func closedPattern() -> Pattern {
    let start = self.start
    switch kind {
    case .number, .minus, .string, .unterminatedString:
      let value = literalPattern()
      return Pattern(.matchValue(value), range: range(from: start))
    case .noneKeyword: return singleton(.none)
    case .trueKeyword: return singleton(.bool(true))
    case .falseKeyword: return singleton(.bool(false))
    case .name: return namePattern()
    case .leftParenthesis: return parenthesizedPattern()
    case .leftBracket:
      let open = token
      advance()
      let patterns = patternList(until: .rightBracket).patterns
      close(.rightBracket, open)
      return Pattern(.matchSequence(patterns), range: range(from: start))
    case .leftBrace: return mappingPattern()
    default: return missingPattern()
    }
  }

  private mutating func singleton(_ value: Constant) -> Pattern {
    let range = token.range
    advance()
    return Pattern(.matchSingleton(value), range: range)
  }

  /// A number with its sign, a complex number, or strings.
  private mutating func literalPattern() -> Expression {
    if kind == .string || kind == .unterminatedString {
      let value = strings()
      if case .joinedStr = value.kind {
        fail("patterns may only match literals and attribute lookups", at: value.range)
      }
      return value
    }
    let start = self.start
    let real = signedNumber()
    guard kind == .plus || kind == .minus, !isRecovering else { return real }
    if isImaginary(real) { fail("real number required in complex literal", at: real.range) }
    let symbol: BinaryOperator = kind == .plus ? .add : .sub
    advance()
    guard kind == .number else { return missing() }
    let imaginary = atom()
    if !isImaginary(imaginary) {
      fail("imaginary number required in complex literal", at: imaginary.range)
    }
    return make(.binOp(left: real, symbol, right: imaginary), from: start)
  }

  private mutating func signedNumber() -> Expression {
    let start = self.start
    let isNegative = accept(.minus)
    guard kind == .number else { return missing() }
    let value = atom()
    return isNegative ? make(.unaryOp(.uSub, operand: value), from: start) : value
  }

  private func isImaginary(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant(.imaginary): true
    case .unaryOp(_, let operand): isImaginary(operand)
    default: false
    }
  }

  /// A capture, the wildcard, a dotted value, or a class pattern.
  private mutating func namePattern() -> Pattern {
    let start = self.start
    if kind(ahead: 1) != .dot, kind(ahead: 1) != .leftParenthesis {
      let name = identifier()
      checkBinding(name)
      return Pattern(
        .matchAs(pattern: nil, name: name.name == "_" ? nil : name), range: range(from: start))
    }
    let value = dottedValue()
    guard kind == .leftParenthesis, !isRecovering else {
      return Pattern(.matchValue(value), range: range(from: start))
    }
    return classPattern(value, from: start)
  }

  private mutating func dottedValue() -> Expression {
    let start = self.start
    var value = atom()
    while !isRecovering, accept(.dot) {
      let name = identifier()
      value = make(.attribute(value: value, name: name), from: start)
    }
    return value
  }

  private mutating func classPattern(_ cls: Expression, from start: Int) -> Pattern {
    let open = token
    advance()
    var patterns: [Pattern] = []
    var names: [Identifier] = []
    var values: [Pattern] = []
    while kind != .rightParenthesis, !isRecovering {
      if kind == .name, kind(ahead: 1) == .assign {
        names.append(identifier())
        advance()
        values.append(pattern())
      } else {
        let positional = pattern()
        if !names.isEmpty {
          fail("positional patterns follow keyword patterns", at: positional.range)
        }
        patterns.append(positional)
      }
      guard !isRecovering, accept(.comma) else { break }
    }
    if kind != .rightParenthesis { fail("invalid syntax") }
    close(.rightParenthesis, open)
    return Pattern(
      .matchClass(cls: cls, patterns: patterns, keywordNames: names, keywordPatterns: values),
      range: range(from: start))
  }

  /// `group_pattern | '(' [open_sequence_pattern] ')'`
  private mutating func parenthesizedPattern() -> Pattern {
    let open = token
    advance()
    let (patterns, hasComma) = patternList(until: .rightParenthesis)
    close(.rightParenthesis, open)
    if let only = patterns.first, patterns.count == 1, !hasComma {
      if case .matchStar = only.kind { fail("invalid syntax", at: only.range) }
      return only
    }
    return Pattern(.matchSequence(patterns), range: range(from: open.start))
  }

  private mutating func patternList(until closer: TokenKind) -> (patterns: [Pattern], hasComma: Bool) {
    var patterns: [Pattern] = []
    var hasComma = false
    while kind != closer, !isRecovering {
      patterns.append(maybeStarPattern())
      guard !isRecovering, accept(.comma) else { break }
      hasComma = true
    }
    if kind != closer { fail("invalid syntax") }
    return (patterns, hasComma)
  }

  private mutating func mappingPattern() -> Pattern {
    let open = token
    advance()
    var keys: [Expression] = []
    var patterns: [Pattern] = []
    var rest: Identifier?
    while kind != .rightBrace, !isRecovering {
      if rest != nil { fail("invalid syntax") }
      if accept(.doubleStar) {
        if isName("_") { fail("invalid syntax") }
        let name = identifier()
        checkBinding(name)
        rest = name
      } else {
        keys.append(mappingKey())
        expect(.colon)
        patterns.append(pattern())
      }
      guard !isRecovering, accept(.comma) else { break }
    }
    if kind != .rightBrace { fail("invalid syntax") }
    close(.rightBrace, open)
    return Pattern(
      .matchMapping(keys: keys, patterns: patterns, rest: rest), range: range(from: open.start))
  }

  private mutating func mappingKey() -> Expression {
    switch kind {
    case .number, .minus, .string, .unterminatedString: return literalPattern()
    case .noneKeyword, .trueKeyword, .falseKeyword: return atom()
    case .name where kind(ahead: 1) == .dot: return dottedValue()
    default: return missing()
    }
  }
}
