import Foundation
import TestSupport
import Testing

struct ExplainCommandTests {
  @Test func markdownIsTheRuleCard() throws {
    let run = try CommandRun(["explain", certificatePolicy])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for part in [
      "# AWS ACM Certificate Status\n", "`AWS.ACM.Certificate.Valid` · policy · severity High",
      "| TA0042 Resource Development | T1588 Obtain Capabilities |",
      "```\nnot (InUseBy is_null or Status eq \"ISSUED\")\n```",
      "| `InUseBy` | is_null |  |\n| `Status` | eq | ISSUED |",
      "| ✓ | Certificate has been issued | true | returned true |",
    ] {
      #expect(run.output.contains(part))
    }
  }

  @Test func jsonKeepsItsShape() throws {
    let run = try CommandRun(["explain", "--format", "json", certificatePolicy])
    #expect(run.status == 0)
    let card = try run.json()
    #expect(
      Set(card.keys) == [
        "version", "id", "displayName", "type", "severity", "description", "mitre", "condition",
        "conditionIsComplete", "exclusions", "tests",
      ])
    #expect(card["version"] as? Int == 1)
    #expect(card["id"] as? String == "AWS.ACM.Certificate.Valid")
    #expect(card["displayName"] as? String == "AWS ACM Certificate Status")
    #expect(card["condition"] as? String == #"not (InUseBy is_null or Status eq "ISSUED")"#)
    #expect(card["conditionIsComplete"] as? Bool == true)
    #expect(
      card["mitre"] as? [[String: String]] == [
        [
          "tacticID": "TA0042", "tactic": "Resource Development", "techniqueID": "T1588",
          "technique": "Obtain Capabilities",
        ]
      ])
    let exclusions = try #require(card["exclusions"] as? [[String: any Sendable]])
    #expect(exclusions.map { $0["field"] as? String } == ["InUseBy", "Status"])
    #expect(exclusions.map { $0["kind"] as? String } == ["is_null", "eq"])
    #expect(exclusions.map { $0["values"] as? [String] } == [[], ["ISSUED"]])
    #expect((card["tests"] as? [any Sendable])?.count == 4)
  }

  @Test func severalFilesAreOneObjectALine() throws {
    let run = try CommandRun(["explain", "--format", "json", certificatePolicy, "broken"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 3)
  }

  @Test func problemsAreListed() throws {
    let run = try CommandRun(["explain", "broken/example_dynamodb_table_expiry.yml"])
    #expect(run.status == 0)
    #expect(run.output.contains("## Problems"))
    #expect(run.output.contains("| ✗ | Expiry is being enabled | true | returned false, expected true |"))
  }

  @Test func htmlIsWrittenWhereItIsWanted() throws {
    let repository = try ExampleRepository()
    let run = try CommandRun(
      ["explain", "--format", "html", "--output", "card.html", certificatePolicy], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let page = try repository.text(of: "card.html")
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<pre>not (InUseBy is_null or Status eq &quot;ISSUED&quot;)</pre>"))
    #expect(!page.contains("<script"))
  }

  @Test func whatIsNoDetectionIsSaidToBeNone() throws {
    let repository = try ExampleRepository()
    try repository.write("a: 1\n", to: "other.yml")
    let run = try CommandRun(["explain", "other.yml"], in: repository.folder)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("other.yml: not a detection"))
  }
}
