/// Parameter lists of functions and lambdas (Language Reference, *Function definitions*).
extension Parser {
  private struct ParameterList {
    var positionalOnly: [Parameter] = []
    var positional: [Parameter] = []
    var variadic: Parameter?
    var keywordOnly: [Parameter] = []
    var variadicKeyword: Parameter?
    var hasSlash = false
    var hasStar = false
    var isAfterBareStar = false
    var hasDefault = false
    var names: Set<String> = []
  }

  /// The parameters before `closer`, which is not consumed.
  mutating func parameters(until closer: TokenKind, isLambda: Bool) -> Arguments {
    var list = ParameterList()
    while kind != closer, !isRecovering {
      parameter(into: &list, until: closer, isLambda: isLambda)
      guard !isRecovering, accept(.comma) else { break }
    }
    if list.isAfterBareStar, list.keywordOnly.isEmpty { fail("named arguments must follow bare *") }
    return Arguments(
      positionalOnly: list.positionalOnly, positional: list.positional, variadic: list.variadic,
      keywordOnly: list.keywordOnly, variadicKeyword: list.variadicKeyword)
  }

  private mutating func parameter(into list: inout ParameterList, until closer: TokenKind, isLambda: Bool) {
    if list.variadicKeyword != nil {
      fail("arguments cannot follow var-keyword argument")
      return
    }
    switch kind {
    case .slash: slash(into: &list)
    case .star: star(into: &list, until: closer, isLambda: isLambda)
    case .doubleStar:
      if list.isAfterBareStar, list.keywordOnly.isEmpty { fail("named arguments must follow bare *") }
      advance()
      let name = parameterName(&list)
      let annotation = isLambda ? nil : annotation(allowsStar: false)
      if kind == .assign { fail("var-keyword argument cannot have default value") }
      list.variadicKeyword = Parameter(name: name, annotation: annotation, defaultValue: nil)
    case .leftParenthesis where kind(ahead: 1) == .name:
      fail(
        isLambda
          ? "Lambda expression parameters cannot be parenthesized"
          : "Function parameters cannot be parenthesized")
    default: namedParameter(into: &list, until: closer, isLambda: isLambda)
    }
  }

  private mutating func slash(into list: inout ParameterList) {
    if list.hasSlash {
      fail("/ may appear only once")
    } else if list.hasStar {
      fail("/ must be ahead of *")
    } else if list.positional.isEmpty {
      fail("at least one argument must precede /")
    }
    advance()
    list.hasSlash = true
    list.positionalOnly = list.positional
    list.positional = []
  }

  private mutating func star(into list: inout ParameterList, until closer: TokenKind, isLambda: Bool) {
    if list.hasStar, kind(ahead: 1) == .name || kind(ahead: 1) == .comma {
      fail("* argument may appear only once")
    } else if list.hasStar {
      fail("invalid syntax")
    }
    list.hasStar = true
    advance()
    guard kind == .name else {
      if kind != .comma { fail(kind == closer ? "named arguments must follow bare *" : "invalid syntax") }
      list.isAfterBareStar = true
      return
    }
    let name = parameterName(&list)
    let annotation = isLambda ? nil : annotation(allowsStar: true)
    if kind == .assign { fail("var-positional argument cannot have default value") }
    list.variadic = Parameter(name: name, annotation: annotation, defaultValue: nil)
  }

  private mutating func namedParameter(
    into list: inout ParameterList, until closer: TokenKind, isLambda: Bool
  ) {
    let start = token
    let name = parameterName(&list)
    if isRecovering { return }
    let annotation = isLambda ? nil : annotation(allowsStar: false)
    var defaultValue: Expression?
    if !isRecovering, accept(.assign) {
      if !isLambda, kind == closer || kind == .comma { fail("expected default value expression") }
      defaultValue = expression()
    }
    let parameter = Parameter(name: name, annotation: annotation, defaultValue: defaultValue)
    if list.hasStar {
      list.keywordOnly.append(parameter)
      return
    }
    if defaultValue != nil {
      list.hasDefault = true
    } else if list.hasDefault, kind == .comma || kind == closer || kind == .slash {
      fail("non-default argument follows default argument", at: start.range)
    }
    list.positional.append(parameter)
  }

  private mutating func parameterName(_ list: inout ParameterList) -> Identifier {
    let name = identifier()
    checkBinding(name)
    if !isRecovering, !list.names.insert(name.name).inserted {
      fail("duplicate argument '\(name.name)' in function definition", at: name.range)
    }
    return name
  }

  private mutating func annotation(allowsStar: Bool) -> Expression? {
    guard !isRecovering, accept(.colon) else { return nil }
    return allowsStar ? starExpression() : expression()
  }
}
