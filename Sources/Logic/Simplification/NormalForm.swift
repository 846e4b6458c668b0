/// Negation normal form, the form in which conditions are compared and shortened: `not` stands only before
/// predicates, opaque terms and `any`; `ne`, `exists` and `all` are written with their opposites; `and` and
/// `or` alternate, and no part of them follows from the others.
///
/// Every step keeps the meaning on every resource, not only on those the code was written for.
extension Condition {
  var normalForm: Condition { normalForm(negated: false) }

  private func normalForm(negated: Bool) -> Condition {
    switch self {
    case .constant(let value): return .constant(value != negated)
    case .opaque: return negated ? .not(self) : self
    case .not(let inner): return inner.normalForm(negated: !negated)
    case .and(let parts):
      return Condition.junction(parts.map { $0.normalForm(negated: negated) }, or: negated)
    case .or(let parts) where negated && isCaseDistinction:
      // Not (P and Q or not P and R) is P and not Q or not P and not R: shorter than De Morgan's answer.
      let cases = parts.map { part -> Condition in
        guard case .and(let both) = part else { return part }
        return .and(both.prefix(1) + both.dropFirst().map(\.negated))
      }
      return Condition.or(cases).normalForm
    case .or(let parts):
      return Condition.junction(parts.map { $0.normalForm(negated: negated) }, or: !negated)
    case .predicate(let predicate):
      let (positive, isOpposite) = predicate.canonical
      return isOpposite == negated ? .predicate(positive) : .not(.predicate(positive))
    case .quantified(let quantifier, let path, let variable, let body):
      // all x (P) is not any x (not P).
      let isAll = quantifier == .all
      let body = body.normalForm(negated: isAll)
      if body == .constant(false) { return .constant(isAll != negated) }
      let any = Condition.quantified(.any, path, variable: variable, body)
      return isAll == negated ? any : .not(any)
    }
  }

  /// Whether it is `P and Q or not P and R`.
  private var isCaseDistinction: Bool {
    guard case .or(let parts) = self, parts.count == 2, case .and(let then) = parts[0],
      case .and(let otherwise) = parts[1], then.count == 2, otherwise.count == 2
    else { return false }
    return then[0].negated == otherwise[0]
  }

  /// The conjunction or disjunction of parts in normal form.
  private static func junction(_ parts: [Condition], or isOr: Bool) -> Condition {
    if !isOr { return conjunction(parts) }
    return conjunction(parts.map(\.complement)).complement
  }

  /// The opposite of a normal form, in normal form.
  private var complement: Condition {
    switch self {
    case .and(let parts): .or(parts.map(\.complement))
    case .or(let parts): .and(parts.map(\.complement))
    default: negated
    }
  }

  private static func conjunction(_ parts: [Condition]) -> Condition {
    var parts = flattened(parts)
    // Each round shortens the conjunction, so this ends.
    while let shorter = shortened(parts) { parts = flattened(shorter) }
    if parts.contains(.constant(false)) { return .constant(false) }
    switch parts.count {
    case 0: return .constant(true)
    case 1: return parts[0]
    default: return .and(parts)
    }
  }

  private static func flattened(_ parts: [Condition]) -> [Condition] {
    parts.flatMap { part -> [Condition] in
      switch part {
      case .constant(true): []
      case .and(let inner): flattened(inner)
      default: [part]
      }
    }
  }

  private static func oneOf(_ parts: [Condition]) -> Condition {
    parts.isEmpty ? .constant(false) : parts.count == 1 ? parts[0] : .or(parts)
  }

  /// Comparing every part with every other takes too long beyond this, and nobody reads such a condition.
  private static let maximumParts = 100

  /// One part fewer, or one disjunct fewer in a part; `nil` when nothing follows from anything else.
  private static func shortened(_ parts: [Condition]) -> [Condition]? {
    if parts.count > maximumParts { return nil }
    for (position, part) in parts.enumerated() {
      for (otherPosition, other) in parts.enumerated() where otherPosition != position {
        if part.contradicts(other) { return [.constant(false)] }
        var rest = parts
        if part.implies(other) {
          rest.remove(at: part == other ? max(position, otherPosition) : otherPosition)
          return rest
        }
        guard case .or(let disjuncts) = other else { continue }
        if disjuncts.contains(where: part.implies) {
          rest.remove(at: otherPosition)
          return rest
        }
        let possible = disjuncts.filter { !part.contradicts($0) }
        if possible.count < disjuncts.count {
          rest[otherPosition] = oneOf(possible)
          return rest
        }
      }
    }
    return nil
  }
}

extension Predicate {
  /// The predicate that `ne` and `exists` are the opposite of.
  fileprivate var canonical: (Predicate, isOpposite: Bool) {
    switch self.operator {
    case .ne: (Predicate(path, .eq, operand), true)
    case .exists: (Predicate(path, .eq, .null), true)
    default: (self, false)
    }
  }
}
