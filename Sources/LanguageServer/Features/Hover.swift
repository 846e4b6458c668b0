import Analysis
import SourceText

/// The answer to `textDocument/hover`.
struct HoverResult: Encodable {
  let contents: MarkupContent
  let range: PositionRange
}

extension RequestRoute {
  static let hover = RequestRoute(
    "textDocument/hover", about: PlaceParameters.self,
    advertise: { capabilities, _ in capabilities.hoverProvider = true }
  ) { context, parameters in
    let offset = context.offset(of: parameters.position)
    let links = context.client.followsLinksToLines ? context.linksToLines : .none
    guard let hover = context.snapshot.hover(at: offset, in: context.file, links: links) else { return nil }
    return HoverResult(
      contents: context.client.hoverIsPlainText ? .plainText(hover.markdown) : .markdown(hover.markdown),
      range: context.range(of: hover.range))
  }
}
