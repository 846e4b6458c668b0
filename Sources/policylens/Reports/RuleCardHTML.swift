import Evaluation
import Logic

/// A detection's card as a web page that needs no other file and runs no script.
struct RuleCardHTML {
  func text(_ cards: [RuleCard]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escapedXML(cards.map(\.title).joined(separator: ", ")))</title>
    <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; }
    pre, code { font-family: ui-monospace, monospace; font-size: .9em; }
    pre { padding: .8rem 1rem; background: #8882; border-radius: .4rem; white-space: pre-wrap; }
    .passed { color: #1a7f37; } .failed, .errored { color: #cf222e; } .unsupported, .skipped { color: #9a6700; }
    </style>
    </head>
    <body>
    \(cards.map(article).joined())</body>
    </html>

    """
  }

  private func article(_ card: RuleCard) -> String {
    var html = "<article>\n<h1>\(escapedXML(card.title))</h1>\n<p>\(facts(card))</p>\n"
    if let description = card.description { html += "<p>\(escapedXML(description))</p>\n" }
    if !card.mitre.isEmpty {
      let rows = card.mitre.map { row in
        [
          "\(row.tacticID) \(row.tactic ?? "(unknown)")",
          "\(row.techniqueID) \(row.technique ?? "(unknown)")",
        ].map(escapedXML)
      }
      html += "<h2>MITRE ATT&amp;CK coverage</h2>\n" + table(["Tactic", "Technique"], rows)
    }
    html += logic(card)
    let rows = card.tested.tests.map { test in
      let outcome = test.result.outcome
      return [
        "<span class=\"\(outcome.rawValue)\">\(outcome.symbol)</span>", escapedXML(test.result.name),
        test.result.expected.map { $0 ? "true" : "false" } ?? "", escapedXML(test.result.shownReason),
      ]
    }
    html += "<h2>Tests</h2>\n"
    html += rows.isEmpty ? "<p>None.</p>\n" : table(["", "Test", "Expected", "Verdict"], rows)
    let problems = card.problems.problems
    if !problems.isEmpty {
      let items = problems.map { problem in
        "<li><code>\(escapedXML(problem.place.text))</code> \(problem.diagnostic.severity.rawValue): "
          + "\(escapedXML(problem.diagnostic.message))</li>\n"
      }
      html += "<h2>Problems</h2>\n<ul>\n\(items.joined())</ul>\n"
    }
    return html + "</article>\n"
  }

  private func facts(_ card: RuleCard) -> String {
    var facts = ["<code>\(escapedXML(card.tested.id))</code>", escapedXML(card.tested.type)]
    if let severity = card.detection.severity?.value { facts.append("severity \(escapedXML(severity))") }
    facts += card.detection.resourceTypes.map { escapedXML($0.value) }
    return facts.joined(separator: " · ")
  }

  private func logic(_ card: RuleCard) -> String {
    guard let logic = card.logic else { return "" }
    var html = "<h2>Detection logic</h2>\n<p>Alerts when:</p>\n<pre>\(escapedXML(logic.text))</pre>\n"
    if !logic.isComplete {
      html +=
        "<p>The condition is not complete: what stands in backquotes, or a call before it, is left to Python.</p>\n"
    }
    if !logic.exclusions.isEmpty {
      let rows = logic.exclusions.map { exclusion in
        [
          "<code>\(escapedXML(exclusion.field.description))</code>", exclusion.kind.rawValue,
          escapedXML(exclusion.shownValues),
        ]
      }
      html += "<h3>Exclusions</h3>\n" + table(["Field", "Kind", "Excluded values"], rows)
    }
    return html
  }

  /// Of cells that are HTML already.
  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let head = columns.map { "<th>\($0)</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }.joined()
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>\n</table>\n"
  }
}
