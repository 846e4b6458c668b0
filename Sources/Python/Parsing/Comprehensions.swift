/// `for_if_clauses` of comprehensions and generator expressions.
extension Parser {
  mutating func comprehensions() -> [Comprehension] {
    var clauses: [Comprehension] = []
    while !isRecovering, kind == .for || (kind == .async && kind(ahead: 1) == .for) {
      let isAsync = accept(.async)
      advance()
      let target = forTargets()
      if !accept(.in) { fail("invalid syntax") }
      let iterable = operation(.or)
      var conditions: [Expression] = []
      while !isRecovering, accept(.if) { conditions.append(operation(.or)) }
      clauses.append(
        Comprehension(target: target, iterable: iterable, conditions: conditions, isAsync: isAsync))
    }
    if kind == .async { fail("invalid syntax") }
    return clauses
  }

  /// `star_targets` before `in`.
  mutating func forTargets() -> Expression {
    let start = self.start
    let outer = height
    height = 0
    defer { height = max(outer, height) }
    let first = forTarget()
    let targets = kind == .comma ? tupleRest(first, from: start) { $0.forTarget() } : first
    if !isRecovering { checkTarget(targets, .iteration) }
    return targets
  }

  private mutating func forTarget() -> Expression {
    kind == .star ? starred() : operation(.bitOr)
  }
}
