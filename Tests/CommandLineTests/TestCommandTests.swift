import Foundation
import TestSupport
import Testing

struct TestCommandTests {
  @Test func jsonKeepsItsShape() throws {
    let run = try CommandRun(["test", "--format", "json", "broken"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let answer = try run.json()
    #expect(Set(answer.keys) == ["version", "summary", "detections"])
    #expect(answer["version"] as? Int == 1)
    #expect(
      answer["summary"] as? [String: Int] == [
        "detections": 2, "tests": 6, "passed": 4, "failed": 1, "errored": 1, "unsupported": 0, "skipped": 0,
      ])
    let detections = try #require(answer["detections"] as? [[String: any Sendable]])
    let detection = try #require(detections.first)
    #expect(Set(detection.keys) == ["path", "id", "type", "tests"])
    #expect(detection["path"] as? String == "broken/example_dynamodb_table_expiry.yml")
    #expect(detection["id"] as? String == "Example.DynamoDB.Table.Expiry")
    #expect(detection["type"] as? String == "policy")
    let tests = try #require(detection["tests"] as? [[String: any Sendable]])
    let keys: Set<String> = [
      "name", "line", "expected", "outcome", "returned", "error", "unsupported", "functions", "stdout",
      "microseconds",
    ]
    for test in tests { #expect(Set(test.keys) == keys) }
    #expect(tests.map { $0["outcome"] as? String } == ["passed", "failed", "passed"])
    #expect(tests.map { $0["line"] as? Int } == [11, 16, 21])
    #expect(tests.map { $0["returned"] as? Bool } == [true, false, false])
    #expect(tests.allSatisfy { $0["error"] is NSNull && $0["unsupported"] is NSNull })
  }

  @Test func jsonSaysWherePythonRaised() throws {
    let run = try CommandRun(["test", "--format", "json", "broken/example_ec2_volume_encrypted.yml"])
    let detections = try #require(try run.json()["detections"] as? [[String: any Sendable]])
    let tests = try #require(detections.first?["tests"] as? [[String: any Sendable]])
    let test = try #require(tests.last)
    #expect(test["outcome"] as? String == "errored")
    #expect(test["returned"] is NSNull)
    let error = try #require(test["error"] as? [String: any Sendable])
    #expect(error["type"] as? String == "KeyError")
    #expect(error["message"] as? String == "'State'")
    #expect(error["path"] as? String == "broken/example_ec2_volume_encrypted.py")
    #expect(error["line"] as? Int == 2)
  }

  @Test func textTellsFailuresAndCountsTheRest() throws {
    let run = try CommandRun(["test", "broken"])
    #expect(run.status == 1)
    #expect(run.output.contains("✗ Expiry is being enabled  broken/example_dynamodb_table_expiry.yml:16\n"))
    #expect(run.output.contains("      returned false, expected true\n"))
    #expect(run.output.contains(#"gives false: TimeToLiveDescription.TimeToLiveStatus is "ENABLING"\#n"#))
    #expect(run.output.contains("      at broken/example_dynamodb_table_expiry.py:2: return "))
    #expect(run.output.contains("⚠ Volume of an unknown state  broken/example_ec2_volume_encrypted.yml:21\n"))
    #expect(run.output.contains("      KeyError: 'State'\n"))
    #expect(!run.output.contains("Expiry is enabled"))
    #expect(run.output.hasSuffix("\n6 tests of 2 detections: 1 failed, 1 errored, 4 passed\n"))
  }

  @Test func passesAreOneLine() throws {
    let run = try CommandRun(["test", certificatePolicy])
    #expect(run.status == 0)
    #expect(run.output == "4 tests of 1 detection: 4 passed\n")
  }

  @Test func junitCountsAndEscapes() throws {
    let run = try CommandRun(["test", "--format", "junit", "broken"])
    #expect(run.status == 1)
    let document = try XMLCounter(run.output)
    #expect(document.counts["testsuite"] == 2)
    #expect(document.counts["testcase"] == 6)
    #expect(document.counts["failure"] == 1)
    #expect(document.counts["error"] == 1)
  }

  @Test func gitHubAnnotatesFailures() throws {
    let run = try CommandRun(["test", "--format", "github", "broken/example_dynamodb_table_expiry.yml"])
    #expect(
      run.output == """
        ::error file=broken/example_dynamodb_table_expiry.yml,line=16,\
        title=Example.DynamoDB.Table.Expiry%3A Expiry is being enabled::returned false, expected true

        """)
  }

  @Test(arguments: [
    ("Severity=low", 1), ("Severity=Low,Medium", 2), ("Severity!=Low", 1),
    ("ResourceTypes=AWS.EC2.Volume", 1),
    ("Tags!=x", 2),
  ])
  func filtersChooseDetections(filter: String, count: Int) throws {
    let run = try CommandRun(["test", "--format", "json", "--filter", filter, "broken"])
    let detections = try #require(try run.json()["detections"] as? [any Sendable])
    #expect(detections.count == count)
  }

  @Test func namesChooseTests() throws {
    let run = try CommandRun(["test", "--test", "Expiry is enabled", "broken"])
    #expect(run.status == 0)
    #expect(run.output == "1 test of 1 detection: 1 passed\n")
  }

  @Test func whatCanNotBeLoadedHasErroredTests() throws {
    let repository = try ExampleRepository()
    let python = certificatePolicy.replacing(".yml", with: ".py")
    try repository.write("def policy(resource:\n", to: python)
    let run = try CommandRun(["test", "--format", "json", certificatePolicy], in: repository.folder)
    #expect(run.status == 1)
    let summary = try #require(try run.json()["summary"] as? [String: Int])
    #expect(summary["errored"] == 4)
  }

  @Test func whatOnlyTheLoaderForgivesIsEvaluated() throws {
    let repository = try ExampleRepository()
    let file = "broken/example_dynamodb_table_expiry.yml"
    // The bracket closes at the left of the key, which YAML 1.2 forbids and the Panther tool reads.
    try repository.write(
      try repository.text(of: file).replacing("AttributeName: null }", with: "AttributeName: null\n  }"),
      to: file)
    let run = try CommandRun(["test", "--format", "json", file], in: repository.folder)
    let summary = try #require(try run.json()["summary"] as? [String: Int])
    #expect(summary["passed"] == 2)
    #expect(summary["failed"] == 1)
    let check = try CommandRun(["check", "--no-tests", file], in: repository.folder)
    #expect(check.status == 0)
    #expect(check.output.contains("warning: "))
  }

  @Test func whatNoPythonDecidesIsSkipped() throws {
    let repository = try ExampleRepository()
    try repository.write(
      """
      AnalysisType: correlation_rule
      RuleID: Example.Correlation
      Enabled: true
      Severity: Low
      Detection: []
      Tests:
        - Name: Nothing happens
          ExpectedResult: false
          RuleOutputs: []

      """, to: "correlation.yml")
    let run = try CommandRun(["test", "--format", "json", "correlation.yml"], in: repository.folder)
    #expect(run.status == 0)
    let summary = try #require(try run.json()["summary"] as? [String: Int])
    #expect(summary["skipped"] == 1)
  }

  @Test func whatIsNotImplementedIsNamedAndForgivenOnlyOnRequest() throws {
    let repository = try ExampleRepository()
    let python = certificatePolicy.replacing(".yml", with: ".py")
    try repository.write(
      "async def f(): pass\ndef policy(resource):\n    return exec('1') is None\n", to: python)
    let run = try CommandRun(["test", "--format", "json", certificatePolicy], in: repository.folder)
    #expect(run.status == 1)
    let summary = try #require(try run.json()["summary"] as? [String: Int])
    #expect(summary["unsupported"] == 4)
    let forgiving = try CommandRun(["test", "--allow-unsupported", certificatePolicy], in: repository.folder)
    #expect(forgiving.status == 0)
    #expect(forgiving.output.contains("not evaluated: "))
  }
}

/// Counts the elements of an XML document, and fails on one that isn't well-formed in its tags.
private struct XMLCounter {
  private(set) var counts: [String: Int] = [:]

  struct Malformed: Error {
    let tag: String
  }

  init(_ text: String) throws {
    var open: [Substring] = []
    for match in text.matches(of: /<([^<>]*)>/) where !match.1.hasPrefix("?") {
      let tag = match.1
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { throw Malformed(tag: String(tag)) }
        continue
      }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      counts[String(name), default: 0] += 1
      if !tag.hasSuffix("/") { open.append(name) }
    }
    if let left = open.last { throw Malformed(tag: String(left)) }
  }
}
