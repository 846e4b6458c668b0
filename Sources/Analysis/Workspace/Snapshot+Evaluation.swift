package import Detections
package import Evaluation
import FoundationEssentials
import Python
import Sandbox
import SourceText
import YAML

/// The results of a detection's tests as an editor shows them while its files are being typed.
package struct LiveResults: Sendable {
  package let tests: [TestResult]
  /// Whether the Python has a syntax error now, so that its last whole version was run.
  package let isStale: Bool
  /// Why no test could run, when the module could not be loaded.
  package let loadFailure: LoadFailure?
  /// Where the statements of the main file begin that were executed before any test.
  let executedAtLoad: [ByteOffset]
  /// The Python files that the run read.
  package let readFiles: [FilePath]
}

extension Snapshot {
  /// The results PAT would come to: where PAT lists the file as invalid, every test is `errored` with the
  /// reason, and what no Python decides is `skipped`. `nil` when the file defines no item.
  package func testResults(in file: FilePath) -> [TestResult]? {
    guard let detection = detection(in: file) else { return nil }
    if let reason = reasonNotToRun(file) {
      return detection.tests.map { TestResult(notRun: $0, because: reason) }
    }
    return liveResults(in: file)?.tests ?? detection.tests.map(TestResult.init(skipped:))
  }

  /// The results on what is whole: tests in a file with errors elsewhere are run, and a Python file that is
  /// mid-edit is replaced by its last whole version. `nil` for types without Python.
  package func liveResults(in file: FilePath) -> LiveResults? {
    memory.results.answer(for: file, isWhole: { !interrupt.isInterrupted }) { makeLiveResults(in: file) }
  }

  private func makeLiveResults(in file: FilePath) -> LiveResults? {
    guard let yaml = yaml(file), let detection = yaml.detection, detection.type.mainFunction != nil,
      let path = pythonFile(of: file), let current = python(path)
    else { return nil }
    guard let module = current.errors.isEmpty ? current : derived.lastWholePython(path) else { return nil }
    let results = evaluate(detection, yaml, module, at: path)
    let isStale = results.readModules.contains { source(of: $0.key) != $0.value }
    let broken = yaml.tree.errors.filter { !$0.isAcceptedByLoader }.map(\.range)
    return LiveResults(
      tests: results.tests.filter { result in
        detection.tests.indices.contains(result.index)
          && !broken.contains { detection.tests[result.index].node.range.overlaps($0) }
      },
      isStale: isStale, loadFailure: results.loadFailure, executedAtLoad: results.executedAtLoad,
      readFiles: results.readModules.keys.sorted())
  }

  private func evaluate(_ detection: Detection, _ yaml: YAMLFile, _ module: PythonModule, at path: FilePath)
    -> DetectionResult
  {
    let key = EvaluationKey(
      id: detection.id?.value, type: detection.type, tests: testBytes(of: detection, in: yaml),
      main: module.source)
    if let cached = derived.evaluation(yaml.path), cached.key == key,
      cached.results.readModules.allSatisfy({ source(of: $0.key) == $0.value || $0.key == path })
    {
      return cached.results
    }
    let evaluator = Evaluator(
      limits: .standard, interrupt: interrupt, now: { Date.now.timeIntervalSince1970 },
      helper: { name in
        guard let file = self.helper(importedAs: name, from: yaml.path.folder), let module = self.python(file)
        else { return nil }
        let whole = module.errors.isEmpty ? module : self.derived.lastWholePython(file) ?? module
        return Evaluator.Program(file: file, code: self.derived.code(file, whole))
      })
    let results = evaluator.run(detection, Evaluator.Program(file: path, code: derived.code(path, module)))
    if results.isRepeatable { derived.keep(CachedEvaluation(key: key, results: results), for: yaml.path) }
    return results
  }

  /// The bytes that the tests are made of: the lines from `Tests` to the next key, or to the end. All bytes if
  /// an alias may reach outside them.
  private func testBytes(of detection: Detection, in yaml: YAMLFile) -> ArraySlice<UInt8> {
    let source = yaml.source
    guard let entry = detection.testsEntry, !yaml.hasAliases else { return source.bytes[...] }
    let start = source.lines.starts[source.lines.line(at: entry.range.lowerBound)]
    let later = detection.root.entries.map(\.range.lowerBound).filter { $0 >= entry.range.upperBound }
    let end = later.min().map { max($0, start) } ?? source.count
    return source.bytes[start..<min(end, source.count)]
  }

  /// The first thing for which PAT would refuse the file.
  private func reasonNotToRun(_ file: FilePath) -> ErrorReport? {
    for finding in findings(in: file, evaluating: false) where finding.diagnostic.severity == .error {
      let diagnostic = finding.diagnostic
      let place = diagnostic.related.first?.location ?? Location(file: file, range: diagnostic.range)
      return ErrorReport(
        type: "InvalidDetection", message: diagnostic.message,
        at: source(of: place.file).map { [SourceLocation(file: place.file, range: place.range, in: $0)] }
          ?? [])
    }
    return nil
  }
}
