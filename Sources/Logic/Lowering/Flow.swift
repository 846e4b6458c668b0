/// What running some statements comes to.
struct Flow {
  /// When they leave the block: return, raise, or end the iteration of a loop.
  var exits: Condition
  /// What they leave it with.
  var value: SymbolicValue
  /// The variables, when they don't leave it.
  var environment: Lowering.Environment

  static func next(_ environment: Lowering.Environment) -> Flow {
    Flow(exits: .constant(false), value: .never, environment: environment)
  }

  static func exit(_ value: SymbolicValue, _ environment: Lowering.Environment) -> Flow {
    Flow(exits: .constant(true), value: value, environment: environment)
  }

  var alwaysExits: Bool { exits == .constant(true) }
  var neverExits: Bool { exits == .constant(false) }

  /// The value of a function with this body.
  var result: SymbolicValue {
    neverExits ? .none : .either(exits, value, .none)
  }

  /// This, then `next`, which was run with the variables of this.
  func then(_ next: Flow) -> Flow {
    Flow(
      exits: exits.or(next.exits),
      value: neverExits ? next.value : next.neverExits ? value : .either(exits, value, next.value),
      environment: next.environment)
  }

  /// One of two, by a condition. A variable that only one of them binds keeps that value: where it has none,
  /// Python raises.
  static func either(_ condition: Condition, _ then: Flow, _ otherwise: Flow) -> Flow {
    if condition == .constant(true) { return then }
    if condition == .constant(false) { return otherwise }
    let environment =
      then.alwaysExits
      ? otherwise.environment
      : otherwise.alwaysExits
        ? then.environment
        : then.environment.merging(otherwise.environment) { .either(condition, $0, $1) }
    return Flow(
      exits: .either(condition, then.exits, otherwise.exits),
      value: then.neverExits
        ? otherwise.value
        : otherwise.neverExits ? then.value : .either(condition, then.value, otherwise.value),
      environment: environment)
  }
}
