/// One schema object of a JSON Schema 2020-12 document, with the keywords the files of `Schemas/` use.
///
/// Other tools ignore the extensions, whose names begin with `x-`. They and `markdownEnumDescriptions`,
/// which several editors know, are explained in `Schemas/README.md`.
package final class SchemaNode: Sendable {
  // What it means.
  package let title: String?
  package let description: String?
  package let defaultValue: JSONValue?
  package let examples: [JSONValue]
  package let isDeprecated: Bool
  /// The key to write instead of a deprecated one.
  package let replacement: String?
  /// What messages call a value of this schema: "a policy".
  package let noun: String?
  /// How a field is known; see `Schemas/README.md`.
  package let origin: String?
  /// False for a field that scans never fill.
  package let isPopulated: Bool

  // What it may be.
  package let types: SchemaTypes
  package let allowedValues: [AllowedValue]
  package let pattern: TextPattern?
  package let minLength: Int
  package let items: SchemaNode?
  package let minItems: Int
  package let uniqueItems: UniqueItems
  /// In the recommended order of keys.
  package let properties: [Property]
  package let required: [String]
  package let minProperties: Int
  package let additionalProperties: AdditionalProperties
  package let keysMustBeStrings: Bool
  /// Keys that authors write here although they belong elsewhere.
  package let foreignKeys: [Property]
  package let allOf: [SchemaNode]
  package let anyOf: [SchemaNode]
  package let oneOf: [SchemaNode]
  /// The name in `$defs` that a `$ref` names.
  package let reference: String?

  package struct Property: Sendable {
    package let name: String
    package let node: SchemaNode
  }

  /// A value of `enum` or `const`.
  package struct AllowedValue: Sendable, Hashable {
    package let value: JSONValue
    package let documentation: String?
  }

  package enum AdditionalProperties: Sendable {
    case allowed
    case forbidden
    case matching(SchemaNode)
  }

  package enum UniqueItems: Sendable {
    case notRequired
    case required
    case requiredIgnoringCase
  }

  /// Whether any keyword is about the keys of a map. Resources have many keys and no such schema.
  package var constrainsKeys: Bool {
    if case .allowed = additionalProperties {
      return !properties.isEmpty || !required.isEmpty || minProperties > 0 || keysMustBeStrings
    }
    return true
  }

  /// Every keyword of `value`; anything but an object is the schema `true`.
  init(_ value: JSONValue) {
    func child(_ name: String) -> SchemaNode? { value[name].map(SchemaNode.init) }
    func children(_ name: String) -> [SchemaNode] { value[name]?.array?.map(SchemaNode.init) ?? [] }
    func members(_ name: String) -> [Property] {
      value[name]?.members?.map { Property(name: $0.name, node: SchemaNode($0.value)) } ?? []
    }
    title = value["title"]?.string
    description = value["description"]?.string
    defaultValue = value["default"]
    examples = value["examples"]?.array ?? []
    isDeprecated = value["deprecated"]?.bool ?? false
    replacement = value["x-replaced-by"]?.string
    noun = value["x-noun"]?.string
    origin = value["x-origin"]?.string
    isPopulated = value["x-populated"]?.bool ?? true
    types = decodeTypes(value["type"])
    allowedValues = decodeAllowedValues(value)
    pattern = value["pattern"]?.string.flatMap(TextPattern.init)
    minLength = value["minLength"]?.integer ?? 0
    items = child("items")
    minItems = value["minItems"]?.integer ?? 0
    uniqueItems =
      switch (value["uniqueItems"]?.bool ?? false, value["x-unique-ignoring-case"]?.bool ?? false) {
      case (false, _): .notRequired
      case (true, false): .required
      case (true, true): .requiredIgnoringCase
      }
    properties = members("properties")
    required = value["required"]?.strings ?? []
    minProperties = value["minProperties"]?.integer ?? 0
    additionalProperties =
      switch value["additionalProperties"] {
      case nil, .bool(true): .allowed
      case .bool(false): .forbidden
      case .some(let schema): .matching(SchemaNode(schema))
      }
    keysMustBeStrings = value["propertyNames"]?["type"]?.string == "string"
    foreignKeys = members("x-foreign-keys")
    allOf = children("allOf")
    anyOf = children("anyOf")
    oneOf = children("oneOf")
    reference = value["$ref"]?.string.flatMap(definitionName)
  }

  /// The schema of a key that `properties` lists.
  package func property(_ name: String) -> SchemaNode? {
    properties.first { $0.name == name }?.node
  }
}

private func decodeTypes(_ value: JSONValue?) -> SchemaTypes {
  switch value {
  case .string(let name): SchemaTypes(keyword: name) ?? .any
  case .array(let names):
    names.compactMap { $0.string.flatMap(SchemaTypes.init(keyword:)) }.reduce([]) { $0.union($1) }
  default: .any
  }
}

private func decodeAllowedValues(_ value: JSONValue) -> [SchemaNode.AllowedValue] {
  let documentation = value["markdownEnumDescriptions"]?.array ?? []
  let values = value["enum"]?.array ?? value["const"].map { [$0] } ?? []
  return values.enumerated().map { index, value in
    SchemaNode.AllowedValue(
      value: value,
      documentation: index < documentation.count ? documentation[index].string : nil)
  }
}

private func definitionName(_ reference: String) -> String? {
  let prefix = "#/$defs/"
  return reference.hasPrefix(prefix) ? String(reference.dropFirst(prefix.count)) : nil
}
