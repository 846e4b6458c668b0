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
    guard let source = source(of: file) else { return [] }
    var counts: [ByteRange: Int] = [:]
    for run in owners(ofPython: file).compactMap({ liveResults(in: $0) }) where !run.isStale {
      for result in run.tests {
        guard let place = result.decision?.returnStatement, place.file == file else { continue }
        counts[place.range, default: 0] += 1
      }
    }
    return counts.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { range, count in
      let line = source.lines.line(at: max(range.lowerBound, range.upperBound - 1))
      return InlayHint(
        offset: source.contentRange(ofLine: line).upperBound,
        label: count == 1 ? "← 1 test" : "← \(count) tests",
        tooltip: "Tests whose run of the function ends here.")
    }
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
