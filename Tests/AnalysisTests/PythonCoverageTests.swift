import Analysis
import Detections
import Testing

/// What the tests of a detection say about its Python file.
@Suite struct PythonCoverageTests {
  private static func policy(_ more: String = "") -> String {
    Samples.policy(
      tests: """
        Tests:
          - Name: large
            ExpectedResult: true
            Resource: {Size: 5, Rules: [{Port: 1}, {Port: 2}]}
          - Name: small
            ExpectedResult: true
                            ^^^^ error test-failed: Test `small` fails: returned false, expected true
            Resource: {Size: 1, Rules: []}\(more)
        """)
  }

  private static let python = """
    #- p.py
    LIMITS = [3]
    def limit():
        return LIMITS[0]
    LIMIT = limit()
    def helper(x):
        ^^^^^^ hint python-untested: No test calls `helper`
        return x
    def policy(resource):
        if resource.get("Skip"):
            return True
            ^^^^^^^^^^^ hint python-untested: No test reaches this line: `resource.get("Skip")` is never true
        try:
            size = resource["Size"]
        except KeyError:
            raise ValueError("no size")
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint python-untested: No test reaches this line: `KeyError` is never raised
        for rule in resource["Rules"]:
            if rule["Port"] > 9:
                if size:
                ^^^^^^^^ hint python-untested: No test reaches this line: `rule["Port"] > 9` is never true
                    return False
                return True
        return size > LIMIT
    def title(resource):
        if resource["Size"] < 100:
            return "small"
        return "big"
        ^^^^^^^^^^^^ hint python-untested: No test reaches this line
    """

  @Test func whatNoTestReachesIsAHint() {
    expectDiagnostics(Self.policy() + "\n" + Self.python)
  }

  @Test func eachReturnAndRaiseSaysHowManyTestsEndThere() throws {
    let repository = Repository(Self.policy() + "\n" + Self.python)
    let hints = repository.snapshot.inlayHints(in: FilePath("/repository/p.py"), range: 0..<10_000)
    #expect(
      hints.map(\.label) == [
        "← no test", "← no test", "← no test", "← no test", "← no test", "← no test", "← 2 tests, 1 failing",
        "← 2 tests, 1 failing", "← no test",
      ])
    #expect(hints[6].tooltip == "Tests that end here:\n\n- ✓ large\n- ✗ small")
  }

  /// What stopped short might have come anywhere.
  @Test func nothingIsSaidWhileATestIsNotEvaluated() {
    let repository = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - {Name: a, ExpectedResult: true, Resource: {A: 1}}
          - {Name: b, ExpectedResult: true, Resource: {}}
        """))
      #- p.py
      def policy(resource):
          if resource.get("A"):
              return True
          if eval("True"):
              return False
          return True
      """)
    let python = FilePath("/repository/p.py")
    #expect(!repository.snapshot.diagnostics(in: python).contains { $0.code == .pythonUntested })
    #expect(repository.snapshot.inlayHints(in: python, range: 0..<10_000).map(\.label) == ["← 1 test"])
  }

  @Test func aRaiseThatEndsATestIsCounted() {
    let repository = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - {Name: a, ExpectedResult: true, Resource: {}}
        """))
      #- p.py
      def policy(resource):
          raise ValueError("no")
      """)
    let hints = repository.snapshot.inlayHints(in: FilePath("/repository/p.py"), range: 0..<10_000)
    #expect(hints.map(\.label) == ["← 1 test, failing"])
  }

  @Test func hoveringAFieldOfManyItemsShowsEachValue() throws {
    let text = (Self.policy() + "\n" + Self.python).replacing(
      "rule[\"Port\"] > 9:", with: "rule[1️⃣\"Port\"] > 9:")
    let repository = Repository(text)
    let place = try repository.marker("1️⃣")
    let hover = try #require(repository.snapshot.hover(at: place.offset, in: place.file))
    #expect(
      hover.markdown == """
        **Rules[].Port**

        In the tests:

        - `1`: large
        - `2`: large
        """)
  }

  @Test func aFailingTestLeadsToItsReturnAndTheConditionBefore() throws {
    let repository = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - {Name: a, ExpectedResult: true, Resource: {InUseBy: [x], Status: FAILED}}
        """))
      #- p.py
      def policy(resource):
          if resource["Status"] == "FAILED":
              return False
          return True
      """)
    let diagnostic = try #require(repository.snapshot.diagnostics(in: repository.file).first)
    #expect(
      diagnostic.related.map(\.message) == [
        "false is returned here", #"resource["Status"] == "FAILED" is true: Status is "FAILED""#,
      ])
  }
}
