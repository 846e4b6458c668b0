import Python
import SourceText

/// Turns syntax into code for one scope (`Code/`): names are resolved, and what isn't implemented becomes code
/// that says so when it is executed.
struct Lowering {
  let scope: Scope

  /// The code of a module's body.
  static func module(_ module: PythonModule) -> (ScopeCode, Block, NameTable) {
    let scope = Scope(.module, name: "<module>", parent: nil)
    scope.postponesAnnotations = module.body.postponesAnnotations
    // Scopes know their parents without keeping them.
    return withExtendedLifetime(scope) {
      ScopeAnalysis(scope: scope).visit(module.body)
      scope.resolve()
      return (scope.code, Lowering(scope: scope).block(module.body), scope.names)
    }
  }

  func block(_ statements: [Statement]) -> Block { Block(statements: statements.map(statement)) }

  // MARK: Names

  func read(_ name: String, _ range: ByteRange) -> ExpressionCode {
    let binding = scope.binding(of: name)
    return read(stored(name, binding), binding, range)
  }

  /// The name as a module or class keeps it.
  private func stored(_ name: String, _ binding: Binding) -> String {
    switch binding {
    case .local, .cell: name
    case .global, .classBody: mangled(name)
    }
  }

  private func read(_ name: String, _ binding: Binding, _ range: ByteRange) -> ExpressionCode {
    switch binding {
    case .local(let slot): LocalCode(slot: slot, name: name, range: range)
    case .cell(let index): CellCode(index: index, name: name, range: range)
    case .global: GlobalCode(name: name, slot: scope.names.number(of: name), range: range)
    case .classBody(let fallback):
      ClassBodyNameCode(name: name, fallback: read(name, fallback, range), range: range)
    }
  }

  func target(_ name: String, _ range: ByteRange) -> TargetCode {
    let binding = scope.binding(of: name)
    let name = stored(name, binding)
    let slot = if case .global = binding { scope.names.number(of: name) } else { 0 }
    return NameTarget(name: name, binding: binding, slot: slot, range: range)
  }

  func target(_ expression: Expression) -> TargetCode {
    let range = expression.range
    switch expression.kind {
    case .name(let name): return target(name, range)
    case .attribute(let value, let name):
      return AttributeTarget(self.expression(value), name: mangled(name.name), range: range)
    case .subscript(let value, let slice):
      return ItemTarget(self.expression(value), key: self.expression(slice), range: range)
    case .tuple(let elements), .list(let elements):
      let starred = elements.firstIndex { $0.isStarred }
      let targets = elements.map { element in
        if case .starred(let inner) = element.kind { return target(inner) }
        return target(element)
      }
      return SequenceTarget(targets, starred: starred, range: range)
    default: return UnsupportedTarget("an assignment to this target", range: range)
    }
  }

  /// `__name` inside a class is private to it (Language Reference 6.2.1).
  func mangled(_ name: String) -> String {
    guard name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
    var current: Scope? = scope
    while let scope = current {
      if scope.kind == .classBody {
        let className = scope.name.drop { $0 == "_" }
        return className.isEmpty ? name : "_\(className)\(name)"
      }
      current = scope.parent
    }
    return name
  }

  // MARK: Functions and classes

  func function(
    _ arguments: Arguments, named name: String, node: AnyObject, docstring: PyString?,
    returns: Expression? = nil, isCoroutine: Bool = false, range: ByteRange, body: (Lowering) -> Block
  ) -> ExpressionCode {
    guard let inner = scope.scope(of: node) else {
      return UnsupportedExpression("a function here", range: range)
    }
    let closure = scope.closure(for: inner)
    let code = FunctionCode(
      name: name, qualifiedName: scope.qualifiedPrefix + name, parameters: FunctionCode.Parameters(arguments),
      docstring: docstring, body: Lowering.functionBody(inner, isCoroutine: isCoroutine, body))
    let positional = arguments.positionalOnly + arguments.positional
    var annotations = arguments.inOrderOfAnnotations.compactMap { parameter in
      parameter.annotation.map { (name: mangled(parameter.name.name), value: annotation($0)) }
    }
    if let returns { annotations.append((name: "return", value: annotation(returns))) }
    return MakeFunctionCode(
      code, annotations: annotations, defaults: positional.map { $0.defaultValue.map(expression) },
      keywordDefaults: arguments.keywordOnly.map { $0.defaultValue.map(expression) }, closure: closure,
      range: range)
  }

  private static func functionBody(_ scope: Scope, isCoroutine: Bool, _ body: (Lowering) -> Block)
    -> FunctionBody
  {
    var cellParameters: [(slot: Int, cell: Int)] = []
    for (cell, name) in scope.cells.enumerated() {
      if let slot = scope.bound.firstIndex(of: name) { cellParameters.append((slot, cell)) }
    }
    // Lowering may add hidden names to the scope.
    let block = body(Lowering(scope: scope))
    return FunctionBody(
      scope: scope.code, block: block, cellParameters: cellParameters, isGenerator: scope.hasYield,
      isCoroutine: isCoroutine)
  }

  func functionStatement(_ function: FunctionDefinition, _ statement: Statement) -> StatementCode {
    let range = statement.range
    let code = self.function(
      function.arguments, named: function.name.name, node: statement, docstring: function.body.docstring,
      returns: function.returns, isCoroutine: function.isAsync, range: range
    ) { $0.block(function.body) }
    return FunctionStatement(
      code, decorators: function.decorators.map(expression),
      target: target(function.name.name, function.name.range), range: range)
  }

  func lambda(_ arguments: Arguments, _ body: Expression, _ node: Expression) -> ExpressionCode {
    function(arguments, named: "<lambda>", node: node, docstring: nil, range: node.range) { lowering in
      guard body.containsYield else {
        return Block(statements: [LambdaReturn(lowering.expression(body), range: body.range)])
      }
      var hoisting = YieldHoisting(lowering)
      let value = hoisting.expression(body)
      return Block(statements: hoisting.prefix + [LambdaReturn(value, range: body.range)])
    }
  }

  func classStatement(_ definition: ClassDefinition, _ statement: Statement) -> StatementCode {
    let range = statement.range
    guard let inner = scope.scope(of: statement) else { return UnsupportedStatement("class", range: range) }
    let lowering = Lowering(scope: inner)
    let code = ClassCode(
      name: definition.name.name, qualifiedName: scope.qualifiedPrefix + definition.name.name,
      bases: definition.bases.map(element),
      keywords: definition.keywords.map {
        CallCode.KeywordCode(name: $0.name?.name, value: expression($0.value))
      }, scope: inner.code, docstring: definition.body.docstring, body: lowering.block(definition.body),
      classCell: inner.cells.firstIndex(of: "__class__"), closure: scope.closure(for: inner),
      range: definition.name.range)
    return FunctionStatement(
      code, decorators: definition.decorators.map(expression),
      target: target(definition.name.name, definition.name.range), range: range)
  }
}

/// The body of a `lambda`.
final class LambdaReturn: StatementCode {
  private let value: ExpressionCode

  init(_ value: ExpressionCode, range: ByteRange) {
    self.value = value
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    frame.returnValue = try value.evaluate(frame)
    return .returned
  }
}

extension Expression {
  var isStarred: Bool {
    guard case .starred = kind else { return false }
    return true
  }
}

extension [Statement] {
  /// The string a body begins with.
  var docstring: PyString? {
    guard case .expr(let expression)? = first?.kind, case .constant(.string(let text)) = expression.kind
    else {
      return nil
    }
    return PyString(text)
  }
}

extension [Statement] {
  /// Whether a module begins with `from __future__ import annotations`.
  var postponesAnnotations: Bool {
    for statement in self {
      switch statement.kind {
      case .expr: continue
      case .importFrom(let module, let names, _) where module?.name == "__future__":
        if names.contains(where: { $0.name.name == "annotations" }) { return true }
      default: return false
      }
    }
    return false
  }
}

extension Arguments {
  /// The parameters in the order in which their annotations are evaluated.
  var inOrderOfAnnotations: [Parameter] {
    positionalOnly + positional + [variadic].compactMap { $0 } + keywordOnly
      + [variadicKeyword].compactMap { $0 }
  }
}
