package import SourceText

/// Formatting: the house style of Panther's public detections, applied without changing what a document says.
///
/// Two columns a level, sequences indented under their key, one space after `:`, `-` and `,`, spaces inside `{ }`
/// and none inside `[ ]`, at most one blank line in a row, no white space at the end of a line, line feeds, and
/// one at the end. Brackets over several lines are laid out as JSON is. Quotes, numbers, nulls, line breaks, and
/// flow or block style stay as the author chose.
extension YAMLTree {
  /// The edits that bring the document into the house style; none if it is in it.
  package func formattingEdits(_ options: FormattingOptions = FormattingOptions()) throws(FormattingRefusal)
    -> [TextEdit]
  {
    // The nodes of YAML 1.2.2 are laid out, whichever dialect this tree was read for.
    let tree = YAMLTree(parsing: source)
    if let error = tree.errors.first(where: { !$0.code.isAcceptedByLoader }) { throw .syntax(error) }
    guard source.firstInvalidUTF8Offset == nil else { throw .changesContent }
    var edits = tree.laidOut(.document)
    var formatted = YAMLTree(parsing: source.applying(edits))
    // What the loader reads in spite of YAML 1.2.2 is mended, as a rule.
    if !formatted.errors.isEmpty, let error = tree.errors.first { throw .syntax(error) }
    var comparison = ContentComparison()
    if options != FormattingOptions() {
      comparison.ignoresKeyOrder = options.keyOrder != nil
      comparison.ignoresCollectionStyle = options.expandsFlow
      formatted = formatted.rearranged(options)
      edits = LineEdits.between(source, formatted.source)
    }
    guard formatted.errors.isEmpty, comparison.areEqual(source, formatted.source) else {
      throw tree.errors.first.map(FormattingRefusal.syntax) ?? .changesContent
    }
    return edits
  }

  /// A document that is laid out, with its keys and collections as the options want them.
  private func rearranged(_ options: FormattingOptions) -> YAMLTree {
    var tree = self
    if options.expandsFlow { tree = YAMLTree(parsing: FlowExpansion.expanded(tree)).laidOut }
    if let order = options.keyOrder { tree = YAMLTree(parsing: KeySorting.sorted(tree, by: order)).laidOut }
    return tree
  }

  /// The edits that bring the lines of a range into the house style, as far as it can be done with them alone:
  /// what reaches out of them keeps its indentation. Empty if the lines have a syntax error.
  package func formattingEdits(inLinesOf range: ByteRange) -> [TextEdit] {
    guard source.firstInvalidUTF8Offset == nil else { return [] }
    let range = range.clamped(to: 0..<source.count)
    let first = source.lines.line(at: range.lowerBound)
    var last = source.lines.line(at: range.upperBound)
    // A selection of whole lines ends at the start of the next.
    if last > first, source.lines.starts[last] == range.upperBound { last -= 1 }
    let scope = FormattingScope.lines(first...last, source.lines)
    let lines =
      source.lines.range(ofLine: first).lowerBound..<source.lines.range(ofLine: last).upperBound
    let tree = YAMLTree(parsing: source)
    if tree.errors.contains(where: { !$0.code.isAcceptedByLoader && $0.range.overlaps(lines) }) { return [] }
    let edits = tree.laidOut(scope)
    return ContentComparison().areEqual(source, source.applying(edits)) ? edits : []
  }

  private var laidOut: YAMLTree { YAMLTree(parsing: source.applying(laidOut(.document))) }

  private func laidOut(_ scope: FormattingScope) -> [TextEdit] {
    var printer = LayoutPrinter(self, scope: scope)
    printer.print()
    return printer.edits.edits
  }
}
