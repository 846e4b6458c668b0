import SourceText

extension SemanticChecker {
  /// Visits an expression that is read. Chains that lean to the left are followed in a loop.
  mutating func visit(_ expression: Expression) {
    var next: Expression? = expression
    while let current = next {
      next = visitParts(of: current)
    }
  }

  /// Visits all parts but one, which is left to the caller.
  private mutating func visitParts(of expression: Expression) -> Expression? {
    switch expression.kind {
    case .name(let name):
      use(name, .read)
      return nil
    case .constant, .missing: return nil
    case .attribute(let value, _): return value
    case .call(let function, let arguments, let keywords):
      visit(arguments)
      visit(keywords)
      return function
    case .subscript(let value, let slice):
      visit(slice)
      return value
    case .binOp(let left, _, let right):
      visit(right)
      return left
    case .compare(let left, _, let comparators):
      visit(comparators)
      return left
    case .boolOp(_, let values), .joinedStr(let values): visit(values)
    case .list(let elements), .tuple(let elements), .set(let elements): visit(elements)
    case .dict(let keys, let values):
      for key in keys { if let key { visit(key) } }
      visit(values)
    case .unaryOp(_, let operand): return operand
    case .starred(let value): return value
    case .ifExp(let test, let body, let orelse):
      visit(test)
      visit(body)
      return orelse
    case .slice(let lower, let upper, let step):
      for bound in [lower, upper, step] { if let bound { visit(bound) } }
    case .formattedValue(let value, _, let specification):
      visit(value)
      return specification
    case .namedExpr(let target, let value): visitNamed(target, value, expression.range)
    case .lambda(let arguments, let body):
      visitDefaults(arguments)
      enterScope(.lambda)
      bindParameters(arguments)
      visit(body)
      leaveScope()
    case .await(let value):
      checkAwait(expression.range)
      return value
    case .yield(let value):
      checkYield(expression.range)
      return value
    case .yieldFrom(let value):
      checkYield(expression.range)
      if scope.kind == .asyncFunction {
        fail("'yield from' inside async function", at: expression.range)
      }
      return value
    case .listComp(let element, let generators):
      visitComprehension("list comprehension", [element], generators, expression.range)
    case .setComp(let element, let generators):
      visitComprehension("set comprehension", [element], generators, expression.range)
    case .dictComp(let key, let value, let generators):
      visitComprehension("dict comprehension", [key, value], generators, expression.range)
    case .generatorExp(let element, let generators):
      visitComprehension("generator expression", [element], generators, expression.range)
    }
    return nil
  }

  mutating func visit(_ expressions: [Expression]) {
    for expression in expressions { visit(expression) }
  }

  /// The keywords of a call or class: each name once.
  mutating func visit(_ keywords: [Keyword]) {
    var names: Set<String> = []
    for keyword in keywords {
      if let name = keyword.name {
        if name.name == "__debug__" { fail("cannot assign to __debug__", at: keyword.range) }
        if !names.insert(name.name).inserted {
          fail("keyword argument repeated: \(name.name)", at: keyword.range)
        }
      }
      visit(keyword.value)
    }
  }

  private mutating func checkAwait(_ range: ByteRange) {
    failInAnnotation("await expression", range)
    if !scope.isFunction {
      fail("'await' outside function", at: range)
    } else if scope.kind != .asyncFunction, !scope.isComprehension {
      fail("'await' outside async function", at: range)
    }
    scope.isCoroutine = true
  }

  private mutating func checkYield(_ range: ByteRange) {
    failInAnnotation("yield expression", range)
    if case .comprehension(let name) = scope.kind {
      fail("'yield' inside \(name)", at: range)
    } else if !scope.isFunction {
      fail("'yield' outside function", at: range)
    }
    scope.hasYield = true
  }

  private mutating func failInAnnotation(_ what: String, _ range: ByteRange) {
    if isInUnevaluatedAnnotation {
      fail("'\(what)' can not be used within an annotation", at: range)
    }
  }

  // MARK: Assignment expressions

  private mutating func visitNamed(_ target: Expression, _ value: Expression, _ range: ByteRange) {
    failInAnnotation("named expression", range)
    if scope.iterableDepth > 0 {
      fail("assignment expression cannot be used in a comprehension iterable expression", at: range)
    }
    if case .name(let name) = target.kind {
      if name == "__debug__" { fail("cannot assign to __debug__", at: target.range) }
      if scope.isComprehension { bindOutsideComprehensions(name, range) }
    }
    visit(value)
    bind(target)
  }

  /// An assignment expression in a comprehension binds in the scope around it.
  private mutating func bindOutsideComprehensions(_ name: String, _ range: ByteRange) {
    for index in scopes.indices.reversed() {
      if scopes[index].isComprehension {
        if scopes[index].names[name]?.contains([.iterationVariable, .assigned]) == true {
          fail("assignment expression cannot rebind comprehension iteration variable '\(name)'", at: range)
          return
        }
        continue
      }
      if scopes[index].kind == .classBody {
        fail(
          "assignment expression within a comprehension cannot be used in a class body", at: range)
        return
      }
      let isGlobal =
        scopes[index].kind == .module || scopes[index].names[name]?.contains(.global) == true
      scopes[index].names[name, default: []].insert(
        scopes[index].kind == .module ? .global : .assigned)
      scope.names[name, default: []].insert(isGlobal ? .global : .nonlocal)
      return
    }
  }

  // MARK: Comprehensions

  private mutating func visitComprehension(
    _ name: String, _ elements: [Expression], _ generators: [Comprehension], _ range: ByteRange
  ) {
    guard let outermost = generators.first else { return }
    visitIterable(outermost.iterable)
    let isInCoroutine = scope.kind == .asyncFunction || scope.isComprehension
    enterScope(.comprehension(name))
    for (index, generator) in generators.enumerated() {
      if generator.isAsync { scope.isCoroutine = true }
      bindIterationVariables(generator.target)
      if index > 0 { visitIterable(generator.iterable) }
      visit(generator.conditions)
    }
    visit(elements)
    let isCoroutine = scope.isCoroutine && name != "generator expression"
    if isCoroutine, !isInCoroutine {
      fail("asynchronous comprehension outside of an asynchronous function", at: range)
    }
    leaveScope()
    if isCoroutine { scope.isCoroutine = true }
  }

  private mutating func visitIterable(_ iterable: Expression) {
    scope.iterableDepth += 1
    visit(iterable)
    scope.iterableDepth -= 1
  }

  private mutating func bindIterationVariables(_ target: Expression) {
    switch target.kind {
    case .name(let name):
      if let uses = scope.names[name], !uses.isDisjoint(with: [.global, .nonlocal]) {
        fail(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'",
          at: target.range)
      }
      use(name, [.assigned, .iterationVariable])
    case .starred(let value): bindIterationVariables(value)
    case .tuple(let elements), .list(let elements):
      for element in elements { bindIterationVariables(element) }
    default: visit(target)
    }
  }
}
