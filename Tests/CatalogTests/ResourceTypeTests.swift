import Catalog
import Testing

@Suite("Resource types")
struct ResourceTypeTests {
  @Test("Every resource type has a name, a description and documented fields", arguments: ResourceType.names)
  func complete(name: String) throws {
    let type = try #require(ResourceType.named(name))
    #expect(type.schema.root.title == name)
    #expect(!type.displayName.isEmpty && type.displayName != name)
    #expect(type.description.hasSuffix("."))
    let fields = type.fields()
    #expect(fields.count >= 10)
    for field in fields {
      #expect(field.description.hasSuffix("."), "\(field.name ?? "")")
      #expect(field.title == nil)
    }
    for common in ["AccountId", "Region", "ResourceId", "ResourceType", "Tags", "TimeCreated"] {
      #expect(type.documentation(at: [.key(common)]) != nil, "\(common)")
    }
    #expect(
      type.documentation(at: ["ResourceType"])?.allowedValues.map(\.value) == [.string(name)])
  }

  @Test("A deprecated field names the field to use, where there is one")
  func deprecated() throws {
    let certificate = try #require(ResourceType.named("AWS.ACM.Certificate"))
    let field = try #require(certificate.documentation(at: ["CertificateArn"]))
    #expect(field.isDeprecated)
    #expect(field.replacement == "Arn")
  }

  @Test("Fields are found through lists and maps")
  func nested() throws {
    let certificate = try #require(ResourceType.named("AWS.ACM.Certificate"))
    let path: InstancePath = ["DomainValidationOptions", 0, "ResourceRecord", "Type"]
    #expect(certificate.documentation(at: path)?.type == "string or null")
    #expect(certificate.documentation(at: ["InUseBy"])?.type == "list of strings or null")
    #expect(certificate.documentation(at: ["Tags", "any key at all"]) != nil)
    #expect(
      certificate.fields(at: ["Options"]).compactMap(\.name) == [
        "CertificateTransparencyLoggingPreference", "Export",
      ])
  }

  @Test("A key that is no field is told apart by what is known")
  func verdicts() throws {
    let certificate = try #require(ResourceType.named("AWS.ACM.Certificate"))
    #expect(verdict(certificate.field(["Status"])) == "known")
    #expect(verdict(certificate.field(["Domain"])) == "test only")
    #expect(verdict(certificate.field(["Statu"])) == "unknown, nearest Status")
    #expect(verdict(certificate.field(["Wxyz"])) == "unknown")
    #expect(verdict(certificate.field(["Options", "Exprot"])) == "unknown, nearest Export")
    #expect(verdict(certificate.field(["Status", "Code"])) == "undescribed")
    let user = try #require(ResourceType.named("AWS.IAM.User"))
    #expect(verdict(user.field(["Groups", 0, "TimeCreated"])) == "test only")
    let zone = try #require(ResourceType.named("AWS.Route53.HostedZone"))
    #expect(zone.confidence == .low)
    #expect(verdict(zone.field(["NoSuchField"])) == "undescribed")
  }

  @Test("A name that is no resource type gives nothing", arguments: ["", "AWS.S3", "../policy.schema"])
  func unknown(name: String) {
    #expect(ResourceType.named(name) == nil)
    #expect(ResourceType.summary(of: name) == nil)
  }

  private func verdict(_ field: ResourceType.Field) -> String {
    switch field {
    case .known: "known"
    case .testOnly: "test only"
    case .unknown(let nearest): nearest.map { "unknown, nearest \($0)" } ?? "unknown"
    case .undescribed: "undescribed"
    }
  }
}
