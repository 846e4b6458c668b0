/// A kind of cloud resource that policies check, such as `AWS.S3.Bucket`, and the fields that its
/// resources have: a file of `Schemas/resource-types`.
package struct ResourceType: Sendable {
  /// How far the list of fields can be trusted.
  package enum Confidence: String, Sendable { case high, medium, low }

  package let name: String
  /// A readable name, such as "S3 bucket".
  package let displayName: String
  package let description: String
  package let confidence: Confidence
  /// Keys that occur in test resources and are no fields: neither offer nor report them. A nested one is
  /// written as a path, such as `Groups[].TimeCreated`.
  package let testOnlyKeys: [String]
  package let schema: SchemaDocument
}

extension ResourceType {
  /// The names of all resource types, in order.
  package static let names: [String] = SchemaDocument.names
    .filter { $0.hasPrefix(folder) }
    .map { String($0.dropFirst(folder.count)) }

  /// A resource type by its name. Decoded when it is first asked for.
  package static func named(_ name: String) -> ResourceType? {
    guard let schema = SchemaDocument.named(folder + name) else { return nil }
    let root = schema.root
    return ResourceType(
      name: name,
      displayName: schema.extensions["x-display-name"]?.string ?? name,
      description: root.description ?? "",
      confidence: schema.extensions["x-confidence"]?.string.flatMap(Confidence.init) ?? .low,
      testOnlyKeys: schema.extensions["x-test-only-keys"]?.strings ?? [],
      schema: schema)
  }

  /// One line on a resource type, without decoding its fields.
  package static func summary(of name: String) -> String? {
    let types = AnalysisType.policy.schema?.node(at: ["ResourceTypes", 0])
    return types?.allowedValues.first { $0.value == .string(name) }?.documentation
  }
}

private let folder = "resource-types/"
