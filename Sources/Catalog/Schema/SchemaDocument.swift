import Synchronization

/// One decoded file of `Schemas/`.
package final class SchemaDocument: Sendable {
  /// Its path below `Schemas/`, without `.json`.
  package let name: String
  package let root: SchemaNode
  /// The members of the root that are extensions: their names begin with `x-`.
  package let extensions: JSONValue
  private let definitions: [SchemaNode.Property]

  package init(name: String, json: JSONValue) {
    self.name = name
    root = SchemaNode(json)
    extensions = .object(json.members?.filter { $0.name.hasPrefix("x-") } ?? [])
    definitions =
      json["$defs"]?.members?.map { .init(name: $0.name, node: SchemaNode($0.value)) } ?? []
  }

  /// The schema that a node's `$ref` leads to; the node itself if it has none or it leads nowhere.
  package func resolving(_ node: SchemaNode) -> SchemaNode {
    var node = node
    // A chain of references can't be longer than there are definitions, unless it is a circle.
    for _ in definitions.indices {
      guard let name = node.reference, let target = definition(name) else { break }
      node = target
    }
    return node
  }

  package func definition(_ name: String) -> SchemaNode? {
    definitions.first { $0.name == name }?.node
  }

  /// The schema at a path into an instance, as far as the schema describes one.
  package func node(at path: InstancePath) -> SchemaNode? {
    var node = resolving(root)
    for step in path.steps {
      guard let next = child(of: node, step) else { return nil }
      node = resolving(next)
    }
    return node
  }

  private func child(of node: SchemaNode, _ step: InstancePath.Step) -> SchemaNode? {
    switch step {
    case .index: return node.items
    case .key(let name):
      if let property = node.property(name) { return property }
      if case .matching(let schema) = node.additionalProperties { return schema }
      return nil
    }
  }
}

extension SchemaDocument {
  /// The names of the files in `Schemas/`, in order.
  package static var names: [String] { embeddedSchemaNames }

  /// The text of a file in `Schemas/`, as it stands there.
  package static func text(named name: String) -> String? {
    embeddedSchema(named: name).map { text in
      String(
        decoding: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), as: UTF8.self)
    }
  }

  /// A file of `Schemas/`, decoded when it is first asked for and kept.
  package static func named(_ name: String) -> SchemaDocument? {
    if let known = cache.withLock({ $0[name] }) { return known }
    guard let text = embeddedSchema(named: name) else { return nil }
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let json = JSONReader.read(bytes) else { return nil }
    let document = SchemaDocument(name: name, json: json)
    // Two threads may decode the same file at once; one of the equal results is kept.
    return cache.withLock { cache in
      let kept = cache[name] ?? document
      cache[name] = kept
      return kept
    }
  }
}

private let cache = Mutex<[String: SchemaDocument]>([:])
