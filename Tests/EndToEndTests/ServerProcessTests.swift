import Foundation
import TestSupport
import Testing

/// What only the process itself can show: exit statuses, silence on standard output, its end with its parent.
@Suite struct ServerProcessTests {
  @Test func shutdownAndExitEndItWithZero() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    try server.client.request("shutdown")
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
    #expect(server.errorOutput() == "")
  }

  @Test func exitAloneEndsItWithOne() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    server.client.notify("exit")
    #expect(server.exitStatus() == 1)
  }

  @Test func theEndOfStandardInputEndsItWithOne() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    server.client.endInput()
    #expect(server.exitStatus() == 1)
  }

  @Test func aRequestBeforeInitializeIsRefused() throws {
    let server = try ServerProcess()
    #expect(throws: LanguageClient.ServerError(code: -32002, message: "initialize first")) {
      try server.client.request("textDocument/hover")
    }
  }

  @Test func anUnknownMethodIsRefusedAndTheSessionGoesOn() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    #expect(throws: LanguageClient.ServerError(code: -32601, message: "no method no/such")) {
      try server.client.request("no/such")
    }
    try server.client.request("shutdown")
  }

  @Test func garbageBetweenMessagesIsReportedAndSurvived() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    server.client.write(Array("zsh: command not found\n\n\u{7F}\u{0}".utf8))
    try server.client.request("shutdown")
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
    #expect(server.errorOutput().contains("skipped"))
    #expect(server.client.wireFaults == [])
  }

  @Test func endlessGarbageEndsItWithOneAndAMessage() throws {
    let server = try ServerProcess()
    server.client.write([UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20))
    #expect(server.exitStatus() == 1)
    #expect(server.errorOutput().contains("Content-Length"))
  }

  @Test func twoEditsInOneNotificationAreAppliedInOrder() throws {
    let server = try ServerProcess()
    try server.client.request("initialize", ["capabilities": [:]])
    server.open("untitled:a", "yaml", "AnalysisType: policy\nSeverity: High\n")
    _ = try server.client.diagnostics("untitled:a", version: 1)
    server.client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "untitled:a", "version": 2],
        "contentChanges": [
          [
            "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]],
            "text": "# a comment\n",
          ],
          // The line that was 1 is 2 now.
          [
            "range": ["start": ["line": 2, "character": 0], "end": ["line": 2, "character": 8]],
            "text": "Severty",
          ],
        ],
      ])
    let diagnostics = try server.client.diagnostics("untitled:a", version: 2)
    let unknown = try #require(diagnostics.first { $0["code"] == "key-unknown" })
    #expect(unknown["range"] == ["start": ["line": 2, "character": 0], "end": ["line": 2, "character": 7]])
  }

  @Test func itEndsWithTheProcessThatStartedIt() throws {
    let parent = Process()
    parent.executableURL = URL(fileURLWithPath: "/bin/sleep")
    parent.arguments = ["1000"]
    try parent.run()
    let server = try ServerProcess()
    try server.client.request(
      "initialize",
      ["processId": .number(Double(parent.processIdentifier)), "capabilities": [:]])
    parent.end()
    // Its input stays open, and still it ends.
    #expect(server.exitStatus() == 1)
    #expect(server.errorOutput().contains("is gone"))
  }

  @Test func theLogGoesWhereItIsTold() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "policylens-\(UUID().uuidString).log")
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try ServerProcess(["--log-file", file.path, "--log-level", "debug"])
    try server.client.request("initialize", ["capabilities": [:]])
    try server.client.request("shutdown")
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
    #expect(server.errorOutput() == "")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("debug: initialize took"))
  }
}
