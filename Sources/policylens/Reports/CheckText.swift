import Analysis
import SourceText

/// Diagnostics for people: where, what, and the line it is about.
struct CheckText {
  let style: Style

  func text(_ file: CheckedFile) -> String { file.problems.map(text).joined() }

  func summary(_ files: [CheckedFile]) -> String {
    let problems = files.flatMap(\.problems)
    func count(_ severity: Diagnostic.Severity, _ noun: String) -> String? {
      let count = problems.count { $0.diagnostic.severity == severity }
      return count == 0 ? nil : counted(count, noun)
    }
    let counts = [
      count(.error, "error").map(style.red), count(.warning, "warning").map(style.yellow),
      count(.information, "remark"), count(.hint, "hint"),
    ].compactMap(\.self)
    let files = counted(files.count, "file")
    return counts.isEmpty
      ? style.green("No problems") + " in \(files)\n" : counts.joined(separator: ", ") + " in \(files)\n"
  }

  private func text(_ problem: CheckedFile.Problem) -> String {
    let diagnostic = problem.diagnostic
    var text =
      "\(style.bold(problem.place.text)): \(painted(diagnostic.severity)): \(diagnostic.message)"
      + " \(style.dim("[\(diagnostic.code.rawValue)]"))\n" + excerpt(problem.place)
    for related in problem.related {
      text += "  \(related.place.text): \(style.cyan("note")): \(related.message)\n"
    }
    return text
  }

  private func painted(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: style.red("error")
    case .warning: style.yellow("warning")
    case .information, .hint: style.cyan(severity.rawValue)
    }
  }

  /// The first line of the range, with what is meant underlined.
  private func excerpt(_ place: CheckedFile.Place) -> String {
    let maximumWidth = 160
    let line = place.source.lines.line(at: place.range.lowerBound)
    let content = place.source.contentRange(ofLine: line)
    let start = min(max(place.range.lowerBound, content.lowerBound), content.upperBound)
    let end = min(max(place.range.upperBound, start), content.upperBound)
    let before = shown(place.source[content.lowerBound..<start])
    let marked = shown(place.source[start..<end])
    let after = shown(place.source[end..<content.upperBound])
    guard before.count + marked.count + after.count <= maximumWidth else { return "" }
    let number = String(line + 1)
    let margin = String(repeating: " ", count: number.count)
    let caret =
      String(repeating: " ", count: before.count) + String(repeating: "^", count: max(marked.count, 1))
    return """
      \(style.dim("\(number) |")) \(before)\(marked)\(after)
      \(style.dim("\(margin) |")) \(style.red(caret))

      """
  }

  /// One column for each character; nothing that moves the cursor.
  private func shown(_ text: String) -> String {
    String(text.map { $0 == "\t" || ($0.unicodeScalars.first?.value ?? 0) < 0x20 ? " " : $0 })
  }
}
