import Python

/// Collects the names of a scope and of the scopes inside it.
struct ScopeAnalysis {
  let scope: Scope

  /// The scope of a function, with its parameters bound.
  static func function(
    _ arguments: Arguments, named name: String, in parent: Scope?, _ body: (ScopeAnalysis) -> Void
  ) -> Scope {
    let scope = Scope(.function, name: name, parent: parent)
    // In the order of their slots.
    for parameter in arguments.positionalOnly { scope.bind(parameter.name.name) }
    for parameter in arguments.positional { scope.bind(parameter.name.name) }
    for parameter in arguments.keywordOnly { scope.bind(parameter.name.name) }
    if let parameter = arguments.variadic { scope.bind(parameter.name.name) }
    if let parameter = arguments.variadicKeyword { scope.bind(parameter.name.name) }
    body(ScopeAnalysis(scope: scope))
    return scope
  }

  // MARK: Statements

  func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  func visit(_ statement: Statement) {
    switch statement.kind {
    case .functionDef(let function):
      scope.bind(function.name.name)
      visit(function.decorators)
      visitDefaults(function.arguments)
      visitAnnotations(function.arguments, function.returns)
      let inner = ScopeAnalysis.function(function.arguments, named: function.name.name, in: scope) {
        $0.visit(function.body)
      }
      scope.adopt(inner, for: statement)
    case .classDef(let definition):
      scope.bind(definition.name.name)
      visit(definition.decorators)
      visit(definition.bases)
      visit(definition.keywords.map(\.value))
      let inner = Scope(.classBody, name: definition.name.name, parent: scope)
      ScopeAnalysis(scope: inner).visit(definition.body)
      scope.adopt(inner, for: statement)
    case .return(let value): visit(value)
    case .delete(let targets): bind(targets)
    case .assign(let targets, let value):
      visit(value)
      bind(targets)
    case .augAssign(let target, _, let value):
      visit(value)
      visit(target)
      bind([target])
    case .annAssign(let target, let annotation, let value, _):
      visit(value)
      if scope.kind != .function, !scope.root.postponesAnnotations { visit(annotation) }
      bind([target])
    case .for(let target, let iterable, let body, let orelse, _):
      visit(iterable)
      bind([target])
      visit(body)
      visit(orelse)
    case .while(let test, let body, let orelse), .if(let test, let body, let orelse):
      visit(test)
      visit(body)
      visit(orelse)
    case .with(let items, let body, _):
      for item in items {
        visit(item.context)
        if let target = item.target { bind([target]) }
      }
      visit(body)
    case .match(let subject, let cases):
      visit(subject)
      for candidate in cases {
        bind(candidate.pattern)
        visit(candidate.guard)
        visit(candidate.body)
      }
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    case .try(let body, let handlers, let orelse, let finalbody, _):
      visit(body)
      for handler in handlers {
        visit(handler.type)
        if let name = handler.name { scope.bind(name.name) }
        visit(handler.body)
      }
      visit(orelse)
      visit(finalbody)
    case .assert(let test, let message):
      visit(test)
      visit(message)
    case .import(let names):
      for alias in names {
        scope.bind(alias.asName?.name ?? String(alias.name.name.prefix { $0 != "." }))
      }
    case .importFrom(_, let names, _):
      for alias in names where alias.name.name != "*" { scope.bind(alias.asName?.name ?? alias.name.name) }
    case .global(let names): for name in names { scope.declareGlobal(name.name) }
    case .nonlocal(let names): for name in names { scope.declareNonlocal(name.name) }
    case .expr(let expression): visit(expression)
    case .pass, .break, .continue, .error: break
    }
  }

  private func visitAnnotations(_ arguments: Arguments, _ returns: Expression?) {
    if scope.root.postponesAnnotations { return }
    for parameter in arguments.inOrderOfAnnotations { visit(parameter.annotation) }
    visit(returns)
  }

  private func visitDefaults(_ arguments: Arguments) {
    for parameter in arguments.positionalOnly + arguments.positional + arguments.keywordOnly {
      visit(parameter.defaultValue)
    }
  }

  /// The names a target binds; its other parts are read.
  private func bind(_ targets: [Expression]) {
    for target in targets {
      switch target.kind {
      case .name(let name): scope.bind(name)
      case .tuple(let elements), .list(let elements): bind(elements)
      case .starred(let inner): bind([inner])
      default: visit(target)
      }
    }
  }

  private func bind(_ pattern: Pattern) {
    switch pattern.kind {
    case .matchValue(let value): visit(value)
    case .matchSingleton, .missing: break
    case .matchSequence(let patterns), .matchOr(let patterns): for pattern in patterns { bind(pattern) }
    case .matchMapping(let keys, let patterns, let rest):
      visit(keys)
      for pattern in patterns { bind(pattern) }
      if let rest { scope.bind(rest.name) }
    case .matchClass(let cls, let patterns, _, let keywordPatterns):
      visit(cls)
      for pattern in patterns + keywordPatterns { bind(pattern) }
    case .matchStar(let name):
      if let name { scope.bind(name.name) }
    case .matchAs(let inner, let name):
      if let inner { bind(inner) }
      if let name { scope.bind(name.name) }
    }
  }

  // MARK: Expressions

  func visit(_ expressions: [Expression]) {
    for expression in expressions { visit(expression) }
  }

  func visit(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .name(let name):
      scope.use(name)
      if name == "super" { scope.use("__class__") }
    case .boolOp(_, let values), .joinedStr(let values), .set(let values), .list(let values),
      .tuple(let values):
      visit(values)
    case .namedExpr(let target, let value):
      visit(value)
      if case .name(let name) = target.kind { bindWalrus(name) }
    case .binOp(let left, _, let right):
      visit(left)
      visit(right)
    case .unaryOp(_, let operand), .await(let operand), .starred(let operand): visit(operand)
    case .lambda(let arguments, let body):
      visitDefaults(arguments)
      let inner = ScopeAnalysis.function(arguments, named: "<lambda>", in: scope) { $0.visit(body) }
      scope.adopt(inner, for: expression)
    case .ifExp(let test, let body, let orelse): visit([test, body, orelse])
    case .dict(let keys, let values):
      for key in keys { visit(key) }
      visit(values)
    case .listComp(let element, let generators):
      comprehension(expression, "<listcomp>", [element], generators)
    case .setComp(let element, let generators):
      comprehension(expression, "<setcomp>", [element], generators)
    case .generatorExp(let element, let generators):
      comprehension(expression, "<genexpr>", [element], generators)
    case .dictComp(let key, let value, let generators):
      comprehension(expression, "<dictcomp>", [key, value], generators)
    case .yield(let value):
      scope.hasYield = true
      visit(value)
    case .yieldFrom(let value):
      scope.hasYield = true
      visit(value)
    case .compare(let left, _, let comparators):
      visit(left)
      visit(comparators)
    case .call(let function, let arguments, let keywords):
      visit(function)
      visit(arguments)
      visit(keywords.map(\.value))
    case .formattedValue(let value, _, let formatSpec):
      visit(value)
      visit(formatSpec)
    case .attribute(let value, _): visit(value)
    case .subscript(let value, let slice):
      visit(value)
      visit(slice)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    case .constant, .missing: break
    }
  }

  private func comprehension(
    _ node: Expression, _ name: String, _ elements: [Expression], _ generators: [Comprehension]
  ) {
    if let first = generators.first { visit(first.iterable) }
    let inner = Scope(.function, name: name, parent: scope)
    inner.isComprehension = true
    let analysis = ScopeAnalysis(scope: inner)
    for (index, generator) in generators.enumerated() {
      if index > 0 { analysis.visit(generator.iterable) }
      analysis.bind([generator.target])
      analysis.visit(generator.conditions)
    }
    analysis.visit(elements)
    scope.adopt(inner, for: node)
  }

  /// `:=` inside a comprehension binds in the function around it.
  private func bindWalrus(_ name: String) {
    var target = scope
    var passed: [Scope] = []
    while target.isComprehension, let parent = target.parent {
      passed.append(target)
      target = parent
    }
    target.bind(name)
    for scope in passed {
      if target.kind == .module || target.isGlobal(name) {
        scope.declareGlobal(name)
      } else {
        scope.declareNonlocal(name)
      }
    }
  }
}

extension FunctionCode.Parameters {
  init(_ arguments: Arguments) {
    positionalOnlyCount = arguments.positionalOnly.count
    positional = (arguments.positionalOnly + arguments.positional).map(\.name.name)
    keywordOnly = arguments.keywordOnly.map(\.name.name)
    variadic = arguments.variadic?.name.name
    variadicKeyword = arguments.variadicKeyword?.name.name
  }
}
