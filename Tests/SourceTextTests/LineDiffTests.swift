import SourceText
import Testing

@Suite struct LineDiffTests {
  /// Two texts a letter a line, and the changes as `old-new`.
  static let examples: [(String, String, [String])] = [
    ("abc", "abc", []),
    ("abc", "axc", ["b-x"]),
    ("abc", "ac", ["b-"]),
    ("ac", "abc", ["-b"]),
    ("abcabba", "cbabac", ["ab-", "-b", "b-", "-c"]),
    ("abcd", "xbcy", ["a-x", "d-y"]),
    ("", "ab", ["-ab"]),
    ("aab", "ab", ["a-"]),
  ]

  @Test(arguments: examples)
  func fewestLinesChange(old: String, new: String, changes: [String]) {
    let diff = LineDiff(from: text(old), to: text(new))
    let found = diff.changes.map { "\(letters(old, $0.old))-\(letters(new, $0.new))" }
    #expect(found.map(\.count).reduce(0, +) == changes.map(\.count).reduce(0, +), "\(found)")
    #expect(rebuilt(old, new, diff) == new)
  }

  @Test func manyDifferencesAreOneChange() {
    let old = (0..<5000).map { "\($0)\n" }.joined()
    let new = (0..<5000).map { "\($0)x\n" }.joined()
    let diff = LineDiff(from: SourceText("same\n" + old + "end"), to: SourceText("same\n" + new + "end"))
    #expect(diff.changes.map(\.old) == [1..<5001])
    #expect(diff.changes.map(\.new) == [1..<5001])
  }

  private func text(_ letters: String) -> SourceText { SourceText(letters.map { "\($0)\n" }.joined()) }

  private func letters(_ text: String, _ range: Range<Int>) -> String {
    String(Array(text)[range.clamped(to: 0..<text.count)])
  }

  private func rebuilt(_ old: String, _ new: String, _ diff: LineDiff) -> String {
    var result = ""
    var position = 0
    for change in diff.changes {
      result += letters(old, position..<change.old.lowerBound) + letters(new, change.new)
      position = change.old.upperBound
    }
    return result + letters(old, position..<max(position, old.count))
  }
}
