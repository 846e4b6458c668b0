import SourceText

/// Expressions from the outside in: lists with stars, assignment expressions, conditionals, lambdas.
extension Parser {
  /// `star_expressions`: one expression, or a tuple without parentheses.
  mutating func starExpressions() -> Expression {
    let start = self.start
    let outer = height
    height = 0
    let first = starExpression()
    defer { height = max(outer, height) }
    guard kind == .comma else { return first }
    return tupleRest(first, from: start) { $0.starExpression() }
  }

  /// The rest of a tuple without parentheses, from its first comma on.
  mutating func tupleRest(
    _ first: Expression, from start: Int, element: (inout Parser) -> Expression
  ) -> Expression {
    var elements = [first]
    while !isRecovering, accept(.comma) {
      guard kind.beginsExpression || kind == .star else { break }
      elements.append(element(&self))
    }
    return make(.tuple(elements: elements), from: start)
  }

  /// `star_expression`
  mutating func starExpression() -> Expression {
    kind == .star ? starred() : expression()
  }

  /// `star_named_expression`
  mutating func starNamedExpression() -> Expression {
    kind == .star ? starred() : namedExpression()
  }

  /// `'*' bitwise_or`
  mutating func starred() -> Expression {
    let start = self.start
    let outer = height
    height = 0
    advance()
    let value = operation(.bitOr)
    let result = make(.starred(value), from: start)
    height = max(outer, height)
    return result
  }

  /// `named_expression`: an expression, or `name := value`.
  mutating func namedExpression() -> Expression {
    let start = self.start
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    let target = expression()
    guard kind == .colonAssign, !isRecovering else { return target }
    guard kind(ahead: 1).beginsExpression else { return target }
    if case .name = target.kind, lastParenthesized === target { return target }
    guard case .name = target.kind, lastParenthesized !== target else {
      fail("cannot use assignment expressions with \(describe(target))", at: target.range)
      return target
    }
    declaresNames = true
    advance()
    let value = expression()
    return make(.namedExpr(target: target, value: value), from: start)
  }

  /// `expression`: a conditional, a lambda, or an operation.
  ///
  /// A chain `a if b else c if d else …` is read in a loop, as it nests to the right.
  mutating func expression() -> Expression {
    guard enter() else { return missing() }
    defer { leave() }
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    if kind == .lambda { return lambda() }
    let start = self.start
    let first = operation(.or)
    lastExpressionStart = start
    guard kind == .if, !isRecovering else { return first }
    var arms: [(start: Int, body: Expression, test: Expression)] = []
    var last = first
    var lastStart = start
    while kind == .if, !isRecovering {
      advance()
      let test = operation(.or)
      if kind != .else, !isRecovering {
        if kind == .colon || kind == .invalid {
          fail("invalid syntax")
        } else {
          fail("expected 'else' after 'if' expression", at: range(from: lastStart))
        }
      }
      _ = accept(.else)
      arms.append((lastStart, last, test))
      lastStart = self.start
      if kind == .lambda {
        last = lambda()
        break
      }
      last = operation(.or)
    }
    for arm in arms.reversed() {
      last = make(.ifExp(test: arm.test, body: arm.body, orelse: last), from: arm.start)
    }
    return last
  }

  /// `lambdef`
  @inline(never)
  private mutating func lambda() -> Expression {
    // A lambda in the default of a lambda's parameter takes more stack than other expressions.
    guard enter(weight: 2) else { return missing() }
    defer { leave(weight: 2) }
    let start = self.start
    advance()
    let arguments = parameters(until: .colon, isLambda: true)
    expect(.colon)
    let body = expression()
    return make(.lambda(arguments, body: body), from: start)
  }

  /// `yield_expr`
  mutating func yieldExpression() -> Expression {
    let start = self.start
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    advance()
    if accept(.from) {
      let value = expression()
      return make(.yieldFrom(value), from: start)
    }
    guard kind.beginsExpression || kind == .star else { return make(.yield(nil), from: start) }
    let value = unstarred(starExpressions())
    return make(.yield(value), from: start)
  }

  mutating func yieldOrStarExpressions() -> Expression {
    kind == .yield ? yieldExpression() : starExpressions()
  }

  /// Begins a production that can nest; false, with an error, when there are too many.
  mutating func enter(weight: Int = 1) -> Bool {
    guard depth + weight <= Self.maximumDepth else {
      fail("expression nests too deeply")
      return false
    }
    depth += weight
    return true
  }

  mutating func leave(weight: Int = 1) { depth -= weight }
}
