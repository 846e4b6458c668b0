package import Catalog

extension AnalysisType {
  /// The Python function that decides, for types that have one.
  package var mainFunction: String? {
    switch self {
    case .policy: "policy"
    case .rule, .scheduledRule: "rule"
    default: nil
    }
  }

  /// What the main function returns when the detection raises an alert: a policy alerts when the resource
  /// fails it, a rule when the event matches.
  package var alertValue: Bool { self != .policy }
}
