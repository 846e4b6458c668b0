import Analysis

/// What restoring the indentation of a file did, for its author to check.
struct RestorationReport {
  private let restoration: IndentationRestoration
  private let path: String

  init(_ restoration: IndentationRestoration, path: String) {
    self.restoration = restoration
    self.path = path
  }

  /// What to tell, a line each.
  var lines: [String] {
    let indented = restoration.edits.count - restoration.commentedLines.count
    var lines = ["\(path): \(indented == 1 ? "1 line" : "\(indented) lines") indented anew"]
    if !restoration.commentedLines.isEmpty {
      lines.append(
        "\(path): not part of it, comments now: \(RestorationReport.runs(restoration.commentedLines))")
    }
    if !restoration.guessedLines.isEmpty {
      lines.append(
        "\(path): guesses, which could also belong elsewhere: \(RestorationReport.runs(restoration.guessedLines))"
      )
    }
    return lines
  }

  /// Zero-based lines in order as people write them: `lines 1-8, 12 and 14`.
  static func runs(_ lines: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for line in lines {
      if let last = runs.last, last.upperBound + 1 == line {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    var words = runs.map { run in
      run.count == 1 ? "\(run.lowerBound + 1)" : "\(run.lowerBound + 1)-\(run.upperBound + 1)"
    }
    let last = words.popLast() ?? ""
    return (lines.count == 1 ? "line " : "lines ")
      + (words.isEmpty ? last : words.joined(separator: ", ") + " and " + last)
  }
}
