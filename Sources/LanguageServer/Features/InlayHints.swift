import Analysis

struct InlayHintParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let range: PositionRange
}

/// An entry of the answer to `textDocument/inlayHint`.
struct ProtocolInlayHint: Encodable {
  let position: Position
  let label: String
  let tooltip: MarkupContent?
  let paddingLeft = true
}

extension RequestRoute {
  static let inlayHint = RequestRoute(
    "textDocument/inlayHint", about: InlayHintParameters.self,
    advertise: { capabilities, _ in capabilities.inlayHintProvider = true }
  ) { context, parameters in
    let range = context.byteRange(of: parameters.range)
    return context.snapshot.inlayHints(in: context.file, range: range).map { hint in
      ProtocolInlayHint(
        position: context.position(of: hint.offset), label: hint.label,
        tooltip: hint.tooltip.isEmpty ? nil : .markdown(hint.tooltip))
    }
  }
}
