import Logic
import Python
import SourceText

/// The logic of the source's `policy`, or of its `rule` if that is what it has.
func lowered(
  _ source: String, types: (Path) -> FieldType? = { _ in nil }, helpers: [String: String] = [:]
) -> DetectionLogic? {
  let module = PythonModule(parsing: SourceText(source))
  let helper = { helpers[$0].map { PythonModule(parsing: SourceText($0)) } }
  return DetectionLogic(
    lowering: module, function: "policy", subject: .resource, fieldTypes: types, helper: helper)
    ?? DetectionLogic(lowering: module, function: "rule", subject: .event, fieldTypes: types, helper: helper)
}

/// A policy that returns an expression.
func policy(returning expression: String) -> String { "def policy(resource):\n    return \(expression)\n" }

/// A rule that returns an expression.
func rule(returning expression: String) -> String { "def rule(event):\n    return \(expression)\n" }
