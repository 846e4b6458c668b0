import Python

extension Lowering {
  mutating func run(_ statements: [Statement], _ environment: Environment) -> Flow {
    var flow = Flow.next(environment)
    for statement in statements where !flow.alwaysExits {
      let environment = flow.environment
      let next =
        deeper { $0.run(statement, environment) } ?? opaque(statement, environment)
      flow = flow.then(next)
      if !flow.exits.hasSize(atMost: Limit.conditionSize) || !flow.value.hasSize(atMost: Limit.valueSize) {
        flow = .exit(.unknown(term(statement.range)), environment)
      }
    }
    return flow
  }

  private mutating func run(_ statement: Statement, _ start: Environment) -> Flow {
    var environment = start
    switch statement.kind {
    case .return(let value):
      let value = value.map { self.value(of: $0, &environment) } ?? .none
      return .exit(value, environment)
    case .raise: return .exit(.never, environment)
    case .continue: return .exit(.continued, environment)
    case .break: return .exit(.broken, environment)
    case .pass: return .next(environment)
    case .assert(let test, _):
      _ = condition(of: test, &environment)
      return .next(environment)
    case .expr(let expression):
      if case .constant = expression.kind { return .next(environment) }
      _ = value(of: expression, &environment)
      return .next(environment)
    case .assign(let targets, let value):
      let value = self.value(of: value, &environment)
      for target in targets { assign(value, to: target, &environment) }
      return .next(environment)
    case .annAssign(let target, _, let value, _):
      guard let value else { return .next(environment) }
      assign(self.value(of: value, &environment), to: target, &environment)
      return .next(environment)
    case .if(let test, let body, let orelse):
      let condition = bounded(self.condition(of: test, &environment), test.range)
      let then = condition == .constant(false) ? .next(environment) : run(body, environment)
      let otherwise = condition == .constant(true) ? .next(environment) : run(orelse, environment)
      return .either(condition, then, otherwise)
    case .for(let target, let iterable, let body, let orelse, isAsync: false):
      guard case .name(let name) = target.kind else { return opaque(statement, environment) }
      let iterable = value(of: iterable, &environment)
      let loop = loop(over: iterable, as: name, body, environment) ?? opaque(statement, start)
      return loop.alwaysExits ? loop : loop.then(run(orelse, loop.environment))
    case .global, .nonlocal, .import, .importFrom, .functionDef, .classDef:
      for name in SyntaxWalk([statement]).boundNames { environment[name] = .unknown(term(statement.range)) }
      if case .importFrom(let module?, let aliases, level: 0) = statement.kind {
        for alias in aliases where alias.name.name != "*" {
          environment[alias.boundName] = .imported(module: module.name, name: alias.name.name)
        }
      }
      return .next(environment)
    case .augAssign(let target, _, _):
      if case .name = target.kind, !(environment[target.rootName ?? ""]?.isMutable ?? true) {
        return opaque(statement, environment)
      }
      isTainted = true
      return opaque(statement, environment)
    case .delete, .for, .while, .with, .match, .try, .error:
      return opaque(statement, environment)
    }
  }

  /// A statement that isn't looked into: what it binds is unknown, and so is the result if it may return.
  mutating func opaque(_ statement: Statement, _ start: Environment) -> Flow {
    var environment = start
    let walk = SyntaxWalk([statement])
    let term = term(statement.range)
    for name in walk.changedNames { environment[name] = .unknown(term) }
    if !walk.mutatedNames.isEmpty { isTainted = true }
    for expression in walk.expressions {
      if case .call = expression.kind { _ = skip(expression) }
    }
    let mayLeave = walk.statements.contains {
      switch $0.kind {
      case .return, .break, .continue, .error: true
      default: false
      }
    }
    // What follows a statement that may have returned is no more certain than the statement.
    return mayLeave ? .exit(.unknown(term), environment) : .next(environment)
  }

  mutating func assign(_ value: SymbolicValue, to target: Expression, _ environment: inout Environment) {
    switch (target.kind, value) {
    case (.name(let name), _): environment[name] = value
    case (.tuple(let targets), .display(let display, let values)),
      (.list(let targets), .display(let display, let values)):
      let isPairwise =
        display != .set && targets.count == values.count
        && !targets.contains { if case .starred = $0.kind { true } else { false } }
      for (position, target) in targets.enumerated() {
        assign(isPairwise ? values[position] : unknown(target), to: target, &environment)
      }
    case (.tuple(let targets), _), (.list(let targets), _):
      for target in targets { assign(unknown(target), to: target, &environment) }
    case (.starred(let inner), _): assign(unknown(inner), to: inner, &environment)
    default: isTainted = true
    }
  }
}

extension SymbolicValue {
  /// Whether `+=` may change the object in place, under every name it has.
  fileprivate var isMutable: Bool {
    switch self {
    case .constant(.map), .display, .collection, .field, .resource, .unknown, .carried: true
    case .choice(_, let then, let otherwise): then.isMutable || otherwise.isMutable
    default: false
    }
  }
}
