/// Literal and folded block scalars (YAML 1.2.2, section 8.1): the header and lines that stand for a text.
struct BlockText {
  /// `|` or `>` with its indicators.
  let header: String
  /// The lines without their indentation; an empty one stays empty.
  let lines: [String]

  /// - Parameter width: The length at which lines of folded text are broken.
  /// - Returns: nil if the text can't be written in this style here: nothing but line breaks, white space alone
  ///   on a line, characters that need an escape.
  init?(_ text: String, isFolded: Bool, in place: ScalarPlace, width: Int) {
    let content = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let trailingBreaks = content.reversed().prefix { $0.isEmpty }.count
    let rows = Array(content.dropLast(trailingBreaks))
    guard place.allowsBlockScalars, let first = rows.first(where: { !$0.isEmpty }),
      rows.allSatisfy({ $0.isEmpty || !$0.utf8.allSatisfy(isBlank) }),
      rows.allSatisfy({ $0.unicodeScalars.allSatisfy(PlainText.isPrintable) })
    else { return nil }
    var header = isFolded ? ">" : "|"
    if first.utf8.first.map(isBlank) ?? false {
      let step = place.contentIndentation - max(place.parentIndentation, 0)
      guard (1...9).contains(step) else { return nil }
      header += String(step)
    }
    // The text's last break ends its last line, each before it is a blank line.
    self.header = header + (trailingBreaks == 0 ? "-" : trailingBreaks == 1 ? "" : "+")
    let blanks = [String](repeating: "", count: max(0, trailingBreaks - 1))
    self.lines = (isFolded ? BlockText.folded(rows, width: width) : rows) + blanks
  }

  /// `s-nb-folded-text`: a break between lines that are not indented takes a blank line more.
  private static func folded(_ rows: [String], width: Int) -> [String] {
    var lines: [String] = []
    var previous: String?
    for row in rows {
      guard !row.isEmpty else {
        lines.append("")
        continue
      }
      let isIndented = row.utf8.first.map(isBlank) ?? false
      if let previous, !isIndented, !(previous.utf8.first.map(isBlank) ?? false) { lines.append("") }
      lines += isIndented ? [row] : wrapped(row, width: width)
      previous = row
    }
    return lines
  }

  /// Breaks a line at single spaces.
  private static func wrapped(_ row: String, width: Int) -> [String] {
    var lines: [[UInt8]] = [[]]
    let bytes = Array(row.utf8)
    var wordStart = 0
    for index in bytes.indices where bytes[index] == .space && index > 0 && index + 1 < bytes.count {
      guard !isBlank(bytes[index - 1]), !isBlank(bytes[index + 1]) else { continue }
      append(bytes[wordStart..<index], to: &lines, width: width)
      wordStart = index + 1
    }
    append(bytes[wordStart...], to: &lines, width: width)
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func append(_ word: ArraySlice<UInt8>, to lines: inout [[UInt8]], width: Int) {
    let last = lines.count - 1
    if lines[last].isEmpty {
      lines[last] += word
    } else if lines[last].count + 1 + word.count <= width {
      lines[last] += [.space] + word
    } else {
      lines.append(Array(word))
    }
  }
}
