/// Access to parts of the resource.
extension Lowering {
  /// `value[index]`.
  func element(of value: SymbolicValue, at index: SymbolicValue) -> SymbolicValue? {
    if let found = lookUp(index, in: value, or: .never) { return found }
    guard let step = index.step else { return nil }
    switch value {
    case .resource:
      guard case .key = step else { return nil }
      return .field(Field(Path([step])))
    case .field(let field):
      // What stands in for a missing map or list has parts of its own, unless it is empty.
      guard field.isEmptyWhenMissing else { return nil }
      return .field(Field(field.path.appending(step)))
    case .constant(let literal):
      return literal.value(at: step, keys: .exact).map { .constant($0) } ?? .never
    case .display(let kind, let elements):
      guard kind != .set, case .index(let index) = step else { return nil }
      let position = index < 0 ? elements.count + index : index
      return elements.indices.contains(position) ? elements[position] : .never
    default: return nil
    }
  }

  /// `value.get(key, fallback)`.
  func element(of value: SymbolicValue, at key: SymbolicValue, or fallback: SymbolicValue) -> SymbolicValue? {
    if let found = lookUp(key, in: value, or: fallback) { return found }
    guard case .constant(.string(let name)) = key else { return nil }
    let path: Path
    switch value {
    case .resource: path = Path(name)
    case .field(let field):
      guard field.isEmptyWhenMissing else { return nil }
      path = field.path.appending(.key(name))
    case .constant(.map(let entries)):
      return entries.first { $0.key == name }.map { .constant($0.value) } ?? fallback
    case .constant: return .never
    default: return nil
    }
    if fallback == .none { return .field(Field(path)) }
    if let literal = fallback.literal {
      return .field(Field(path, fallback: .init(literal, when: .absent)))
    }
    return .choice(.predicate(Predicate(path, .isPresent)), .field(Field(path)), fallback)
  }

  /// A field looked up in a dict that is spelt out: one case for each of its keys.
  private func lookUp(_ key: SymbolicValue, in value: SymbolicValue, or fallback: SymbolicValue)
    -> SymbolicValue?
  {
    guard case .field(let field) = key, case .constant(.map(let entries)) = value,
      entries.count <= Limit.unrolling
    else { return nil }
    return entries.reversed().reduce(fallback) { rest, entry in
      .either(predicate(field, .eq, .string(entry.key)), .constant(entry.value), rest)
    }
  }

  /// `deep_get(value, key, …, default=fallback)`: a missing or null value gives the fallback.
  func deepElement(of value: SymbolicValue, at keys: [SymbolicValue], or fallback: SymbolicValue)
    -> SymbolicValue?
  {
    guard !keys.isEmpty else { return nil }
    var path: Path
    switch value {
    case .resource: path = Path([])
    case .field(let field):
      guard field.isEmptyWhenMissing else { return nil }
      path = field.path
    default: return nil
    }
    for key in keys {
      guard case .constant(.string(let name)) = key else { return nil }
      path = path.appending(.key(name))
    }
    if fallback == .none { return .field(Field(path)) }
    if let literal = fallback.literal {
      return .field(Field(path, fallback: .init(literal, when: .null)))
    }
    return .choice(.predicate(Predicate(path, .exists)), .field(Field(path)), fallback)
  }

  /// A statement about a field, given what it says of the path's own value, with what it says of the value
  /// that stands in when there is none.
  func meaning(of field: Field, as condition: Condition, holds: (LogicValue) -> Bool) -> Condition {
    guard let fallback = field.fallback else { return condition }
    let target = holds(fallback.value)
    let missing: [LogicValue]
    let isThere: Condition
    switch fallback.occasion {
    case .absent:
      missing = [.null]
      isThere = .predicate(Predicate(field.path, .isPresent))
    case .null:
      missing = [.null]
      isThere = .predicate(Predicate(field.path, .exists))
    case .falsy:
      let empty: [LogicValue] = [.null, .string(""), .list([]), .map([])]
      let isOnlyEmpty = type(of: field.path)?.isFalseOnlyWhenEmpty == true
      missing = isOnlyEmpty ? empty : empty + [.int(0), .bool(false), .double(0)]
      isThere = truth(of: .field(Field(field.path)))
    }
    if missing.allSatisfy({ holds($0) == target }) { return condition }
    return target ? condition.or(isThere.negated) : condition.and(isThere)
  }

  func predicate(_ field: Field, _ operator: Operator, _ literal: LogicValue) -> Condition {
    meaning(of: field, as: .predicate(Predicate(field.path, `operator`, literal))) {
      `operator`.holds(for: $0, literal)
    }
  }
}

extension SymbolicValue {
  fileprivate var step: Path.Step? {
    switch self {
    case .constant(.string(let key)): .key(key)
    case .constant(.int(let index)): .index(index)
    default: nil
    }
  }
}
