/// How tightly operators bind, loosest first (Language Reference, *Operator precedence*).
enum Precedence: UInt8 {
  case or, and, not, comparison, bitOr, bitXor, bitAnd, shift, sum, product, unary

  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

/// An operator between two operands.
private enum InfixOperator {
  case boolean(BooleanOperator, Precedence)
  case comparison
  case binary(BinaryOperator, Precedence)

  var precedence: Precedence {
    switch self {
    case .boolean(_, let precedence), .binary(_, let precedence): precedence
    case .comparison: .comparison
    }
  }

  init?(_ kind: TokenKind) {
    switch kind {
    case .or: self = .boolean(.or, .or)
    case .and: self = .boolean(.and, .and)
    case .less, .greater, .lessEqual, .greaterEqual, .equal, .notEqual, .in, .is, .not: self = .comparison
    case .pipe: self = .binary(.bitOr, .bitOr)
    case .caret: self = .binary(.bitXor, .bitXor)
    case .ampersand: self = .binary(.bitAnd, .bitAnd)
    case .leftShift: self = .binary(.lShift, .shift)
    case .rightShift: self = .binary(.rShift, .shift)
    case .plus: self = .binary(.add, .sum)
    case .minus: self = .binary(.sub, .sum)
    case .star: self = .binary(.mult, .product)
    case .slash: self = .binary(.div, .product)
    case .doubleSlash: self = .binary(.floorDiv, .product)
    case .percent: self = .binary(.mod, .product)
    case .at: self = .binary(.matMult, .product)
    default: return nil
    }
  }
}

/// Operators, by precedence climbing: one production instead of a dozen, so that an operand costs few
/// stack frames and a chain of operators of one precedence none.
extension Parser {
  /// An operation whose operators all bind at least as tightly as `minimum`.
  mutating func operation(_ minimum: Precedence) -> Expression {
    guard enter() else { return missing() }
    defer { leave() }
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    let start = self.start
    var left = operand(minimum)
    while !isRecovering, let infix = InfixOperator(kind), infix.precedence.rawValue >= minimum.rawValue {
      switch infix {
      case .boolean(let symbol, let precedence):
        let word = kind
        var values = [left]
        while !isRecovering, accept(word) { values.append(operation(precedence.next)) }
        left = make(.boolOp(symbol, values: values), from: start)
      case .comparison:
        guard let comparison = comparisons(left, from: start) else { return left }
        left = comparison
      case .binary(let symbol, let precedence):
        advance()
        let right = operation(precedence.next)
        left = make(.binOp(left: left, symbol, right: right), from: start)
      }
    }
    return left
  }

  /// The comparisons after `left`, which chain; `nil` for a `not` that is not followed by `in`.
  private mutating func comparisons(_ left: Expression, from start: Int) -> Expression? {
    var operators: [ComparisonOperator] = []
    var comparators: [Expression] = []
    while !isRecovering, let symbol = comparisonOperator() {
      operators.append(symbol)
      comparators.append(operation(.bitOr))
    }
    guard !operators.isEmpty else { return nil }
    return make(.compare(left: left, operators: operators, comparators: comparators), from: start)
  }

  private mutating func comparisonOperator() -> ComparisonOperator? {
    let symbol: ComparisonOperator
    switch kind {
    case .less: symbol = .lt
    case .greater: symbol = .gt
    case .lessEqual: symbol = .ltE
    case .greaterEqual: symbol = .gtE
    case .equal: symbol = .eq
    case .notEqual: symbol = .notEq
    case .in: symbol = .in
    case .not:
      guard kind(ahead: 1) == .in else { return nil }
      advance()
      symbol = .notIn
    case .is:
      advance()
      return accept(.not) ? .isNot : .is
    default: return nil
    }
    advance()
    return symbol
  }

  /// An operand with the unary operators before it, which are collected in a loop.
  private mutating func operand(_ minimum: Precedence) -> Expression {
    switch kind {
    case .not where minimum.rawValue <= Precedence.not.rawValue:
      var starts: [Int] = []
      while kind == .not {
        starts.append(start)
        advance()
      }
      var value = operation(.comparison)
      for start in starts.reversed() { value = make(.unaryOp(.not, operand: value), from: start) }
      return value
    case .plus, .minus, .tilde:
      var signs: [(start: Int, UnaryOperator)] = []
      while let sign = unaryOperator {
        signs.append((start, sign))
        advance()
      }
      var value = power()
      for (start, sign) in signs.reversed() { value = make(.unaryOp(sign, operand: value), from: start) }
      return value
    default:
      return power()
    }
  }

  private var unaryOperator: UnaryOperator? {
    switch kind {
    case .plus: .uAdd
    case .minus: .uSub
    case .tilde: .invert
    default: nil
    }
  }

  /// `power: await_primary ['**' factor]`
  private mutating func power() -> Expression {
    let start = self.start
    let base: Expression
    if kind == .await {
      advance()
      let value = primary()
      base = make(.await(value), from: start)
    } else {
      base = primary()
    }
    guard kind == .doubleStar, !isRecovering else { return base }
    advance()
    let exponent = operation(.unary)
    return make(.binOp(left: base, .pow, right: exponent), from: start)
  }
}
