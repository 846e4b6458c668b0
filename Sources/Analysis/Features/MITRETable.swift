import Catalog
package import Detections

/// A row of a detection's mapping to MITRE ATT&CK, with the names of its ids where the catalogue has them.
package struct MITRERow: Sendable, Hashable {
  package let tacticID: String
  package let tactic: String?
  package let techniqueID: String
  package let technique: String?
}

extension Snapshot {
  /// The mapping to MITRE ATT&CK, in the order of the file; elements of another form are left out.
  package func mitreTable(in file: FilePath) -> [MITRERow] {
    let mappings = detection(in: file)?.mitreMappings ?? []
    return mappings.compactMap { MITREMapping($0.value) }.map { mapping in
      MITRERow(
        tacticID: mapping.tacticID, tactic: MITREAttack.shared.tactic(mapping.tacticID)?.name,
        techniqueID: mapping.techniqueID,
        technique: MITREAttack.shared.technique(mapping.techniqueID)?.fullName)
    }
  }
}
