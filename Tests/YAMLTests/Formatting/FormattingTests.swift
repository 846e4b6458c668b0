import SourceText
import Testing
import YAML

/// The house style, one rule a table.
@Suite struct FormattingTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String

    init(_ before: String, _ after: String) {
      self.before = before
      self.after = after
    }

    var testDescription: String { before.debugDescription }
  }

  private func check(_ example: Example) throws {
    let source = SourceText(example.before)
    let formatted = source.applying(try YAMLTree(parsing: source).formattingEdits())
    #expect(formatted.string == example.after)
    #expect(try YAMLTree(parsing: formatted).formattingEdits() == [], "not idempotent")
  }

  static let indentation = [
    Example("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
    Example("a:\n b:\n  c: 1\n", "a:\n  b:\n    c: 1\n"),
    Example("Tags:\n- a\n- b\nX: 1\n", "Tags:\n  - a\n  - b\nX: 1\n"),
    Example("Tags:\n    - a\n    - b\n", "Tags:\n  - a\n  - b\n"),
    Example("Tests:\n-   Name: a\n    Log:\n        x: 1\n", "Tests:\n  - Name: a\n    Log:\n      x: 1\n"),
    Example("- - a\n  - b\n-   - c\n", "- - a\n  - b\n- - c\n"),
    Example("-\n    a: 1\n    b: 2\n", "-\n  a: 1\n  b: 2\n"),
    Example("a:\n      some\n      text\n", "a:\n  some\n  text\n"),
    Example("? a\n:   b\n?   - c\n    - d\n:   - e\n", "? a\n: b\n? - c\n  - d\n: - e\n"),
    Example("? a\n?  b: 1\n   c: 2\n:\n   d\n", "? a\n? b: 1\n  c: 2\n:\n  d\n"),
    Example("a: &x\n    b: 1\nc: *x\n", "a: &x\n  b: 1\nc: *x\n"),
    Example("a:\n    !!map\n    b: 1\n", "a:\n  !!map\n  b: 1\n"),
    Example("&x\na:  1\n", "&x\na: 1\n"),
  ]

  @Test(arguments: indentation)
  func levelsAreTwoColumnsAndSequencesIndented(_ example: Example) throws { try check(example) }

  static let spacing = [
    Example("a:   1\nb :  2\n", "a: 1\nb: 2\n"),
    Example("a: \n-   b\n", "a:\n  - b\n"),
    Example("a:\t1\nb: 2\t# c\n", "a: 1\nb: 2 # c\n"),
    Example("a: 1   \nb: 2\t\n  \nc: 3\n", "a: 1\nb: 2\n\nc: 3\n"),
    Example("a: &x   !!str   b\n", "a: &x !!str b\n"),
    Example("*a : 1\n", "*a : 1\n"),
    Example("a: &x b\n*x   :  1\n", "a: &x b\n*x : 1\n"),
    Example("&x : 1\n", "&x : 1\n"),
  ]

  @Test(arguments: spacing)
  func oneSpaceSeparatesAndNoneTrails(_ example: Example) throws { try check(example) }

  static let lines = [
    Example("a: 1\r\nb: |\r\n  x\r\n\r\n  y\r\n", "a: 1\nb: |\n  x\n\n  y\n"),
    Example("a: 1\rb: 2\r", "a: 1\nb: 2\n"),
    Example("a: 1", "a: 1\n"),
    Example("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    Example("", ""),
    Example(" \n\n", ""),
    Example("\n# only a comment", "# only a comment\n"),
    Example("---\na: 1\n", "a: 1\n"),
    Example("# c\n---\n\na: 1\n...\n", "# c\n\na: 1\n"),
    Example("--- # c\na: 1\n... # d\n", "--- # c\na: 1\n... # d\n"),
    Example("---   a\n", "--- a\n"),
    Example("---\n", "---\n"),
    Example("%YAML 1.2\n---\na:  1\n", "%YAML 1.2\n---\na: 1\n"),
    Example("a:  1\n---\nb:  2\n", "a: 1\n---\nb: 2\n"),
    Example("---\n\u{FEFF}a: 1\n", "---\n\u{FEFF}a: 1\n"),
    Example("\u{FEFF}a:  1", "\u{FEFF}a: 1\n"),
  ]

  @Test(arguments: lines)
  func linesEndWithLineFeedsAndBlankOnesAreFew(_ example: Example) throws { try check(example) }

  static let flow = [
    Example("a: {b: 1,c: 2}\n", "a: { b: 1, c: 2 }\n"),
    Example("a: [ 1,2 , 3 ]\n", "a: [1, 2, 3]\n"),
    Example("a: [1, 2, ]\nb: {x: 1, }\n", "a: [1, 2,]\nb: { x: 1, }\n"),
    Example("a: { }\nb: [  ]\n", "a: {}\nb: []\n"),
    Example("a: {\"b\":1, \"c\" : {\"d\":[]}}\n", "a: { \"b\": 1, \"c\": { \"d\": [] } }\n"),
    Example("a: {b: , c: 1}\n", "a: { b: , c: 1 }\n"),
    Example("a: [b:c, http://x/y, d::e]\n", "a: [b:c, http://x/y, d::e]\n"),
    Example("a: [b: c, ? d : e]\n", "a: [b: c, ? d: e]\n"),
    Example("a: [&x b,*x , !!str c]\n", "a: [&x b, *x, !!str c]\n"),
    Example("[a,b]: {c: d}\n", "[a, b]: { c: d }\n"),
  ]

  @Test(arguments: flow)
  func bracesHaveSpacesInsideAndBracketsNone(_ example: Example) throws { try check(example) }

  static let flowLines = [
    Example(
      """
      Tests:
        - Name: a
          Log:
              {
                 "a": 1,
              "b": [
              "c",
                   ],
                "d":
              {"e": 2},
               }

      """,
      """
      Tests:
        - Name: a
          Log:
            {
              "a": 1,
              "b": [
                "c",
              ],
              "d":
                { "e": 2 },
            }

      """),
    // YAML 1.2.2 wants the closing brace indented more than the key, so the opening one leaves the key's line.
    Example("a: {\n  \"b\": 1\n}\n", "a:\n  {\n    \"b\": 1\n  }\n"),
    Example("a: {\"b\": {\n  \"c\": 1\n}}\n", "a:\n  { \"b\": {\n    \"c\": 1\n  } }\n"),
    Example("a: {b: {\n c: 1 },\n}\n", "a:\n  { b: {\n    c: 1 },\n  }\n"),
    Example("- {\n  a: 1\n}\n", "- {\n    a: 1\n  }\n"),
    Example("a: [b,\nc]\n", "a: [b,\n  c]\n"),
    Example("a: [{\n b: 1\n }, {\n b: 2\n }]\n", "a:\n  [{\n    b: 1\n  }, {\n    b: 2\n  }]\n"),
    Example("[\n a,\n\tb ]\n", "[\n  a,\n  b]\n"),
    Example(
      "a:\n  [\n  # one\n    b, # two\n\n\n  c\n      # three\n  ]\n",
      "a:\n  [\n    # one\n    b, # two\n\n    c\n    # three\n  ]\n"),
    Example("{\n  a: \"b\n  c\",\n}\n", "{\n  a: \"b\n    c\",\n}\n"),
  ]

  @Test(arguments: flowLines)
  func bracketsOverSeveralLinesAreLaidOutAsJSON(_ example: Example) throws { try check(example) }

  static let scalars = [
    Example(
      "a: True\nb: [FALSE, 'True', TRUE]\nTrue: tRue\n", "a: true\nb: [false, 'True', true]\nTrue: tRue\n"),
    Example(
      "a: !!str True\nb: ~\nc: Null\nd: 0o7\ne: \"\\x41\"\n",
      "a: !!str True\nb: ~\nc: Null\nd: 0o7\ne: \"\\x41\"\n"),
    Example("a: one\n     two  \n\n   three\n", "a: one\n  two\n\n  three\n"),
    Example("a: 'one\n     two  \n\n   three '\n", "a: 'one\n  two\n\n  three '\n"),
    Example("a: \"one\\\n     two\\   \n   \\  three\"\n", "a: \"one\\\n  two\\ \n  \\  three\"\n"),
    Example("one\n  two\n", "one\n  two\n"),
  ]

  @Test(arguments: scalars)
  func textKeepsItsQuotesAndLines(_ example: Example) throws { try check(example) }

  static let blockScalars = [
    Example("a: |\n      x\n        y\n\n      z  \nb: 1\n", "a: |\n  x\n    y\n\n  z  \nb: 1\n"),
    Example("a:   >-   # c\n x\n\n\n y\n\n\nb: 1\n", "a: >-   # c\n  x\n\n\n  y\n\nb: 1\n"),
    Example("a: |+\n x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
    Example("a: |+\n x\n\n\n", "a: |+\n  x\n\n\n"),
    Example("a: |+\n\n\n\n\nb: 1\n", "a: |+\n\n\n\n\nb: 1\n"),
    Example("a: |\n\n\n x\n", "a: |\n\n\n  x\n"),
    Example("a: |4-\n      x\n    y\n", "a: |2-\n    x\n  y\n"),
    Example("- |1\n  x\n y\n", "- |2\n   x\n  y\n"),
    Example("a: |\n   x\n   \n     \n   y\n", "a: |\n  x\n\n    \n  y\n"),
    // Without a line break at its end the text has none either.
    Example("a: |\n x", "a: |-\n  x\n"),
    Example("a: >+\n x", "a: >-\n  x\n"),
    Example("a: |2\n   x", "a: |2-\n   x\n"),
    Example("--- |\nx\n y\n", "--- |\n  x\n   y\n"),
    Example("a:\n- b: |\n   x\n  # c\n# d\ne: 1\n", "a:\n  - b: |\n      x\n    # c\n# d\ne: 1\n"),
  ]

  @Test(arguments: blockScalars)
  func blockScalarsAreIndentedAndKeepTheirText(_ example: Example) throws { try check(example) }

  static let comments = [
    Example("#a\na: 1 #b  \n#c\n", "#a\na: 1 #b\n#c\n"),
    Example("a: 1    # aligned\nbcd: 2  # comments\n", "a: 1    # aligned\nbcd: 2  # comments\n"),
    Example(
      "a:\n# b\n    b: 1\n    # c\n    c: 2\n    # end of a\n# d\nd: 1\n",
      "a:\n  # b\n  b: 1\n  # c\n  c: 2\n  # end of a\n# d\nd: 1\n"),
    Example("a:\n    - b\n    # c\n  # d\ne: 1\n", "a:\n  - b\n  # c\n# d\ne: 1\n"),
    Example("a:\n- b: 1\n  # c\n- d: 1\n# e\nf: 1\n", "a:\n  - b: 1\n    # c\n  - d: 1\n# e\nf: 1\n"),
    Example("a:\n    # nothing yet\nb: 1\n", "a:\n  # nothing yet\nb: 1\n"),
    Example("a: 1\n    # indented for no reason\nb: 1\n", "a: 1\n# indented for no reason\nb: 1\n"),
    Example("a: # b\n    c: 1\n", "a: # b\n  c: 1\n"),
    Example("a: \"b\"#c\n", "a: \"b\" #c\n"),
  ]

  @Test(arguments: comments)
  func commentsStayWithWhatTheyAreIndentedLike(_ example: Example) throws { try check(example) }

  @Test(arguments: ["a: [1\nb: 2\n", "a: \"b\nc: 1\n", "a: 1\n\tb: 2\n", "a: b: c\n"])
  func aTextWithSyntaxErrorsIsRefused(_ text: String) {
    let tree = YAMLTree(parsing: SourceText(text))
    #expect(throws: FormattingRefusal.syntax(tree.errors[0])) { try tree.formattingEdits() }
  }

  @Test func editsTouchNoMoreThanTheyChange() throws {
    let tree = YAMLTree(parsing: SourceText("a:\n    b: 1\n    c:   2\nd: 3 \n"))
    #expect(
      try tree.formattingEdits() == [
        TextEdit(range: 5..<7, replacement: ""), TextEdit(range: 14..<16, replacement: ""),
        TextEdit(range: 19..<21, replacement: ""), TextEdit(range: 27..<28, replacement: ""),
      ])
  }
}
