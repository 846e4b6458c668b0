import Python

/// What a module's top level binds, as far as it can't have changed when a function runs.
struct ModuleNames {
  enum Binding {
    /// Assigned once, and never changed in place.
    case constant(Expression)
    case function(FunctionDefinition)
    case imported(module: String, name: String)
    case unknown
  }

  private var bindings: [String: Binding] = [:]
  /// Whether `from … import *` may bind any name to anything.
  private(set) var hasStarImport = false

  init(_ module: PythonModule) {
    let walk = SyntaxWalk(module.body)
    var declaredGlobal: Set<String> = []
    for statement in walk.statements {
      if case .global(let names) = statement.kind { declaredGlobal.formUnion(names.map(\.name)) }
    }
    for statement in module.body { bind(statement) }
    for name in walk.mutatedNames.union(declaredGlobal) where bindings[name] != nil {
      bindings[name] = .unknown
    }
  }

  /// `nil` for a name the module doesn't bind.
  subscript(name: String) -> Binding? { bindings[name] }

  private mutating func bind(_ statement: Statement) {
    switch statement.kind {
    case .functionDef(let function):
      // The last definition of a function is the one that counts.
      if case .function = bindings[function.name.name] { bindings[function.name.name] = nil }
      bind(function.name.name, to: function.isLowerable ? .function(function) : .unknown)
    case .assign(let targets, let value) where targets.allSatisfy { $0.isName }:
      for name in targets.flatMap(\.boundNames) { bind(name, to: .constant(value)) }
    case .annAssign(let target, _, let value?, _) where target.isName:
      for name in target.boundNames { bind(name, to: .constant(value)) }
    case .importFrom(let module, let aliases, let level):
      for alias in aliases {
        if alias.name.name == "*" { hasStarImport = true }
        let origin = String(repeating: ".", count: level) + (module?.name ?? "")
        bind(alias.boundName, to: .imported(module: origin, name: alias.name.name))
      }
    default:
      for name in SyntaxWalk([statement]).boundNames { bind(name, to: .unknown) }
    }
  }

  private mutating func bind(_ name: String, to binding: Binding) {
    bindings[name] = bindings[name] == nil ? binding : .unknown
  }
}

extension Expression {
  fileprivate var isName: Bool { if case .name = kind { true } else { false } }
}

extension FunctionDefinition {
  /// Whether calling it runs its body, and nothing else.
  var isLowerable: Bool {
    guard decorators.isEmpty, !isAsync, arguments.variadicKeyword == nil else { return false }
    return !SyntaxWalk(body).expressions.contains {
      switch $0.kind {
      case .yield, .yieldFrom, .await: true
      default: false
      }
    }
  }
}

extension PythonModule {
  /// The last function of that name at the top level.
  func function(named name: String) -> FunctionDefinition? {
    for statement in body.reversed() {
      if case .functionDef(let function) = statement.kind, function.name.name == name { return function }
    }
    return nil
  }
}
