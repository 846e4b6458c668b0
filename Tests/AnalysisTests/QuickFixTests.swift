import Analysis
import SourceText
import Testing

/// What is offered for each diagnostic, and what it makes of the document.
@Suite struct QuickFixTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Lines of a policy.
    let before: String
    let title: String
    let after: String
    /// Whether it may be made without a choice.
    var isPreferred = true

    init(_ before: String, _ title: String, _ after: String, isPreferred: Bool = true) {
      self.before = before
      self.title = title
      self.after = after
      self.isPreferred = isPreferred
    }

    var testDescription: String { "\(title): \(before.debugDescription)" }
  }

  static let keys: [Case] = [
    Case("Descripton: x # why", "Change to `Description`", "Description: x # why"),
    Case("\"Descripton\": x", "Change to `Description`", "\"Description\": x"),
    Case(
      "Description: x\n# about it\nWhatever: # none\n  - 1\nTags: []", "Remove `Whatever`",
      "Description: x\nTags: []", isPreferred: false),
    Case("Reports:\n  1: [a]", "Put `1` in quotes", "Reports:\n  \"1\": [a]"),
    Case("Reports: {}\nTags: []", "Remove `Reports`", "Tags: []", isPreferred: false),
    Case("Tags: # none\nDescription: x", "Remove `Tags`", "Description: x", isPreferred: false),
    Case(
      "Description: one # first\nTags: []\nDescription: two",
      "Remove the `Description` on line 6, which has no effect",
      "Tags: []\nDescription: two", isPreferred: false),
  ]

  static let values: [Case] = [
    Case("OnlyUseBaseRiskScore: 'yes' # c", "Change to `true`", "OnlyUseBaseRiskScore: true # c"),
    Case("ActionDelaySeconds: \"5\"", "Change to `5`", "ActionDelaySeconds: 5"),
    Case("DisplayName: 5", "Put `5` in quotes", "DisplayName: \"5\""),
    Case("DisplayName: \"a & b\"", "Change to `a  b`", "DisplayName: \"a  b\""),
    Case("Tags: one # c\nDescription: x", "Make it a list", "Tags: # c\n  - one\nDescription: x"),
    Case("Tags: [one, two, one]", "Remove the duplicate `one`", "Tags: [one, two]", isPreferred: false),
    Case(
      "Tags:\n  - one\n  - ONE # again\n  - two", "Remove the duplicate `ONE`", "Tags:\n  - one\n  - two",
      isPreferred: false),
    Case("ResourceTypes: [AWS.S3.Buket]", "Change to `AWS.S3.Bucket`", "ResourceTypes: [AWS.S3.Bucket]"),
    Case(
      "ResourceTypes:\n- AWS.S3.Bucket\n- Something else\nTags: []", "Remove `Something else`",
      "ResourceTypes:\n- AWS.S3.Bucket\nTags: []", isPreferred: false),
    Case(
      "Reports:\n  MITRE ATT&CK: ['TA0043:T1588']",
      "Change to `TA0042:T1588` (Resource Development → Obtain Capabilities)",
      "Reports:\n  MITRE ATT&CK: ['TA0042:T1588']"),
  ]

  static let tests: [Case] = [
    Case(
      "Tests:\n  - Name: a # c\n    Resource: {}", "Add `ExpectedResult`",
      "Tests:\n  - Name: a # c\n    ExpectedResult: true\n    Resource: {}"),
    Case(
      "Tests:\n- ExpectedResult: false\n  Resource: {}", "Add `Name`",
      "Tests:\n- Name: Bucket allows public writes\n  ExpectedResult: false\n  Resource: {}"),
    Case(
      "Tests: [{\"Name\": \"a\", \"ExpectedResult\": false}]", "Add `Resource`",
      "Tests: [{\"Name\": \"a\", \"ExpectedResult\": false, \"Resource\": {}}]"),
    Case(
      "Tests:\n  - Name: a\n    ExpectedResult: false\n    Resource: {}\n    Mocks:\n      - objectName: policy\n        returnValue: {a: 1}",
      "Write it as JSON text",
      "Tests:\n  - Name: a\n    ExpectedResult: false\n    Resource: {}\n    Mocks:\n      - objectName: policy\n        returnValue: '{\"a\":1}'"
    ),
  ]

  static let syntax: [Case] = [
    Case("Description: \"x", "Add the closing `\"`", "Description: \"x\""),
    Case("Tags: [one, two\nDescription: x", "Add the closing `]`", "Tags: [one, two]\nDescription: x"),
    Case("Tags: [one, {a: 1]", "Add the closing `}`", "Tags: [one, {a: 1}]"),
    Case("Tags: [one]]", "Remove `]`", "Tags: [one]"),
    Case("Tags: [one,, two]", "Remove the comma", "Tags: [one, two]"),
    Case("Tags: [\"one\" \"two\"]", "Add a comma", "Tags: [\"one\", \"two\"]"),
    Case(
      "Reports:\n\tMITRE ATT&CK:\n\t\t- TA0042:T1588", "Replace the tabs by spaces",
      "Reports:\n  MITRE ATT&CK:\n    - TA0042:T1588"),
    Case("Description: \"\\d+\"", "Write `\\\\` for the backslash", "Description: \"\\\\d+\""),
    Case("Description", "Add `:`", "Description:"),
  ]

  static let loader: [Case] = [
    Case("Suppressions: [*.example.com]", "Quote as text", "Suppressions: [\"*.example.com\"]"),
    Case("Description: =", "Quote as text", "Description: \"=\""),
    Case("CreatedBy: 1e3 # c", "Quote as text", "CreatedBy: \"1e3\" # c"),
    Case(
      "AutoRemediationParameters: {AccountId: 012345678901}", "Quote as text",
      "AutoRemediationParameters: {AccountId: \"012345678901\"}"),
    Case(
      "AutoRemediationParameters:\n  12:30:45.5: x", "Quote as text",
      "AutoRemediationParameters:\n  \"12:30:45.5\": x"),
  ]

  private func repository(_ lines: String) -> Repository {
    Repository(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
      PolicyID: Example
      Enabled: true
      Severity: Low
      \(lines)
      \(Samples.python)
      """)
  }

  @Test(arguments: keys + values + tests + syntax + loader)
  func aDiagnosticOffersWhatMendsIt(_ example: Case) throws {
    let repository = repository(example.before)
    let source = try #require(repository.snapshot.source(of: repository.file))
    let actions = repository.snapshot.codeActions(in: 0..<source.count, in: repository.file)
    let action = try #require(actions.first { $0.title == example.title }, "\(actions.map(\.title))")
    let head = source.string.prefix(source.string.count - example.before.count)
    #expect(source.applying(action.edits).string == head + example.after)
    #expect(action.isPreferred == example.isPreferred)
  }

  @Test(arguments: [
    (
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nTags: [a] # c\nDescription: x",
      "Add `Severity`",
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nTags: [a] # c\nSeverity: Info\nDescription: x"
    ),
    (
      "AnalysisType: policy\nPolicyID: a\nEnabled: true\nSeverity: Low\n", "Add `Filename`",
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nSeverity: Low\n"
    ),
    (
      "Severity: Low\nAnalysisType: policy\nFilename: p.py\nEnabled: true", "Add `PolicyID`",
      "Severity: Low\nAnalysisType: policy\nFilename: p.py\nPolicyID: p\nEnabled: true"
    ),
    (
      "{\"AnalysisType\": \"policy\", \"Filename\": \"p.py\", \"PolicyID\": \"a\", \"Severity\": \"Low\"}",
      "Add `Enabled`",
      "{\"AnalysisType\": \"policy\", \"Filename\": \"p.py\", \"PolicyID\": \"a\", \"Enabled\": true, \"Severity\": \"Low\"}"
    ),
    ("AnalysisType: polcy # c", "Change to `policy`", "AnalysisType: policy # c"),
    ("AnalysisType: policy\nFilename: q.py", "Change to `p.py`", "AnalysisType: policy\nFilename: p.py"),
    (
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled:\nSeverity: Low", "Change to `true`",
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nSeverity: Low"
    ),
    (
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nSeverity: Urgent",
      "Change to `Critical`",
      "AnalysisType: policy\nFilename: p.py\nPolicyID: a\nEnabled: true\nSeverity: Critical"
    ),
  ])
  func aWholeFileOffersWhatMendsIt(_ before: String, _ title: String, _ after: String) throws {
    let repository = Repository("#- p.yml\n\(before)\n\(Samples.python)")
    let source = try #require(repository.snapshot.source(of: repository.file))
    let actions = repository.snapshot.codeActions(in: 0..<source.count, in: repository.file)
    let action = try #require(actions.first { $0.title == title }, "\(actions.map(\.title))")
    let rest = source.string.dropFirst(before.count)
    #expect(source.applying(action.edits).string == after + rest)
  }

  @Test func aSharedValueIsMendedWhereItStands() throws {
    let repository = repository("Reports:\n  MITRE ATT&CK: &m [TA0043:T1588]\n  Other: *m")
    let source = try #require(repository.snapshot.source(of: repository.file))
    let actions = repository.snapshot.codeActions(in: 0..<source.count, in: repository.file)
    let action = try #require(actions.first)
    #expect(source.applying(action.edits).string.contains("&m [TA0042:T1588]"))
  }

  @Test func whatHasNoFixOffersNone() throws {
    let repository = repository("Description: [a]\nDisplayName: {b: 1}")
    let source = try #require(repository.snapshot.source(of: repository.file))
    #expect(!repository.snapshot.diagnostics(in: repository.file).isEmpty)
    #expect(repository.snapshot.codeActions(in: 0..<source.count, in: repository.file).isEmpty)
  }
}
