import SourceText

/// The part of a document that formatting may touch: all of it, or some lines.
enum FormattingScope {
  case document
  case lines(ClosedRange<Int>, LineTable)

  /// Whether every line that the range touches may change.
  func contains(_ range: ByteRange) -> Bool {
    switch self {
    case .document: true
    case .lines(let lines, let table):
      lines.contains(table.line(at: range.lowerBound))
        && lines.contains(table.line(at: max(range.lowerBound, range.upperBound - 1)))
    }
  }

  var isDocument: Bool {
    if case .document = self { true } else { false }
  }
}
