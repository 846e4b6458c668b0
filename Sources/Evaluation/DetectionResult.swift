package import Detections
package import SourceText

/// Why a detection's module gave nothing to test.
package enum LoadFailure: Sendable, Hashable {
  case error(ErrorReport)
  case unsupported(UnsupportedReport)
}

/// The results of all tests of a detection.
package struct DetectionResult: Sendable {
  package let loadFailure: LoadFailure?
  /// In the order of the file; one for each test.
  package let tests: [TestResult]
  /// Where the statements of the module begin that loading it executed, those of functions it called among them.
  package let executedAtLoad: [ByteOffset]
  /// The Python files that were executed, with the text that was.
  package let readModules: [FilePath: SourceText]
  /// Whether a run on equal inputs must give equal results: not when the code read the clock, or when the run
  /// was cut short from outside.
  package let isRepeatable: Bool
}

extension TestResult {
  /// The result of a test that could not be started.
  package init(notRun test: TestCase, because failure: LoadFailure) {
    var report: ErrorReport?
    var unsupported: UnsupportedReport?
    switch failure {
    case .error(let error): report = error
    case .unsupported(let construct): unsupported = construct
    }
    self.init(
      index: test.index, name: test.displayName, expected: test.expectedResult?.value,
      outcome: report == nil ? .unsupported : .errored, returned: nil, error: report,
      unsupported: unsupported,
      functions: [], output: "", duration: .zero, decision: nil)
  }

  package init(notRun test: TestCase, because error: ErrorReport) {
    self.init(notRun: test, because: .error(error))
  }

  /// The result of a test of an item that no Python of its own decides.
  package init(skipped test: TestCase) {
    self.init(
      index: test.index, name: test.displayName, expected: test.expectedResult?.value, outcome: .skipped,
      returned: nil, error: nil, unsupported: nil, functions: [], output: "", duration: .zero, decision: nil)
  }
}

extension ErrorReport {
  /// A reason that is no Python exception.
  package init(type: String, message: String, at trace: [SourceLocation] = []) {
    self.init(type: type, message: message, function: nil, trace: trace)
  }
}

extension SourceLocation {
  package init(file: FilePath, range: ByteRange, in source: SourceText) {
    self.init(file: file, range: range, line: source.lines.line(at: range.lowerBound) + 1)
  }
}
