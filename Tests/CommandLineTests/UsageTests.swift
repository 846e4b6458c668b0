import Testing

struct UsageTests {
  private static let commands = ["lsp", "check", "test", "explain", "fmt", "schema", "debug", "completions"]

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpNamesEveryCommand(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for command in UsageTests.commands { #expect(run.output.contains("\n  \(command) ")) }
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(arguments: commands)
  func everyCommandHasHelp(command: String) throws {
    let run = try CommandRun([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("policylens \(command): "))
    #expect(run.output.contains("Usage: policylens \(command)"))
    let other = try CommandRun(["help", command])
    #expect(other.output == run.output)
  }

  @Test func versionIsOneLine() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /policylens \d+\.\d+\.\d+\n/) != nil)
  }

  /// Arguments, and what standard error says about them.
  private static let mistakes: [([String], String)] = [
    ([], "Usage: policylens COMMAND"),
    (["chekc"], "unknown command 'chekc'; did you mean 'check'?"),
    (["--versoin"], "unknown option '--versoin'; did you mean '--version'?"),
    (["test", "--fromat", "json", "policies"], "unknown option '--fromat'; did you mean '--format'?"),
    (["test", "--format", "jsn", "policies"], "'jsn' is no value of '--format'; did you mean 'json'?"),
    (["test", "--format"], "'--format' needs a value"),
    (["check", "--no-tests=1", "policies"], "'--no-tests' takes no value"),
    (["check", "--format=json", "--format=text", "policies"], "'--format' is given twice"),
    (["check"], "a PATH is missing"),
    (["schema", "one", "two"], "unexpected argument 'two'"),
    (["lsp", "file.yml"], "unexpected argument 'file.yml'"),
    (["debug", "yaml-event", "-"], "'yaml-event' is no value of WHAT; did you mean 'yaml-events'?"),
    (["test", "missing.yml"], "missing.yml: no such file or folder"),
    (["check", "missing"], "missing: no such file or folder"),
    (["explain", "policies/missing.yml"], "no such file or folder"),
    (["test", "../CommandLineTests"], "no detections here"),
    (["check", "../CommandLineTests"], "no detections here"),
    (["test", "--filter", "Severity", "policies"], "'Severity' is no filter; write KEY=VALUE"),
    (["test", "--filter", "Severity=Unheard", "policies"], "no detection matches"),
    (
      ["test", "--test", "Certificate has ben issued", certificatePolicy],
      "no test is named 'Certificate has ben issued'; did you mean 'Certificate has been issued'?"
    ),
    (["schema", "polcy.schema"], "there is no schema 'polcy.schema'; did you mean 'policy.schema'?"),
    (["debug", "yaml-tree", "missing.yml"], "missing.yml: the file can't be read"),
    (["completions", "tcsh"], "'tcsh' is no value of SHELL"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreExplainedOnStandardError(arguments: [String], message: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test func operandsMayStartWithADashAfterTwoDashes() throws {
    let run = try CommandRun(["check", "--", "--format"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--format: no such file or folder"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowTheCommands(shell: String) throws {
    let run = try CommandRun(["completions", shell])
    #expect(run.status == 0)
    for command in UsageTests.commands { #expect(run.output.contains(command)) }
    #expect(run.output.contains("allow-unsupported"))
  }
}
