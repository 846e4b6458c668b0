package import Detections
import Evaluation
import Python
import SourceText

extension Snapshot {
  /// Above `Tests:` and above the main function, the tally of the tests, which runs them; above each test,
  /// the way to its explanation.
  package func codeLenses(in file: FilePath) -> [CodeLens] {
    isPython(file) ? pythonLenses(in: file) : yamlLenses(in: file)
  }

  /// One line about all tests of a detection, such as `4 tests: 3 passed, 1 failed`.
  /// For a Python file those of the detections it belongs to.
  package func testSummary(in file: FilePath) -> String {
    if isPython(file) {
      let owners = owners(ofPython: file)
      return owners.isEmpty ? "no tests" : owners.map { testSummary(in: $0) }.joined(separator: "; ")
    }
    guard let run = liveResults(in: file) else { return "no tests" }
    return run.tests.tally + (run.isStale ? " (stale: the Python has a syntax error)" : "")
  }

  /// Why a test has its verdict, in Markdown; `nil` when there is no such test.
  package func testExplanation(index: Int, in file: FilePath) -> String? {
    guard let run = liveResults(in: file), let result = run.tests.first(where: { $0.index == index })
    else { return nil }
    return "**\(result.name)**\n\n" + explanation(of: result, in: file, isStale: run.isStale)
  }

  private func yamlLenses(in file: FilePath) -> [CodeLens] {
    guard let detection = yaml(file)?.detection, let entry = detection.testsEntry,
      liveResults(in: file) != nil
    else { return [] }
    let tally = CodeLens(range: entry.key.range, title: runTitle(in: file), action: .runTests)
    let explanations = detection.tests.map { test in
      CodeLens(
        range: test.titleRange, title: "Explain",
        action: .explainTest(name: test.displayName, index: test.index))
    }
    return [tally] + explanations
  }

  private func pythonLenses(in file: FilePath) -> [CodeLens] {
    guard let module = python(file) else { return [] }
    return owners(ofPython: file).compactMap { owner in
      guard let detection = yaml(owner)?.detection, let name = detection.type.mainFunction,
        let function = module.function(named: name), liveResults(in: owner) != nil
      else { return nil }
      return CodeLens(range: function.name.range, title: runTitle(in: owner), action: .runTests)
    }
  }

  private func runTitle(in file: FilePath) -> String { "▶ Run: " + testSummary(in: file) }
}

extension [TestResult] {
  /// `4 tests: 3 passed, 1 failed`; outcomes that did not occur are left out.
  var tally: String {
    guard !isEmpty else { return "no tests" }
    let outcomes: [(TestResult.Outcome, String)] = [
      (.passed, "passed"), (.failed, "failed"), (.errored, "errored"), (.unsupported, "not evaluated"),
      (.skipped, "skipped"),
    ]
    let parts = outcomes.compactMap { outcome, word in
      let number = count { $0.outcome == outcome }
      return number == 0 ? nil : "\(number) \(word)"
    }
    return "\(count) \(count == 1 ? "test" : "tests"): " + parts.joined(separator: ", ")
  }
}
