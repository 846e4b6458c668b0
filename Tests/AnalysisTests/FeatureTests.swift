import Analysis
import Detections
import SourceText
import Testing

/// A policy with one test of each verdict.
private let verdicts = """
  \(Samples.policy("""
    ResourceTypes:
      - 6️⃣AWS.ACM.Certificate
    Reports:
      MITRE ATT&CK:
        - 5️⃣TA0042:T1588
    """, tests: """
    Tests:
      - Name: issued
        1️⃣ExpectedResult: 2️⃣true
        Resource: {"Status": "ISSUED", 3️⃣"InUseBy": null}
      - Name: pending
        ExpectedResult: true
        Resource: {"Status": "PENDING"}
      - Name: empty
        ExpectedResult: false
        Resource: {}
      - Name: unknown
        ExpectedResult: true
        Resource: {"Status": "EXEC"}
    """))
  #- p.py
  def policy(resource):
      if resource["Status"] == "EXEC":
          return eval("True")
      return resource["Status"] == "ISSUED"
  """

@Suite struct FeatureTests {
  private let repository = Repository(verdicts)

  @Test func hintsStandBehindTheNamesOfTests() {
    let hints = repository.snapshot.inlayHints(in: repository.file, range: 0..<10_000)
    #expect(
      hints.map(\.label) == [
        "✓ true", "✗ returned false, expected true", "⚠ KeyError: 'Status'", "∅ not evaluated: eval",
      ])
    let source = repository.snapshot.source(of: repository.file)
    #expect(hints.first.map { source?[$0.offset - 6..<$0.offset] } == "issued")
  }

  @Test func hintsOutsideTheRangeAreLeftOut() {
    #expect(repository.snapshot.inlayHints(in: repository.file, range: 0..<10).isEmpty)
  }

  @Test func returnsSayHowManyTestsEndThere() {
    let hints = repository.snapshot.inlayHints(in: FilePath("/repository/p.py"), range: 0..<10_000)
    #expect(hints.map(\.label) == ["← 2 tests, 1 failing"])
  }

  @Test func lensesTallyAndExplain() {
    let lenses = repository.snapshot.codeLenses(in: repository.file)
    #expect(
      lenses.map(\.title) == [
        "▶ Run: 4 tests: 1 passed, 1 failed, 1 errored, 1 not evaluated", "Explain", "Explain", "Explain",
        "Explain",
      ])
    let python = repository.snapshot.codeLenses(in: FilePath("/repository/p.py"))
    #expect(python.map(\.title) == [lenses[0].title])
  }

  @Test func hoveringAnExpectationTellsWhy() throws {
    let place = try repository.marker("2️⃣")
    let hover = try #require(repository.snapshot.hover(at: place.offset, in: place.file))
    #expect(hover.markdown.hasPrefix("✓ Passed: `policy` returned `true`, as expected."))
    #expect(
      hover.markdown.hasSuffix(
        """
        - line 2: `resource["Status"] == "EXEC"` is **false**: `Status` is `"ISSUED"`
        - line 4: `return resource["Status"] == "ISSUED"` gives **true**: `Status` is `"ISSUED"`
        """))
  }

  @Test func hoveringAKeyShowsItsDocumentation() throws {
    let hover = try #require(repository.snapshot.hover(at: 2, in: repository.file))
    #expect(hover.markdown.hasPrefix("**AnalysisType** · string · required"))
    #expect(hover.range == 0..<12)
  }

  @Test func hoveringAFieldOfTheResourceShowsTheSchemaOfItsType() throws {
    let place = try repository.marker("3️⃣")
    let hover = try #require(repository.snapshot.hover(at: place.offset + 1, in: place.file))
    #expect(hover.markdown.hasPrefix("**InUseBy**"))
    #expect(hover.markdown.hasSuffix("Field of `AWS.ACM.Certificate`"))
  }

  @Test func hoveringAMappingShowsItsNames() throws {
    let place = try repository.marker("5️⃣")
    let hover = try #require(repository.snapshot.hover(at: place.offset, in: place.file))
    #expect(hover.markdown.hasPrefix("**Resource Development → Obtain Capabilities**"))
    #expect(hover.markdown.contains("https://attack.mitre.org/techniques/T1588/"))
  }

  @Test func hoveringAResourceTypeShowsWhatItIs() throws {
    let place = try repository.marker("6️⃣")
    let hover = try #require(repository.snapshot.hover(at: place.offset, in: place.file))
    #expect(hover.markdown.contains("`AWS.ACM.Certificate`"))
  }

  @Test func theOutlineShowsEachTestWithItsVerdict() throws {
    let symbols = repository.snapshot.documentSymbols(in: repository.file)
    #expect(
      symbols.map(\.name) == [
        "AnalysisType", "Filename", "PolicyID", "Enabled", "Severity", "ResourceTypes", "Reports", "Tests",
      ])
    let tests = try #require(symbols.last)
    #expect(tests.children.map(\.name) == ["issued", "pending", "empty", "unknown"])
    #expect(tests.children.first?.detail == "✓ true")
    for symbol in symbols + tests.children {
      #expect(symbol.range.contains(symbol.selectionRange.lowerBound))
      #expect(symbol.selectionRange.upperBound <= symbol.range.upperBound)
    }
  }

  @Test func collectionsAndFunctionsOfSeveralLinesCanBeFolded() {
    let ranges = repository.snapshot.foldingRanges(in: repository.file)
    #expect(
      ranges.map { [$0.startLine, $0.endLine] } == [
        [5, 6], [7, 9], [8, 9], [10, 22], [11, 13], [14, 16], [17, 19], [20, 22],
      ])
    let python = repository.snapshot.foldingRanges(in: FilePath("/repository/p.py"))
    #expect(python.map { [$0.startLine, $0.endLine] } == [[0, 3], [1, 2]])
  }

  @Test func theFilenameLeadsToTheFunction() {
    let locations = repository.snapshot.definition(at: 32, in: repository.file)
    #expect(locations.map(\.file.name) == ["p.py"])
    #expect(locations.map(\.range) == [4..<10])
  }

  @Test func aNearMissHasOneFixAndItIsPreferred() throws {
    let repository = Repository(
      """
      #- p.yml
      AnalysisType: policy
      Filename: p.py
      PolicyID: Example
      Enabled: true
      Severity: "high"
      \(Samples.python)
      """)
    let source = try #require(repository.snapshot.source(of: repository.file))
    let actions = repository.snapshot.codeActions(in: 0..<source.count, in: repository.file)
    #expect(actions.map(\.title) == ["Change to `High`"])
    let action = try #require(actions.first)
    #expect(action.isPreferred)
    #expect(source.applying(action.edits).string.hasSuffix("Severity: \"High\""))
  }

  @Test func aFailingTestOffersToExpectWhatItReturned() throws {
    let source = try #require(repository.snapshot.source(of: repository.file))
    let actions = repository.snapshot.codeActions(in: 0..<source.count, in: repository.file)
    #expect(actions.map(\.title) == ["Expect false"])
  }
}
