import SourceText
import TestSupport
import Testing

@testable import YAML

/// A document that is not read a second time by the loader's algorithm must be one that this algorithm reads the
/// same.
@Suite struct CommonReadingTests {
  @Test func detectionsNeedNoSecondReading() {
    let text = """
      AnalysisType: policy
      # A comment.
      Tags: [a, "b"]
      Description: >
        Text: with colons.
      Tests:
        - Name: one
          ExpectedResult: false
          Resource: { "a": [1, -2, { "b": null }, ], c: x y }
      """
    #expect(CommonReading.covers(YAMLTree(parsing: SourceText(text)).storage))
  }

  @Test func shortDocumentsAreReadAlike() {
    var documents = ShortDocuments(random: .init(state: 0xC0_FFEE))
    var count = 0
    for _ in 0..<Self.count * 10 where isReadAlike(documents.next()) { count += 1 }
    print("\(count) of \(Self.count * 10) short documents need no second reading")
  }

  @Test func editedDocumentsAreReadAlike() throws {
    let texts = RecoveryTests.examples.map { Array($0.text.utf8) } + (try Self.files())
    var mutation = TextMutation(
      random: .init(state: 0xC0_FFEE), donors: texts.flatMap { $0.split(separator: 0x0A).map(Array.init) })
    var count = 0
    for index in 0..<Self.count where isReadAlike(mutation.mutate(texts[index % texts.count])) { count += 1 }
    print("\(count) of \(Self.count) edited documents need no second reading")
    #expect(count > Self.count / 10)
  }

  /// The files of the corpus if there is one, else the examples.
  private static func files() throws -> [[UInt8]] {
    if LoaderParityTests.corpus != nil { return try LoaderParityTests.files().map(\.bytes) }
    let examples = try ExampleRepository()
    return withExtendedLifetime(examples) {
      RecoveryRateTests.documents(in: examples.folder).map(\.bytes)
    }
  }

  static let count = LoaderParityTests.environment["PARITY_MUTANTS"].flatMap { Int($0) } ?? 3_000

  /// Whether the document needs no second reading; records it if the second reading is another all the same.
  private func isReadAlike(_ bytes: [UInt8]) -> Bool {
    let tree = Parser.parse(SourceText(bytes))
    guard CommonReading.covers(tree) else { return false }
    let loading = tree.readAgain().loading
    if loading?.failure != nil || loading?.difference != nil {
      Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) is read otherwise")
    }
    return true
  }
}
