import Python

/// Every statement and expression inside some statements, functions and lambdas included.
///
/// Keeps its own stack: an expression such as `a + b + …` nests as deep as it is long.
struct SyntaxWalk {
  private(set) var statements: [Statement] = []
  private(set) var expressions: [Expression] = []

  init(_ roots: [Statement]) {
    var pending = roots
    var index = 0
    while index < pending.count {
      let statement = pending[index]
      index += 1
      statements.append(statement)
      let children = statement.children
      pending.append(contentsOf: children.statements)
      expressions.append(contentsOf: children.expressions)
    }
    index = 0
    while index < expressions.count {
      expressions.append(contentsOf: expressions[index].children)
      index += 1
    }
  }

  /// The names that are bound, deleted or declared global.
  var boundNames: Set<String> {
    var names: Set<String> = []
    for statement in statements {
      switch statement.kind {
      case .functionDef(let function): names.insert(function.name.name)
      case .classDef(let type): names.insert(type.name.name)
      case .delete(let targets), .assign(let targets, _): names.formUnion(targets.flatMap(\.boundNames))
      case .augAssign(let target, _, _), .annAssign(let target, _, _, _), .for(let target, _, _, _, _):
        names.formUnion(target.boundNames)
      case .with(let items, _, _): names.formUnion(items.flatMap { $0.target?.boundNames ?? [] })
      case .try(_, let handlers, _, _, _): names.formUnion(handlers.compactMap(\.name?.name))
      case .import(let aliases), .importFrom(_, let aliases, _): names.formUnion(aliases.map(\.boundName))
      case .global(let identifiers), .nonlocal(let identifiers): names.formUnion(identifiers.map(\.name))
      case .match(_, let cases): names.formUnion(cases.flatMap(\.pattern.boundNames))
      default: break
      }
    }
    for expression in expressions {
      if case .namedExpr(let target, _) = expression.kind { names.formUnion(target.boundNames) }
    }
    return names
  }

  /// The names that may stand for something else afterwards.
  var changedNames: Set<String> { boundNames.union(mutatedNames) }

  /// The names whose object may be changed in place: `x.append(…)`, `x[…] = …`, `del x[…]`, `x += …`.
  var mutatedNames: Set<String> {
    var names: Set<String> = []
    for statement in statements {
      switch statement.kind {
      case .delete(let targets), .assign(let targets, _): names.formUnion(targets.compactMap(\.mutatedName))
      case .augAssign(let target, _, _):
        names.formUnion([target.mutatedName, target.rootName].compactMap { $0 })
      case .annAssign(let target, _, _, _), .for(let target, _, _, _, _):
        names.formUnion([target.mutatedName].compactMap { $0 })
      default: break
      }
    }
    for expression in expressions {
      guard case .call(let function, _, _) = expression.kind, case .attribute(_, let method) = function.kind,
        !Purity.methods.contains(method.name)
      else { continue }
      names.formUnion([function.rootName].compactMap { $0 })
    }
    return names
  }
}

extension Alias {
  var boundName: String {
    asName?.name ?? String(name.name.prefix { $0 != "." })
  }
}

extension Expression {
  /// The names an assignment to this target binds.
  var boundNames: [String] {
    switch kind {
    case .name(let name): [name]
    case .starred(let inner): inner.boundNames
    case .list(let elements), .tuple(let elements): elements.flatMap(\.boundNames)
    default: []
    }
  }

  /// The name at the start of `name.a[b].c`.
  var rootName: String? {
    var expression = self
    while true {
      switch expression.kind {
      case .attribute(let value, _), .subscript(let value, _), .starred(let value): expression = value
      case .call(let function, _, _): expression = function
      case .name(let name): return name
      default: return nil
      }
    }
  }

  /// The name whose object an assignment to this target changes.
  fileprivate var mutatedName: String? {
    switch kind {
    case .attribute, .subscript: rootName
    default: nil
    }
  }

  fileprivate var children: [Expression] {
    switch kind {
    case .boolOp(_, let values), .joinedStr(let values): values
    case .namedExpr(let target, let value): [target, value]
    case .binOp(let left, _, let right): [left, right]
    case .unaryOp(_, let operand): [operand]
    case .lambda(let arguments, let body): arguments.defaults + [body]
    case .ifExp(let test, let body, let orelse): [test, body, orelse]
    case .dict(let keys, let values): keys.compactMap { $0 } + values
    case .set(let elements), .list(let elements), .tuple(let elements): elements
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      [element] + generators.flatMap(\.children)
    case .dictComp(let key, let value, let generators): [key, value] + generators.flatMap(\.children)
    case .await(let value), .yieldFrom(let value), .starred(let value), .attribute(let value, _): [value]
    case .yield(let value): [value].compactMap { $0 }
    case .compare(let left, _, let comparators): [left] + comparators
    case .call(let function, let arguments, let keywords): [function] + arguments + keywords.map(\.value)
    case .formattedValue(let value, _, let spec): [value] + [spec].compactMap { $0 }
    case .subscript(let value, let slice): [value, slice]
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
    case .constant, .name, .missing: []
    }
  }
}

extension Comprehension {
  fileprivate var children: [Expression] { [target, iterable] + conditions }
}

extension Arguments {
  var parameters: [Parameter] { positionalOnly + positional + keywordOnly }

  fileprivate var defaults: [Expression] { parameters.compactMap(\.defaultValue) }
}

extension Pattern {
  fileprivate var boundNames: [String] {
    switch kind {
    case .matchValue, .matchSingleton, .missing: []
    case .matchSequence(let patterns), .matchOr(let patterns): patterns.flatMap(\.boundNames)
    case .matchMapping(_, let patterns, let rest):
      patterns.flatMap(\.boundNames) + [rest?.name].compactMap { $0 }
    case .matchClass(_, let patterns, _, let keywordPatterns):
      (patterns + keywordPatterns).flatMap(\.boundNames)
    case .matchStar(let name): [name?.name].compactMap { $0 }
    case .matchAs(let pattern, let name): (pattern?.boundNames ?? []) + [name?.name].compactMap { $0 }
    }
  }
}

extension Statement {
  fileprivate var children: (statements: [Statement], expressions: [Expression]) {
    switch kind {
    case .functionDef(let function): (function.body, function.decorators + function.arguments.defaults)
    case .classDef(let type): (type.body, type.bases + type.decorators + type.keywords.map(\.value))
    case .return(let value): ([], [value].compactMap { $0 })
    case .delete(let targets): ([], targets)
    case .assign(let targets, let value): ([], targets + [value])
    case .augAssign(let target, _, let value): ([], [target, value])
    case .annAssign(let target, _, let value, _): ([], [target, value].compactMap { $0 })
    case .for(let target, let iterable, let body, let orelse, _): (body + orelse, [target, iterable])
    case .while(let test, let body, let orelse), .if(let test, let body, let orelse): (body + orelse, [test])
    case .with(let items, let body, _): (body, items.flatMap { [$0.context, $0.target].compactMap { $0 } })
    case .match(let subject, let cases): (cases.flatMap(\.body), [subject] + cases.compactMap(\.guard))
    case .raise(let exception, let cause): ([], [exception, cause].compactMap { $0 })
    case .try(let body, let handlers, let orelse, let finalbody, _):
      (body + handlers.flatMap(\.body) + orelse + finalbody, handlers.compactMap(\.type))
    case .assert(let test, let message): ([], [test, message].compactMap { $0 })
    case .expr(let value): ([], [value])
    case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue, .error: ([], [])
    }
  }
}
