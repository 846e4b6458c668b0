import Catalog
import Testing

@Suite("Documentation of fields")
struct FieldDocumentationTests {
  let schema: SchemaDocument

  init() throws { schema = try #require(AnalysisType.policy.schema) }

  @Test(
    "A path leads to its documentation",
    arguments: [
      (["Severity"], "Severity", "string", true),
      (["Enabled"], "Enabled", "boolean", true),
      (["Tags"], "Tags", "list of strings", false),
      (["Tags", 3], "Tag", "string", false),
      (["Tests"], "Tests", "list of maps", false),
      (["Tests", 0], "Test", "map", false),
      (["Tests", 0, "Name"], "Test name", "string", true),
      (["Tests", 7, "Mocks", 1, "returnValue"], "Returned value", "string or boolean", true),
      (["Reports", "MITRE ATT&CK"], "MITRE ATT&CK", "list", false),
      (["Reports", "Our Framework", 0], "Control", "string or number", false),
      (["ActionDelaySeconds"], "Action delay", "integer", false),
      (["AutoRemediationParameters"], "Remediation parameters", nil, false),
    ] as [(InstancePath, String, String?, Bool)])
  func path(path: InstancePath, title: String, type: String?, isRequired: Bool) throws {
    let documentation = try #require(schema.documentation(at: path))
    #expect(documentation.title == title)
    #expect(documentation.type == type)
    #expect(documentation.isRequired == isRequired)
  }

  @Test(
    "A path that the schema knows nothing about has none",
    arguments: [["Severty"], ["Tags", "x"], ["Tests", 0, "Resource", "Arn"], ["Severity", 0]]
      as [InstancePath])
  func unknown(path: InstancePath) {
    #expect(schema.documentation(at: path) == nil)
  }

  @Test("Defaults, examples, values and deprecation are told")
  func facts() throws {
    let severity = try #require(schema.documentation(at: ["Severity"]))
    #expect(
      severity.allowedValues.map { $0.value.string } == ["Info", "Low", "Medium", "High", "Critical"])
    #expect(severity.documentation(ofValue: "High")?.contains("today") == true)
    #expect(severity.documentation(ofValue: "high") == nil)
    #expect(schema.documentation(at: ["Tags"])?.defaultValue == .array([]))
    #expect(schema.documentation(at: ["PolicyID"])?.examples == [.string("AWS.S3.Bucket.PublicRead")])
    #expect(schema.documentation(at: ["Tests", 0, "ResourceType"])?.isDeprecated == true)
    #expect(schema.documentation(at: ["Severity"])?.isDeprecated == false)
  }

  @Test("A path is written as authors would write it")
  func pathDescription() {
    let path: InstancePath = ["Tests", 0, "Resource", "aws:cloudtrail \"x\"", "Key_1"]
    #expect(path.description == #"Tests[0].Resource["aws:cloudtrail \"x\""].Key_1"#)
  }
}
