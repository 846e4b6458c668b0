import Foundation
import LanguageServer
import TestSupport
import Testing

/// The life of a session, from `initialize` to the process's exit status.
@Suite struct LifecycleTests {
  @Test func theFirstAnswerSaysWhatTheServerOffers() throws {
    let server = InProcessServer()
    let result = try server.client.request("initialize", ["processId": nil, "capabilities": [:]])
    #expect(result["serverInfo"]["name"] == "policylens")
    #expect(result["serverInfo"]["version"] == "test")
    let capabilities = result["capabilities"]
    #expect(capabilities["positionEncoding"] == "utf-16")
    #expect(capabilities["textDocumentSync"]["change"] == 2)
    #expect(capabilities["hoverProvider"] == true)
    #expect(capabilities["executeCommandProvider"]["commands"].elements.contains("policylens.runTests"))
    // This client can't pull.
    #expect(capabilities["diagnosticProvider"].isNull)
  }

  @Test(arguments: [
    (["utf-8", "utf-16", "utf-32"], "utf-8"), (["utf-16", "utf-8"], "utf-8"), (["utf-16"], "utf-16"),
    (["utf-32"], "utf-16"), ([], "utf-16"),
  ])
  func positionsAreInUTF8WhereTheClientCan(offered: [String], chosen: String) throws {
    let server = InProcessServer()
    let result = try server.client.request(
      "initialize",
      ["capabilities": ["general": ["positionEncodings": .array(offered.map { .string($0) })]]])
    #expect(result["capabilities"]["positionEncoding"].string == chosen)
  }

  @Test(arguments: [
    "null", "[]", "7",
    "{\"general\":null,\"workspace\":[],\"textDocument\":{\"hover\":3,\"publishDiagnostics\":null}}",
    "{\"general\":{\"positionEncodings\":\"utf-8\"},\"workspace\":{\"inlayHint\":{\"refreshSupport\":\"yes\"}}}",
  ])
  func capabilitiesOfAnyFormAreTakenAsNone(capabilities: String) throws {
    let server = InProcessServer()
    let result = try server.client.request("initialize", ["capabilities": try JSON(parsing: capabilities)])
    #expect(result["capabilities"]["positionEncoding"] == "utf-16")
  }

  @Test func nothingIsServedBeforeInitialize() throws {
    let server = InProcessServer()
    #expect(throws: LanguageClient.ServerError(code: -32002, message: "initialize first")) {
      try server.client.request("textDocument/hover", ["textDocument": ["uri": "file:///a.yml"]])
    }
    #expect(throws: LanguageClient.ServerError(code: -32002, message: "initialize first")) {
      try server.client.request("no/such/method")
    }
    // Notifications are dropped, and `initialize` still works.
    server.open("file:///a.yml", "")
    try server.client.request("initialize", ["capabilities": [:]])
    #expect(server.client.messages.allSatisfy { $0["method"].isNull })
  }

  @Test func initializeComesOnce() throws {
    let server = try InProcessServer.initialized()
    #expect(throws: LanguageClient.ServerError(code: -32600, message: "already initialized")) {
      try server.client.request("initialize", ["capabilities": [:]])
    }
  }

  @Test func afterShutdownOnlyExitIsHeard() throws {
    let server = try InProcessServer.initialized()
    #expect(try server.client.request("shutdown").isNull)
    #expect(throws: LanguageClient.ServerError(code: -32600, message: "shut down")) {
      try server.client.request("textDocument/hover", ["textDocument": ["uri": "file:///a.yml"]])
    }
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
  }

  @Test func theAnswerToShutdownHasAResult() throws {
    let server = try InProcessServer.initialized()
    let id = server.client.start("shutdown")
    _ = try server.client.answer(to: id)
    let answer = try #require(server.client.messages.first { $0["id"].int == id })
    #expect(answer.members?.keys.contains("result") == true)
  }

  @Test func parametersMayBeLeftOut() throws {
    let server = try InProcessServer.initialized()
    server.client.send(["jsonrpc": "2.0", "id": 71, "method": "shutdown"])
    #expect(try server.client.answer(to: 71).isNull)
    server.client.send(["jsonrpc": "2.0", "method": "exit", "params": nil])
    #expect(server.exitStatus() == 0)
  }

  @Test func exitWithoutShutdownIsAnError() throws {
    let server = try InProcessServer.initialized()
    server.client.notify("exit")
    #expect(server.exitStatus() == 1)
  }

  @Test func exitAsTheFirstMessageIsAnError() {
    let server = InProcessServer()
    server.client.notify("exit")
    #expect(server.exitStatus() == 1)
  }

  @Test func theEndOfTheInputIsAnExit() throws {
    let left = try InProcessServer.initialized()
    left.client.endInput()
    #expect(left.exitStatus() == 1)

    let tookLeave = try InProcessServer.initialized()
    try tookLeave.client.request("shutdown")
    tookLeave.client.endInput()
    #expect(tookLeave.exitStatus() == 0)
  }

  @Test func whatCameBeforeTheEndOfTheInputIsStillAnswered() throws {
    let server = InProcessServer()
    let first = server.client.start("initialize", ["capabilities": [:]])
    let second = server.client.start("shutdown")
    server.client.endInput()
    _ = try server.client.answer(to: first)
    _ = try server.client.answer(to: second)
    #expect(server.exitStatus() == 0)
  }

  @Test func aClientThatReadsNoMoreEndsTheServer() throws {
    let server = InProcessServer()
    server.client.write(
      LanguageClient.framed(["id": 1, "method": "initialize", "params": ["capabilities": [:]]]))
    _ = try server.client.answer(to: 1)
    server.client.endInput()
    #expect(server.exitStatus() == 1)
  }
}
