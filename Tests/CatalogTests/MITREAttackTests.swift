import Catalog
import Testing

@Suite("MITRE ATT&CK")
struct MITREAttackTests {
  let attack = MITREAttack.shared

  @Test("The catalogue says what it is")
  func header() {
    #expect(attack.version == "19.2")
    #expect(attack.attribution.hasPrefix("© 2026 The MITRE Corporation."))
    #expect(attack.license == "https://attack.mitre.org/resources/legal-and-branding/terms-of-use/")
    #expect(attack.tactics.count == 41)
    #expect(attack.tactics.filter { $0.domain == nil }.count == 15)
  }

  @Test(
    "Tactics",
    arguments: [
      ("TA0042", "Resource Development"), ("TA0001", "Initial Access"), ("TA0006", "Credential Access"),
      ("TA0010", "Exfiltration"), ("TA0040", "Impact"), ("TA0043", "Reconnaissance"), ("TA0005", "Stealth"),
      ("TA9999", nil), ("", nil),
    ] as [(String, String?)])
  func tactic(id: String, name: String?) {
    #expect(attack.tactic(id)?.name == name)
  }

  @Test(
    "Techniques",
    arguments: [
      ("T1588", "Obtain Capabilities", "https://attack.mitre.org/techniques/T1588/"),
      (
        "T1588.004", "Obtain Capabilities: Digital Certificates",
        "https://attack.mitre.org/techniques/T1588/004/"
      ),
      ("T1078.004", "Valid Accounts: Cloud Accounts", "https://attack.mitre.org/techniques/T1078/004/"),
      ("T1530", "Data from Cloud Storage", "https://attack.mitre.org/techniques/T1530/"),
      (
        "T1562.001", "Impair Defenses: Disable or Modify Tools",
        "https://attack.mitre.org/techniques/T1562/001/"
      ),
    ])
  func technique(id: String, name: String, url: String) {
    #expect(attack.technique(id)?.fullName == name)
    #expect(attack.technique(id)?.url == url)
  }

  @Test("A technique serves its tactics")
  func mappingFacts() throws {
    let technique = try #require(attack.technique("T1588"))
    #expect(technique.tacticIDs == ["TA0042"])
    #expect(attack.tactic("TA0042")?.url == "https://attack.mitre.org/tactics/TA0042/")
    #expect(attack.validate(mapping: "TA0042:T1588") == [])
  }

  @Test("Every technique is found by its id, whatever its place in the file")
  func lookup() {
    let all = attack.allTechniques()
    #expect(all.count == 1143)
    #expect(all.map(\.id) == all.map(\.id).sorted(), "the search relies on the order")
    for technique in all { #expect(attack.technique(technique.id) == technique) }
  }

  @Test(
    "An id that is not there is not found",
    arguments: ["", "T", "T0000", "T1588.9", "T9999", "TA0042", "T1588\"", "T15880", "]", "}", "zz"])
  func absent(id: String) {
    #expect(attack.technique(id) == nil)
  }

  @Test("The catalogue is consistent")
  func consistent() {
    for technique in attack.allTechniques() {
      for id in technique.tacticIDs { #expect(attack.tactic(id) != nil, "\(technique.id): \(id)") }
      if let id = technique.replacementID {
        #expect(attack.technique(id)?.isRevoked == false, "\(technique.id): \(id)")
      }
      if technique.id.contains(".") { #expect(technique.parentName != nil) }
    }
  }

  @Test("A catalogue cut short is no trap")
  func truncated() {
    let broken = MITREAttack("{\n\"version\":\"1\",\n\"techniques\":[\n{\"id\":\"T1")
    #expect(broken.version == "1")
    #expect(broken.technique("T1") == nil)
    #expect(MITREAttack("").tactics == [])
  }

  @Test(
    "Completion finds mappings by id and by name",
    arguments: [
      ("TA0042:T1588", "TA0042:T1588"), ("ta0042:t1588.004", "TA0042:T1588.004"), ("T1530", "TA0009:T1530"),
      ("obtain cap", "TA0042:T1588"), ("cloud instance meta", "TA0006:T1552.005"),
    ])
  func search(text: String, first: String) {
    #expect(attack.matches(prefix: text).first?.mapping.description == first)
  }

  @Test("Completion by a tactic's name offers its techniques, and none that are retired")
  func searchByTactic() {
    let matches = attack.matches(prefix: "resource dev")
    #expect(matches.contains { $0.technique.id == "T1588" })
    #expect(matches.allSatisfy { $0.tactic.id == "TA0042" && !$0.technique.isRetired })
    #expect(attack.matches(prefix: "T", limit: 5).count == 5)
    #expect(attack.matches(prefix: "T1562") == [])
  }
}
