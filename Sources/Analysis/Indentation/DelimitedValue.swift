import SourceText

/// A flow collection or quoted scalar that may go on over lines, and the column of each line after its first.
///
/// Brackets and quotes say where such a value ends and how deep each line is, so nothing is lost with its
/// indentation. The style is that of the public detections: two columns a level, a closing bracket below the
/// line of the opening one, and a value that begins on the line after its key two columns further in.
struct DelimitedValue: Sendable {
  /// After its last byte.
  let end: ByteOffset
  /// The line its last byte is on.
  let lastLine: Int
  /// The columns of the lines after the first one, as far as they have content.
  let columns: [(line: Int, column: Int)]
}

extension PastedText {
  /// Reads the value whose bracket or quote is at `start`; nil if it is never closed.
  ///
  /// - Parameters:
  ///   - column: Where its brackets stand when they begin a line.
  ///   - lineLimit: How many lines to look at.
  func delimitedValue(
    at start: ByteOffset, line: Int, column: Int, lineLimit: Int = .max
  ) -> DelimitedValue? {
    let end = lineLimit < lines.count - line ? line + lineLimit : lines.count
    var scan = DelimitedScan(text: self, line: line, end: end, column: column)
    return scan.run(from: start)
  }
}

private struct DelimitedScan {
  let text: PastedText
  var line: Int
  /// The line before which the scan gives up.
  let end: Int
  /// The column of the present line.
  var column: Int
  /// The column of the line of each open bracket.
  var brackets: [Int] = []
  var columns: [(line: Int, column: Int)] = []
  /// Whether a scalar may begin here.
  var isTokenStart = true
  /// Whether the value of a key has yet to come.
  var isAfterColon = false
  /// Whether what came last was a quoted scalar or a collection, after which a colon needs no blank.
  var isAfterDelimiter = false

  let base: Int

  init(text: PastedText, line: Int, end: Int, column: Int) {
    self.text = text
    self.end = end
    self.line = line
    self.column = column
    base = column
  }

  private var bytes: [UInt8] { text.source.bytes }

  mutating func run(from start: ByteOffset) -> DelimitedValue? {
    var offset = start
    while line < end {
      let content = text.lines[line].content
      guard offset < content.upperBound else {
        nextLine(isText: false)
        if line < end { offset = text.lines[line].content.lowerBound }
        continue
      }
      switch bytes[offset] {
      case .doubleQuote where isTokenStart, .singleQuote where isTokenStart:
        guard let next = skipQuoted(from: offset) else { return nil }
        offset = next
        if brackets.isEmpty { return value(endingAt: offset) }
        note(isTokenStart: false, isAfterDelimiter: true)
        continue
      case .openBrace, .openBracket:
        brackets.append(column)
        note(isTokenStart: true)
      case .closeBrace, .closeBracket:
        _ = brackets.popLast()
        if brackets.isEmpty { return value(endingAt: offset + 1) }
        note(isTokenStart: false, isAfterDelimiter: true)
      case .comma: note(isTokenStart: true)
      case .colon where isAfterDelimiter || offset + 1 >= content.upperBound || isBlank(bytes[offset + 1]):
        note(isTokenStart: true, isAfterColon: true)
      case .hash where offset == content.lowerBound || isBlank(bytes[offset - 1]):
        offset = content.upperBound
        continue
      case .space, .tab: break
      default: note(isTokenStart: false)
      }
      offset += 1
    }
    return nil
  }

  private mutating func note(
    isTokenStart: Bool, isAfterColon: Bool = false, isAfterDelimiter: Bool = false
  ) {
    self.isTokenStart = isTokenStart
    self.isAfterColon = isAfterColon
    self.isAfterDelimiter = isAfterDelimiter
  }

  /// Passes over a quoted scalar, which may go on over lines; the offset after its closing quote.
  private mutating func skipQuoted(from start: ByteOffset) -> ByteOffset? {
    guard let close = text.closingQuote(from: start, end: text.lines[end - 1].content.upperBound) else {
      return nil
    }
    while line < end, text.lines[line].content.upperBound < close { nextLine(isText: true) }
    return close + 1
  }

  private mutating func nextLine(isText: Bool) {
    line += 1
    guard line < end, !text.lines[line].isBlank else { return }
    let first = bytes[text.lines[line].content.lowerBound]
    let isClosing = !isText && (first == .closeBrace || first == .closeBracket)
    if let bracket = brackets.last {
      column = isClosing ? bracket : bracket + (isAfterColon ? 4 : 2)
    } else {
      column = base
    }
    columns.append((line, column))
  }

  private func value(endingAt end: ByteOffset) -> DelimitedValue {
    DelimitedValue(end: end, lastLine: line, columns: columns)
  }
}
