import Python

extension PythonModule {
  /// The names that the module's body may bind, however it does.
  var boundNames: Set<String> { Set(body.flatMap(\.boundNames)) }
}

extension Statement {
  /// The statements inside this one, those of all its branches.
  var childStatements: [Statement] { SyntaxNode.statement(self).childStatements }

  fileprivate var boundNames: [String] {
    switch kind {
    case .functionDef(let function): [function.name.name]
    case .classDef(let definition): [definition.name.name]
    case .assign(let targets, _): targets.flatMap(\.targetNames)
    case .annAssign(let target, _, .some, _), .augAssign(let target, _, _): target.targetNames
    case .import(let names):
      names.map { $0.asName?.name ?? String($0.name.name.prefix { $0 != "." }) }
    case .importFrom(_, let names, _): names.map { ($0.asName ?? $0.name).name }
    case .for(let target, _, _, _, _): target.targetNames + childStatements.flatMap(\.boundNames)
    case .with(let items, _, _):
      items.compactMap(\.target).flatMap(\.targetNames) + childStatements.flatMap(\.boundNames)
    default: childStatements.flatMap(\.boundNames)
    }
  }
}

extension SyntaxNode {
  fileprivate var childStatements: [Statement] {
    children.flatMap { child -> [Statement] in
      switch child {
      case .statement(let statement): [statement]
      case .exceptHandler, .matchCase: child.childStatements
      default: []
      }
    }
  }
}

extension Expression {
  /// The names that an assignment to this target binds.
  fileprivate var targetNames: [String] {
    switch kind {
    case .name(let name): [name]
    case .tuple(let elements), .list(let elements): elements.flatMap(\.targetNames)
    case .starred(let target): target.targetNames
    default: []
    }
  }
}
