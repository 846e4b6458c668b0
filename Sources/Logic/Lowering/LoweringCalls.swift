import Python

extension Lowering {
  mutating func call(
    _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], in expression: Expression,
    _ environment: inout Environment
  ) -> SymbolicValue {
    guard !arguments.contains(where: { if case .starred = $0.kind { true } else { false } }),
      !keywords.contains(where: { $0.name == nil })
    else { return skip(expression) }
    switch function.kind {
    case .attribute(let receiver, let method):
      let value = methodCall(receiver, method.name, arguments, keywords, &environment) ?? skip(expression)
      if !Purity.methods.contains(method.name), let name = receiver.rootName, environment[name] != nil {
        environment[name] = .unknown(term(receiver.range))
      }
      return value
    case .name(let name):
      switch value(named: name, environment) {
      case .function(let reference):
        return inlined(reference, arguments, keywords, &environment) ?? skip(expression)
      case .imported(module: Lowering.baseHelpers, name: "deep_get"):
        guard let base = arguments.first else { return skip(expression) }
        let value = value(of: base, &environment)
        return deepGet(value, arguments.dropFirst(), keywords, &environment) ?? skip(expression)
      case nil where names[name] == nil && keywords.isEmpty && arguments.count == 1:
        return builtin(name, arguments[0], &environment) ?? skip(expression)
      case nil where name == "isinstance" && names[name] == nil && keywords.isEmpty && arguments.count == 2:
        let value = value(of: arguments[0], &environment)
        return mapChoices(value) { isInstance($0, of: arguments[1]) } ?? skip(expression)
      default: return skip(expression)
      }
    default: return skip(expression)
    }
  }

  // MARK: Methods

  private mutating func methodCall(
    _ receiver: Expression, _ method: String, _ arguments: [Expression], _ keywords: [Keyword],
    _ environment: inout Environment
  ) -> SymbolicValue? {
    let receiver = value(of: receiver, &environment)
    if method == "deep_get", receiver == .resource, subject == .event {
      return deepGet(receiver, arguments[...], keywords, &environment)
    }
    guard keywords.isEmpty else { return nil }
    let values = arguments.map { value(of: $0, &environment) }
    return mapChoices(receiver) { receiver in
      switch (method, values.count) {
      case ("get", 1): element(of: receiver, at: values[0], or: .none)
      case ("get", 2): element(of: receiver, at: values[0], or: values[1])
      case ("startswith", 1): affix(of: receiver, .startsWith, values[0])
      case ("endswith", 1): affix(of: receiver, .endsWith, values[0])
      case ("keys", 0): keys(of: receiver)
      case ("intersection", 1): intersection(receiver, values[0])
      default: nil
      }
    }
  }

  private mutating func deepGet(
    _ base: SymbolicValue, _ keys: ArraySlice<Expression>, _ keywords: [Keyword],
    _ environment: inout Environment
  ) -> SymbolicValue? {
    var fallback = SymbolicValue.none
    for keyword in keywords {
      guard keyword.name?.name == "default" else { return nil }
      fallback = value(of: keyword.value, &environment)
    }
    let keys = keys.map { value(of: $0, &environment) }
    return mapChoices(base) { deepElement(of: $0, at: keys, or: fallback) }
  }

  private func affix(of text: SymbolicValue, _ operator: Operator, _ affix: SymbolicValue) -> SymbolicValue? {
    let operand: LogicValue
    switch affix {
    case .constant(.string(let text)): operand = .string(text)
    case .display(.tuple, _):
      guard let affixes = affix.container else { return nil }
      operand = affixes
    default: return nil
    }
    switch text {
    case .field(let field): return .condition(predicate(field, `operator`, operand))
    case .constant(let value): return .bool(`operator`.holds(for: value, operand))
    default: return nil
    }
  }

  /// A map's keys are what iterating or searching the map itself finds.
  private func keys(of value: SymbolicValue) -> SymbolicValue? {
    switch value {
    case .resource, .field, .constant(.map): value
    default: nil
    }
  }

  /// Of a set that is spelt out with a field, or the other way round.
  private mutating func intersection(_ left: SymbolicValue, _ right: SymbolicValue) -> SymbolicValue? {
    guard case .display(.set, _) = left, case .field(let field) = right, field.isEmptyWhenMissing,
      let values = left.container
    else { return nil }
    let variable = freshVariable("item")
    let element = Condition.predicate(Predicate(Path(variable: variable, []), .in, values))
    return .collection(nonEmpty: .quantified(.any, field.path, variable: variable, element))
  }

  // MARK: Functions

  private mutating func builtin(_ name: String, _ argument: Expression, _ environment: inout Environment)
    -> SymbolicValue?
  {
    switch name {
    case "bool":
      let condition = condition(of: argument, &environment)
      if case .constant(let value) = condition { return .bool(value) }
      return .condition(condition)
    case "len":
      let value = value(of: argument, &environment)
      return mapChoices(value) { length(of: $0) }
    case "any", "all":
      let quantifier: Condition.Quantifier = name == "any" ? .any : .all
      return everyElement(quantifier, of: argument, &environment).map { .condition($0) }
    case "set", "frozenset":
      guard case .display(_, let elements) = value(of: argument, &environment) else { return nil }
      return .display(.set, elements)
    case "tuple", "list":
      guard case .display(let kind, let elements) = value(of: argument, &environment), kind != .set else {
        return nil
      }
      return .display(name == "list" ? .list : .tuple, elements)
    default: return nil
    }
  }

  private func length(of value: SymbolicValue) -> SymbolicValue? {
    switch value {
    case .field(let field):
      let isEmpty = meaning(of: field, as: .predicate(Predicate(field.path, .isNull)), holds: \.isEmpty)
      return .length(nonZero: isEmpty.negated, of: field)
    case .collection(let nonEmpty): return .length(nonZero: nonEmpty, of: nil)
    case .display(let kind, let elements):
      if kind != .set || elements.count < 2 { return .constant(.int(elements.count)) }
      return .length(nonZero: .constant(true), of: nil)
    case .constant(let value): return value.length.map { .constant(.int($0)) } ?? .never
    default: return nil
    }
  }

  /// `any(…)` and `all(…)` of a generator, a list that is spelt out, or a field.
  private mutating func everyElement(
    _ quantifier: Condition.Quantifier, of argument: Expression, _ environment: inout Environment
  ) -> Condition? {
    switch argument.kind {
    case .generatorExp(let element, let generators), .listComp(let element, let generators),
      .setComp(let element, let generators):
      return quantify(quantifier, element, generators[...], environment)
    default: break
    }
    let value = value(of: argument, &environment)
    if case .display(_, let elements) = value {
      return elements.reduce(.constant(quantifier == .all)) { result, element in
        quantifier == .all ? result.and(truth(of: element)) : result.or(truth(of: element))
      }
    }
    guard case .field(let field) = value, field.isEmptyWhenMissing else { return nil }
    let variable = freshVariable("item")
    quantified[variable] = field.path
    defer { quantified[variable] = nil }
    let element = truth(of: .field(Field(Path(variable: variable, []))))
    return .quantified(quantifier, field.path, variable: variable, element)
  }

  /// Whether any, or each, of the elements that a comprehension generates is true; with no element
  /// expression, whether it generates any.
  mutating func quantify(
    _ quantifier: Condition.Quantifier, _ element: Expression?, _ generators: ArraySlice<Comprehension>,
    _ environment: Environment
  ) -> Condition? {
    var environment = environment
    guard let generator = generators.first else {
      return element.map { condition(of: $0, &environment) } ?? .constant(true)
    }
    guard !generator.isAsync, case .name(let name) = generator.target.kind else { return nil }
    let iterable = value(of: generator.iterable, &environment)
    if let elements = iterable.constantElements, elements.count <= Limit.unrolling {
      var result = Condition.constant(quantifier == .all)
      for value in elements {
        guard let next = body(quantifier, element, generators, environment, name, value) else { return nil }
        result = quantifier == .all ? result.and(next) : result.or(next)
      }
      return result
    }
    guard case .field(let field) = iterable, field.isEmptyWhenMissing else { return nil }
    let variable = freshVariable(name)
    quantified[variable] = field.path
    defer { quantified[variable] = nil }
    let value = SymbolicValue.field(Field(Path(variable: variable, [])))
    return body(quantifier, element, generators, environment, name, value).map {
      .quantified(quantifier, field.path, variable: variable, $0)
    }
  }

  /// What one element of the first generator adds.
  private mutating func body(
    _ quantifier: Condition.Quantifier, _ element: Expression?, _ generators: ArraySlice<Comprehension>,
    _ environment: Environment, _ name: String, _ value: SymbolicValue
  ) -> Condition? {
    guard let generator = generators.first else { return nil }
    comprehensions += 1
    defer { comprehensions -= 1 }
    var environment = environment
    environment[name] = value
    var filter = Condition.constant(true)
    for condition in generator.conditions { filter = filter.and(self.condition(of: condition, &environment)) }
    guard let rest = quantify(quantifier, element, generators.dropFirst(), environment) else { return nil }
    return quantifier == .any ? filter.and(rest) : filter.negated.or(rest)
  }

  /// The result of one of the author's functions, by running its body; `nil` if that isn't wholly known.
  private mutating func inlined(
    _ reference: FunctionReference, _ arguments: [Expression], _ keywords: [Keyword],
    _ environment: inout Environment
  ) -> SymbolicValue? {
    let function = reference.definition
    guard inlining < Limit.inlining, function.arguments.positionalOnly.isEmpty,
      let module = module(named: reference.module)
    else { return nil }
    var values = arguments.map { value(of: $0, &environment) }[...]
    var inner: Environment = [:]
    for parameter in function.arguments.positional {
      if let value = values.popFirst() { inner[parameter.name.name] = value }
    }
    if let variadic = function.arguments.variadic {
      inner[variadic.name.name] = .display(.tuple, Array(values))
    } else if !values.isEmpty {
      return nil
    }
    for keyword in keywords {
      guard let name = keyword.name?.name, inner[name] == nil,
        function.arguments.parameters.contains(where: { $0.name.name == name })
      else { return nil }
      inner[name] = value(of: keyword.value, &environment)
    }
    inlining += 1
    defer { inlining -= 1 }
    return inside(module) { lowering -> SymbolicValue? in
      for parameter in function.arguments.parameters where inner[parameter.name.name] == nil {
        guard let value = parameter.defaultValue, case .constant = value.kind else { return nil }
        var empty: Environment = [:]
        inner[parameter.name.name] = lowering.value(of: value, &empty)
      }
      let result = lowering.run(function.body, inner).result
      return result.isOpaque ? nil : result
    }
  }
}
