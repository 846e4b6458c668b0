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
  /// The root keeps all scopes as long as they are in use.
  unowned let parent: Scope?
  /// The names that the module keeps, shared by all its scopes.
  let names: NameTable

  /// Parameters first, then other bound names in order of appearance.
  private(set) var bound: [String] = []
  /// Bound names that nested scopes use.
  private(set) var cells: [String] = []
  /// Names of enclosing functions that this scope or one inside uses.
  private(set) var free: [String] = []
  var hasYield = false
  var isComprehension = false
  /// Of a module: whether annotations are kept as text (`from __future__ import annotations`).
  var postponesAnnotations = false

  /// What is known of a name, by its number in `known`.
  private struct Use {
    var isUsed = false
    var isGlobal = false
    var isNonlocal = false
    /// Its place in `bound`, `cells` or `free`.
    var slot: Int?
    var cell: Int?
    var free: Int?
  }

  private let known = NameTable()
  private var uses: ContiguousArray<Use> = []
  /// The scopes of the functions, classes and comprehensions inside, with their syntax nodes.
  private var children: ContiguousArray<(node: ObjectIdentifier, scope: Scope)> = []
  /// Where the next one that is asked for is likely to be: they are asked for nearly in order.
  private var nextChild = 0

  init(_ kind: Kind, name: String, parent: Scope?) {
    self.kind = kind
    self.name = name
    self.parent = parent
    names = parent?.names ?? .forModule()
  }

  /// The outermost scope, the module's.
  var root: Scope { parent?.root ?? self }

  /// `Outer.<locals>.` and so on, for `__qualname__` of what is inside.
  var qualifiedPrefix: String {
    let outer = parent?.qualifiedPrefix ?? ""
    return switch kind {
    case .module: ""
    // CPython calls what is made in a comprehension `<listcomp>.<lambda>`, with nothing between.
    case .function: outer + name + (isComprehension ? "." : ".<locals>.")
    case .classBody: outer + name + "."
    }
  }

  // MARK: Names

  private func change(_ name: String, _ change: (inout Use) -> Void) {
    let number = known.number(of: name)
    if number == uses.count { uses.append(Use()) }
    change(&uses[number])
  }

  private func use(of name: String) -> Use? { known[name].map { uses[$0] } }

  func bind(_ name: String) {
    change(name) { use in
      guard use.slot == nil else { return }
      use.slot = bound.count
      bound.append(name)
    }
  }

  /// A new local variable that no source can name.
  func makeHiddenName() -> String {
    let name = "<\(bound.count)>"
    bind(name)
    return name
  }

  func use(_ name: String) { change(name) { $0.isUsed = true } }

  func declareGlobal(_ name: String) { change(name) { $0.isGlobal = true } }

  func declareNonlocal(_ name: String) { change(name) { $0.isNonlocal = true } }

  func isOwn(_ name: String) -> Bool {
    guard let use = use(of: name) else { return false }
    return use.slot != nil && !use.isGlobal && !use.isNonlocal
  }

  func isGlobal(_ name: String) -> Bool { use(of: name)?.isGlobal ?? false }

  // MARK: Scopes inside

  func adopt(_ child: Scope, for node: AnyObject) {
    children.append((ObjectIdentifier(node), child))
  }

  func scope(of node: AnyObject) -> Scope? {
    let node = ObjectIdentifier(node)
    for distance in 0..<children.count {
      for index in [nextChild + distance, nextChild - 1 - distance]
      where children.indices.contains(index) && children[index].node == node {
        nextChild = index + 1
        return children[index].scope
      }
    }
    return nil
  }

  // MARK: Resolving

  /// Decides which names live in cells; called on the outermost function.
  func resolve() {
    for child in children { child.scope.resolve() }
    for child in children {
      for name in child.scope.free { provide(name) }
    }
    guard kind != .module else { return }
    for (name, use) in zip(known.names, uses)
    where (use.isUsed || use.isNonlocal) && !use.isGlobal && (use.slot == nil || use.isNonlocal) {
      if isFoundOutside(name) { addFree(name) }
    }
  }

  private func addFree(_ name: String) {
    change(name) { use in
      guard use.free == nil else { return }
      use.free = free.count
      free.append(name)
    }
  }

  private func addCell(_ name: String) {
    change(name) { use in
      guard use.cell == nil else { return }
      use.cell = cells.count
      cells.append(name)
    }
  }

  /// A nested scope wants this name: from here, or from further out.
  private func provide(_ name: String) {
    switch kind {
    case .module: break
    case .function where isOwn(name): addCell(name)
    case .classBody where name == "__class__": addCell(name)
    case .function, .classBody: addFree(name)
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
        if current.isGlobal(name) { return false }
      case .classBody:
        if name == "__class__" { return true }
      }
      scope = current.parent
    }
    return false
  }

  /// Where a name is read and stored.
  func binding(of name: String) -> Binding {
    if kind == .module { return .global }
    guard let use = use(of: name) else { return kind == .classBody ? .classBody(fallback: .global) : .global }
    if use.isGlobal { return .global }
    let free: Binding? = use.free.map { .cell(cells.count + $0) }
    if kind == .classBody {
      if use.isNonlocal, let free { return free }
      return .classBody(fallback: free ?? .global)
    }
    if let slot = use.slot, !use.isNonlocal {
      return use.cell.map { .cell($0) } ?? .local(slot)
    }
    return free ?? .global
  }

  /// The cells that a scope made here takes with it, as indices into this scope's cells.
  func closure(for child: Scope) -> [Int] {
    child.free.compactMap { name in
      guard let use = use(of: name) else { return nil }
      return use.cell ?? use.free.map { cells.count + $0 }
    }
  }

  var code: ScopeCode {
    ScopeCode(
      name: name, kind: kind, localCount: kind == .function ? bound.count : 0, ownCellCount: cells.count,
      localNames: bound)
  }
}
