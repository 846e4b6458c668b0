/// Where a flow collection that is never closed ends.
extension Parser {
  /// Whether a line that is not indented inside the collection goes on with the block structure around it:
  /// it holds a dash, or a key and value as a block mapping has them, without the comma of a flow mapping.
  func endsUnclosedFlow(parentIndent: Int) -> Bool {
    guard column(of: position) <= parentIndent, looksLikeBlockEntry(at: position) else { return false }
    let isIndicator = bytes[position] == .dash || bytes[position] == .question
    if isIndicator, isBlankOrEnd(at: position + 1) { return true }
    var end = position
    while end < count, !isBreak(bytes[end]) {
      if bytes[end] == .comment, isBlank(bytes[end - 1]) { break }
      end += 1
    }
    end = trimmingBlanks(from: position, to: end)
    if isFlowIndicator(bytes[end - 1]) {
      return bytes[end - 1] != .comma && balance(position, end) == 0 && !nextLineContinuesFlow(end)
    }
    return !nextLineContinuesFlow(end)
  }

  /// Opening minus closing brackets between two offsets.
  private func balance(_ start: Int, _ end: Int) -> Int {
    var balance = 0
    for offset in start..<end {
      switch bytes[offset] {
      case .openSequence, .openMapping: balance += 1
      case .closeSequence, .closeMapping: balance -= 1
      default: break
      }
    }
    return balance
  }

  /// Whether the next line with content begins with what only a flow collection goes on with.
  private func nextLineContinuesFlow(_ end: Int) -> Bool {
    var index = endOfLine(from: end)
    while index < count, isBlankOrBreak(bytes[index]) { index += 1 }
    let first = byte(at: index)
    guard bytes[end - 1] == .colon else {
      return first == .closeSequence || first == .closeMapping || first == .comma
    }
    return isFlowIndicator(first) || first == .doubleQuote || first == .singleQuote
  }
}
