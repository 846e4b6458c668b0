package import Catalog
package import YAML

/// A Panther item as its YAML file describes it: the model that every check, test run and answer shares.
///
/// Decoding never fails. A field that is absent, or has a value of the wrong type, is `nil` or left out; the
/// schema tells the author about it. Every value keeps the node it was read from.
package struct Detection: Sendable {
  package let tree: YAMLTree
  /// The top-level mapping.
  package let root: YAMLNode
  package let type: AnalysisType
  package let typeNode: YAMLNode
  package let id: Located<String>?
  package let displayName: Located<String>?
  package let description: Located<String>?
  package let severity: Located<String>?
  package let filename: Located<String>?
  package let resourceTypes: [Located<String>]
  /// The elements of `Reports: MITRE ATT&CK`, such as `TA0042:T1588`.
  package let mitreMappings: [Located<String>]
  package let testsEntry: YAMLEntry?
  package let tests: [TestCase]

  /// The identifier Panther uses for an item without one (PAT 1.11.1).
  package static let unknownID = "UNKNOWN_ID"

  /// The key under `Reports` that holds the mapping to MITRE ATT&CK.
  package static let mitreReport = "MITRE ATT&CK"
}
