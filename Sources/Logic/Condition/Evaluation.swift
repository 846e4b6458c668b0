extension Condition {
  /// Whether it holds for a resource; `nil` when that depends on an opaque term (Kleene's strong logic).
  package func evaluate(on resource: LogicValue, keys: KeyLookup = .exact) -> Bool? {
    Scope(resource: resource, keys: keys).evaluate(self)
  }
}

/// What the names in a condition stand for.
private struct Scope {
  let resource: LogicValue
  let keys: KeyLookup
  var variables: [String: LogicValue] = [:]

  func evaluate(_ condition: Condition) -> Bool? {
    switch condition {
    case .constant(let value): return value
    case .opaque: return nil
    case .not(let inner): return evaluate(inner).map { !$0 }
    case .and(let parts): return fold(parts, until: false) { evaluate($0) }
    case .or(let parts): return fold(parts, until: true) { evaluate($0) }
    case .predicate(let predicate):
      return predicate.operator.holds(for: value(at: predicate.path), operand(of: predicate))
    case .quantified(let quantifier, let path, let variable, let body):
      var inner = self
      return fold(value(at: path)?.elements ?? [], until: quantifier == .any) { element in
        inner.variables[variable] = element
        return inner.evaluate(body)
      }
    }
  }

  /// `decisive` if one part gives it, else the opposite, unless a part is unknown.
  private func fold<Part>(_ parts: [Part], until decisive: Bool, _ evaluate: (Part) -> Bool?) -> Bool? {
    var isKnown = true
    for part in parts {
      guard let value = evaluate(part) else {
        isKnown = false
        continue
      }
      if value == decisive { return decisive }
    }
    return isKnown ? !decisive : nil
  }

  private func operand(of predicate: Predicate) -> LogicValue {
    switch predicate.operand {
    case .literal(let value): value
    case .path(let path): value(at: path) ?? .null
    case nil: .null
    }
  }

  private func value(at path: Path) -> LogicValue? {
    var value: LogicValue? = path.variable.map { variables[$0] } ?? resource
    for step in path.steps { value = value?.value(at: step, keys: keys) }
    return value
  }
}
