import Foundation
import TestSupport
import Testing

struct CheckCommandTests {
  @Test func textPointsAtTheLine() throws {
    let run = try CommandRun(["check", "broken/example_dynamodb_table_expiry.yml"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        broken/example_dynamodb_table_expiry.yml:17:21: error: Test `Expiry is being enabled` fails: \
        returned false, expected true [test-failed]
        17 |     ExpectedResult: true
           |                     ^^^^
          broken/example_dynamodb_table_expiry.py:2:5: note: false is returned here: \
        TimeToLiveDescription.TimeToLiveStatus is "ENABLING"
        1 error in 2 files

        """)
  }

  @Test func nothingWrongIsOneLine() throws {
    let run = try CommandRun(["check", certificatePolicy])
    #expect(run.status == 0)
    #expect(run.output == "No problems in 2 files\n")
  }

  @Test func jsonHasPositionsAsInLSP() throws {
    let run = try CommandRun(["check", "--format", "json", "broken/example_dynamodb_table_expiry.yml"])
    #expect(run.status == 1)
    let answer = try run.json()
    #expect(answer["version"] as? Int == 1)
    let diagnostics = try #require(answer["diagnostics"] as? [[String: any Sendable]])
    let diagnostic = try #require(diagnostics.first)
    #expect(
      Set(diagnostic.keys) == ["path", "range", "severity", "code", "message", "related"])
    #expect(diagnostic["path"] as? String == "broken/example_dynamodb_table_expiry.yml")
    #expect(diagnostic["severity"] as? String == "error")
    #expect(diagnostic["code"] as? String == "test-failed")
    let range = try #require(diagnostic["range"] as? [String: [String: Int]])
    #expect(range == ["start": ["line": 16, "character": 20], "end": ["line": 16, "character": 24]])
    let related = try #require(diagnostic["related"] as? [[String: any Sendable]])
    #expect(related.first?["path"] as? String == "broken/example_dynamodb_table_expiry.py")
  }

  @Test func withoutTestsOnlyTheFilesAreLookedAt() throws {
    let run = try CommandRun(["check", "--no-tests", "broken"])
    #expect(run.status == 0)
    #expect(run.output == "No problems in 4 files\n")
  }

  @Test func aMisspeltKeyIsFoundWithoutRunningAnything() throws {
    let repository = try ExampleRepository()
    try repository.write(
      try repository.text(of: certificatePolicy).replacing("\nSeverity:", with: "\nSeverty:"),
      to: certificatePolicy)
    let run = try CommandRun(["check", "--no-tests", certificatePolicy], in: repository.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("Severty"))
    #expect(run.output.contains("[key-unknown]"))
  }

  @Test func sarifIsForCodeScanning() throws {
    let run = try CommandRun(["check", "--format", "sarif", "broken"])
    #expect(run.status == 1)
    let answer = try run.json()
    #expect(answer["version"] as? String == "2.1.0")
    let runs = try #require(answer["runs"] as? [[String: any Sendable]])
    let results = try #require(runs.first?["results"] as? [[String: any Sendable]])
    #expect(results.first?["ruleId"] as? String == "test-failed")
    #expect(results.first?["level"] as? String == "error")
  }

  @Test func gitHubAnnotatesTheLine() throws {
    let run = try CommandRun(["check", "--format", "github", "broken/example_dynamodb_table_expiry.yml"])
    #expect(
      run.output == """
        ::error file=broken/example_dynamodb_table_expiry.yml,line=17,col=21,endColumn=25,title=test-failed::\
        Test `Expiry is being enabled` fails: returned false, expected true

        """)
  }

  @Test func aPythonFileStandsForItsDetection() throws {
    let yaml = try CommandRun(["check", "broken/example_ec2_volume_encrypted.yml"])
    let python = try CommandRun(["check", "broken/example_ec2_volume_encrypted.py"])
    #expect(python.output == yaml.output)
    #expect(python.status == 1)
  }

  @Test func absolutePathsStayAbsolute() throws {
    let file = CommandRun.examples.appendingPathComponent("broken/example_dynamodb_table_expiry.yml").path
    let run = try CommandRun(["check", file])
    #expect(run.output.hasPrefix(file + ":17:21: error"))
  }

  @Test func pathsOutsideTheFolderAreSeenFromIt() throws {
    let folder = CommandRun.examples.appendingPathComponent("policies")
    let run = try CommandRun(["check", "../broken/example_dynamodb_table_expiry.yml"], in: folder)
    #expect(run.output.hasPrefix("../broken/example_dynamodb_table_expiry.yml:17:21: error"))
  }

  @Test func aFileNamedTwiceIsCheckedOnce() throws {
    let run = try CommandRun(["check", certificatePolicy, "policies/aws_acm_policies", certificatePolicy])
    #expect(run.output == "No problems in 2 files\n")
  }
}
