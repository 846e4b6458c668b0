import Analysis
import Detections
import Evaluation

/// Test results for people: what went wrong in detail, what went right only in the tally.
struct TestText {
  let style: Style
  let snapshot: Snapshot

  /// Empty when all tests of the detection passed.
  func text(_ detection: TestedDetection) -> String {
    let notable = detection.tests.filter { $0.result.outcome != .passed && $0.result.outcome != .skipped }
    guard !notable.isEmpty || detection.problem != nil else { return "" }
    var lines = ["\(style.bold(detection.id))  \(style.dim(detection.target.path))"]
    if let problem = detection.problem { lines.append("  \(style.red("⚠")) \(problem)") }
    for test in notable { lines += self.lines(test, detection.target) }
    return lines.joined(separator: "\n") + "\n\n"
  }

  func summary(_ detections: [TestedDetection]) -> String {
    let summary = TestReport.Summary(detections)
    var parts: [String] = []
    func add(_ count: Int, _ word: String, _ paint: (String) -> String) {
      if count > 0 { parts.append(paint("\(count) \(word)")) }
    }
    add(summary.failed, "failed", style.red)
    add(summary.errored, "errored", style.red)
    add(summary.unsupported, "not evaluated", style.yellow)
    add(detections.count { $0.problem != nil }, "unusable", style.red)
    add(summary.passed, "passed", style.green)
    add(summary.skipped, "skipped", style.dim)
    let counts =
      "\(counted(summary.tests, "test")) of \(counted(summary.detections, "detection"))"
    return parts.isEmpty ? "\(counts)\n" : "\(counts): \(parts.joined(separator: ", "))\n"
  }

  private func lines(_ test: TestedDetection.Test, _ target: Target) -> [String] {
    let result = test.result
    let place = style.dim("\(target.path):\(test.line)")
    var lines: [String] = []
    switch result.outcome {
    case .failed:
      lines = [
        "  \(style.red("✗")) \(result.name)  \(place)",
        "      returned \(result.shownReturn), expected \(result.expected == true)",
      ]
      lines += reasons(result, target)
    case .errored:
      lines = ["  \(style.red("⚠")) \(result.name)  \(place)"]
      if let error = result.error {
        let function = error.function.map { " in \($0)()" } ?? ""
        lines.append("      \(error.summary)\(function)")
        lines += error.trace.map { "      at \(source($0, target.paths))" }
      }
    case .unsupported:
      lines = [
        "  \(style.yellow("∅")) \(result.name)  \(place)",
        "      not evaluated: \(result.unsupported?.construct ?? "unknown construct") is not supported",
      ]
      lines += (result.unsupported?.location).map { ["      at \(source($0, target.paths))"] } ?? []
    case .passed, .skipped: break
    }
    if !result.unrepeatable.isEmpty {
      lines.append(
        "      not the same in every run of CPython: \(result.unrepeatable.joined(separator: ", "))")
    }
    if !result.output.isEmpty {
      lines.append("      printed:")
      lines += result.output.split(separator: "\n").map { "        \($0)" }
    }
    return lines
  }

  /// The conditions that led to the answer, and where it was returned.
  private func reasons(_ result: TestResult, _ target: Target) -> [String] {
    let reasons = snapshot.reasons(of: result, in: target.file)?.main ?? []
    return reasons.suffix(8).map { reason in
      "      at \(target.paths.text(reason.location.file)):\(reason.location.line): \(reason.sentence(.plain))"
    }
  }

  private func source(_ place: SourceLocation, _ paths: ShownPaths) -> String {
    "\(paths.text(place.file)):\(place.line): \(text(at: place))"
  }

  private func text(at place: SourceLocation) -> String {
    snapshot.source(of: place.file).map { String($0[place.range].prefix { !$0.isNewline }) } ?? ""
  }
}

extension TestResult {
  /// A boolean as YAML writes it, anything else as Python shows it.
  var shownReturn: String {
    guard let returned else { return "nothing" }
    return returned.bool.map { $0 ? "true" : "false" } ?? returned.repr
  }

  /// The result in one line.
  var shownReason: String {
    switch outcome {
    case .passed: "returned \(shownReturn)"
    case .failed: "returned \(shownReturn), expected \(expected == true)"
    case .errored: (error?.function.map { "in \($0)(): " } ?? "") + (error?.summary ?? "it did not run")
    case .unsupported: "not evaluated: \(unsupported?.construct ?? "unknown construct") is not supported"
    case .skipped: "tests of this type do not run locally"
    }
  }
}

/// `1 test`, `2 tests`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
