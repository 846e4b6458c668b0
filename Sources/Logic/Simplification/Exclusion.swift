/// What a detection actively suppresses: a top-level conjunct `not P` of its condition, P being a predicate.
package struct Exclusion: Sendable, Hashable {
  package let field: Path
  /// P's operator.
  package let kind: Operator
  /// The literals P compares with; empty for an operator without operand or with another field for one.
  package let values: [LogicValue]

  package init(field: Path, kind: Operator, values: [LogicValue]) {
    self.field = field
    self.kind = kind
    self.values = values
  }
}

extension Condition {
  /// In the order of the text form.
  package var exclusions: [Exclusion] {
    let form = normalForm
    let conjuncts = if case .and(let parts) = form { parts } else { [form] }
    return conjuncts.compactMap { conjunct in
      guard case .not(.predicate(let predicate)) = conjunct else { return nil }
      return Exclusion(field: predicate.path, kind: predicate.operator, values: predicate.values)
    }
  }
}

extension Predicate {
  fileprivate var values: [LogicValue] {
    guard case .literal(let value) = operand else { return [] }
    if case .list(let elements) = value, [.in, .startsWith, .endsWith].contains(self.operator) {
      return elements
    }
    return [value]
  }
}
