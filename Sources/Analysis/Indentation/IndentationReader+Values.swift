import SourceText

/// What comes after a key or a dash, and what goes on over lines.
extension IndentationReader {
  /// Reads a value that begins on the line of its key or dash.
  mutating func read(valueAt offset: Int, line: Int, _ place: AwaitedValue) {
    switch text.value(at: offset, end: text.lines[line].content.upperBound) {
    case .nothing: awaited = place
    case .block(let indicator): readBlock(after: line, indicator: indicator, place)
    case .flow(let start), .quoted(let start): readDelimited(at: start, line: line, place)
    case .plain(_, let canContinue):
      if canContinue, place.shape.admitsSeveralLines { openScalar = OpenScalar(place: place) }
    case .alias: break
    }
  }

  /// Reads a line that is neither a key nor a dash: the start of an awaited value, or more of a scalar.
  mutating func readText(_ line: Int) {
    let content = text.lines[line].content
    if isHeading(line) { return putOutside(line) }
    let value = text.value(at: content.lowerBound, end: content.upperBound)
    if let place = awaited, !isFence(content), place.shape.admits(value, in: text) {
      awaited = nil
      isOutside = false
      note(isIndented: text.lines[line].column > place.pastedColumn)
      put(line, in: place)
      read(
        valueAt: content.lowerBound, line: line,
        AwaitedValue(
          shape: place.shape, column: place.column, pastedColumn: place.pastedColumn, isItem: place.isItem,
          isNeeded: false,
          keepsIndentation: place.keepsIndentation))
      // An anchor alone on its line leaves the value to come.
    } else if let scalar = openScalar, !isFence(content), mayContinue(scalar, line) {
      if !isWord(content) { note(isIndented: text.lines[line].column > scalar.place.pastedColumn) }
      put(line, in: scalar.place)
      if case .plain(_, false) = value { openScalar = nil }
    } else {
      putOutside(line)
    }
  }

  /// A single word that is not indented may be a key typed halfway, unless all lines are like that.
  private func mayContinue(_ scalar: OpenScalar, _ line: Int) -> Bool {
    !keepsLayout || text.lines[line].column > scalar.place.pastedColumn || !isWord(text.lines[line].content)
  }

  private func isWord(_ content: ByteRange) -> Bool {
    text.source.bytes[content].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// Whether the line begins or ends a block of code in Markdown.
  private func isFence(_ content: ByteRange) -> Bool {
    content.count >= 3 && text.source.bytes[content].prefix(3).allSatisfy { $0 == .backtick }
  }

  private mutating func readDelimited(at start: Int, line: Int, _ place: AwaitedValue) {
    guard let value = text.delimitedValue(at: start, line: line, column: place.column + 2) else {
      refusal =
        text.source.bytes[start] == .openBrace || text.source.bytes[start] == .openBracket
        ? .unclosedBracket(line: line) : .unclosedQuote(line: line)
      return
    }
    var stays = keepsLayout && place.column == place.pastedColumn
    for (line, _) in value.columns {
      let column = text.lines[line].column
      // A closing bracket right below the key does no harm.
      if isClosingBracket(line), column == place.pastedColumn { continue }
      note(isIndented: column > place.pastedColumn)
      if column < place.pastedColumn + 2 { stays = false }
    }
    if !stays {
      for (line, column) in value.columns { placements[line] = .column(column) }
    }
    openScalar = nil
    next = max(next, value.lastLine + 1)
  }

  private func isClosingBracket(_ line: Int) -> Bool {
    let byte = text.source.bytes[text.lines[line].content.lowerBound]
    return byte == .closeBrace || byte == .closeBracket
  }

  /// Reads the lines of a block scalar (YAML 1.2.2, section 8.1).
  ///
  /// While they are still indented further than their key, that says where they end. Otherwise they end
  /// before a line that can hardly be text: a key that is still missing around here, or an item that a list
  /// around here can have.
  private mutating func readBlock(after header: Int, indicator: Int?, _ place: AwaitedValue) {
    let base = place.column + (indicator ?? 2)
    guard let first = (next..<text.lines.count).first(where: { !text.lines[$0].isBlank }) else { return }
    let isIndented = text.lines[first].column > place.pastedColumn
    var firstColumn = text.lines[first].column
    if isIndented, let indicator { firstColumn = min(firstColumn, place.pastedColumn + indicator) }

    var line = next
    var end = next
    if !isIndented, let last = lastLine(ofBracketsFrom: first) {
      line = last + 1
      end = line
    }
    while line < text.lines.count {
      let column = text.lines[line].column
      if text.lines[line].isBlank {
        line += 1
        continue
      }
      if !(isIndented && column > place.pastedColumn) {
        if isIndented, isComment(line) || text.lines[line].column <= place.pastedColumn && isEntry(line) {
          break
        }
        if endsBlock(line) { break }
        // A comment before what ends the text is about that.
        if isComment(line), commentsLeadOut(of: line) { break }
      }
      line += 1
      end = line
    }
    if !isIndented, line < text.lines.count, case .key = landmarks.elements[line], isInData {
      guesses.insert(line)
    }
    let textLines = next..<max(next, end)
    next = max(next, end)
    var stays = keepsLayout && place.column == place.pastedColumn
    for line in textLines where !text.lines[line].isBlank {
      note(isIndented: text.lines[line].column > place.pastedColumn)
      if text.lines[line].column < place.pastedColumn + 2 { stays = false }
    }
    if stays { return }
    for line in textLines {
      let extra = max(0, text.lines[line].column - firstColumn)
      if !text.lines[line].isBlank {
        placements[line] = .column(base + extra)
      } else if text.lines[line].column > 0 {
        placements[line] = .column(extra > 0 ? base + extra : 0)
      }
    }
  }

  /// Where a text that begins with a bracket, such as JSON, closes it.
  private func lastLine(ofBracketsFrom line: Int) -> Int? {
    let start = text.lines[line].content.lowerBound
    guard [.openBrace, .openBracket].contains(text.source.bytes[start]) else { return nil }
    return text.delimitedValue(at: start, line: line, column: 0, lineLimit: 300)?.lastLine
  }

  private var isInData: Bool { collections.last?.shape.isData == true && collections.last?.kind == .map }

  private mutating func note(isIndented: Bool) {
    if isIndented { keptCount += 1 } else { lostCount += 1 }
  }

  private func isComment(_ line: Int) -> Bool { landmarks.elements[line] == .comment }

  private func isEntry(_ line: Int) -> Bool {
    switch choose(landmarks.elements[line], line: line) {
    case let choice?: choice.cost < Cost.unknown
    case nil: false
    }
  }

  /// Whether only comments and blank lines are left before the line that ends the text.
  private func commentsLeadOut(of line: Int) -> Bool {
    let next = landmarks.nextContent[line]
    // At the end of the text it is the comment or blank line itself.
    return text.lines[next].isBlank || isComment(next) || endsBlock(next)
  }

  /// Whether a line that is not indented can hardly be text of the block scalar before it.
  private func endsBlock(_ line: Int) -> Bool {
    if isHeading(line) { return true }
    switch landmarks.elements[line] {
    case .key(let name, let offset):
      // In quotes it is rather from JSON.
      let first = text.source.bytes[text.lines[line].content.lowerBound]
      if first == .doubleQuote || first == .singleQuote { return false }
      let value = text.value(at: offset, end: text.lines[line].content.upperBound)
      for (index, collection) in collections.enumerated().reversed() where collection.kind == .map {
        if case .named = collection.shape.fit(ofKey: name), !collection.keys.contains(name),
          collection.shape.value(ofKey: name).admits(value, in: text),
          index > 0 || !landmarks.isRepeated(name, after: line)
        {
          return true
        }
      }
      // In data, a single word before a colon is rather a key than text.
      return isInData && !name.utf8.contains(.space)
    case .dash:
      if collections.last?.kind == .list { return true }
      guard let choice = choose(landmarks.elements[line], line: line) else { return false }
      return choice.cost < Cost.open
    default: return false
    }
  }
}
