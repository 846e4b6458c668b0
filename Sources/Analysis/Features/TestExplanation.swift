import Detections
import Evaluation

extension Snapshot {
  /// Why a test has its verdict: the answer, the return statement, and the tests that led to it.
  func explanation(of result: TestResult, in detection: Detection, isStale: Bool) -> String {
    var paragraphs = [verdict(of: result, in: detection)]
    if let decision = result.decision, let place = decision.returnStatement {
      paragraphs.append("It ends at \(name(of: place)): `\(firstLine(at: place))`")
    }
    if let steps = result.decision?.steps, !steps.isEmpty {
      paragraphs.append(steps.map(line(for:)).joined(separator: "\n"))
    }
    if let trace = result.error?.trace, !trace.isEmpty {
      paragraphs.append(
        trace.map { "- \(name(of: $0)): `\(firstLine(at: $0))`" }.joined(separator: "\n"))
    }
    if let location = result.unsupported?.location {
      paragraphs.append("\(name(of: location)): `\(firstLine(at: location))`")
    }
    if !result.functions.isEmpty {
      paragraphs.append(result.functions.map(line(for:)).joined(separator: "\n"))
    }
    if !result.output.isEmpty {
      paragraphs.append("Printed:\n```\n\(result.output)\n```")
    }
    if isStale {
      paragraphs.append("*The Python has a syntax error: this is the verdict of its last whole version.*")
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private func verdict(of result: TestResult, in detection: Detection) -> String {
    let function = detection.type.mainFunction ?? "the detection"
    return switch result.outcome {
    case .passed: "✓ Passed: `\(function)` returned `\(result.returnedText)`, as expected."
    case .failed:
      "✗ Failed: `\(function)` returned `\(result.returnedText)`, the test expects `\(expectation(of: result))`."
    case .errored: erroredVerdict(of: result, function: function)
    case .unsupported:
      "∅ Not evaluated: \(result.unsupported?.construct ?? "a construct") is not supported, so no verdict is given."
    case .skipped: "– Skipped: tests of this type do not run locally."
    }
  }

  private func erroredVerdict(of result: TestResult, function: String) -> String {
    guard let error = result.error else { return "⚠ The test did not run." }
    let place =
      error.function.map { "`\($0)`" }
      ?? (result.returned == nil && error.trace.isEmpty ? "The test" : "`\(function)`")
    return "⚠ \(place) ended with `\(error.summary)`."
  }

  private func expectation(of result: TestResult) -> String {
    result.expected.map { $0 ? "true" : "false" } ?? "nothing"
  }

  private func line(for step: Decision.Step) -> String {
    let text = firstLine(at: step.location)
    let truth = step.isTrue ? "true" : "false"
    if step.operands.count == 1, let operand = step.operands.first, operand.text == text {
      return "- line \(step.location.line): `\(text)` is `\(operand.value)`, so \(truth)"
    }
    // A literal needs no explanation.
    let operands = step.operands.filter { !isLiteral($0) }.map { "`\($0.text)` is `\($0.value)`" }
    let line = "- line \(step.location.line): `\(text)` is **\(truth)**"
    return operands.isEmpty ? line : line + ": " + operands.joined(separator: ", ")
  }

  private func isLiteral(_ operand: Decision.Operand) -> Bool {
    guard let first = operand.text.unicodeScalars.first else { return true }
    return operand.text == operand.value || "\"'0123456789".unicodeScalars.contains(first)
  }

  private func line(for output: FunctionOutput) -> String {
    let value = output.error?.summary ?? output.returned?.repr ?? "None"
    return "- `\(output.name)()`: \(output.error == nil ? "" : "⚠ ")`\(value)`"
  }

  private func name(of place: SourceLocation) -> String { "\(place.file.name), line \(place.line)" }

  /// The text at a place, up to its first line end.
  private func firstLine(at place: SourceLocation) -> String {
    guard let source = source(of: place.file) else { return "" }
    let text = source[place.range]
    return String(text.prefix { !$0.isNewline })
  }
}
