/// What is wrong with a MITRE ATT&CK mapping: facts; `message` makes a sentence of them.
package struct MITREMappingProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Not of the form `TA0042:T1588`.
    case malformed
    /// No such tactic in this release; it may be newer.
    case unknownTactic(String, release: String)
    /// No such technique in this release; it may be newer.
    case unknownTechnique(String, release: String, parent: MITRETechnique?)
    /// The technique serves other tactics. `formerUntil` is the last release in which it served this one.
    case wrongTactic(MITRETechnique, MITRETactic, serves: [MITRETactic], formerUntil: String?)
    /// Retired without a replacement.
    case deprecatedTactic(MITRETactic)
    case deprecated(MITRETechnique)
    case revoked(MITRETechnique, replacement: MITRETechnique?)
  }

  package let kind: Kind
  /// The part of the mapping that is wrong, in UTF-8 bytes from its start.
  package let range: Range<Int>
  /// Mappings to write instead, the best first.
  package let suggestions: [MITREMapping]
}

extension MITREAttack {
  /// Everything wrong with one element of `Reports` → `MITRE ATT&CK`; empty if it is right.
  package func validate(mapping text: String) -> [MITREMappingProblem] {
    let whole = 0..<text.utf8.count
    guard let mapping = MITREMapping(text) else {
      return [MITREMappingProblem(kind: .malformed, range: whole, suggestions: repairs(of: text))]
    }
    let colon = mapping.tacticID.utf8.count
    let tacticRange = 0..<colon
    let techniqueRange = (colon + 1)..<whole.upperBound
    var problems: [MITREMappingProblem] = []
    func report(_ kind: MITREMappingProblem.Kind, _ range: Range<Int>, _ suggestions: [MITREMapping] = []) {
      problems.append(MITREMappingProblem(kind: kind, range: range, suggestions: suggestions))
    }

    let tactic = tactic(mapping.tacticID)
    let technique = technique(mapping.techniqueID)
    if tactic == nil {
      report(
        .unknownTactic(mapping.tacticID, release: version), tacticRange,
        technique.map { mappings(to: $0, preferring: nil) } ?? [])
    } else if let tactic, tactic.isDeprecated {
      report(.deprecatedTactic(tactic), tacticRange)
    }
    guard let technique else {
      let parent = parentID(ofTechnique: mapping.techniqueID).flatMap { self.technique($0) }
      report(
        .unknownTechnique(mapping.techniqueID, release: version, parent: parent), techniqueRange,
        parent.map { mappings(to: $0, preferring: mapping.tacticID) } ?? [])
      return problems
    }
    if technique.isRevoked {
      let replacement = technique.replacementID.flatMap { self.technique($0) }
      report(
        .revoked(technique, replacement: replacement), techniqueRange,
        replacement.map { mappings(to: $0, preferring: mapping.tacticID) } ?? [])
    } else if technique.isDeprecated {
      report(.deprecated(technique), techniqueRange)
    } else if let tactic, !technique.tacticIDs.contains(tactic.id) {
      let former = technique.formerTactics.first { $0.tacticID == tactic.id }
      report(
        .wrongTactic(
          technique, tactic, serves: technique.tacticIDs.compactMap { self.tactic($0) },
          formerUntil: former?.lastRelease),
        tacticRange, mappings(to: technique, preferring: nil))
    }
    return problems
  }

  /// The technique with each of its tactics; with the preferred one alone if it serves that.
  private func mappings(to technique: MITRETechnique, preferring tacticID: String?) -> [MITREMapping] {
    guard !technique.isRetired else { return [] }
    let tacticIDs = technique.tacticIDs.filter { $0 == tacticID }
    return (tacticIDs.isEmpty ? technique.tacticIDs : tacticIDs)
      .map { MITREMapping(tacticID: $0, techniqueID: technique.id) }
  }

  /// What an ill-formed mapping may have been meant to be: another case, spaces, a dropped zero, a
  /// technique without its tactic, or names in place of ids.
  private func repairs(of text: String) -> [MITREMapping] {
    let tidy = text.filter { !$0.isWhitespace }.uppercased()
    let parts = tidy.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, let technique = parts.first.flatMap({ technique(padded($0, prefix: "T")) }) {
      return mappings(to: technique, preferring: nil)
    }
    guard parts.count == 2 else { return [] }
    let tacticID = padded(parts[0], prefix: "TA")
    let techniqueID = padded(parts[1], prefix: "T")
    if tactic(tacticID) != nil, let technique = technique(techniqueID) {
      return technique.isRetired
        ? [] : mappings(to: technique, preferring: tacticID)
    }
    return namedMappings(tactic: parts[0], technique: parts[1])
  }

  /// `ResourceDevelopment:ObtainCapabilities` without its spaces and in upper case.
  private func namedMappings(tactic: String, technique: String) -> [MITREMapping] {
    func squeezed(_ name: String) -> String { name.filter { !$0.isWhitespace }.uppercased() }
    let tacticIDs = tactics.filter { squeezed($0.name) == tactic }.map(\.id)
    guard !tacticIDs.isEmpty else { return [] }
    return allTechniques().filter { !$0.isRetired && squeezed($0.name) == technique }.flatMap { technique in
      technique.tacticIDs.filter(tacticIDs.contains)
        .map { MITREMapping(tacticID: $0, techniqueID: technique.id) }
    }
  }
}

/// An id whose number lacks leading zeros, with them: `TA042` is `TA0042`. Other text stays as it is.
private func padded(_ id: String, prefix: String) -> String {
  let parts = id.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard id.hasPrefix(prefix), let number = parts.first?.dropFirst(prefix.count),
    (1...4).contains(number.count)
  else { return id }
  let zeros = String(repeating: "0", count: 4 - number.count)
  return prefix + zeros + number + parts.dropFirst().map { "." + $0 }.joined()
}
