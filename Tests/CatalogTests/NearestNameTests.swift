import Catalog
import Testing

@Suite("Did you mean")
struct NearestNameTests {
  static let policyKeys = [
    "AnalysisType", "Filename", "PolicyID", "DisplayName", "Enabled", "ResourceTypes", "Tags", "Reports",
    "Severity", "Description", "Runbook", "Reference", "Suppressions", "Tests",
  ]
  static let severities = ["Info", "Low", "Medium", "High", "Critical"]

  @Test(
    "A misspelt key leads to the key that was meant",
    arguments: [
      // a letter missing, doubled, wrong, exchanged with its neighbour
      ("Severty", "Severity"), ("Tagss", "Tags"), ("Rumbook", "Runbook"), ("Desrciption", "Description"),
      // another case only
      ("PolicyId", "PolicyID"), ("FileName", "Filename"), ("severity", "Severity"),
      // singular for plural
      ("ResourceType", "ResourceTypes"), ("Test", "Tests"), ("Tag", "Tags"), ("Report", "Reports"),
      // part of the name
      ("Analysis", "AnalysisType"), ("Resource", "ResourceTypes"), ("Suppress", "Suppressions"),
    ])
  func key(written: String, meant: String) {
    #expect(nearestName(to: written, among: Self.policyKeys) == meant)
  }

  @Test(
    "A misspelt value leads to the value that was meant",
    arguments: [
      ("low", "Low"), ("HIGH", "High"), ("Hgih", "High"), ("Crit", "Critical"), ("Meduim", "Medium"),
      ("Information", nil), ("None", nil), ("5", nil), ("", nil),
    ])
  func value(written: String, meant: String?) {
    #expect(nearestName(to: written, among: Self.severities) == meant)
  }

  @Test(
    "Nothing is suggested for a name that resembles none", arguments: ["Foo", "LogTypes", "Owner", "ID", "T"])
  func nothing(written: String) {
    #expect(nearestName(to: written, among: Self.policyKeys) == nil)
  }

  @Test("A part that two names share suggests neither")
  func ambiguousPart() {
    #expect(nearestName(to: "Config", among: ["ConfigRecorder", "ConfigSnapshot"]) == nil)
  }

  @Test("Of two equally near names the first is taken")
  func tie() {
    #expect(nearestName(to: "cat", among: ["bat", "rat"]) == "bat")
  }

  @Test("A single character resembles no other")
  func single() {
    #expect(nearestName(to: "6", among: ["5", "7"]) == nil)
    #expect(nearestName(to: "a", among: ["b", "A"]) == "A")
  }

  @Test("A very long word is not compared")
  func long() {
    let word = String(repeating: "a", count: 10_000)
    #expect(nearestName(to: word, among: [word]) == nil)
  }
}
