import Foundation
import Testing

/// The public YAML test suite (<https://github.com/yaml/yaml-test-suite>), whole: set `YAML_TEST_SUITE` to the
/// `src` folder of a checkout.
@Suite struct PublicSuiteTests {
  static let folder = ProcessInfo.processInfo.environment["YAML_TEST_SUITE"]

  @Test(.enabled(if: folder != nil, "set YAML_TEST_SUITE to the suite's src folder"))
  func everyCaseGivesItsEvents() throws {
    let cases = try SuiteCase.all(in: try #require(Self.folder))
    #expect(!cases.isEmpty)
    var passed = 0
    for suiteCase in cases {
      let failure = suiteCase.failure
      if failure == nil { passed += 1 }
      #expect(failure == nil, "\(suiteCase.name)")
    }
    print("YAML test suite: \(passed) of \(cases.count) cases passed")
  }
}
