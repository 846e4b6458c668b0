import SourceText
import Testing
import YAML

/// What documents can't do to their reader: nest without end, or stand for more than they hold.
@Suite struct LimitTests {
  /// Each level stands for nine of the one below.
  static let billionLaughs =
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + (1...30).map { level in
      let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      return "a\(level): &a\(level) [\(references)]\n"
    }.joined()

  /// Each mapping merges all the entries before it: n lines that stand for n²/2 entries.
  static let quadraticMerges =
    "- &a0 {k0: 1}\n" + (1...3_000).map { "- &a\($0) {<<: *a\($0 - 1), k\($0): 1}\n" }.joined()

  /// Every line stands for a level more.
  static let deepAliases = "- &a0 [x]\n" + (1...2_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()

  static let quadraticList =
    "- &a [\(Array(repeating: "x", count: 5_000).joined(separator: ", "))]\n"
    + String(repeating: "- *a\n", count: 5_000)

  static let documents: [(text: String, code: YAMLErrorCode, line: Int, advice: String)] = [
    (billionLaughs, .aliasExpansion, 7, "Share less"),
    (quadraticMerges, .aliasExpansion, 708, "Share less"),
    (quadraticList, .aliasExpansion, 201, "Share less"),
    (deepAliases, .nestingTooDeep, 640, "Flatten"),
    (String(repeating: "[", count: 600), .nestingTooDeep, 1, "Flatten"),
    ((0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), .nestingTooDeep, 513, "Flatten"),
    ("- " + String(repeating: "- ", count: 600) + "a", .nestingTooDeep, 1, "Flatten"),
  ]

  @Test(arguments: documents.indices)
  func anErrorSaysWhereAndWhatToDo(_ index: Int) throws {
    let document = Self.documents[index]
    let tree = load(document.text)
    let error = try #require((tree.errors + tree.loaderErrors).first)
    #expect(error.code == document.code)
    #expect(tree.source.lines.line(at: error.range.lowerBound) + 1 == document.line)
    #expect(error.message.contains(document.advice))
    if tree.errors.isEmpty { #expect(throws: YAMLError.self) { try tree.root?.value() } }
  }

  /// As many as the limits allow is fine.
  @Test func whatIsWithinTheLimitsLoads() throws {
    let shared = "- &a {b: [c, d], e: f}\n" + String(repeating: "- *a\n- {<<: *a}\n", count: 5_000)
    let flow = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    let chain = "- &a0 [x]\n" + (1...600).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    for text in [shared, flow, chain] {
      let tree = load(text)
      #expect(tree.errors.isEmpty && tree.loaderErrors.isEmpty)
      #expect(throws: Never.self) { try tree.root?.value() }
    }
  }

  @Test func aValueWithoutEndIsAWarning() {
    let tree = load("a: &a\n  b: [*a]\n")
    #expect(tree.errors.isEmpty && tree.loaderErrors.isEmpty)
    #expect(tree.loaderWarnings.map(\.code) == [.recursiveAlias])
    #expect(throws: YAMLError.self) { try tree.root?.value() }
  }

  @Test func filesInUTF16AreReadWithTheirMark() throws {
    let text = "a: [é, 😀]\r\nb: 1\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(SourceText(fileContents: bytes) == SourceText(text))
    }
    #expect(SourceText(fileContents: little).bytes == little)
    let broken: [UInt8] = [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00]
    #expect(SourceText(fileContents: broken).bytes == broken)
    #expect(load(broken).errors.map(\.code) == [.invalidEncoding])
  }
}
