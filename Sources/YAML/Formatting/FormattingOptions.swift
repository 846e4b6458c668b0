/// What the formatter is asked to do beyond the house style.
package struct FormattingOptions: Sendable, Hashable {
  /// The order into which keys are brought; nil leaves them where they are.
  package var keyOrder: KeyOrder?
  /// Whether `{…}` and `[…]` become indented lines, empty ones excepted.
  package var expandsFlow: Bool

  package init(keyOrder: KeyOrder? = nil, expandsFlow: Bool = false) {
    self.keyOrder = keyOrder
    self.expandsFlow = expandsFlow
  }
}

/// The recommended order of a mapping's keys, and of the mappings inside it.
package struct KeyOrder: Sendable, Hashable {
  /// The keys that come first, in order. Keys that are named nowhere follow them, in the order they have.
  package let first: [String]
  /// The keys that come after all others.
  package let last: [String]
  /// The order in the value of a key: in that mapping, or in each mapping of that list.
  package let nested: [String: KeyOrder]

  package init(first: [String], last: [String] = [], nested: [String: KeyOrder] = [:]) {
    self.first = first
    self.last = last
    self.nested = nested
  }

  /// A key's place among others; equal for keys that stay in the order they have.
  func rank(of key: String) -> Int {
    if let index = first.firstIndex(of: key) { return index }
    if let index = last.firstIndex(of: key) { return first.count + 1 + index }
    return first.count
  }
}

/// Why a document is left as it is.
package enum FormattingRefusal: Error, Sendable, Hashable {
  /// It can't be read: the first of its errors.
  case syntax(YAMLError)
  /// The result would not say the same; never expected, and checked each time.
  case changesContent
}
