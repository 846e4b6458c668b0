extension MITREMappingProblem {
  /// One or two sentences: what is wrong, and what to write instead.
  package var message: String {
    switch kind {
    case .malformed:
      "A MITRE ATT&CK mapping is a tactic id, a colon and a technique id, such as `TA0042:T1588`"
        + alternatives(or: ".")
    case .unknownTactic(let id, let release):
      "The tactic `\(id)` is unknown in ATT&CK \(release)" + alternatives(or: ".")
    case .unknownTechnique(let id, let release, let parent):
      "The technique `\(id)` is unknown in ATT&CK \(release)"
        + (parent.map { "; \($0.id) is \($0.fullName)." } ?? ".")
    case .wrongTactic(let technique, let tactic, let serves, let formerUntil):
      "\(technique.id) (\(technique.fullName)) is not a technique of \(tactic.id) (\(tactic.name))"
        + (formerUntil.map { ": it was one until ATT&CK \($0)." } ?? ".")
        + (serves.isEmpty
          ? "" : " It belongs to \(list(serves.map { "\($0.id) (\($0.name))" })).")
    case .deprecatedTactic(let tactic):
      "The tactic \(tactic.id) (\(tactic.name)) is deprecated, without a replacement."
    case .deprecated(let technique):
      "\(technique.id) (\(technique.fullName)) is deprecated, without a replacement."
    case .revoked(let technique, let replacement):
      "\(technique.id) (\(technique.fullName)) was revoked"
        + (technique.revokedIn.map { " in ATT&CK \($0)" } ?? "")
        + (replacement.map { "; use \($0.id) (\($0.fullName))." } ?? ", without a replacement.")
    }
  }

  private func alternatives(or end: String) -> String {
    suggestions.isEmpty
      ? end : "; did you mean \(list(suggestions.prefix(3).map { "`\($0)`" }, last: "or"))?"
  }
}

/// `a`, `a and b`, `a, b and c`.
func list(_ items: [String], last word: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(word) " + last
}
