import Evaluation
import Logic

/// A detection's card in Markdown (CommonMark with GitHub's tables).
struct RuleCardMarkdown {
  let style: Style

  func text(_ card: RuleCard) -> String {
    var sections = ["\(heading("# " + escaped(card.title)))\n\n\(facts(card))"]
    if let description = card.description { sections.append(escaped(description)) }
    if !card.mitre.isEmpty { sections.append(mitre(card)) }
    sections.append(logic(card))
    sections.append(tests(card))
    if !card.problems.problems.isEmpty { sections.append(problems(card)) }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func facts(_ card: RuleCard) -> String {
    var facts = ["`\(card.tested.id)`", card.tested.type]
    if let severity = card.detection.severity?.value { facts.append("severity \(escaped(severity))") }
    let resources = card.detection.resourceTypes.map { escaped($0.value) }
    if !resources.isEmpty { facts.append(resources.joined(separator: ", ")) }
    return facts.joined(separator: " · ")
  }

  private func mitre(_ card: RuleCard) -> String {
    let rows = card.mitre.map { row in
      [
        "\(row.tacticID) \(escaped(row.tactic ?? "(unknown)"))",
        "\(row.techniqueID) \(escaped(row.technique ?? "(unknown)"))",
      ]
    }
    return heading("## MITRE ATT&CK coverage") + "\n\n" + table(["Tactic", "Technique"], rows)
  }

  private func logic(_ card: RuleCard) -> String {
    guard let logic = card.logic else {
      return heading("## Detection logic") + "\n\nNo Python that could be read decides."
    }
    var text = heading("## Detection logic") + "\n\nAlerts when:\n\n```\n\(logic.text)\n```"
    if !logic.isComplete {
      text +=
        "\n\nThe condition is not complete: what stands in backquotes, or a call before it, is left to Python."
    }
    if !logic.exclusions.isEmpty {
      let rows = logic.exclusions.map { exclusion in
        ["`\(exclusion.field)`", exclusion.kind.rawValue, escaped(exclusion.shownValues)]
      }
      text += "\n\n" + heading("### Exclusions") + "\n\n" + table(["Field", "Kind", "Excluded values"], rows)
    }
    return text
  }

  private func tests(_ card: RuleCard) -> String {
    let tests = card.tested.tests
    if tests.isEmpty { return heading("## Tests") + "\n\nNone." }
    let rows = tests.map { test in
      [
        painted(test.result.outcome), escaped(test.result.name),
        test.result.expected.map { $0 ? "true" : "false" } ?? "", escaped(test.result.shownReason),
      ]
    }
    let reasons = tests.compactMap { card.explanations[$0.result.index] }
    return ([heading("## Tests") + "\n\n" + table(["", "Test", "Expected", "Verdict"], rows)] + reasons)
      .joined(separator: "\n\n")
  }

  private func problems(_ card: RuleCard) -> String {
    let lines = card.problems.problems.map { problem in
      "- \(problem.place.text): **\(problem.diagnostic.severity.rawValue)**: \(problem.diagnostic.message)"
        + " (`\(problem.diagnostic.code.rawValue)`)"
    }
    return heading("## Problems") + "\n\n" + lines.joined(separator: "\n")
  }

  private func painted(_ outcome: TestResult.Outcome) -> String {
    switch outcome {
    case .passed: style.green(outcome.symbol)
    case .failed, .errored: style.red(outcome.symbol)
    case .unsupported, .skipped: style.yellow(outcome.symbol)
    }
  }

  private func heading(_ text: String) -> String { style.bold(text) }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let lines = [columns, columns.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Text that may stand in a cell.
  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "|", "<", "\\": "\\\(character)"
      case "\n", "\r\n": " "
      default: String(character)
      }
    }.joined()
  }
}

extension TestResult.Outcome {
  var symbol: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .errored: "⚠"
    case .unsupported: "∅"
    case .skipped: "–"
    }
  }
}
