import SourceText
import Testing
import YAML

/// What happens only on demand: keys in an order, and blocks instead of brackets.
@Suite struct RearrangingTests {
  typealias Example = FormattingTests.Example

  private func check(_ example: Example, _ options: FormattingOptions) throws {
    let source = SourceText(example.before)
    let formatted = source.applying(try YAMLTree(parsing: source).formattingEdits(options))
    #expect(formatted.string == example.after)
    #expect(try YAMLTree(parsing: formatted).formattingEdits(options) == [], "not idempotent")
  }

  /// `a`, `b`, others, `z`; in the list at `z`, `n` and `o` come first.
  static let order = KeyOrder(
    first: ["a", "b"], last: ["z"], nested: ["z": KeyOrder(first: ["n", "o"])])

  static let orders = [
    Example("b: 1\na: 2\n", "a: 2\nb: 1\n"),
    Example("z: 1\ny: 2\nb: 3\nx: 4\na: 5\n", "a: 5\nb: 3\ny: 2\nx: 4\nz: 1\n"),
    Example("b:\n  - 1\n\n\na: |\n  x\n\n  y\n", "a: |\n  x\n\n  y\nb:\n  - 1\n"),
    // The last of two equal keys counts.
    Example("b: 1\na: 2\na: 3\nb: 4\n", "a: 2\na: 3\nb: 1\nb: 4\n"),
    Example("b: |+\n  x\n\na: 1\n", "a: 1\nb: |+\n  x\n\n"),
    Example("b: 1\n\"a\": 2\n", "\"a\": 2\nb: 1\n"),
  ]

  @Test(arguments: orders)
  func keysComeInOrder(_ example: Example) throws {
    try check(example, FormattingOptions(keyOrder: Self.order))
  }

  static let commentOrders = [
    Example(
      "# of b\nb: 1 # b\n# of a\n\n# of a too\na: 2 # a\n",
      "# of a\n\n# of a too\na: 2 # a\n# of b\nb: 1 # b\n"),
    Example("# file\n\n# of b\nb: 1\na: 2\n# end\n", "# file\n\na: 2\n\n# of b\nb: 1\n# end\n"),
    Example("b:\n  x: 1\n  # in b\n# of a\na: 2\n", "# of a\na: 2\nb:\n  x: 1\n  # in b\n"),
  ]

  @Test(arguments: commentOrders)
  func commentsMoveWithTheirKeys(_ example: Example) throws {
    try check(example, FormattingOptions(keyOrder: Self.order))
  }

  static let nestedOrders = [
    Example("z:\n  - o: 1\n    n: 2\n  - m: 1\n    o: 2\n", "z:\n  - n: 2\n    o: 1\n  - o: 2\n    m: 1\n"),
    Example("z:\n  -\n    o: 1\n    n: 2\n", "z:\n  -\n    n: 2\n    o: 1\n"),
    Example("z:\n  o: 1\n  n: 2\n", "z:\n  n: 2\n  o: 1\n"),
    Example("z:\n  - o:\n      - 1\n    # of n\n    n: 2\n", "z:\n  # of n\n  - n: 2\n    o:\n      - 1\n"),
    Example("b:\n  o: 1\n  n: 2\na: 1\n", "a: 1\nb:\n  o: 1\n  n: 2\n"),
    Example("z: [{ o: 1, n: 2 }]\n", "z: [{ o: 1, n: 2 }]\n"),
  ]

  @Test(arguments: nestedOrders)
  func keysOfListedMappingsComeInOrderToo(_ example: Example) throws {
    try check(example, FormattingOptions(keyOrder: Self.order))
  }

  @Test(arguments: ["b: &x 1\na: *x\n", "? b\n: 1\n? a\n: 2\n", "{ b: 1, a: 2 }\n"])
  func keysThatCanNotMoveStay(_ text: String) throws {
    try check(Example(text, text), FormattingOptions(keyOrder: Self.order))
  }

  @Test func anAnchorMovesWithAnAliasInTheSameEntry() throws {
    try check(
      Example("b: [&x 1, *x]\na: 2\n", "a: 2\nb: [&x 1, *x]\n"), FormattingOptions(keyOrder: Self.order))
  }

  static let expansions = [
    Example("a: {b: 1, 'c': [x, \"y\"]}\n", "a:\n  b: 1\n  'c':\n    - x\n    - \"y\"\n"),
    Example(
      "a: [[1, 2], {b: 3, c: 4}, []]\nd: {}\n", "a:\n  - - 1\n    - 2\n  - b: 3\n    c: 4\n  - []\nd: {}\n"),
    Example("- {a: 1, b: 2}\n- [1, 2]\n", "- a: 1\n  b: 2\n- - 1\n  - 2\n"),
    Example("{\"a\":1,\"b\":{\"c\":null}}", "\"a\": 1\n\"b\":\n  \"c\": null\n"),
    Example("a:\n  {\n    \"b\": 1,\n  }\nc: 2\n", "a:\n  \"b\": 1\nc: 2\n"),
    Example("a: [b: 1, c, ? d : 2]\n", "a:\n  - b: 1\n  - c\n  - d: 2\n"),
    Example("a: {b: , c, d: ~}\n", "a:\n  b:\n  c:\n  d: ~\n"),
    Example("a: &x {b: &y [1], c: *y, *y : 2}\n", "a: &x\n  b: &y\n    - 1\n  c: *y\n  *y : 2\n"),
    Example("- &x {a: 1}\n- !!map {b: 2}\n", "- &x\n  a: 1\n- !!map\n  b: 2\n"),
    Example("a: {b: \"one\n    two\", c: x\n  y}\n", "a:\n  b: \"one\n    two\"\n  c: x\n    y\n"),
    Example("--- {a: 1}\n", "a: 1\n"),
    Example("[a, b]: {c: 1}\n", "[a, b]:\n  c: 1\n"),
  ]

  @Test(arguments: expansions)
  func bracketsBecomeLines(_ example: Example) throws {
    try check(example, FormattingOptions(expandsFlow: true))
  }

  static let commentExpansions = [
    Example("a: [b, c] # d\n", "a:\n  - b\n  - c # d\n"),
    Example(
      "a: [ # one\n  b, # two\n  # three\n  c # four\n  # five\n] # six\n",
      "a: # one\n  - b # two\n  # three\n  - c # four\n  # five\n  # six\n"),
    Example("a: {b: # one\n  1, c:\n  # two\n  [2]}\n", "a:\n  b: # one\n    1\n  c:\n    # two\n    - 2\n"),
    Example("a: [\n  # none\n]\n", "a:\n  [\n    # none\n  ]\n"),
  ]

  @Test(arguments: commentExpansions)
  func commentsKeepTheirPlaces(_ example: Example) throws {
    try check(example, FormattingOptions(expandsFlow: true))
  }

  @Test(arguments: ["a: { ? { b: c }: 1, : 2 }\n", "a: { ? \"b\n  c\": 1 }\n"])
  func bracketsWithKeysThatNeedThemStay(_ text: String) throws {
    try check(Example(text, text), FormattingOptions(expandsFlow: true))
  }
}
