import Logic
import Testing

/// The policy of the published rule page: compliant when the certificate isn't in use or has been issued.
struct CertificatePolicyTests {
  private static let spellings = [
    """
    def policy(resource):
        if not resource.get("InUseBy"):
            return True
        if resource.get("Status") == "ISSUED":
            return True
        return False
    """,
    """
    def policy(resource):
        return not resource["InUseBy"] or resource["Status"] == "ISSUED"
    """,
    """
    def policy(resource):
        in_use = resource.get("InUseBy")
        status = resource.get("Status")
        return not in_use or status == "ISSUED"
    """,
    """
    VALID = "ISSUED"

    def policy(resource):
        in_use = bool(resource["InUseBy"])
        issued = resource["Status"] == VALID
        if in_use:
            return issued
        return True
    """,
    """
    def policy(resource):
        if len(resource.get("InUseBy")) == 0:
            return True
        return "ISSUED" == resource["Status"]
    """,
    """
    def policy(resource):
        if resource.get("InUseBy") is None or len(resource["InUseBy"]) == 0:
            return True
        elif resource["Status"] in {"ISSUED"}:
            return True
        else:
            return False
    """,
    """
    def policy(resource):
        return True if not resource.get("InUseBy", []) else resource.get("Status", "") == "ISSUED"
    """,
    """
    def policy(resource):
        if resource["InUseBy"] and resource["Status"] != "ISSUED":
            return False
        return True
    """,
    """
    def in_use(certificate):
        return len(certificate.get("InUseBy") or []) > 0

    def policy(resource):
        return not (in_use(resource) and not resource["Status"] == "ISSUED")
    """,
  ]

  @Test(arguments: spellings)
  func printsAsOnTheRulePage(source: String) throws {
    let logic = try #require(policy(source))
    #expect(logic.text == #"not (InUseBy is_null or Status eq "ISSUED")"#)
    #expect(logic.isComplete)
    #expect(
      logic.exclusions == [
        Exclusion(field: Path("InUseBy"), kind: .isNull, values: []),
        Exclusion(field: Path("Status"), kind: .eq, values: [.string("ISSUED")]),
      ])
  }

  @Test func anEmptyListIsNotNone() throws {
    let logic = try #require(
      policy(
        """
        def policy(resource):
            if resource["InUseBy"] is None:
                return True
            return resource["Status"] == "ISSUED"
        """))
    #expect(logic.text == #"not (InUseBy eq null or Status eq "ISSUED")"#)
  }

  @Test func alertsOnTheTestsOfThePage() throws {
    let logic = try #require(policy(CertificatePolicyTests.spellings[0]))
    func resource(_ inUseBy: LogicValue, _ status: String) -> LogicValue {
      .map([.init("InUseBy", inUseBy), .init("Status", .string(status))])
    }
    #expect(logic.alerts(on: resource(.list([.string("arn")]), "PENDING_VALIDATION")) == true)
    #expect(logic.alerts(on: resource(.list([.string("arn")]), "FAILED")) == true)
    #expect(logic.alerts(on: resource(.list([.string("arn")]), "ISSUED")) == false)
    #expect(logic.alerts(on: resource(.null, "ISSUED")) == false)
    #expect(logic.alerts(on: resource(.list([]), "FAILED")) == false)
  }

  private func policy(_ source: String) -> DetectionLogic? {
    lowered(source) { path in
      switch path.description {
      case "InUseBy": .list
      case "Status": .string
      default: nil
      }
    }
  }
}
