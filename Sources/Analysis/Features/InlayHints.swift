package import Detections
import Evaluation
package import SourceText

extension Snapshot {
  /// Each test's verdict at the end of its `Name` line; in Python, how many tests end at each `return`.
  package func inlayHints(in file: FilePath, range: ByteRange) -> [InlayHint] {
    let hints = isPython(file) ? returnHints(in: file) : verdictHints(in: file)
    return hints.filter { range.lowerBound <= $0.offset && $0.offset <= range.upperBound }
  }

  private func verdictHints(in file: FilePath) -> [InlayHint] {
    guard let yaml = yaml(file), let detection = yaml.detection, let run = liveResults(in: file) else {
      return []
    }
    return run.tests.compactMap { result in
      guard detection.tests.indices.contains(result.index) else { return nil }
      let test = detection.tests[result.index]
      let line = yaml.source.lines.line(at: test.titleRange.lowerBound)
      return InlayHint(
        offset: yaml.source.contentRange(ofLine: line).upperBound,
        label: result.hint + (run.isStale ? " (stale)" : ""),
        tooltip: explanation(of: result, in: file, isStale: run.isStale))
    }
  }

  private func returnHints(in file: FilePath) -> [InlayHint] {
    guard let coverage = coverage(ofPython: file), let module = python(file) else { return [] }
    let source = module.source
    return coverage.endings(in: module).compactMap { ending in
      if ending.tests.isEmpty, !coverage.isWhole { return nil }
      let line = source.lines.line(at: max(ending.range.lowerBound, ending.range.upperBound - 1))
      return InlayHint(
        offset: source.contentRange(ofLine: line).upperBound, label: ending.label, tooltip: ending.tooltip)
    }
  }
}

extension TestCoverage.Ending {
  /// `← 3 tests, 1 failing`.
  fileprivate var label: String {
    let failing = tests.count { $0.isFailing }
    let count = tests.count
    switch (count, failing) {
    case (0, _): return "← no test"
    case (1, 0): return "← 1 test"
    case (1, _): return "← 1 test, failing"
    case (_, 0): return "← \(count) tests"
    default: return "← \(count) tests, \(failing == count ? "all" : String(failing)) failing"
    }
  }

  fileprivate var tooltip: String {
    guard !tests.isEmpty else { return "No test comes here." }
    let shown = tests.prefix(12).map { "- \($0.isFailing ? "✗" : "✓") \($0.name)" }
    let rest = tests.count - shown.count
    let title = isOfMainFunction ? "Tests that end here:" : "Tests that come here:"
    return ([title, ""] + shown + (rest > 0 ? ["- … \(rest) more"] : [])).joined(separator: "\n")
  }
}

extension TestResult {
  /// The verdict in a few words, as it stands behind a test's name.
  var hint: String {
    switch outcome {
    case .passed: "✓ \(returnedText)"
    case .failed:
      "✗ returned \(returnedText), expected \(expected.map { $0 ? "true" : "false" } ?? "nothing")"
    case .errored: "⚠ \(error?.summary ?? "did not run")"
    case .unsupported: "∅ not evaluated: \(unsupported?.construct ?? "unknown construct")"
    case .skipped: "– skipped"
    }
  }

  /// What the main function returned: a boolean as YAML writes it, anything else as Python shows it.
  var returnedText: String {
    guard let returned else { return "nothing" }
    return returned.bool.map { $0 ? "true" : "false" } ?? returned.repr
  }
}
