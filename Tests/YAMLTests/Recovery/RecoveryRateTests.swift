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
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects as? [URL] ?? []).filter { ["yml", "yaml"].contains($0.pathExtension) }
    return urls.sorted { $0.path < $1.path }.compactMap { url in
      guard let data = try? Data(contentsOf: url) else { return nil }
      return WholeDocument(name: url.lastPathComponent, bytes: Array(data))
    }
  }

  static func measure(
    _ documents: [WholeDocument], places limit: Int,
    _ visit: (BreakageKind, WholeDocument, Breakage, Survival) -> Void
  ) -> [BreakageKind: Tally] {
    var random = RobustnessTests.Generator(state: 0x9E37_79B9_7F4A_7C15)
    var tallies: [BreakageKind: Tally] = [:]
    for document in documents {
      for kind in BreakageKind.allCases {
        for breakage in kind.places(in: document).shuffled(using: &random).prefix(limit) {
          let survival = document.survival(of: breakage)
          tallies[kind, default: Tally()].add(survival)
          visit(kind, document, breakage, survival)
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

  @Test(.enabled(if: corpus != nil, "set PANTHER_ANALYSIS to a checkout of panther-analysis"))
  func slipsInTheCorpusCostTheirOwnEntry() throws {
    let environment = ProcessInfo.processInfo.environment
    let every = environment["EVERY"].flatMap(Int.init) ?? 10
    let shown = environment["SHOW"].flatMap(BreakageKind.init)
    let showSiblings = environment["SIBLINGS"] != nil
    let showErrors = environment["ERRORS"] != nil
    let documents = Self.documents(in: URL(fileURLWithPath: try #require(Self.corpus)))
      .enumerated().filter { $0.offset % every == 0 }.map(\.element)
    var left = 6
    let tallies = Self.measure(documents, places: 2) { kind, document, breakage, survival in
      guard kind == shown, left > 0, !survival.isStillValid,
        showErrors
          ? survival.errorCount > 1 : showSiblings ? !survival.keepsSiblings : !survival.keepsNeighbours
      else { return }
      left -= 1
      let source = SourceText(breakage.applied(to: document.bytes))
      let tree = YAMLTree(parsing: source)
      let line = source.lines.line(at: breakage.range.lowerBound)
      print("--- \(document.name):\(line + 1)")
      for index in max(0, line - 6)..<min(line + 8, source.lines.count) {
        print("\(index == line ? ">" : " ") \(source.string(ofLine: index))")
      }
      for error in tree.errors.prefix(6) {
        print(
          "  \(source.lines.line(at: error.range.lowerBound) + 1): \(error.code.rawValue) \(error.message)")
      }
    }
    print("\(documents.count) documents\n" + Self.table(tallies))
  }
}

extension SourceText {
  fileprivate func string(ofLine line: Int) -> String {
    self[lines.range(ofLine: line)].trimmingCharacters(in: .newlines)
  }
}
