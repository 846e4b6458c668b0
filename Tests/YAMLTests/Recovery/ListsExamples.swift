/// Lists whose dashes are missing, too many, or without their space.
extension RecoveryGoldenTests {
  static let lists = [
    RecoveryExample(
      "the space after a dash is missing",
      #"""
      Tags:
        - AWS
        -Operations
        ^ A space must follow this dash.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "the space after the dash of the first test is missing",
      #"""
      Tests:
        -Name: issued
        ^ A space must follow this dash.
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the space after the dash of a later test is missing",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
        -Name: pending
        ^ A space must follow this dash.
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the dash of an item is missing",
      #"""
      Tags:
        - AWS
        Operations
        ^ The list under `Tags` has an item here, so this line must begin with `- `.
        - Panther
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
      "the dash of a later test is missing",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
        Name: pending
        ^ The list under `Tests` has an item here, so this line must begin with `- `.
          ExpectedResult: false
        - Name: failed
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
          - Name: "failed"
        """#),
    RecoveryExample(
      "the dash of a later test is deleted",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
         Name: pending
         ^ The list under `Tests` has an item here, so this line must begin with `- `.
          ExpectedResult: false
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        Severity: "High"
        """#),
    RecoveryExample(
      "the dash of the first test is missing",
      #"""
      Tests:
          Name: issued
          ^ The list under `Tests` has an item here, so this line must begin with `- `.
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "a dash stands before the document's first key",
      #"""
      -
      ^ This dash begins no item, and keys go on after it. Remove it, or write the item after it.
      AnalysisType: policy
      Severity: High
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        """#),
    RecoveryExample(
      "a dash stands among the keys of a test",
      #"""
      Tests:
        - Name: issued
          -
          ^ This dash begins no item, and keys go on after it. Remove it, or write the item after it.
          ExpectedResult: true
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
        """#),
    RecoveryExample(
      "an item stands among the document's keys",
      #"""
      AnalysisType: policy
      - AWS
      ^ A list item can't begin here: the keys from line 1 on go on at this indentation. Indent the item more, below its own key, or remove the dash.
      Severity: High
      """#,
      reads: #"""
        AnalysisType: "policy"
        ∅:
          - "AWS"
        Severity: "High"
        """#),
    RecoveryExample(
      "a list begins on the line of its key",
      #"""
      Tags: - AWS
            ^ A list item can't begin here. Begin the list on a line of its own.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
        Severity: "High"
        """#),
    RecoveryExample(
      "an item follows a list in brackets",
      #"""
      Tags: [AWS]
        - Operations
        ^ The list of `Tags` is closed by `]` on line 1. Move this item inside the brackets, or begin every item with `- ` and remove the brackets.
      Severity: High
      """#,
      reads: #"""
        Tags: ["AWS"]
        ∅:
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "an en dash marks an item",
      #"""
      Tags:
        - AWS
        – Operations
        ^ The list under `Tags` has an item here, so this line must begin with `- `.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "– Operations"
        Severity: "High"
        """#),
  ]
}
