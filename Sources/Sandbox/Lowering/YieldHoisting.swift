import Python
import SourceText

/// Rewrites expressions that contain a `yield`, so that each `yield` is a statement of its own.
///
/// Only statements can be suspended (`Generator`). What an expression evaluates before a `yield` is therefore
/// assigned to a hidden local variable first, then the `yield` runs and leaves what was sent in another, and the
/// expression goes on with those variables: the order of evaluation stays as it was.
struct YieldHoisting {
  let lowering: Lowering
  /// What must run before the expression.
  private(set) var prefix: [StatementCode] = []

  init(_ lowering: Lowering) {
    self.lowering = lowering
  }

  /// A hidden variable.
  struct Temporary {
    let target: TargetCode
    let read: ExpressionCode
  }

  private func temporary(_ range: ByteRange) -> Temporary {
    let name = lowering.scope.makeHiddenName()
    return Temporary(
      target: lowering.target(name, range),
      read: lowering.read(name, range))
  }

  /// Keeps a value that is evaluated now.
  mutating func kept(_ code: ExpressionCode) -> ExpressionCode {
    if code is ConstantCode { return code }
    let variable = temporary(code.range)
    prefix.append(AssignStatement([variable.target], code, range: code.range))
    return variable.read
  }

  private mutating func yielded(_ source: YieldStatement.Source, _ range: ByteRange) -> ExpressionCode {
    let variable = temporary(range)
    prefix.append(YieldStatement(source, targets: [variable.target], range: range))
    return variable.read
  }

  /// The code of an expression, once `prefix` has run.
  mutating func expression(_ expression: Expression) -> ExpressionCode {
    guard expression.containsYield else { return lowering.expression(expression) }
    let range = expression.range
    switch expression.kind {
    case .yield(let value):
      let code = value.map { self.expression($0) }
      return yielded(.value(code), range)
    case .yieldFrom(let value):
      let code = self.expression(value)
      return yielded(.items(code), range)
    case .namedExpr(let target, let value):
      return NamedExpressionCode(lowering.target(target), self.expression(value), range: range)
    case .binOp(let left, let operation, let right):
      let codes = operands([left, right])
      return BinaryCode(codes[0], operation, codes[1], range: range)
    case .unaryOp(let operation, let operand):
      return UnaryCode(operation, self.expression(operand), range: range)
    case .compare(let left, let operators, let comparators) where comparators.count == 1:
      let codes = operands([left, comparators[0]])
      return ComparisonCode(codes[0], [(operators[0], codes[1])], range: range)
    case .boolOp(let operation, let values): return boolean(operation, values, range)
    case .ifExp(let test, let body, let orelse):
      let variable = temporary(range)
      let condition = self.expression(test)
      prefix.append(
        IfStatement(
          condition, body: branch(body, variable), otherwise: branch(orelse, variable), range: range))
      return variable.read
    case .call(let function, let arguments, let keywords): return call(function, arguments, keywords, range)
    case .attribute(let value, let name):
      return AttributeCode(self.expression(value), name: lowering.mangled(name.name), range: range)
    case .subscript(let value, let slice):
      let codes = operands([value, slice])
      return SubscriptCode(codes[0], key: codes[1], range: range)
    case .list(let elements): return ListCode(self.elements(elements), range: range)
    case .tuple(let elements): return TupleCode(self.elements(elements), range: range)
    case .set(let elements): return SetCode(self.elements(elements), range: range)
    case .dict(let keys, let values):
      let codes = operands(zip(keys, values).flatMap { [$0, $1].compactMap { $0 } })
      guard !keys.contains(where: { $0 == nil }) else {
        return UnsupportedExpression("yield inside this expression", range: range)
      }
      let pairs: [(ExpressionCode?, ExpressionCode)] = keys.indices.map { (codes[$0 * 2], codes[$0 * 2 + 1]) }
      return DictCode(pairs, range: range)
    case .joinedStr(let values):
      var parts: [ExpressionCode] = []
      for value in values {
        if case .formattedValue(let inner, let conversion, let specification) = value.kind,
          specification?.containsYield != true
        {
          let code = self.expression(inner)
          parts.append(
            kept(
              FormattedStringCode(
                [.field(code, conversion: conversion, specification: specification.map(lowering.expression))],
                range: value.range)))
        } else {
          parts.append(self.expression(value))
        }
      }
      return FormattedStringCode(
        parts.map { .field($0, conversion: nil, specification: nil) }, range: range)
    default: return UnsupportedExpression("yield inside this expression", range: range)
    }
  }

  /// Operands that are evaluated in turn.
  private mutating func operands(_ expressions: [Expression]) -> [ExpressionCode] {
    let last = expressions.lastIndex(where: \.containsYield) ?? -1
    var codes: [ExpressionCode] = []
    for (index, expression) in expressions.enumerated() {
      let code = self.expression(expression)
      codes.append(index < last ? kept(code) : code)
    }
    return codes
  }

  private mutating func elements(_ elements: [Expression]) -> [ElementCode] {
    let inner = elements.map { element in
      if case .starred(let inner) = element.kind { return inner }
      return element
    }
    let codes = operands(inner)
    return zip(elements, codes).map { ElementCode(value: $1, isStarred: $0.isStarred) }
  }

  private mutating func call(
    _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], _ range: ByteRange
  ) -> ExpressionCode {
    let inner = arguments.map { argument in
      if case .starred(let inner) = argument.kind { return inner }
      return argument
    }
    let codes = operands([function] + inner + keywords.map(\.value))
    let positional = zip(arguments, codes.dropFirst()).map { ElementCode(value: $1, isStarred: $0.isStarred) }
    let named = zip(keywords, codes.dropFirst(1 + arguments.count)).map {
      CallCode.KeywordCode(name: $0.name?.name, value: $1)
    }
    return CallCode(CallCode.Callee(codes[0]), positional: positional, keywords: named, range: range)
  }

  /// The branch of a conditional, as statements that leave its value in a variable.
  private func branch(_ expression: Expression, _ variable: Temporary) -> Block {
    var inner = YieldHoisting(lowering)
    let code = inner.expression(expression)
    return Block(
      statements: inner.prefix + [AssignStatement([variable.target], code, range: expression.range)])
  }

  /// `a and b`: each operand but the first is evaluated only if those before have not decided.
  private mutating func boolean(
    _ operation: BooleanOperator, _ values: [Expression], _ range: ByteRange
  ) -> ExpressionCode {
    let variable = temporary(range)
    guard let first = values.first else { return variable.read }
    let code = expression(first)
    prefix.append(AssignStatement([variable.target], code, range: first.range))
    var rest: Block?
    for value in values.dropFirst().reversed() {
      var block = branch(value, variable)
      if let rest { block = Block(statements: block.statements + [next(operation, variable, rest, range)]) }
      rest = block
    }
    if let rest { prefix.append(next(operation, variable, rest, range)) }
    return variable.read
  }

  private func next(
    _ operation: BooleanOperator, _ variable: Temporary, _ rest: Block, _ range: ByteRange
  ) -> StatementCode {
    let nothing = Block(statements: [])
    return IfStatement(
      variable.read, body: operation == .and ? rest : nothing, otherwise: operation == .and ? nothing : rest,
      range: range)
  }
}

extension Expression {
  /// Whether the expression itself yields; functions and comprehensions inside are on their own.
  var containsYield: Bool {
    switch kind {
    case .yield, .yieldFrom: return true
    case .lambda, .listComp, .setComp, .dictComp, .generatorExp, .name, .constant: return false
    default:
      return children.contains { node in
        switch node {
        case .expression(let inner): inner.containsYield
        case .keyword(let keyword): keyword.value.containsYield
        default: false
        }
      }
    }
  }
}

/// Statements in a row that stand for one of the source.
final class StatementSequence: StatementCode, Suspendable {
  private let block: Block
  let containsYield: Bool

  init(_ statements: [StatementCode], range: ByteRange) {
    block = Block(statements: statements)
    containsYield = block.containsYield
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion { try block.execute(frame) }

  func activity(_ frame: Frame) throws(Unwind) -> Activity { BlockActivity(block) }
}

/// `old operator value`, where the right side of an augmented assignment yields in between.
final class AugmentedValueCode: ExpressionCode {
  private let operation: BinaryOperator
  private let old: ExpressionCode
  private let value: ExpressionCode

  init(_ old: ExpressionCode, _ operation: BinaryOperator, _ value: ExpressionCode, range: ByteRange) {
    self.operation = operation
    self.old = old
    self.value = value
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    let old = try old.evaluate(frame)
    let value = try value.evaluate(frame)
    frame.range = range
    return try frame.interpreter.augmented(operation, old, value)
  }
}

extension Lowering {
  /// A statement whose expressions yield, if it is one; a `yield` that is a statement, or alone on the right of an
  /// assignment, needs none of this.
  func hoisted(_ statement: Statement) -> StatementCode? {
    let range = statement.range
    var hoisting = YieldHoisting(self)
    func sequence(_ last: StatementCode) -> StatementCode {
      StatementSequence(hoisting.prefix + [last], range: range)
    }
    switch statement.kind {
    case .expr(let expression) where expression.containsYield && !expression.isYield:
      let code = hoisting.expression(expression)
      return sequence(ExpressionStatement(code, range: range))
    case .assign(let targets, let value) where value.containsYield && !value.isYield:
      let code = hoisting.expression(value)
      return sequence(AssignStatement(targets.map(target), code, range: range))
    case .annAssign(let target, _, let value?, _)
    where value.containsYield && !value.isYield && scope.kind == .function:
      let code = hoisting.expression(value)
      return sequence(AssignStatement([self.target(target)], code, range: range))
    case .augAssign(let target, let operation, let value) where value.containsYield:
      guard let (old, write) = augmentedTarget(target, &hoisting) else { return nil }
      let code = hoisting.expression(value)
      return sequence(
        AssignStatement([write], AugmentedValueCode(old, operation, code, range: range), range: range))
    case .return(let value?) where value.containsYield:
      let code = hoisting.expression(value)
      return sequence(ReturnStatement(code, range: range))
    case .if(let test, let body, let orelse) where test.containsYield:
      let code = hoisting.expression(test)
      return sequence(IfStatement(code, body: block(body), otherwise: block(orelse), range: range))
    case .for(let target, let iterable, let body, let orelse, false) where iterable.containsYield:
      let code = hoisting.expression(iterable)
      return sequence(
        ForStatement(
          self.target(target), in: code, body: block(body), otherwise: block(orelse), range: range))
    case .while(let test, let body, let orelse) where test.containsYield && orelse.isEmpty:
      let code = hoisting.expression(test)
      let leave = IfStatement(
        code, body: Block(statements: []), otherwise: Block(statements: [BreakStatement(range: test.range)]),
        range: test.range)
      return WhileStatement(
        ConstantCode(.bool(true), range: test.range),
        body: Block(statements: hoisting.prefix + [leave] + block(body).statements),
        otherwise: Block(statements: []), range: range)
    case .raise(let exception?, let cause) where exception.containsYield && cause == nil:
      let code = hoisting.expression(exception)
      return sequence(RaiseStatement(code, cause: nil, range: range))
    case .assert(let test, nil) where test.containsYield:
      let code = hoisting.expression(test)
      return sequence(AssertStatement(code, message: nil, range: range))
    default: return nil
    }
  }

  /// What an augmented assignment reads, and then writes.
  private func augmentedTarget(
    _ target: Expression, _ hoisting: inout YieldHoisting
  ) -> (old: ExpressionCode, write: TargetCode)? {
    switch target.kind {
    case .name(let name): return (hoisting.kept(read(name, target.range)), self.target(target))
    case .attribute(let object, let name):
      let object = hoisting.kept(hoisting.expression(object))
      let old = hoisting.kept(AttributeCode(object, name: mangled(name.name), range: target.range))
      return (old, AttributeTarget(object, name: mangled(name.name), range: target.range))
    case .subscript(let object, let slice):
      let object = hoisting.kept(hoisting.expression(object))
      let key = hoisting.kept(hoisting.expression(slice))
      let old = hoisting.kept(SubscriptCode(object, key: key, range: target.range))
      return (old, ItemTarget(object, key: key, range: target.range))
    default: return nil
    }
  }
}

extension Expression {
  fileprivate var isYield: Bool {
    switch kind {
    case .yield(let value): value?.containsYield != true
    case .yieldFrom(let value): !value.containsYield
    default: false
    }
  }
}
