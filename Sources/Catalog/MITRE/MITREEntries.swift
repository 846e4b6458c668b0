/// A tactic of MITRE ATT&CK: why an adversary acts, such as *Resource Development*.
package struct MITRETactic: Sendable, Hashable {
  package let id: String
  package let name: String
  /// `mobile` or `ics`; nil for Enterprise.
  package let domain: String?
  package let isDeprecated: Bool
  /// Names in earlier releases.
  package let formerNames: [String]

  package var url: String { "https://attack.mitre.org/tactics/\(id)/" }

  init?(_ row: JSONValue) {
    guard let id = row["id"]?.string, let name = row["name"]?.string else { return nil }
    self.id = id
    self.name = name
    domain = row["domain"]?.string
    isDeprecated = row["deprecated"]?.bool ?? false
    formerNames = row["formerNames"]?.strings ?? []
  }
}

/// A technique or sub-technique of MITRE ATT&CK: how an adversary acts, such as *Obtain Capabilities*.
package struct MITRETechnique: Sendable, Hashable {
  package let id: String
  /// A sub-technique's own part of its name.
  package let name: String
  /// The name of the technique that a sub-technique belongs to.
  package let parentName: String?
  /// The tactics it serves, in matrix order; for a retired one those it last had.
  package let tacticIDs: [String]
  /// `mobile` or `ics`; nil for Enterprise.
  package let domain: String?
  /// Retired without a replacement.
  package let isDeprecated: Bool
  /// Replaced by `replacementID`.
  package let isRevoked: Bool
  package let replacementID: String?
  /// The release that revoked it, where the catalogue says so.
  package let revokedIn: String?
  /// Tactics that it once served, each with the last release in which it did.
  package let formerTactics: [FormerTactic]
  /// Names in earlier releases, newest first.
  package let formerNames: [String]

  package struct FormerTactic: Sendable, Hashable {
    package let tacticID: String
    package let lastRelease: String
  }

  package var isRetired: Bool { isDeprecated || isRevoked }

  /// `Obtain Capabilities`, or `Obtain Capabilities: Digital Certificates` for a sub-technique.
  package var fullName: String { parentName.map { "\($0): \(name)" } ?? name }

  package var url: String {
    "https://attack.mitre.org/techniques/\(id.split(separator: ".").joined(separator: "/"))/"
  }

  init?(_ row: JSONValue, parentName: String?) {
    guard let id = row["id"]?.string, let name = row["name"]?.string else { return nil }
    self.id = id
    self.name = name
    self.parentName = parentName
    tacticIDs = row["tactics"]?.strings ?? []
    domain = row["domain"]?.string
    isDeprecated = row["deprecated"]?.bool ?? false
    isRevoked = row["revoked"]?.bool ?? false
    replacementID = row["revokedBy"]?.string
    revokedIn = row["revokedIn"]?.string
    formerTactics = (row["formerTactics"]?.members ?? []).compactMap { member in
      member.value.string.map { FormerTactic(tacticID: member.name, lastRelease: $0) }
    }
    formerNames = row["formerNames"]?.strings ?? []
  }
}

/// The id of the technique that a sub-technique's id names: `T1588` for `T1588.004`.
func parentID(ofTechnique id: String) -> String? {
  id.firstIndex(of: ".").map { String(id[..<$0]) }
}
