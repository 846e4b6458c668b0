/// Statements of one line (Language Reference, *Simple statements*).
extension Parser {
  mutating func simpleStatement() -> Statement.Kind {
    switch kind {
    case .pass: keyword(.pass)
    case .break: keyword(.break)
    case .continue: keyword(.continue)
    case .return: returnStatement()
    case .raise: raiseStatement()
    case .assert: assertStatement()
    case .del: deleteStatement()
    case .global: .global(names: declaredNames())
    case .nonlocal: .nonlocal(names: declaredNames())
    case .import: importStatement()
    case .from: importFromStatement()
    default: expressionStatement()
    }
  }

  private mutating func keyword(_ statement: Statement.Kind) -> Statement.Kind {
    advance()
    return statement
  }

  private mutating func returnStatement() -> Statement.Kind {
    advance()
    guard kind.beginsExpression || kind == .star else { return .return(nil) }
    return .return(unstarred(starExpressions()))
  }

  private mutating func raiseStatement() -> Statement.Kind {
    advance()
    guard kind.beginsExpression else { return .raise(exception: nil, cause: nil) }
    let exception = expression()
    let cause = accept(.from) ? expression() : nil
    return .raise(exception: exception, cause: cause)
  }

  private mutating func assertStatement() -> Statement.Kind {
    advance()
    let test = expression()
    let message = !isRecovering && accept(.comma) ? expression() : nil
    return .assert(test: test, message: message)
  }

  private mutating func deleteStatement() -> Statement.Kind {
    advance()
    var targets = [starExpression()]
    while !isRecovering, accept(.comma), kind != .newline, kind != .semicolon {
      targets.append(starExpression())
    }
    if kind == .newline || kind == .semicolon {
      for target in targets { checkTarget(target, .deletion) }
    }
    return .delete(targets: targets)
  }

  private mutating func declaredNames() -> [Identifier] {
    declaresNames = true
    advance()
    var names = [identifier()]
    while !isRecovering, accept(.comma) { names.append(identifier()) }
    return names
  }

  /// A star is only at home inside a tuple, a list, a set or a call.
  mutating func unstarred(_ value: Expression) -> Expression {
    guard case .starred = value.kind else { return value }
    switch kind {
    case .newline, .semicolon, .rightParenthesis, .endOfFile:
      fail("can't use starred expression here", at: value.range)
    default: break
    }
    return value
  }

  /// `assignment | star_expressions`
  private mutating func expressionStatement() -> Statement.Kind {
    let start = self.start
    let first = yieldOrStarExpressions()
    if isRecovering { return kind == .assign ? assignment(first, from: start) : .expr(first) }
    switch kind {
    case .assign: return assignment(first, from: start)
    case .colon: return annotatedAssignment(first, from: start)
    default:
      if let symbol = kind.augmentedOperator { return augmentedAssignment(first, symbol, from: start) }
      return .expr(unstarred(first))
    }
  }

  private mutating func assignment(_ first: Expression, from start: Int) -> Statement.Kind {
    var targets = [first]
    var value = first
    while kind == .assign {
      if isYield(value), lastParenthesized !== value {
        fail("assignment to yield expression not possible", at: value.range)
      }
      let isComparison = targets.count == 1 && isOperand(value) && isFollowedByLastValue
      checkTarget(value, isComparison ? .likelyComparison : .assignment)
      advance()
      value = yieldOrStarExpressions()
      guard kind == .assign, !isRecovering else { break }
      targets.append(value)
    }
    return .assign(targets: targets, value: unstarred(value))
  }

  /// Whether the `=` here is the last of its statement, with an operand behind it.
  private var isFollowedByLastValue: Bool {
    mutating get {
      let mark = self.mark
      defer { rewind(to: mark) }
      advance()
      guard kind.beginsExpression, kind != .not, kind != .lambda else { return false }
      _ = operation(.bitOr)
      return !isRecovering && kind != .assign && kind != .colonAssign
    }
  }

  private func isYield(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .yield, .yieldFrom: true
    default: false
    }
  }

  private mutating func augmentedAssignment(
    _ target: Expression, _ symbol: BinaryOperator, from start: Int
  ) -> Statement.Kind {
    switch target.kind {
    case .name, .attribute, .subscript: checkTarget(target, .assignment)
    default:
      fail(
        "'\(describe(target))' is an illegal expression for augmented assignment", at: target.range)
    }
    advance()
    let value = unstarred(yieldOrStarExpressions())
    return .augAssign(target: target, symbol, value: value)
  }

  private mutating func failToAnnotate(_ target: Expression) {
    switch target.kind {
    case .list: fail("only single target (not list) can be annotated", at: target.range)
    case .tuple: fail("only single target (not tuple) can be annotated", at: target.range)
    default: fail("illegal target for annotation", at: target.range)
    }
  }

  private mutating func annotatedAssignment(_ target: Expression, from start: Int) -> Statement.Kind {
    var isSimple = false
    switch target.kind {
    case .name:
      isSimple = lastParenthesized !== target
      checkTarget(target, .assignment)
    case .attribute, .subscript: checkTarget(target, .assignment)
    default:
      advance()
      if case .starred = target.kind { fail("invalid syntax", at: tokens[index - 1].range) }
      if kind.beginsExpression { failToAnnotate(target) }
      return .annAssign(target: target, annotation: expression(), value: nil, isSimple: false)
    }
    advance()
    let annotation = expression()
    var value: Expression?
    if !isRecovering, accept(.assign) { value = unstarred(yieldOrStarExpressions()) }
    return .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple)
  }
}
