package import Detections
package import Sandbox
package import SourceText

/// What became of one test, and why.
package struct TestResult: Sendable, Hashable {
  package enum Outcome: String, Sendable {
    /// The detection did what the test expects, and PAT would say so too.
    case passed
    /// It returned the other boolean.
    case failed
    /// It raised, returned something that is no boolean, ran past a limit, or could not be loaded.
    case errored
    /// It did something the evaluator doesn't implement, so nothing is claimed.
    case unsupported
    /// The item's type has no tests that run on the author's machine.
    case skipped
  }

  /// The test's place in `Tests`, from 0.
  package let index: Int
  package let name: String
  package let expected: Bool?
  package let outcome: Outcome
  /// What the main function returned; `nil` when it returned nothing because it raised or did not run.
  package let returned: Returned?
  package let error: ErrorReport?
  package let unsupported: UnsupportedReport?
  /// What the auxiliary functions that the module defines returned, in the order in which they ran.
  package let functions: [FunctionOutput]
  /// What the Python code printed.
  package let output: String
  package let duration: Duration
  /// How the main function came to its answer; `nil` when it did not run.
  package let decision: Decision?
  /// What the run used whose values CPython doesn't repeat from run to run, such as `random`.
  package var unrepeatable: [String] = []

  /// Equality of everything an author can see; the time a run took is not part of it.
  package static func == (left: TestResult, right: TestResult) -> Bool {
    left.index == right.index && left.name == right.name && left.expected == right.expected
      && left.outcome == right.outcome && left.returned == right.returned && left.error == right.error
      && left.unsupported == right.unsupported && left.functions == right.functions
      && left.output == right.output && left.decision == right.decision
      && left.unrepeatable == right.unrepeatable
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(outcome)
    hasher.combine(returned)
    hasher.combine(error)
    hasher.combine(unsupported)
  }
}

extension [TestResult] {
  /// The results by their tests' places in `Tests`.
  package var byIndex: [Int: TestResult] {
    Dictionary(map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A value that Python code returned.
package struct Returned: Sendable, Hashable {
  /// The value when it is exactly a `bool`.
  package let bool: Bool?
  /// Python's `repr` of it.
  package let repr: String
  /// The value as JSON text; `nil` when it has no JSON form.
  package let json: String?
}

/// A run of the detection's Python, as an error points at it.
package struct SourceLocation: Sendable, Hashable {
  package let file: FilePath
  package let range: ByteRange
  /// One-based.
  package let line: Int
}

/// A Python exception, a limit that was reached, or a reason why nothing could run.
package struct ErrorReport: Error, Sendable, Hashable {
  /// The exception's class, such as `KeyError`; `LimitExceeded` when a run past a limit was stopped.
  package let type: String
  /// `str(exception)`.
  package let message: String
  /// The auxiliary function that raised; `nil` for the main function and for loading.
  package let function: String?
  /// Where it was raised in the author's files, the innermost place first.
  package let trace: [SourceLocation]

  /// The `type` of a run that was stopped.
  package static let limitExceeded = "LimitExceeded"
  /// The `type` of an auxiliary function that did what is not implemented.
  package static let unsupported = "Unsupported"

  /// `KeyError: 'InUseBy'`, as Python prints it.
  package var summary: String { message.isEmpty ? type : "\(type): \(message)" }
}

/// Something the evaluator doesn't implement.
package struct UnsupportedReport: Sendable, Hashable {
  package let construct: String
  package let location: SourceLocation?
}

/// What an auxiliary function such as `title` returned, or how it failed.
package struct FunctionOutput: Sendable, Hashable {
  package let name: String
  package let returned: Returned?
  package let error: ErrorReport?
}

/// How a test's run came to its end, in the detection's own Python file.
package struct Decision: Sendable, Hashable {
  package let file: FilePath
  /// The conditions, reads and statements of the run.
  package let trace: TraceReport
  /// The main function's `return` that ended it; `nil` if it raised or came to its end without one.
  package let returnStatement: SourceLocation?
}
