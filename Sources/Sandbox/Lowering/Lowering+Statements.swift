import Python
import SourceText

extension Lowering {
  func statement(_ statement: Statement) -> StatementCode {
    let range = statement.range
    if scope.hasYield, let hoisted = hoisted(statement) { return hoisted }
    switch statement.kind {
    case .functionDef(let function): return functionStatement(function, statement)
    case .classDef(let definition): return classStatement(definition, statement)
    case .return(let value): return ReturnStatement(value.map(expression), range: range)
    case .delete(let targets): return DeleteStatement(targets.map(target), range: range)
    case .assign(let targets, let value): return assign(targets, value, range)
    case .augAssign(let target, let operation, let value): return augmented(target, operation, value, range)
    case .annAssign(let target, let annotation, let value, let isSimple):
      return annotated(
        target, annotation, value.map { assign([target], $0, range) }, isSimple: isSimple, range)
    case .for(let target, let iterable, let body, let orelse, let isAsync):
      if isAsync { return UnsupportedStatement("async for", range: range) }
      return ForStatement(
        self.target(target), in: expression(iterable), body: block(body), otherwise: block(orelse),
        range: range)
    case .while(let test, let body, let orelse):
      return WhileStatement(expression(test), body: block(body), otherwise: block(orelse), range: range)
    case .if(let test, let body, let orelse):
      return IfStatement(expression(test), body: block(body), otherwise: block(orelse), range: range)
    case .with(let items, let body, let isAsync):
      if isAsync { return UnsupportedStatement("async with", range: range) }
      return with(items[...], body, range)
    case .match(let subject, let cases):
      return MatchStatement(
        expression(subject),
        cases.map { candidate in
          MatchStatement.Case(
            pattern: pattern(candidate.pattern), patternRange: candidate.pattern.range,
            condition: candidate.guard.map(expression),
            body: block(candidate.body))
        }, range: range)
    case .raise(let exception, let cause):
      return RaiseStatement(exception.map(expression), cause: cause.map(expression), range: range)
    case .try(let body, let handlers, let orelse, let finalbody, let isStar):
      return TryStatement(
        body: block(body),
        handlers: handlers.map { handler in
          TryStatement.Handler(
            type: handler.type.map(expression),
            target: handler.name.map { target($0.name, $0.range) }, body: block(handler.body))
        }, otherwise: block(orelse), finally: finalbody.isEmpty ? nil : block(finalbody),
        handlesGroups: isStar, range: range)
    case .assert(let test, let message):
      return AssertStatement(expression(test), message: message.map(expression), range: range)
    case .import(let names): return imports(names, range)
    case .importFrom(let module, let names, let level): return importFrom(module, names, level, range)
    case .global, .nonlocal, .pass: return PassStatement(range: range)
    case .expr(let expression): return expressionStatement(expression, range)
    case .break: return BreakStatement(range: range)
    case .continue: return ContinueStatement(range: range)
    case .error: return UnsupportedStatement("a syntax error", range: range)
    }
  }

  private func assign(_ targets: [Expression], _ value: Expression, _ range: ByteRange) -> StatementCode {
    let targets = targets.map(target)
    if let yielded = yielded(value) { return YieldStatement(yielded, targets: targets, range: range) }
    return AssignStatement(targets, expression(value), range: range)
  }

  private func expressionStatement(_ expression: Expression, _ range: ByteRange) -> StatementCode {
    if let yielded = yielded(expression) { return YieldStatement(yielded, targets: [], range: range) }
    return ExpressionStatement(self.expression(expression), range: range)
  }

  private func yielded(_ expression: Expression) -> YieldStatement.Source? {
    switch expression.kind {
    case .yield(let value): .value(value.map(self.expression))
    case .yieldFrom(let value): .items(self.expression(value))
    default: nil
    }
  }

  private func augmented(
    _ target: Expression, _ operation: BinaryOperator, _ value: Expression, _ range: ByteRange
  ) -> StatementCode {
    let code = expression(value)
    switch target.kind {
    case .name(let name):
      return AugmentedAssignStatement(
        .name(read(name, target.range), self.target(target)), operation, code, range: range)
    case .attribute(let object, let name):
      return AugmentedAssignStatement(
        .attribute(expression(object), mangled(name.name)), operation, code, range: range)
    case .subscript(let object, let slice):
      return AugmentedAssignStatement(
        .item(expression(object), expression(slice)), operation, code, range: range)
    default: return UnsupportedStatement("an assignment to this target", range: range)
    }
  }

  private func with(_ items: ArraySlice<WithItem>, _ body: [Statement], _ range: ByteRange) -> StatementCode {
    guard let item = items.first else { return PassStatement(range: range) }
    let rest = items.dropFirst()
    let inner = rest.isEmpty ? block(body) : Block(statements: [with(rest, body, range)])
    return WithStatement(expression(item.context), target: item.target.map(target), body: inner, range: range)
  }

  private func imports(_ names: [Alias], _ range: ByteRange) -> StatementCode {
    let statements = names.map { alias in
      let root = String(alias.name.name.prefix { $0 != "." })
      return ImportStatement(
        alias.name.name, bindsLeaf: alias.asName != nil,
        target: target(alias.asName?.name ?? root, (alias.asName ?? alias.name).range),
        range: alias.name.range)
    }
    return statements.count == 1 ? statements[0] : Sequence(statements, range: range)
  }

  private func importFrom(
    _ module: Identifier?, _ names: [Alias], _ level: Int, _ range: ByteRange
  ) -> StatementCode {
    if module?.name == "__future__" {
      // What it turns on is known before the module is lowered; the names are bound to nothing of use.
      return PassStatement(range: range)
    }
    guard let module, level == 0 else {
      // A detection is loaded as a module outside any package.
      return ExpressionStatement(
        RaiseCode(.importError, "attempted relative import with no known parent package", range: range),
        range: range)
    }
    if names.contains(where: { $0.name.name == "*" }) {
      return ImportStarStatement(module.name, range: range)
    }
    return ImportFromStatement(
      module.name,
      names.map { alias in
        let name = alias.asName ?? alias.name
        return (alias.name.name, target(name.name, name.range), alias.name.range)
      }, range: range)
  }

  /// Statements that count as one.
  private final class Sequence: StatementCode {
    private let statements: [StatementCode]

    init(_ statements: [StatementCode], range: ByteRange) {
      self.statements = statements
      super.init(range: range)
    }

    override func execute(_ frame: Frame) throws(Unwind) -> Completion {
      for statement in statements { _ = try statement.execute(frame) }
      return .normal
    }
  }

  // MARK: Patterns

  private func pattern(_ pattern: Pattern) -> PatternCode {
    switch pattern.kind {
    case .matchValue(let value): return .value(expression(value))
    case .matchSingleton(let constant):
      switch constant {
      case .none: return .singleton(.none)
      case .bool(let value): return .singleton(.bool(value))
      default: return .unsupported("this pattern", pattern.range)
      }
    case .matchSequence(let patterns):
      let starred = patterns.firstIndex { pattern in
        if case .matchStar = pattern.kind { return true }
        return false
      }
      return .sequence(patterns.map(self.pattern), starred: starred)
    case .matchMapping(let keys, let patterns, let rest):
      return .mapping(
        keys: keys.map(expression), patterns.map(self.pattern), rest: rest.map { target($0.name, $0.range) })
    case .matchClass(let cls, let patterns, let keywordNames, let keywordPatterns):
      return .type(
        expression(cls), patterns.map(self.pattern),
        keywords: zip(keywordNames, keywordPatterns).map { ($0.name, self.pattern($1)) })
    case .matchStar(let name): return .capture(name.map { target($0.name, $0.range) })
    case .matchAs(let inner, let name):
      let binding = name.map { target($0.name, $0.range) }
      guard let inner else { return .capture(binding) }
      guard let binding else { return self.pattern(inner) }
      return .aliased(self.pattern(inner), binding)
    case .matchOr(let patterns): return .either(patterns.map(self.pattern))
    case .missing: return .unsupported("a syntax error", pattern.range)
    }
  }
}
