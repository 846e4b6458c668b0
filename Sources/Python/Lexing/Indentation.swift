/// Indentation: what `INDENT` and `DEDENT` come from (Language Reference, *Indentation*).
extension Lexer {
  /// CPython's `MAXINDENT`, less the entry for column 0.
  static let maximumIndentations = 99

  /// Skips blank lines and comments, then compares the indentation of the line it stops at.
  mutating func beginLogicalLine() {
    while position < end {
      guard let indentation = measureIndentation() else { continue }
      if position < end { apply(indentation) }
      return
    }
  }

  /// The indentation of the line at `position`, which moves to the line's first token; `nil`, and past the
  /// line, when it has no token.
  private mutating func measureIndentation() -> Indentation? {
    var column = 0
    var tabAsOne = 0
    // The first backslash that continues the line fixes its indentation.
    var fixedColumn: Int?
    while position < end {
      switch bytes[position] {
      case 0x20:
        column += 1
        tabAsOne += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        tabAsOne += 1
      case 0x0C:
        column = 0
        tabAsOne = 0
      case UInt8(ascii: "\\") where isLineBreak(byte(at: position + 1)):
        if fixedColumn == nil, column > 0 { fixedColumn = column }
        position += 1
        consumeLineBreak()
        if position >= end { report("unexpected EOF while parsing", end..<end) }
        continue
      case UInt8(ascii: "#"):
        skipComment()
        if position < end { consumeLineBreak() }
        return nil
      case 0x0A, 0x0D:
        consumeLineBreak()
        return nil
      default:
        return Indentation(column: fixedColumn ?? column, tabAsOneColumn: fixedColumn ?? tabAsOne)
      }
      position += 1
    }
    return nil
  }

  private mutating func apply(_ indentation: Indentation) {
    guard var current = indentations.last else { return }
    if indentation.column > current.column {
      if indentations.count > Self.maximumIndentations {
        report("too many levels of indentation", position..<position, kind: .indentationError)
        return
      }
      if indentation.tabAsOneColumn <= current.tabAsOneColumn { reportTabError() }
      indentations.append(indentation)
      emit(.indent, position, position)
      return
    }
    while indentation.column < current.column, let outer = indentations.dropLast().last {
      if indentation.column > outer.column {
        // Neither here nor there: the line is read as part of the inner block.
        report(
          "unindent does not match any outer indentation level", position..<position, kind: .indentationError)
        return
      }
      indentations.removeLast()
      emit(.dedent, position, position)
      current = outer
    }
    if indentation.tabAsOneColumn != current.tabAsOneColumn { reportTabError() }
  }

  private mutating func reportTabError() {
    report(
      "inconsistent use of tabs and spaces in indentation", position..<position, kind: .tabError)
  }
}
