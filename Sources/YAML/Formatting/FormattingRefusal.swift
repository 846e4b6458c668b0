/// Why a document is left as it is.
package enum FormattingRefusal: Error, Sendable, Hashable {
  /// It can't be read: the first of its errors.
  case syntax(YAMLError)
  /// The result would not say the same; never expected, and checked each time.
  case changesContent
}
