package import SourceText

/// Any node of the tree, for those who look at all of them alike.
package enum SyntaxNode: Sendable {
  case statement(Statement)
  case expression(Expression)
  case pattern(Pattern)
  case parameter(Parameter)
  case keyword(Keyword)
  case alias(Alias)
  case exceptHandler(ExceptHandler)
  case matchCase(MatchCase)

  /// The bytes of the node, with those of its decorators.
  package var range: ByteRange {
    switch self {
    case .statement(let statement): statement.rangeWithDecorators
    case .expression(let expression): expression.range
    case .pattern(let pattern): pattern.range
    case .parameter(let parameter):
      parameter.name.range.extended(to: parameter.annotation?.range, parameter.defaultValue?.range)
    case .keyword(let keyword): keyword.range
    case .alias(let alias): alias.name.range.extended(to: alias.asName?.range)
    case .exceptHandler(let handler): handler.range
    case .matchCase(let matchCase):
      matchCase.pattern.range.extended(to: matchCase.guard?.range, matchCase.body.last?.range)
    }
  }

  /// The nodes directly below, in source order but for a conditional's test.
  package var children: [SyntaxNode] {
    switch self {
    case .statement(let statement): statement.children
    case .expression(let expression): expression.children
    case .pattern(let pattern): pattern.children
    case .parameter(let parameter): .expressions([parameter.annotation, parameter.defaultValue])
    case .keyword(let keyword): [.expression(keyword.value)]
    case .alias: []
    case .exceptHandler(let handler): .expressions([handler.type]) + .statements(handler.body)
    case .matchCase(let matchCase):
      [.pattern(matchCase.pattern)] + .expressions([matchCase.guard]) + .statements(matchCase.body)
    }
  }
}

extension Statement {
  fileprivate var rangeWithDecorators: ByteRange {
    let decorators: [Expression] =
      switch kind {
      case .functionDef(let definition): definition.decorators
      case .classDef(let definition): definition.decorators
      default: []
      }
    guard let first = decorators.first else { return range }
    return min(first.range.lowerBound, range.lowerBound)..<range.upperBound
  }

  package var children: [SyntaxNode] {
    switch kind {
    case .functionDef(let definition):
      .expressions(definition.decorators) + .parameters(definition.arguments)
        + .expressions([definition.returns]) + .statements(definition.body)
    case .classDef(let definition):
      .expressions(definition.decorators) + .expressions(definition.bases) + .keywords(definition.keywords)
        + .statements(definition.body)
    case .return(let value): .expressions([value])
    case .delete(let targets): .expressions(targets)
    case .assign(let targets, let value): .expressions(targets + [value])
    case .augAssign(let target, _, let value): .expressions([target, value])
    case .annAssign(let target, let annotation, let value, _): .expressions([target, annotation, value])
    case .for(let target, let iterable, let body, let orelse, _):
      .expressions([target, iterable]) + .statements(body + orelse)
    case .while(let test, let body, let orelse), .if(let test, let body, let orelse):
      .expressions([test]) + .statements(body + orelse)
    case .with(let items, let body, _):
      .expressions(items.flatMap { [$0.context, $0.target] }) + .statements(body)
    case .match(let subject, let cases): .expressions([subject]) + cases.map { .matchCase($0) }
    case .raise(let exception, let cause): .expressions([exception, cause])
    case .try(let body, let handlers, let orelse, let finalbody, _):
      .statements(body) + handlers.map { .exceptHandler($0) } + .statements(orelse + finalbody)
    case .assert(let test, let message): .expressions([test, message])
    case .import(let names), .importFrom(_, let names, _): names.map { .alias($0) }
    case .expr(let value): .expressions([value])
    case .global, .nonlocal, .pass, .break, .continue, .error: []
    }
  }
}

extension Expression {
  package var children: [SyntaxNode] {
    switch kind {
    case .boolOp(_, let values), .joinedStr(let values): .expressions(values)
    case .namedExpr(let target, let value): .expressions([target, value])
    case .binOp(let left, _, let right): .expressions([left, right])
    case .unaryOp(_, let operand): .expressions([operand])
    case .lambda(let arguments, let body): .parameters(arguments) + .expressions([body])
    case .ifExp(let test, let body, let orelse): .expressions([body, test, orelse])
    case .dict(let keys, let values): .expressions(zip(keys, values).flatMap { [$0, $1] })
    case .list(let elements), .tuple(let elements), .set(let elements): .expressions(elements)
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      .expressions([element]) + .comprehensions(generators)
    case .dictComp(let key, let value, let generators):
      .expressions([key, value]) + .comprehensions(generators)
    case .await(let value), .yieldFrom(let value), .starred(let value): .expressions([value])
    case .yield(let value): .expressions([value])
    case .compare(let left, _, let comparators): .expressions([left] + comparators)
    case .call(let function, let arguments, let keywords):
      .expressions([function] + arguments) + .keywords(keywords)
    case .formattedValue(let value, _, let specification): .expressions([value, specification])
    case .attribute(let value, _): .expressions([value])
    case .subscript(let value, let slice): .expressions([value, slice])
    case .slice(let lower, let upper, let step): .expressions([lower, upper, step])
    case .constant, .name, .missing: []
    }
  }
}

extension Pattern {
  package var children: [SyntaxNode] {
    switch kind {
    case .matchValue(let value): [.expression(value)]
    case .matchSequence(let patterns), .matchOr(let patterns): patterns.map { .pattern($0) }
    case .matchMapping(let keys, let patterns, _):
      zip(keys, patterns).flatMap { [.expression($0), .pattern($1)] }
    case .matchClass(let cls, let patterns, _, let values):
      [.expression(cls)] + (patterns + values).map { .pattern($0) }
    case .matchAs(let pattern, _): pattern.map { [.pattern($0)] } ?? []
    case .matchSingleton, .matchStar, .missing: []
    }
  }
}

extension [SyntaxNode] {
  fileprivate static func expressions(_ expressions: [Expression?]) -> [SyntaxNode] {
    expressions.compactMap { $0.map(SyntaxNode.expression) }
  }

  fileprivate static func statements(_ statements: [Statement]) -> [SyntaxNode] {
    statements.map(SyntaxNode.statement)
  }

  fileprivate static func parameters(_ arguments: Arguments) -> [SyntaxNode] {
    arguments.all.map(SyntaxNode.parameter)
  }

  fileprivate static func keywords(_ keywords: [Keyword]) -> [SyntaxNode] {
    keywords.map(SyntaxNode.keyword)
  }

  fileprivate static func comprehensions(_ clauses: [Comprehension]) -> [SyntaxNode] {
    clauses.flatMap { Self.expressions([$0.target, $0.iterable] + $0.conditions) }
  }
}

extension ByteRange {
  /// Up to the end of the last of the ranges.
  fileprivate func extended(to ranges: ByteRange?...) -> ByteRange {
    lowerBound..<ranges.reduce(upperBound) { Swift.max($0, $1?.upperBound ?? $0) }
  }
}
