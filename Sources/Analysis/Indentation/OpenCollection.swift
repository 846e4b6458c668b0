/// A block map or list that a later line may still belong to.
struct OpenCollection: Sendable {
  enum Kind: Sendable { case map, list }

  let kind: Kind
  /// What the map or list as a whole may be.
  let shape: Shape
  /// Where its keys or dashes are put.
  let column: Int
  /// Where its last key or dash stands in the text; nil if a dash before it hides that.
  var pastedColumn: Int?
  /// For a map or list that begins after a dash: where that dash and what follows it stand in the text.
  var dash: (column: Int, content: Int)?
  var keys: Set<String> = []
  /// For a list: the first key of its items, or nil while they have none.
  var firstKey: String?
  var hasScalarItems = false
  /// Whether lines in it can be told apart by what is left of their indentation.
  let keepsIndentation: Bool
}

/// A key or dash whose value has yet to come.
struct AwaitedValue: Sendable {
  let shape: Shape
  /// Where the key or dash is put.
  let column: Int
  /// Where it stands in the text.
  let pastedColumn: Int
  let isItem: Bool
  /// Whether it can't be meant to have no value.
  let isNeeded: Bool
  let keepsIndentation: Bool
}

/// A scalar that the next line may continue.
struct OpenScalar: Sendable {
  let place: AwaitedValue
}
