import Catalog
import Testing
import YAML

/// The orders that `fmt --sort-keys` brings keys into.
@Suite("The recommended order of keys")
struct KeyOrderTests {
  @Test(
    "Every type has an order, which begins with AnalysisType and names no key twice",
    arguments: AnalysisType.allCases)
  func complete(type: AnalysisType) {
    let order = type.keyOrder
    let names = order.first + order.last
    #expect(names.first == "AnalysisType")
    #expect(names.contains(type.idKey))
    #expect(Set(names).count == names.count)
  }

  @Test("Tests come last, and begin with their name", arguments: AnalysisType.allCases)
  func tests(type: AnalysisType) throws {
    let order = type.keyOrder
    if order.last.contains("Tests") { #expect(order.last == ["Tests"]) }
    let tests = try #require(order.nested["Tests"])
    #expect(Array(tests.first.prefix(2)) == ["Name", "ExpectedResult"])
    #expect(Array(try #require(tests.nested["Mocks"]).first) == ["objectName", "returnValue"])
  }

  @Test("A rule's event comes after everything else about a test")
  func events() throws {
    let tests = try #require(AnalysisType.rule.keyOrder.nested["Tests"])
    #expect(tests.last == ["LogType", "Log", "RuleOutputs"])
  }
}
