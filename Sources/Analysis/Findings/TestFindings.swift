import Detections
import Evaluation
import SourceText
import YAML

extension Snapshot {
  /// A diagnostic for every test that did not pass, on the value it expected; one for all when the Python did
  /// not load, unless it is known to be unloadable and reported as such.
  func testFindings(_ detection: Detection, in file: FilePath, isLoadable: Bool) -> [Finding] {
    guard let run = liveResults(in: file) else { return [] }
    if let failure = run.loadFailure {
      if case .unsupported = failure, detection.tests.isEmpty { return [] }
      return isLoadable ? [loadFinding(failure, detection)] : []
    }
    return run.tests.compactMap { result in
      guard detection.tests.indices.contains(result.index) else { return nil }
      return finding(for: result, detection.tests[result.index], in: detection.tree, isStale: run.isStale)
    }
  }

  private func finding(for result: TestResult, _ test: TestCase, in tree: YAMLTree, isStale: Bool) -> Finding?
  {
    let range = test.expectedResult?.range ?? test.titleRange
    let suffix = isStale ? " (verdict of the last whole Python)" : ""
    switch result.outcome {
    case .passed, .skipped:
      return nil
    case .failed:
      let returned = result.returnedText
      return Finding(
        Diagnostic(
          .testFailed, .error, at: range,
          "Test `\(result.name)` fails: returned \(returned), expected \(result.expected == true)\(suffix)",
          related: related(result.decision?.returnStatement, "\(returned) is returned here")),
        fixes: expecting(returned, test, in: tree))
    case .errored:
      let error = result.error
      let function = error?.function.map { " in `\($0)()`" } ?? ""
      return Finding(
        Diagnostic(
          .testErrored, .error, at: range,
          "Test `\(result.name)` ends with an error\(function): \(error?.summary ?? "it did not run")\(suffix)",
          related: error.map { report in
            report.trace.flatMap {
              related($0, $0 == report.trace.first ? report.summary : "called from here")
            }
          } ?? []))
    case .unsupported:
      let construct = result.unsupported?.construct ?? "a construct"
      return Finding(
        Diagnostic(
          .testUnsupported, .warning, at: range,
          "Test `\(result.name)` is not evaluated: \(construct) is not supported\(suffix)",
          related: related(result.unsupported?.location, construct)))
    }
  }

  private func loadFinding(_ failure: LoadFailure, _ detection: Detection) -> Finding {
    let range = detection.filename?.range ?? detection.typeNode.range
    switch failure {
    case .error(let error):
      return Finding(
        Diagnostic(
          .pythonImportFailed, .error, at: range,
          "The Python file can't be loaded: \(error.summary)",
          related: error.trace.flatMap { related($0, error.summary) }))
    case .unsupported(let report):
      return Finding(
        Diagnostic(
          .testUnsupported, .warning, at: detection.testsEntry?.key.range ?? range,
          "No test is evaluated: \(report.construct) is not supported",
          related: related(report.location, report.construct)))
    }
  }

  func related(_ place: SourceLocation?, _ message: String) -> [Diagnostic.Related] {
    place.map { [Diagnostic.Related(location: Location(file: $0.file, range: $0.range), message: message)] }
      ?? []
  }
}

/// Expects what the test returned, if that is a boolean.
private func expecting(_ returned: String, _ test: TestCase, in tree: YAMLTree) -> [Fix] {
  guard let expected = test.expectedResult, ["true", "false"].contains(returned) else { return [] }
  let fix = DocumentFixes(tree).change(
    expected.node, to: .bool(returned == "true"), title: "Expect \(returned)")
  return [fix].compactMap(\.self)
}
