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
    var edited: [UInt8] = []
    edited.reserveCapacity(edits.reduce(count) { $0 + $1.replacement.utf8.count })
    var position = 0
    for (_, edit) in edits.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }) {
      let range = edit.range.clamped(to: 0..<count)
      edited.append(contentsOf: bytes[position..<max(position, range.lowerBound)])
      edited.append(contentsOf: edit.replacement.utf8)
      position = max(position, range.upperBound)
    }
    edited.append(contentsOf: bytes[position...])
    return SourceText(edited)
  }
}
