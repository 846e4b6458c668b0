/// Text as the code points Python sees.
///
/// The library's cores work on arrays of code points: constant-time indexing, Python's own
/// positions, and room for lone surrogates that a Swift `String` has no place for.
package typealias CodePoints = [UInt32]

extension [UInt32] {
  package init(_ text: String) { self = text.unicodeScalars.map(\.value) }
}

extension String {
  /// The text of code points; nil if a lone surrogate is among them.
  package init?(codePoints: some Sequence<UInt32>) {
    var text = String.UnicodeScalarView()
    for value in codePoints {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    self.init(text)
  }

  /// The text of code points for a message, with U+FFFD for a lone surrogate.
  init(showing codePoints: some Sequence<UInt32>) {
    var text = String.UnicodeScalarView()
    for value in codePoints { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self.init(text)
  }
}
