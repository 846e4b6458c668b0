import SourceText
import Testing
import YAML

/// What the layers above read from a tree: ranges, entries, paths, comments.
@Suite struct TreeTests {
  private func text(_ node: YAMLNode?, in tree: YAMLTree) -> String? { node.map { tree.source[$0.range] } }

  @Test func rangesHoldTheContentAndNothingAfterIt() {
    let tree = parse("a:\n  b: \"x\"  # note\n  c: [1, 2]\n\nd: >\n  text\n\n# end\n")
    #expect(text(tree.root?["a"], in: tree) == "b: \"x\"  # note\n  c: [1, 2]")
    #expect(text(tree.root?["a"]?["b"], in: tree) == "\"x\"")
    #expect(tree.root?["a"]?["b"].map { tree.source[$0.contentRange] } == "x")
    #expect(text(tree.root?["a"]?["c"], in: tree) == "[1, 2]")
    #expect(text(tree.root?["d"], in: tree) == ">\n  text")
    #expect(tree.root?["d"].map { tree.source[$0.contentRange] } == "  text")
    #expect(tree.comments.map { tree.source[$0] } == ["# note", "# end"])
  }

  @Test func aMissingValueIsAfterItsColon() {
    let tree = parse("a:\nb: \n")
    #expect(tree.root?["a"]?.kind == .missing)
    #expect(tree.root?["a"]?.range == 2..<2)
    #expect(tree.root?["b"]?.range == 5..<5)
  }

  @Test func theLastOfTwoEqualKeysCounts() {
    let tree = parse("a: 1\nb: 2\na: 3")
    #expect(tree.root?["a"]?.scalarText == "3")
    #expect(tree.root?.entries.map(\.key.scalarText) == ["a", "b", "a"])
    #expect(tree.root?.entry("b")?.range == 5..<9)
  }

  @Test func onlyStringsAreStringKeys() {
    let tree = parse("1: a\n'2': b\ntrue: c\non: d\né: e")
    #expect(tree.root?["1"] == nil)
    #expect(tree.root?["2"]?.scalarText == "b")
    #expect(tree.root?["true"] == nil)
    #expect(tree.root?["on"]?.scalarText == "d")
    #expect(tree.root?["e\u{301}"] == nil)
  }

  @Test func nodesKnowTheirStyleAndProperties() {
    let tree = parse("- &x !!str a\n- 'b'\n- *x\n- {c: d}")
    let items = tree.root?.items ?? []
    #expect(items.map(\.kind) == [.scalar, .scalar, .alias, .mapping])
    #expect(items.first?.anchor == "x")
    #expect(items.first?.tag == "tag:yaml.org,2002:str")
    #expect(items.first?.propertiesRange == 2..<10)
    #expect(items[1].scalarStyle == .singleQuoted)
    #expect(items[2].target == items[0])
    #expect(items[2].aliasName == "x")
    #expect(items[3].isFlow && !items[0].isFlow)
  }

  @Test func nodesAreEqualByIdentity() {
    let tree = parse("- a\n- a")
    let other = parse("- a\n- a")
    #expect(tree.root == tree.root)
    #expect(tree.root?.items.first != tree.root?.items.last)
    #expect(tree.root != other.root)
  }

  /// A caret marks the cursor; the path is spelt with keys, indices and `^` for a key.
  static let paths: [(String, String)] = [
    ("a|: 1", "^a"),
    ("a: |", "a"),
    ("a: 1|\nb: 2", "a"),
    ("a:\n  b: x|y", "a b"),
    ("a:\n  - x\n  - y|", "a 1"),
    ("a: [x, {b: |1}]", "a 1 b"),
    ("Seve|\nb: 1", "^Seve"),
    ("a: 1\n|\nb: 2", ""),
    ("|", ""),
  ]

  @Test(arguments: paths)
  func pathLeadsToTheCursor(_ marked: String, _ path: String) {
    let (tree, offset) = parseMarked(marked)
    #expect(spell(tree.path(at: offset)) == path)
  }

  static let insertions: [(String, String)] = [
    ("a: 1\n|", ""),
    ("a:\n  b: 1\n  |", "a"),
    ("a:\n  b: 1\n|", ""),
    ("a:\n  b:\n    c: 1\n  |\n  d: 2\n", "a"),
    ("a:\n  b:\n    c: 1\n    |\n  d: 2\n", "a b"),
    ("a:\n  |", "a"),
    ("a:\n|", ""),
    ("Tests:\n  - Name: x\n    |", "Tests 0"),
    ("Tests:\n  - Name: x\n  |", "Tests"),
    ("Tests:\n  - Name: x\n    Resource:\n      {\n        \"a\": 1,\n  |\n      }", "Tests 0 Resource"),
  ]

  @Test(arguments: insertions)
  func aNewLineJoinsTheCollectionOfItsColumn(_ marked: String, _ path: String) {
    let (tree, offset) = parseMarked(marked)
    #expect(spell(tree.insertionPath(at: offset)) == path)
  }

  private func parseMarked(_ marked: String) -> (YAMLTree, ByteOffset) {
    let bytes = Array(marked.utf8)
    let offset = bytes.firstIndex(of: UInt8(ascii: "|")) ?? 0
    return (parse(Array(bytes[..<offset] + bytes[(offset + 1)...])), offset)
  }

  private func spell(_ steps: [YAMLStep]) -> String {
    steps.map { step in
      switch step {
      case .key(let entry): "^" + entry.key.scalarText
      case .value(let entry): entry.key.scalarText
      case .item(let index, _): String(index)
      }
    }.joined(separator: " ")
  }

  @Test func debugDescriptionShowsTheTree() {
    let tree = parse("a: &x\n  - 'b'\n  - *x\nc\n")
    #expect(
      tree.debugDescription == """
        document: mapping 1:1-4:2
          key: scalar 1:1-1:2 plain "a"
          value: sequence 2:3-3:7 &x
            item: scalar 2:5-2:8 singleQuoted "b"
            item: alias 3:5-3:7 *x
          key: scalar 4:1-4:2 plain "c"
          value: missing 4:2-4:2
        4:1-4:2 yaml-missing-colon: A colon is missing after `c`. Write `: ` and the value.

        """)
  }

  @Test func tokensNameTheirRoles() {
    let kinds = parse("- a: 'b' # c\n").tokens.map(\.kind)
    #expect(
      kinds == [
        .sequenceEntry, .whitespace, .plainScalar, .valueIndicator, .whitespace, .quotedScalar, .whitespace,
        .comment, .lineBreak,
      ])
  }

  @Test func documentsHaveRanges() {
    let tree = parse("--- a\n...\n---\nb: 1\n")
    #expect(tree.documentCount == 2)
    #expect(tree.documentRanges == [0..<9, 10..<18])
    #expect(tree.root?.scalarText == "a")
    #expect(tree.documents.last?["b"]?.scalarText == "1")
  }
}
