import SourceText
import Testing
import YAML

/// A text is written so that it is read back, in the style asked for where that is possible.
@Suite struct ScalarWritingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let style: YAMLNode.ScalarStyle
    let written: String
    var isFlow = false

    var testDescription: String { "\(text.debugDescription) \(style)" }
  }

  static let cases: [Case] = [
    // Plain text stays plain.
    Case(text: "High", style: .plain, written: "High"),
    Case(text: "AWS.ACM.Certificate", style: .plain, written: "AWS.ACM.Certificate"),
    Case(text: "https://example.com/a#b", style: .plain, written: "https://example.com/a#b"),
    Case(text: "arn:aws:s3:::bucket", style: .plain, written: "arn:aws:s3:::bucket", isFlow: true),
    Case(text: "a, b", style: .plain, written: "a, b"),
    Case(text: "--profile", style: .plain, written: "--profile"),
    Case(text: "it's \"quoted\"", style: .plain, written: "it's \"quoted\""),
    // Text that YAML's syntax would read differently.
    Case(text: "", style: .plain, written: "\"\""),
    Case(text: "a: b", style: .plain, written: "\"a: b\""),
    Case(text: "a:", style: .plain, written: "\"a:\""),
    Case(text: "a #b", style: .plain, written: "\"a #b\""),
    Case(text: "# a", style: .plain, written: "\"# a\""),
    Case(text: "- a", style: .plain, written: "\"- a\""),
    Case(text: "a, b", style: .plain, written: "\"a, b\"", isFlow: true),
    Case(text: " a", style: .plain, written: "\" a\""),
    Case(text: "@a", style: .plain, written: "\"@a\""),
    Case(text: "*.example.com", style: .plain, written: "\"*.example.com\""),
    Case(text: "---", style: .plain, written: "\"---\""),
    Case(text: "\"a\"", style: .plain, written: "'\"a\"'"),
    Case(text: "a\tb", style: .plain, written: "\"a\\tb\""),
    Case(text: "\u{1F}", style: .plain, written: "\"\\x1F\""),
    Case(text: "\u{2028}", style: .plain, written: "\"\\u2028\""),
    // Text that the Panther tool or the core schema would take for another type.
    Case(text: "true", style: .plain, written: "\"true\""),
    Case(text: "null", style: .plain, written: "\"null\""),
    Case(text: "~", style: .plain, written: "\"~\""),
    Case(text: "012345678901", style: .plain, written: "\"012345678901\""),
    Case(text: "1e3", style: .plain, written: "\"1e3\""),
    Case(text: "0o17", style: .plain, written: "\"0o17\""),
    Case(text: "12:30:45.5", style: .plain, written: "\"12:30:45.5\""),
    Case(text: "-.5", style: .plain, written: "\"-.5\""),
    Case(text: "=", style: .plain, written: "\"=\""),
    Case(text: "<<", style: .plain, written: "\"<<\""),
    Case(text: "yes", style: .plain, written: "\"yes\""),
    Case(text: "2024-01-31", style: .plain, written: "\"2024-01-31\""),
    // Numbers only at first sight.
    Case(text: "1.2.3", style: .plain, written: "1.2.3"),
    Case(text: "10.0.0.0/8", style: .plain, written: "10.0.0.0/8"),
    Case(text: "TA0001:T1078", style: .plain, written: "TA0001:T1078"),
    // Quotes are kept.
    Case(text: "High", style: .singleQuoted, written: "'High'"),
    Case(text: "it's", style: .singleQuoted, written: "'it''s'"),
    Case(text: "a\nb", style: .singleQuoted, written: "\"a\\nb\""),
    Case(text: "C:\\", style: .doubleQuoted, written: "\"C:\\\\\""),
    Case(text: "é 🔒", style: .doubleQuoted, written: "\"é 🔒\""),
    // Block scalars are kept, and chosen for several lines.
    Case(text: "a\nb\n", style: .plain, written: "|\n  a\n  b"),
    Case(text: "a\nb", style: .literal, written: "|-\n  a\n  b"),
    Case(text: "a\n\nb\n\n", style: .literal, written: "|+\n  a\n\n  b\n"),
    Case(text: "  a\nb\n", style: .literal, written: "|2\n    a\n  b"),
    Case(text: "a\nb\n", style: .folded, written: ">\n  a\n\n  b"),
    Case(text: "a\n  b\nc\n", style: .folded, written: ">\n  a\n    b\n  c"),
    Case(text: "", style: .literal, written: "\"\""),
    Case(text: "\n", style: .literal, written: "\"\\n\""),
    Case(text: "a\r\nb", style: .literal, written: "\"a\\r\\nb\""),
    Case(text: "a\nb\n", style: .literal, written: "\"a\\nb\\n\"", isFlow: true),
  ]

  @Test(arguments: cases)
  func aTextIsWrittenInTheStyleThatCanHoldIt(_ example: Case) {
    let place = example.isFlow ? ScalarPlace.flowValue : .blockValue(in: 0)
    #expect(
      ScalarWriting(example.text, preferring: example.style, in: place).text(indentation: 2)
        == example.written)
  }

  @Test func longFoldedTextIsBrokenAtItsSpaces() {
    let place = ScalarPlace.blockValue(in: 0)
    let written = ScalarWriting("one two three  four\n", preferring: .folded, in: place, width: 9)
    #expect(written.lines == ["one two", "three  four"])
  }

  @Test(arguments: [
    (YAMLScalarValue.null, "null"), (.bool(true), "true"), (.int(-7), "-7"),
    (.bigInt("123456789012345678901234567890"), "123456789012345678901234567890"),
    (.float(1.5), "1.5"), (.float(1e300), "1.0e+300"), (.float(2.5e-7), "2.5e-07"),
    (.float(-.infinity), "-.inf"),
    (.string("true"), "\"true\""),
  ])
  func typedValuesAreWrittenAsTheirType(_ value: YAMLScalarValue, _ written: String) {
    #expect(ScalarWriting(value, in: .flowValue)?.head == written)
    #expect(YAMLTree(parsing: SourceText(written)).root?.resolvedScalar == value)
  }

  static let pieces = [
    "a", "b c", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", ":", ": ", "#", " #", "-", "- ", "?", "? ", ",",
    "[", "]",
    "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "=", "<<", "~", ".", "0", "08", "1e3",
    ".5",
    "+", "true", "no", "null", "---", "...", "--- ", "é", "🔒", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}",
    "\u{0}",
    "\u{1B}", "\u{7F}", "\u{FFFF}", "2024-01-31", "\u{301}",
  ]
  static let styles: [YAMLNode.ScalarStyle] = [.plain, .singleQuoted, .doubleQuoted, .literal, .folded]

  /// Where a scalar can stand, with `@` for it, and how to find it again.
  struct Frame: Sendable {
    let place: ScalarPlace
    let text: String
    let node: @Sendable (YAMLNode) -> YAMLNode?
  }

  static let frames: [Frame] = [
    Frame(place: .blockValue(in: 0), text: "k: @\nl: 1\n") { $0["k"] },
    Frame(place: .blockValue(in: 2), text: "a:\n  k: @\nl: 1\n") { $0["a"]?["k"] },
    Frame(place: .blockValue(in: 0), text: "- @\n- 1\n") { $0.items.first },
    Frame(place: .blockValue(in: 2), text: "- k: @\n  l: 1\n") { $0.items.first?["k"] },
    Frame(place: .blockKey, text: "@: 1\nl: 1\n") { $0.entries.first?.key },
    Frame(place: .flowValue, text: "k: [@, 1]\nl: 1\n") { $0["k"]?.items.first },
    Frame(place: .flowValue, text: "k: {a: @}\nl: 1\n") { $0["k"]?["a"] },
    Frame(place: .flowKey, text: "k: {@: 1}\nl: 1\n") { $0["k"]?.entries.first?.key },
    Frame(place: .blockValue(in: -1), text: "@\n") { $0 },
  ]

  @Test func anyTextIsReadBackInAnyStyleAnywhere() throws {
    var random = RobustnessTests.Generator(state: 0x5EED_0001)
    var texts = Self.pieces
    for _ in 0..<400 {
      texts.append(
        (0...Int.random(in: 0..<5, using: &random)).map { _ in
          Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        }.joined())
    }
    for text in texts {
      for frame in Self.frames {
        for style in Self.styles {
          let scalar = ScalarWriting(text, preferring: style, in: frame.place)
          let written = scalar.text(indentation: frame.place.contentIndentation)
          let document = frame.text.replacing("@", with: written)
          let tree = load(document)
          let node = tree.root.flatMap(frame.node)
          if node?.resolvedScalar != .string(text) || !tree.errors.isEmpty || !tree.loaderErrors.isEmpty
            || !tree.loaderWarnings.isEmpty
          {
            Issue.record("\(text.debugDescription) as \(style): \(document.debugDescription) \(tree.errors)")
          }
        }
      }
    }
  }
}
