import Analysis
import Foundation
import SourceText
import Testing
import YAML

/// What share of public detections is restored. Needs a checkout of `panther-labs/panther-analysis`, which
/// `PANTHER_ANALYSIS` names.
@Suite("Restoring the indentation of public detections")
struct CorpusRestorationTests {
  static let corpus = ProcessInfo.processInfo.environment["PANTHER_ANALYSIS"]

  private struct Tally {
    var files = 0
    var same = 0
    /// Their texts had lines indented within the text.
    var sameButForBlanks = 0
    var wrongAndGuessed = 0
    var wrong: [String] = []

    var share: Double { files == 0 ? 1 : Double(same + sameButForBlanks) / Double(files) }
  }

  @Test(
    "Policies are restored, and what can't be known of the others is said to be a guess",
    .enabled(if: corpus != nil, "PANTHER_ANALYSIS names no checkout"), arguments: Loss.allCases)
  func shares(loss: Loss) throws {
    let root = URL(fileURLWithPath: try #require(Self.corpus))
    var tallies: [String: Tally] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    where path.hasSuffix(".yml") && !path.hasPrefix(".") {
      let original = SourceText([UInt8](try Data(contentsOf: root.appendingPathComponent(path))))
      guard let expected = value(of: original), case .string(let type)? = expected["AnalysisType"] else {
        continue
      }
      #expect(IndentationOutcome(restoring: original) == .intact, "\(path)")
      let damaged = SourceText(loss.applied(to: original.string))
      let outcome = IndentationOutcome(restoring: damaged)
      var found: SourceText? = damaged
      var isGuess = false
      switch outcome {
      case .restored(let restoration):
        found = restoration.restored
        isGuess = !restoration.guessedLines.isEmpty
        #expect(IndentationOutcome(restoring: restoration.restored) == .intact, "\(path)")
      case .intact: break
      case .refused: found = nil
      }
      var tally = tallies[type] ?? Tally()
      tally.files += 1
      let value = found.flatMap(value)
      if value == expected {
        tally.same += 1
      } else if value?.withSingleBlanks == expected.withSingleBlanks {
        tally.sameButForBlanks += 1
      } else if isGuess {
        tally.wrongAndGuessed += 1
      } else {
        tally.wrong.append(path)
      }
      tallies[type] = tally
    }
    for (type, tally) in tallies.sorted(by: { $0.value.files > $1.value.files }) {
      print(
        "\(loss): \(type): \(tally.files) files, \(tally.same) the same, \(tally.sameButForBlanks) but for blanks",
        "in texts, \(tally.wrongAndGuessed) wrong where it was guessed, \(tally.wrong.count) otherwise")
      #expect(tally.wrong.isEmpty)
      // Nested events, once flat, hold what no outline knows.
      #expect(tally.share >= (type == "policy" ? 0.99 : type.hasSuffix("rule") ? 0.85 : 1))
    }
  }

  private func value(of source: SourceText) -> YAMLValue? {
    let tree = YAMLTree(parsing: source, dialect: .pantherLoader)
    guard tree.errors.allSatisfy(\.isAcceptedByLoader), tree.loaderErrors.isEmpty else { return nil }
    return try? tree.root?.value()
  }
}
