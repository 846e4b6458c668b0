/// Merge conflicts, and what comes along with a pasted text.
extension RecoveryGoldenTests {
  static let pasting = [
    RecoveryExample(
      "a merge conflict in a value",
      #"""
      AnalysisType: policy
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
      Severity: High
      =======
      Severity: Medium
      >>>>>>> main
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Severity: "Medium"
        Enabled: true
        """#),
    RecoveryExample(
      "a merge conflict in a test",
      #"""
      Tests:
        - Name: issued
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
          ExpectedResult: true
      =======
          ExpectedResult: false
      >>>>>>> main
          Resource: {}
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
            ExpectedResult: false
            Resource: {}
          - Name: "pending"
        """#),
    RecoveryExample(
      "a merge conflict in a list",
      #"""
      Tags:
        - AWS
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
        - Operations
      ||||||| base
      =======
        - Panther
      >>>>>>> main
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
          - "Panther"
        Severity: "High"
        """#),
    RecoveryExample(
      "a merge conflict in a block text",
      #"""
      Description: >
        A certificate
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
        is not valid.
      =======
        is invalid.
      >>>>>>> main
        Renew it.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate <<<<<<< HEAD is not valid.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "a merge conflict in braces",
      #"""
      Resource:
        {
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
          "Status": "ISSUED",
      =======
          "Status": "PENDING",
      >>>>>>> main
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Status: "PENDING", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a merge conflict at the start of the file",
      #"""
      <<<<<<< HEAD
      ^^^^^^^^^^^^… This line marks a merge conflict. Decide which of the two versions to keep, and remove the markers.
      AnalysisType: policy
      =======
      AnalysisType: rule
      >>>>>>> main
      Severity: High
      """#,
      reads: #"""
        AnalysisType: "policy"
        AnalysisType: "rule"
        Severity: "High"
        """#),
    RecoveryExample(
      "JSON with text behind it",
      #"""
      { "AnalysisType": "policy", "Severity": "High" }
      copied from the console
      ^^^^^^^^^^^^^^^^^^^^^^^… The document ends with the bracket above, so nothing can follow. Remove this, or put it inside the brackets.
      on Monday
      """#,
      reads: #"""
        {AnalysisType: "policy", Severity: "High"}
        """#),
    RecoveryExample(
      "JSON with a comma behind it",
      #"""
      Resource: { "Status": "ISSUED" },
                                      ^ The value of `Resource` ends before this. Quote the whole value, or remove this.
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "JSON was pasted at column 0",
      #"""
      Tests:
        - Name: issued
          Resource:
      {
      ^ This is the value of `Resource`. Indent it more than that key.
        "Status": "ISSUED",
        "InUseBy": []
      }
          ExpectedResult: true
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED", InUseBy: []}
            ExpectedResult: true
          - Name: "pending"
        """#),
    RecoveryExample(
      "a Markdown fence was pasted",
      #"""
      ```yaml
      ^ Text can't start with a backtick. Quote it.
      AnalysisType: policy
      Severity: High
      ```
      ^ Text can't start with a backtick. Quote it.
      """#,
      reads: #"""
        ```yaml: ∅
        AnalysisType: "policy"
        Severity: "High"
        ```: ∅
        """#),
    RecoveryExample(
      "Windows line ends begin half-way",
      #"""
      AnalysisType: policy
      Severity High\#r
      ^^^^^^^^ A colon is missing after `Severity`. Write `: ` and the value.
      Enabled: true\#r
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a document ends in the middle of a resource",
      #"""
      Tests:
        - Name: issued
          Resource:
            {
            ^ The `{` of `Resource` is never closed. Add `}`.
              "InUseBy": [
                         ^ The `[` of `InUseBy` is never closed. Add `]`.
                "arn:aws:
                ^^^^^^^^^ This quote is never closed. Add `"` at the end of the text.
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {InUseBy: ["arn:aws:"]}
        """#),
    RecoveryExample(
      "a comment lacks its space",
      #"""
      Severity: "High"# for now
                      ^ A comment needs a space before its `#`. Add one, or quote the value if the `#` is part of it.
      Enabled: true
      """#,
      reads: #"""
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a comment has the form of another language",
      #"""
      AnalysisType: policy
      // for now
      ^^^^^^^^^^ A colon is missing after `// for now`. Write `: ` and the value.
      Severity: High
      """#,
      reads: #"""
        AnalysisType: "policy"
        // for now: ∅
        Severity: "High"
        """#),
  ]
}
