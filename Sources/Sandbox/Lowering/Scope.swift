import Python

/// The names of one function, comprehension, lambda, class body or module, and where each is kept (Language
/// Reference 4.2.2, *Resolution of names*; CPython's `symtable.c`).
///
/// A name bound anywhere in a function belongs to the function throughout, unless declared `global` or
/// `nonlocal`. A name that a nested function uses lives in a cell.
final class Scope {
  enum Kind { case module, function, classBody }

  let kind: Kind
  let name: String
  /// `Outer.<locals>.` and so on, for `__qualname__`.
  let qualifiedPrefix: String
  /// The root keeps all scopes as long as they are in use.
  unowned let parent: Scope?

  /// Parameters first, then other bound names in order of appearance.
  private(set) var bound: [String] = []
  private var boundSet: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  private(set) var used: Set<String> = []
  private(set) var children: [Scope] = []
  /// The scopes of the functions, classes and comprehensions inside, by syntax node.
  private var scopes: [ObjectIdentifier: Scope] = [:]
  var hasYield = false
  var isComprehension = false
  /// Of a module: whether annotations are kept as text (`from __future__ import annotations`).
  var postponesAnnotations = false

  /// Bound names that nested scopes use.
  private(set) var cells: [String] = []
  /// Names of enclosing functions that this scope or one inside uses.
  private(set) var free: [String] = []

  init(_ kind: Kind, name: String, qualifiedPrefix: String, parent: Scope?) {
    self.kind = kind
    self.name = name
    self.qualifiedPrefix = qualifiedPrefix
    self.parent = parent
  }

  var root: Scope { parent?.root ?? self }

  func bind(_ name: String) {
    if boundSet.insert(name).inserted { bound.append(name) }
  }

  /// A new local variable that no source can name.
  func makeHiddenName() -> String {
    let name = "<\(bound.count)>"
    bind(name)
    return name
  }

  func use(_ name: String) { used.insert(name) }

  func declareGlobal(_ name: String) { globals.insert(name) }

  func declareNonlocal(_ name: String) { nonlocals.insert(name) }

  func adopt(_ child: Scope, for node: AnyObject) {
    children.append(child)
    scopes[ObjectIdentifier(node)] = child
  }

  func scope(of node: AnyObject) -> Scope? { scopes[ObjectIdentifier(node)] }

  func isOwn(_ name: String) -> Bool {
    boundSet.contains(name) && !globals.contains(name) && !nonlocals.contains(name)
  }

  /// Decides which names live in cells; called on the outermost function.
  func resolve() {
    for child in children { child.resolve() }
    for child in children {
      for name in child.free { provide(name) }
    }
    guard kind != .module else { return }
    for name in used.union(nonlocals).sorted() where !isOwn(name) && !globals.contains(name) {
      if isFoundOutside(name), !free.contains(name) { free.append(name) }
    }
  }

  /// A nested scope wants this name: from here, or from further out.
  private func provide(_ name: String) {
    switch kind {
    case .module: break
    case .function where isOwn(name):
      if !cells.contains(name) { cells.append(name) }
    case .classBody where name == "__class__":
      if !cells.contains(name) { cells.append(name) }
    case .function, .classBody:
      if !free.contains(name) { free.append(name) }
    }
  }

  /// Whether an enclosing function has the name. Class bodies are skipped, but for `__class__`.
  private func isFoundOutside(_ name: String) -> Bool {
    var scope = parent
    while let current = scope {
      switch current.kind {
      case .module: return false
      case .function:
        if current.isOwn(name) { return true }
        if current.globals.contains(name) { return false }
      case .classBody:
        if name == "__class__" { return true }
      }
      scope = current.parent
    }
    return false
  }

  /// Where a name is read and stored.
  func binding(of name: String) -> Binding {
    if globals.contains(name) { return .global }
    if kind == .module { return .global }
    if kind == .classBody {
      if nonlocals.contains(name), let index = free.firstIndex(of: name) {
        return .cell(cells.count + index)
      }
      let fallback: Binding = free.firstIndex(of: name).map { .cell(cells.count + $0) } ?? .global
      return .classBody(fallback: fallback)
    }
    if isOwn(name) {
      if let index = cells.firstIndex(of: name) { return .cell(index) }
      if let slot = bound.firstIndex(of: name) { return .local(slot) }
    }
    if let index = free.firstIndex(of: name) { return .cell(cells.count + index) }
    return .global
  }

  /// The cells that a scope made here takes with it, as indices into this scope's cells.
  func closure(for child: Scope) -> [Int] {
    child.free.compactMap { name in
      if let index = cells.firstIndex(of: name) { return index }
      return free.firstIndex(of: name).map { cells.count + $0 }
    }
  }

  var code: ScopeCode {
    ScopeCode(
      name: name, kind: kind, localCount: kind == .function ? bound.count : 0, ownCellCount: cells.count,
      localNames: bound)
  }
}
