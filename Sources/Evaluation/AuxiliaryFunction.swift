import Sandbox

/// The functions beside the main one that PAT 1.11.1 runs in every test if the module defines them.
enum AuxiliaryFunction: String, CaseIterable {
  // In the order in which PAT calls them.
  case title, description, reference, severity, runbook, destinations, dedup
  case alertContext = "alert_context"
  case unique

  /// Names the value when its type may or may not be what the function must return.
  func undecidable(_ value: Object) -> String? {
    switch value {
    case .instance, .native, .placeholder: "\(rawValue)() returning a \(value.typeName)"
    default: nil
    }
  }

  /// Says what is wrong with a returned value, in PAT's words; `nil` when nothing is.
  func complaint(about value: Object, detection: String) -> ErrorReport? {
    switch self {
    case .title, .description, .reference, .runbook, .dedup, .unique:
      return value.asString == nil ? wrongType(value, "expected [str]", detection) : nil
    case .severity:
      guard let word = value.asString else { return wrongType(value, "expected [str]", detection) }
      let severity = String(word.scalars).uppercased()
      guard AuxiliaryFunction.severities.contains(severity) else {
        let list = AuxiliaryFunction.severities.dropLast().map { "'\($0)'" }.joined(separator: ", ")
        return ErrorReport(
          type: "AssertionError",
          message: "Expected severity to be any of the following: [[\(list)]], got [\(severity)] instead.",
          function: rawValue, trace: [])
      }
      return nil
    case .destinations:
      if value.isNone { return nil }
      guard case .list(let list) = value else { return wrongType(value, "expected a list", detection) }
      let isRight = list.items.allSatisfy { $0.asString != nil || $0.asBool != nil }
      return isRight ? nil : wrongType(value, "expected a list", detection)
    case .alertContext:
      if case .dict = value { return nil }
      return wrongType(value, "expected [Mapping]", detection)
    }
  }

  /// The words `severity` may return, in any case; the last stands for the detection's own.
  private static let severities = ["INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL", "DEFAULT"]

  private func wrongType(_ value: Object, _ expectation: String, _ detection: String) -> ErrorReport {
    ErrorReport(
      wrongReturnTypeOf: rawValue, detection: detection, found: value.typeName, expectation: expectation,
      auxiliary: rawValue)
  }
}

extension ErrorReport {
  /// What PAT says when a function returns a value of the wrong type.
  init(
    wrongReturnTypeOf function: String, detection: String, found: String, expectation: String,
    auxiliary: String?,
    trace: [SourceLocation] = []
  ) {
    self.init(
      type: "FunctionReturnTypeError",
      message: "detection [\(detection)] function [\(function)] returned [\(found)], \(expectation)",
      function: auxiliary, trace: trace)
  }
}
