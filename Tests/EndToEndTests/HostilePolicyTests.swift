import Foundation
import TestSupport
import Testing

/// A policy whose Python means harm is open in the editor, and the author of another one notices nothing.
@Suite struct HostilePolicyTests {
  /// A function body, and the bound that its test's diagnostic must name.
  private static let programs: [(body: String, bound: String)] = [
    ("while True: pass", "steps"),
    ("x = 'a'\n  while True: x += x", "string length"),
    ("x = []\n  while True: x.append([0] * 1000)", "memory"),
    ("return [i for i in iter(int, 1)]", "container size"),
    ("import re\n  return re.match('(a+)+$', 'a' * 50 + 'b')", "regular expression work"),
    ("while True: print('a' * 1000)", "output"),
  ]

  private let repository: ExampleRepository
  private let server: ServerProcess

  init() throws {
    repository = try ExampleRepository()
    server = try ServerProcess()
    for (index, program) in Self.programs.enumerated() {
      try repository.write("def policy(resource):\n  \(program.body)\n", to: "policies/hostile_\(index).py")
      try repository.write(Self.yaml(index), to: "policies/hostile_\(index).yml")
    }
    try server.client.request(
      "initialize",
      ["rootUri": .string("file://" + repository.folder.path), "capabilities": [:]])
    server.client.notify("initialized")
  }

  private static func yaml(_ index: Int) -> String {
    let tests = (0..<5).map { test in
      """
        - Name: test \(test)
          ExpectedResult: true
          Resource:
            Name: \(test)

      """
    }
    return """
      AnalysisType: policy
      Filename: hostile_\(index).py
      PolicyID: Hostile.\(index)
      Enabled: true
      Severity: High
      ResourceTypes:
        - AWS.S3.Bucket
      Tests:
      \(tests.joined())
      """
  }

  private func uri(_ index: Int) -> String {
    "file://" + repository.file("policies/hostile_\(index).yml").path
  }

  private func hover(_ uri: String, line: Int) throws -> String {
    try server.client.request(
      "textDocument/hover",
      [
        "textDocument": ["uri": .string(uri)],
        "position": ["line": .number(Double(line)), "character": 2],
      ])["contents"]["value"].string ?? ""
  }

  @Test func otherDocumentsAreServedMeanwhile() throws {
    server.open("untitled:mine", "yaml", "AnalysisType: policy\nSeverity: High\n")
    _ = try server.client.diagnostics("untitled:mine", version: 1)
    for index in Self.programs.indices { server.open(uri(index), "yaml", Self.yaml(index)) }
    for version in 2..<12 {
      server.client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "untitled:mine", "version": .number(Double(version))],
          "contentChanges": [["text": .string("AnalysisType: policy\nSeverty: High # \(version)\n")]],
        ])
      #expect(try hover("untitled:mine", line: 0).contains("AnalysisType"))
    }
    let diagnostics = try server.client.diagnostics("untitled:mine", version: 11)
    #expect(diagnostics.contains { $0["code"] == "key-unknown" })
  }

  @Test func everyTestEndsWithTheNameOfItsBound() throws {
    for index in Self.programs.indices { server.open(uri(index), "yaml", Self.yaml(index)) }
    for (index, program) in Self.programs.enumerated() {
      let messages = try server.client.diagnostics(uri(index), version: 1)
        .filter { $0["code"] == "test-errored" }.compactMap { $0["message"].string }
      #expect(messages.count == 5)
      #expect(messages.allSatisfy { $0.contains("the limit on \(program.bound)") }, "\(messages)")
    }
    try server.client.request("shutdown")
    server.client.notify("exit")
    #expect(server.exitStatus() == 0)
  }
}
