import SourceText

/// The fields of each node in the order of CPython's abstract grammar; optional fields only when present.
struct DumpFields {
  let source: SourceText

  typealias Field = (String, DumpValue)

  /// One level of a value: a node, a list or a text.
  func resolve(_ value: DumpValue) -> DumpValue {
    switch value {
    case .node, .list, .text: return value
    case .statements(let statements): return .list(statements.map(statement))
    case .expressions(let expressions, let context):
      return .list(expressions.map { .expression($0, context) })
    case .expression(let node, let context): return expression(node, context)
    case .patterns(let patterns): return .list(patterns.map(DumpValue.pattern))
    case .pattern(let node): return pattern(node)
    case .arguments(let node): return arguments(node)
    case .comprehensions(let clauses): return .list(clauses.map(comprehension))
    case .keywords(let keywords): return .list(keywords.map(keyword))
    case .handlers(let handlers): return .list(handlers.map(handler))
    case .cases(let cases): return .list(cases.map(matchCase))
    case .joined(let values, let hasUnicodePrefix):
      return .list(values.map { joinedPart($0, hasUnicodePrefix: hasUnicodePrefix) })
    }
  }

  func text(_ identifier: Identifier) -> DumpValue { .text(pythonRepresentation(of: identifier.name)) }

  func load(_ expression: Expression) -> DumpValue { .expression(expression, .load) }

  func store(_ expression: Expression) -> DumpValue { .expression(expression, .store) }

  private func optional(_ name: String, _ expression: Expression?) -> [Field] {
    expression.map { [(name, load($0))] } ?? []
  }

  private func optional(_ name: String, _ identifier: Identifier?) -> [Field] {
    identifier.map { [(name, text($0))] } ?? []
  }

  // MARK: Statements

  private func statement(_ statement: Statement) -> DumpValue {
    switch statement.kind {
    case .functionDef(let definition): function(definition)
    case .classDef(let definition):
      .node(
        "ClassDef",
        [
          ("name", text(definition.name)), ("bases", .expressions(definition.bases, .load)),
          ("keywords", .keywords(definition.keywords)), ("body", .statements(definition.body)),
          ("decorator_list", .expressions(definition.decorators, .load)),
        ])
    case .return(let value): .node("Return", optional("value", value))
    case .delete(let targets): .node("Delete", [("targets", .expressions(targets, .delete))])
    case .assign(let targets, let value):
      .node("Assign", [("targets", .expressions(targets, .store)), ("value", load(value))])
    case .augAssign(let target, let symbol, let value):
      .node(
        "AugAssign",
        [("target", store(target)), ("op", .node(symbol.className, [])), ("value", load(value))])
    case .annAssign(let target, let annotation, let value, let isSimple):
      .node(
        "AnnAssign",
        [("target", store(target)), ("annotation", load(annotation))] + optional("value", value)
          + [("simple", .text(isSimple ? "1" : "0"))])
    case .for(let target, let iterable, let body, let orelse, let isAsync):
      .node(
        isAsync ? "AsyncFor" : "For",
        [
          ("target", store(target)), ("iter", load(iterable)), ("body", .statements(body)),
          ("orelse", .statements(orelse)),
        ])
    case .while(let test, let body, let orelse): branch("While", test, body, orelse)
    case .if(let test, let body, let orelse): branch("If", test, body, orelse)
    case .with(let items, let body, let isAsync):
      .node(
        isAsync ? "AsyncWith" : "With", [("items", .list(items.map(item))), ("body", .statements(body))])
    case .match(let subject, let cases):
      .node("Match", [("subject", load(subject)), ("cases", .cases(cases))])
    case .raise(let exception, let cause):
      .node("Raise", optional("exc", exception) + optional("cause", cause))
    case .try(let body, let handlers, let orelse, let finalbody, let isStar):
      .node(
        isStar ? "TryStar" : "Try",
        [
          ("body", .statements(body)), ("handlers", .handlers(handlers)), ("orelse", .statements(orelse)),
          ("finalbody", .statements(finalbody)),
        ])
    case .assert(let test, let message):
      .node("Assert", [("test", load(test))] + optional("msg", message))
    case .import(let names): .node("Import", [("names", .list(names.map(alias)))])
    case .importFrom(let module, let names, let level):
      .node(
        "ImportFrom",
        optional("module", module) + [("names", .list(names.map(alias))), ("level", .text(String(level)))])
    case .global(let names): .node("Global", [("names", .list(names.map(text)))])
    case .nonlocal(let names): .node("Nonlocal", [("names", .list(names.map(text)))])
    case .expr(let value): .node("Expr", [("value", load(value))])
    case .pass: .node("Pass", [])
    case .break: .node("Break", [])
    case .continue: .node("Continue", [])
    case .error: .node("Error", [])
    }
  }

  private func branch(
    _ name: String, _ test: Expression, _ body: [Statement], _ orelse: [Statement]
  ) -> DumpValue {
    .node(name, [("test", load(test)), ("body", .statements(body)), ("orelse", .statements(orelse))])
  }

  private func function(_ definition: FunctionDefinition) -> DumpValue {
    .node(
      definition.isAsync ? "AsyncFunctionDef" : "FunctionDef",
      [
        ("name", text(definition.name)), ("args", .arguments(definition.arguments)),
        ("body", .statements(definition.body)),
        ("decorator_list", .expressions(definition.decorators, .load)),
      ] + optional("returns", definition.returns))
  }

  private func arguments(_ node: Arguments) -> DumpValue {
    let ordered = node.positionalOnly + node.positional
    let variadic: [Field] = node.variadic.map { [("vararg", parameter($0))] } ?? []
    let variadicKeyword: [Field] = node.variadicKeyword.map { [("kwarg", parameter($0))] } ?? []
    return .node(
      "arguments",
      [
        ("posonlyargs", .list(node.positionalOnly.map(parameter))),
        ("args", .list(node.positional.map(parameter))),
      ] + variadic + [
        ("kwonlyargs", .list(node.keywordOnly.map(parameter))),
        ("kw_defaults", .list(node.keywordOnly.map { $0.defaultValue.map(load) ?? .text("None") })),
      ] + variadicKeyword + [("defaults", .expressions(ordered.compactMap(\.defaultValue), .load))])
  }

  private func parameter(_ node: Parameter) -> DumpValue {
    .node("arg", [("arg", text(node.name))] + optional("annotation", node.annotation))
  }

  private func item(_ node: WithItem) -> DumpValue {
    .node(
      "withitem",
      [("context_expr", load(node.context))] + (node.target.map { [("optional_vars", store($0))] } ?? []))
  }

  private func handler(_ node: ExceptHandler) -> DumpValue {
    .node(
      "ExceptHandler",
      optional("type", node.type) + optional("name", node.name) + [("body", .statements(node.body))])
  }

  private func alias(_ node: Alias) -> DumpValue {
    .node("alias", [("name", text(node.name))] + optional("asname", node.asName))
  }

  private func matchCase(_ node: MatchCase) -> DumpValue {
    .node(
      "match_case",
      [("pattern", .pattern(node.pattern))] + optional("guard", node.guard)
        + [("body", .statements(node.body))])
  }

  func comprehension(_ node: Comprehension) -> DumpValue {
    .node(
      "comprehension",
      [
        ("target", store(node.target)), ("iter", load(node.iterable)),
        ("ifs", .expressions(node.conditions, .load)), ("is_async", .text(node.isAsync ? "1" : "0")),
      ])
  }

  func keyword(_ node: Keyword) -> DumpValue {
    .node("keyword", optional("arg", node.name) + [("value", load(node.value))])
  }

  // MARK: Patterns

  private func pattern(_ pattern: Pattern) -> DumpValue {
    switch pattern.kind {
    case .matchValue(let value): .node("MatchValue", [("value", load(value))])
    case .matchSingleton(let value):
      .node("MatchSingleton", [("value", .text(pythonRepresentation(of: value)))])
    case .matchSequence(let patterns): .node("MatchSequence", [("patterns", .patterns(patterns))])
    case .matchMapping(let keys, let patterns, let rest):
      .node(
        "MatchMapping",
        [("keys", .expressions(keys, .load)), ("patterns", .patterns(patterns))] + optional("rest", rest))
    case .matchClass(let cls, let patterns, let names, let values):
      .node(
        "MatchClass",
        [
          ("cls", load(cls)), ("patterns", .patterns(patterns)), ("kwd_attrs", .list(names.map(text))),
          ("kwd_patterns", .patterns(values)),
        ])
    case .matchStar(let name): .node("MatchStar", optional("name", name))
    case .matchAs(let inner, let name):
      .node("MatchAs", (inner.map { [("pattern", .pattern($0))] } ?? []) + optional("name", name))
    case .matchOr(let patterns): .node("MatchOr", [("patterns", .patterns(patterns))])
    case .missing: .node("Missing", [])
    }
  }
}
