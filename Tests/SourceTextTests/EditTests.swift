import SourceText
import Testing

/// Edits, against the plain reading: the bytes before, the replacement, the bytes after.
@Suite struct EditTests {
  static let edits: [(TextEdit, String)] = [
    (TextEdit(range: 0..<0, replacement: "x"), "xé\nb"),
    (TextEdit(range: 0..<2, replacement: ""), "\nb"),
    (TextEdit(range: 2..<3, replacement: "\r\n"), "é\r\nb"),
    (TextEdit(range: 3..<99, replacement: "😀"), "é\n😀"),
    (TextEdit(range: 50..<99, replacement: "!"), "é\nb!"),
    (TextEdit(range: -9 ..< -3, replacement: "!"), "!é\nb"),
  ]

  @Test(arguments: edits)
  func editReplacesItsRange(_ edit: TextEdit, _ expected: String) {
    let edited = SourceText("é\nb").applying(edit)
    #expect(edited.string == expected)
    #expect(edited.lines == SourceText(expected).lines)
  }

  @Test func editsOfOneVersionAreIndependentOfOrder() {
    let text = SourceText("abcdef")
    let edits = [
      TextEdit(range: 0..<1, replacement: "AA"), TextEdit(range: 2..<4, replacement: ""),
      TextEdit(range: 5..<6, replacement: "F!"),
    ]
    #expect(text.applying(edits).string == "AAbeF!")
    #expect(text.applying(edits.reversed()).string == "AAbeF!")
  }

  @Test func manyEditsAgreeWithThePlainReading() {
    var text = SourceText("first\r\nsécond\n😀\n")
    var model = text.bytes
    var seed: UInt64 = 42
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    for step in 0..<500 {
      let start = next(model.count + 1)
      let end = min(model.count, start + next(5))
      let replacement = ["", "x", "\n", "\r", "é漢", "long text\n"][step % 6]
      text = text.applying(TextEdit(range: start..<end, replacement: replacement))
      model.replaceSubrange(start..<end, with: Array(replacement.utf8))
      #expect(text.bytes == model)
      #expect(text.lines == LineTable(model))
    }
  }

  @Test func equalBytesAreEqualTexts() {
    #expect(SourceText("a\n") == SourceText(Array("a\n".utf8)))
    #expect(SourceText("é") != SourceText("e\u{301}"))
  }
}
