extension Condition {
  /// The opposite, without looking inside.
  var negated: Condition {
    switch self {
    case .constant(let value): .constant(!value)
    case .not(let inner): inner
    default: .not(self)
    }
  }

  /// Whether this one certainly can't hold without the other. Knows equality and single predicates, no more.
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    guard let left = Literal(self), let right = Literal(other) else { return false }
    guard left.predicate.path == right.predicate.path else {
      return left.isOnlyInside(right) || right.opposite.isOnlyInside(left.opposite)
    }
    return left.implies(right) || right.opposite.implies(left.opposite)
  }

  func contradicts(_ other: Condition) -> Bool { implies(other.negated) }
}

/// A predicate or its opposite.
private struct Literal {
  let predicate: Predicate
  let isPositive: Bool

  init?(_ condition: Condition) {
    switch condition {
    case .predicate(let predicate): self.init(predicate, true)
    case .not(.predicate(let predicate)): self.init(predicate, false)
    default: return nil
    }
  }

  private init(_ predicate: Predicate, _ isPositive: Bool) {
    self.predicate = predicate
    self.isPositive = isPositive
  }

  var opposite: Literal { Literal(predicate, !isPositive) }

  /// About the same path.
  func implies(_ other: Literal) -> Bool {
    guard isPositive else { return false }
    if predicate.operator == .eq, case .literal(let value) = predicate.operand {
      return other.truth(ofEverythingEqualTo: value) == true
    }
    guard !other.isPositive else {
      return rejectsNull && other.predicate.operator == .isPresent
    }
    switch other.predicate.operator {
    case .eq: return rejectsNull && other.predicate.operand == .literal(.null)
    case .isNull: return predicate.operator == .isTruthy
    default: return false
    }
  }

  /// Whether it holds for each value that Python finds equal to `value`; `nil` where they differ.
  private func truth(ofEverythingEqualTo value: LogicValue) -> Bool? {
    guard case .literal(let operand) = predicate.operand ?? .literal(.null) else { return nil }
    switch predicate.operator {
    case .is: return nil
    case .hasType where LogicValue.int(0).order(value) != nil: return nil
    case .isPresent where value == .null: return nil
    default: return predicate.operator.holds(for: value, operand) == isPositive
    }
  }

  /// Whether it holds only for a value that is a key of the map that the other one says there is.
  func isOnlyInside(_ other: Literal) -> Bool {
    let (inner, outer) = (predicate.path, other.predicate.path)
    guard other.isPositive, other.predicate.operator == .hasType, inner.variable == outer.variable,
      inner.steps.starts(with: outer.steps), inner.steps.count > outer.steps.count,
      case .key = inner.steps[outer.steps.count],
      case .literal(let type) = other.predicate.operand, Operator.hasType.holds(for: .map([]), type)
    else { return false }
    if !isPositive {
      return predicate.operator == .isNull
        || predicate.operator == .eq && predicate.operand == .literal(.null)
    }
    return rejectsNull || predicate.operator == .isPresent
  }

  private var rejectsNull: Bool {
    guard case .literal(let operand) = predicate.operand ?? .literal(.null) else { return false }
    switch predicate.operator {
    case .ne: return operand == .null
    default: return !predicate.operator.holds(for: .null, operand)
    }
  }
}
