extension MITREAttack {
  /// A mapping that completion can offer, with what its ids stand for.
  package struct Match: Sendable, Hashable {
    package let mapping: MITREMapping
    package let tactic: MITRETactic
    package let technique: MITRETechnique
  }

  /// Current mappings that begin with `text`, as ids or as names: `TA0042:T15`, `T1588`, `obtain`,
  /// `resource dev`. Case doesn't count. In matrix order, then by technique id; at most `limit`.
  package func matches(prefix text: String, limit: Int = 200) -> [Match] {
    let wanted = text.lowercased()
    let techniques = allTechniques().filter { !$0.isRetired }
    var matches: [Match] = []
    for tactic in tactics where !tactic.isDeprecated {
      let tacticMatches = hasWord(tactic.name, startingWith: wanted)
      for technique in techniques where technique.tacticIDs.contains(tactic.id) {
        let mapping = MITREMapping(tacticID: tactic.id, techniqueID: technique.id)
        guard
          tacticMatches || mapping.description.lowercased().hasPrefix(wanted)
            || technique.id.lowercased().hasPrefix(wanted)
            || hasWord(technique.fullName, startingWith: wanted)
        else { continue }
        matches.append(Match(mapping: mapping, tactic: tactic, technique: technique))
        if matches.count == limit { return matches }
      }
    }
    return matches
  }
}

/// Whether `text` stands at the start of the name or of one of its words.
private func hasWord(_ name: String, startingWith text: String) -> Bool {
  var rest = name.lowercased()[...]
  while true {
    if rest.hasPrefix(text) { return true }
    guard let space = rest.firstIndex(of: " ") else { return false }
    rest = rest[rest.index(after: space)...]
  }
}
