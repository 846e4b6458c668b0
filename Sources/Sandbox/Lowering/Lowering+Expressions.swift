import Python
import SourceText

extension Lowering {
  func expression(_ expression: Expression) -> ExpressionCode {
    let range = expression.range
    switch expression.kind {
    case .name(let name): return read(name, range)
    case .constant(let constant): return self.constant(constant, range)
    case .boolOp(let operation, let values):
      return BooleanCode(operation, values.map(self.expression), range: range)
    case .namedExpr(let target, let value):
      return NamedExpressionCode(self.target(target), self.expression(value), range: range)
    case .binOp(let left, let operation, let right):
      return BinaryCode(self.expression(left), operation, self.expression(right), range: range)
    case .unaryOp(let operation, let operand): return unary(operation, operand, range)
    case .lambda(let arguments, let body): return lambda(arguments, body, expression)
    case .ifExp(let test, let body, let orelse):
      return ConditionalCode(
        self.expression(test), then: self.expression(body), otherwise: self.expression(orelse), range: range)
    case .dict(let keys, let values):
      return DictCode(
        zip(keys, values).map { ($0.map(self.expression), self.expression($1)) }, range: range)
    case .set(let elements): return SetCode(elements.map(element), range: range)
    case .list(let elements): return ListCode(elements.map(element), range: range)
    case .tuple(let elements): return TupleCode(elements.map(element), range: range)
    case .listComp(let value, let generators):
      return comprehension(expression, generators) { .list($0.expression(value)) }
    case .setComp(let value, let generators):
      return comprehension(expression, generators) { .set($0.expression(value)) }
    case .generatorExp(let value, let generators):
      return comprehension(expression, generators) { .generator($0.expression(value)) }
    case .dictComp(let key, let value, let generators):
      return comprehension(expression, generators) {
        .dict(key: $0.expression(key), value: $0.expression(value))
      }
    case .compare(let left, let operators, let comparators):
      return ComparisonCode(
        self.expression(left), zip(operators, comparators).map { ($0, self.expression($1)) }, range: range)
    case .call(let function, let arguments, let keywords): return call(function, arguments, keywords, range)
    case .joinedStr(let values): return FormattedStringCode(values.map(formattedPart), range: range)
    case .formattedValue: return FormattedStringCode([formattedPart(expression)], range: range)
    case .attribute(let value, let name): return attribute(value, name, range)
    case .subscript(let value, let slice):
      if case .constant(.string(let text)) = slice.kind {
        return TextSubscriptCode(self.expression(value), key: PyString(text), range: range)
      }
      return SubscriptCode(self.expression(value), key: self.expression(slice), range: range)
    case .slice(let lower, let upper, let step):
      return SliceCode(
        lower: lower.map(self.expression), upper: upper.map(self.expression), step: step.map(self.expression),
        range: range)
    case .await: return UnsupportedExpression("await", range: range)
    case .yield, .yieldFrom: return UnsupportedExpression("yield inside this expression", range: range)
    case .starred: return UnsupportedExpression("a starred expression here", range: range)
    case .missing: return UnsupportedExpression("a syntax error", range: range)
    }
  }

  func element(_ expression: Expression) -> ElementCode {
    if case .starred(let inner) = expression.kind {
      return ElementCode(value: self.expression(inner), isStarred: true)
    }
    return ElementCode(value: self.expression(expression), isStarred: false)
  }

  private func attribute(_ value: Expression, _ name: Identifier, _ range: ByteRange) -> AttributeCode {
    AttributeCode(expression(value), name: mangled(name.name), range: range)
  }

  private func constant(_ constant: Constant, _ range: ByteRange) -> ExpressionCode {
    switch constant {
    case .none: ConstantCode(.none, range: range)
    case .bool(let value): ConstantCode(.bool(value), range: range)
    case .int(let value): ConstantCode(.int(value), range: range)
    case .bigInt(let digits): ConstantCode(.integer(BigInteger(decimal: digits) ?? .zero), range: range)
    case .float(let value): ConstantCode(.float(value), range: range)
    case .imaginary: UnsupportedExpression("complex numbers", range: range)
    case .string(let value): ConstantCode(.string(PyString(value)), range: range)
    case .loneSurrogateString: UnsupportedExpression("a lone surrogate", range: range)
    case .bytes(let value): ConstantCode(.bytes(BytesObject(value)), range: range)
    case .ellipsis: ConstantCode(.ellipsis, range: range)
    }
  }

  private func unary(_ operation: UnaryOperator, _ operand: Expression, _ range: ByteRange) -> ExpressionCode
  {
    switch (operation, operand.kind) {
    case (.uSub, .constant(.int(let value))): return ConstantCode(.int(0 &- value), range: range)
    case (.uSub, .constant(.bigInt(let digits))):
      return ConstantCode(.integer(-(BigInteger(decimal: digits) ?? .zero)), range: range)
    default: return UnaryCode(operation, expression(operand), range: range)
    }
  }

  private func call(
    _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], _ range: ByteRange
  ) -> ExpressionCode {
    if case .name("super") = function.kind, arguments.isEmpty, keywords.isEmpty,
      case .global = scope.binding(of: "super")
    {
      return superCall(range)
    }
    return CallCode(
      CallCode.Callee(expression(function)), positional: arguments.map(element),
      keywords: keywords.map { CallCode.KeywordCode(name: $0.name?.name, value: expression($0.value)) },
      range: range)
  }

  /// `super()`: the class the method was defined in, and the method's first argument.
  private func superCall(_ range: ByteRange) -> ExpressionCode {
    guard case .cell(let cell) = scope.binding(of: "__class__") else {
      return RaiseCode(.runtimeError, "super(): __class__ cell not found", range: range)
    }
    var method: Scope? = scope
    while let current = method, current.isComprehension { method = current.parent }
    guard method === scope, let first = scope.bound.first else {
      return RaiseCode(.runtimeError, "super(): no arguments", range: range)
    }
    return SuperCode(classCell: cell, receiver: read(first, range), range: range)
  }

  private func formattedPart(_ expression: Expression) -> FormattedStringCode.Part {
    switch expression.kind {
    case .constant(.string(let text)): .text(PyString(text))
    case .formattedValue(let value, let conversion, let formatSpec):
      .field(
        self.expression(value), conversion: conversion, specification: formatSpec.map(self.expression))
    default: .field(self.expression(expression), conversion: nil, specification: nil)
    }
  }

  private func comprehension(
    _ node: Expression, _ generators: [Comprehension],
    _ kind: (Lowering) -> ComprehensionCode.Kind
  ) -> ExpressionCode {
    guard let inner = scope.scope(of: node), let first = generators.first else {
      return UnsupportedExpression("a comprehension here", range: node.range)
    }
    if generators.contains(where: \.isAsync) {
      return UnsupportedExpression("an asynchronous comprehension", range: node.range)
    }
    let lowering = Lowering(scope: inner)
    let clauses = generators.enumerated().map { index, generator in
      ComprehensionBody.Clause(
        target: lowering.target(generator.target),
        iterable: index == 0 ? nil : lowering.expression(generator.iterable),
        conditions: generator.conditions.map(lowering.expression))
    }
    return ComprehensionCode(
      kind(lowering), first: expression(first.iterable),
      body: ComprehensionBody(scope: inner.code, clauses: clauses), closure: scope.closure(for: inner),
      range: node.range)
  }
}

/// `super()` without arguments.
final class SuperCode: ExpressionCode {
  private let classCell: Int
  private let receiver: ExpressionCode

  init(classCell: Int, receiver: ExpressionCode, range: ByteRange) {
    self.classCell = classCell
    self.receiver = receiver
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    frame.range = range
    guard case .classObject(let type)? = frame.cells[classCell].value else {
      throw frame.interpreter.raise(.runtimeError, "super(): empty __class__ cell")
    }
    return try frame.interpreter.makeSuper(.user(type), receiver: try receiver.evaluate(frame))
  }
}

/// An exception that the form of an expression makes certain.
final class RaiseCode: ExpressionCode {
  private let type: NativeType
  private let message: String

  init(_ type: NativeType, _ message: String, range: ByteRange) {
    self.type = type
    self.message = message
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    frame.range = range
    throw frame.interpreter.raise(type, message)
  }
}
