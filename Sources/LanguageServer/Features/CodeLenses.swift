import Analysis

struct CodeLensOptions: Encodable {}

/// A command as clients show and send it back (LSP 3.17, *Command*).
struct ProtocolCommand: Encodable {
  let title: String
  let command: Command
  let arguments: CommandArguments
}

/// An entry of the answer to `textDocument/codeLens`. Its command is always there: a title that is filled in
/// later flickers, and some clients never ask for it.
struct ProtocolCodeLens: Encodable {
  let range: PositionRange
  let command: ProtocolCommand
}

extension RequestRoute {
  static let codeLens = RequestRoute(
    "textDocument/codeLens", about: WholeDocumentParameters.self,
    advertise: { capabilities, _ in capabilities.codeLensProvider = CodeLensOptions() }
  ) { context, _ in
    context.snapshot.codeLenses(in: context.file).map { lens in
      ProtocolCodeLens(range: context.range(of: lens.range), command: command(of: lens, context))
    }
  }

  private static func command(of lens: CodeLens, _ context: DocumentContext) -> ProtocolCommand {
    switch lens.action {
    case .runTests:
      ProtocolCommand(
        title: lens.title, command: .runTests, arguments: CommandArguments(uri: context.uri, test: nil))
    case .explainTest(_, let index):
      ProtocolCommand(
        title: lens.title, command: .explainTest,
        arguments: CommandArguments(uri: context.uri, test: index))
    }
  }
}
