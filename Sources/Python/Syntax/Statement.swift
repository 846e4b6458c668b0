package import SourceText

/// A statement of Python 3.11, with the bytes it was read from; kinds as in CPython's `ast` module.
package final class Statement: Sendable {
  package let range: ByteRange
  package let kind: Kind

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  /// What is large is `indirect`, so that it does not make every statement, and every stack frame that
  /// handles one, as large.
  package enum Kind: Sendable {
    indirect case functionDef(FunctionDefinition)
    indirect case classDef(ClassDefinition)
    case `return`(Expression?)
    case delete(targets: [Expression])
    case assign(targets: [Expression], value: Expression)
    case augAssign(target: Expression, BinaryOperator, value: Expression)
    /// `isSimple` when the target is a bare name without parentheses.
    case annAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case `for`(
      target: Expression, iterable: Expression, body: [Statement], orelse: [Statement], isAsync: Bool)
    case `while`(test: Expression, body: [Statement], orelse: [Statement])
    case `if`(test: Expression, body: [Statement], orelse: [Statement])
    case with(items: [WithItem], body: [Statement], isAsync: Bool)
    case match(subject: Expression, cases: [MatchCase])
    case raise(exception: Expression?, cause: Expression?)
    /// `isStar` for `except*`.
    case `try`(
      body: [Statement], handlers: [ExceptHandler], orelse: [Statement], finalbody: [Statement], isStar: Bool)
    case assert(test: Expression, message: Expression?)
    case `import`(names: [Alias])
    /// `level` counts the leading dots of a relative import.
    indirect case importFrom(module: Identifier?, names: [Alias], level: Int)
    case global(names: [Identifier])
    case nonlocal(names: [Identifier])
    case expr(Expression)
    case pass
    case `break`
    case `continue`
    /// Text that is no statement; a syntax error tells of it.
    case error
  }
}

/// `def` or `async def`.
package struct FunctionDefinition: Sendable {
  package let name: Identifier
  package let arguments: Arguments
  package let body: [Statement]
  package let decorators: [Expression]
  package let returns: Expression?
  package let isAsync: Bool

  package init(
    name: Identifier, arguments: Arguments, body: [Statement], decorators: [Expression], returns: Expression?,
    isAsync: Bool
  ) {
    self.name = name
    self.arguments = arguments
    self.body = body
    self.decorators = decorators
    self.returns = returns
    self.isAsync = isAsync
  }
}

package struct ClassDefinition: Sendable {
  package let name: Identifier
  package let bases: [Expression]
  package let keywords: [Keyword]
  package let body: [Statement]
  package let decorators: [Expression]

  package init(
    name: Identifier, bases: [Expression], keywords: [Keyword], body: [Statement], decorators: [Expression]
  ) {
    self.name = name
    self.bases = bases
    self.keywords = keywords
    self.body = body
    self.decorators = decorators
  }
}

/// The parameters of a function or lambda, each with its own default.
package struct Arguments: Sendable {
  package let positionalOnly: [Parameter]
  package let positional: [Parameter]
  /// `*name`; a bare `*` leaves it `nil`.
  package let variadic: Parameter?
  package let keywordOnly: [Parameter]
  /// `**name`.
  package let variadicKeyword: Parameter?

  package init(
    positionalOnly: [Parameter], positional: [Parameter], variadic: Parameter?, keywordOnly: [Parameter],
    variadicKeyword: Parameter?
  ) {
    self.positionalOnly = positionalOnly
    self.positional = positional
    self.variadic = variadic
    self.keywordOnly = keywordOnly
    self.variadicKeyword = variadicKeyword
  }
}

extension Arguments {
  /// All parameters in the order they are written.
  package var all: [Parameter] {
    var parameters = positionalOnly + positional
    if let variadic { parameters.append(variadic) }
    parameters += keywordOnly
    if let variadicKeyword { parameters.append(variadicKeyword) }
    return parameters
  }
}

package struct Parameter: Sendable {
  package let name: Identifier
  package let annotation: Expression?
  package let defaultValue: Expression?

  package init(name: Identifier, annotation: Expression?, defaultValue: Expression?) {
    self.name = name
    self.annotation = annotation
    self.defaultValue = defaultValue
  }
}

/// `type as name`, or a bare `except:` when `type` is `nil`.
package struct ExceptHandler: Sendable {
  package let type: Expression?
  package let name: Identifier?
  package let body: [Statement]
  package let range: ByteRange

  package init(type: Expression?, name: Identifier?, body: [Statement], range: ByteRange) {
    self.type = type
    self.name = name
    self.body = body
    self.range = range
  }
}

package struct WithItem: Sendable {
  package let context: Expression
  package let target: Expression?

  package init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

/// `name as asName`; `name` may be dotted, or `*`.
package struct Alias: Sendable {
  package let name: Identifier
  package let asName: Identifier?

  package init(name: Identifier, asName: Identifier?) {
    self.name = name
    self.asName = asName
  }
}

/// `case pattern if guard:` and its body.
package struct MatchCase: Sendable {
  package let pattern: Pattern
  package let `guard`: Expression?
  package let body: [Statement]

  package init(pattern: Pattern, guard: Expression?, body: [Statement]) {
    self.pattern = pattern
    self.guard = `guard`
    self.body = body
  }
}

package final class Pattern: Sendable {
  package let range: ByteRange
  package let kind: Kind

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  package enum Kind: Sendable {
    case matchValue(Expression)
    case matchSingleton(Constant)
    case matchSequence([Pattern])
    case matchMapping(keys: [Expression], patterns: [Pattern], rest: Identifier?)
    case matchClass(
      cls: Expression, patterns: [Pattern], keywordNames: [Identifier], keywordPatterns: [Pattern])
    case matchStar(Identifier?)
    /// `pattern as name`, a bare name, or `_` when both are `nil`.
    case matchAs(pattern: Pattern?, name: Identifier?)
    case matchOr([Pattern])
    /// Text that is no pattern; a syntax error tells of it.
    case missing
  }
}
