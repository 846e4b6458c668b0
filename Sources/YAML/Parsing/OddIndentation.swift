/// Indentation by tabs and no-break spaces: what column the author sees, and lines of a merge conflict.
extension Parser {
  /// Reports tabs in the current line's indentation, and no-break spaces if they do not fit as text, and reads
  /// the line as if it stood where the author sees it.
  mutating func readOddIndentation() {
    if isLineTabbed {
      report(.tabIndentation, lineStart + lineIndent..<lineContent)
      alignLine(toColumn: tabbedColumn())
    } else if isAtNoBreakSpace, !frames.contains(where: { $0.indent == column(of: position) }) {
      skipNoBreakSpaces()
    }
  }

  private var isAtNoBreakSpace: Bool { byte(at: position) == 0xC2 && byte(at: position + 1) == 0xA0 }

  /// Takes no-break spaces, and the spaces among them, as one column each.
  mutating func skipNoBreakSpaces() {
    let start = position
    var column = column(of: position)
    while true {
      if isAtNoBreakSpace {
        position += 2
      } else if byte(at: position) == .space {
        position += 1
      } else {
        break
      }
      column += 1
    }
    var end = position
    while bytes[end - 1] == .space { end -= 1 }
    emit(.unexpected, start, end)
    report(.badIndentation, start..<end, SyntaxWording.noBreakSpace)
    let shift = position - column
    lineStart = shift
    lineIndent = column
    lineContent = position
  }

  /// The same for the first line of a value, which is indented more than what it is the value of.
  mutating func readTabbedChild(parentIndent: Int) {
    let tabs = tabCount
    let spaces = lineContent - lineStart - tabs
    if misplacement.tabWidth == nil {
      let widths = [2, 4, 8].filter { tabs * $0 + spaces > parentIndent && fitsNothing(tabs * $0 + spaces) }
      misplacement.tabWidth = widths.first ?? max(parentIndent + 2 - spaces, 1)
    }
    report(.tabIndentation, lineStart + lineIndent..<lineContent)
    alignLine(toColumn: tabs * (misplacement.tabWidth ?? 2) + spaces)
  }

  private func fitsNothing(_ column: Int) -> Bool { !frames.contains { $0.indent == column } }

  private var tabCount: Int {
    var tabs = 0
    for offset in lineStart..<lineContent where bytes[offset] == .tab { tabs += 1 }
    return tabs
  }

  /// The column that the white space before the current line amounts to.
  private mutating func tabbedColumn() -> Int {
    let tabs = tabCount
    let spaces = lineContent - lineStart - tabs
    if let width = misplacement.tabWidth { return tabs * width + spaces }
    for width in [2, 4, 8] where frames.contains(where: { isFitting($0, tabs * width + spaces) }) {
      misplacement.tabWidth = width
      return tabs * width + spaces
    }
    return frames.last(where: { isFitting($0, $0.indent) })?.indent ?? tabs * 2 + spaces
  }

  /// Whether an entry of the current line's shape can stand in a collection, at a column.
  private func isFitting(_ frame: BlockFrame, _ column: Int) -> Bool {
    guard isAtDash else { return frame.kind == .mapping && frame.indent == column }
    guard frame.kind == .sequence, frame.indent == column, frame.lastChild >= 0 else { return false }
    let isMapping = firstKey(at: afterBlanks(at: position + 1)) != nil
    return isMapping == (nodes[Int(frame.lastChild)].kind == .mapping)
  }

  // MARK: Merge conflicts

  /// Whether the line is `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`, in a collection where it can't be text.
  func isConflictMarker(at offset: Int) -> Bool {
    let first = bytes[offset]
    guard first >= UInt8(ascii: "<"), first <= UInt8(ascii: ">") || first == .literal, frames.count > 1 else {
      return false
    }
    return isConflictText(at: offset)
  }

  func isConflictText(at offset: Int) -> Bool {
    guard offset + 7 <= count, isBlankOrEnd(at: offset + 7) else { return false }
    let first = bytes[offset]
    guard first >= UInt8(ascii: "<"), first <= UInt8(ascii: ">") || first == .literal else { return false }
    guard (offset..<offset + 7).allSatisfy({ bytes[$0] == first }) else { return false }
    return first == .folded || first == .literal || !looksLikeBlockEntry(at: offset)
  }

  /// Leaves out the line of a conflict marker; what stands on both sides of it is read.
  mutating func skipConflictMarker() {
    let start = position
    position = trimmingBlanks(from: start, to: endOfLine(from: start))
    emit(.unexpected, start, position)
    reportConflict(start..<position)
  }

  /// One error covers a conflict from its first marker to its last.
  mutating func reportConflict(_ range: Range<Int>) {
    if let index = misplacement.conflictError, errors.indices.contains(index), !isConflictStart(range),
      errors[index].message == SyntaxWording.conflictMarker
    {
      errors[index] = YAMLError(
        code: .unexpectedContent, range: errors[index].range.lowerBound..<range.upperBound,
        message: SyntaxWording.conflictMarker)
    } else {
      report(.unexpectedContent, range, SyntaxWording.conflictMarker)
      misplacement.conflictError = errors.count - 1
    }
  }

  private func isConflictStart(_ range: Range<Int>) -> Bool { bytes[range.lowerBound] == UInt8(ascii: "<") }
}
