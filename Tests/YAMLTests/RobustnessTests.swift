import SourceText
import Testing
import YAML

/// Any bytes give a tree, every byte is kept, and nothing nests or grows beyond its limit.
@Suite struct RobustnessTests {
  static let seeds =
    SyntaxTests.plainScalars + SyntaxTests.quotedScalars + SyntaxTests.blockScalars
    + SyntaxTests.blockCollections + SyntaxTests.flowCollections + SyntaxTests.properties
    + SyntaxTests.documents

  /// A generator with a fixed seed, so that a failure can be repeated (xorshift, Marsaglia 2003).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func mutatedTextIsKeptAndNested() {
    var random = Generator(state: 0x9E37_79B9_7F4A_7C15)
    let alphabet = Array("-:?,[]{}#&*!|>'\"%@` \t\n\r\\ab0".utf8) + [0xC3, 0xA9, 0xFF, 0x00]
    let recovery = RecoveryTests.examples.map(\.text)
    for text in Self.seeds.map(\.text) + recovery {
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &random) {
          let index = Int.random(in: 0...bytes.count, using: &random)
          let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          if index < bytes.count, Bool.random(using: &random) {
            if Bool.random(using: &random) { bytes[index] = byte } else { bytes.remove(at: index) }
          } else {
            bytes.insert(byte, at: index)
          }
        }
        _ = parse(bytes).events
        let tree = load(bytes)
        _ = tree.loaderErrors
        _ = tree.loaderWarnings
        _ = try? tree.root?.value()
        _ = tree.path(at: bytes.count / 2)
        _ = tree.insertionPath(at: bytes.count)
      }
    }
  }

  static let deep = [
    String(repeating: "[", count: 100_000),
    String(repeating: "{", count: 100_000),
    String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000),
    String(repeating: "? ", count: 100_000),
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ]

  @Test(arguments: deep)
  func depthHasALimit(_ text: String) {
    let tree = load(text)
    #expect(tree.errors.map(\.code) == [.nestingTooDeep])
    _ = tree.events
    _ = tree.loaderErrors
    _ = try? tree.root?.value()
  }

  @Test func fiveHundredLevelsAreFine() {
    let text = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(parse(text).errors.isEmpty)
  }

  @Test func errorsHaveALimit() {
    let tree = parse(String(repeating: "\"a\n", count: 20_000))
    #expect(tree.errors.count == 1001)
    #expect(tree.errors.contains { $0.code == .tooManyErrors })
  }

  /// Sizes that take hours if any step looks at the rest of the document again.
  static let long = [
    String(repeating: "- - - - -\n", count: 50_000),
    String(repeating: "? a\n", count: 100_000),
    String(repeating: "- \"a\n", count: 100_000),
    String(repeating: "a: {\n", count: 100_000),
    String(repeating: "a\n\n", count: 100_000),
    "a:" + String(repeating: "\n", count: 500_000) + " b",
    "[" + String(repeating: "a b: c, ", count: 50_000) + "]",
    String(repeating: "[", count: 400) + String(repeating: "}", count: 200_000),
    String(repeating: "---\n", count: 100_000),
    String(repeating: "- |\n", count: 100_000),
    // What looks back or ahead to recover.
    "a:\n" + String(repeating: "  - b: 1\nc: 1\n    d: 2\n", count: 5_000),
    "a:\n  - b\n" + String(repeating: "c: 1\n  - b\n", count: 5_000),
    "a:\n" + String(repeating: "   b: 1\n    c: 2\n", count: 5_000),
    "{\n" + String(repeating: " \"a\": [\n  1,\n \"b\": 2},\n", count: 5_000),
    String(repeating: "\"a\": \"b\",\n", count: 10_000),
    String(repeating: "a\n b\n", count: 10_000) + "c: d\n",
    String(repeating: "- \"a\"b\n", count: 10_000),
    "a: |\n x\n" + String(repeating: "b c\n x\n", count: 10_000),
    "a: |\n x\n" + String(repeating: "b c\n\n\n\n", count: 10_000),
    String(repeating: "<<<<<<< a\n", count: 10_000),
    "a:\n" + String(repeating: "\tb:\n\t\tc: 1\n", count: 5_000),
    "{a: b" + String(repeating: " c: d", count: 10_000) + "}",
  ]

  @Test(arguments: long.indices)
  func longTextIsReadInOneGo(_ index: Int) {
    let source = SourceText(Self.long[index])
    #expect(YAMLTree(parsing: source, dialect: .pantherLoader).source.count == source.count)
  }
}
