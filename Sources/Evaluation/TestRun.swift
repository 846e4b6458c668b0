import Detections
import Sandbox
import SourceText

/// One test on a loaded module: the main function, the auxiliary functions, and PAT's criterion.
struct TestRun {
  let test: TestCase
  let expected: Bool
  let detection: Detection
  let id: String
  let mainFunction: String
  let module: ModuleObject
  let interpreter: Interpreter
  let record: RunRecord
  let source: Evaluator.Program

  /// How a call of one of the module's functions ended.
  private enum Ending {
    case returned(Object)
    case error(ErrorReport)
    case unsupported(UnsupportedReport)
  }

  func result(_ makeInput: () throws(Unwind) -> Object) -> TestResult {
    let clock = ContinuousClock()
    let start = clock.now
    _ = interpreter.takeOutput()
    let trace = interpreter.trace
    trace?.begin(module.attribute(mainFunction))
    var argument = Object.none
    do {
      try interpreter.enter { () throws(Unwind) in argument = try makeInput() }
    } catch {
      return TestResult(notRun: test, because: loadFailure(error))
    }
    let main = call(mainFunction, argument, as: nil)
    trace?.stopDetails()
    let auxiliaries = runAuxiliaryFunctions(argument)
    let decision = trace.map { self.decision($0.report) }
    let verdict = verdict(main, auxiliaries, at: decision?.returnStatement)
    var result = TestResult(
      index: test.index, name: test.displayName, expected: expected, outcome: verdict.outcome,
      returned: returned(main), error: verdict.error, unsupported: verdict.unsupported,
      functions: auxiliaries.map(output), output: interpreter.takeOutput(), duration: clock.now - start,
      decision: decision)
    result.unrepeatable = interpreter.takeUnrepeatable()
    return result
  }

  // MARK: Calling

  /// Calls a name of the module; `nil` when the module doesn't bind it.
  private func call(_ name: String, _ argument: Object, as auxiliary: String?) -> Ending? {
    guard let function = module.attribute(name) else { return nil }
    do {
      return .returned(try interpreter.call(function, [argument]))
    } catch {
      return ending(error, auxiliary)
    }
  }

  private func ending(_ failure: Failure, _ auxiliary: String?) -> Ending {
    switch failure {
    case .exception(let exception): .error(record.error(exception, in: auxiliary))
    case .limit(let limit): .error(record.error(limit, in: auxiliary))
    case .unsupported(let construct): .unsupported(record.unsupported(construct))
    }
  }

  private func loadFailure(_ failure: Failure) -> LoadFailure {
    switch ending(failure, nil) {
    case .error(let error): .error(error)
    case .unsupported(let report): .unsupported(report)
    case .returned: .error(ErrorReport(type: "InvalidTest", message: "the test's input could not be made"))
    }
  }

  private func runAuxiliaryFunctions(_ argument: Object) -> [(function: AuxiliaryFunction, ending: Ending)] {
    AuxiliaryFunction.allCases.compactMap { function in
      guard let ending = call(function.rawValue, argument, as: function.rawValue) else { return nil }
      return (function, checked(ending, function))
    }
  }

  /// The ending, or the complaint that PAT has about the value.
  private func checked(_ ending: Ending, _ function: AuxiliaryFunction) -> Ending {
    guard case .returned(let value) = ending else { return ending }
    if let construct = function.undecidable(value) {
      return .unsupported(UnsupportedReport(construct: construct, location: nil))
    }
    if let complaint = function.complaint(about: value, detection: id) { return .error(complaint) }
    guard function == .alertContext else { return ending }
    do {
      _ = try JSONText.text(of: value)
      return ending
    } catch {
      return switch error {
      case .exception(let type, let message):
        .error(ErrorReport(type: type, message: message, function: function.rawValue, trace: []))
      case .unsupported(let construct): .unsupported(UnsupportedReport(construct: construct, location: nil))
      }
    }
  }

  // MARK: Judging

  private struct Verdict {
    var outcome: TestResult.Outcome
    var error: ErrorReport?
    var unsupported: UnsupportedReport?
  }

  /// PAT's criterion: the main function must return exactly the expected boolean; where that raises an
  /// alert, no auxiliary function may fail either.
  private func verdict(
    _ main: Ending?, _ auxiliaries: [(function: AuxiliaryFunction, ending: Ending)], at place: SourceLocation?
  ) -> Verdict {
    switch main {
    case nil:
      return Verdict(
        outcome: .errored,
        error: ErrorReport(
          type: "AttributeError", message: "the module defines no function `\(mainFunction)`"))
    case .error(let error):
      return Verdict(outcome: .errored, error: error)
    case .unsupported(let report):
      return Verdict(outcome: .unsupported, unsupported: report)
    case .returned(let value):
      guard let answer = value.asBool else {
        return Verdict(
          outcome: .errored,
          error: ErrorReport(
            wrongReturnTypeOf: mainFunction, detection: id, found: value.typeName,
            expectation: "expected [bool]",
            auxiliary: nil, trace: place.map { [$0] } ?? []))
      }
      guard answer == expected else { return Verdict(outcome: .failed) }
      return expected == detection.type.alertValue ? verdict(auxiliaries) : Verdict(outcome: .passed)
    }
  }

  private func verdict(_ auxiliaries: [(function: AuxiliaryFunction, ending: Ending)]) -> Verdict {
    for auxiliary in auxiliaries {
      if case .error(let error) = auxiliary.ending { return Verdict(outcome: .errored, error: error) }
    }
    for auxiliary in auxiliaries {
      if case .unsupported(let report) = auxiliary.ending {
        return Verdict(outcome: .unsupported, unsupported: report)
      }
    }
    return Verdict(outcome: .passed)
  }

  // MARK: Reporting

  private func returned(_ ending: Ending?) -> Returned? {
    guard case .returned(let value) = ending else { return nil }
    return returned(value)
  }

  private func returned(_ value: Object) -> Returned {
    if let bool = value.asBool {
      return Returned(bool: bool, repr: bool ? "True" : "False", json: bool ? "true" : "false")
    }
    return Returned(bool: nil, repr: Summary.text(of: value), json: try? JSONText.text(of: value))
  }

  private func output(_ auxiliary: (function: AuxiliaryFunction, ending: Ending)) -> FunctionOutput {
    let name = auxiliary.function.rawValue
    return switch auxiliary.ending {
    case .returned(let value): FunctionOutput(name: name, returned: returned(value), error: nil)
    case .error(let error): FunctionOutput(name: name, returned: nil, error: error)
    case .unsupported(let report):
      FunctionOutput(
        name: name, returned: nil,
        error: ErrorReport(
          type: ErrorReport.unsupported, message: report.construct, function: name, trace: []))
    }
  }

  private func decision(_ report: TraceReport) -> Decision {
    let end = report.returns.last { $0.isOfMainFunction }
    return Decision(
      file: source.file, trace: report,
      returnStatement: end.map {
        SourceLocation(file: source.file, range: $0.range, in: source.source)
      })
  }
}
