import Analysis

struct InlayHintParameters: DocumentParameters {
  let textDocument: TextDocumentIdentifier
  let range: PositionRange

  init(json: JSONValue) throws(JSONMismatch) {
    textDocument = try TextDocumentIdentifier(json: json.member("textDocument"))
    range = try PositionRange(json: json.member("range"))
  }
}

/// An entry of the answer to `textDocument/inlayHint`.
struct ProtocolInlayHint: JSONEncodable {
  let position: Position
  let label: String
  let tooltip: MarkupContent?

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("position", position)
      writer.member("label", label)
      writer.member(ifPresent: "tooltip", tooltip)
      writer.member("paddingLeft", true)
    }
  }
}

extension RequestRoute {
  static let inlayHint = RequestRoute(
    "textDocument/inlayHint", about: InlayHintParameters.self,
    advertise: { capabilities, _ in capabilities.offer("inlayHintProvider") }
  ) { context, parameters in
    let range = context.byteRange(of: parameters.range)
    return context.snapshot.inlayHints(in: context.file, range: range).map { hint in
      ProtocolInlayHint(
        position: context.position(of: hint.offset), label: hint.label,
        tooltip: hint.tooltip.isEmpty ? nil : .markdown(hint.tooltip))
    }
  }
}
