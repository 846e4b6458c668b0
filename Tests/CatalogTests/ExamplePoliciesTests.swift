import Catalog
import Foundation
import SourceText
import Testing
import YAML

/// The policies in `Tests/Examples` are written as an author would write them, so nothing may be reported.
@Suite("The example policies")
struct ExamplePoliciesTests {
  static let policies: [URL] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "Examples")
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return paths.sorted()
      .filter { $0.hasSuffix(".yml") && !$0.hasPrefix("global_helpers/") }
      .map { folder.appending(path: $0) }
  }()

  @Test("There are some")
  func exist() {
    #expect(Self.policies.count == 10)
  }

  @Test("None breaks the schema, and all are free of advice", arguments: policies)
  func schema(file: URL) throws {
    let tree = YAMLTree(parsing: SourceText(try String(contentsOf: file, encoding: .utf8)))
    let schema = try #require(AnalysisType.policy.schema)
    #expect(tree.errors == [])
    #expect(schema.violations(in: try #require(tree.root)).map(\.message) == [])
  }

  @Test("Their MITRE ATT&CK mappings are right", arguments: policies)
  func mappings(file: URL) throws {
    let tree = YAMLTree(parsing: SourceText(try String(contentsOf: file, encoding: .utf8)))
    for mapping in tree.root?["Reports"]?["MITRE ATT&CK"]?.items ?? [] {
      #expect(MITREAttack.shared.validate(mapping: mapping.scalarText).map(\.message) == [])
    }
  }

  @Test("Their tests use no field that the resource type doesn't have", arguments: policies)
  func fields(file: URL) throws {
    let tree = YAMLTree(parsing: SourceText(try String(contentsOf: file, encoding: .utf8)))
    let root = try #require(tree.root)
    let types = (root["ResourceTypes"]?.items ?? []).compactMap { ResourceType.named($0.scalarText) }
    #expect(!types.isEmpty)
    for test in root["Tests"]?.items ?? [] {
      for entry in test["Resource"]?.entries ?? [] where entry.key.scalarText != "<<" {
        let field: InstancePath = [.key(entry.key.scalarText)]
        let isKnown = types.contains { type in
          if case .unknown = type.field(field) { false } else { true }
        }
        #expect(isKnown, "\(entry.key.scalarText)")
      }
    }
  }
}
