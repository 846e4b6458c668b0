import Python

extension Lowering {
  /// `left op right op right …`: each pair must hold.
  mutating func comparison(
    _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression],
    in expression: Expression, _ environment: inout Environment
  ) -> Condition {
    var left = value(of: left, &environment)
    var result = Condition.constant(true)
    for (op, comparator) in zip(operators, comparators) {
      let right = value(of: comparator, &environment)
      let opaque = Condition.opaque(term(expression.range))
      result = result.and(
        overChoices(left) { left in
          overChoices(right) { right in compare(left, op, right) ?? opaque }
        })
      left = right
    }
    return bounded(result, expression.range)
  }

  /// A condition on a value, over each value that a choice may come to.
  private func overChoices(_ value: SymbolicValue, _ condition: (SymbolicValue) -> Condition) -> Condition {
    switch value {
    case .choice(let test, let then, let otherwise):
      .either(test, overChoices(then, condition), overChoices(otherwise, condition))
    default: condition(value)
    }
  }

  /// `nil` for what the condition form can't say.
  private func compare(_ left: SymbolicValue, _ op: ComparisonOperator, _ right: SymbolicValue) -> Condition?
  {
    if left == .never || right == .never { return .constant(false) }
    switch op {
    case .notEq: return compare(left, .eq, right)?.negated
    case .isNot: return compare(left, .is, right)?.negated
    case .notIn: return compare(left, .in, right)?.negated
    case .is: return identity(left, right) ?? identity(right, left)
    case .in: return membership(of: left, in: right)
    case .eq, .lt, .ltE, .gt, .gtE:
      return ordering(left, op.operator, right) ?? ordering(right, op.operator.mirrored, left)
    }
  }

  private func identity(_ left: SymbolicValue, _ right: SymbolicValue) -> Condition? {
    if case (.condition(let left), .condition(let right)) = (left, right) {
      return .either(left, right, right.negated)
    }
    guard case .constant(let literal) = right else { return nil }
    switch (left, literal) {
    case (.field(let field), .null): return predicate(field, .eq, .null)
    case (.field(let field), .bool): return predicate(field, .is, literal)
    case (.constant(let value), .null), (.constant(let value), .bool): return .constant(value == literal)
    case (.condition(let condition), .bool(let value)): return value ? condition : condition.negated
    case (.resource, .null), (.display, .null), (.condition, .null), (.collection, .null), (.length, .null):
      return .constant(false)
    default: return nil
    }
  }

  /// `==` and the orderings, for a field, length or boolean on the left.
  private func ordering(_ left: SymbolicValue, _ op: Operator, _ right: SymbolicValue) -> Condition? {
    switch (left, right) {
    case (.field(let field), _) where right.literal != nil:
      return right.literal.map { predicate(field, op, $0) }
    case (.field(let field), .field(let other)):
      guard field.fallback == nil, other.fallback == nil else { return nil }
      return .predicate(Predicate(field.path, op, .path(other.path)))
    case (.length(let nonZero, let field), .constant(.int(let bound))):
      return length(nonZero, field, op, bound)
    case (.condition(let left), .condition(let right)) where op == .eq:
      return .either(left, right, right.negated)
    case (.condition(let condition), .constant(let literal)) where op == .eq:
      if literal.equals(.bool(true)) { return condition }
      return literal.equals(.bool(false)) ? condition.negated : .constant(false)
    default:
      guard let left = left.literal, let right = right.literal else { return nil }
      return .constant(op.holds(for: left, right))
    }
  }

  private func length(_ nonZero: Condition, _ field: Field?, _ op: Operator, _ bound: Int) -> Condition? {
    switch (op, bound) {
    case (.gt, 0), (.ge, 1): return nonZero
    case (.eq, 0), (.lt, 1), (.le, 0): return nonZero.negated
    default:
      guard let field, let op = op.ofLength else { return nil }
      return predicate(field, op, .int(bound))
    }
  }

  private func membership(of element: SymbolicValue, in container: SymbolicValue) -> Condition? {
    switch (element, container) {
    case (.constant(.string(let key)), .resource):
      return .predicate(Predicate(Path(key), .isPresent))
    case (_, .field(let field)):
      if let literal = element.literal { return predicate(field, .contains, literal) }
      guard case .field(let part) = element, part.fallback == nil, field.isEmptyWhenMissing else {
        return nil
      }
      return .predicate(Predicate(part.path, .in, .path(field.path)))
    case (.field(let field), .constant(.string)):
      return container.literal.map { predicate(field, .in, $0) }
    case (.field(let field), _):
      if case .list(let values)? = container.constantElements.flatMap({
        SymbolicValue.display(.list, $0).literal
      }) {
        if values.count == 1, let value = values.first { return predicate(field, .eq, value) }
        return predicate(field, .in, .list(values.unique))
      }
    default:
      if let element = element.literal, let container = container.container {
        return .constant(container.contains(element))
      }
    }
    guard case .display(_, let parts) = container, parts.count <= Limit.unrolling else { return nil }
    var result = Condition.constant(false)
    for part in parts {
      guard let equal = ordering(element, .eq, part) ?? ordering(part, .eq, element) else { return nil }
      result = result.or(equal)
    }
    return result
  }
}

extension [LogicValue] {
  fileprivate var unique: [LogicValue] {
    var seen: Set<LogicValue> = []
    return filter { seen.insert($0).inserted }
  }
}

extension ComparisonOperator {
  fileprivate var `operator`: Operator {
    switch self {
    case .lt: .lt
    case .ltE: .le
    case .gt: .gt
    case .gtE: .ge
    case .eq, .notEq, .is, .isNot, .in, .notIn: .eq
    }
  }
}

extension Operator {
  /// With its sides exchanged.
  fileprivate var mirrored: Operator {
    switch self {
    case .lt: .gt
    case .le: .ge
    case .gt: .lt
    case .ge: .le
    default: self
    }
  }

  fileprivate var ofLength: Operator? {
    switch self {
    case .eq: .lengthEq
    case .lt: .lengthLt
    case .le: .lengthLe
    case .gt: .lengthGt
    case .ge: .lengthGe
    default: nil
    }
  }
}
