import SourceText

/// The errors CPython's symbol table and compiler find in a tree that parses: `return` outside a function,
/// `global` after use, a name bound twice in a pattern (CPython `symtable.c`, `compile.c`, `future.c`).
///
/// Only for trees without syntax errors: CPython never gets this far with others, and what recovery left out
/// would look like a mistake of the author's.
struct SemanticChecker {
  private(set) var errors: [PythonSyntaxError] = []
  var scopes: [Scope] = [Scope(.module)]
  /// Whether names matter at all: they do when something is declared `global` or `nonlocal`, or assigned
  /// within an expression.
  let tracksNames: Bool
  /// `from __future__ import annotations`
  var hasFutureAnnotations = false
  /// The future imports that stand where they may.
  var firstFutureImports: Set<ObjectIdentifier> = []
  /// Whether the current expression is an annotation that is never evaluated.
  var isInUnevaluatedAnnotation = false

  /// CPython's `CO_MAXBLOCKS`.
  private static let maximumBlocks = 20

  init(tracksNames: Bool) {
    self.tracksNames = tracksNames
  }

  var scope: Scope {
    get { scopes[scopes.count - 1] }
    _modify { yield &scopes[scopes.count - 1] }
  }

  mutating func fail(_ message: String, at range: ByteRange) {
    errors.append(PythonSyntaxError(kind: .syntaxError, message: message, range: range))
  }

  mutating func check(_ module: [Statement]) {
    checkFutureImports(module)
    visit(module)
  }

  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .functionDef(let definition): visit(definition)
    case .classDef(let definition): visit(definition)
    case .return(let value): visitReturn(value, statement.range)
    case .delete(let targets): for target in targets { bind(target) }
    case .assign(let targets, let value):
      visit(value)
      for target in targets { bind(target) }
    case .augAssign(let target, _, let value):
      if case .name = target.kind { visit(target) }
      bind(target)
      visit(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      visitAnnotated(target, isSimple: isSimple, hasValue: value != nil)
      visitAnnotation(annotation)
      if let value { visit(value) }
    case .for(let target, let iterable, let body, let orelse, let isAsync):
      if isAsync { checkAsyncStatement("async for", statement) }
      bind(target)
      visit(iterable)
      visit(body, in: .loop, at: statement)
      visit(orelse)
    case .while(let test, let body, let orelse):
      visit(test)
      visit(body, in: .loop, at: statement)
      visit(orelse)
    case .if: visitIf(statement)
    case .with(let items, let body, let isAsync): visitWith(items, body, isAsync: isAsync, statement)
    case .match(let subject, let cases): visitMatch(subject, cases)
    case .raise(let exception, let cause):
      if let exception { visit(exception) }
      if let cause { visit(cause) }
    case .try(let body, let handlers, let orelse, let finalbody, let isStar):
      visitTry(body, handlers, orelse, finalbody, isStar: isStar, statement)
    case .assert(let test, let message):
      visit(test)
      if let message { visit(message) }
    case .import(let names): for alias in names { bindImport(alias) }
    case .importFrom(let module, let names, let level):
      if module?.name == "__future__", level == 0, !firstFutureImports.contains(ObjectIdentifier(statement)) {
        fail("from __future__ imports must occur at the beginning of the file", at: statement.range)
      }
      for alias in names {
        if alias.name.name != "*" {
          bindImport(alias)
        } else if scope.kind != .module {
          fail("import * only allowed at module level", at: alias.name.range)
        }
      }
    case .global(let names): declare(names, .global, statement)
    case .nonlocal(let names): declare(names, .nonlocal, statement)
    case .expr(let value): visit(value)
    case .break: checkLeaving(statement, isBreak: true)
    case .continue: checkLeaving(statement, isBreak: false)
    case .pass, .error: break
    }
  }

  /// A chain of `elif` is a tree that leans to the right; it is followed in a loop.
  private mutating func visitIf(_ statement: Statement) {
    var next: Statement? = statement
    while let current = next, case .if(let test, let body, let orelse) = current.kind {
      visit(test)
      visit(body)
      next = nil
      if orelse.count == 1, case .if = orelse[0].kind { next = orelse[0] } else { visit(orelse) }
    }
  }

  private mutating func visitWith(
    _ items: [WithItem], _ body: [Statement], isAsync: Bool, _ statement: Statement
  ) {
    if isAsync { checkAsyncStatement("async with", statement) }
    for item in items {
      visit(item.context)
      if let target = item.target { bind(target) }
    }
    for _ in items { enter(.other, at: statement) }
    visit(body)
    scope.blocks.removeLast(items.count)
  }

  private mutating func visitTry(
    _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ finalbody: [Statement],
    isStar: Bool, _ statement: Statement
  ) {
    let outer = scope.blocks.count
    if !finalbody.isEmpty { enter(.other, at: statement) }
    if !handlers.isEmpty { enter(.other, at: statement) }
    visit(body)
    if !handlers.isEmpty { scope.blocks.removeLast() }
    for handler in handlers {
      if let type = handler.type { visit(type) }
      if let name = handler.name { use(name.name, .assigned) }
      enter(isStar ? .exceptStar : .other, at: statement)
      enter(.other, at: statement)
      visit(handler.body)
      scope.blocks.removeLast(2)
    }
    visit(orelse)
    scope.blocks.removeLast(scope.blocks.count - outer)
    visit(finalbody, in: .other, at: statement)
  }

  private mutating func enter(_ block: Scope.Block, at statement: Statement) {
    if scope.blocks.count == Self.maximumBlocks {
      fail("too many statically nested blocks", at: statement.range)
    }
    scope.blocks.append(block)
  }

  private mutating func visit(_ body: [Statement], in block: Scope.Block, at statement: Statement) {
    if body.isEmpty { return }
    enter(block, at: statement)
    visit(body)
    scope.blocks.removeLast()
  }

  private mutating func visitReturn(_ value: Expression?, _ range: ByteRange) {
    if !scope.isFunction { fail("'return' outside function", at: range) }
    if scope.blocks.contains(.exceptStar) { failInExceptStar(range) }
    guard let value else { return }
    visit(value)
    scope.returnedValues.append(range)
  }

  private mutating func checkLeaving(_ statement: Statement, isBreak: Bool) {
    for block in scope.blocks.reversed() {
      switch block {
      case .loop: return
      case .exceptStar: return failInExceptStar(statement.range)
      case .other: break
      }
    }
    fail(isBreak ? "'break' outside loop" : "'continue' not properly in loop", at: statement.range)
  }

  private mutating func failInExceptStar(_ range: ByteRange) {
    fail("'break', 'continue' and 'return' cannot appear in an except* block", at: range)
  }

  private mutating func checkAsyncStatement(_ name: String, _ statement: Statement) {
    if scope.kind != .asyncFunction { fail("'\(name)' outside async function", at: statement.range) }
  }

  // MARK: Definitions

  private mutating func visit(_ definition: FunctionDefinition) {
    use(definition.name.name, .assigned)
    for decorator in definition.decorators { visit(decorator) }
    visitDefaults(definition.arguments)
    let arguments = definition.arguments
    for parameter in arguments.all {
      if let annotation = parameter.annotation { visitAnnotation(annotation) }
    }
    if let returns = definition.returns { visitAnnotation(returns) }
    enterScope(definition.isAsync ? .asyncFunction : .function)
    bindParameters(arguments)
    visit(definition.body)
    if definition.isAsync, scope.hasYield {
      for range in scope.returnedValues { fail("'return' with value in async generator", at: range) }
    }
    leaveScope()
  }

  mutating func visitDefaults(_ arguments: Arguments) {
    for parameter in arguments.all {
      if let value = parameter.defaultValue { visit(value) }
    }
  }

  mutating func bindParameters(_ arguments: Arguments) {
    for parameter in arguments.all { use(parameter.name.name, .parameter) }
  }

  private mutating func visit(_ definition: ClassDefinition) {
    use(definition.name.name, .assigned)
    for decorator in definition.decorators { visit(decorator) }
    for base in definition.bases { visit(base) }
    visit(definition.keywords)
    enterScope(.classBody)
    visit(definition.body)
    leaveScope()
  }

  mutating func visitAnnotation(_ annotation: Expression) {
    let outer = isInUnevaluatedAnnotation
    isInUnevaluatedAnnotation = hasFutureAnnotations
    visit(annotation)
    isInUnevaluatedAnnotation = outer
  }
}
