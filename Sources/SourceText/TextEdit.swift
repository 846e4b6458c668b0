/// The replacement of a range of a document by other text.
package struct TextEdit: Sendable, Hashable {
  package let range: ByteRange
  package let replacement: String

  package init(range: ByteRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceText {
  /// The document after one edit. The range is clamped, so any edit can be applied to any document.
  package func applying(_ edit: TextEdit) -> SourceText {
    let range = edit.range.clamped(to: 0..<count)
    var edited: [UInt8] = []
    edited.reserveCapacity(count - range.count + edit.replacement.utf8.count)
    edited.append(contentsOf: bytes[..<range.lowerBound])
    edited.append(contentsOf: edit.replacement.utf8)
    edited.append(contentsOf: bytes[range.upperBound...])
    return SourceText(edited)
  }

  /// The document after several edits whose ranges all refer to this version and do not overlap.
  package func applying(_ edits: [TextEdit]) -> SourceText {
    edits.sorted { $0.range.lowerBound > $1.range.lowerBound }.reduce(self) { $0.applying($1) }
  }
}
