import SourceText
import Testing
import YAML

/// Formatting some lines: the first to the last that a text marks with `»` at its start.
@Suite struct RangeFormattingTests {
  static let examples = [
    // What reaches out of the lines keeps its indentation, and what is inside follows it.
    FormattingTests.Example(
      "a:\n    b:   1\n»    c:\n»        d:   2\n    e:   3\n",
      "a:\n    b:   1\n    c:\n      d: 2\n    e:   3\n"),
    FormattingTests.Example("»a:\n»    b: 1\nc:   2\n", "a:\n  b: 1\nc:   2\n"),
    FormattingTests.Example("Tags:\n-   a\n»-   b\n-   c\n", "Tags:\n-   a\n- b\n-   c\n"),
    FormattingTests.Example("»Tags:\n»-   a\n»-   b\nx:   1\n", "Tags:\n  - a\n  - b\nx:   1\n"),
    FormattingTests.Example("a:   1  \n»\n»\n»b: 2  \nc: 3  \n", "a:   1  \n\n\nb: 2\nc: 3  \n"),
    FormattingTests.Example(
      "a:\n  {\n»      \"b\":1,\n  \"c\":2\n  }\n", "a:\n  {\n      \"b\":1,\n  \"c\":2\n  }\n"),
    FormattingTests.Example("»a:   |\n»     x\n»       y\nb:   1\n", "a: |\n  x\n    y\nb:   1\n"),
    FormattingTests.Example("»a:   |\n     x\n       y\nb:   1\n", "a: |\n     x\n       y\nb:   1\n"),
    FormattingTests.Example("»a: True\nb: True", "a: true\nb: True"),
    FormattingTests.Example("a: True\n»b: True", "a: True\nb: true\n"),
    // Errors elsewhere don't matter, those in the lines do.
    FormattingTests.Example("a: [1\nb: 2\n»c:   3\n", "a: [1\nb: 2\nc: 3\n"),
    FormattingTests.Example("»a: [1\n»b:   2\nc:   3\n", "a: [1\nb:   2\nc:   3\n"),
  ]

  @Test(arguments: examples)
  func onlyTheLinesChange(_ example: FormattingTests.Example) {
    let (source, range) = marked(example.before)
    let edits = YAMLTree(parsing: source).formattingEdits(inLinesOf: range)
    #expect(source.applying(edits).string == example.after)
    let lines = source.lines.line(at: range.lowerBound)...source.lines.line(at: range.upperBound)
    for edit in edits {
      #expect(lines.contains(source.lines.line(at: edit.range.lowerBound)))
      #expect(lines.contains(source.lines.line(at: max(edit.range.lowerBound, edit.range.upperBound - 1))))
    }
  }

  private func marked(_ text: String) -> (SourceText, ByteRange) {
    var bytes: [UInt8] = []
    var start: Int?
    var end = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isMarked = line.hasPrefix("»")
      if isMarked, start == nil { start = bytes.count }
      bytes += (isMarked ? line.dropFirst() : line).utf8
      if isMarked { end = bytes.count }
      bytes.append(0x0A)
    }
    return (SourceText(Array(bytes.dropLast())), (start ?? 0)..<end)
  }

  @Test func anyLinesOfAnyTextKeepWhatTheySay() {
    var random = RobustnessTests.Generator(state: 0x9E37_79B9_7F4A_7C15)
    let texts = FormattingPropertyTests.tables.map(\.before) + FormattingPropertyTests.examples
    for text in texts {
      let source = SourceText(text)
      let tree = YAMLTree(parsing: source)
      for _ in 0..<10 {
        let start = Int.random(in: 0...source.count, using: &random)
        let end = Int.random(in: start...source.count, using: &random)
        let formatted = YAMLTree(parsing: source.applying(tree.formattingEdits(inLinesOf: start..<end)))
        #expect((try? formatted.root?.value()) == (try? tree.root?.value()), "\(start)..<\(end) of \(text)")
      }
    }
  }
}
