import Foundation
import SourceText
import Testing
import YAML

/// Every byte is in one token, and everything that has a range lies where it should: in the document, in its
/// parent, after what is before it. `parse` checks it; here it gets much to check.
@Suite struct LosslessTests {
  /// Bytes that YAML gives a meaning to, and some that it does not.
  static let fragments = [
    "-", ":", "?", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", " ", "\t",
    "\n",
    "\r\n", "\\", "a", "0", "é", "\u{A0}", "\u{FEFF}", "- ", ": ", " #", "\n  ", "\n\t", "--- ", "...\n",
    "<<<<<<< a\n",
    "=======\n", "\n- ", "key: ", "!!str ", "&a ", "*a ", "|2-\n", "? ",
  ]

  static let seeds =
    RecoveryGoldenTests.examples.map { Array($0.text.utf8) }
    + RobustnessTests.seeds.map { Array($0.text.utf8) }

  /// How many mutants of each seed to try: more with `YAML_MUTANTS`.
  static let mutantCount = ProcessInfo.processInfo.environment["YAML_MUTANTS"].flatMap(Int.init) ?? 12

  @Test func mutantsKeepTheirBytes() {
    var random = RobustnessTests.Generator(state: 0x2545_F491_4F6C_DD1D)
    for seed in Self.seeds {
      for _ in 0..<Self.mutantCount { check(Self.mutant(of: seed, using: &random)) }
    }
  }

  /// One to four edits: a fragment inserted, a few bytes deleted, moved or repeated.
  static func mutant(of seed: [UInt8], using random: inout RobustnessTests.Generator) -> [UInt8] {
    var bytes = seed
    for _ in 0...Int.random(in: 0..<4, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(start + Int.random(in: 0..<12, using: &random), bytes.count)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1:
        bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
      default:
        bytes.insert(
          contentsOf: fragments[Int.random(in: 0..<fragments.count, using: &random)].utf8, at: start)
      }
    }
    return bytes
  }

  /// Every prefix of every broken document, as it is typed.
  @Test(arguments: RecoveryGoldenTests.examples.indices)
  func prefixesKeepTheirBytes(_ index: Int) {
    let bytes = Self.seeds[index]
    for end in stride(from: 1, to: bytes.count, by: 7) { check(Array(bytes[..<end])) }
  }

  @Test(.enabled(if: PublicSuiteTests.folder != nil, "set YAML_TEST_SUITE to the suite's src folder"))
  func thePublicSuiteKeepsItsBytes() throws {
    var random = RobustnessTests.Generator(state: 0x9E37_79B9_7F4A_7C15)
    for suiteCase in try SuiteCase.all(in: try #require(PublicSuiteTests.folder)) {
      check(suiteCase.input)
      for _ in 0..<Self.mutantCount { check(Self.mutant(of: suiteCase.input, using: &random)) }
    }
  }

  @Test(
    .enabled(if: RecoveryRateTests.corpus != nil, "set PANTHER_ANALYSIS to a checkout of panther-analysis"))
  func theCorpusKeepsItsBytesAndHasNoErrors() throws {
    var random = RobustnessTests.Generator(state: 0x9E37_79B9_7F4A_7C15)
    var count = 0
    for (name, bytes) in RecoveryRateTests.files(
      in: URL(fileURLWithPath: try #require(RecoveryRateTests.corpus)))
    {
      let tree = check(bytes)
      #expect(tree.errors.filter { !$0.code.isAcceptedByLoader }.isEmpty, "\(name)")
      count += 1
      check(Self.mutant(of: bytes, using: &random))
    }
    print("\(count) files without errors")
  }

  @discardableResult
  private func check(_ bytes: [UInt8]) -> YAMLTree {
    let tree = parse(bytes)
    if let problem = locationProblem(in: tree) {
      Issue.record("\(problem) in \(tree.source.string.debugDescription)")
    }
    return tree
  }

  /// What `parse` does not check: missing nodes, properties, comments, and that what could not be read is reported.
  private func locationProblem(in tree: YAMLTree) -> String? {
    let comments = tree.tokens.filter { $0.kind == .comment }.map(\.range)
    if comments != tree.comments { return "comments \(tree.comments)" }
    if let comment = comments.first(where: { tree.source.bytes[$0.lowerBound] != UInt8(ascii: "#") }) {
      return "a comment \(comment)"
    }
    for token in tree.tokens where token.kind == .unexpected {
      let lines =
        tree.source.lines.line(
          at: token.range.lowerBound)...tree.source.lines.line(at: token.range.upperBound)
      let isReported = tree.errors.contains { error in
        lines.overlaps(
          tree.source.lines.line(
            at: error.range.lowerBound)...tree.source.lines.line(at: error.range.upperBound))
      }
      if !isReported { return "nothing is reported about \(token)" }
    }
    return tree.documents.lazy.compactMap { locationProblem(in: $0) }.first
  }

  private func locationProblem(in node: YAMLNode) -> String? {
    if node.kind == .missing, !node.range.isEmpty { return "a missing node with content \(node.range)" }
    // The text of a block scalar without any is behind its header and comment.
    guard node.contentRange.isEmpty || node.range.contains(node.contentRange) else {
      return "content \(node.contentRange) outside \(node.range)"
    }
    if let properties = node.propertiesRange, properties.upperBound > node.range.upperBound,
      node.kind != .missing
    {
      return "properties \(properties) behind \(node.range)"
    }
    for entry in node.entries
    where !node.range.contains(entry.key.range) || entry.key.range.upperBound > entry.value.range.lowerBound {
      return "a key \(entry.key.range) with its value at \(entry.value.range)"
    }
    return (node.items + node.entries.flatMap { [$0.key, $0.value] }).lazy.compactMap {
      self.locationProblem(in: $0)
    }
    .first
  }
}
