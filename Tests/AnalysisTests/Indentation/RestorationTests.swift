import Analysis
import SourceText
import Testing

/// What a text with lost indentation becomes.
private struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let pasted: String
  let restored: String
  /// The lines, from one, that could also belong elsewhere.
  var guesses: [Int] = []

  init(_ description: String, _ pasted: String, becomes restored: String, guesses: [Int] = []) {
    testDescription = description
    self.pasted = pasted
    self.restored = restored
    self.guesses = guesses
  }
}

private let policies: [Case] = [
  Case(
    "Keys of a test go into it, items of a list below their key",
    """
    AnalysisType: policy
    ResourceTypes:
    - AWS.ACM.Certificate
    Reports:
    MITRE ATT&CK:
    - TA0042:T1588
    Tags:
    - AWS
    - Resource Development:Obtain Capabilities
    Tests:
    - Name: one
    ExpectedResult: true
    Resource: {}
    - Name: two
    ExpectedResult: false
    Mocks:
    - objectName: lookup
    returnValue: "{}"
    - objectName: other
    returnValue: true
    Resource: {}
    """,
    becomes: """
      AnalysisType: policy
      ResourceTypes:
        - AWS.ACM.Certificate
      Reports:
        MITRE ATT&CK:
          - TA0042:T1588
      Tags:
        - AWS
        - Resource Development:Obtain Capabilities
      Tests:
        - Name: one
          ExpectedResult: true
          Resource: {}
        - Name: two
          ExpectedResult: false
          Mocks:
            - objectName: lookup
              returnValue: "{}"
            - objectName: other
              returnValue: true
          Resource: {}
      """),
  Case(
    "Several reports, each with its list",
    """
    AnalysisType: policy
    Reports:
    CIS:
    - 1.2
    PCI:
    - 3.4
    - 3.5
    Severity: Low
    """,
    becomes: """
      AnalysisType: policy
      Reports:
        CIS:
          - 1.2
        PCI:
          - 3.4
          - 3.5
      Severity: Low
      """),
  Case(
    "Text stays text, whatever it looks like, until a key that is still missing",
    """
    AnalysisType: policy
    Description: >
    Note: it has a colon.
    - it has a bullet

    AnalysisType: is here already
    # a heading
    and its text
    Runbook: |
    1. Look.
    Severity: is set below, so this is text.
    Severity: High
    """,
    becomes: """
      AnalysisType: policy
      Description: >
        Note: it has a colon.
        - it has a bullet

        AnalysisType: is here already
        # a heading
        and its text
      Runbook: |
        1. Look.
        Severity: is set below, so this is text.
      Severity: High
      """),
  Case(
    "A text of several lines keeps how its lines differ",
    """
    AnalysisType: policy
    Runbook: |
    1. Look:
      - here
      - there
    Tags: [AWS,
    IAM]
    """,
    becomes: """
      AnalysisType: policy
      Runbook: |
        1. Look:
          - here
          - there
      Tags: [AWS,
          IAM]
      """),
  Case(
    "Plain and quoted scalars go on over lines",
    """
    AnalysisType: policy
    Description: It checks
    one thing
    Runbook: "Look: it
    - is here"
    Reference:
    https://example.com
    """,
    becomes: """
      AnalysisType: policy
      Description: It checks
        one thing
      Runbook: "Look: it
        - is here"
      Reference:
        https://example.com
      """),
  Case(
    "Brackets say how deep a line is",
    """
    AnalysisType: policy
    Tests:
    - Name: "}"
    ExpectedResult: true
    Resource:
    {
    "A": [
    1,
    { "b": "]", 'c': '{' }
    ],
    "D":
    [
    {
    "e": # {
    {
    "f": null,
    },
    },
    ],
    }
    - Name: two
    Resource: {
    "A": 1
    }
    ExpectedResult: true
    """,
    becomes: """
      AnalysisType: policy
      Tests:
        - Name: "}"
          ExpectedResult: true
          Resource:
            {
              "A": [
                1,
                { "b": "]", 'c': '{' }
              ],
              "D":
                [
                  {
                    "e": # {
                      {
                        "f": null,
                      },
                  },
                ],
            }
        - Name: two
          Resource: {
              "A": 1
            }
          ExpectedResult: true
      """),
  Case(
    "Comments stand where the next line stands",
    """
    # about it all
    AnalysisType: policy
    # about the tags
    Tags:
    # the first
    - AWS
    # about the tests
    Tests:
    # the first test
    - Name: one
    # why
    ExpectedResult: true
    Resource: {}
    # the end
    """,
    becomes: """
      # about it all
      AnalysisType: policy
      # about the tags
      Tags:
        # the first
        - AWS
      # about the tests
      Tests:
        # the first test
        - Name: one
          # why
          ExpectedResult: true
          Resource: {}
      # the end
      """),
  Case(
    "A resource written as a block is read by the fields of its type",
    """
    AnalysisType: policy
    ResourceTypes:
    - AWS.ACM.Certificate
    Tests:
    - Name: one
    ExpectedResult: true
    Resource:
    Status: ISSUED
    KeyUsages:
    - Name: DIGITAL_SIGNATURE
    Options:
    CertificateTransparencyLoggingPreference: ENABLED
    - Name: two
    ExpectedResult: true
    Resource:
    Status: ISSUED
    """,
    becomes: """
      AnalysisType: policy
      ResourceTypes:
        - AWS.ACM.Certificate
      Tests:
        - Name: one
          ExpectedResult: true
          Resource:
            Status: ISSUED
            KeyUsages:
              - Name: DIGITAL_SIGNATURE
            Options:
              CertificateTransparencyLoggingPreference: ENABLED
        - Name: two
          ExpectedResult: true
          Resource:
            Status: ISSUED
      """),
  Case(
    "What is left of the indentation decides, where the outline leaves a choice",
    """
    AnalysisType: policy
    Tests:
     - Name: one
      ExpectedResult: true
      Resource:
       Outer:
        Inner: 1
       Other: 2
       Severity: of the resource
    """,
    becomes: """
      AnalysisType: policy
      Tests:
        - Name: one
          ExpectedResult: true
          Resource:
            Outer:
              Inner: 1
            Other: 2
            Severity: of the resource
      """),
  Case(
    "Only the lines that are wrong change in a text that is right otherwise",
    """
    AnalysisType: policy
    PolicyID: Example
    DisplayName: Example
    Tags:
    - AWS
    Severity: Low
    Tests:
    - Name: one
      ExpectedResult: true
      Resource: {
          "A": 1
      }
    - Name: two
     ExpectedResult: true
      Resource: {}
    """,
    becomes: """
      AnalysisType: policy
      PolicyID: Example
      DisplayName: Example
      Tags:
      - AWS
      Severity: Low
      Tests:
      - Name: one
        ExpectedResult: true
        Resource: {
            "A": 1
        }
      - Name: two
        ExpectedResult: true
        Resource: {}
      """),
  Case(
    "The page around a rule becomes comments",
    """
    Detection rules › Panther
    Severity: High
    | Tactic | Techniques |
    ```yaml
    AnalysisType: policy
    Severity: Low
    Tags:
    - AWS
    ```
    Detection logic
    Condition
    Status: eq
    """,
    becomes: """
      # Detection rules › Panther
      # Severity: High
      # | Tactic | Techniques |
      # ```yaml
      AnalysisType: policy
      Severity: Low
      Tags:
        - AWS
      # ```
      # Detection logic
      # Condition
      # Status: eq
      """),
  Case(
    "A misspelt key stays a key, where its neighbours are",
    """
    AnalysisType: policy
    Severty: High
    Tests:
    - Name: one
    ExpectedResults: true
    Resource: {}
    """,
    becomes: """
      AnalysisType: policy
      Severty: High
      Tests:
        - Name: one
          ExpectedResults: true
          Resource: {}
      """,
    guesses: [2, 5]),
  Case(
    "Blanks of a web page are blanks",
    "AnalysisType: policy\r\nTags:\r\n\u{A0}- AWS\r\nReports:\r\n\u{A0}CIS:\r\n\t\t- 1.2\r\n",
    becomes: "AnalysisType: policy\r\nTags:\r\n  - AWS\r\nReports:\r\n  CIS:\r\n    - 1.2\r\n"),
]

private let otherTypes: [Case] = [
  Case(
    "A rule's match expressions nest",
    """
    AnalysisType: rule
    RuleID: A
    Detection:
    - All:
    - Key: a
    Condition: Equals
    Value: b
    - DeepKey:
    - a
    - b
    Condition: Exists
    InlineFilters:
    - All: []
    """,
    becomes: """
      AnalysisType: rule
      RuleID: A
      Detection:
        - All:
            - Key: a
              Condition: Equals
              Value: b
            - DeepKey:
                - a
                - b
              Condition: Exists
      InlineFilters:
        - All: []
      """,
    // Each could also belong to what `All` belongs to.
    guesses: [6, 7, 8, 11]),
  Case(
    "A correlation rule",
    """
    AnalysisType: correlation_rule
    RuleID: Both
    Detection:
    - Sequence:
    - ID: A
    RuleID: Rule.A
    - ID: B
    RuleID: Rule.B
    Transitions:
    - ID: A to B
    From: A
    To: B
    Match:
    - On: p_alert_context.user
    Schedule:
    RateMinutes: 1440
    TimeoutMinutes: 1
    LookbackWindowMinutes: 2160
    Severity: High
    Tests:
    - Name: both
    ExpectedResult: true
    RuleOutputs:
    - ID: A
    Matches:
    p_alert_context.user:
    jane:
    - 0
    - ID: B
    """,
    becomes: """
      AnalysisType: correlation_rule
      RuleID: Both
      Detection:
        - Sequence:
            - ID: A
              RuleID: Rule.A
            - ID: B
              RuleID: Rule.B
          Transitions:
            - ID: A to B
              From: A
              To: B
              Match:
                - On: p_alert_context.user
          Schedule:
            RateMinutes: 1440
            TimeoutMinutes: 1
          LookbackWindowMinutes: 2160
      Severity: High
      Tests:
        - Name: both
          ExpectedResult: true
          RuleOutputs:
            - ID: A
              Matches:
                p_alert_context.user:
                  jane:
                    - 0
            - ID: B
      """),
  Case(
    "A pack",
    """
    AnalysisType: pack
    PackID: P
    PackDefinition:
    IDs:
    - A
    - B
    DisplayName: Pack
    """,
    becomes: """
      AnalysisType: pack
      PackID: P
      PackDefinition:
        IDs:
          - A
          - B
      DisplayName: Pack
      """),
  Case(
    "A scheduled query",
    """
    AnalysisType: scheduled_query
    QueryName: Q
    Enabled: true
    Query: |-
    SELECT *
    FROM t
    -- Schedule: daily
    Schedule:
    CronExpression: "0 0 * * *"
    TimeoutMinutes: 5
    """,
    becomes: """
      AnalysisType: scheduled_query
      QueryName: Q
      Enabled: true
      Query: |-
        SELECT *
        FROM t
        -- Schedule: daily
      Schedule:
        CronExpression: "0 0 * * *"
        TimeoutMinutes: 5
      """),
  Case(
    "A lookup table",
    """
    AnalysisType: lookup_table
    LookupName: L
    Enabled: true
    LogTypeMap:
    PrimaryKey: ip
    AssociatedLogTypes:
    - LogType: AWS.CloudTrail
    Selectors:
    - sourceIPAddress
    Refresh:
    PeriodMinutes: 5
    """,
    becomes: """
      AnalysisType: lookup_table
      LookupName: L
      Enabled: true
      LogTypeMap:
        PrimaryKey: ip
        AssociatedLogTypes:
          - LogType: AWS.CloudTrail
            Selectors:
              - sourceIPAddress
      Refresh:
        PeriodMinutes: 5
      """),
  Case(
    "Events nest as their log type does",
    """
    AnalysisType: rule
    RuleID: A
    LogTypes:
    - AWS.CloudTrail
    Tests:
    - Name: one
    ExpectedResult: true
    Log:
    eventName: GetUser
    userIdentity:
    type: AssumedRole
    sessionContext:
    attributes:
    mfaAuthenticated: "true"
    sessionIssuer:
    userName: role
    recipientAccountId: "1"
    p_any_ip_addresses:
    - 1.1.1.1
    - Name: two
    ExpectedResult: false
    Log:
    eventName: GetUser
    """,
    becomes: """
      AnalysisType: rule
      RuleID: A
      LogTypes:
        - AWS.CloudTrail
      Tests:
        - Name: one
          ExpectedResult: true
          Log:
            eventName: GetUser
            userIdentity:
              type: AssumedRole
              sessionContext:
                attributes:
                  mfaAuthenticated: "true"
                sessionIssuer:
                  userName: role
            recipientAccountId: "1"
            p_any_ip_addresses:
              - 1.1.1.1
        - Name: two
          ExpectedResult: false
          Log:
            eventName: GetUser
      """),
  Case(
    "Flat events are sure, nested ones are guesses",
    """
    AnalysisType: rule
    RuleID: A
    Tests:
    - Name: one
    ExpectedResult: true
    Log:
    eventName: GetUser
    Status: ok
    - Name: two
    ExpectedResult: true
    Log:
    user:
    name: jane
    """,
    becomes: """
      AnalysisType: rule
      RuleID: A
      Tests:
        - Name: one
          ExpectedResult: true
          Log:
            eventName: GetUser
            Status: ok
        - Name: two
          ExpectedResult: true
          Log:
            user:
              name: jane
      """,
    guesses: [8, 13]),
]

@Suite("Restoring indentation")
struct RestorationTests {
  @Test("Lines go where the outline of the type has them", arguments: policies + otherTypes)
  fileprivate func restores(_ example: Case) throws {
    let restoration = try #require(restored(from: example.pasted))
    #expect(restoration.restored.string == example.restored)
    #expect(restoration.guessedLines.map { $0 + 1 } == example.guesses)
    #expect(SourceText(example.pasted).applying(restoration.edits) == restoration.restored)
  }

  @Test("What is restored is left alone", arguments: policies + otherTypes)
  fileprivate func idempotent(_ example: Case) {
    #expect(restored(from: example.restored) == nil)
  }

  @Test(
    "A text is left alone if its indentation is not what is wrong with it",
    arguments: [
      // A misspelt key.
      "AnalysisType: policy\nSeverty: High\nTags:\n    - AWS\n",
      // A half-typed line.
      "AnalysisType: policy\nSeverity: High\nTag\nTests: []\n",
      // A list right below its key.
      "AnalysisType: policy\nTags:\n- AWS\n- IAM\nSeverity: High\n",
      // A missing closing quote.
      "AnalysisType: policy\nDescription: \"half\nSeverity: High\n",
    ])
  func intact(_ text: String) {
    #expect(restored(from: text) == nil)
  }

  @Test(
    "What can't be restored says why",
    arguments: [
      (
        "Tags:\n- AWS\nSeverity: High",
        "no line says which kind of item it is, such as `AnalysisType: policy`"
      ),
      ("AnalysisType: policy\nTests:\nResource: {", "the bracket opened on line 3 is never closed"),
      ("AnalysisType: policy\nReports:\nCIS:\n- 'a", "the quote opened on line 4 is never closed"),
    ])
  func refused(_ text: String, _ message: String) {
    guard case .refused(let refusal) = IndentationOutcome(restoring: SourceText(text)) else {
      Issue.record("It was not refused.")
      return
    }
    #expect(refusal.message == message)
  }

  private func restored(from text: String) -> IndentationRestoration? {
    guard case .restored(let restoration) = IndentationOutcome(restoring: SourceText(text)) else {
      return nil
    }
    return restoration
  }
}
