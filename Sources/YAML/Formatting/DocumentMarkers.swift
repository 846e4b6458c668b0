import SourceText

/// The `---` and `...` around a document that stands alone: they mean nothing then, few files have them, and the
/// Panther tool's `fmt` removes them.
enum DocumentMarkers {
  static func droppable(in tree: YAMLTree, _ tokens: [BlockLayout.PlacedToken]) -> Set<Int> {
    let starts = tokens.indices.filter { tokens[$0].kind == .documentStart }
    let ends = tokens.indices.filter { tokens[$0].kind == .documentEnd }
    guard tree.documentCount == 1, tree.root != nil, starts.count <= 1, ends.count <= 1,
      !tokens.contains(where: { $0.kind == .directive || $0.kind == .byteOrderMark })
    else { return [] }
    // A block scalar that ends with blank lines needs to know where they end.
    let keeps = tokens.contains {
      $0.kind == .blockScalarHeader && tree.source.bytes[$0.range].contains(UInt8(ascii: "+"))
    }
    return Set(
      (starts + (keeps ? [] : ends)).filter { index in
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        // At the start of a document U+FEFF is a byte order mark, elsewhere it is text.
        let isText = tree.source.bytes[next.range].first == 0xEF
        return !isText && line(of: next, tree.source) > line(of: tokens[index], tree.source)
      })
  }

  private static func line(of token: BlockLayout.PlacedToken, _ source: SourceText) -> Int {
    source.lines.line(at: token.range.lowerBound)
  }
}
