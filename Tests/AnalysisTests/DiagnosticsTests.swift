import Analysis
import Testing

@Suite struct DiagnosticsTests {
  @Test func aWholePolicyHasNone() {
    expectDiagnostics(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: issued
            ExpectedResult: true
            Resource: {"Status": "ISSUED",}
        """))
      \(Samples.python)
      """)
  }

  @Test func aMisspeltKeyNamesTheNearestOne() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
      PolicyID: Example
      Enabled: true
      Severty: Low
      ^^^^^^^ error key-unknown: `Severty` is not a key of a policy; did you mean `Severity`?
      \(Samples.python)
      """)
  }

  @Test func aMissingKeyIsReportedOnTheAnalysisType() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      ^^^^^^^^^^^^ error key-missing: `Severity` is missing: a policy needs it.
      Filename: p.py
      PolicyID: Example
      Enabled: true
      \(Samples.python)
      """)
  }

  @Test func aWrongTypeSaysWhatToWrite() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
      PolicyID: Example
      Enabled: yes
               ^^^ error value-type: `Enabled` must be a boolean, not a string; write `true`.
      Severity: high
                ^^^^ error value-not-allowed: `Severity` can't be `high`; did you mean `High`?
      \(Samples.python)
      """)
  }

  @Test func theMappingToMITREIsCheckedAgainstTheCatalogue() {
    expectDiagnostics(
      """
      \(Samples.policy("""
        Reports:
          MITRE ATT&CK:
            - TA0042:T1588
            - T1588
              ^^^^^ warning mitre-format
            - TA0043:T1588
              ^^^^^^ warning mitre-tactic
            - TA0042:T9999
                     ^^^^^ warning mitre-unknown
        """))
      \(Samples.python)
      """)
  }

  @Test func aPythonFileThatIsNotThereIsReportedOnItsName() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      Filename: q.py
                ^^^^ error python-missing: There is no file `q.py` in /repository; create it or correct the name
      PolicyID: Example
      Enabled: true
      Severity: Low
      \(Samples.python)
      """)
  }

  @Test func aPythonSyntaxErrorIsReportedInBothFiles() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
                ^^^^ error python-syntax: `p.py` has a syntax error on line 1: expected ':'
      PolicyID: Example
      Enabled: true
      Severity: Low
      #- p.py
      def policy(resource)
                          ^ error python-syntax: SyntaxError: expected ':'
          return True
      """)
  }

  @Test func aMissingPolicyFunctionSaysWhatToAdd() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
                ^^^^ error python-function-missing: A policy needs a function `policy`; add `def policy(resource):`
      PolicyID: Example
      Enabled: true
      Severity: Low
      #- p.py
      def polcy(resource):
      ^ error python-function-missing: A policy needs a function `policy`; add `def policy(resource):`
          return True
      """)
  }

  @Test func aFailingTestIsAnErrorOnItsExpectation() throws {
    let text = """
      \(Samples.policy(tests: """
        Tests:
          - Name: pending
            ExpectedResult: true
                            ^^^^ error test-failed: Test `pending` fails: returned false, expected true
            Resource: {"Status": "PENDING"}
        """))
      \(Samples.python)
      """
    expectDiagnostics(text)
    let repository = Repository(text)
    let related = try #require(repository.snapshot.diagnostics(in: repository.file).first?.related.first)
    #expect(related.location.file.name == "p.py")
    #expect(related.message == #"false is returned here: Status is "PENDING""#)
  }

  @Test func anExceptionIsReportedOnTheTestAndOnTheLineThatRaises() {
    expectDiagnostics(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: empty
            ExpectedResult: true
                            ^^^^ error test-errored: Test `empty` ends with an error: KeyError: 'Status'
            Resource: {}
        """))
      #- p.py
      def policy(resource):
          return resource["Status"] == "ISSUED"
                 ^^^^^^^^^^^^^^^^^^ error test-errored: Test `empty`: KeyError: 'Status'
      """)
  }

  @Test func whatIsNotImplementedIsNamedAndNeverJudged() {
    expectDiagnostics(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: system
            ExpectedResult: true
                            ^^^^ warning test-unsupported: Test `system` is not evaluated: os.system is not supported
            Resource: {}
        """))
      #- p.py
      import os

      def policy(resource):
          return os.system("true") == 0
      """)
  }

  @Test func rulesAreCheckedAndNotEvaluatedYet() {
    expectDiagnostics(
      """
      #- r.yml
      AnalysisType: rule
      Filename: r.py
      RuleID: Example
      Enabled: true
      Severity: Low
      LogTypes: [AWS.CloudTrail]
      Tests:
      ^^^^^ warning test-unsupported: No test is evaluated: the event that a rule examines is not supported
        - Name: any
          ExpectedResult: true
          Log: {a: 1}
      #- r.py
      def rule(event):
          return event.deep_get("a") == 1
      """)
  }

  @Test func otherYAMLIsNoneOfOurBusiness() {
    expectDiagnostics(
      """
      #- docker-compose.yml
      services: [a, b
      """)
  }

  @Test func anUnknownAnalysisTypeNamesTheNearest() {
    expectDiagnostics(
      """
      #- p.yml
      AnalysisType: polcy
                    ^^^^^ error analysis-type-unknown: `polcy` is not a type of Panther item; did you mean `policy`?
      """)
  }

  @Test func aDuplicateKeyIsAWarningBecauseTheLastOneCounts() {
    expectDiagnostics(
      """
      \(Samples.policy("""
        Description: one
        Description: two
        ^^^^^^^^^^^ warning yaml-duplicate-key
        """))
      \(Samples.python)
      """)
  }
}
