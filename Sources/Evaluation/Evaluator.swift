package import Detections
package import Python
package import Sandbox
import SourceText

/// Runs a detection's tests in the sandbox and comes to the verdicts that PAT 1.11.1 comes to.
///
/// As PAT does, it executes the module once and then every test of the detection on it in the order of the
/// file, so that state kept in `global` variables carries over from test to test.
package struct Evaluator {
  /// A Python file and its code.
  package struct Program: Sendable {
    package let file: FilePath
    package let code: ModuleCode

    package init(file: FilePath, code: ModuleCode) {
      self.file = file
      self.code = code
    }

    package init(file: FilePath, module: PythonModule) {
      self.init(file: file, code: ModuleCode(module))
    }

    var source: SourceText { code.module.source }
  }

  let limits: Limits
  let interrupt: Interrupt
  /// Seconds since 1970-01-01 UTC.
  let now: () -> Double
  /// Whether results come with what led to them.
  let tracesTests: Bool
  /// The helper module imported under a name.
  let helper: (String) -> Program?

  package init(
    limits: Limits, interrupt: Interrupt, now: @escaping () -> Double, tracesTests: Bool = true,
    helper: @escaping (String) -> Program?
  ) {
    self.tracesTests = tracesTests
    self.limits = limits
    self.interrupt = interrupt
    self.now = now
    self.helper = helper
  }

  /// The results of every test, whatever happens in one of them.
  package func run(_ detection: Detection, _ program: Program) -> DetectionResult {
    // A policy's resource is a plain dict. What a rule is handed, an immutable event whose keys ignore case
    // and that knows data models, is not one, and a dict in its place would give wrong verdicts.
    guard detection.type == .policy else {
      let failure = LoadFailure.unsupported(
        UnsupportedReport(construct: "the event that a \(detection.type.rawValue) examines", location: nil))
      return DetectionResult(
        loadFailure: failure, tests: detection.tests.map { TestResult(notRun: $0, because: failure) },
        executedAtLoad: [], readModules: [:], isRepeatable: true)
    }
    let run = DetectionRun(self, detection, program)
    let failure = run.load()
    let tests = detection.tests.map { test in
      failure.map { TestResult(notRun: test, because: $0) } ?? run.result(of: test)
    }
    return DetectionResult(
      loadFailure: failure, tests: tests, executedAtLoad: run.executedAtLoad, readModules: run.record.modules,
      isRepeatable: run.record.isRepeatable)
  }
}
