import Logic
import Python
import SourceText

/// The logic of the source's `policy`, or of its `rule` if that is what it has.
func lowered(_ source: String, types: (Path) -> FieldType? = { _ in nil }) -> DetectionLogic? {
  let module = PythonModule(parsing: SourceText(source))
  return DetectionLogic(lowering: module, function: "policy", subject: .resource, fieldTypes: types)
    ?? DetectionLogic(lowering: module, function: "rule", subject: .event, fieldTypes: types)
}

/// A policy that returns an expression.
func policy(returning expression: String) -> String { "def policy(resource):\n    return \(expression)\n" }

/// A rule that returns an expression.
func rule(returning expression: String) -> String { "def rule(event):\n    return \(expression)\n" }
