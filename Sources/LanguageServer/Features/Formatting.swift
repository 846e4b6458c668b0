import Analysis
import SourceText

/// Parameters of `textDocument/rangeFormatting`. The client's options (tab size, spaces or tabs, white space at
/// ends) are not read: the house style answers them all.
struct RangeFormattingParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let range: PositionRange
}

extension RequestRoute {
  static let formatting = RequestRoute(
    "textDocument/formatting", about: WholeDocumentParameters.self,
    advertise: { capabilities, _ in capabilities.documentFormattingProvider = true }
  ) { context, _ in
    context.snapshot.formatting(of: context.file).map { replacements($0, context) }
  }

  static let rangeFormatting = RequestRoute(
    "textDocument/rangeFormatting", about: RangeFormattingParameters.self,
    advertise: { capabilities, _ in capabilities.documentRangeFormattingProvider = true }
  ) { context, parameters in
    let range = context.byteRange(of: parameters.range)
    return context.snapshot.formatting(of: context.file, inLinesOf: range).map { replacements($0, context) }
  }

  private static func replacements(
    _ edits: [TextEdit], _ context: DocumentContext
  ) -> [WorkspaceEdit.Replacement] {
    edits.map { WorkspaceEdit.Replacement(range: context.range(of: $0.range), newText: $0.replacement) }
  }
}
