import Detections
import Python
import Sandbox
import SourceText
import YAML

/// One detection's module, loaded, and its tests run on it one after the other.
final class DetectionRun {
  let record: RunRecord
  private let evaluator: Evaluator
  private let detection: Detection
  private let program: Evaluator.Program
  private let interpreter: Interpreter
  private var builder: ResourceBuilder
  private var module: ModuleObject?
  /// Where the statements of the module begin that loading it executed.
  private(set) var executedAtLoad: [ByteOffset] = []

  init(_ evaluator: Evaluator, _ detection: Detection, _ program: Evaluator.Program) {
    let record = RunRecord(interrupt: evaluator.interrupt)
    self.record = record
    self.evaluator = evaluator
    self.detection = detection
    self.program = program
    interpreter = Interpreter(
      limits: evaluator.limits,
      host: Interpreter.Host(
        resolve: { name in
          guard let helper = evaluator.helper(name) else {
            record.lookForMissingModule()
            return nil
          }
          record.add(helper)
          return HostedModule(code: helper.code, path: helper.file.string)
        },
        now: {
          record.lookAtClock()
          return Int(exactly: (evaluator.now() * 1_000_000).rounded()) ?? 0
        },
        interrupt: evaluator.interrupt))
    builder = ResourceBuilder(interpreter)
  }

  private var id: String { detection.id?.value ?? Detection.unknownID }

  /// Executes the module. Returns why there is nothing to test, or `nil` when there is.
  func load() -> LoadFailure? {
    record.add(program)
    if evaluator.tracesTests {
      let trace = Trace(sourceLength: program.source.count)
      trace.stopDetails()
      interpreter.trace = trace
    }
    defer { executedAtLoad = interpreter.trace?.report.executed ?? [] }
    do {
      let loaded = try interpreter.load(program.code, name: id, path: program.file.string)
      guard let name = detection.type.mainFunction else { return nil }
      guard loaded.attribute(name) != nil else {
        return .error(
          ErrorReport(type: "AttributeError", message: "the module defines no function `\(name)`"))
      }
      module = loaded
      return nil
    } catch {
      return switch error {
      case .exception(let exception): .error(record.error(exception, in: nil))
      case .limit(let limit): .error(record.error(limit, in: nil))
      case .unsupported(let construct): .unsupported(record.unsupported(construct))
      }
    }
  }

  func result(of test: TestCase) -> TestResult {
    guard let module, let name = detection.type.mainFunction else {
      return TestResult(
        notRun: test, because: ErrorReport(type: "LoadError", message: "the module is not loaded"))
    }
    guard let expected = test.expectedResult?.value else {
      return TestResult(
        notRun: test,
        because: ErrorReport(
          type: "InvalidTest", message: "the test has no `ExpectedResult` that is true or false"))
    }
    guard let input = test.input, input.value.resolvedAlias.kind == .mapping else {
      let key = test.input?.key.scalarText ?? (detection.type == .policy ? "Resource" : "Log")
      return TestResult(
        notRun: test,
        because: ErrorReport(type: "InvalidTest", message: "`\(key)` must be a mapping of fields to values"))
    }
    let mocks: MockedNames
    do {
      mocks = try MockedNames(test.mocks, in: module, interpreter)
    } catch {
      return TestResult(notRun: test, because: error)
    }
    defer { mocks.restore() }
    return TestRun(
      test: test, expected: expected, detection: detection, id: id, mainFunction: name, module: module,
      interpreter: interpreter, record: record, source: program
    ).result { [self] () throws(Unwind) in try builder.resource(input.value) }
  }
}
