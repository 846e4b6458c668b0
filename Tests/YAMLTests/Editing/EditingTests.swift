import SourceText
import Testing
import YAML

/// What each operation makes of a text.
@Suite struct EditingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let operation: EditingOperation
    let after: String

    init(_ before: String, _ operation: EditingOperation, _ after: String) {
      self.before = before
      self.operation = operation
      self.after = after
    }

    var testDescription: String { "\(operation) in \(before.debugDescription)" }
  }

  static let settings: [Case] = [
    Case("a: 1 # one\n", .set("a", .int(2)), "a: 2 # one\n"),
    Case("a: \"x\"\n", .set("a", .string("y")), "a: \"y\"\n"),
    Case("a: 'x'\n", .set("a", .string("it's")), "a: 'it''s'\n"),
    Case("a: x\n", .set("a", .string("true")), "a: \"true\"\n"),
    Case("a: yes\n", .set("a", .bool(true)), "a: true\n"),
    Case("a: yes\n", .set("a", .string("no")), "a: no\n"),
    Case("a: \"5\"\n", .set("a", .int(5)), "a: 5\n"),
    Case("a: x\n", .set("a", .null), "a: null\n"),
    Case("a:\nb: 1\n", .set("a", .string("x")), "a: x\nb: 1\n"),
    Case("a: # none\n", .set("a", .string("x")), "a: x # none\n"),
    Case("a: &k\nb: 1\n", .set("a", .string("x")), "a: &k x\nb: 1\n"),
    Case("a: !!int 5\n", .set("a", .string("x")), "a: x\n"),
    Case("a: &k !!int 5\n", .set("a", .string("x")), "a: &k x\n"),
    Case("- \n- b\n", .set("0", .string("x")), "- x \n- b\n"),
    Case("{\"a\":1, b}\n", .set("a", .bool(false)), "{\"a\":false, b}\n"),
    Case("{\"a\":1, b}\n", .set("b", .int(2)), "{\"a\":1, b: 2}\n"),
    Case("{\"a\": null, \"b\": \"c\"}\n", .set("a", .string("x")), "{\"a\": \"x\", \"b\": \"c\"}\n"),
    Case("x: &k 1\ny: *k\n", .set("y", .int(2)), "x: &k 1\ny: 2\n"),
    // Block scalars.
    Case("a: | # why\n    x\n    y\nb: 1\n", .set("a", .string("z\n")), "a: | # why\n    z\nb: 1\n"),
    Case("a: |\n  x\n\nb: 1\n", .set("a", .string("y\nz")), "a: |-\n  y\n  z\n\nb: 1\n"),
    Case("a: >-\n  x\n  y\nb: 1\n", .set("a", .string("p q\nr")), "a: >-\n  p q\n\n  r\nb: 1\n"),
    Case("a: |+\n  x\n\nb: 1\n", .set("a", .string("y\n")), "a: |\n  y\nb: 1\n"),
    Case("a: |\n  x\nb: 1\n", .set("a", .string("y\u{7}")), "a: \"y\\x07\"\nb: 1\n"),
    Case("a: |\n  x\nb: 1\n", .set("a", .bool(true)), "a: true\nb: 1\n"),
    Case("a: x # c\nb: 1\n", .set("a", .string("y\nz\n")), "a: | # c\n  y\n  z\nb: 1\n"),
    Case("a: \"x\n  y\" # c\n", .set("a", .string("z")), "a: \"z\" # c\n"),
    // Values of another kind.
    Case("a: x # c\nb: 1\n", .set("a", .sequence([.int(1), .int(2)])), "a: # c\n  - 1\n  - 2\nb: 1\n"),
    Case("a:\nb:\n- 1\n", .set("a", .sequence([.string("x")])), "a:\n- x\nb:\n- 1\n"),
    Case("a:\n  b: 1\n  c: 2\nd: 3\n", .set("a", .int(1)), "a: 1\nd: 3\n"),
    Case("a: # why\n  b: 1\n", .set("a", .int(1)), "a: 1 # why\n"),
    Case("- a: 1\n  b: 2\n- c\n", .set("0", .string("x")), "- x\n- c\n"),
    Case("- x\n- c\n", .set("0", pairs(("a", .int(1)), ("b", .int(2)))), "- a: 1\n  b: 2\n- c\n"),
    Case("{a: 1}\n", .set("a", pairs(("b", .sequence([.null])))), "{a: {b: [null]}}\n"),
    Case("a: 1\n", .set("", .sequence([])), "[]\n"),
  ]

  static let renamings: [Case] = [
    Case("Severty: High # c\n", .rename("Severty", "Severity"), "Severity: High # c\n"),
    Case("\"a\" : 1\n", .rename("a", "b"), "\"b\" : 1\n"),
    Case("a: 1\n", .rename("a", "b: c"), "\"b: c\": 1\n"),
    Case("{'a':1}\n", .rename("a", "b"), "{'b':1}\n"),
    Case("? a\n: 1\n", .rename("a", "b"), "? b\n: 1\n"),
    Case("&k a: 1\n", .rename("a", "true"), "&k \"true\": 1\n"),
  ]

  static let insertions: [Case] = [
    // Block mappings.
    Case("a: 1\n", .insertKey("", "b", .int(2), at: nil), "a: 1\nb: 2\n"),
    Case("a: 1", .insertKey("", "b", .int(2), at: nil), "a: 1\nb: 2"),
    Case("a: 1\r\n", .insertKey("", "b", pairs(("c", .int(2))), at: nil), "a: 1\r\nb:\r\n  c: 2\r\n"),
    Case("a: |\n  x", .insertKey("", "b", .int(2), at: nil), "a: |-\n  x\nb: 2"),
    Case("a: 1\n\n# end\n", .insertKey("", "b", .int(2), at: nil), "a: 1\nb: 2\n\n# end\n"),
    Case("# about a\na: 1\n", .insertKey("", "b", .int(2), at: 0), "b: 2\n# about a\na: 1\n"),
    Case(
      "a:\n  x: 1\n  # deep\nc: 3\n", .insertKey("", "b", .int(2), at: 1),
      "a:\n  x: 1\n  # deep\nb: 2\nc: 3\n"),
    Case(
      "a: 1 # one\n# about c\nc: 3\n", .insertKey("", "b", .int(2), at: 1),
      "a: 1 # one\nb: 2\n# about c\nc: 3\n"),
    Case(
      "a:\n- 1\n# about c\nc: 3\n", .insertKey("", "b", .int(2), at: 1), "a:\n- 1\nb: 2\n# about c\nc: 3\n"),
    Case("- a: 1\n  b: 2\n", .insertKey("0", "c", .int(3), at: 0), "- c: 3\n  a: 1\n  b: 2\n"),
    Case("- a: 1\n", .insertKey("0", "c", .string("x\ny\n"), at: nil), "- a: 1\n  c: |\n    x\n    y\n"),
    Case("a: |+\n  x\n\nb: 2\n", .insertKey("", "c", .int(3), at: 1), "a: |+\n  x\n\nc: 3\nb: 2\n"),
    Case(
      "a: 1\n", .insertKey("", "b", .sequence([pairs(("c", .int(1)), ("d", .string("x")))]), at: nil),
      "a: 1\nb:\n  - c: 1\n    d: x\n"),
    Case("a: 1\n...\n", .insertKey("", "b", .int(2), at: nil), "a: 1\nb: 2\n...\n"),
    // Where there is none yet.
    Case("", .insertKey("", "a", .int(1), at: nil), "a: 1\n"),
    Case("# only this", .insertKey("", "a", .int(1), at: nil), "# only this\na: 1\n"),
    Case("---\n", .insertKey("", "a", .int(1), at: nil), "---\na: 1\n"),
    Case("a: # none\nb: 2\n", .insertKey("a", "c", .int(1), at: nil), "a: # none\n  c: 1\nb: 2\n"),
    Case("a: null\n", .insertKey("a", "c", .int(1), at: nil), "a:\n  c: 1\n"),
    Case("- a\n-\n", .insertKey("1", "c", .int(1), at: nil), "- a\n- c: 1\n"),
    Case("a: {}\n", .insertKey("a", "c", .int(1), at: nil), "a: {c: 1}\n"),
    Case("a: { }\n", .insertKey("a", "c", .int(1), at: nil), "a: {c: 1}\n"),
    Case("a: []\n", .insertItem("a", .string("x"), at: nil), "a: [x]\n"),
    // Block sequences.
    Case("a:\n  - x\n", .insertItem("a", .string("z"), at: nil), "a:\n  - x\n  - z\n"),
    Case("a:\n- x # c\nb: 1\n", .insertItem("a", .string("z"), at: nil), "a:\n- x # c\n- z\nb: 1\n"),
    Case("- - a\n  - b\n", .insertItem("0", .string("c"), at: 0), "- - c\n  - a\n  - b\n"),
    Case("- a\n", .insertItem("", pairs(("b", .int(1)), ("c", .int(2))), at: 0), "- b: 1\n  c: 2\n- a\n"),
    Case("- \"a\"\n", .insertItem("", .string("b"), at: nil), "- \"a\"\n- \"b\"\n"),
    // Flow collections.
    Case("{a: 1}\n", .insertKey("", "b", .int(2), at: nil), "{a: 1, b: 2}\n"),
    Case("{a: 1}\n", .insertKey("", "b", .int(2), at: 0), "{b: 2, a: 1}\n"),
    Case("{a: 1,}\n", .insertKey("", "b", .int(2), at: nil), "{a: 1, b: 2,}\n"),
    Case("{\"a\": \"x\"}\n", .insertKey("", "b", .string("y"), at: nil), "{\"a\": \"x\", \"b\": \"y\"}\n"),
    Case("{\n  \"a\": 1\n}\n", .insertKey("", "b", .int(2), at: nil), "{\n  \"a\": 1,\n  \"b\": 2\n}\n"),
    Case(
      "{\n  \"a\": 1, # one\n}\n", .insertKey("", "b", .int(2), at: nil),
      "{\n  \"a\": 1, # one\n  \"b\": 2,\n}\n"),
    Case(
      "{\n  \"a\": 1 # one\n}\n", .insertKey("", "b", .int(2), at: nil),
      "{\n  \"a\": 1, # one\n  \"b\": 2\n}\n"),
    Case(
      "{\n  # one\n  a: 1,\n}\n", .insertKey("", "b", .int(2), at: 0), "{\n  b: 2,\n  # one\n  a: 1,\n}\n"),
    Case("{a: 1,\n b: 2}\n", .insertKey("", "c", .int(3), at: nil), "{a: 1,\n b: 2,\n c: 3}\n"),
    Case("[a, b]\n", .insertItem("", .string("c, d"), at: 1), "[a, \"c, d\", b]\n"),
    Case("{ # none\n}\n", .insertKey("", "a", .int(1), at: nil), "{a: 1 # none\n}\n"),
  ]

  static let removals: [Case] = [
    // Block mappings.
    Case("a: 1\nb: 2\nc: 3\n", .remove("", 1), "a: 1\nc: 3\n"),
    Case("a: 1\nb: 2", .remove("", 1), "a: 1\n"),
    Case("# head\n\n# about a\na: 1 # one\nb: 2\n", .remove("", 0), "# head\n\nb: 2\n"),
    Case(
      "a: 1\n# about b\nb: # x\n  c: 1 # y\n  # z\n# about d\nd: 2\n", .remove("", 1),
      "a: 1\n# about d\nd: 2\n"),
    Case("a: 1\n\nb: 2\n\nc: 3\n", .remove("", 1), "a: 1\n\nc: 3\n"),
    Case("a: 1\n\nb: 2\n", .remove("", 1), "a: 1\n"),
    Case("a: |+\n  x\nb: 2\n\nc: 3\n", .remove("", 1), "a: |+\n  x\nc: 3\n"),
    Case("b: |+\n  x\n\nc: 3\n", .remove("", 0), "c: 3\n"),
    Case("- a: 1 # one\n  b: 2\n", .remove("0", 0), "- b: 2\n"),
    Case("- a: 1\n  # about b\n  b: 2\n", .remove("0", 0), "- # about b\n  b: 2\n"),
    Case("- a: 1\n  b: 2\n- c\n", .remove("0", 1), "- a: 1\n- c\n"),
    Case("? a\n: 1\nb: 2\n", .remove("", 0), "b: 2\n"),
    // The only one.
    Case("a: # why\n  b: 1 # one\nc: 2\n", .remove("a", 0), "a: {} # why\nc: 2\n"),
    Case("a: &k\n  b: 1\n", .remove("a", 0), "a: &k {}\n"),
    Case("- a: 1\n- b\n", .remove("0", 0), "- {}\n- b\n"),
    Case("a: 1\n", .remove("", 0), "{}\n"),
    Case("--- # start\na: 1\n", .remove("", 0), "--- {} # start\n"),
    Case("a:\n- 1\nb: 2\n", .remove("a", 0), "a: []\nb: 2\n"),
    Case("- 1\n", .remove("", 0), "[]\n"),
    // Block sequences.
    Case("a:\n  - 1\n  # two\n  - 2\n  - 3\n", .remove("a", 1), "a:\n  - 1\n  - 3\n"),
    Case("- - a\n  - b\n", .remove("0", 0), "- - b\n"),
    // Flow collections.
    Case("{a: 1, b: 2, c: 3}\n", .remove("", 0), "{b: 2, c: 3}\n"),
    Case("{a: 1, b: 2, c: 3}\n", .remove("", 1), "{a: 1, c: 3}\n"),
    Case("{a: 1, b: 2, c: 3}\n", .remove("", 2), "{a: 1, b: 2}\n"),
    Case("{a: 1, b: 2,}\n", .remove("", 1), "{a: 1,}\n"),
    Case("{ a: 1 }\n", .remove("", 0), "{}\n"),
    Case("{\n  a: 1, # one\n  b: 2\n}\n", .remove("", 0), "{\n  b: 2\n}\n"),
    Case("{\n  a: 1, # one\n  # about b\n  b: 2 # two\n}\n", .remove("", 1), "{\n  a: 1 # one\n}\n"),
    Case("{\n  a: 1,\n  b: 2,\n}\n", .remove("", 1), "{\n  a: 1,\n}\n"),
    Case("{a: 1,\n b: 2}\n", .remove("", 1), "{a: 1}\n"),
    Case("{a: 1, # both\n b: 2}\n", .remove("", 1), "{a: 1 # both\n }\n"),
    Case("{a: 1, # both\n b: 2}\n", .remove("", 0), "{ # both\n b: 2}\n"),
    Case("{\n  # none left\n\n  # one\n  a: 1,\n}\n", .remove("", 0), "{\n  # none left\n\n}\n"),
    Case("[a: 1, b]\n", .remove("", 0), "[b]\n"),
    Case("[a: 1, b]\n", .remove("0", 0), "[{}, b]\n"),
  ]

  static let moves: [Case] = [
    // A comma behind a bare `?` or `:` would be text.
    Case("{a, b: , c: 1}\n", .move("", 1, to: 0), "{b: , a, c: 1}\n"),
    Case("{a, ? }\n", .move("", 1, to: 0), "{? , a}\n"),
    // A comment before its comma belongs to the place.
    Case("[a # x\n , b]\n", .move("", 0, to: 1), "[ # x\n  b, a]\n"),
    Case("a: 1\nb: 2\nc: 3\n", .move("", 0, to: 2), "b: 2\nc: 3\na: 1\n"),
    Case("a: 1\nb: 2\nc: 3\n", .move("", 2, to: 0), "c: 3\na: 1\nb: 2\n"),
    Case(
      "# about a\na: 1 # one\n# about b\nb:\n- 2 # two\n", .move("", 1, to: 0),
      "# about b\nb:\n- 2 # two\n# about a\na: 1 # one\n"),
    Case("a: 1\nb: 2", .move("", 1, to: 0), "b: 2\na: 1\n"),
    Case("a: 1\nb: 2", .move("", 0, to: 1), "b: 2\na: 1\n"),
    Case("a: 1\nb: |\n  x", .move("", 1, to: 0), "b: |-\n  x\na: 1\n"),
    Case("- a: 1\n  # about b\n  b: 2\n", .move("0", 1, to: 0), "- # about b\n  b: 2\n  a: 1\n"),
    Case("- a: 1 # one\n  b: 2\n", .move("0", 0, to: 1), "- b: 2\n  a: 1 # one\n"),
    Case("a: |+\n  x\n\nb: 1\n\n", .move("", 0, to: 1), "b: 1\n\na: |+\n  x\n\n"),
    Case("- 1\n# two\n- 2\n", .move("", 0, to: 1), "# two\n- 2\n- 1\n"),
    Case("{a: 1, b: 2, c: 3}\n", .move("", 0, to: 2), "{b: 2, c: 3, a: 1}\n"),
    Case("{a: 1, b: 2, c: 3}\n", .move("", 2, to: 0), "{c: 3, a: 1, b: 2}\n"),
    Case("{a: 1, b: 2, c: 3,}\n", .move("", 2, to: 1), "{a: 1, c: 3, b: 2,}\n"),
    Case(
      "{\n  a: 1, # one\n  # about b\n  b: 2 # two\n}\n", .move("", 1, to: 0),
      "{\n  # about b\n  b: 2, # two\n  a: 1 # one\n}\n"),
    Case("{\n  a: 1, # one\n  b: 2 # two\n}\n", .move("", 0, to: 1), "{\n  b: 2, # two\n  a: 1 # one\n}\n"),
  ]

  @Test(arguments: settings + renamings + insertions + removals + moves)
  func anEditChangesWhatWasAskedAndNoMore(_ example: Case) throws {
    #expect(try example.operation.applied(to: example.before) == example.after)
  }

  static let refusals: [(String, EditingOperation, EditRefusal)] = [
    ("a: &k 1\nb: *k\n", .set("a", .int(2)), .shared(anchor: "k")),
    ("a: &k {c: 1}\nb: *k\n", .rename("a.c", "d"), .shared(anchor: "k")),
    ("a: &k {c: 1}\nb: *k\n", .insertKey("a", "d", .int(1), at: nil), .shared(anchor: "k")),
    ("a: &k 1\nb: *k\n", .remove("", 0), .anchorInUse(anchor: "k")),
    ("a: &k 1\nb: *k\n", .move("", 0, to: 1), .aliasOrder(anchor: "k")),
    ("a: 1\nb: 2\n", .rename("a", "b"), .keyExists("b")),
    ("a: 1\n", .insertKey("", "a", .int(2), at: nil), .keyExists("a")),
    ("a: 1\n", .rename("a", String(repeating: "x", count: 1025)), .keyTooLong),
    ("a: 1\n", .remove("", 1), .notEditable),
    ("a: text\n", .insertKey("a", "b", .int(1), at: nil), .notEditable),
    ("[a: 1]\n", .insertKey("0", "b", .int(1), at: nil), .singlePair),
    ("a: 1\n", .set("a", .binary([1])), .unwritableValue),
  ]

  @Test(arguments: refusals)
  func whatWouldChangeMoreIsRefused(_ text: String, _ operation: EditingOperation, _ refusal: EditRefusal) {
    #expect(throws: refusal) { try operation.edits(of: parse(text)) }
  }

  @Test(arguments: [
    ("a: \"x\nb: 1\n", EditingOperation.set("a", .int(1))),
    ("a: [1, 2\nb: 1\n", .insertItem("a", .int(3), at: nil)),
    ("a: [1, 2\nb: 1\n", .remove("", 0)),
    ("a:\n  b: 'x\nc: 1\n", .move("", 1, to: 0)),
  ])
  func aBrokenPartIsRefusedWithItsError(_ text: String, _ operation: EditingOperation) {
    let tree = YAMLTree(parsing: SourceText(text))
    #expect(throws: EditRefusal.broken(tree.errors[0])) { try operation.edits(of: tree) }
  }

  @Test func theRestOfABrokenDocumentCanBeEdited() throws {
    let text = "a: \"x\nb: 1\nc: 2\n"
    let tree = YAMLTree(parsing: SourceText(text))
    let edits = try YAMLEditor(tree).setting(try #require(tree.root?["c"]), to: .int(3))
    #expect(tree.source.applying(edits).string == "a: \"x\nb: 1\nc: 3\n")
  }

  @Test func aSharedPartCanBeEditedForAll() throws {
    let tree = parse("a: &k x\nb: *k\n")
    let edits = try YAMLEditor(tree, allowsShared: true).setting(
      try #require(tree.root?["a"]), to: .string("z"))
    #expect(tree.source.applying(edits).string == "a: &k z\nb: *k\n")
  }
}

func pairs(_ pairs: (String, YAMLValue)...) -> YAMLValue {
  .mapping(pairs.map { YAMLValue.Pair(key: .string($0.0), value: $0.1) })
}
