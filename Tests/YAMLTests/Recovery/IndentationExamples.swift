/// Lines that are indented too much, too little, or by something other than spaces.
extension RecoveryGoldenTests {
  static let indentation = [
    RecoveryExample(
      "a key is indented by one space too many",
      #"""
      AnalysisType: policy
       Severity: High
      ^ This line is indented by 1 space, but the keys from line 1 on by 0. Align it with them.
      Enabled: true
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "keys are indented too far, one after the other",
      #"""
      AnalysisType: policy
        Severity: High
      ^^ This line is indented by 2 spaces, but the keys from line 1 on by 0. Align it with them.
        Enabled: true
      Filename: acm.py
      """#,
      reads: #"""
        AnalysisType: "policy"
        Severity: "High"
        Enabled: true
        Filename: "acm.py"
        """#),
    RecoveryExample(
      "a key stands between the keys of a test and the dash",
      #"""
      Tests:
        - Name: issued
         ExpectedResult: true
      ^^^ This line is indented by 3 spaces, but the keys of `Tests` from line 2 on by 4. Align it with them.
          Resource: {}
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
            Resource: {}
          - Name: "pending"
        """#),
    RecoveryExample(
      "a key of a nested mapping is indented too little",
      #"""
      Reports:
          CIS:
            - 1.4
        MITRE ATT&CK:
      ^^ This line is indented by 2 spaces, but the keys of `Reports` from line 2 on by 4. Align it with them.
          - TA0042:T1588
      Severity: High
      """#,
      reads: #"""
        Reports:
          CIS:
            - 1.4
          MITRE ATT&CK:
            - "TA0042:T1588"
        Severity: "High"
        """#),
    RecoveryExample(
      "a key of a test was pasted at column 0",
      #"""
      Tests:
        - Name: issued
      ExpectedResult: true
      ^^^^^^^^^^^^^^ This line is indented by 0 spaces, but the keys of `Tests` from line 2 on by 4. Align it with them.
          Resource: {}
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
            Resource: {}
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the last key of a test was pasted at column 0",
      #"""
      Tests:
        - Name: issued
          Resource: {}
      ExpectedResult: true
      ^^^^^^^^^^^^^^ This line is indented by 0 spaces, but the keys of `Tests` from line 2 on by 4. Align it with them.
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {}
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the first key below another was pasted at column 0",
      #"""
      Tests:
        - Name: issued
          Resource:
      Status: ISSUED
      ^^^^^^ This line is indented by 0 spaces, but the keys of `Resource` from line 4 on by 6. Align it with them.
            Type: AMAZON_ISSUED
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource:
              Status: "ISSUED"
              Type: "AMAZON_ISSUED"
          - Name: "pending"
        """#),
    RecoveryExample(
      "a test is indented by one space too many",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
         - Name: pending
      ^^^ This line is indented by 3 spaces, but the items of `Tests` from line 2 on by 2. Align it with them.
           ExpectedResult: false
        - Name: failed
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
          - Name: "failed"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the first line of a test is indented by one space too many",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
         - Name: pending
      ^^^ This line is indented by 3 spaces, but the items of `Tests` from line 2 on by 2. Align it with them.
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
      "a test is indented less than the ones before",
      #"""
      Tests:
        - Name: issued
          ExpectedResult: true
      - Name: pending
      ^ This line is indented by 0 spaces, but the items of `Tests` from line 2 on by 2. Align it with them.
        ExpectedResult: false
      - Name: failed
        ExpectedResult: false
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
          - Name: "failed"
            ExpectedResult: false
        Severity: "High"
        """#),
    RecoveryExample(
      "an item is indented less than the ones before",
      #"""
      Tags:
          - AWS
        - Operations
      ^^ This line is indented by 2 spaces, but the items of `Tags` from line 2 on by 4. Align it with them.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "a key is indented like the items above it",
      #"""
      Tags:
        - AWS
        - Operations
        Severity: High
      ^^ This line is indented by 2 spaces, but the keys from line 1 on by 0. Align it with them.
      Enabled: true
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a value in quotes is indented like its key",
      #"""
      Description:
      "A certificate is not valid"
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is the value of `Description`. Indent it more than that key.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid"
        Severity: "High"
        """#),
    RecoveryExample(
      "a resource in braces is indented like its key",
      #"""
      Tests:
        - Name: issued
          Resource:
          {
          ^ This is the value of `Resource`. Indent it more than that key.
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
      "a tab indents a key",
      #"""
      Tests:
        - Name: issued
      \#tExpectedResult: true
      ^ There is a tab in the indentation. Use spaces.
          Resource: {}
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
            Resource: {}
          - Name: "pending"
        """#),
    RecoveryExample(
      "tabs indent everything",
      #"""
      Tests:
      \#t- Name: issued
      ^ There is a tab in the indentation. Use spaces.
      \#t  ExpectedResult: true
      ^^^ There is a tab in the indentation. Use spaces.
      \#t- Name: pending
      ^ There is a tab in the indentation. Use spaces.
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
          - Name: "pending"
        Severity: "High"
        """#),
    RecoveryExample(
      "a tab indents an item",
      #"""
      Tags:
        - AWS
      \#t- Operations
      ^ There is a tab in the indentation. Use spaces.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "a tab stands between the dash and a key",
      #"""
      Tests:
        -\#tName: issued
         ^ There is a tab in the indentation. Use spaces.
          ExpectedResult: true
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
        Severity: "High"
        """#),
    RecoveryExample(
      "a tab indents a block text",
      #"""
      Description: >
      \#tA certificate is not valid.
      ^ There is a tab in the indentation. Use spaces.
      Severity: High
      """#,
      reads: #"""
        Description: "\tA certificate is not valid.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "a no-break space indents a key",
      #"""
      Tests:
        - Name: issued
         \#u{A0}ExpectedResult: true
         ^ There is a no-break space in the indentation. Use ordinary spaces.
          Resource: {}
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            ExpectedResult: true
            Resource: {}
          - Name: "pending"
        """#),
    RecoveryExample(
      "a no-break space indents the first test",
      #"""
      Tests:
       \#u{A0}- Name: issued
       ^ There is a no-break space in the indentation. Use ordinary spaces.
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
      "a line of a block text is indented too little",
      #"""
      Description: >
          A certificate is not valid,
        or it is about to expire.
      ^^ The text that begins on line 2 is indented by 4 spaces, this line by less. Indent it as much.
          Renew it.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid, or it is about to expire. Renew it.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "a line of a block text was pasted at column 0",
      #"""
      Description: >
        A certificate is not valid,
      or it is about to expire.
      ^ The text that begins on line 2 is indented by 2 spaces, this line by less. Indent it as much.
        Renew it.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid, or it is about to expire. Renew it.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "the line after a block text is indented by one space",
      #"""
      Description: >
        A certificate is not valid.
       Severity: High
      ^ This line is indented by 1 space, but the keys from line 1 on by 0. Align it with them.
      Enabled: true
      """#,
      reads: #"""
        Description: "A certificate is not valid.\n"
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a plain description goes on at column 0",
      #"""
      Description: A certificate is not valid,
      or it is about to expire.
      ^^^^^^^^^^^^^^^^^^^^^^^^^ This line goes on with the text of `Description`. Indent it more than that key.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid, or it is about to expire."
        Severity: "High"
        """#),
  ]
}
