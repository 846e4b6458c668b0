import SourceText

/// Names and what scopes do with them.
extension SemanticChecker {
  mutating func enterScope(_ kind: Scope.Kind) {
    var inner = Scope(kind)
    inner.iterableDepth = scope.iterableDepth
    scopes.append(inner)
  }

  /// Ends a scope: only now is it known what it binds for the `nonlocal`s of the scopes inside.
  mutating func leaveScope() {
    let inner = scopes.removeLast()
    for (name, range) in inner.unresolved {
      let uses = inner.names[name] ?? []
      if inner.isFunction, uses.contains(.nonlocal) { continue }
      if inner.isFunction, uses.contains(.global) {
        failUnresolved(name, range)
      } else if inner.isFunction, !uses.isDisjoint(with: [.assigned, .parameter, .imported]) {
        continue
      } else if inner.kind == .classBody, name == "__class__" {
        continue
      } else if scopes.count == 1 {
        failUnresolved(name, range)
      } else {
        scope.unresolved.append((name, range))
      }
    }
  }

  private mutating func failUnresolved(_ name: String, _ range: ByteRange) {
    fail("no binding for nonlocal '\(name)' found", at: range)
  }

  mutating func use(_ name: String, _ uses: Scope.Uses) {
    guard tracksNames else { return }
    scope.names[name, default: []].formUnion(uses)
  }

  mutating func bindImport(_ alias: Alias) {
    guard tracksNames else { return }
    let name =
      alias.asName?.name ?? alias.name.name.split(separator: ".").first.map(String.init) ?? alias.name.name
    use(name, .imported)
  }

  /// Visits a target of an assignment: its names are bound, its other parts are read.
  mutating func bind(_ target: Expression, as uses: Scope.Uses = .assigned) {
    switch target.kind {
    case .name(let name): use(name, uses)
    case .starred(let value): bind(value, as: uses)
    case .tuple(let elements), .list(let elements): for element in elements { bind(element, as: uses) }
    default: visit(target)
    }
  }

  mutating func visitAnnotated(_ target: Expression, isSimple: Bool, hasValue: Bool) {
    guard case .name(let name) = target.kind else {
      visit(target)
      return
    }
    let uses = scope.names[name] ?? []
    if isSimple, scope.kind != .module {
      if uses.contains(.global) { fail("annotated name '\(name)' can't be global", at: target.range) }
      if uses.contains(.nonlocal) { fail("annotated name '\(name)' can't be nonlocal", at: target.range) }
    }
    if isSimple {
      use(name, [.annotated, .assigned])
    } else if hasValue {
      use(name, .assigned)
    }
  }

  /// `global` or `nonlocal`, which must come before any other use in their scope.
  mutating func declare(_ names: [Identifier], _ declaration: Scope.Uses, _ statement: Statement) {
    let word = declaration == .global ? "global" : "nonlocal"
    for identifier in names {
      let name = identifier.name
      let uses = scope.names[name] ?? []
      if scope.kind == .module, declaration == .nonlocal {
        fail("nonlocal declaration not allowed at module level", at: statement.range)
      } else if uses.contains(.parameter) {
        fail("name '\(name)' is parameter and \(word)", at: statement.range)
      } else if uses.contains(.read) {
        fail("name '\(name)' is used prior to \(word) declaration", at: statement.range)
      } else if uses.contains(.annotated) {
        fail("annotated name '\(name)' can't be \(word)", at: statement.range)
      } else if uses.contains(.assigned) {
        fail("name '\(name)' is assigned to before \(word) declaration", at: statement.range)
      } else if uses.contains(declaration == .global ? .nonlocal : .global) {
        fail("name '\(name)' is nonlocal and global", at: statement.range)
      } else if declaration == .nonlocal {
        if scopes.count == 2 {
          failUnresolved(name, statement.range)
        } else {
          scopes[scopes.count - 2].unresolved.append((name, statement.range))
        }
      }
      use(name, declaration)
    }
  }
}
