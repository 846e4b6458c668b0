import Catalog
import SourceText
import Testing
import YAML

@Suite("Messages about a document")
struct SchemaViolationMessageTests {
  @Test(
    "Each says what is wrong and how to mend it",
    arguments: [
      ("Sevrity: High", "`Sevrity` is not a key of a policy; did you mean `Severity`?"),
      ("Foo: 1", "`Foo` is not a key of a policy; remove it or check its spelling."),
      (
        "LogTypes: [x]",
        "`LogTypes` is not a key of a policy. Log types belong to rules; a policy names the kinds of resource "
          + "it checks. Use `ResourceTypes`."
      ),
      (
        "Tests: [{Foo: 1}]",
        "`Foo` is not a key of a test; its keys are `Name`, `ExpectedResult`, `Mocks`, "
          + "`Resource` and `ResourceType`."
      ),
      ("Enabled: yes", "`Enabled` must be a boolean, not a string; write `true`."),
      ("Enabled: \"false\"", "`Enabled` must be a boolean, not a string; write `false` without quotes."),
      ("Enabled: 1", "`Enabled` must be a boolean, not an integer; write `true`."),
      ("DisplayName: 1.1", "`DisplayName` must be a string, not a number; put it in quotes."),
      ("Tags:", "`Tags` must be a list, not empty; give it a value or remove it."),
      ("Tags: AWS", "`Tags` must be a list, not a string; write it as an item: `- AWS`."),
      ("Tags: [1]", "An item of `Tags` must be a string, not an integer; put it in quotes."),
      ("BaseVersion: '3'", "`BaseVersion` must be an integer, not a string; write `3` without quotes."),
      ("Severity: low", "`Severity` can't be `low`; did you mean `Low`?"),
      (
        "Severity: Severe",
        "`Severity` can't be `Severe`; it must be `Info`, `Low`, `Medium`, `High` or `Critical`."
      ),
      (
        "ResourceTypes: [AWS.Foo]",
        "An item of `ResourceTypes` can't be `AWS.Foo`, which is none of the 34 values it may have."
      ),
      ("DisplayName: a<b", "`DisplayName` must not contain `<`; remove it."),
      ("DisplayName: ''", "`DisplayName` must not be empty."),
      ("Tags: [a, a]", "`a` is already in the list; remove one of them."),
      ("Tags: [a, A]", "`A` is already in the list in other letter case; remove one of them."),
      ("Reports: {}", "`Reports` needs at least 1 key; add one or remove it."),
      ("Reports: {1: [a]}", "A key of `Reports` must be a string, and `1` is an integer; put it in quotes."),
      (
        "Reports: {CIS: [null]}",
        "An item of `CIS` must be a string or a number, not empty; give it a value or remove it."
      ),
      ("ActionDelaySeconds: 5", "`ActionDelaySeconds` is out of use; leave it out."),
      (
        "Tests: [{Mocks: [{objectName: a, returnValue: 5}]}]",
        "`returnValue` must be a string or a boolean, not an integer; put it in quotes."
      ),
      (
        "Tests: [{Mocks: [{objectName: a, returnValue: [5]}]}]",
        "`returnValue` must be a string or a boolean, not a list; write it as JSON text in quotes."
      ),
      ("Description: a", "`Filename` is missing: a policy needs it."),
    ])
  func message(entry: String, message: String) throws {
    let schema = try #require(AnalysisType.policy.schema)
    let root = try #require(YAMLTree(parsing: SourceText("AnalysisType: policy\n" + entry)).root)
    let messages = schema.violations(in: root).map(\.message)
    #expect(messages.contains(message), "\(messages)")
  }
}
