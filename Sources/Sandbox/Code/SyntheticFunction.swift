import SourceText

/// Functions that CPython's library makes of generated source, such as the `__init__` of a dataclass: a Python
/// function by its parameters, its binding as a method and its errors, with a body written in Swift.
extension Interpreter {
  struct SyntheticParameter {
    let name: String
    var defaultValue: Object?
    var isKeywordOnly = false
  }

  /// The body gets the arguments in the parameters' order.
  func makeFunction(
    _ name: String, qualifiedName: String, _ parameters: [SyntheticParameter], takesRest: String? = nil,
    takesKeywords: String? = nil,
    _ body: @escaping (Interpreter, [Object]) throws(Unwind) -> Object
  ) -> Object {
    var list = FunctionCode.Parameters()
    list.positional = parameters.filter { !$0.isKeywordOnly }.map(\.name)
    list.keywordOnly = parameters.filter(\.isKeywordOnly).map(\.name)
    list.variadic = takesRest
    list.variadicKeyword = takesKeywords
    let names = list.all
    let scope = ScopeCode(
      name: name, kind: .function, localCount: names.count, ownCellCount: 0, localNames: names)
    let block = Block(statements: [SyntheticBody(body)])
    let code = FunctionCode(
      name: name, qualifiedName: qualifiedName, parameters: list, docstring: nil,
      body: FunctionBody(
        scope: scope, block: block, cellParameters: [], isGenerator: false, isSynthetic: true))
    let function = FunctionObject(
      code: code, defaults: parameters.filter { !$0.isKeywordOnly }.map(\.defaultValue),
      keywordDefaults: parameters.filter(\.isKeywordOnly).map(\.defaultValue), closure: [],
      globals: frame?.globals ?? ModuleObject(name: "builtins", path: ""))
    return .function(heap.adopt(function))
  }
}

private final class SyntheticBody: StatementCode {
  private let body: (Interpreter, [Object]) throws(Unwind) -> Object

  init(_ body: @escaping (Interpreter, [Object]) throws(Unwind) -> Object) {
    self.body = body
    super.init(range: 0..<0)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    frame.returnValue = try body(frame.interpreter, frame.locals.map { $0 ?? .none })
    return .returned
  }
}
