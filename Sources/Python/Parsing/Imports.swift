/// Import statements (Language Reference, *The import statement*).
extension Parser {
  mutating func importStatement() -> Statement.Kind {
    advance()
    var names = [alias(dotted: true)]
    while !isRecovering, accept(.comma) { names.append(alias(dotted: true)) }
    return .import(names: names)
  }

  mutating func importFromStatement() -> Statement.Kind {
    advance()
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    let module = kind == .name || level == 0 ? dottedName() : nil
    expect(.import)
    let names = isRecovering ? [] : importedNames()
    return .importFrom(module: module, names: names, level: level)
  }

  private mutating func importedNames() -> [Alias] {
    if kind == .star {
      let name = Identifier("*", range: token.range)
      advance()
      return [Alias(name: name, asName: nil)]
    }
    let open = token
    let isParenthesized = accept(.leftParenthesis)
    var names = [alias(dotted: false)]
    while !isRecovering, accept(.comma) {
      if isParenthesized, kind == .rightParenthesis { break }
      if !isParenthesized, kind == .newline {
        fail("trailing comma not allowed without surrounding parentheses")
        break
      }
      names.append(alias(dotted: false))
    }
    if isParenthesized {
      if kind != .rightParenthesis { fail("invalid syntax") }
      close(.rightParenthesis, open)
    }
    return names
  }

  private mutating func alias(dotted: Bool) -> Alias {
    let name = dotted ? dottedName() : identifier()
    let asName = !isRecovering && accept(.as) ? identifier() : nil
    for bound in [asName ?? name] where bound.name == "__debug__" {
      fail("cannot assign to __debug__", at: bound.range)
    }
    return Alias(name: name, asName: asName)
  }

  private mutating func dottedName() -> Identifier {
    let start = self.start
    let first = identifier()
    guard kind == .dot, !isRecovering else { return first }
    var name = first.name
    while !isRecovering, accept(.dot) { name += "." + identifier().name }
    return Identifier(name, range: range(from: start))
  }
}
