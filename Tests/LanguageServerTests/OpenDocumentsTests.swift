import Detections
import LanguageServer
import SourceText
import TestSupport
import Testing

/// The texts of open documents after edits, and the names that clients give them.
@Suite struct OpenDocumentsTests {
  private typealias Change = DidChangeParameters.Change

  private static let path = FilePath("/a.yml")

  private func range(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int) -> PositionRange {
    PositionRange(
      start: Position(line: startLine, character: start), end: Position(line: endLine, character: end))
  }

  private func text(_ text: String, after changes: [Change], _ encoding: PositionEncoding = .utf16) -> String?
  {
    var documents = OpenDocuments()
    documents.open(OpenDocument(uri: "file:///a.yml", path: Self.path, version: 1, text: SourceText(text)))
    return documents.change(Self.path, to: 2, changes, encoding: encoding)?.text.string
  }

  @Test func eachEditIsRelativeToTheTextBeforeIt() {
    let changes = [
      Change(range: range(0, 0, 0, 0), text: "first\n"),
      Change(range: range(1, 0, 1, 3), text: "second"),
      Change(range: range(1, 6, 1, 6), text: "\nthird"),
    ]
    #expect(text("old\n", after: changes) == "first\nsecond\nthird\n")
  }

  @Test func anEditWithoutARangeReplacesEverything() {
    let changes = [
      Change(range: range(0, 0, 0, 1), text: "lost"), Change(range: nil, text: "new"),
      Change(range: range(0, 3, 0, 3), text: "er"),
    ]
    #expect(text("old", after: changes) == "newer")
  }

  @Test func noEditsLeaveTheText() { #expect(text("old", after: []) == "old") }

  @Test(arguments: [(PositionEncoding.utf8, 4), (.utf16, 2), (.utf32, 1)])
  func positionsCountAsNegotiated(encoding: PositionEncoding, width: Int) {
    #expect(text("😀é", after: [Change(range: range(0, width, 0, width), text: "|")], encoding) == "😀|é")
  }

  @Test func lineEndsAreKept() {
    #expect(text("a\r\nb\rc\n", after: [Change(range: range(2, 0, 2, 1), text: "C")]) == "a\r\nb\rC\n")
    #expect(text("a\r\nb", after: [Change(range: range(0, 99, 0, 99), text: "!")]) == "a!\r\nb")
  }

  @Test(arguments: [
    ((-1, -1, -1, -1), "Xab\ncd"), ((0, 99, 0, 99), "abX\ncd"), ((99, 0, 99, 5), "ab\ncdX"),
    ((0, 0, Int.max, Int.max), "X"), ((Int.min, Int.min, 0, 1), "Xb\ncd"),
    // Start and end the wrong way round.
    ((0, 2, 0, 1), "aX\ncd"),
  ])
  func positionsOutsideTheTextAreClamped(place: (Int, Int, Int, Int), expected: String) {
    let change = Change(range: range(place.0, place.1, place.2, place.3), text: "X")
    #expect(text("ab\ncd", after: [change]) == expected)
  }

  /// Random edits against the plainest model there is: an array of characters.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func editsAgreeWithAnArrayOfCharacters(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [Unicode.Scalar] = ["a", "b", ":", " ", "\n", "é", "漢", "😀", "\u{301}"]
    func word() -> [Unicode.Scalar] {
      (0..<random.below(8)).map { _ in alphabet[random.below(alphabet.count)] }
    }
    func string(_ scalars: [Unicode.Scalar]) -> String {
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars)
      return string
    }
    var model = word() + word() + word()
    let original = string(model)
    var changes: [Change] = []
    for _ in 0..<20 {
      let first = random.below(model.count + 1)
      let last = min(model.count, first + random.below(4))
      let replacement = word()
      func position(_ index: Int) -> Position {
        let lineStart = model[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return Position(
          line: model[..<index].count { $0 == "\n" },
          character: string(Array(model[lineStart..<index])).utf16.count)
      }
      changes.append(
        Change(range: PositionRange(start: position(first), end: position(last)), text: string(replacement)))
      model.replaceSubrange(first..<last, with: replacement)
    }
    #expect(text(original, after: changes)?.unicodeScalars.elementsEqual(model) == true)
  }

  @Test func answersUseTheClientsSpelling() {
    var documents = OpenDocuments()
    let spelling = "file:///c%3A/a%2fb.yml"
    let path = documents.path(of: spelling)
    #expect(path == FilePath("/c:/a/b.yml"))
    #expect(documents.uri(of: path) == spelling)
    #expect(documents.uri(of: FilePath("/never seen.yml")) == "file:///never%20seen.yml")
  }

  @Test func theSpellingOfAnOpenDocumentStays() {
    var documents = OpenDocuments()
    documents.open(
      OpenDocument(uri: "file:///a%20b.yml", path: FilePath("/a b.yml"), version: 1, text: SourceText("")))
    _ = documents.path(of: "file:///a b.yml")
    #expect(documents.uri(of: FilePath("/a b.yml")) == "file:///a%20b.yml")
  }
}
