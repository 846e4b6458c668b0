import Foundation
import SourceText
import Testing
import YAML

/// How often a slip in a whole document costs more than its own entry.
@Suite struct RecoveryRateTests {
  struct Tally {
    var broken = 0
    var neighboursKept = 0
    var siblingsKept = 0
    var errors = 0

    mutating func add(_ survival: Survival) {
      guard !survival.isStillValid else { return }
      broken += 1
      if survival.keepsNeighbours { neighboursKept += 1 }
      if survival.keepsSiblings { siblingsKept += 1 }
      errors += survival.errorCount
    }

    static func += (left: inout Tally, right: Tally) {
      left.broken += right.broken
      left.neighboursKept += right.neighboursKept
      left.siblingsKept += right.siblingsKept
      left.errors += right.errors
    }

    func percent(_ count: Int) -> Double { broken == 0 ? 100 : 100 * Double(count) / Double(broken) }
  }

  static let corpus = ProcessInfo.processInfo.environment["PANTHER_ANALYSIS"]

  static func documents(in folder: URL) -> [WholeDocument] {
    files(in: folder).compactMap { WholeDocument(name: $0.name, bytes: $0.bytes) }
  }

  /// The YAML files of a folder, in the order of their paths.
  static func files(in folder: URL) -> [(name: String, bytes: [UInt8])] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects as? [URL] ?? []).filter { ["yml", "yaml"].contains($0.pathExtension) }
    return urls.sorted { $0.path < $1.path }.compactMap { url in
      (try? Data(contentsOf: url)).map { (url.lastPathComponent, Array($0)) }
    }
  }

  static func measure(
    _ documents: [WholeDocument], places limit: Int
  ) -> [BreakageKind: Tally] {
    var random = RobustnessTests.Generator(state: 0x9E37_79B9_7F4A_7C15)
    var tallies: [BreakageKind: Tally] = [:]
    for document in documents {
      for kind in BreakageKind.allCases {
        for breakage in kind.places(in: document).shuffled(using: &random).prefix(limit) {
          tallies[kind, default: Tally()].add(document.survival(of: breakage))
        }
      }
    }
    return tallies
  }

  static func table(_ tallies: [BreakageKind: Tally]) -> String {
    var all = Tally()
    for tally in tallies.values { all += tally }
    func row(_ name: String, _ tally: Tally) -> String {
      let name = name.padding(toLength: 28, withPad: " ", startingAt: 0)
      return name
        + String(
          format: "%7d  neighbours %6.2f %%  siblings %6.2f %%  errors %5.2f", tally.broken,
          tally.percent(tally.neighboursKept), tally.percent(tally.siblingsKept),
          tally.broken == 0 ? 0 : Double(tally.errors) / Double(tally.broken))
    }
    let rows = BreakageKind.allCases.map { row($0.rawValue, tallies[$0] ?? Tally()) }
    return (rows + [row("all", all)]).joined(separator: "\n")
  }

  static func total(_ tallies: [BreakageKind: Tally]) -> Tally {
    tallies.values.reduce(into: Tally()) { $0 += $1 }
  }

  /// The floor that recovery must not fall below: it was measured, and is a little under the measure.
  @Test func slipsInTheExamplesCostTheirOwnEntry() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples")
    let documents = Self.documents(in: folder)
    #expect(documents.count >= 10)
    let tallies = Self.measure(documents, places: 2)
    let all = Self.total(tallies)
    #expect(all.broken > 300)
    #expect(all.percent(all.neighboursKept) >= 99.5, "\(Self.table(tallies))")
    #expect(all.percent(all.siblingsKept) >= 91.5, "\(Self.table(tallies))")
    #expect(Double(all.errors) / Double(max(all.broken, 1)) <= 1.1, "\(Self.table(tallies))")
  }

  /// The same over a checkout, with the table by kind: `EVERY=1` takes every file instead of every tenth.
  @Test(.enabled(if: corpus != nil, "set PANTHER_ANALYSIS to a checkout of panther-analysis"))
  func slipsInTheCorpusCostTheirOwnEntry() throws {
    let every = ProcessInfo.processInfo.environment["EVERY"].flatMap(Int.init) ?? 10
    let documents = Self.documents(in: URL(fileURLWithPath: try #require(Self.corpus)))
      .enumerated().filter { $0.offset % every == 0 }.map(\.element)
    let tallies = Self.measure(documents, places: 2)
    print("\(documents.count) documents\n" + Self.table(tallies))
    let all = Self.total(tallies)
    #expect(all.percent(all.neighboursKept) >= 99.5)
    #expect(all.percent(all.siblingsKept) >= 95.5)
  }
}
