import Foundation
import TestSupport
import Testing

struct FmtCommandTests {
  private static let formatted = """
    AnalysisType: policy
    Filename: p.py
    PolicyID: A.B
    Enabled: true # yet
    Severity: Low
    Tags:
      - a
    Tests:
      - Name: one
        ExpectedResult: true
        Resource: { "a": 1 }

    """

  private static let unformatted = """
    AnalysisType:   policy
    Filename: p.py
    PolicyID: A.B
    Enabled: True # yet
    Severity: Low
    Tags:
    - a
    Tests:
        -   Name: one
            ExpectedResult: true
            Resource: {"a":1}
    """

  @Test func filesAreRewrittenInPlaceAndListed() throws {
    let repository = try ExampleRepository()
    try repository.write(Self.unformatted, to: "policies/p.yml")
    let file = repository.file("policies/p.yml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let run = try CommandRun(["fmt", "policies/p.yml"], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.output == "policies/p.yml\n")
    #expect(run.errors == "1 of 1 file changed\n")
    #expect(try repository.text(of: "policies/p.yml") == Self.formatted)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    let again = try CommandRun(["fmt", "policies/p.yml"], in: repository.folder)
    #expect(again.status == 0)
    #expect(again.output.isEmpty)
  }

  @Test func aLinkStaysALink() throws {
    let repository = try ExampleRepository()
    try repository.write(Self.unformatted, to: "policies/p.yml")
    let link = repository.file("policies/link.yml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "p.yml")
    #expect(try CommandRun(["fmt", "policies/link.yml"], in: repository.folder).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "p.yml")
    #expect(try repository.text(of: "policies/p.yml") == Self.formatted)
  }

  @Test func checkWritesNothing() throws {
    let repository = try ExampleRepository()
    try repository.write(Self.unformatted, to: "policies/p.yml")
    let run = try CommandRun(["fmt", "--check", "policies"], in: repository.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("policies/p.yml\n"))
    #expect(run.errors.contains(" would change\n"))
    #expect(try repository.text(of: "policies/p.yml") == Self.unformatted)
    try repository.write(Self.formatted, to: "policies/p.yml")
    #expect(try CommandRun(["fmt", "--check", "policies/p.yml"], in: repository.folder).status == 0)
  }

  @Test func diffIsUnified() throws {
    let text = "# 1\n# 2\n# 3\n# 4\nAnalysisType:  global\n# 6\n# 7\n# 8\n# 9\nGlobalID: a"
    let run = try CommandRun(["fmt", "--diff", "-"], input: text)
    #expect(run.status == 1)
    #expect(
      run.output == """
        --- -
        +++ -
        @@ -2,9 +2,9 @@
         # 2
         # 3
         # 4
        -AnalysisType:  global
        +AnalysisType: global
         # 6
         # 7
         # 8
         # 9
        -GlobalID: a
        \\ No newline at end of file
        +GlobalID: a

        """)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let run = try CommandRun(["fmt", "-"], input: Self.unformatted)
    #expect(run.status == 0)
    #expect(run.output == Self.formatted)
    #expect(run.errors.isEmpty)
  }

  @Test func keysAreSortedAndBracketsExpandedOnDemand() throws {
    let text = """
      AnalysisType: rule
      # what it is about
      Description: text
      RuleID: A.B
      Tests:
        - Log: {"a": [1]}
          Name: one
      Custom: 1
      """
    let sorted = """
      AnalysisType: rule
      RuleID: A.B
      # what it is about
      Description: text
      Custom: 1
      Tests:
        - Name: one
          Log: { "a": [1] }

      """
    #expect(try CommandRun(["fmt", "--sort-keys", "-"], input: text).output == sorted)
    let expanded = sorted.replacing("Log: { \"a\": [1] }", with: "Log:\n      \"a\":\n        - 1")
    #expect(try CommandRun(["fmt", "--sort-keys", "--block", "-"], input: text).output == expanded)
  }

  @Test func aFileWithSyntaxErrorsIsLeftAloneAndTheOthersAreDone() throws {
    let repository = try ExampleRepository()
    let broken = "AnalysisType: policy\nTags: [a\nSeverity:   Low\n"
    try repository.write(broken, to: "policies/broken.yml")
    try repository.write(Self.unformatted, to: "policies/p.yml")
    let run = try CommandRun(["fmt", "policies/broken.yml", "policies/p.yml"], in: repository.folder)
    #expect(run.status == 1)
    #expect(run.output == "policies/p.yml\n")
    #expect(run.errors.contains("policies/broken.yml:2:7: "))
    #expect(run.errors.contains("The file is left alone."))
    #expect(try repository.text(of: "policies/broken.yml") == broken)
  }

  @Test func whatIsNoDetectionIsLeftAlone() throws {
    let repository = try ExampleRepository()
    try repository.write("a:   1", to: "other.yml")
    let run = try CommandRun(["fmt", "other.yml"], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("other.yml: no AnalysisType; left alone"))
    #expect(try repository.text(of: "other.yml") == "a:   1")
  }

  @Test func whatCanNotBeReadIsAFailure() throws {
    let repository = try ExampleRepository()
    #expect(try CommandRun(["fmt", "missing.yml"], in: repository.folder).status == 2)
    mkfifo(repository.file("pipe.yml").path, 0o600)
    let run = try CommandRun(["fmt", "pipe.yml"], in: repository.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("pipe.yml: the file can't be read"))
  }

  @Test func aPastedPageBecomesThePolicy() throws {
    let repository = try ExampleRepository()
    let page = try repository.text(of: "pages/aws_acm_certificate_valid.txt")
    try repository.write(page, to: certificatePolicy)
    #expect(try CommandRun(["fmt", certificatePolicy], in: repository.folder).status == 1)
    #expect(try repository.text(of: certificatePolicy) == page)

    let run = try CommandRun(["fmt", "--restore-indentation", certificatePolicy], in: repository.folder)
    #expect(run.status == 0)
    #expect(run.output == certificatePolicy + "\n")
    #expect(
      run.errors == """
        policylens: \(certificatePolicy): 252 lines indented anew
        policylens: \(certificatePolicy): not part of it, comments now: lines 1-8 and 274-282
        1 of 1 file changed

        """)
    let test = try CommandRun(["test", "--format", "json", certificatePolicy], in: repository.folder)
    #expect(test.status == 0)
    #expect(
      try test.json()["summary"] as? [String: Int] == [
        "detections": 1, "tests": 4, "passed": 4, "failed": 0, "errored": 0, "unsupported": 0, "skipped": 0,
      ])
    #expect(try CommandRun(["check", certificatePolicy], in: repository.folder).status == 0)
    let again = try CommandRun(["fmt", "--restore-indentation", certificatePolicy], in: repository.folder)
    #expect(again.status == 0)
    #expect(again.output.isEmpty)
  }

  @Test func whatRestoringGuessesIsSaid() throws {
    let text =
      "AnalysisType: rule\nRuleID: A\nTests:\n- Name: one\nExpectedResult: true\nLog:\na:\nb: 1\nc: 2\n"
    let run = try CommandRun(["fmt", "--restore-indentation", "-"], input: text)
    #expect(run.status == 0)
    #expect(
      run.output == """
        AnalysisType: rule
        RuleID: A
        Tests:
          - Name: one
            ExpectedResult: true
            Log:
              a:
                b: 1
                c: 2

        """)
    #expect(
      run.errors == """
        policylens: -: 6 lines indented anew
        policylens: -: guesses, which could also belong elsewhere: lines 8-9

        """)
  }

  @Test func whatCanNotBeRestoredIsLeftAlone() throws {
    let text = "AnalysisType: policy\nReports:\nCIS:\n- 'a"
    let run = try CommandRun(["fmt", "--restore-indentation", "-"], input: text)
    #expect(run.status == 1)
    #expect(run.output == text)
    #expect(
      run.errors
        == "policylens: -: the indentation can't be restored: the quote opened on line 4 is never closed; "
        + "the file is left alone\n")
  }
}
