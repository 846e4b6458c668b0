/// Where a scalar is to be written, which decides the styles it can have.
package struct ScalarPlace: Sendable, Hashable {
  /// Whether it stands between brackets.
  package let isFlow: Bool
  /// Whether it is the key of an entry, which has to be on one line.
  package let isKey: Bool
  /// The column of the block collection around it; -1 at the root.
  package let parentIndentation: Int
  /// The column of the lines of a block scalar here; more than that of the parent.
  package let contentIndentation: Int

  package init(isFlow: Bool, isKey: Bool, parentIndentation: Int, contentIndentation: Int) {
    self.isFlow = isFlow
    self.isKey = isKey
    self.parentIndentation = parentIndentation
    self.contentIndentation = max(contentIndentation, parentIndentation + 1, 1)
  }

  /// A value or item between brackets.
  package static let flowValue = ScalarPlace(
    isFlow: true, isKey: false, parentIndentation: -1, contentIndentation: 0)
  /// A key between brackets.
  package static let flowKey = ScalarPlace(
    isFlow: true, isKey: true, parentIndentation: -1, contentIndentation: 0)
  /// A key of a block mapping.
  package static let blockKey = ScalarPlace(
    isFlow: false, isKey: true, parentIndentation: -1, contentIndentation: 0)

  /// A value or item of the block collection at that column.
  package static func blockValue(in parentIndentation: Int, step: Int = 2) -> ScalarPlace {
    ScalarPlace(
      isFlow: false, isKey: false, parentIndentation: parentIndentation,
      contentIndentation: max(parentIndentation, 0) + step)
  }

  var allowsBlockScalars: Bool { !isFlow && !isKey }
}
