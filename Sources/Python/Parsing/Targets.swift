/// What may be assigned to (Language Reference, *Assignment statements*; CPython
/// `_PyPegen_get_invalid_target` and `compile.c`).
extension Parser {
  enum TargetUse {
    case assignment
    /// The target of an assignment, when its `=` was more likely meant as `==`.
    case likelyComparison
    case iteration, with, deletion
  }

  /// Reports the first part of `target` that can't be one.
  mutating func checkTarget(_ target: Expression, _ use: TargetUse) {
    if case .starred = target.kind {
      if use == .deletion {
        fail("cannot delete starred", at: target.range)
      } else {
        fail("starred assignment target must be in a list or tuple", at: target.range)
      }
    }
    checkTargetPart(target, use)
  }

  /// Reports an `=` after an expression, where a statement can't assign (CPython `invalid_named_expression`).
  mutating func failAtAssign(after value: Expression, from start: Int) {
    if isRecovering { return }
    let isOperand = isOperand(value)
    let mark = self.mark
    let symbol = token.range
    advance()
    _ = operation(.bitOr)
    let valueEnd = previousEnd
    let isWhole = !isRecovering && kind != .assign && kind != .colonAssign
    rewind(to: mark)
    guard isWhole, isOperand else { return fail("invalid syntax", at: symbol) }
    switch value.kind {
    case .name where lastParenthesized !== value:
      fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: start..<valueEnd)
    case .tuple, .generatorExp, .constant(.bool), .constant(.none):
      fail("invalid syntax", at: symbol)
    default:
      fail(
        "cannot assign to \(describe(value)) here. Maybe you meant '==' instead of '='?",
        at: start..<symbol.lowerBound)
    }
  }

  /// Whether CPython reads the expression, or the last part of a tuple without parentheses, as a
  /// `bitwise_or`.
  func isOperand(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .compare, .boolOp, .unaryOp(.not, _), .ifExp, .lambda: lastParenthesized === expression
    case .tuple(let elements):
      bytes[expression.range.lowerBound] != UInt8(ascii: "(") && elements.last.map(isOperand) ?? false
    case .list: false
    default: true
    }
  }

  private mutating func checkTargetPart(_ target: Expression, _ use: TargetUse) {
    switch target.kind {
    case .missing: break
    case .name(let name): checkDebug(name, target.range, use)
    case .attribute(_, let name): checkDebug(name.name, target.range, use)
    case .subscript: break
    case .starred(let value):
      if use == .deletion { fail("cannot delete starred", at: target.range) }
      checkTargetPart(value, use)
    case .tuple(let elements), .list(let elements):
      var hasStar = false
      for (index, element) in elements.enumerated() {
        if case .starred = element.kind {
          if hasStar { fail("multiple starred expressions in assignment", at: target.range) }
          if index >= 256 { fail("too many expressions in star-unpacking assignment", at: target.range) }
          hasStar = true
        }
        let isLast = element === elements.last
        checkTargetPart(element, use == .likelyComparison && !isLast ? .assignment : use)
      }
    default:
      let name = describe(target)
      switch use {
      case .deletion: fail("cannot delete \(name)", at: target.range)
      case .likelyComparison where !["None", "True", "False", "generator expression"].contains(name):
        fail("cannot assign to \(name) here. Maybe you meant '==' instead of '='?", at: target.range)
      default: fail("cannot assign to \(name)", at: target.range)
      }
    }
  }

  private mutating func checkDebug(_ name: String, _ range: Range<Int>, _ use: TargetUse) {
    guard name == "__debug__" else { return }
    fail(use == .deletion ? "cannot delete __debug__" : "cannot assign to __debug__", at: range)
  }

  /// CPython's name for a kind of expression.
  func describe(_ expression: Expression) -> String {
    switch expression.kind {
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    case .name: "name"
    case .list: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .boolOp, .binOp, .unaryOp: "expression"
    case .generatorExp: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .await: "await expression"
    case .listComp: "list comprehension"
    case .setComp: "set comprehension"
    case .dictComp: "dict comprehension"
    case .dict: "dict literal"
    case .set: "set display"
    case .joinedStr, .formattedValue: "f-string expression"
    case .constant(.none): "None"
    case .constant(.bool(let value)): value ? "True" : "False"
    case .constant(.ellipsis): "ellipsis"
    case .constant: "literal"
    case .compare: "comparison"
    case .ifExp: "conditional expression"
    case .namedExpr: "named expression"
    case .slice, .missing: "expression"
    }
  }
}
