import SourceText

/// A diagnostic together with the changes that would mend it.
struct Finding: Sendable {
  let diagnostic: Diagnostic
  let fixes: [Fix]

  init(_ diagnostic: Diagnostic, fixes: [Fix] = []) {
    self.diagnostic = diagnostic
    self.fixes = fixes
  }
}

/// A change of the file that a finding is about.
struct Fix: Sendable {
  let title: String
  let edits: [TextEdit]

  /// Replaces a range by other text.
  init(_ title: String, replacing range: ByteRange, by replacement: String) {
    self.title = title
    self.edits = [TextEdit(range: range, replacement: replacement)]
  }
}
