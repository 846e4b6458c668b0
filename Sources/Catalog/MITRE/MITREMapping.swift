/// The form of a mapping in `Reports` → `MITRE ATT&CK`: a tactic id, a colon, a technique id, such as
/// `TA0042:T1588` or `TA0006:T1552.005`.
///
/// The Panther tool accepts any text; the form is what the vendor's own repository checks for, with the
/// numbers of digits that ATT&CK ids have.
package struct MITREMapping: Sendable, Hashable {
  package let tacticID: String
  package let techniqueID: String

  package init(tacticID: String, techniqueID: String) {
    self.tacticID = tacticID
    self.techniqueID = techniqueID
  }

  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, isTacticID(parts[0]), isTechniqueID(parts[1]) else { return nil }
    self.init(tacticID: String(parts[0]), techniqueID: String(parts[1]))
  }
}

extension MITREMapping: CustomStringConvertible {
  package var description: String { "\(tacticID):\(techniqueID)" }
}

/// `TA` and four digits.
func isTacticID(_ text: some StringProtocol) -> Bool {
  text.hasPrefix("TA") && isDigits(text.dropFirst(2), count: 4)
}

/// `T` and four digits, for a sub-technique followed by a dot and three.
func isTechniqueID(_ text: some StringProtocol) -> Bool {
  guard text.hasPrefix("T") else { return false }
  let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
  guard let number = parts.first, isDigits(number, count: 4) else { return false }
  return parts.count == 1 || parts.count == 2 && isDigits(parts[1], count: 3)
}

private func isDigits(_ text: some StringProtocol, count: Int) -> Bool {
  text.utf8.count == count && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
}
