import SourceText

/// The change of a file in the form that `diff -u` and `git diff` print.
struct UnifiedDiff {
  let style: Style

  private static let context = 3

  func text(path: String, from old: SourceText, to new: SourceText) -> String {
    let changes = LineDiff(from: old, to: new).changes
    guard !changes.isEmpty else { return "" }
    var text = style.bold("--- \(path)") + "\n" + style.bold("+++ \(path)") + "\n"
    var rest = changes[...]
    while let first = rest.popFirst() {
      var hunk = [first]
      while let last = hunk.last, let next = rest.first,
        next.old.lowerBound - last.old.upperBound <= 2 * UnifiedDiff.context
      {
        hunk.append(next)
        rest = rest.dropFirst()
      }
      text += self.text(of: hunk, old, new)
    }
    return text
  }

  private func text(of hunk: [LineDiff.Change], _ old: SourceText, _ new: SourceText) -> String {
    guard let first = hunk.first, let last = hunk.last else { return "" }
    let before = min(UnifiedDiff.context, first.old.lowerBound)
    let after = min(UnifiedDiff.context, lineCount(old) - last.old.upperBound)
    let oldLines = first.old.lowerBound - before..<last.old.upperBound + after
    let newLines = first.new.lowerBound - before..<last.new.upperBound + after
    var text = style.cyan("@@ -\(place(oldLines)) +\(place(newLines)) @@") + "\n"
    var position = oldLines.lowerBound
    for change in hunk {
      for line in position..<change.old.lowerBound { text += self.line(" ", line, old) { $0 } }
      for line in change.old { text += self.line("-", line, old, style.red) }
      for line in change.new { text += self.line("+", line, new, style.green) }
      position = change.old.upperBound
    }
    for line in position..<oldLines.upperBound { text += self.line(" ", line, old) { $0 } }
    return text
  }

  /// The lines that have text or a line break.
  private func lineCount(_ source: SourceText) -> Int {
    source.lines.count - (source.lines.starts.last == source.count ? 1 : 0)
  }

  private func place(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  private func line(_ mark: String, _ line: Int, _ source: SourceText, _ paint: (String) -> String) -> String
  {
    let content = source.contentRange(ofLine: line)
    let range = source.lines.range(ofLine: line)
    // What is left of a line break that is not a line feed belongs to what is shown.
    var text = source[content]
    if source[range].hasSuffix("\r\n") { text += "\r" }
    let end = content == range ? "\n\\ No newline at end of file\n" : "\n"
    return paint(mark + text) + end
  }
}
