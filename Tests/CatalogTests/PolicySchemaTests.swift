import Catalog
import Testing

/// The policy schema against documents. What is accepted and what is not was established by running
/// panther_analysis_tool 1.11.1 on these documents.
@Suite("The policy schema")
struct PolicySchemaTests {
  static let whole = """
    AnalysisType: policy
    Filename: a.py
    PolicyID: A.B
    Enabled: true
    Severity: High

    """

  private func check(_ text: String) throws -> [String] {
    violations(text, try #require(AnalysisType.policy.schema))
  }

  @Test("A policy with the required keys alone is right")
  func minimal() throws {
    #expect(try check(Self.whole) == [])
  }

  @Test(
    "A key with a value of its type is right",
    arguments: [
      "DisplayName: S3 bucket / über 'x'", "Description: ''", "Runbook: >\n  a\n  b", "Reference: no url",
      "Status: anything", "Tags: []", "Tags: [a, b]", "Suppressions: [\"arn:*\"]", "OutputIds: []",
      "ResourceTypes: []", "ResourceTypes: [AWS.S3.Bucket, AWS.S3.Bucket]",
      "Reports: {CIS: ['1.10', 2.1, 3]}", "Reports: {Ours: []}", "Tests: []",
      "AutoRemediationParameters:", "AutoRemediationParameters: 5", "AutoRemediationParameters: {a: b}",
      "AutoRemediationID: ''", "OnlyUseBaseRiskScore: false", "CreatedBy: me", "BaseVersion: 3",
      "DisplayName: 2019-05-23", "Description: yes", "Description: 0o10", "Description: 1e3",
      "BaseVersion: 007",
      "DisplayName: 'line\n\n  break'",
      "Tests: [{Name: a, ExpectedResult: false, Resource: }]",
      "Tests: [{Name: a, ExpectedResult: true, Resource: [1]}]",
      "Tests: [{Name: a, ExpectedResult: true, Resource: {}, Mocks: []}]",
      "Tests: [{Name: a, ExpectedResult: true, Resource: {}, Mocks: [{objectName: x, returnValue: true}]}]",
      "Tests: [{Name: a, ExpectedResult: true, Resource: {}, Mocks: [{objectName: x, returnValue: 2019-05-23}]}]",
    ])
  func accepted(entry: String) throws {
    #expect(try check(Self.whole + entry + "\n") == [])
  }

  @Test(
    "A wrong entry is reported at its key or its value",
    arguments: [
      // keys
      ("Sverity: Low", ["unknown key Sverity [Sverity]"]),
      ("Tagz: [a]", ["unknown key Tagz, nearest Tags [Tagz]"]),
      ("LogTypes: [x]", ["unknown key LogTypes, nearest ResourceTypes, foreign [LogTypes]"]),
      ("Threshold: 5", ["unknown key Threshold, foreign [Threshold]"]),
      ("1: a", ["unknown key 1 [1]"]),
      ("ActionDelaySeconds: 5", ["deprecated key ActionDelaySeconds [ActionDelaySeconds]"]),
      // types
      ("Tags: a", ["string in place of list [a]"]),
      ("Tags:", ["null in place of list [Tags]"]),
      ("Tags: ~", ["null in place of list [~]"]),
      ("Tags: {a: b}", ["map in place of list [{a: b}]"]),
      ("Tags: [a, 1]", ["integer in place of string [1]"]),
      ("Tags: [a, null]", ["null in place of string [null]"]),
      ("DisplayName: 1.10", ["number in place of string [1.10]"]),
      ("DisplayName: true", ["boolean in place of string [true]"]),
      ("DisplayName: 012345678901", []),
      ("DisplayName: 0123", ["integer in place of string [0123]"]),
      ("BaseVersion: 1.0", ["number in place of integer [1.0]"]),
      ("BaseVersion: true", ["boolean in place of integer [true]"]),
      ("BaseVersion: \"1\"", ["string in place of integer [\"1\"]"]),
      ("OnlyUseBaseRiskScore: yes", ["string in place of boolean [yes]"]),
      ("OnlyUseBaseRiskScore: 1", ["integer in place of boolean [1]"]),
      ("Reports: [a]", ["list in place of map [[a]]"]),
      ("Reports: {CIS: 1.1}", ["number in place of list [1.1]"]),
      ("Reports: {CIS: [true]}", ["boolean in place of string or number [true]"]),
      ("Reports: {CIS: [null]}", ["null in place of string or number [null]"]),
      ("Reports: {CIS: [[a]]}", ["list in place of string or number [[a]]"]),
      ("Reports: {}", ["fewer keys than 1 [{}]"]),
      ("Reports: {1: [a]}", ["key 1 is integer [1]"]),
      // values
      ("DisplayName: ''", ["forbidden characters ['']"]),
      ("DisplayName: a<b&c", ["forbidden characters < & [a<b&c]"]),
      ("DisplayName: 'say \"100%\"'", ["forbidden characters \" % ['say \"100%\"']"]),
      (
        "ResourceTypes: [AWS.S3.Buckets]",
        ["value AWS.S3.Buckets not allowed, nearest AWS.S3.Bucket [AWS.S3.Buckets]"]
      ),
      ("ResourceTypes: [S3.Bucket]", ["value S3.Bucket not allowed, nearest AWS.S3.Bucket [S3.Bucket]"]),
      ("ResourceTypes: [AWS.Foo]", ["value AWS.Foo not allowed [AWS.Foo]"]),
      ("ResourceTypes: AWS.S3.Bucket", ["string in place of list [AWS.S3.Bucket]"]),
      ("Tags: [a, b, a]", ["duplicate item a [a]"]),
      ("Tags: [a, A]", ["duplicate item A but for case [A]"]),
      ("Suppressions: [a, A]", []),
      ("Suppressions: [a, a]", ["duplicate item a [a]"]),
      ("OutputIds: [a, a]", ["duplicate item a [a]"]),
    ])
  func entry(entry: String, expected: [String]) throws {
    #expect(try check(Self.whole + entry + "\n") == expected)
  }

  @Test(
    "A wrong test is reported",
    arguments: [
      ("{}", ["missing key Name [{}]", "missing key ExpectedResult [{}]", "missing key Resource [{}]"]),
      ("a", ["string in place of map [a]"]),
      ("{Name: a, Resource: {}}", ["missing key ExpectedResult [Name]"]),
      ("{Name: a, ExpectedResult: false, Log: {}}", ["unknown key Log, nearest Resource, foreign [Log]"]),
      ("{Name: a, ExpectedResult: false, Resorce: {}}", ["unknown key Resorce, nearest Resource [Resorce]"]),
      ("{Name: 1, ExpectedResult: false, Resource: {}}", ["integer in place of string [1]"]),
      (
        "{Name: a, ExpectedResult: \"false\", Resource: {}}",
        ["string in place of boolean [\"false\"]"]
      ),
      (
        "{Name: a, ExpectedResult: false, ResourceType: x, Resource: {}}",
        ["deprecated key ResourceType [ResourceType]"]
      ),
      (
        "{Name: a, ExpectedResult: false, Resource: {}, Mocks: [{objectName: x}]}",
        ["missing key returnValue [objectName]"]
      ),
      (
        "{Name: a, ExpectedResult: false, Resource: {}, Mocks: [{objectName: x, returnValue: 5}]}",
        ["integer in place of string or boolean [5]"]
      ),
      (
        "{Name: a, ExpectedResult: false, Resource: {}, Mocks: [{objectName: x, returnValue: [a]}]}",
        ["list in place of string or boolean [[a]]"]
      ),
      (
        "{Name: a, ExpectedResult: false, Resource: {}, Mocks: {objectName: x, returnValue: a}}",
        ["map in place of list [{objectName: x, returnValue: a}]"]
      ),
    ])
  func test(test: String, expected: [String]) throws {
    #expect(try check(Self.whole + "Tests:\n  - \(test)\n") == expected)
  }

  @Test("A missing key is reported at the file's first key")
  func missing() throws {
    #expect(
      try check("# comment\nAnalysisType: policy\nEnabled: true\nSeverity: Low\n") == [
        "missing key Filename [AnalysisType]", "missing key PolicyID [AnalysisType]",
      ])
  }

  @Test("A misspelt required key is reported once, not also as missing")
  func misspelt() throws {
    let text = Self.whole.replacing("Severity", with: "Severty")
    #expect(try check(text) == ["unknown key Severty, nearest Severity [Severty]"])
  }

  @Test(
    "A severity is one of five words, exactly",
    arguments: [
      ("low", ["value low not allowed, nearest Low [low]"]),
      ("HIGH", ["value HIGH not allowed, nearest High [HIGH]"]),
      ("Severe", ["value Severe not allowed [Severe]"]),
      ("3", ["integer in place of string [3]"]),
      ("", ["null in place of string [Severity]"]),
      ("'High'", []),
    ])
  func severity(value: String, expected: [String]) throws {
    let text = Self.whole.replacing("Severity: High", with: "Severity: \(value)")
    #expect(try check(text) == expected)
  }

  @Test("Of equal keys the last counts")
  func duplicateKeys() throws {
    #expect(try check(Self.whole + "Severity: low\n") == ["value low not allowed, nearest Low [low]"])
    #expect(try check("Severity: low\n" + Self.whole) == [])
  }

  @Test("Aliases are followed and merge keys merged")
  func aliases() throws {
    let tests = """
      Tests:
        - &first
          Name: a
          ExpectedResult: true
          Resource: &r {a: 1}
        - <<: *first
          ExpectedResult: no
        - *first
        - {<<: {Name: b, Resource: *r}}

      """
    #expect(
      try check(Self.whole + tests) == [
        "string in place of boolean [no]", "missing key ExpectedResult [{<<: {Name: b, Resource: *r}}]",
      ])
    #expect(
      try check(Self.whole + "Description: &d [a]\nRunbook: *d\n") == [
        "list in place of string [[a]]", "list in place of string [*d]",
      ])
  }

  @Test(
    "A document that is no map is reported whole",
    arguments: [("[a]", "list"), ("a", "string"), ("5", "integer")])
  func notAMap(text: String, type: String) throws {
    #expect(try check(text) == ["\(type) in place of map [\(text)]"])
  }

  @Test("An alias of itself and aliases of aliases end")
  func hostileAliases() throws {
    #expect(try check(Self.whole + "Tests: &t\n  - *t\n").contains("list in place of map [*t]"))
    var bomb = Self.whole + "Reports:\n  a: &a0 [x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "  a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(try !check(bomb).isEmpty)
  }
}
