/// Keys that are typed halfway, or that lack their colon or its space.
extension RecoveryGoldenTests {
  static let keys = [
    RecoveryExample(
      "a key is half typed between two others",
      #"""
      AnalysisType: policy
      Seve
      ^^^^ A colon is missing after `Seve`. Write `: ` and the value.
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy"
        Seve: ∅
        Enabled: true
        """#),
    RecoveryExample(
      "the first key is half typed",
      #"""
      Anal
      ^^^^ A colon is missing after `Anal`. Write `: ` and the value.
      PolicyID: "AWS.ACM.Certificate.Valid"
      Severity: High
      """#,
      reads: #"""
        Anal: ∅
        PolicyID: "AWS.ACM.Certificate.Valid"
        Severity: "High"
        """#),
    RecoveryExample(
      "the last key of a test is half typed",
      #"""
      AnalysisType: policy
      Tests:
        - Name: Certificate is issued
          Expec
          ^^^^^ A colon is missing after `Expec`. Write `: ` and the value.
      """#,
      reads: #"""
        AnalysisType: "policy"
        Tests:
          - Name: "Certificate is issued"
            Expec: ∅
        """#),
    RecoveryExample(
      "a key is half typed between two tests",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
        Nam
        ^ The list under `Tests` has an item here, so this line must begin with `- `.
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - "Nam"
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "a key is half typed above the first test",
      #"""
      Tests:
        Nam
        ^ The list under `Tests` has an item here, so this line must begin with `- `.
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - "Nam"
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "a test begins with a half-typed key",
      #"""
      Tests:
        - Nam
          ^^^ A colon is missing after `Nam`. Write `: ` and the value.
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Nam: ∅
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "a key is half typed above its siblings",
      #"""
      Reports:
        MITR
        ^^^^ A colon is missing after `MITR`. Write `: ` and the value.
        CIS:
          - 1.4
      Severity: High
      """#,
      reads: #"""
        Reports:
          MITR: ∅
          CIS:
            - 1.4
        Severity: "High"
        """#),
    RecoveryExample(
      "a quoted key is half typed",
      #"""
      Resource:
        "Stat"
        ^^^^^^ A colon is missing after `"Stat"`. Write `: ` and the value.
        "Arn": arn:aws:acm:us-east-1:123456789012:certificate/1
      Severity: High
      """#,
      reads: #"""
        Resource:
          Stat: ∅
          Arn: "arn:aws:acm:us-east-1:123456789012:certificate/1"
        Severity: "High"
        """#),
    RecoveryExample(
      "a key and its value have no colon",
      #"""
      AnalysisType: policy
      Severity High
      ^^^^^^^^ A colon is missing after `Severity`. Write `: ` and the value.
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "the colon before a list is missing",
      #"""
      Tags
      ^^^^ A colon is missing after `Tags`. Write `: ` and the value.
        - AWS
        - Operations
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "the colon before the tests is missing",
      #"""
      AnalysisType: policy
      Tests
      ^^^^^ A colon is missing after `Tests`. Write `: ` and the value.
        - Name: issued
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        AnalysisType: "policy"
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the colon before a resource is missing",
      #"""
      Tests:
        - Name: issued
          Resource
          ^^^^^^^^ A colon is missing after `Resource`. Write `: ` and the value.
            {
              "Status": "ISSUED",
            }
          ExpectedResult: true
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED"}
            ExpectedResult: true
        """#),
    RecoveryExample(
      "the colon before a block text is missing",
      #"""
      Severity: High
      Runbook >
      ^^^^^^^ A colon is missing after `Runbook`. Write `: ` and the value.
        Open the console and request a new certificate.
        Then wait for its validation.
      Enabled: true
      """#,
      reads: #"""
        Severity: "High"
        Runbook: "Open the console and request a new certificate. Then wait for its validation.\n"
        Enabled: true
        """#),
    RecoveryExample(
      "the space after a colon is missing",
      #"""
      AnalysisType: policy
      Severity:High
              ^ A space must follow this colon.
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "the space after the colon of a list is missing",
      #"""
      AnalysisType:policy
                  ^ A space must follow this colon.
      Tags:
        - AWS
      """#,
      reads: #"""
        AnalysisType: "policy"
        Tags:
          - "AWS"
        """#),
    RecoveryExample(
      "a title holds a colon",
      #"""
      DisplayName: ACM: certificate is issued
                      ^ A key and value can't begin here. Quote the value if the colon is part of it.
      Severity: High
      """#,
      reads: #"""
        DisplayName: "ACM: certificate is issued"
        Severity: "High"
        """#),
    RecoveryExample(
      "a tag holds a colon and a space in the wrong place",
      #"""
      Tags:
        - AWS
        - Resource Development: Obtain: Capabilities
                                      ^ A key and value can't begin here. Quote the value if the colon is part of it.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - Resource Development: "Obtain: Capabilities"
        Severity: "High"
        """#),
    RecoveryExample(
      "a description goes on in a line with a colon",
      #"""
      Description: A certificate is not in use
        because of two things that went wrong: it is old
                                             ^ A key and value can't begin here. Quote the value if the colon is part of it.
        and nobody renewed it.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not in use because of two things that went wrong: it is old and nobody renewed it."
        Severity: "High"
        """#),
    RecoveryExample(
      "a value begins with a character that YAML keeps for itself",
      #"""
      Reference: @docs/acm
                 ^ Text can't start with `@`. Quote it.
      Filename: `acm.py`
                ^ Text can't start with a backtick. Quote it.
      Runbook: %PANTHER%/acm
               ^ Text can't start with `%`. Quote it.
      Severity: High
      """#,
      reads: #"""
        Reference: "@docs/acm"
        Filename: "`acm.py`"
        Runbook: "%PANTHER%/acm"
        Severity: "High"
        """#),
    RecoveryExample(
      "two keys are on one line",
      #"""
      AnalysisType: policy Severity: High
                                   ^ A key and value can't begin here. Quote the value if the colon is part of it.
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy Severity: High"
        Enabled: true
        """#),
    RecoveryExample(
      "a line break is missing after a quoted value",
      #"""
      PolicyID: "AWS.ACM.Certificate.Valid"Severity: High
                                           ^^^^^^^^ A key and value can't begin here. `Severity` must begin a line of its own.
      Enabled: true
      """#,
      reads: #"""
        PolicyID: "AWS.ACM.Certificate.Valid"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a key is repeated where its value belongs",
      #"""
      Severity: Severity: High
                        ^ A key and value can't begin here. Quote the value if the colon is part of it.
      Enabled: true
      """#,
      reads: #"""
        Severity: "Severity: High"
        Enabled: true
        """#),
  ]
}
