import SourceText
import Testing

/// Lines end at `\n`, `\r\n` or a lone `\r`.
@Suite struct LineTableTests {
  static let tables: [(String, [Int])] = [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]),
    ("\r\r\n\n", [0, 1, 3, 4]), ("\n\n", [0, 1, 2]), ("a\r", [0, 2]),
  ]

  @Test(arguments: tables)
  func linesStartAfterBreaks(_ text: String, _ starts: [Int]) {
    #expect(SourceText(text).lines.starts == starts)
  }

  @Test func everyOffsetIsInItsLine() {
    let text = SourceText("ab\r\n\rcd\n")
    let lines = [0, 0, 0, 0, 1, 2, 2, 2, 3]
    for (offset, line) in lines.enumerated() {
      #expect(text.lines.line(at: offset) == line)
      let position = text.lines.position(of: offset)
      #expect(position == LineColumn(line: line, column: offset - text.lines.starts[line]))
    }
  }

  @Test func rangesJoinToTheDocument() {
    let text = SourceText("ab\r\n\rcd\n")
    #expect((0..<text.lines.count).map { text.lines.range(ofLine: $0) } == [0..<4, 4..<5, 5..<8, 8..<8])
    #expect((0..<text.lines.count).map { text[text.contentRange(ofLine: $0)] } == ["ab", "", "cd", ""])
    #expect(text.lines.range(ofLine: 99) == 8..<8)
    #expect(text.lines.range(ofLine: -1) == 8..<8)
  }
}
