import Foundation
import LanguageServer
import TestSupport
import Testing

/// When diagnostics are sent, for which version, and by which of the protocol's two ways.
@Suite struct DiagnosticsTests {
  private static let refreshing: JSON = [
    "workspace": ["inlayHint": ["refreshSupport": true], "codeLens": ["refreshSupport": true]]
  ]

  private static let pulling: JSON = [
    "workspace": ["diagnostics": ["refreshSupport": true]], "textDocument": ["diagnostic": [:]],
  ]

  private func published(_ server: InProcessServer, _ uri: String) -> [JSON] {
    server.client.messages.filter {
      $0["method"] == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == uri
    }.map { $0["params"] }
  }

  private func requested(_ server: InProcessServer, _ method: String) -> Int {
    server.client.messages.count { $0["method"].string == method }
  }

  /// Waits until nothing is due: diagnostics go out whenever no message waits.
  private func settle(_ server: InProcessServer) throws {
    for _ in 0..<3 {
      try server.client.request(
        "textDocument/foldingRange", ["textDocument": ["uri": .string(SmallPolicy.uri)]])
    }
  }

  private func codes(_ diagnostics: [JSON]) -> [String] { diagnostics.compactMap { $0["code"].string } }

  @Test func everyVersionIsAnswered() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    #expect(codes(try server.client.diagnostics(SmallPolicy.uri, version: 1)) == [])
    server.change(SmallPolicy.uri, version: 2, edit(line: 13, 20..<25, "true"))
    #expect(codes(try server.client.diagnostics(SmallPolicy.uri, version: 2)) == ["test-failed"])
    server.change(SmallPolicy.uri, version: 3, edit(line: 13, 20..<24, "false"))
    #expect(codes(try server.client.diagnostics(SmallPolicy.uri, version: 3)) == [])
  }

  @Test func versionsNeverGoBack() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    for version in 2...300 {
      let isEven = version.isMultiple(of: 2)
      server.change(
        SmallPolicy.uri, version: version, edit(line: 13, 20..<(isEven ? 25 : 24), isEven ? "true" : "false"))
    }
    #expect(codes(try server.client.diagnostics(SmallPolicy.uri, version: 300)) == ["test-failed"])
    for report in published(server, SmallPolicy.uri) {
      // What was sent for a version is about that version.
      let isEven = report["version"].int?.isMultiple(of: 2) == true
      #expect(codes(report["diagnostics"].elements) == (isEven ? ["test-failed"] : []))
    }
    let versions = published(server, SmallPolicy.uri).compactMap { $0["version"].int }
    #expect(versions == Array(Set(versions)).sorted())
  }

  @Test func anEditOfThePythonIsAnsweredForThePolicyToo() throws {
    let server = try InProcessServer.initialized(Self.refreshing, files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml, version: 7)
    _ = try server.client.diagnostics(SmallPolicy.uri, version: 7)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    _ = try server.client.diagnostics(SmallPolicy.pythonURI, version: 1)
    try settle(server)
    let before = server.client.messages.count
    #expect(requested(server, "workspace/inlayHint/refresh") == 0)
    #expect(published(server, SmallPolicy.uri).count == 1)

    server.change(SmallPolicy.pythonURI, version: 2, SmallPolicy.inverted)
    let report = try server.client.wait("the policy's diagnostics", from: before) {
      $0["params"]["uri"].string == SmallPolicy.uri
    }["params"]
    #expect(report["version"] == 7)
    #expect(codes(report["diagnostics"].elements) == ["test-failed", "test-failed"])
    _ = try server.client.wait("a refresh") { $0["method"] == "workspace/inlayHint/refresh" }
    _ = try server.client.wait("a refresh") { $0["method"] == "workspace/codeLens/refresh" }
    #expect(requested(server, "workspace/diagnostic/refresh") == 0)
  }

  @Test func anEditThatChangesNothingElsewhereIsNotMentionedThere() throws {
    let server = try InProcessServer.initialized(Self.refreshing, files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    _ = try server.client.diagnostics(SmallPolicy.uri, version: 1)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    server.change(SmallPolicy.pythonURI, version: 2, SmallPolicy.inverted, SmallPolicy.restored)
    _ = try server.client.diagnostics(SmallPolicy.pythonURI, version: 2)
    try settle(server)
    #expect(published(server, SmallPolicy.uri).count == 1)
    #expect(requested(server, "workspace/inlayHint/refresh") == 0)
  }

  @Test func hintsThatChangeWithoutADiagnosticAreRefreshedToo() throws {
    let server = try InProcessServer.initialized(Self.refreshing, files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    _ = try server.client.diagnostics(SmallPolicy.pythonURI, version: 1)
    try settle(server)
    // The second test of two is no more: one test ends at the Python's `return`, both files stay faultless.
    let range: JSON = ["start": ["line": 12, "character": 0], "end": ["line": 15, "character": 0]]
    server.change(SmallPolicy.uri, version: 2, ["range": range, "text": ""])
    #expect(codes(try server.client.diagnostics(SmallPolicy.uri, version: 2)) == [])
    _ = try server.client.wait("a refresh") { $0["method"] == "workspace/inlayHint/refresh" }
  }

  @Test func clientsThatCanNotRefreshAreNotAsked() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    server.change(SmallPolicy.pythonURI, version: 2, SmallPolicy.inverted)
    _ = try server.client.diagnostics(SmallPolicy.pythonURI, version: 2)
    try settle(server)
    #expect(server.client.messages.allSatisfy { $0["id"].isNull || $0["method"].isNull })
  }

  @Test func whatIsClosedIsTakenBackOnce() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    server.change(SmallPolicy.uri, version: 2, edit(line: 13, 20..<25, "true"))
    _ = try server.client.diagnostics(SmallPolicy.uri, version: 2)
    server.client.notify("textDocument/didClose", ["textDocument": ["uri": .string(SmallPolicy.uri)]])
    try settle(server)
    let reports = published(server, SmallPolicy.uri)
    #expect(reports.last?["diagnostics"] == [])
    #expect(reports.count { $0["diagnostics"] == [] && $0["version"].isNull } == 1)
  }

  @Test func aClosedPythonIsTheDisksAgain() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    server.change(SmallPolicy.pythonURI, version: 2, SmallPolicy.inverted)
    _ = try server.client.wait("failing tests") {
      $0["params"]["uri"].string == SmallPolicy.uri && !$0["params"]["diagnostics"].elements.isEmpty
    }
    let before = server.client.messages.count
    server.client.notify("textDocument/didClose", ["textDocument": ["uri": .string(SmallPolicy.pythonURI)]])
    let report = try server.client.wait("passing tests", from: before) {
      $0["params"]["uri"].string == SmallPolicy.uri
    }
    #expect(report["params"]["diagnostics"] == [])
  }

  @Test(arguments: [false, true])
  func aFileThatChangedOnTheDiskIsReadAgain(isWatched: Bool) throws {
    let files = SmallPolicy.files()
    let server = try InProcessServer.initialized(files: files)
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    #expect(try server.client.diagnostics(SmallPolicy.uri, version: 1) == [])
    let before = server.client.messages.count
    files.write(SmallPolicy.python.replacing("==", with: "!="), to: SmallPolicy.pythonPath)
    if isWatched {
      server.client.notify(
        "workspace/didChangeWatchedFiles", ["changes": [["uri": .string(SmallPolicy.pythonURI), "type": 2]]])
    } else {
      server.client.notify("textDocument/didSave", ["textDocument": ["uri": .string(SmallPolicy.pythonURI)]])
    }
    let report = try server.client.wait("failing tests", from: before) {
      $0["params"]["uri"].string == SmallPolicy.uri
    }
    #expect(codes(report["params"]["diagnostics"].elements) == ["test-failed", "test-failed"])
  }

  @Test func aClientThatCanRefreshPullsAndIsNeverPushed() throws {
    let server = InProcessServer(files: SmallPolicy.files())
    let result = try server.client.request("initialize", ["capabilities": Self.pulling])
    #expect(result["capabilities"]["diagnosticProvider"]["interFileDependencies"] == true)
    server.client.notify("initialized")
    let parameters: JSON = ["textDocument": ["uri": .string(SmallPolicy.uri)]]

    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    let first = try server.client.request("textDocument/diagnostic", parameters)
    #expect(first["kind"] == "full")
    #expect(first["items"] == [])
    let resultID = try #require(first["resultId"].string)
    func pullAgain() throws -> JSON {
      try server.client.request(
        "textDocument/diagnostic",
        ["textDocument": ["uri": .string(SmallPolicy.uri)], "previousResultId": .string(resultID)])
    }
    let same = try pullAgain()
    #expect(same["kind"] == "unchanged")
    #expect(same["resultId"].string == resultID)
    #expect(same.members?["items"] == nil)

    // Its Python changes: the client is told, and gets another answer.
    server.change(SmallPolicy.pythonURI, version: 2, SmallPolicy.inverted)
    _ = try server.client.wait("a refresh") { $0["method"] == "workspace/diagnostic/refresh" }
    let other = try pullAgain()
    #expect(other["kind"] == "full")
    #expect(other["resultId"].string != resultID)
    #expect(codes(other["items"].elements) == ["test-failed", "test-failed"])

    server.client.notify("textDocument/didClose", parameters)
    try settle(server)
    #expect(requested(server, "textDocument/publishDiagnostics") == 0)
  }

  @Test func aClientThatPullsButCanNotRefreshIsPushed() throws {
    // Neovim 0.11.
    let server = InProcessServer(files: SmallPolicy.files())
    let result = try server.client.request(
      "initialize", ["capabilities": ["textDocument": ["diagnostic": ["dynamicRegistration": false]]]])
    #expect(result["capabilities"]["diagnosticProvider"].isNull)
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    #expect(try server.client.diagnostics(SmallPolicy.uri, version: 1) == [])
  }

  @Test func anUntitledDocumentHasDiagnostics() throws {
    let server = try InProcessServer.initialized()
    server.open("untitled:Untitled-1", "AnalysisType: policy\nSeverty: High\n")
    let diagnostics = try server.client.diagnostics("untitled:Untitled-1", version: 1)
    #expect(codes(diagnostics).contains("key-unknown"))
  }

  @Test func answersUseTheClientsSpellingOfAURI() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    let spelling = "file:///repo/policies/sm%61ll.yml"
    server.open(spelling, SmallPolicy.yaml)
    #expect(try server.client.diagnostics(spelling, version: 1) == [])
    // An edit under another spelling is an edit of the same document.
    server.change(SmallPolicy.uri, version: 2, edit(line: 13, 20..<25, "true"))
    #expect(codes(try server.client.diagnostics(spelling, version: 2)) == ["test-failed"])
  }

  @Test(arguments: [
    ("a document", "AnalysisType: policy\r\nSeverity: High\r\n"), ("empty", ""), ("only tests", "Tests:\n"),
    ("tabs", "AnalysisType: policy\n\tSeverity: High\n"),
    ("byte order mark", "\u{FEFF}AnalysisType: policy\n"),
    ("binary", "\u{0}\u{1}\u{2}\u{7F}\u{FFFD}\n\u{0}"),
    ("brackets", "AnalysisType: policy\nTests: " + String(repeating: "[", count: 100_000)),
    ("braces", "AnalysisType: policy\nTests: " + String(repeating: "{a: ", count: 50_000)),
    ("no detection", "a: 1\nb: [2, 3\n"),
  ])
  func everyDocumentIsAnswered(what: String, text: String) throws {
    let server = try InProcessServer.initialized()
    server.open(SmallPolicy.uri, text)
    let diagnostics = try server.client.diagnostics(SmallPolicy.uri, version: 1)
    #expect(diagnostics.allSatisfy { $0["message"].string?.isEmpty == false && $0["source"] == "policylens" })
  }
}
