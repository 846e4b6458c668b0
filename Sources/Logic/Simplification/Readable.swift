extension Condition {
  /// The same condition, short and in the order people read it: what must hold, then one
  /// `not (… or …)` of what must not.
  package var simplified: Condition {
    let form = normalForm.grouped
    guard case .and(let parts) = form else { return form.withPositiveComparisons(keepingNot: true) }
    return .and(parts.map { $0.withPositiveComparisons(keepingNot: true) })
  }

  /// Gathers negations by De Morgan's laws. Of a normal form.
  private var grouped: Condition {
    switch self {
    case .constant, .predicate, .opaque: return self
    case .not(.quantified(.any, let path, let variable, let body)):
      let body = body.grouped
      if case .not(let inner) = body { return .quantified(.all, path, variable: variable, inner) }
      return .not(.quantified(.any, path, variable: variable, body))
    case .not(let inner): return .not(inner.grouped)
    case .quantified(let quantifier, let path, let variable, let body):
      return .quantified(quantifier, path, variable: variable, body.grouped)
    case .and(let parts):
      let parts = parts.map(\.grouped)
      let negative = parts.compactMap(\.underNot)
      if negative.count < 2 { return .and(parts.filter { $0.underNot == nil } + negative.map { .not($0) }) }
      let positive = parts.filter { $0.underNot == nil }
      let excluded = Condition.not(.or(negative))
      return positive.isEmpty ? excluded : .and(positive + [excluded])
    case .or(let parts):
      let parts = parts.map(\.grouped)
      let negative = parts.compactMap(\.underNot)
      return negative.count == parts.count ? .not(.and(negative)) : .or(parts)
    }
  }

  private var underNot: Condition? {
    if case .not(let inner) = self { inner } else { nil }
  }

  /// Writes `not A eq 1` as `A ne 1` and `not A eq null` as `A exists`, but not where the `not` marks an
  /// exclusion.
  private func withPositiveComparisons(keepingNot: Bool) -> Condition {
    switch self {
    case .constant, .predicate, .opaque: self
    case .not(.predicate(let predicate)) where predicate.operator == .eq && !keepingNot:
      .predicate(
        predicate.operand == .literal(.null)
          ? Predicate(predicate.path, .exists) : Predicate(predicate.path, .ne, predicate.operand))
    case .not(let inner): .not(inner.withPositiveComparisons(keepingNot: false))
    case .and(let parts): .and(parts.map { $0.withPositiveComparisons(keepingNot: false) })
    case .or(let parts): .or(parts.map { $0.withPositiveComparisons(keepingNot: false) })
    case .quantified(let quantifier, let path, let variable, let body):
      .quantified(quantifier, path, variable: variable, body.withPositiveComparisons(keepingNot: false))
    }
  }
}
