import Python

/// `isinstance`, for the types that JSON has.
extension Lowering {
  /// `nil` for other types, and where Panther hands out objects of its own.
  func isInstance(_ value: SymbolicValue, of types: Expression) -> SymbolicValue? {
    let expressions = if case .tuple(let elements) = types.kind { elements } else { [types] }
    var names: [String] = []
    for expression in expressions {
      guard case .name(let name) = expression.kind, self.names[name] == nil,
        let type = Lowering.types[name], subject == .resource || !Lowering.wrapped.contains(name)
      else { return nil }
      names.append(type)
    }
    let operand: LogicValue = names.count == 1 ? .string(names[0]) : .list(names.map { .string($0) })
    switch value {
    case .field(let field): return .condition(predicate(field, .hasType, operand))
    case .constant(let literal): return .bool(Operator.hasType.holds(for: literal, operand))
    case .resource: return .bool(Operator.hasType.holds(for: .map([]), operand))
    default: return nil
    }
  }

  /// Python's names, and those of `has_type`.
  private static let types = [
    "dict": "map", "list": "list", "str": "string", "bool": "boolean", "int": "integer", "float": "float",
  ]

  /// The types that an event's values don't have: they are `ImmutableCaseInsensitiveDict` and `ImmutableList`.
  private static let wrapped: Set<String> = ["dict", "list"]
}
