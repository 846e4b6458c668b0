import Analysis
import Detections
import Sandbox
import SourceText
import Testing
import YAML

/// The limits of YAML and the rules of the Panther tool's loader as an author meets them.
@Suite struct YAMLLimitTests {
  /// What is wrong with a policy of which a test has this text as its resource, apart from the test's result.
  private func diagnostics(resource: String, extra: String = "") -> [Diagnostic] {
    let text = """
      AnalysisType: policy
      Filename: p.py
      PolicyID: Example
      Enabled: true
      Severity: Low
      \(extra)
      Tests:
        - Name: a
          ExpectedResult: true
          Resource: \(resource)

      """
    let python = "def policy(resource):\n    return True\n"
    let files = MemoryFiles(files: [
      FilePath("/p.yml"): SourceText(text), FilePath("/p.py"): SourceText(python),
    ])
    let snapshot = Workspace(files: files).snapshot(interrupt: Interrupt())
    return snapshot.diagnostics(in: FilePath("/p.yml"))
  }

  private func expectError(
    _ diagnostics: [Diagnostic], _ code: DiagnosticCode, _ advice: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(
      diagnostics.contains {
        $0.code == code && $0.severity == .error && $0.message.contains(advice)
          && ($0.range.lowerBound > 0 || code == .fileTooLarge)
      }, "\(diagnostics)", sourceLocation: sourceLocation)
  }

  @Test func nestingTooDeepIsAnError() {
    let flow = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    expectError(diagnostics(resource: "{a: \(flow)}"), .yamlSyntax, "Flatten")
    let block = (0..<600).map { "\n" + String(repeating: " ", count: 10 + $0) + "a:" }.joined()
    expectError(diagnostics(resource: block), .yamlSyntax, "Flatten")
  }

  @Test func aliasesThatStandForTooMuchAreAnError() {
    let laughs =
      "a0: &a0 [x, x, x, x, x, x, x, x, x]"
      + (1...12).map { level in
        let references = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        return ", a\(level): &a\(level) [\(references)]"
      }.joined()
    expectError(diagnostics(resource: "{\(laughs)}"), .yamlLoader, "Share less")
    let merges =
      "a0: &a0 {k0: 1}"
      + (1...600).map { ", a\($0): &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1), *a0], k\($0): 1}" }.joined()
    expectError(diagnostics(resource: "{\(merges)}"), .yamlLoader, "Share less")
  }

  @Test func aFileThatIsTooLargeIsAnError() {
    let comment = "# " + String(repeating: "x", count: 17 << 20)
    expectError(diagnostics(resource: "{}", extra: comment), .fileTooLarge, "Split")
  }

  @Test func whatOnlyTheToolRejectsSaysSo() {
    expectError(diagnostics(resource: "{a: b, c:}"), .yamlLoader, "Panther tool")
  }

  @Test func whatTheToolReadsAllTheSameIsAWarning() {
    for resource in ["{a: [-]}", "{\n\"a\": 1,\n}", "{a: 'b\nc'}"] {
      let found = diagnostics(resource: resource)
      #expect(found.contains { $0.code == .yamlSyntax && $0.severity == .warning }, "\(found)")
      #expect(!found.contains { $0.severity == .error }, "\(found)")
    }
  }

  @Test func aResourceWithoutEndIsAWarning() {
    let found = diagnostics(resource: "&a {b: *a}")
    #expect(found.contains { $0.severity == .warning && $0.message.contains("without end") }, "\(found)")
    #expect(!found.contains { $0.severity == .error && $0.code == .yamlLoader }, "\(found)")
  }
}
