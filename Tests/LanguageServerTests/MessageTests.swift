import Foundation
import LanguageServer
import TestSupport
import Testing

/// What the server makes of messages, whole, odd and broken.
@Suite struct MessageTests {
  private func expectError(
    _ code: Int, _ message: JSON, id: JSON, sourceLocation: SourceLocation = #_sourceLocation
  )
    throws
  {
    let server = try InProcessServer.initialized()
    server.client.send(message)
    let answer = try server.client.wait("an error") { !$0["error"].isNull }
    #expect(answer["error"]["code"].int == code, sourceLocation: sourceLocation)
    #expect(answer["id"] == id, sourceLocation: sourceLocation)
  }

  @Test func anUnknownRequestIsRefused() throws {
    try expectError(-32601, ["jsonrpc": "2.0", "id": 9, "method": "no/such"], id: 9)
    try expectError(-32601, ["jsonrpc": "2.0", "id": "a", "method": "$/no/such", "params": [:]], id: "a")
  }

  @Test func anUnknownNotificationIsIgnored() throws {
    let server = try InProcessServer.initialized()
    server.client.notify("no/such")
    server.client.notify("$/no/such")
    try server.client.request("shutdown")
    #expect(server.client.messages.allSatisfy { $0["error"].isNull })
  }

  @Test(
    arguments: [
      ["id": 9, "method": "textDocument/hover"],
      ["id": 9, "method": "textDocument/hover", "params": nil],
      ["id": 9, "method": "textDocument/hover", "params": []],
      ["id": 9, "method": "textDocument/hover", "params": ["textDocument": ["uri": 7]]],
      ["id": 9, "method": "textDocument/hover", "params": ["textDocument": ["uri": "file:///a.yml"]]],
      ["id": 9, "method": "workspace/executeCommand", "params": ["command": "rm -rf"]],
      ["id": 9, "method": "workspace/executeCommand", "params": ["command": "policylens.runTests"]],
      [
        "id": 9, "method": "workspace/executeCommand",
        "params": ["command": "policylens.runTests", "arguments": [5]],
      ],
    ] as [JSON])
  func parametersOfAnotherFormAreRefused(message: JSON) throws {
    try expectError(-32602, message, id: 9)
  }

  @Test(
    arguments: [
      (["id": 9], 9), (["id": 9, "method": 5], 9), (["id": nil, "method": "shutdown"], nil),
      (["id": [1], "method": "shutdown"], nil), (["id": 1.5, "method": "shutdown"], nil),
      ([["id": 1, "method": "shutdown"]], nil), (7, nil), ("hello", nil), (nil, nil), ([:], nil),
    ] as [(JSON, JSON)])
  func whatIsNoRequestIsInvalid(message: JSON, id: JSON) throws {
    try expectError(-32600, message, id: id)
  }

  @Test(arguments: ["", "{", "}", "{\"id\":1,\"method\":\"shutdown\"", "\u{0}\u{1}", "not json"])
  func whatIsNoJSONIsAParseError(text: String) throws {
    let server = try InProcessServer.initialized()
    server.client.write(Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8))
    let answer = try server.client.wait("an error") { !$0["error"].isNull }
    #expect(answer["error"]["code"] == -32700)
    #expect(answer["id"].isNull && answer.members?.keys.contains("id") == true)
    // The session goes on.
    #expect(try server.client.request("shutdown").isNull)
  }

  @Test func deepNestingIsRefusedNotFatal() throws {
    let server = try InProcessServer.initialized()
    for nest in ["[", "{\"a\":", "{\"id\":1,\"method\":\"shutdown\",\"params\":["] {
      let text = String(repeating: nest, count: 200_000)
      server.client.write(Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8))
    }
    #expect(try server.client.request("shutdown").isNull)
    #expect(server.client.messages.filter { $0["error"]["code"] == -32700 }.count == 3)
  }

  private func write(_ body: [UInt8], to server: InProcessServer) {
    server.client.write(Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  @Test(arguments: [
    #"{"line": 1e400, "character": 0}"#, #"{"line": 99999999999999999999, "character": 0}"#,
    #"{"line": 1.5, "character": 0}"#, #"{"line": "1", "character": 0}"#,
    #"{"line": null, "character": 0}"#, #"{"line": "\ud83d", "character": 0}"#,
    "{}", "null", "[0, 0]", "true",
  ])
  func whatIsNoPositionIsRefused(position: String) throws {
    let server = try InProcessServer.initialized()
    let document = #"{"uri": "file:///a.yml"}"#
    let parameters = #"{"textDocument": \#(document), "position": \#(position)}"#
    write(Array(#"{"id": 9, "method": "textDocument/hover", "params": \#(parameters)}"#.utf8), to: server)
    let answer = try server.client.wait("an error") { !$0["error"].isNull }
    #expect(answer["error"]["code"] == -32602 && answer["id"] == 9)
  }

  @Test(arguments: [
    #"\ud83d"#, #"\ude00x"#, #"\ud83dx"#, #"\ud83d\ud83d\ude00"#, #"\\ud83d\ud83d"#, #"\uD83D\u0041"#,
  ])
  func halfACharacterLosesNoEdit(half: String) throws {
    let server = try InProcessServer.initialized()
    let text = #""AnalysisType: policy\nSeverty: \#(half)""#
    let document = #"{"uri": "untitled:a", "version": 4, "text": \#(text)}"#
    write(
      Array(#"{"method": "textDocument/didOpen", "params": {"textDocument": \#(document)}}"#.utf8), to: server
    )
    let diagnostics = try server.client.diagnostics("untitled:a", version: 4)
    #expect(diagnostics.contains { $0["code"] == "key-unknown" })
  }

  @Test func bytesThatAreNoUTF8LoseNoEdit() throws {
    let server = try InProcessServer.initialized()
    let start = #"{"uri": "untitled:a", "version": 4, "text": "AnalysisType: policy\nSeverty: "#
    let message = Array(#"{"method": "textDocument/didOpen", "params": {"textDocument": \#(start)"#.utf8)
    write(message + [0xFF] + Array(#""}}}"#.utf8), to: server)
    let diagnostics = try server.client.diagnostics("untitled:a", version: 4)
    #expect(diagnostics.contains { $0["code"] == "key-unknown" })
  }

  @Test func unknownMembersAreIgnored() throws {
    let server = try InProcessServer.initialized()
    server.client.send(["id": 5, "method": "shutdown", "extra": ["a": [1, 2]], "params": ["b": nil]])
    #expect(try server.client.answer(to: 5).isNull)
  }

  @Test func anAnswerToNothingIsIgnored() throws {
    let server = try InProcessServer.initialized()
    server.client.send(["id": 77, "result": nil])
    server.client.send(["id": "x", "error": ["code": -1, "message": "no"]])
    server.client.notify("$/cancelRequest", ["id": 1234])
    server.client.notify("$/cancelRequest", ["id": nil])
    #expect(try server.client.request("shutdown").isNull)
    #expect(server.client.messages.allSatisfy { $0["error"].isNull })
  }

  @Test func garbageBetweenMessagesIsSurvived() throws {
    let server = try InProcessServer.initialized()
    server.client.write(Array("Traceback (most recent call last):\r\n\r\nsomething\n".utf8))
    #expect(try server.client.request("shutdown").isNull)
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
  }

  @Test(arguments: ["Content-Length: 99999999999\r\n\r\n", String(repeating: "garbage ", count: 1 << 18)])
  func whatCanNotBeUnderstoodEndsTheServer(bytes: String) throws {
    let server = try InProcessServer.initialized()
    try server.client.request("shutdown")
    server.client.write(Array(bytes.utf8))
    #expect(server.exitStatus() == 1)
  }

  @Test func anInputThatEndsWithinAMessageIsAnError() throws {
    let server = try InProcessServer.initialized()
    try server.client.request("shutdown")
    server.client.write(Array("Content-Length: 10\r\n\r\n{}".utf8))
    server.client.endInput()
    #expect(server.exitStatus() == 1)
  }

  @Test func aMessageThatArrivesByteByByteIsServed() throws {
    let server = try InProcessServer.initialized()
    for byte in LanguageClient.framed(["id": 5, "method": "shutdown"]) { server.client.write([byte]) }
    #expect(try server.client.answer(to: 5).isNull)
  }
}
