/// The one form of JSON Schema's `pattern` that the files of `Schemas/` use: `^[^…]+$`, some text
/// without certain characters.
///
/// A general matcher would pull in the regular expression engine for a single expression. A pattern of
/// another form is not checked; a test makes sure that the schemas have none.
package struct TextPattern: Sendable, Hashable {
  /// The pattern as it is written.
  package let source: String
  package let forbidden: [Character]

  init?(_ source: String) {
    let prefix = "^[^"
    let suffix = "]+$"
    guard source.hasPrefix(prefix), source.hasSuffix(suffix), source.count > prefix.count + suffix.count
    else { return nil }
    let characters = source.dropFirst(prefix.count).dropLast(suffix.count)
    guard !characters.contains(where: { "\\]-^".contains($0) }) else { return nil }
    self.source = source
    forbidden = Array(characters)
  }

  package func matches(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { forbids($0) }
  }

  /// The forbidden characters that `text` has, each once, in the order of the pattern.
  package func violations(in text: String) -> [Character] {
    forbidden.filter { character in
      character.unicodeScalars.contains { text.unicodeScalars.contains($0) }
    }
  }

  private func forbids(_ scalar: Unicode.Scalar) -> Bool {
    forbidden.contains { $0.unicodeScalars.contains(scalar) }
  }
}
