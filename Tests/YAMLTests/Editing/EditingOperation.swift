import SourceText
import Testing
import YAML

/// An edit as a test names it: by the path of its node, such as `Tests.0.Name`; the empty path is the root.
enum EditingOperation: Sendable, CustomStringConvertible {
  case set(String, YAMLValue)
  case rename(String, String)
  case insertKey(String, String, YAMLValue, at: Int?)
  case insertItem(String, YAMLValue, at: Int?)
  case remove(String, Int)
  case move(String, Int, to: Int)

  var description: String {
    switch self {
    case .set(let path, let value): "set \(path) to \(value)"
    case .rename(let path, let name): "rename \(path) to \(name)"
    case .insertKey(let path, let key, let value, let index):
      "insert \(key): \(value) into \(path) at \(index.map(String.init) ?? "the end")"
    case .insertItem(let path, let value, let index):
      "insert \(value) into \(path) at \(index.map(String.init) ?? "the end")"
    case .remove(let path, let index): "remove \(index) of \(path)"
    case .move(let path, let source, let target): "move \(source) of \(path) to \(target)"
    }
  }

  func edits(of tree: YAMLTree) throws -> [TextEdit] {
    let editor = YAMLEditor(tree)
    switch self {
    case .set(let path, let value): return try editor.setting(try #require(tree.node(path)), to: value)
    case .rename(let path, let name): return try editor.renaming(try #require(tree.key(path)), to: name)
    case .insertKey(let path, let key, let value, let index):
      return try editor.inserting(key, value, into: tree.node(path), at: index)
    case .insertItem(let path, let value, let index):
      return try editor.inserting(value, into: tree.node(path), at: index)
    case .remove(let path, let index):
      return try editor.removing(at: index, from: try #require(tree.node(path)))
    case .move(let path, let source, let target):
      return try editor.moving(from: source, to: target, in: try #require(tree.node(path)))
    }
  }

  func applied(to text: String) throws -> String {
    let tree = parse(text)
    return tree.source.applying(try edits(of: tree)).string
  }
}

extension YAMLTree {
  func node(_ path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(root) { $0?.child(String($1))?.value }
  }

  func key(_ path: String) -> YAMLNode? {
    let steps = path.split(separator: ".").map(String.init)
    return node(steps.dropLast().joined(separator: "."))?.child(steps.last ?? "")?.key
  }
}

extension YAMLNode {
  fileprivate func child(_ step: String) -> YAMLEntry? {
    switch kind {
    case .mapping: return entries.first { $0.key.scalarText == step }
    case .sequence:
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return YAMLEntry(key: items[index], value: items[index])
    case .scalar, .alias, .missing: return nil
    }
  }
}
