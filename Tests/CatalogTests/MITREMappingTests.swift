import Catalog
import Testing

/// Facts of ATT&CK: T1078 serves TA0005, TA0003, TA0004 and TA0001; T1562 was revoked by T1685 in 19;
/// T1556 served TA0005 until 18.1; T1108 is deprecated.
@Suite("Checking MITRE ATT&CK mappings")
struct MITREMappingTests {
  @Test(
    "A mapping of a technique to one of its tactics is right",
    arguments: ["TA0042:T1588", "TA0042:T1588.004", "TA0006:T1552.005", "TA0009:T1530", "TA0001:T1078.004"])
  func right(mapping: String) {
    #expect(MITREAttack.shared.validate(mapping: mapping) == [])
  }

  @Test(
    "Another form is malformed; what was likely meant is suggested",
    arguments: [
      ("TA042:T1588", ["TA0042:T1588"]),
      ("ta0042:t1588", ["TA0042:T1588"]),
      ("TA0042: T1588", ["TA0042:T1588"]),
      ("T1588", ["TA0042:T1588"]),
      ("Resource Development:Obtain Capabilities", ["TA0042:T1588"]),
      ("TA0042", []), ("", []), (":", []), ("TA0042:", []), ("TA0042:T1588:T1", []), ("Phishing", []),
      ("TA0042:T1588.04", []), ("TA0042:T٤٤٤٤", []),
    ])
  func malformed(mapping: String, suggestions: [String]) throws {
    let problems = MITREAttack.shared.validate(mapping: mapping)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.kind == .malformed)
    #expect(problem.range == 0..<mapping.utf8.count)
    #expect(problem.suggestions.map(\.description) == suggestions)
  }

  @Test(
    "Each problem: where, what, what instead",
    arguments: [
      (
        "TA0099:T1588", ["TA0099"],
        "The tactic `TA0099` is unknown in ATT&CK 19.2; did you mean `TA0042:T1588`?"
      ),
      ("TA0042:T9999", ["T9999"], "The technique `T9999` is unknown in ATT&CK 19.2."),
      (
        "TA0042:T1588.099", ["T1588.099"],
        "The technique `T1588.099` is unknown in ATT&CK 19.2; T1588 is Obtain Capabilities."
      ),
      (
        "TA0006:T1588", ["TA0006"],
        "T1588 (Obtain Capabilities) is not a technique of TA0006 (Credential Access). "
          + "It belongs to TA0042 (Resource Development)."
      ),
      (
        "TA0005:T1556", ["TA0005"],
        "T1556 (Modify Authentication Process) is not a technique of TA0005 (Stealth): it was one until "
          + "ATT&CK 18.1. It belongs to TA0003 (Persistence), TA0112 (Defense Impairment) and TA0006 "
          + "(Credential Access)."
      ),
      (
        "TA0005:T1562.001", ["T1562.001"],
        "T1562.001 (Impair Defenses: Disable or Modify Tools) was revoked in ATT&CK 19; "
          + "use T1685 (Disable or Modify Tools)."
      ),
      ("TA0005:T1108", ["T1108"], "T1108 (Redundant Access) is deprecated, without a replacement."),
      (
        "TA0038:T1588", ["TA0038", "TA0038"],
        "The tactic TA0038 (Network Effects) is deprecated, without a replacement."
      ),
      ("TA0099:T9999", ["TA0099", "T9999"], "The tactic `TA0099` is unknown in ATT&CK 19.2."),
      (
        "nonsense", ["nonsense"],
        "A MITRE ATT&CK mapping is a tactic id, a colon and a technique id, such as `TA0042:T1588`."
      ),
    ])
  func problem(mapping: String, underlined: [String], message: String) {
    let problems = MITREAttack.shared.validate(mapping: mapping)
    let bytes = Array(mapping.utf8)
    #expect(problems.map { String(decoding: bytes[$0.range], as: UTF8.self) } == underlined)
    #expect(problems.first?.message == message)
  }

  @Test("A revoked technique suggests its replacement, with the same tactic if it serves that")
  func replacement() {
    func suggestions(_ mapping: String) -> [String] {
      MITREAttack.shared.validate(mapping: mapping).flatMap { $0.suggestions.map(\.description) }
    }
    #expect(suggestions("TA0005:T1562.001") == ["TA0112:T1685"])
    #expect(suggestions("TA0112:T1562.001") == ["TA0112:T1685"])
    #expect(suggestions("TA0006:T1588") == ["TA0042:T1588"])
    #expect(suggestions("TA0042:T1588.099") == ["TA0042:T1588"])
    #expect(suggestions("TA0005:T1108") == [])
  }
}
