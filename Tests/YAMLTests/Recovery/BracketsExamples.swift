/// Brackets, braces and commas that are missing, mistyped or too many.
extension RecoveryGoldenTests {
  static let brackets = [
    RecoveryExample(
      "the closing bracket of a list is missing",
      #"""
      ResourceTypes: [AWS.ACM.Certificate, AWS.S3.Bucket
                     ^ The `[` of `ResourceTypes` is never closed. Add `]` before line 2.
      Severity: High
      Enabled: true
      """#,
      reads: #"""
        ResourceTypes: ["AWS.ACM.Certificate", "AWS.S3.Bucket"]
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "the closing brace of a resource is missing before the next test",
      #"""
      Tests:
        - Name: issued
          Resource:
            {
            ^ The `{` of `Resource` is never closed. Add `}` before line 7.
              "Status": "ISSUED",
              "InUseBy": ["arn:aws:elb:1"],
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED", InUseBy: ["arn:aws:elb:1"]}
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the closing brace of a resource is missing before the next key",
      #"""
      Tests:
        - Name: issued
          Resource:
            {
            ^ The `{` of `Resource` is never closed. Add `}` before line 6.
              "Status": "ISSUED",
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED"}
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "the closing bracket of a list in a resource is missing",
      #"""
      Resource:
        {
          "InUseBy": [
                     ^ The `[` of `InUseBy` is never closed. Add `]` before line 5.
            "arn:aws:elb:1",
          "Status": "ISSUED",
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {InUseBy: ["arn:aws:elb:1"], Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "the closing brace of an object in a resource is missing",
      #"""
      Resource:
        {
          "Renewal":
            {
            ^ The `{` of `Renewal` is never closed. Add `}` before line 6.
              "Status": "PENDING_VALIDATION",
          "Status": "ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Renewal: {Status: "PENDING_VALIDATION"}, Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a bracket is opened before a value in a resource",
      #"""
      Resource:
        {
          "Status": ["ISSUED",
                    ^ The `[` of `Status` is never closed. Add `]` before line 4.
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: ["ISSUED"], Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a brace was typed for a bracket",
      #"""
      Resource:
        {
          "InUseBy":
            [
              "arn:aws:elb:1",
            },
            ^ This `}` stands where the `[` of `InUseBy` on line 4 is to be closed. Write `]`.
          "Status": "ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {InUseBy: ["arn:aws:elb:1"], Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a brace was typed for a bracket on one line",
      #"""
      Resource:
        {
          "InUseBy": ["arn:aws:elb:1"},
                                     ^ This `}` stands where the `[` of `InUseBy` on line 3 is to be closed. Write `]`.
          "Status": "ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {InUseBy: ["arn:aws:elb:1"], Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "the opening bracket of a list is missing",
      #"""
      Resource:
        {
          "InUseBy": "arn:aws:elb:1", "arn:aws:elb:2"],
                                                     ^ Nothing is open that this `]` closes. Remove it, or add the opening bracket.
          "Status": "ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {InUseBy: "arn:aws:elb:1", arn:aws:elb:2: ∅, Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "the opening brace of an object is missing",
      #"""
      Resource:
        {
          "Renewal":
              "Status": "PENDING_VALIDATION",
              ^ The entries from here on are separated by commas, so `{` must stand before them and `}` after them.
              "Count": 2,
            },
          "Status": "ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Renewal: {Status: "PENDING_VALIDATION", Count: 2}, Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a resource was pasted without its opening brace",
      #"""
      Tests:
        - Name: issued
          Resource:
              "Status": "ISSUED",
              ^ The entries from here on are separated by commas, so `{` must stand before them and `}` after them.
              "Type": "AMAZON_ISSUED",
              "InUseBy": ["arn:aws:elb:1"],
            }
          ExpectedResult: true
        - Name: pending
          ExpectedResult: false
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED", InUseBy: ["arn:aws:elb:1"]}
            ExpectedResult: true
          - Name: "pending"
            ExpectedResult: false
        """#),
    RecoveryExample(
      "a resource was pasted without its braces",
      #"""
      Tests:
        - Name: issued
          Resource:
            "Status": "ISSUED",
            ^ The entries from here on are separated by commas, so `{` must stand before them and `}` after them.
            "Type": "AMAZON_ISSUED",
          ExpectedResult: true
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
            ExpectedResult: true
        Severity: "High"
        """#),
    RecoveryExample(
      "a bracket was typed twice",
      #"""
      ResourceTypes: [AWS.ACM.Certificate]]
                                          ^ The value of `ResourceTypes` is closed on line 1 already, so nothing is open that this `]` closes. Remove it.
      Severity: High
      """#,
      reads: #"""
        ResourceTypes: ["AWS.ACM.Certificate"]
        Severity: "High"
        """#),
    RecoveryExample(
      "a brace stands behind a value by mistake",
      #"""
      Resource:
        {
          "Status": "ISSUED"},
                            ^ Nothing is open that this `}` closes. Remove it, or add the opening bracket.
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a bracket stands on a line of its own",
      #"""
      Tags:
        - AWS
      ]
      ^ Nothing is open that this `]` closes. Remove it, or add the opening bracket.
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
        Severity: "High"
        """#),
    RecoveryExample(
      "a comma is missing in braces",
      #"""
      Resource:
        {
          "Status": "ISSUED"
          "Type": "AMAZON_ISSUED",
          ^ A comma is missing before this.
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a comma is missing in brackets",
      #"""
      ResourceTypes: ["AWS.ACM.Certificate" "AWS.S3.Bucket"]
                                            ^ A comma is missing before this.
      Severity: High
      """#,
      reads: #"""
        ResourceTypes: ["AWS.ACM.Certificate", "AWS.S3.Bucket"]
        Severity: "High"
        """#),
    RecoveryExample(
      "a comma is typed twice",
      #"""
      ResourceTypes: [AWS.ACM.Certificate,, AWS.S3.Bucket]
                                          ^ There is no value before this comma. Remove the comma or add the value.
      Severity: High
      """#,
      reads: #"""
        ResourceTypes: ["AWS.ACM.Certificate", "AWS.S3.Bucket"]
        Severity: "High"
        """#),
    RecoveryExample(
      "a colon is missing in braces",
      #"""
      Resource:
        {
          "Status" "ISSUED",
          ^^^^^^^^ A colon is missing after `Status`. Write `: ` and the value.
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a semicolon stands for the comma",
      #"""
      Resource: { "Status": "ISSUED"; "Type": "AMAZON_ISSUED" }
                                    ^ Write `,` instead of this semicolon.
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a list with dashes stands in brackets",
      #"""
      Tags: [
        - AWS
        ^ A list item can't begin here. Inside brackets, items are separated by commas.
        - Operations
      ]
      ^ This line should be indented more than the key or dash that began the collection.
      Severity: High
      """#,
      reads: #"""
        Tags: ["AWS", "Operations"]
        Severity: "High"
        """#),
    RecoveryExample(
      "a value is being typed as a list",
      #"""
      Tags: [
            ^ The `[` of `Tags` is never closed. Add `]` before line 2.
      Severity: High
      Enabled: true
      """#,
      reads: #"""
        Tags: []
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a value is being typed as an object",
      #"""
      Tests:
        - Name: issued
          Resource: {
                    ^ The `{` of `Resource` is never closed. Add `}` before line 4.
          ExpectedResult: true
        - Name: pending
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {}
            ExpectedResult: true
          - Name: "pending"
        """#),
  ]
}
