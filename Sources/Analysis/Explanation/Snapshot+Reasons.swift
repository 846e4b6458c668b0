package import Detections
package import Evaluation
import Python

extension Snapshot {
  /// Why a test of a detection's file has its result; `nil` when its function did not run.
  package func reasons(of result: TestResult, in file: FilePath) -> Reasons? {
    guard let decision = result.decision, let function = detection(in: file)?.type.mainFunction,
      let module = executedPython(decision.file)
    else { return nil }
    return ReasonBuilder(result, decision, module).reasons(mainFunction: function)
  }

  /// The version of a Python file that tests run on: its last whole one while it has a syntax error.
  func executedPython(_ file: FilePath) -> PythonModule? {
    guard let module = python(file) else { return nil }
    return module.errors.isEmpty ? module : derived.lastWholePython(file)
  }
}
