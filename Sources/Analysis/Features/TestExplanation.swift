import Detections
package import Evaluation
import Sandbox
import SourceText

/// Makes the target of a link to a line of a file; `nil` where links of the kind don't work.
package struct PlaceLinks: Sendable {
  let target: @Sendable (SourceLocation) -> String?

  package init(_ target: @escaping @Sendable (SourceLocation) -> String?) {
    self.target = target
  }

  /// Places are named only.
  package static let none = PlaceLinks { _ in nil }

  func label(_ text: String, _ place: SourceLocation) -> String {
    target(place).map { "[\(text)](\($0))" } ?? text
  }
}

extension Snapshot {
  /// Why a test has its verdict: the answer, the conditions and the `return` that led to it or what raised, and the
  /// parts of the resource that were read.
  func explanation(of result: TestResult, in file: FilePath, isStale: Bool, links: PlaceLinks = .none)
    -> String
  {
    let function = detection(in: file)?.type.mainFunction ?? "the detection"
    var paragraphs = [verdict(of: result, function: function)]
    if let reasons = reasons(of: result, in: file) {
      paragraphs += text(of: reasons, function, links)
    }
    let trace = result.error?.trace ?? []
    if !trace.isEmpty, result.error?.function != nil || result.decision == nil {
      paragraphs.append(
        trace.map { "- \(name(of: $0, links)): `\(firstLine(at: $0))`" }.joined(separator: "\n"))
    }
    if let location = result.unsupported?.location {
      paragraphs.append("\(name(of: location, links)): `\(firstLine(at: location))`")
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

  private func verdict(of result: TestResult, function: String) -> String {
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

  // MARK: Reasons

  /// More lines than these make nobody wiser.
  private static let maximumReasons = 10
  private static let maximumFields = 6

  private func text(of reasons: Reasons, _ function: String, _ links: PlaceLinks) -> [String] {
    var paragraphs: [String] = []
    if !reasons.main.isEmpty { paragraphs.append(list(reasons.main, links)) }
    for called in reasons.called.prefix(3) {
      paragraphs.append("In `\(called.function)`:\n\n" + list(called.reasons, links))
    }
    let fields = reasons.otherFields
    if !fields.isEmpty {
      let rest = fields.count - Snapshot.maximumFields
      paragraphs.append(
        "Also read: "
          + fields.prefix(Snapshot.maximumFields).map { $0.clause(.markdown) }.joined(separator: ", ")
          + (rest > 0 ? ", and \(rest) more" : ""))
    }
    return paragraphs
  }

  private func list(_ reasons: [Reason], _ links: PlaceLinks) -> String {
    let hidden = reasons.count - Snapshot.maximumReasons
    // The end says most.
    var lines = reasons.suffix(Snapshot.maximumReasons).map { "- \(line(for: $0, links))" }
    if hidden > 0 { lines.insert("- … \(hidden) more", at: 0) }
    return lines.joined(separator: "\n")
  }

  private func line(for reason: Reason, _ links: PlaceLinks) -> String {
    let place = reason.location
    let isElsewhere = reason.text.isEmpty
    let subject = isElsewhere ? "`\(firstLine(at: place))`" : nil
    let label = isElsewhere ? name(of: place, links) : links.label("line \(place.line)", place)
    return "\(label): \(reason.sentence(.markdown, subject: subject))"
  }

  private func line(for output: FunctionOutput) -> String {
    let value = output.error?.summary ?? output.returned?.repr ?? "None"
    return "- `\(output.name)()`: \(output.error == nil ? "" : "⚠ ")`\(value)`"
  }

  private func name(of place: SourceLocation, _ links: PlaceLinks) -> String {
    links.label("\(place.file.name), line \(place.line)", place)
  }

  /// The text at a place, up to its first line end.
  private func firstLine(at place: SourceLocation) -> String {
    guard let source = source(of: place.file) else { return "" }
    let text = source[place.range]
    return String(text.prefix { !$0.isNewline })
  }
}
