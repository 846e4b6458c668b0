import Foundation
import TestSupport
import Testing

/// A whole editing session with the built binary, as an editor would lead it: the ACM policy is opened, broken,
/// mended in its Python, saved and closed.
@Suite struct EditingSessionTests {
  private let repository: ExampleRepository
  private let server: ServerProcess
  private let yaml: String
  private let python: String

  private static let yamlPath = "policies/aws_acm_policies/aws_acm_certificate_valid.yml"
  private static let pythonPath = "policies/aws_acm_policies/aws_acm_certificate_valid.py"

  init() throws {
    repository = try ExampleRepository()
    server = try ServerProcess()
    yaml = "file://" + repository.file(Self.yamlPath).path
    python = "file://" + repository.file(Self.pythonPath).path
  }

  private func initialize() throws {
    let root: JSON = .string("file://" + repository.folder.path)
    try server.client.request(
      "initialize",
      [
        "processId": .number(Double(ProcessInfo.processInfo.processIdentifier)), "rootUri": root,
        "capabilities": [
          "workspace": [
            "inlayHint": ["refreshSupport": true], "codeLens": ["refreshSupport": true],
            "didChangeWatchedFiles": ["dynamicRegistration": true],
          ],
          "textDocument": [
            "publishDiagnostics": ["relatedInformation": true],
            "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
          ],
        ],
      ])
    server.client.notify("initialized")
  }

  private func hints(_ uri: String) throws -> [String] {
    let range: JSON = ["start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0]]
    return try server.client.request(
      "textDocument/inlayHint", ["textDocument": ["uri": .string(uri)], "range": range]
    ).elements.compactMap { $0["label"].string }
  }

  private func lenses(_ uri: String) throws -> [JSON] {
    try server.client.request("textDocument/codeLens", ["textDocument": ["uri": .string(uri)]]).elements
  }

  private func expectTally(_ tally: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let titles = try lenses(yaml).compactMap { $0["command"]["title"].string }
    #expect(titles.contains { $0.hasSuffix(tally) }, "\(titles)", sourceLocation: sourceLocation)
  }

  private func hover(_ uri: String, line: Int, character: Int) throws -> String {
    try server.client.request(
      "textDocument/hover",
      [
        "textDocument": ["uri": .string(uri)],
        "position": ["line": .number(Double(line)), "character": .number(Double(character))],
      ])["contents"]["value"].string ?? ""
  }

  private func failures(_ diagnostics: [JSON]) -> [JSON] { diagnostics.filter { $0["severity"] == 1 } }

  @Test func fromOpeningToClosing() throws {
    try initialize()
    let original = try repository.text(of: Self.yamlPath)
    let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
    let expectation = try #require(lines.firstIndex { $0.contains("ExpectedResult: false") })

    // Open: four verdicts, nothing wrong.
    server.open(yaml, "yaml", original)
    #expect(failures(try server.client.diagnostics(yaml, version: 1)).isEmpty)
    #expect(try hints(yaml) == ["✓ false", "✓ false", "✓ true", "✓ true"])
    try expectTally("4 tests: 4 passed")
    #expect(try hover(yaml, line: expectation, character: 6).contains("false"))

    // Edit a test so that it fails.
    let broken = server.replace(
      "\"Status\": \"PENDING_VALIDATION\"", with: "\"Status\": \"ISSUED\"", in: original, yaml, version: 2)
    let failing = failures(try server.client.diagnostics(yaml, version: 2))
    #expect(failing.map { $0["code"] } == ["test-failed"])
    #expect(failing.first?["range"]["start"]["line"].int == expectation)
    #expect(failing.first?["relatedInformation"][0]["location"]["uri"].string == python)
    #expect(try hints(yaml) == ["✗ returned true, expected false", "✓ false", "✓ true", "✓ true"])
    try expectTally("4 tests: 3 passed, 1 failed")

    // Edit the unsaved Python in another buffer so that it passes again.
    let source = try repository.text(of: Self.pythonPath)
    server.open(python, "python", source)
    _ = try server.client.diagnostics(python, version: 1)
    let before = server.client.messages.count
    let mended = server.replace(
      "== \"ISSUED\"", with: "== \"ISSUED\" and not resource.get(\"FailureReason\")", in: source, python,
      version: 2)
    let again = try server.client.wait("diagnostics of the YAML", from: before) {
      $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == yaml
    }
    #expect(again["params"]["version"] == 2)
    #expect(failures(again["params"]["diagnostics"].elements).isEmpty)
    for refresh in ["workspace/inlayHint/refresh", "workspace/codeLens/refresh"] {
      _ = try server.client.wait(refresh, from: before) { $0["method"].string == refresh }
    }
    #expect(try hints(yaml) == ["✓ false", "✓ false", "✓ true", "✓ true"])
    try expectTally("4 tests: 4 passed")
    // The disk has the old Python still.
    #expect(try repository.text(of: Self.pythonPath) == source)

    // Save and close. What the disk has now is what the buffers had.
    try repository.write(mended, to: Self.pythonPath)
    server.client.notify("textDocument/didSave", ["textDocument": ["uri": .string(python)]])
    server.client.notify("textDocument/didClose", ["textDocument": ["uri": .string(python)]])
    #expect(try hints(yaml) == ["✓ false", "✓ false", "✓ true", "✓ true"])
    try repository.write(broken, to: Self.yamlPath)
    server.client.notify("textDocument/didSave", ["textDocument": ["uri": .string(yaml)]])
    let beforeClosing = server.client.messages.count
    server.client.notify("textDocument/didClose", ["textDocument": ["uri": .string(yaml)]])
    let closed = try server.client.wait("the diagnostics taken back", from: beforeClosing) {
      $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == yaml
    }
    #expect(closed["params"]["diagnostics"] == [])

    #expect(try server.client.request("shutdown").isNull)
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
    try server.client.waitForEnd()
    #expect(server.client.wireFaults == [])
    #expect(server.errorOutput() == "")
  }

  /// A client that renders Markdown as Visual Studio Code does gets links to the lines.
  @Test func bothSidesTellWhatDecided() throws {
    try server.client.request(
      "initialize", ["capabilities": ["general": ["markdown": ["parser": "marked", "version": "1.1.0"]]]])
    server.client.notify("initialized")
    let text = try repository.text(of: Self.yamlPath)
    server.open(yaml, "yaml", text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectation = try #require(lines.firstIndex { $0.contains("ExpectedResult: false") })
    let why = try hover(yaml, line: expectation, character: 21)
    #expect(
      why.hasSuffix(
        """
        - [line 6](<\(python)#L6>): `return resource.get("Status") == "ISSUED"` gives **false**: \
        `Status` is `"PENDING_VALIDATION"`
        """))
    server.open(python, "python", try repository.text(of: Self.pythonPath))
    #expect(try hints(python) == ["← 1 test", "← 3 tests"])
    #expect(try lenses(python).map { $0["command"]["title"] } == ["▶ Run: 4 tests: 4 passed"])
    #expect(try hover(python, line: 5, character: 27).contains("`\"FAILED\"`: Certificate renewal failed"))
  }

  @Test func versionsArriveInOrderAndTheLastAlwaysArrives() throws {
    try initialize()
    var text = try repository.text(of: Self.yamlPath)
    server.open(yaml, "yaml", text)
    for version in 2...200 {
      let (old, new) =
        version.isMultiple(of: 2)
        ? ("\"Status\": \"PENDING", "\"Status\": \"RENDING")
        : ("\"Status\": \"RENDING", "\"Status\": \"PENDING")
      text = server.replace(old, with: new, in: text, yaml, version: version)
    }
    #expect(failures(try server.client.diagnostics(yaml, version: 200)).isEmpty)
    let versions = server.client.messages.filter { $0["method"] == "textDocument/publishDiagnostics" }
      .compactMap { $0["params"]["version"].int }
    #expect(versions == versions.sorted())
    #expect(Set(versions).count == versions.count)
  }

  @Test func theCommandsBehindTheLensesAnswerAndShow() throws {
    try initialize()
    server.open(yaml, "yaml", try repository.text(of: Self.yamlPath))
    let commands = try lenses(yaml).map { $0["command"] }
    let run = try #require(commands.first { $0["command"] == "policylens.runTests" })
    let summary = try server.client.request("workspace/executeCommand", run)
    #expect(summary["summary"] == "4 tests: 4 passed")
    let explain = try #require(commands.first { $0["command"] == "policylens.explainTest" })
    let explanation = try server.client.request("workspace/executeCommand", explain)
    #expect(explanation["markdown"].string?.isEmpty == false)
    let shown = server.client.messages.filter { $0["method"] == "window/showMessage" }
    #expect(shown.first?["params"]["message"] == "4 tests: 4 passed")
    #expect(shown.count == 2)
  }

  @Test func theDefinitionOfTheFilenameIsThePythonFile() throws {
    try initialize()
    let text = try repository.text(of: Self.yamlPath)
    server.open(yaml, "yaml", text)
    let place = try #require(text.range(of: "aws_acm_certificate_valid.py"))
    let result = try server.client.request(
      "textDocument/definition",
      ["textDocument": ["uri": .string(yaml)], "position": server.position(of: place.lowerBound, in: text)])
    #expect(result.elements.compactMap { $0["uri"].string } == [python])
  }
}
