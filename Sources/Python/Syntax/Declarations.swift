package import SourceText

/// The text of a docstring, and its string literal in the source.
package struct Docstring: Sendable, Hashable {
  package let text: String
  package let range: ByteRange

  /// The first statement of a body, if it is a string.
  fileprivate init?(_ body: [Statement]) {
    guard case .expr(let value)? = body.first?.kind, case .constant(.string(let text)) = value.kind else {
      return nil
    }
    self.text = text
    self.range = value.range
  }
}

extension FunctionDefinition {
  package var docstring: Docstring? { Docstring(body) }
}

extension ClassDefinition {
  package var docstring: Docstring? { Docstring(body) }
}

/// A module that a file imports.
package struct ImportedModule: Sendable, Hashable {
  /// Dotted; empty for `from . import name`.
  package let name: String
  /// The leading dots of a relative import.
  package let level: Int
  /// Where its name stands; the whole statement when it has no name.
  package let range: ByteRange
}

extension PythonModule {
  package var docstring: Docstring? { Docstring(body) }

  /// The last function of that name at the top level: the one that calls reach once the module has run.
  package func function(named name: String) -> FunctionDefinition? {
    for statement in body.reversed() {
      if case .functionDef(let definition) = statement.kind, definition.name.name == name {
        return definition
      }
    }
    return nil
  }

  /// All modules imported anywhere in the file, in source order, repetitions included.
  package var importedModules: [ImportedModule] {
    var modules: [ImportedModule] = []
    walk { node in
      let statement: Statement
      switch node {
      case .statement(let node): statement = node
      case .exceptHandler, .matchCase: return .visitChildren
      default: return .skipChildren
      }
      switch statement.kind {
      case .import(let names):
        for alias in names {
          modules.append(ImportedModule(name: alias.name.name, level: 0, range: alias.name.range))
        }
      case .importFrom(let module, _, let level):
        modules.append(
          ImportedModule(name: module?.name ?? "", level: level, range: module?.range ?? statement.range))
      default: break
      }
      return .visitChildren
    }
    return modules
  }
}
