/// `if`, `while`, `for`, `with` and `try` (Language Reference, *Compound statements*).
extension Parser {
  /// As `elif` nests to the right, so many make a tree that is too high for those who walk it.
  private static let maximumBranches = 500

  /// `if_stmt` with all its `elif`s, read in a loop.
  mutating func ifStatement() -> Statement {
    var branches: [(start: Int, test: Expression, body: [Statement])] = []
    var hasTooMany = false
    repeat {
      let keyword = token
      if branches.count == Self.maximumBranches, !hasTooMany {
        isRecovering = false
        fail("statement nests too deeply")
        hasTooMany = true
      }
      advance()
      let test = condition()
      headerColon()
      let name = branches.isEmpty ? "'if' statement" : "'elif' statement"
      let body = block(of: name, at: keyword)
      if !hasTooMany { branches.append((keyword.start, test, body)) }
    } while kind == .elif
    var orelse = elseBlock()
    var statement: Statement?
    for branch in branches.reversed() {
      let range = range(from: branch.start, to: branch.body, orelse)
      let made = Statement(.if(test: branch.test, body: branch.body, orelse: orelse), range: range)
      orelse = [made]
      statement = made
    }
    return statement ?? Statement(.error, range: range(from: start))
  }

  /// The test of an `if` or `while`, which starts afresh even if an earlier branch was broken.
  private mutating func condition() -> Expression {
    isRecovering = false
    height = 0
    let start = self.start
    let test = namedExpression()
    if kind == .assign { failAtAssign(after: test, from: start) }
    return test
  }

  private mutating func elseBlock() -> [Statement] {
    guard kind == .else else { return [] }
    let keyword = token
    isRecovering = false
    advance()
    headerColon(isForced: true)
    return block(of: "'else' statement", at: keyword)
  }

  mutating func whileStatement() -> Statement {
    let keyword = token
    advance()
    let test = condition()
    headerColon()
    let body = block(of: "'while' statement", at: keyword)
    let orelse = elseBlock()
    return Statement(
      .while(test: test, body: body, orelse: orelse), range: range(from: keyword.start, to: body, orelse))
  }

  mutating func forStatement(from start: Int, isAsync: Bool) -> Statement {
    let keyword = token
    advance()
    let target = forTargets()
    expect(.in)
    let iterable = isRecovering ? missing() : starExpressions()
    if case .starred = iterable.kind { fail("can't use starred expression here", at: iterable.range) }
    headerColon()
    let body = block(of: "'for' statement", at: keyword)
    let orelse = elseBlock()
    return Statement(
      .for(target: target, iterable: iterable, body: body, orelse: orelse, isAsync: isAsync),
      range: range(from: start, to: body, orelse))
  }

  mutating func withStatement(from start: Int, isAsync: Bool) -> Statement {
    let keyword = token
    advance()
    let items = parenthesizedWithItems() ?? withItems()
    headerColon()
    let body = block(of: "'with' statement", at: keyword)
    return Statement(
      .with(items: items, body: body, isAsync: isAsync), range: range(from: start, to: body))
  }

  /// `'(' ','.with_item+ ','? ')' ':'`; `nil`, and nothing consumed, when the parentheses belong to an
  /// expression.
  private mutating func parenthesizedWithItems() -> [WithItem]? {
    guard kind == .leftParenthesis else { return nil }
    let mark = self.mark
    advance()
    var items: [WithItem] = []
    repeat {
      if kind == .rightParenthesis, !items.isEmpty { break }
      items.append(withItem())
    } while !isRecovering && accept(.comma)
    if !isRecovering, kind == .rightParenthesis, kind(ahead: 1) == .colon {
      advance()
      return items
    }
    rewind(to: mark)
    return nil
  }

  private mutating func withItems() -> [WithItem] {
    var items = [withItem()]
    while !isRecovering, accept(.comma) { items.append(withItem()) }
    return items
  }

  private mutating func withItem() -> WithItem {
    let context = expression()
    guard !isRecovering, accept(.as) else { return WithItem(context: context, target: nil) }
    let target = kind == .star ? starred() : operation(.bitOr)
    if !isRecovering { checkTarget(target, .with) }
    return WithItem(context: context, target: target)
  }

  mutating func tryStatement() -> Statement {
    let keyword = token
    advance()
    headerColon(isForced: true)
    let body = block(of: "'try' statement", at: keyword)
    var handlers: [ExceptHandler] = []
    var isStar = false
    while kind == .except {
      isRecovering = false
      let handler = token
      let (parsed, hasStar) = exceptHandler()
      if handlers.isEmpty {
        isStar = hasStar
      } else if isStar != hasStar {
        isRecovering = false
        fail("cannot have both 'except' and 'except*' on the same 'try'", at: handler.range)
      }
      if let previous = handlers.last, previous.type == nil, !isRecovering {
        fail(
          "default 'except:' must be last", at: previous.range.lowerBound..<(previous.range.lowerBound + 6))
      }
      handlers.append(parsed)
    }
    let orelse = handlers.isEmpty ? [] : elseBlock()
    var finalbody: [Statement] = []
    if kind == .finally {
      isRecovering = false
      let clause = token
      advance()
      headerColon(isForced: true)
      finalbody = block(of: "'finally' statement", at: clause)
    } else if handlers.isEmpty {
      fail("expected 'except' or 'finally' block")
    }
    let lastHandler = handlers.last?.body ?? []
    return Statement(
      .try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody, isStar: isStar),
      range: range(from: keyword.start, to: body, lastHandler, orelse, finalbody))
  }

  private mutating func exceptHandler() -> (ExceptHandler, isStar: Bool) {
    let keyword = token
    advance()
    height = 0
    let isStar = accept(.star)
    var type: Expression?
    var name: Identifier?
    if kind == .colon, isStar {
      fail("expected one or more exception types")
    } else if kind != .colon, kind != .newline {
      type = expression()
      if kind == .comma, kind(ahead: 1).beginsExpression, !isRecovering {
        fail(
          "multiple exception types must be parenthesized", at: range(from: type?.range.lowerBound ?? start))
      }
      if !isRecovering, accept(.as) { name = identifier() }
      if let name, name.name == "__debug__" { fail("cannot assign to __debug__", at: name.range) }
    }
    headerColon()
    let body = block(of: isStar ? "'except*' statement" : "'except' statement", at: keyword)
    let handler = ExceptHandler(
      type: type, name: name, body: body, range: range(from: keyword.start, to: body))
    return (handler, isStar)
  }
}
