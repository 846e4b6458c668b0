import Analysis

/// An entry of the answer to `textDocument/foldingRange`.
struct ProtocolFoldingRange: Encodable {
  let startLine: Int
  let endLine: Int
  let kind: String?
}

extension RequestRoute {
  static let foldingRange = RequestRoute(
    "textDocument/foldingRange", about: WholeDocumentParameters.self,
    advertise: { capabilities, _ in capabilities.foldingRangeProvider = true }
  ) { context, _ in
    context.snapshot.foldingRanges(in: context.file).map { range in
      ProtocolFoldingRange(startLine: range.startLine, endLine: range.endLine, kind: range.kind.map(name))
    }
  }

  private static func name(_ kind: FoldingRange.Kind) -> String {
    switch kind {
    case .region: "region"
    case .comment: "comment"
    case .imports: "imports"
    }
  }
}
