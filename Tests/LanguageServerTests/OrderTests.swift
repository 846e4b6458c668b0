import Foundation
import LanguageServer
import TestSupport
import Testing

/// In which order messages take effect, and that each request gets one answer.
@Suite struct OrderTests {
  private static let everything: JSON = [
    "start": ["line": 0, "character": 0], "end": ["line": 999, "character": 0],
  ]

  private func startHints(_ server: InProcessServer) -> Int {
    server.client.start(
      "textDocument/inlayHint",
      ["textDocument": ["uri": .string(SmallPolicy.uri)], "range": Self.everything])
  }

  private func labels(_ hints: JSON) -> [String] { hints.elements.compactMap { $0["label"].string } }

  /// A policy whose test runs to the evaluator's limit.
  private static let endless = MemoryFiles([
    SmallPolicy.path: SmallPolicy.yaml,
    SmallPolicy.pythonPath: "def policy(resource):\n    while True:\n        pass\n",
  ])

  @Test func aRequestSeesTheEditsBeforeItAndNoneAfterIt() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    var requests: [(id: Int, isBroken: Bool)] = []
    for version in 2...101 {
      let isBroken = version.isMultiple(of: 2)
      server.change(
        SmallPolicy.uri, version: version,
        edit(line: 13, 20..<(isBroken ? 25 : 24), isBroken ? "true" : "false"))
      requests.append((startHints(server), isBroken))
    }
    for request in requests {
      let labels = labels(try server.client.answer(to: request.id))
      #expect(labels == ["✓ true", request.isBroken ? "✗ returned false, expected true" : "✓ false"])
    }
  }

  @Test func everyRequestGetsOneAnswerCancelledOrNot() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    let ids = (0..<300).map { number in
      if number.isMultiple(of: 7) {
        server.change(SmallPolicy.uri, version: number + 2, edit(line: 7, 13..<13, "x"))
      }
      let id = startHints(server)
      if number.isMultiple(of: 2) { server.client.notify("$/cancelRequest", ["id": .number(Double(id))]) }
      return id
    }
    let last = startHints(server)
    #expect(labels(try server.client.answer(to: last)) == ["✓ true", "✓ false"])
    for id in ids {
      let answers = server.client.messages.filter { $0["id"].int == id && $0["method"].isNull }
      #expect(answers.count == 1)
      for answer in answers {
        #expect(answer["error"].isNull || answer["error"]["code"] == -32800)
        #expect(answer["error"].isNull || id.isMultiple(of: 2) == ids[0].isMultiple(of: 2))
      }
    }
  }

  @Test func aWaitingRequestIsCancelledWhileAnotherIsServed() throws {
    let server = try InProcessServer.initialized(files: Self.endless)
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    let first = startHints(server)
    let second = startHints(server)
    server.client.notify("$/cancelRequest", ["id": .number(Double(second))])
    let errored = labels(try server.client.answer(to: first))
    #expect(errored.count == 2 && errored.allSatisfy { $0.hasPrefix("⚠") })
    let answers = server.client.messages.filter { $0["id"].int == second && $0["method"].isNull }
    #expect(answers.count == 1)
  }

  @Test func cancellingAnEvaluationEndsIt() throws {
    let server = try InProcessServer.initialized(files: Self.endless)
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    let id = startHints(server)
    server.client.notify("$/cancelRequest", ["id": .number(Double(id))])
    do {
      _ = try server.client.answer(to: id)
    } catch let error as LanguageClient.ServerError {
      #expect(error.code == -32800)
    }
    // What was interrupted is not mistaken for a verdict later.
    #expect(labels(try server.client.answer(to: startHints(server))).allSatisfy { $0.hasPrefix("⚠") })
  }

  @Test func anEndlessPolicyDoesNotHoldUpTyping() throws {
    let server = try InProcessServer.initialized(files: Self.endless)
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    for version in 2...100 {
      server.change(SmallPolicy.uri, version: version, edit(line: 7, 13..<13, "x"))
      _ = startHints(server)
    }
    _ = try server.client.diagnostics(SmallPolicy.uri, version: 100)
    let answers = server.client.messages.filter { !$0["id"].isNull && $0["method"].isNull }
    #expect(answers.allSatisfy { $0["error"].isNull || $0["error"]["code"] == -32801 })
  }

  @Test func requestsDoNotHoldUpDiagnostics() throws {
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    server.open(SmallPolicy.uri, SmallPolicy.yaml)
    let last = (0..<2000).map { _ in startHints(server) }.last
    _ = try server.client.diagnostics(SmallPolicy.uri, version: 1)
    let answered = server.client.messages.contains { $0["id"].int == last && $0["method"].isNull }
    #expect(!answered)
    _ = try server.client.answer(to: try #require(last))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func anySequenceOfMessagesIsSurvived(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let server = try InProcessServer.initialized(files: SmallPolicy.files())
    let uris = [SmallPolicy.uri, SmallPolicy.pythonURI, "untitled:x", "file:///repo", "", "file:///none.yml"]
    let texts = [
      SmallPolicy.yaml, SmallPolicy.python, "", "- [", "\"", "😀\r\n", "Tests:\n  - Name: a\n",
      ": :\n\t- &a *a",
    ]
    let methods = [
      "textDocument/hover", "textDocument/definition", "textDocument/inlayHint", "textDocument/codeLens",
      "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/codeAction",
      "textDocument/diagnostic", "workspace/executeCommand", "no/such",
    ]
    func pick<Element>(_ elements: [Element]) -> Element { elements[random.below(elements.count)] }
    func position() -> JSON {
      ["line": .number(Double(random.below(25) - 2)), "character": .number(Double(random.below(60) - 2))]
    }
    for version in 1...300 {
      let uri = JSON.string(pick(uris))
      let range: JSON = ["start": position(), "end": position()]
      switch random.below(8) {
      case 0: server.open(uri.string ?? "", pick(texts), version: version)
      case 1: server.client.notify("textDocument/didClose", ["textDocument": ["uri": uri]])
      case 2...4:
        server.change(uri.string ?? "", version: version, ["range": range, "text": .string(pick(texts))])
      default:
        _ = server.client.start(
          pick(methods),
          [
            "textDocument": ["uri": uri], "position": position(), "range": range,
            "context": ["diagnostics": []],
            "command": .string(pick(["policylens.runTests", "policylens.explainTest"])),
            "arguments": [uri, .number(Double(random.below(5) - 1))],
          ])
      }
    }
    #expect(try server.client.request("shutdown").isNull)
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
  }
}
