import Foundation
import LanguageServer
import TestSupport
import Testing

/// The features' answers in the protocol's form, and what clients' capabilities make of them. What the answers
/// say is the business of `Analysis`.
@Suite struct FeatureTests {
  private func server(_ capabilities: JSON = [:], _ text: String = SmallPolicy.yaml) throws -> InProcessServer
  {
    let server = try InProcessServer.initialized(capabilities, files: SmallPolicy.files())
    server.open(SmallPolicy.uri, text, version: 3)
    return server
  }

  private func parameters(_ more: [String: JSON] = [:]) -> JSON {
    .object(["textDocument": ["uri": .string(SmallPolicy.uri)]].merging(more) { _, new in new })
  }

  private func range(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int) -> JSON {
    [
      "start": ["line": .number(Double(startLine)), "character": .number(Double(start))],
      "end": ["line": .number(Double(endLine)), "character": .number(Double(end))],
    ]
  }

  /// Severity is misspelt in line 6.
  private static let misspelt = SmallPolicy.yaml.replacing("Severity", with: "Severty")

  @Test func everythingThatIsOfferedAnswers() throws {
    let server = InProcessServer(files: SmallPolicy.files())
    let capabilities = try server.client.request(
      "initialize",
      [
        "capabilities": [
          "workspace": ["diagnostics": ["refreshSupport": true]], "textDocument": ["diagnostic": [:]],
        ]
      ])["capabilities"]
    // The space is for formatting to remove.
    server.open(SmallPolicy.uri, Self.misspelt.replacing("Severty: ", with: "Severty:  "))
    let place: JSON = ["line": 1, "character": 12]
    let requests: [String: (method: String, parameters: JSON)] = [
      "hoverProvider": ("textDocument/hover", parameters(["position": ["line": 0, "character": 2]])),
      "definitionProvider": ("textDocument/definition", parameters(["position": place])),
      "documentSymbolProvider": ("textDocument/documentSymbol", parameters()),
      "documentFormattingProvider": ("textDocument/formatting", parameters()),
      "documentRangeFormattingProvider": (
        "textDocument/rangeFormatting", parameters(["range": range(0, 0, 99, 0)])
      ),
      "foldingRangeProvider": ("textDocument/foldingRange", parameters()),
      "inlayHintProvider": ("textDocument/inlayHint", parameters(["range": range(0, 0, 99, 0)])),
      "codeLensProvider": ("textDocument/codeLens", parameters()),
      "codeActionProvider": (
        "textDocument/codeAction", parameters(["range": range(6, 0, 6, 7), "context": ["diagnostics": []]])
      ),
      "diagnosticProvider": ("textDocument/diagnostic", parameters()),
      "executeCommandProvider": (
        "workspace/executeCommand",
        ["command": "policylens.runTests", "arguments": [.string(SmallPolicy.uri)]]
      ),
    ]
    let offered = try #require(capabilities.members).keys.filter { $0.hasSuffix("Provider") }
    #expect(Set(offered) == Set(requests.keys))
    for (method, parameters) in requests.values {
      let result = try server.client.request(method, parameters)
      #expect(!result.isNull && result != [], "\(method)")
    }
  }

  @Test func formattingIsEditsOfLines() throws {
    let text = SmallPolicy.yaml.replacing("Severity: ", with: "Severity:    ")
    let server = try server([:], text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("Severity:") })
    let edit: JSON = ["range": range(line, 10, line, 13), "newText": ""]
    // The client's wishes don't count.
    let options: JSON = ["tabSize": 8, "insertSpaces": false]
    let all = try server.client.request("textDocument/formatting", parameters(["options": options]))
    #expect(all.elements.contains(edit))
    let some = parameters(["options": options, "range": range(line, 0, line, 3)])
    #expect(try server.client.request("textDocument/rangeFormatting", some) == [edit])
    let other = parameters(["options": options, "range": range(0, 0, 0, 3)])
    #expect(try server.client.request("textDocument/rangeFormatting", other) == [])
  }

  @Test func aBrokenDocumentIsNotFormatted() throws {
    let server = try server([:], SmallPolicy.yaml + "\nTags: [a\n")
    #expect(try server.client.request("textDocument/formatting", parameters()).isNull)
  }

  @Test func hoverIsMarkdownUnlessTheClientCanNotShowIt() throws {
    for (formats, kind) in [
      ([], "markdown"), (["plaintext", "markdown"], "markdown"), (["plaintext"], "plaintext"),
    ]
      as [([JSON], String)]
    {
      let server = try server(["textDocument": ["hover": ["contentFormat": .array(formats)]]])
      let hover = try server.client.request(
        "textDocument/hover", parameters(["position": ["line": 6, "character": 3]]))
      #expect(hover["contents"]["kind"].string == kind)
      #expect(hover["range"]["start"] == ["line": 6, "character": 0])
      #expect(hover["contents"]["value"].string?.contains("**") == (kind == "markdown") || kind == "markdown")
    }
  }

  @Test func aPlaceWithNothingToSayGivesNull() throws {
    let server = try server()
    #expect(
      try server.client.request("textDocument/hover", parameters(["position": ["line": 99, "character": 0]]))
        .isNull)
    let unknown: JSON = [
      "textDocument": ["uri": "file:///none.yml"], "position": ["line": 0, "character": 0],
    ]
    #expect(try server.client.request("textDocument/hover", unknown).isNull)
  }

  @Test func hintsStandAtTheEndOfTheNamesLine() throws {
    let hints = try server().client.request(
      "textDocument/inlayHint", parameters(["range": range(0, 0, 99, 0)]))
    #expect(hints.elements.map { $0["label"] } == ["✓ true", "✓ false"])
    #expect(hints[0]["position"] == ["line": 9, "character": 16])
    #expect(hints[0]["paddingLeft"] == true)
  }

  @Test func hintsAreThoseOfTheRange() throws {
    let hints = try server().client.request(
      "textDocument/inlayHint", parameters(["range": range(12, 0, 13, 0)]))
    #expect(hints.elements.map { $0["label"] } == ["✓ false"])
  }

  @Test func lensesCarryTheirCommands() throws {
    let lenses = try server().client.request("textDocument/codeLens", parameters()).elements
    let commands = lenses.map { $0["command"] }
    #expect(commands.first?["command"] == "policylens.runTests")
    #expect(commands.first?["arguments"] == [.string(SmallPolicy.uri)])
    let explained = commands.filter { $0["command"] == "policylens.explainTest" }
    #expect(
      explained.map { $0["arguments"] } == [[.string(SmallPolicy.uri), 0], [.string(SmallPolicy.uri), 1]])
    #expect(lenses.first?["range"]["start"]["line"] == 8)
  }

  @Test func theLensOverThePythonRunsTheSameTests() throws {
    let server = try server()
    server.open(SmallPolicy.pythonURI, SmallPolicy.python)
    let lenses = try server.client.request(
      "textDocument/codeLens", ["textDocument": ["uri": .string(SmallPolicy.pythonURI)]])
    #expect(lenses[0]["range"]["start"]["line"] == 0)
    let result = try server.client.request("workspace/executeCommand", lenses[0]["command"])
    #expect(result["summary"] == "2 tests: 2 passed")
  }

  @Test func anUnknownTestCanNotBeExplained() throws {
    #expect(throws: LanguageClient.ServerError.self) {
      try server().client.request(
        "workspace/executeCommand",
        ["command": "policylens.explainTest", "arguments": [.string(SmallPolicy.uri), 99]])
    }
  }

  @Test func symbolsAreATreeOrAList() throws {
    let list = try server().client.request("textDocument/documentSymbol", parameters()).elements
    #expect(list.allSatisfy { !$0["location"].isNull && $0["children"].isNull })
    #expect(list.contains { $0["name"] == "issued" })

    let tree = try server(["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]])
      .client.request("textDocument/documentSymbol", parameters()).elements
    let tests = try #require(tree.first { $0["name"] == "Tests" })
    #expect(tests["children"].elements.map { $0["name"] } == ["issued", "failed"])
  }

  @Test func aFixIsAnEditOfTheDocument() throws {
    let request = parameters(["range": range(6, 2, 6, 2), "context": ["diagnostics": []]])
    let expected: JSON = [["range": range(6, 0, 6, 7), "newText": "Severity"]]

    let plain = try server([:], Self.misspelt).client.request("textDocument/codeAction", request)
    let fix = try #require(plain.elements.first { $0["isPreferred"] == true })
    #expect(fix["kind"] == "quickfix")
    #expect(fix["diagnostics"][0]["code"] == "key-unknown")
    #expect(fix["edit"]["changes"][SmallPolicy.uri] == expected)
    #expect(fix["edit"]["documentChanges"].isNull)

    let versioning: JSON = ["workspace": ["workspaceEdit": ["documentChanges": true]]]
    let versioned = try server(versioning, Self.misspelt).client.request("textDocument/codeAction", request)
    #expect(
      versioned[0]["edit"]["documentChanges"] == [
        ["textDocument": ["uri": .string(SmallPolicy.uri), "version": 3], "edits": expected]
      ])
  }

  @Test func aMissingKeyIsAddedAtItsPlace() throws {
    let text = SmallPolicy.yaml.replacing("Severity: High\n", with: "")
    let request = parameters(["range": range(0, 0, 0, 0), "context": ["diagnostics": []]])
    let fixes = try server([:], text).client.request("textDocument/codeAction", request).elements
    let fix = try #require(fixes.first { $0["title"] == "Add `Severity`" })
    #expect(
      fix["edit"]["changes"][SmallPolicy.uri]
        == [["range": range(6, 0, 6, 0), "newText": "Severity: Info\n"]])
  }

  @Test func onlyTheFixesThatWereAskedForAreGiven() throws {
    let text = Self.misspelt.replacing("Enabled", with: "Enabeld")
    let server = try server([:], text)
    func titles(_ context: JSON) throws -> Int {
      try server.client.request(
        "textDocument/codeAction", parameters(["range": range(0, 0, 99, 0), "context": context])
      ).elements.count
    }
    let all = try titles(["diagnostics": []])
    #expect(all >= 2)
    // Kate asks for the whole document, with one diagnostic.
    let one = try titles([
      "diagnostics": [["range": range(6, 0, 6, 7), "code": "key-unknown", "message": "…"]]
    ])
    #expect(one >= 1 && one < all)
    #expect(try titles(["diagnostics": [], "only": ["refactor"]]) == 0)
    #expect(try titles(["diagnostics": [], "only": ["quickfix"]]) == all)
    #expect(try titles(["diagnostics": [], "only": [""]]) == all)
    #expect(try titles(nil) == all)
    #expect(try titles(["diagnostics": nil, "only": nil]) == all)
    // Other servers' codes may be numbers.
    #expect(try titles(["diagnostics": [["range": range(6, 0, 6, 7), "code": 7]]]) == 0)
  }

  @Test func lostIndentationIsRestoredLineByLine() throws {
    let flat = SmallPolicy.yaml.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let server = try server([:], flat)
    // In the midst of the lines that are reported, and where nothing is.
    for line in [0, 10] {
      let actions = try server.client.request(
        "textDocument/codeAction",
        parameters(["range": range(line, 1, line, 1), "context": ["diagnostics": []]])
      ).elements
      let action = try #require(actions.first { $0["title"] == "Restore indentation" })
      #expect(action["kind"] == "quickfix" && action["isPreferred"] == false)
      #expect(
        action["edit"]["changes"][SmallPolicy.uri].elements.prefix(3)
          == [
            ["range": range(5, 0, 5, 0), "newText": "  "], ["range": range(9, 0, 9, 0), "newText": "  "],
            ["range": range(10, 0, 10, 0), "newText": "    "],
          ])
    }
    let diagnostics = try server.client.request("textDocument/diagnostic", parameters())["items"].elements
    let shown = try #require(diagnostics.last { $0["code"] == "yaml-syntax" || $0["code"] == "key-unknown" })
    let asked = try server.client.request(
      "textDocument/codeAction", parameters(["range": shown["range"], "context": ["diagnostics": [shown]]]))
    #expect(asked.elements.contains { $0["diagnostics"].elements.contains(shown) })
  }

  /// `  - Name: "fail😀"` is 20 bytes and 18 UTF-16 units long.
  @Test(arguments: [("utf-8", 20), ("utf-16", 18)])
  func positionsCountAsNegotiated(encoding: String, character: Int) throws {
    let capabilities: JSON = ["general": ["positionEncodings": [.string(encoding)]]]
    let text = SmallPolicy.yaml.replacing("  - Name: failed", with: "  - Name: \"fail😀\"")
    let server = try server(capabilities, text)
    let hints = try server.client.request("textDocument/inlayHint", parameters(["range": range(0, 0, 99, 0)]))
    #expect(hints.elements.last?["position"]["character"].int == character)
  }

  @Test func relatedPlacesAreForClientsThatShowThem() throws {
    let broken = SmallPolicy.yaml.replacing("ExpectedResult: false", with: "ExpectedResult: true")
    let plain = try server([:], broken).client.diagnostics(SmallPolicy.uri, version: 3)
    #expect(plain.count == 1)
    #expect(plain[0]["relatedInformation"].isNull)
    let showing: JSON = ["textDocument": ["publishDiagnostics": ["relatedInformation": true]]]
    let related = try server(showing, broken).client.diagnostics(SmallPolicy.uri, version: 3)
    #expect(related[0]["relatedInformation"][0]["location"]["uri"].string == SmallPolicy.pythonURI)
    #expect(related[0]["relatedInformation"][0]["location"]["range"]["start"]["line"] == 1)
  }

  @Test func watchersAreRegisteredWhereTheClientOffersIt() throws {
    let offering: JSON = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
    let registration = try server(offering).client.wait("a registration") {
      $0["method"] == "client/registerCapability"
    }
    let registered = registration["params"]["registrations"][0]
    #expect(registered["method"] == "workspace/didChangeWatchedFiles")
    #expect(registered["registerOptions"]["watchers"][0]["globPattern"] == "**/*.{yml,yaml,py}")
    #expect(!registration["id"].isNull)
  }

  @Test func tracingTellsWhatWasServed() throws {
    let server = try server()
    server.client.notify("$/setTrace", ["value": "messages"])
    _ = try server.client.request("textDocument/foldingRange", parameters())
    let line = try server.client.wait("a trace") { $0["method"] == "$/logTrace" }
    #expect(line["params"]["message"].string?.isEmpty == false)
  }
}
