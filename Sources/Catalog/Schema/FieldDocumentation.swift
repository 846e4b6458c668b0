/// What a hover or a completion says about a key or a value of a file.
package struct FieldDocumentation: Sendable {
  /// The key, or nil for an item of a list.
  package let name: String?
  package let title: String?
  /// Markdown, one to four sentences.
  package let description: String
  /// "string", "list of strings", "string or boolean"; nil if anything goes.
  package let type: String?
  package let isRequired: Bool
  package let isDeprecated: Bool
  /// The key to write instead of a deprecated one.
  package let replacement: String?
  package let defaultValue: JSONValue?
  package let examples: [JSONValue]
  /// The values it may have, if they are a closed set.
  package let allowedValues: [SchemaNode.AllowedValue]

  /// The documentation of one allowed value.
  package func documentation(ofValue value: String) -> String? {
    allowedValues.first { $0.value == .string(value) }?.documentation
  }
}

extension SchemaDocument {
  /// The documentation of what stands at `path`: a key, or an item of a list.
  package func documentation(at path: InstancePath) -> FieldDocumentation? {
    guard let last = path.steps.last else { return documentation(of: root, name: nil, isRequired: false) }
    guard let parent = node(at: InstancePath(path.steps.dropLast())) else { return nil }
    switch last {
    case .index: return parent.items.map { documentation(of: $0, name: nil, isRequired: false) }
    case .key(let name):
      let node: SchemaNode
      if let property = parent.property(name) {
        node = property
      } else if case .matching(let schema) = parent.additionalProperties {
        node = schema
      } else {
        return nil
      }
      return documentation(of: node, name: name, isRequired: parent.required.contains(name))
    }
  }

  /// The documentation of every key that the value at `path` may have, in the recommended order.
  package func keys(at path: InstancePath) -> [FieldDocumentation] {
    guard let parent = node(at: path) else { return [] }
    return parent.properties.map {
      documentation(of: $0.node, name: $0.name, isRequired: parent.required.contains($0.name))
    }
  }

  private func documentation(of node: SchemaNode, name: String?, isRequired: Bool) -> FieldDocumentation {
    let target = resolving(node)
    return FieldDocumentation(
      name: name,
      title: node.title ?? target.title,
      description: node.description ?? target.description ?? "",
      type: typeName(of: target),
      isRequired: isRequired,
      isDeprecated: node.isDeprecated || target.isDeprecated,
      replacement: node.replacement ?? target.replacement,
      defaultValue: node.defaultValue ?? target.defaultValue,
      examples: node.examples.isEmpty ? target.examples : node.examples,
      allowedValues: target.allowedValues)
  }

  private func typeName(of node: SchemaNode) -> String? {
    let names = node.types.names.map { name in
      guard name == "list", let items = node.items.map(resolving), items.types != .any,
        items.types.names.count == 1, let item = items.types.names.first
      else { return name }
      return "list of \(item)s"
    }
    return names.isEmpty ? nil : names.joined(separator: " or ")
  }
}
