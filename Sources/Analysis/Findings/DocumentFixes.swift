import Catalog
import SourceText
import YAML

/// Makes fixes of one document by operations on its tree.
///
/// What is wrong with a part that aliases repeat is wrong with each of them, so it is mended for all.
struct DocumentFixes: Sendable {
  let tree: YAMLTree
  let editor: YAMLEditor

  init(_ tree: YAMLTree) {
    self.tree = tree
    editor = YAMLEditor(tree, allowsShared: true)
  }

  /// Changes a value to another of the same or another type.
  func change(_ node: YAMLNode, to value: YAMLValue, title: String? = nil) -> Fix? {
    Fix(title ?? "Change to `\(excerpt(value))`") { try editor.setting(node, to: value) }
  }

  func rename(_ key: YAMLNode, to name: String, title: String? = nil) -> Fix? {
    Fix(title ?? "Change to `\(name)`") { try editor.renaming(key, to: name) }
  }

  func remove(_ index: Int, of collection: YAMLNode, title: String) -> Fix? {
    Fix(title, isSafe: false) { try editor.removing(at: index, from: collection) }
  }

  /// The value in a title: on one line, and not too long.
  private func excerpt(_ value: YAMLValue) -> String {
    let text: String
    if case .string(let string) = value { text = string } else { text = value.json }
    let line = text.prefix { !$0.isNewline }
    return line.count < text.count || line.count > 60 ? line.prefix(59) + "…" : String(line)
  }
}

/// Where a path into a document leads: the node there, and what holds it.
struct DocumentPlace {
  /// An alias stays one.
  let node: YAMLNode
  /// The mapping or sequence that holds it, its key if that is a mapping, and its index; nil for the root.
  let holder: (collection: YAMLNode, key: YAMLNode?, index: Int)?

  /// Nil if nothing is there, or only because a merge key brings it in.
  init?(_ path: InstancePath, from root: YAMLNode) {
    var node = root
    var holder: (YAMLNode, YAMLNode?, Int)?
    for step in path.steps {
      let collection = node.kind == .alias ? node.target ?? node : node
      switch step {
      case .index(let index):
        guard collection.kind == .sequence, collection.items.indices.contains(index) else { return nil }
        node = collection.items[index]
        holder = (collection, nil, index)
      case .key(let name):
        let entries = collection.entries
        let found =
          entries.lastIndex { $0.key.isString(name) }
          ?? entries.lastIndex { $0.key.kind == .scalar && $0.key.scalarText == name }
        guard let index = found else { return nil }
        node = entries[index].value
        holder = (collection, entries[index].key, index)
      }
    }
    self.node = node
    self.holder = holder.map { (collection: $0.0, key: $0.1, index: $0.2) }
  }
}
