import SourceText

/// A diagnostic together with the changes that would mend it.
///
/// The changes are worked out when an author asks for them, not with every keystroke.
struct Finding: Sendable {
  let diagnostic: Diagnostic
  private let makeFixes: @Sendable () -> [Fix]

  /// - Parameter fixes: Must not hold a snapshot: findings are kept in the memory that snapshots share.
  init(_ diagnostic: Diagnostic, fixes: @escaping @autoclosure @Sendable () -> [Fix] = []) {
    self.diagnostic = diagnostic
    self.makeFixes = fixes
  }

  var fixes: [Fix] { makeFixes() }
}

/// A change of the file that a finding is about.
struct Fix: Sendable {
  let title: String
  let edits: [TextEdit]
  /// Whether it loses nothing, so that it may be made without a choice.
  let isSafe: Bool

  /// Nil if the edit can't be made, or changes nothing.
  init?(_ title: String, isSafe: Bool = true, _ edits: () throws -> [TextEdit]) {
    guard let edits = try? edits(), !edits.isEmpty else { return nil }
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}
