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
      return finding(for: result, detection.tests[result.index], in: detection, file, isStale: run.isStale)
    }
  }

  private func finding(
    for result: TestResult, _ test: TestCase, in detection: Detection, _ file: FilePath, isStale: Bool
  ) -> Finding? {
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
          related: relatedPlaces(of: result, in: file)),
        fixes: expecting(returned, test, in: detection.tree))
    case .errored:
      let error = result.error
      let function = error?.function.map { " in `\($0)()`" } ?? ""
      return Finding(
        Diagnostic(
          .testErrored, .error, at: range,
          "Test `\(result.name)` ends with an error\(function): \(error?.summary ?? "it did not run")\(suffix)",
          related: relatedPlaces(of: result, in: file)))
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

  /// The places in Python that explain a result: what raised and its callers, or the `return` and the condition
  /// that led to it.
  private func relatedPlaces(of result: TestResult, in file: FilePath) -> [Diagnostic.Related] {
    if let error = result.error, !error.trace.isEmpty {
      return error.trace.flatMap { related($0, $0 == error.trace.first ? error.summary : "called from here") }
    }
    let reasons = reasons(of: result, in: file)?.main ?? []
    var places: [Diagnostic.Related] = []
    if let end = reasons.last, case .returned(let value, _) = end.kind {
      let known = end.facts.map { $0.clause(.plain) }.joined(separator: ", ")
      places += related(
        end.location, "\(value.answer) is returned here" + (known.isEmpty ? "" : ": \(known)"))
    }
    if let condition = reasons.last(where: { if case .condition = $0.kind { true } else { false } }) {
      places += related(condition.location, condition.sentence(.plain))
    }
    return places
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
