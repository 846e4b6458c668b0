/// Functions and classes with their decorators (Language Reference, *Function definitions*, *Class
/// definitions*).
extension Parser {
  mutating func decorated(into body: inout [Statement]) {
    let first = start
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(namedExpression())
      if !isRecovering, kind != .newline { fail("invalid syntax") }
      while kind != .newline, kind != .endOfFile { advance() }
      _ = accept(.newline)
      height = 0
    }
    switch kind {
    case .def: body.append(functionDefinition(from: start, decorators: decorators, isAsync: false))
    case .class: body.append(classDefinition(decorators: decorators))
    case .async where kind(ahead: 1) == .def:
      let start = self.start
      advance()
      body.append(functionDefinition(from: start, decorators: decorators, isAsync: true))
    case .indent, .dedent:
      fail(
        kind == .indent ? "unexpected indent" : "unexpected unindent", at: token.range,
        kind: .indentationError)
      body.append(Statement(.error, range: range(from: first, to: [])))
    default:
      fail("invalid syntax")
      body.append(Statement(.error, range: range(from: first, to: [])))
    }
  }

  mutating func functionDefinition(from start: Int, decorators: [Expression], isAsync: Bool) -> Statement {
    let keyword = token
    isRecovering = false
    advance()
    let name = identifier()
    checkBinding(name)
    let (arguments, returns) = signature()
    let body = block(of: "function definition", at: keyword)
    let definition = FunctionDefinition(
      name: name, arguments: arguments, body: body, decorators: decorators, returns: returns, isAsync: isAsync
    )
    return Statement(.functionDef(definition), range: range(from: start, to: body))
  }

  /// The parameters, the annotation of what is returned, and the colon.
  @inline(never)
  private mutating func signature() -> (Arguments, returns: Expression?) {
    if kind != .leftParenthesis { fail("expected '('") }
    var arguments = Arguments(
      positionalOnly: [], positional: [], variadic: nil, keywordOnly: [], variadicKeyword: nil)
    if kind == .leftParenthesis {
      let open = token
      advance()
      arguments = parameters(until: .rightParenthesis, isLambda: false)
      if kind != .rightParenthesis { fail("invalid syntax") }
      close(.rightParenthesis, open)
    }
    var returns: Expression?
    if !isRecovering, kind == .arrow {
      let mark = self.mark
      let arrow = token
      advance()
      returns = expression()
      if isRecovering {
        rewind(to: mark)
        fail("expected ':'", at: arrow.range)
      }
    }
    headerColon(isForced: true)
    return (arguments, returns)
  }

  mutating func classDefinition(decorators: [Expression]) -> Statement {
    let keyword = token
    isRecovering = false
    advance()
    let name = identifier()
    checkBinding(name)
    var bases: [Expression] = []
    var keywords: [Keyword] = []
    if kind == .leftParenthesis, !isRecovering {
      (bases, keywords) = parenthesizedArguments(allowsGenerator: false)
    }
    headerColon()
    let body = block(of: "class definition", at: keyword)
    let definition = ClassDefinition(
      name: name, bases: bases, keywords: keywords, body: body, decorators: decorators)
    return Statement(.classDef(definition), range: range(from: keyword.start, to: body))
  }

  mutating func checkBinding(_ name: Identifier) {
    if name.name == "__debug__" { fail("cannot assign to __debug__", at: name.range) }
  }
}
