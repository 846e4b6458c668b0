import Testing
import YAML

/// Broken documents from real editing, each with all that is reported about it and all that is read from it.
@Suite struct RecoveryGoldenTests {
  static let examples = keys + quotes + brackets + indentation + lists + pasting + properties

  @Test(arguments: examples)
  func whatIsBrokenCostsItsOwnEntry(_ example: RecoveryExample) {
    let tree = parse(example.text)
    #expect(marked(tree) == example.marked)
    #expect(outline(tree.root) == example.tree)
  }

  @Test func thereAreEnoughExamples() {
    #expect(Self.examples.count >= 60)
    #expect(Set(Self.examples.map(\.name)).count == Self.examples.count)
  }
}
