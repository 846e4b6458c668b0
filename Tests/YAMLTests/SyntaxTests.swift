import Testing
import YAML

/// YAML 1.2.2 production by production: a text and the events it stands for.
@Suite struct SyntaxTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let events: String

    init(_ text: String, _ events: String) {
      self.text = text
      self.events = events
    }

    var testDescription: String { text.debugDescription }
  }

  static let plainScalars = [
    Example("word", "=VAL :word"),
    Example("two words", "=VAL :two words"),
    Example("a\n b", "=VAL :a b"),
    Example("a\n\n b", "=VAL :a\\nb"),
    Example("a\n\n\n b", "=VAL :a\\n\\nb"),
    Example("a#b", "=VAL :a#b"),
    Example("a #b", "=VAL :a"),
    Example("a:b", "=VAL :a:b"),
    Example("http://x/y?z#t", "=VAL :http://x/y?z#t"),
    Example("-1", "=VAL :-1"),
    Example("?x", "=VAL :?x"),
    Example(":x", "=VAL ::x"),
    Example("a, [b] {c}", "=VAL :a, [b] {c}"),
    Example("a 'b' \"c\"", "=VAL :a 'b' \"c\""),
    Example("漢字 é 😀", "=VAL :漢字 é 😀"),
  ]

  static let quotedScalars = [
    Example("'it''s'", "=VAL 'it's"),
    Example("''", "=VAL '"),
    Example("' a\n  b '", "=VAL ' a b "),
    Example(#""a\tb\n\"\\\/""#, #"=VAL "a\tb\n"\\/"#),
    Example(#""\x41\u00e9\U0001F600""#, "=VAL \"Aé😀"),
    Example("\"a\\\n   b\"", "=VAL \"ab"),
    Example("\"a  \n\n  b\"", "=VAL \"a\\nb"),
    Example("\"a\\  \n b\"", "=VAL \"a  b"),
    Example("\"# no comment: [x]\"", "=VAL \"# no comment: [x]"),
  ]

  static let blockScalars = [
    Example("|\n a\n b\n", "=VAL |a\\nb\\n"),
    Example("|-\n a\n b\n\n", "=VAL |a\\nb"),
    Example("|+\n a\n\n\n", "=VAL |a\\n\\n\\n"),
    Example("|\n\n\n", "=VAL |"),
    Example("|+\n\n\n", "=VAL |\\n\\n"),
    Example("|2\n   a\n  b\n", "=VAL | a\\nb\\n"),
    Example("| # comment\n a\n", "=VAL |a\\n"),
    Example("|\n  a\n    b\n  c\n", "=VAL |a\\n  b\\nc\\n"),
    Example(">\n a\n b\n\n c\n", "=VAL >a b\\nc\\n"),
    Example(">\n a\n   b\n c\n", "=VAL >a\\n  b\\nc\\n"),
    Example(">\n\n a\n", "=VAL >\\na\\n"),
    Example(">-\n a\n\n\n b\n", "=VAL >a\\n\\nb"),
    Example("k: |\n  a\n# comment\nl: b\n", "+MAP =VAL :k =VAL |a\\n =VAL :l =VAL :b -MAP"),
    Example("- >\n a\n- b\n", "+SEQ =VAL >a\\n =VAL :b -SEQ"),
  ]

  static let blockCollections = [
    Example("a: 1\nb: 2", "+MAP =VAL :a =VAL :1 =VAL :b =VAL :2 -MAP"),
    Example("a:\nb:", "+MAP =VAL :a =VAL : =VAL :b =VAL : -MAP"),
    Example("a:\n  b: 1", "+MAP =VAL :a +MAP =VAL :b =VAL :1 -MAP -MAP"),
    Example("a:\n- 1\n- 2\nb: 3", "+MAP =VAL :a +SEQ =VAL :1 =VAL :2 -SEQ =VAL :b =VAL :3 -MAP"),
    Example("a:\n  - 1\nb: 3", "+MAP =VAL :a +SEQ =VAL :1 -SEQ =VAL :b =VAL :3 -MAP"),
    Example("- a: 1\n  b: 2\n- c", "+SEQ +MAP =VAL :a =VAL :1 =VAL :b =VAL :2 -MAP =VAL :c -SEQ"),
    Example("- - a\n  - b\n- c", "+SEQ +SEQ =VAL :a =VAL :b -SEQ =VAL :c -SEQ"),
    Example("-\n  a", "+SEQ =VAL :a -SEQ"),
    Example("-\n- a", "+SEQ =VAL : =VAL :a -SEQ"),
    Example("? a\n: b", "+MAP =VAL :a =VAL :b -MAP"),
    Example("? a\n? b", "+MAP =VAL :a =VAL : =VAL :b =VAL : -MAP"),
    Example("? - a\n: - b", "+MAP +SEQ =VAL :a -SEQ +SEQ =VAL :b -SEQ -MAP"),
    Example("? a: 1\n: b: 2", "+MAP +MAP =VAL :a =VAL :1 -MAP +MAP =VAL :b =VAL :2 -MAP -MAP"),
    Example(": a", "+MAP =VAL : =VAL :a -MAP"),
    Example("'a b': 1\n\"c\" : 2", "+MAP =VAL 'a b =VAL :1 =VAL \"c =VAL :2 -MAP"),
    Example("[a]: b", "+MAP +SEQ [] =VAL :a -SEQ =VAL :b -MAP"),
    Example("a: b\n   c\nd: e", "+MAP =VAL :a =VAL :b c =VAL :d =VAL :e -MAP"),
    Example("a:\tb", "+MAP =VAL :a =VAL :b -MAP"),
    Example("a: 1\r\nb: 2\r\n", "+MAP =VAL :a =VAL :1 =VAL :b =VAL :2 -MAP"),
    Example("a: 1\rb: 2\r", "+MAP =VAL :a =VAL :1 =VAL :b =VAL :2 -MAP"),
    Example("a: # comment\n  # comment\n  b\n# comment\n", "+MAP =VAL :a =VAL :b -MAP"),
  ]

  static let flowCollections = [
    Example("[]", "+SEQ [] -SEQ"),
    Example("{}", "+MAP {} -MAP"),
    Example("[a, b, ]", "+SEQ [] =VAL :a =VAL :b -SEQ"),
    Example("{a: 1, b: 2,}", "+MAP {} =VAL :a =VAL :1 =VAL :b =VAL :2 -MAP"),
    Example("{a, b: , c: 1}", "+MAP {} =VAL :a =VAL : =VAL :b =VAL : =VAL :c =VAL :1 -MAP"),
    Example("{\"a\":1,'b':2}", "+MAP {} =VAL \"a =VAL :1 =VAL 'b =VAL :2 -MAP"),
    Example("{a:1}", "+MAP {} =VAL :a:1 =VAL : -MAP"),
    Example("[a: 1, b]", "+SEQ [] +MAP {} =VAL :a =VAL :1 -MAP =VAL :b -SEQ"),
    Example("[? a : 1]", "+SEQ [] +MAP {} =VAL :a =VAL :1 -MAP -SEQ"),
    Example("[: 1]", "+SEQ [] +MAP {} =VAL : =VAL :1 -MAP -SEQ"),
    Example("[[a]: 1]", "+SEQ [] +MAP {} +SEQ [] =VAL :a -SEQ =VAL :1 -MAP -SEQ"),
    Example("{? a : 1, ? b, ? }", "+MAP {} =VAL :a =VAL :1 =VAL :b =VAL : =VAL : =VAL : -MAP"),
    Example("{a\n : 1}", "+MAP {} =VAL :a =VAL :1 -MAP"),
    Example("[a # x\n , b]", "+SEQ [] =VAL :a =VAL :b -SEQ"),
    Example("[a::b, http://x]", "+SEQ [] =VAL :a::b =VAL :http://x -SEQ"),
    Example("{a: [1, {b: 2}]}", "+MAP {} =VAL :a +SEQ [] =VAL :1 +MAP {} =VAL :b =VAL :2 -MAP -SEQ -MAP"),
  ]

  static let properties = [
    Example("&x a", "=VAL &x :a"),
    Example("!!str a", "=VAL <tag:yaml.org,2002:str> :a"),
    Example("!local &x a", "=VAL &x <!local> :a"),
    Example("!<tag:a> b", "=VAL <tag:a> :b"),
    Example("! a", "=VAL <!> :a"),
    Example("&x a: &y b", "+MAP =VAL &x :a =VAL &y :b -MAP"),
    Example("&x\na: b", "+MAP &x =VAL :a =VAL :b -MAP"),
    Example("&m\n&k a: b", "+MAP &m =VAL &k :a =VAL :b -MAP"),
    Example("k: &x\n- a", "+MAP =VAL :k +SEQ &x =VAL :a -SEQ -MAP"),
    Example("- &x\n- !!str", "+SEQ =VAL &x : =VAL <tag:yaml.org,2002:str> : -SEQ"),
    Example("a: &x 1\nb: *x", "+MAP =VAL :a =VAL &x :1 =VAL :b =ALI *x -MAP"),
    Example("- &x a\n- *x : b", "+SEQ =VAL &x :a +MAP =ALI *x =VAL :b -MAP -SEQ"),
    Example("[&x a, *x , !!int 1]", "+SEQ [] =VAL &x :a =ALI *x =VAL <tag:yaml.org,2002:int> :1 -SEQ"),
    Example("%TAG !e! tag:e,1:\n---\n!e!a%21 b", "+DOC --- =VAL <tag:e,1:a!> :b"),
  ]

  static let documents = [
    Example("--- a", "+DOC --- =VAL :a"),
    Example("--- |\n a\n...\n", "+DOC --- =VAL |a\\n -DOC ..."),
    Example("a\n---\nb\n", "=VAL :a +DOC --- =VAL :b"),
    Example("---\n---\n", "+DOC --- =VAL : +DOC --- =VAL :"),
    Example("a\n...\n# x\nb", "=VAL :a -DOC ... =VAL :b"),
    Example("\u{FEFF}a: b", "+MAP =VAL :a =VAL :b -MAP"),
    Example("%YAML 1.2\n---\na", "+DOC --- =VAL :a"),
    Example("# only a comment\n", ""),
    Example("", ""),
  ]

  @Test(
    arguments: plainScalars + quotedScalars + blockScalars + blockCollections + flowCollections + properties
      + documents)
  func textGivesEvents(_ example: Example) {
    #expect(events(example.text) == example.events)
    #expect(parse(example.text).errors.isEmpty)
  }

  static let invalid: [(String, YAMLErrorCode)] = [
    ("a: b: c", .mappingNotAllowed),
    ("a: - b", .sequenceNotAllowed),
    ("a: 1\n  b: 2", .badIndentation),
    ("a:\n    b: 1\n  c: 2", .badIndentation),
    ("a:\n  - b\n - c", .badIndentation),
    ("- a\nb: c", .missingDash),
    ("a: 1\nb", .missingColon),
    ("a:\n\tb: 1", .tabIndentation),
    ("a: 1\n\tb: 2", .tabIndentation),
    ("-\t- a", .tabIndentation),
    ("a: \"b\" c", .unexpectedContent),
    ("a: [b] c", .unexpectedContent),
    ("a: @b", .unexpectedContent),
    ("a: [b", .unclosedBracket),
    ("a: [b}", .mismatchedBracket),
    ("[a, , b]", .emptyFlowEntry),
    ("[, a]", .emptyFlowEntry),
    ("[\"a\" \"b\"]", .missingComma),
    ("[- a]", .sequenceNotAllowed),
    ("k: [a,\nb]", .flowIndentation),
    ("k: \"a\nb\"", .quotedIndentation),
    ("a: 'b", .unclosedQuote),
    (#"a: "\d""#, .invalidEscape),
    (#"a: "\ud83d\ude00""#, .invalidEscape),
    ("\"a\n b\": c", .multilineKey),
    ("[a\n b: c]", .multilineKey),
    (String(repeating: "k", count: 1025) + ": v", .longKey),
    ("&a &b c", .duplicateProperty),
    ("&a *b", .misplacedProperty),
    ("&a - b", .misplacedProperty),
    ("& a", .invalidAnchor),
    ("!e!x a", .undefinedTagHandle),
    ("!a{b} c", .invalidTag),
    ("a: |0\n b", .blockScalarHeader),
    ("a: | b\n c", .blockScalarHeader),
    ("a: |\n    \n  b", .blockScalarIndentation),
    ("a: |\n    b\n  c", .blockScalarIndentation),
    ("a: \"b\"#c", .commentNeedsSpace),
    ("%YAML 1.2\na", .directive),
    ("%YAML\n---\na", .directive),
    ("... a", .unexpectedContent),
    ("a: \u{01}", .invalidCharacter),
  ]

  @Test(arguments: invalid)
  func invalidTextIsReported(_ text: String, _ code: YAMLErrorCode) {
    let tree = parse(text)
    #expect(tree.errors.map(\.code).contains(code), "\(tree.errors)")
    #expect(!tree.events.hasSuffix("-STR\n"))
  }

  @Test func everyErrorSaysWhatAndHow() {
    for (text, _) in Self.invalid {
      for error in parse(text).errors {
        #expect(error.message.hasSuffix("."), "\(error)")
        #expect(!error.message.contains("``"), "\(error)")
      }
    }
  }

  @Test func invalidUTF8IsReportedWhereItIs() {
    let tree = parse(Array("a: ".utf8) + [0xFF] + Array("\nb: c".utf8))
    #expect(tree.errors.map(\.code) == [.invalidEncoding])
    #expect(tree.errors.first?.range == 3..<4)
    #expect(tree.root?["b"]?.scalarText == "c")
  }

  @Test func utf16IsNamed() {
    let tree = parse([0xFF, 0xFE, 0x61, 0x00])
    #expect(tree.errors.map(\.code) == [.invalidEncoding])
    #expect(tree.root == nil)
  }
}
