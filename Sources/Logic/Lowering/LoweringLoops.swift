import Python

extension Lowering {
  /// A `for` loop over a known list, unrolled, or over a field, as a quantifier; `nil` for what is neither.
  mutating func loop(
    over iterable: SymbolicValue, as name: String, _ body: [Statement], _ environment: Environment
  ) -> Flow? {
    if let elements = iterable.constantElements {
      return unrolled(elements, as: name, body, environment)
    }
    guard case .field(let field) = iterable, field.isEmptyWhenMissing else { return nil }
    return quantified(field, as: name, body, environment)
  }

  private mutating func unrolled(
    _ elements: [SymbolicValue], as name: String, _ body: [Statement], _ environment: Environment
  ) -> Flow? {
    guard elements.count <= Limit.unrolling else { return nil }
    var flow = Flow.next(environment)
    for element in elements where !flow.alwaysExits {
      var inner = flow.environment
      inner[name] = element
      var iteration = run(body, inner)
      // After `continue` the variables may differ from those at the end of the body.
      guard !iteration.value.mentions(.broken) else { return nil }
      if iteration.value.mentions(.continued) {
        guard iteration.environment.isSame(as: inner) else { return nil }
        iteration.exits = iteration.value.returns.and(iteration.exits)
        iteration.value = iteration.value.withoutContinue
      }
      flow = flow.then(iteration)
    }
    return flow
  }

  /// The loop returns if any element makes it return. That is one condition only if all elements that do
  /// return the same, or else their order would matter. Likewise a variable may be set to one constant.
  private mutating func quantified(
    _ field: Field, as name: String, _ body: [Statement], _ environment: Environment
  ) -> Flow? {
    let variable = freshVariable(name)
    quantified[variable] = field.path
    defer { quantified[variable] = nil }

    let assigned = SyntaxWalk(body).changedNames.union([name])
    var inner = environment
    for other in assigned where other != name { inner[other] = .carried(term(named: other)) }
    let carried = inner
    inner[name] = .field(Field(Path(variable: variable, [])))
    let flow = run(body, inner)

    func any(_ condition: Condition) -> Condition {
      .quantified(.any, field.path, variable: variable, condition)
    }
    var after = environment
    // What the loop variable holds afterwards depends on the last element.
    for other in assigned { after[other] = .unknown(term(named: other)) }

    if flow.value.mentions(.broken) { return nil }
    let returns = flow.value.returns.and(flow.exits)
    let flags = assigned.filter { $0 != name }
    for flag in flags {
      guard let old = environment[flag], case .constant = old, let start = carried[flag],
        !flow.value.mentions(.continued), let final = flow.environment[flag],
        let (condition, new) = final.setOnce(from: start), condition.isTransparent
      else { continue }
      after[flag] = .either(any(condition), new, old)
    }
    if returns == .constant(false) { return .next(after) }
    guard let value = flow.value.onlyReturned else { return nil }
    return Flow(exits: any(returns), value: value, environment: after)
  }

  /// A name for the quantifier that no other in scope has.
  func freshVariable(_ name: String) -> String {
    var variable = Words.isName(name) && !Words.reserved.contains(name) ? name : "item"
    while quantified[variable] != nil { variable += "_" }
    return variable
  }
}

extension Field {
  /// Whether iterating it goes over the path's own elements, or over none.
  var isEmptyWhenMissing: Bool { fallback.map { $0.value.isEmpty } ?? true }
}

extension Lowering.Environment {
  fileprivate func isSame(as other: Lowering.Environment) -> Bool { self == other }
}

extension SymbolicValue {
  fileprivate func mentions(_ exit: SymbolicValue) -> Bool {
    if case .choice(_, let then, let otherwise) = self {
      return then.mentions(exit) || otherwise.mentions(exit)
    }
    return self == exit
  }

  /// Of the value a loop's body is left with: when that is by returning.
  fileprivate var returns: Condition {
    switch self {
    case .choice(let condition, let then, let otherwise):
      .either(condition, then.returns, otherwise.returns)
    default: .constant(self != .continued)
    }
  }

  fileprivate var withoutContinue: SymbolicValue {
    switch self {
    case .choice(let condition, let then, let otherwise):
      .either(condition, then.withoutContinue, otherwise.withoutContinue)
    case .continued: .never
    default: self
    }
  }

  /// The one constant that the body returns, if it returns no other.
  fileprivate var onlyReturned: SymbolicValue? {
    switch withoutContinue {
    case .constant(let value): .constant(value)
    case .choice(_, let then, let otherwise):
      if let value = then.onlyReturned, value == otherwise.onlyReturned { value } else { nil }
    default: nil
    }
  }

  /// For a variable that an iteration leaves as it was or sets to one constant: when it sets it.
  fileprivate func setOnce(from start: SymbolicValue) -> (Condition, SymbolicValue)? {
    switch self {
    case .constant: return (.constant(true), self)
    case .choice(let condition, let then, start):
      guard let (inner, value) = then.setOnce(from: start) else { return nil }
      return (condition.and(inner), value)
    case .choice(let condition, start, let otherwise):
      guard let (inner, value) = otherwise.setOnce(from: start) else { return nil }
      return (condition.negated.and(inner), value)
    default: return nil
    }
  }
}
