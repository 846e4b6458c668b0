package import Detections
import Python
package import SourceText
import YAML

extension Snapshot {
  /// Where the element at a place is defined: from `Filename` to the function in the Python file, from an
  /// alias to its anchor, from a mock to the name it replaces, from an imported helper to its file.
  package func definition(at offset: ByteOffset, in file: FilePath) -> [Location] {
    if isPython(file) { return importedHelper(at: offset, in: file).map { [$0] } ?? [] }
    guard let yaml = yaml(file) else { return [] }
    let path = yaml.tree.path(at: offset)
    if let node = path.last?.node, node.kind == .alias, let target = node.target {
      return [Location(file: file, range: target.range)]
    }
    guard case .value(let entry) = path.last else { return [] }
    if path.count == 1, entry.key.scalarText == "Filename" {
      return pythonFile(of: file).flatMap(mainFunction(in:)).map { [$0] } ?? []
    }
    if entry.key.scalarText == "objectName", let python = pythonFile(of: file) {
      return binding(of: entry.value.scalarText, in: python).map { [$0] } ?? []
    }
    return []
  }

  /// The main function of a Python file, or its start when it has none; `nil` when there is no such file.
  private func mainFunction(in file: FilePath) -> Location? {
    guard let module = python(file) else { return nil }
    let names = Set(owners(ofPython: file).compactMap { detection(in: $0)?.type.mainFunction })
    let function = names.lazy.compactMap { module.function(named: $0) }.first
    return Location(file: file, range: function?.name.range ?? 0..<0)
  }

  /// The statement at a module's top level that binds a name; for an imported one, its helper file.
  private func binding(of name: String, in file: FilePath) -> Location? {
    guard let module = python(file) else { return nil }
    for statement in module.body {
      switch statement.kind {
      case .functionDef(let function) where function.name.name == name:
        return Location(file: file, range: function.name.range)
      case .assign(let targets, _):
        for target in targets {
          if case .name(name) = target.kind { return Location(file: file, range: target.range) }
        }
      case .importFrom(_, let names, _):
        if let alias = names.first(where: { ($0.asName ?? $0.name).name == name }) {
          return importedHelper(at: alias.name.range.lowerBound, in: file)
            ?? Location(file: file, range: alias.name.range)
        }
      default:
        continue
      }
    }
    return nil
  }

  /// The helper file behind the module or name of an import statement, at the imported function if it is one.
  private func importedHelper(at offset: ByteOffset, in file: FilePath) -> Location? {
    guard let module = python(file) else { return nil }
    for statement in module.body
    where statement.range.contains(offset) || statement.range.upperBound == offset {
      switch statement.kind {
      case .import(let names):
        guard let alias = names.first(where: { holds($0.name, offset) }) else { return nil }
        return helper(importedAs: alias.name.name, from: file.folder).map { Location(file: $0, range: 0..<0) }
      case .importFrom(let source, let names, _):
        guard let source, let target = helper(importedAs: source.name, from: file.folder) else { return nil }
        let name = names.first { holds($0.name, offset) }?.name.name
        let function = name.flatMap { python(target)?.function(named: $0) }
        return Location(file: target, range: function?.name.range ?? 0..<0)
      default:
        return nil
      }
    }
    return nil
  }

  private func holds(_ identifier: Identifier, _ offset: ByteOffset) -> Bool {
    identifier.range.contains(offset) || identifier.range.upperBound == offset
  }
}
