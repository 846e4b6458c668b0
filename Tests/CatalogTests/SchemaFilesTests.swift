import Catalog
import Testing

/// What every file of `Schemas/` promises to its readers.
@Suite("The schema files")
struct SchemaFilesTests {
  static let resourceTypes = ResourceType.names
  static let analysisTypes = AnalysisType.allCases.filter { $0.schema != nil }

  @Test("The schemas are embedded as they stand in the repository")
  func embedded() throws {
    #expect(SchemaDocument.names.contains("policy.schema"))
    #expect(SchemaDocument.names.contains("mitre-attack"))
    #expect(Self.resourceTypes.count == 34)
    let text = try #require(SchemaDocument.text(named: "policy.schema"))
    #expect(text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    #expect(SchemaDocument.text(named: "no such schema") == nil)
  }

  @Test("Every file can be read", arguments: SchemaDocument.names)
  func canBeRead(name: String) throws {
    let text = try #require(SchemaDocument.text(named: name))
    #expect(JSONReader.read(text) != nil)
  }

  @Test("A policy's keys come in the recommended order")
  func keyOrder() throws {
    let schema = try #require(AnalysisType.policy.schema)
    let recommended = [
      "AnalysisType", "Filename", "PolicyID", "DisplayName", "Enabled", "ResourceTypes", "Tags", "Reports",
      "Severity", "Description", "Runbook", "Reference", "Tests",
    ]
    let names = schema.root.properties.map(\.name)
    #expect(names.filter(recommended.contains) == recommended)
    #expect(names.count == 22)
    #expect(names.last == "Tests")
    #expect(schema.keys(at: ["Tests", 0]).map(\.name).prefix(2) == ["Name", "ExpectedResult"])
  }

  @Test("Every key, item and value of an analysis type is documented", arguments: analysisTypes)
  func documented(type: AnalysisType) throws {
    let schema = try #require(type.schema)
    for (path, node) in nodes(of: schema) {
      let description = node.description ?? schema.resolving(node).description ?? ""
      #expect(description.count >= 10, "\(path) has no documentation")
      #expect(description.hasSuffix("."), "\(path): \(description)")
      #expect(node.title != nil || schema.resolving(node).title != nil, "\(path) has no title")
      for value in node.allowedValues {
        #expect(value.documentation?.isEmpty == false, "\(path): \(value.value) has no documentation")
      }
    }
  }

  @Test("Every key that belongs elsewhere says why", arguments: analysisTypes)
  func foreignKeys(type: AnalysisType) throws {
    let schema = try #require(type.schema)
    for (path, node) in nodes(of: schema) {
      let own = node.properties.map(\.name)
      for foreign in node.foreignKeys {
        #expect(!own.contains(foreign.name), "\(path): \(foreign.name)")
        #expect(foreign.node.description?.hasSuffix(".") == true, "\(path): \(foreign.name)")
        if let replacement = foreign.node.replacement { #expect(own.contains(replacement)) }
      }
    }
  }

  @Test("Required keys exist, and references lead somewhere", arguments: analysisTypes)
  func consistent(type: AnalysisType) throws {
    let schema = try #require(type.schema)
    for (path, node) in nodes(of: schema) {
      for name in node.required { #expect(node.property(name) != nil, "\(path): \(name)") }
      if let reference = node.reference { #expect(schema.definition(reference) != nil, "\(path)") }
    }
  }

  @Test("Every pattern is of the one form that is checked", arguments: SchemaDocument.names)
  func patterns(name: String) throws {
    let text = try #require(SchemaDocument.text(named: name))
    for pattern in values(of: "pattern", in: try #require(JSONReader.read(text))) {
      #expect(pattern == .string(#"^[^<>&"%]+$"#))
    }
  }

  @Test("The values of ResourceTypes are the resource types, with their documentation")
  func resourceTypeValues() throws {
    let schema = try #require(AnalysisType.policy.schema)
    let values = try #require(schema.documentation(at: ["ResourceTypes", 0])).allowedValues
    #expect(values.map(\.value) == Self.resourceTypes.map { .string($0) })
    for name in Self.resourceTypes {
      let type = try #require(ResourceType.named(name))
      #expect(ResourceType.summary(of: name) == "**\(type.displayName).** \(type.description)")
    }
  }

  @Test("Every analysis type has a line of documentation", arguments: AnalysisType.allCases)
  func analysisTypeLine(type: AnalysisType) {
    #expect(type.documentation?.hasSuffix(".") == true)
    #expect(
      AnalysisType.key?.allowedValues.map(\.value) == AnalysisType.allCases.map { .string($0.rawValue) })
  }

  /// Every node of a schema but the root, with the way to it.
  private func nodes(of schema: SchemaDocument) -> [(path: String, node: SchemaNode)] {
    var result: [(String, SchemaNode)] = []
    func visit(_ node: SchemaNode, _ path: String) {
      if !path.isEmpty { result.append((path, node)) }
      let node = schema.resolving(node)
      for property in node.properties { visit(property.node, path + "/" + property.name) }
      if let items = node.items { visit(items, path + "[]") }
      if case .matching(let other) = node.additionalProperties { visit(other, path + "/*") }
    }
    visit(schema.root, "")
    return result
  }

  private func values(of keyword: String, in value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items): items.flatMap { values(of: keyword, in: $0) }
    case .object(let members):
      members.flatMap { ($0.name == keyword ? [$0.value] : []) + values(of: keyword, in: $0.value) }
    default: []
    }
  }
}
