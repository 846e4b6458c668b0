import Analysis
import Detections
import Sandbox
import SourceText
import Testing

/// What a person sees while the files are being typed.
@Suite struct LiveEditingTests {
  private let yaml = FilePath("/repository/p.yml")
  private let python = FilePath("/repository/p.py")

  private func workspace() -> Workspace {
    let files = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: issued
            ExpectedResult: true
            Resource: {"Status": "ISSUED"}
          - Name: pending
            ExpectedResult: false
            Resource: {"Status": "PENDING"}
        """))
      \(Samples.python)
      """
    ).fixture.files.map { (FilePath($0.path), $0.source) }
    return Workspace(files: MemoryFiles(files: Dictionary(files) { $1 }))
  }

  private func labels(_ workspace: Workspace) -> [String] {
    workspace.snapshot(interrupt: Interrupt()).inlayHints(in: yaml, range: 0..<10_000).map(\.label)
  }

  @Test func unsavedPythonIsWhatTheTestsRunAgainst() {
    var workspace = workspace()
    #expect(labels(workspace) == ["✓ true", "✓ false"])
    workspace.setOverlay(python, SourceText("def policy(resource):\n    return True\n"))
    #expect(labels(workspace) == ["✓ true", "✗ returned true, expected false"])
    workspace.removeOverlay(python)
    #expect(labels(workspace) == ["✓ true", "✓ false"])
  }

  @Test func pythonThatIsMidEditKeepsTheVerdictsOfItsLastWholeVersion() {
    var workspace = workspace()
    #expect(labels(workspace) == ["✓ true", "✓ false"])
    workspace.setOverlay(python, SourceText("def policy(resource):\n    return resource.get(\n"))
    #expect(labels(workspace) == ["✓ true (stale)", "✓ false (stale)"])
  }

  @Test func aHelperThatIsMidEditIsUsedAsItLastWasWhole() {
    let files = Repository(
      """
      \(Samples.policy(tests: """
        Tests:
          - Name: helped
            ExpectedResult: true
            Resource: {}
        """))
      #- p.py
      from helpers import answer

      def policy(resource):
          return answer()
      #- global_helpers/helpers.yml
      AnalysisType: global
      GlobalID: helpers
      Filename: helpers.py
      """
    ).fixture.files.map { (FilePath($0.path), $0.source) }
    var workspace = Workspace(files: MemoryFiles(files: Dictionary(files) { $1 }))
    #expect(labels(workspace) == ["⚠ ModuleNotFoundError: No module named 'helpers'"])
    let helper = FilePath("/repository/global_helpers/helpers.py")
    workspace.setOverlay(helper, SourceText("def answer():\n    return True\n"))
    #expect(labels(workspace) == ["✓ true"])
    workspace.setOverlay(helper, SourceText("def answer(:\n    return False\n"))
    #expect(labels(workspace) == ["✓ true (stale)"])
    workspace.setOverlay(helper, SourceText("def answer():\n    return False\n"))
    #expect(labels(workspace) == ["✗ returned false, expected true"])
  }

  @Test func aBrokenTestLeavesTheOthersAlive() throws {
    var workspace = workspace()
    let source = try #require(workspace.snapshot(interrupt: Interrupt()).source(of: yaml))
    let edited = source.string.replacing(
      #"Resource: {"Status": "PENDING"}"#, with: #"Resource: {"Status": "PEND"#)
    workspace.setOverlay(yaml, SourceText(edited))
    #expect(labels(workspace) == ["✓ true"])
  }

  @Test func snapshotsKeepTheirState() {
    var workspace = workspace()
    let before = workspace.snapshot(interrupt: Interrupt())
    workspace.setOverlay(python, SourceText("def policy(resource):\n    return True\n"))
    #expect(before.inlayHints(in: yaml, range: 0..<10_000).map(\.label) == ["✓ true", "✓ false"])
  }
}
