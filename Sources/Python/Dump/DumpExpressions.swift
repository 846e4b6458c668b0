import SourceText

extension DumpFields {
  func expression(_ expression: Expression, _ context: ExpressionContext) -> DumpValue {
    switch expression.kind {
    case .boolOp(let symbol, let values):
      return .node(
        "BoolOp", [("op", .node(symbol == .and ? "And" : "Or", [])), ("values", .expressions(values, .load))])
    case .namedExpr(let target, let value):
      return .node("NamedExpr", [("target", store(target)), ("value", load(value))])
    case .binOp(let left, let symbol, let right):
      return .node(
        "BinOp", [("left", load(left)), ("op", .node(symbol.className, [])), ("right", load(right))])
    case .unaryOp(let symbol, let operand):
      return .node("UnaryOp", [("op", .node(symbol.className, [])), ("operand", load(operand))])
    case .lambda(let arguments, let body):
      return .node("Lambda", [("args", .arguments(arguments)), ("body", load(body))])
    case .ifExp(let test, let body, let orelse):
      return .node("IfExp", [("test", load(test)), ("body", load(body)), ("orelse", load(orelse))])
    case .dict(let keys, let values):
      let keys = keys.map { $0.map(load) ?? .text("None") }
      return .node("Dict", [("keys", .list(keys)), ("values", .expressions(values, .load))])
    case .set(let elements): return .node("Set", [("elts", .expressions(elements, .load))])
    case .listComp(let element, let generators): return comprehension("ListComp", element, generators)
    case .setComp(let element, let generators): return comprehension("SetComp", element, generators)
    case .generatorExp(let element, let generators):
      return comprehension("GeneratorExp", element, generators)
    case .dictComp(let key, let value, let generators):
      return .node(
        "DictComp", [("key", load(key)), ("value", load(value)), ("generators", .comprehensions(generators))])
    case .await(let value): return .node("Await", [("value", load(value))])
    case .yield(let value): return .node("Yield", value.map { [("value", load($0))] } ?? [])
    case .yieldFrom(let value): return .node("YieldFrom", [("value", load(value))])
    case .compare(let left, let operators, let comparators):
      return .node(
        "Compare",
        [
          ("left", load(left)), ("ops", .list(operators.map { .node($0.className, []) })),
          ("comparators", .expressions(comparators, .load)),
        ])
    case .call(let function, let arguments, let keywords):
      return .node(
        "Call",
        [
          ("func", load(function)), ("args", .expressions(arguments, .load)),
          ("keywords", .keywords(keywords)),
        ])
    case .formattedValue: return joinedPart(expression, hasUnicodePrefix: false)
    case .joinedStr(let values):
      return .node(
        "JoinedStr", [("values", .joined(values, hasUnicodePrefix: hasUnicodePrefix(expression)))])
    case .constant(let value): return constant(value, hasUnicodePrefix: hasUnicodePrefix(expression))
    case .attribute(let value, let name):
      return .node("Attribute", [("value", load(value)), ("attr", text(name)), ctx(context)])
    case .subscript(let value, let slice):
      return .node("Subscript", [("value", load(value)), ("slice", load(slice)), ctx(context)])
    case .starred(let value):
      return .node("Starred", [("value", .expression(value, context)), ctx(context)])
    case .name(let name):
      return .node("Name", [("id", .text(pythonRepresentation(of: name))), ctx(context)])
    case .list(let elements): return .node("List", [("elts", .expressions(elements, context)), ctx(context)])
    case .tuple(let elements):
      return .node("Tuple", [("elts", .expressions(elements, context)), ctx(context)])
    case .slice(let lower, let upper, let step):
      let bounds: [(String, Expression?)] = [("lower", lower), ("upper", upper), ("step", step)]
      return .node("Slice", bounds.compactMap { bound in bound.1.map { (bound.0, load($0)) } })
    case .missing: return .node("Missing", [])
    }
  }

  private func ctx(_ context: ExpressionContext) -> Field { ("ctx", .node(context.rawValue, [])) }

  private func comprehension(
    _ name: String, _ element: Expression, _ generators: [Comprehension]
  ) -> DumpValue {
    .node(name, [("elt", load(element)), ("generators", .comprehensions(generators))])
  }

  private func constant(_ value: Constant, hasUnicodePrefix: Bool) -> DumpValue {
    let kind: [Field] = hasUnicodePrefix ? [("kind", .text("'u'"))] : []
    return .node("Constant", [("value", .text(pythonRepresentation(of: value)))] + kind)
  }

  /// Part of an f-string.
  func joinedPart(_ part: Expression, hasUnicodePrefix: Bool) -> DumpValue {
    switch part.kind {
    case .constant(let value): return constant(value, hasUnicodePrefix: hasUnicodePrefix)
    case .formattedValue(let value, let conversion, let specification):
      let code = conversion?.rawValue.asciiValue.map(Int.init) ?? -1
      var fields: [Field] = [("value", load(value)), ("conversion", .text(String(code)))]
      if case .joinedStr(let values)? = specification?.kind {
        fields.append(
          (
            "format_spec",
            .node("JoinedStr", [("values", .joined(values, hasUnicodePrefix: hasUnicodePrefix))])
          ))
      }
      return .node("FormattedValue", fields)
    default: return load(part)
    }
  }

  /// CPython keeps the `u` of the first literal as the constant's `kind`, but not a `U`.
  private func hasUnicodePrefix(_ expression: Expression) -> Bool {
    let start = expression.range.lowerBound
    guard start + 1 < source.count, source.bytes[start] == UInt8(ascii: "u") else { return false }
    return source.bytes[start + 1] == UInt8(ascii: "'") || source.bytes[start + 1] == UInt8(ascii: "\"")
  }
}
