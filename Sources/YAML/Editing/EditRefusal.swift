import SourceText

/// Why an edit is not made. Nothing is guessed: what can't be changed without changing something else is refused.
package enum EditRefusal: Error, Sendable, Hashable {
  /// The part to be edited has this syntax error; what it means is not certain.
  case broken(YAMLError)
  /// It is inside a node with an anchor that aliases stand for, so that the edit would change each of them.
  case shared(anchor: String)
  /// What is to be removed has an anchor that an alias elsewhere needs.
  case anchorInUse(anchor: String)
  /// The move would bring an alias before its anchor.
  case aliasOrder(anchor: String)
  /// The mapping has such a key already.
  case keyExists(String)
  /// A key must be on one line and have at most 1,024 characters.
  case keyTooLong
  /// The node is none that the operation is about: no mapping, no entry at that index, not of this document.
  case notEditable
  /// The entry is `[key: value]`, a mapping without braces, which can't have another.
  case singlePair
  /// Bytes, sets and pairs are not written.
  case unwritableValue

  /// A sentence for the author.
  package var message: String {
    switch self {
    case .broken(let error): "This part has a syntax error. Mend it first: \(error.message)"
    case .shared(let anchor): "`*\(anchor)` repeats this text elsewhere, and would change with it."
    case .anchorInUse(let anchor): "`*\(anchor)` elsewhere stands for this part. Replace it first."
    case .aliasOrder(let anchor): "`*\(anchor)` would stand before its `&\(anchor)`."
    case .keyExists(let key): "There is a key `\(key)` already."
    case .keyTooLong: "A key can have 1024 characters at most."
    case .notEditable: "There is nothing here that could be changed in this way."
    case .singlePair: "Put braces around this pair first."
    case .unwritableValue: "A value of this type can't be written."
    }
  }
}

extension YAMLTree {
  /// The first error that keeps the loader from reading this range, or that touches it.
  func error(touching range: ByteRange) -> YAMLError? {
    errors.first { error in
      !error.isAcceptedByLoader && !error.code.isAcceptedByLoader
        && error.range.lowerBound <= range.upperBound
        && range.lowerBound <= error.range.upperBound
    }
  }
}
