/// Quotes that are not closed, or that stand inside a quoted text.
extension RecoveryGoldenTests {
  static let quotes = [
    RecoveryExample(
      "the closing quote of a value is missing",
      #"""
      PolicyID: "AWS.ACM.Certificate.Valid
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ This quote is never closed. Add `"` at the end of the text.
      DisplayName: "ACM Certificate Status"
      Severity: High
      """#,
      reads: #"""
        PolicyID: "AWS.ACM.Certificate.Valid"
        DisplayName: "ACM Certificate Status"
        Severity: "High"
        """#),
    RecoveryExample(
      "the closing quote of the last value is missing",
      #"""
      Severity: High
      DisplayName: 'ACM
                   ^^^^ This quote is never closed. Add `'` at the end of the text.
      """#,
      reads: #"""
        Severity: "High"
        DisplayName: "ACM"
        """#),
    RecoveryExample(
      "the closing quote of a name is missing in a list of tests",
      #"""
      Tests:
        - Name: "issued
                ^^^^^^^ This quote is never closed. Add `"` at the end of the text.
          ExpectedResult: true
        - Name: "pending"
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
      "the closing quote of an item is missing",
      #"""
      Tags:
        - "AWS
          ^^^^ This quote is never closed. Add `"` at the end of the text.
        - "Operations"
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
          - "Operations"
        Severity: "High"
        """#),
    RecoveryExample(
      "the closing quote of a value in braces is missing",
      #"""
      Tests:
        - Name: issued
          Resource:
            {
              "Status": "ISSUED,
                        ^^^^^^^ This quote is never closed. Add `"` at the end of the text.
              "Type": "AMAZON_ISSUED",
            }
          ExpectedResult: true
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
            ExpectedResult: true
        """#),
    RecoveryExample(
      "the closing quote of a key in braces is missing",
      #"""
      Resource:
        {
          "Status: "ISSUED",
          ^^^^^^^ This quote is never closed. Add `"` at the end of the text.
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Status: "ISSUED", Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "a key in braces is half typed",
      #"""
      Resource:
        {
          "Stat
          ^^^^^ This quote is never closed. Add `"` at the end of the text.
          "Type": "AMAZON_ISSUED",
        }
      Severity: High
      """#,
      reads: #"""
        Resource: {Stat: ∅, Type: "AMAZON_ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "the closing quote in a list in brackets is missing",
      #"""
      ResourceTypes: ["AWS.ACM.Certificate, "AWS.S3.Bucket"]
                      ^^^^^^^^^^^^^^^^^^^^ This quote is never closed. Add `"` at the end of the text.
      Severity: High
      """#,
      reads: #"""
        ResourceTypes: ["AWS.ACM.Certificate", "AWS.S3.Bucket"]
        Severity: "High"
        """#),
    RecoveryExample(
      "an apostrophe stands in single quotes",
      #"""
      DisplayName: 'A certificate's status'
                                 ^ This quote ends the text in its middle. Write `''` for a quote in the text.
      Severity: High
      """#,
      reads: #"""
        DisplayName: "A certificate's status"
        Severity: "High"
        """#),
    RecoveryExample(
      "quotes stand in double quotes",
      #"""
      DisplayName: "Certificates in state "ISSUED" are valid"
                                          ^ This quote ends the text in its middle. Write `\"` for a quote in the text.
      Severity: High
      """#,
      reads: #"""
        DisplayName: "Certificates in state \"ISSUED\" are valid"
        Severity: "High"
        """#),
    RecoveryExample(
      "a quote stands in a quoted value in braces",
      #"""
      Resource: { "Name": "the "main" one", "Status": "ISSUED" }
                               ^ This quote ends the text in its middle. Write `\"` for a quote in the text.
      Severity: High
      """#,
      reads: #"""
        Resource: {Name: "the \"main\" one", Status: "ISSUED"}
        Severity: "High"
        """#),
    RecoveryExample(
      "text follows a quoted value",
      #"""
      Severity: "High" or so
                       ^^^^^ The value of `Severity` ends before this. Quote the whole value, or remove this.
      Enabled: true
      """#,
      reads: #"""
        Severity: "High"
        Enabled: true
        """#),
    RecoveryExample(
      "a Windows path stands in double quotes",
      #"""
      Filename: "rules\my_rule.py"
                      ^^ `\m` is not an escape of double-quoted text. Write `\\` for a backslash, or use single quotes.
      Severity: High
      """#,
      reads: #"""
        Filename: "rules\\my_rule.py"
        Severity: "High"
        """#),
    RecoveryExample(
      "a regular expression stands in double quotes",
      #"""
      Pattern: "^\d+$"
                 ^^ `\d` is not an escape of double-quoted text. Write `\\` for a backslash, or use single quotes.
      Severity: High
      """#,
      reads: #"""
        Pattern: "^\\d+$"
        Severity: "High"
        """#),
    RecoveryExample(
      "a smart quote closes what a straight one opened",
      #"""
      DisplayName: "ACM Certificate Status”
                   ^^^^^^^^^^^^^^^^^^^^^^^^ This quote is never closed. Add `"` at the end of the text.
      Severity: High
      """#,
      reads: #"""
        DisplayName: "ACM Certificate Status”"
        Severity: "High"
        """#),
    RecoveryExample(
      "a quoted text goes on at column 0",
      #"""
      Tests:
        - Name: "a certificate that is
      pending"
      ^ This line of a quoted text should be indented more than its key.
          ExpectedResult: true
      """#,
      reads: #"""
        Tests:
          - Name: "a certificate that is pending"
            ExpectedResult: true
        """#),
    RecoveryExample(
      "the quotes of a value do not match",
      #"""
      Severity: "High'
                ^^^^^^ This quote is never closed. Add `"` at the end of the text.
      Enabled: true
      """#,
      reads: #"""
        Severity: "High'"
        Enabled: true
        """#),
  ]
}
