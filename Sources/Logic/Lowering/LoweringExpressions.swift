import Python
import SourceText

extension Lowering {
  /// An expression in a place that asks for its truth.
  mutating func condition(of expression: Expression, _ environment: inout Environment) -> Condition {
    var inner = environment
    let condition: Condition? = deeper { lowering in
      switch expression.kind {
      case .boolOp(let op, let values):
        var result = Condition.constant(op == .and)
        for (position, value) in values.enumerated() {
          if position == 1 { lowering.conditionality += 1 }
          let next = lowering.condition(of: value, &inner)
          result = op == .and ? result.and(next) : result.or(next)
        }
        if values.count > 1 { lowering.conditionality -= 1 }
        return result
      case .unaryOp(.not, let operand): return lowering.condition(of: operand, &inner).negated
      default: return lowering.truth(of: lowering.value(of: expression, &inner))
      }
    }
    environment = inner
    return condition.map { bounded($0, expression.range) } ?? .opaque(term(expression.range))
  }

  mutating func value(of expression: Expression, _ environment: inout Environment) -> SymbolicValue {
    var inner = environment
    let value = deeper { $0.shallowValue(of: expression, &inner) }
    environment = inner
    return value.map { bounded($0, expression.range) } ?? unknown(expression)
  }

  private mutating func shallowValue(of expression: Expression, _ environment: inout Environment)
    -> SymbolicValue
  {
    switch expression.kind {
    case .constant(let constant): return constant.logicValue.map { .constant($0) } ?? unknown(expression)
    case .name(let name): return value(named: name, environment) ?? unknown(expression)
    case .list(let elements): return display(.list, elements, &environment) ?? skip(expression)
    case .tuple(let elements): return display(.tuple, elements, &environment) ?? skip(expression)
    case .set(let elements): return display(.set, elements, &environment) ?? skip(expression)
    case .dict(let keys, let values): return dict(keys, values, &environment) ?? skip(expression)
    case .compare, .unaryOp(.not, _):
      let condition =
        if case .compare(let left, let operators, let comparators) = expression.kind {
          comparison(left, operators, comparators, in: expression, &environment)
        } else {
          self.condition(of: expression, &environment)
        }
      if case .constant(let value) = condition { return .bool(value) }
      return .condition(condition)
    case .unaryOp(.uSub, let operand): return negative(value(of: operand, &environment)) ?? skip(expression)
    case .binOp(let left, let op, let right):
      let left = value(of: left, &environment)
      let right = value(of: right, &environment)
      return arithmetic(left, op, right) ?? skip(expression)
    case .boolOp(let op, let values): return boolOp(op, values, expression.range, &environment)
    case .ifExp(let test, let body, let orelse):
      let condition = self.condition(of: test, &environment)
      conditionality += 1
      defer { conditionality -= 1 }
      return .either(condition, value(of: body, &environment), value(of: orelse, &environment))
    case .namedExpr(let target, let value):
      let value = self.value(of: value, &environment)
      // A comprehension is run with variables of its own, from which this one would be lost.
      if comprehensions > 0 { isTainted = true }
      let wasBound = environment[target.rootName ?? ""] != nil
      assign(conditionality > 0 && wasBound ? unknown(expression) : value, to: target, &environment)
      return value
    case .subscript(let base, let index):
      let base = value(of: base, &environment)
      let index = value(of: index, &environment)
      return mapChoices(base) { self.element(of: $0, at: index) } ?? skip(expression)
    case .call(let function, let arguments, let keywords):
      return call(function, arguments, keywords, in: expression, &environment)
    case .listComp(let element, let generators), .setComp(let element, let generators):
      _ = element
      let nonEmpty = quantify(.any, nil, generators[...], environment)
      return nonEmpty.map { .collection(nonEmpty: $0) } ?? skip(expression)
    default: return skip(expression)
    }
  }

  mutating func value(named name: String, _ environment: Environment) -> SymbolicValue? {
    if let value = environment[name] {
      if case .imported(let module, let name) = value { return imported(name, from: module) }
      return value
    }
    return deeper { $0.global(name) } ?? nil
  }

  /// What an import gives: the helper's own binding where that is known.
  private mutating func imported(_ name: String, from module: String) -> SymbolicValue {
    guard module != Lowering.baseHelpers, let helper = self.module(named: module),
      let value = inside(helper, { lowering in lowering.deeper { $0.global(name) } ?? nil })
    else { return .imported(module: module, name: name) }
    return value
  }

  /// Panther's own helpers, whose `deep_get` is known though its code is beyond this.
  static let baseHelpers = "panther_base_helpers"

  /// What a name of the module stands for.
  private mutating func global(_ name: String) -> SymbolicValue? {
    switch names[name] {
    case .constant(let expression):
      // Calls at the top level have been made, once, before the function runs.
      let wasTainted = isTainted
      defer { isTainted = wasTainted }
      var empty: Environment = [:]
      let value = value(of: expression, &empty)
      return value.isOpaque ? nil : value
    case .function(let function):
      return .function(FunctionReference(definition: function, module: current.name))
    case .imported(let module, let name): return imported(name, from: module)
    case .unknown, nil: return nil
    }
  }

  /// When Python finds a value true.
  func truth(of value: SymbolicValue) -> Condition {
    switch value {
    case .field(let field):
      if type(of: field.path)?.isFalseOnlyWhenEmpty == true {
        return meaning(
          of: field, as: .not(.predicate(Predicate(field.path, .isNull))), holds: \.isTruthy)
      }
      return meaning(of: field, as: .predicate(Predicate(field.path, .isTruthy)), holds: \.isTruthy)
    case .constant(let value): return .constant(value.isTruthy)
    case .display(_, let elements): return .constant(!elements.isEmpty)
    case .condition(let condition), .collection(let condition), .length(let condition, _): return condition
    case .choice(let condition, let then, let otherwise):
      return .either(condition, truth(of: then), truth(of: otherwise))
    case .function, .imported: return .constant(true)
    case .unknown(let term), .carried(let term): return .opaque(term)
    case .resource: return .opaque(OpaqueTerm("bool(resource)", origin: 0))
    case .never, .continued, .broken: return .constant(false)
    }
  }

  /// `a or b or …` and `a and b and …` as values: the operand that decides.
  private mutating func boolOp(
    _ op: BooleanOperator, _ operands: [Expression], _ range: ByteRange, _ environment: inout Environment
  ) -> SymbolicValue {
    guard let first = operands.first else { return .never }
    var result = value(of: first, &environment)
    conditionality += 1
    defer { conditionality -= 1 }
    for operand in operands.dropFirst() {
      let next = value(of: operand, &environment)
      if let left = result.boolean, let right = next.boolean {
        result = .condition(op == .and ? left.and(right) : left.or(right))
      } else if op == .or, case .field(let field) = result, field.isEmptyWhenMissing,
        let literal = next.literal
      {
        result = .field(Field(field.path, fallback: .init(literal, when: .falsy)))
      } else {
        let truth = bounded(truth(of: result), operand.range)
        result = op == .and ? .either(truth, next, result) : .either(truth, result, next)
      }
      if !result.hasSize(atMost: Limit.valueSize) { return .unknown(term(range)) }
    }
    return result
  }

  private mutating func display(
    _ kind: SymbolicValue.Display, _ elements: [Expression], _ environment: inout Environment
  ) -> SymbolicValue? {
    var values: [SymbolicValue] = []
    for element in elements {
      if case .starred = element.kind { return nil }
      values.append(value(of: element, &environment))
    }
    return .display(kind, values)
  }

  private mutating func dict(
    _ keys: [Expression?], _ values: [Expression], _ environment: inout Environment
  ) -> SymbolicValue? {
    var entries: [LogicValue.Entry] = []
    for (key, value) in zip(keys, values) {
      guard let key, case .constant(.string(let name)) = key.kind,
        let literal = self.value(of: value, &environment).literal
      else { return nil }
      entries.append(LogicValue.Entry(name, literal))
    }
    guard Set(entries.map(\.key)).count == entries.count else { return nil }
    return .constant(.map(entries))
  }

  private func negative(_ value: SymbolicValue) -> SymbolicValue? {
    switch value {
    case .constant(.int(let number)) where number != .min: .constant(.int(-number))
    case .constant(.double(let number)): .constant(.double(-number))
    default: nil
    }
  }

  /// Of whole numbers and texts that the code spells out, such as `60 * 60`.
  private func arithmetic(_ left: SymbolicValue, _ op: BinaryOperator, _ right: SymbolicValue)
    -> SymbolicValue?
  {
    switch (left, op, right) {
    case (.constant(.string(let left)), .add, .constant(.string(let right))):
      return .constant(.string(left + right))
    case (.constant(.int(let left)), _, .constant(.int(let right))):
      let (result, overflow) =
        switch op {
        case .add: left.addingReportingOverflow(right)
        case .sub: left.subtractingReportingOverflow(right)
        case .mult: left.multipliedReportingOverflow(by: right)
        default: (0, true)
        }
      return overflow ? nil : .constant(.int(result))
    default: return nil
    }
  }

  /// Applies a function to each value that a choice may come to; `nil` as soon as it gives `nil`.
  func mapChoices(_ value: SymbolicValue, _ transform: (SymbolicValue) -> SymbolicValue?) -> SymbolicValue? {
    switch value {
    case .choice(let condition, let then, let otherwise):
      guard let then = mapChoices(then, transform), let otherwise = mapChoices(otherwise, transform) else {
        return nil
      }
      return .either(condition, then, otherwise)
    case .never: return .never
    default: return transform(value)
    }
  }
}

extension SymbolicValue {
  /// The condition under which a boolean is true; `nil` for what may be no boolean.
  var boolean: Condition? {
    switch self {
    case .condition(let condition): condition
    case .constant(.bool(let value)): .constant(value)
    default: nil
    }
  }
}

extension Constant {
  fileprivate var logicValue: LogicValue? {
    switch self {
    case .none: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .double(value)
    case .string(let text): .string(text)
    case .bigInt, .imaginary, .loneSurrogateString, .bytes, .ellipsis: nil
    }
  }
}
