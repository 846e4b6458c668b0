import Analysis

/// A command as clients show and send it back (LSP 3.17, *Command*).
struct ProtocolCommand: JSONEncodable {
  let title: String
  let command: Command
  let arguments: [JSONValue]

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", title)
      writer.member("command", command.rawValue)
      writer.member("arguments", arguments)
    }
  }
}

/// An entry of the answer to `textDocument/codeLens`. Its command is always there: a title that is filled in
/// later flickers, and some clients never ask for it.
struct ProtocolCodeLens: JSONEncodable {
  let range: PositionRange
  let command: ProtocolCommand

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("range", range)
      writer.member("command", command)
    }
  }
}

extension RequestRoute {
  static let codeLens = RequestRoute(
    "textDocument/codeLens", about: WholeDocumentParameters.self,
    advertise: { capabilities, _ in capabilities.offer("codeLensProvider", .object([])) }
  ) { context, _ in
    context.snapshot.codeLenses(in: context.file).map { lens in
      ProtocolCodeLens(range: context.range(of: lens.range), command: command(of: lens, context))
    }
  }

  private static func command(of lens: CodeLens, _ context: DocumentContext) -> ProtocolCommand {
    switch lens.action {
    case .runTests:
      ProtocolCommand(
        title: lens.title, command: .runTests, arguments: [.string(context.uri)])
    case .explainTest(_, let index):
      ProtocolCommand(
        title: lens.title, command: .explainTest,
        arguments: [.string(context.uri), .integer(index)])
    }
  }
}
