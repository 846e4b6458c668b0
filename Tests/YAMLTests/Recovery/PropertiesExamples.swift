/// Headers of block texts, anchors, aliases and tags that are typed halfway.
extension RecoveryGoldenTests {
  static let properties = [
    RecoveryExample(
      "a block text's header is typed halfway",
      #"""
      Description: |-x
                     ^ The header of this block text is wrong. Only an indentation digit, `+`, `-` and a comment can stand here.
        A certificate is not valid.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid."
        Severity: "High"
        """#),
    RecoveryExample(
      "a block text's header has text behind it",
      #"""
      Description: > A certificate
                     ^^^^^^^^^^^^^ The header of this block text is wrong. Only an indentation digit, `+`, `-` and a comment can stand here.
        is not valid.
      Severity: High
      """#,
      reads: #"""
        Description: "is not valid.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "a block text's header names an indentation of zero",
      #"""
      Description: |0
                    ^ The header of this block text is wrong. The indentation is a digit from 1 to 9.
        A certificate is not valid.
      Severity: High
      """#,
      reads: #"""
        Description: "A certificate is not valid.\n"
        Severity: "High"
        """#),
    RecoveryExample(
      "an anchor has no name yet",
      #"""
      Tags: &
            ^ A name must follow `&` directly. Quote the text if it starts with `&`.
        - AWS
      Severity: High
      """#,
      reads: #"""
        Tags:
          - "AWS"
        Severity: "High"
        """#),
    RecoveryExample(
      "an alias has no name yet",
      #"""
      Tests:
        - Name: issued
          Resource: *
                    ^ A name must follow `*` directly. Quote the text if it starts with `*`.
          ExpectedResult: true
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
            Resource: *
            ExpectedResult: true
        """#),
    RecoveryExample(
      "a tag is typed halfway",
      #"""
      Threshold: !<tag:yaml.org,2002:int
                 ^^^^^^^^^^^^^^^^^^^^^^^ This tag is wrong. Close it with `>`.
      Severity: High
      """#,
      reads: #"""
        Threshold: <tag:yaml.org,2002:int> ∅
        Severity: "High"
        """#),
    RecoveryExample(
      "a tag touches brackets",
      #"""
      Tags: !set{AWS, Operations}
            ^^^^ This tag is wrong. A tag can't contain `,`, brackets or braces.
      Severity: High
      """#,
      reads: #"""
        Tags: <!set{AWS,> Operations}
        Severity: "High"
        """#),
    RecoveryExample(
      "an anchor stands before an alias",
      #"""
      Base: &base { "Status": "ISSUED" }
      Resource: &copy *base
                      ^^^^^ This anchor or tag can't stand here. An alias has the anchor and tag of what it stands for.
      Severity: High
      """#,
      reads: #"""
        Base: &base {Status: "ISSUED"}
        Resource: *base
        Severity: "High"
        """#),
    RecoveryExample(
      "a value has two anchors",
      #"""
      Base: &a &b High
               ^^ This value has two anchors. Keep one.
      Severity: High
      """#,
      reads: #"""
        Base: &b "High"
        Severity: "High"
        """#),
    RecoveryExample(
      "an anchor stands on the line of a dash",
      #"""
      Tests: &tests - Name: issued
             ^^^^^^^ This anchor or tag can't stand here. Put it on the line before the collection.
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
        Severity: "High"
        """#),
    RecoveryExample(
      "an anchor stands before the list on the next line",
      #"""
      Tests:
        &tests - Name: issued
        ^^^^^^^ This anchor or tag can't stand here. Put it on the line before the collection.
      Severity: High
      """#,
      reads: #"""
        Tests:
          - Name: "issued"
        Severity: "High"
        """#),
    RecoveryExample(
      "a text begins with an exclamation mark",
      #"""
      Description: !important, read this
                   ^^^^^^^^^^ This tag is wrong. A tag can't contain `,`, brackets or braces.
      Severity: High
      """#,
      reads: #"""
        Description: <!important,> read this
        Severity: "High"
        """#),
    RecoveryExample(
      "a text begins with an ampersand",
      #"""
      Description: & more
                   ^ A name must follow `&` directly. Quote the text if it starts with `&`.
      Severity: High
      """#,
      reads: #"""
        Description: & "more"
        Severity: "High"
        """#),
    RecoveryExample(
      "a key is written over two lines",
      #"""
      "Display
      ^^^^^^^^… A key must be on one line. Join its lines, or begin it with `? `.
        Name": ACM
      Severity: High
      """#,
      reads: #"""
        Display Name: "ACM"
        Severity: "High"
        """#),
  ]
}
