import SourceText

/// A line of a text whose indentation is not to be trusted: where its content lies and how far it is still
/// indented.
struct PastedLine: Sendable {
  /// The blanks before the content. A byte order mark is left out.
  let indentation: ByteRange
  /// From the first byte that is no blank to the line break; empty for a blank line.
  let content: ByteRange
  /// How far the line is indented now. Only comparisons between lines count.
  let column: Int

  var isBlank: Bool { content.isEmpty }
}

/// The lines of a pasted text, and what each of them begins.
struct PastedText: Sendable {
  let source: SourceText
  let lines: [PastedLine]

  private var bytes: [UInt8] { source.bytes }

  init(_ source: SourceText) {
    self.source = source
    let bytes = source.bytes
    lines = (0..<source.lines.count).map { number in
      let range = source.lines.range(ofLine: number)
      var start = range.lowerBound
      if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      var end = range.upperBound
      while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
      var contentStart = start
      var column = 0
      while contentStart < end, let blank = Blank(bytes, at: contentStart, end: end) {
        contentStart += blank.length
        column += blank.width
      }
      return PastedLine(
        indentation: start..<contentStart, content: contentStart..<end, column: column)
    }
  }

  /// A blank that indents a line. Text from a web page has no-break spaces for some of them.
  private struct Blank {
    let length: Int
    let width: Int

    init?(_ bytes: [UInt8], at offset: Int, end: Int) {
      switch bytes[offset] {
      case .space: (length, width) = (1, 1)
      case .tab: (length, width) = (1, 2)
      case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: (length, width) = (2, 1)
      default: return nil
      }
    }
  }
}

/// What stands at a place where a block node may begin.
enum LineElement: Sendable, Equatable {
  case nothing
  case comment
  /// `---`, `...` or a directive.
  case marker
  /// `- `; the offset of what follows it on the line.
  case dash(next: Int)
  /// `key:`; the offset of what follows the colon.
  case key(String, value: Int)
  /// A scalar or a flow collection, or the rest of one.
  case text
}

/// How the value after a `key:` or a dash begins.
enum ValueStart: Sendable, Equatable {
  /// Nothing on this line, except perhaps an anchor or a tag.
  case nothing
  /// A block scalar, with its indentation indicator.
  case block(indicator: Int?)
  /// A bracket, at the offset.
  case flow(Int)
  /// A quote, at the offset.
  case quoted(Int)
  case alias
  /// A plain scalar; after a comment it can't go on.
  case plain(ByteRange, canContinue: Bool)
}

extension PastedText {
  func element(at offset: Int, end: Int) -> LineElement {
    guard offset < end else { return .nothing }
    let byte = bytes[offset]
    switch byte {
    case .hash: return .comment
    case .dash where isBlankOrEnd(offset + 1, end): return .dash(next: skippingBlanks(offset + 1, end))
    case .dash, .dot:
      let isMarker = (0..<3).allSatisfy { offset + $0 < end && bytes[offset + $0] == byte }
      if isMarker, isBlankOrEnd(offset + 3, end) { return .marker }
    case .percent: return .marker
    case .doubleQuote, .singleQuote: return quotedKey(at: offset, end) ?? .text
    case .openBrace, .openBracket, .comma, .closeBrace, .closeBracket, .ampersand, .exclamation, .bar,
      .greater, .at, .backtick:
      return .text
    case .question where isBlankOrEnd(offset + 1, end): return .text
    default: break
    }
    return plainKey(at: offset, end) ?? .text
  }

  func value(at offset: Int, end: Int) -> ValueStart {
    var offset = skippingBlanks(offset, end)
    while offset < end, bytes[offset] == .ampersand || bytes[offset] == .exclamation {
      while offset < end, !isBlank(bytes[offset]) { offset += 1 }
      offset = skippingBlanks(offset, end)
    }
    guard offset < end, bytes[offset] != .hash else { return .nothing }
    switch bytes[offset] {
    case .openBrace, .openBracket: return .flow(offset)
    case .doubleQuote, .singleQuote: return .quoted(offset)
    case .asterisk: return .alias
    case .bar, .greater:
      if let block = blockHeader(at: offset + 1, end) { return block }
    default: break
    }
    return plain(at: offset, end)
  }

  private func blockHeader(at offset: Int, _ end: Int) -> ValueStart? {
    var indicator: Int?
    var offset = offset
    while offset < end, !isBlank(bytes[offset]) {
      switch bytes[offset] {
      case .plus, .dash: break
      case UInt8(ascii: "1")...UInt8(ascii: "9"): indicator = Int(bytes[offset] - UInt8(ascii: "0"))
      default: return nil
      }
      offset += 1
    }
    offset = skippingBlanks(offset, end)
    return offset == end || bytes[offset] == .hash ? .block(indicator: indicator) : nil
  }

  private func plain(at start: Int, _ end: Int) -> ValueStart {
    var last = start
    for offset in start..<end where !isBlank(bytes[offset]) {
      if bytes[offset] == .hash, offset > start, isBlank(bytes[offset - 1]) {
        return .plain(start..<last, canContinue: false)
      }
      last = offset + 1
    }
    return .plain(start..<last, canContinue: true)
  }

  private func plainKey(at start: Int, _ end: Int) -> LineElement? {
    for offset in start..<end {
      if bytes[offset] == .colon, isBlankOrEnd(offset + 1, end) {
        var keyEnd = offset
        while keyEnd > start, isBlank(bytes[keyEnd - 1]) { keyEnd -= 1 }
        return keyEnd > start ? .key(source[start..<keyEnd], value: offset + 1) : nil
      }
      if bytes[offset] == .hash, offset > start, isBlank(bytes[offset - 1]) { return nil }
    }
    return nil
  }

  private func quotedKey(at start: Int, _ end: Int) -> LineElement? {
    guard let close = closingQuote(from: start, end: end) else { return nil }
    let colon = skippingBlanks(close + 1, end)
    guard colon < end, bytes[colon] == .colon, isBlankOrEnd(colon + 1, end) else { return nil }
    return .key(source[start + 1..<close], value: colon + 1)
  }

  /// The offset of the quote that ends the scalar which begins at `start`.
  func closingQuote(from start: Int, end: Int) -> Int? {
    let quote = bytes[start]
    var offset = start + 1
    while offset < end {
      if bytes[offset] == quote {
        guard quote == .singleQuote, offset + 1 < end, bytes[offset + 1] == quote else { return offset }
        offset += 1
      } else if bytes[offset] == .backslash, quote == .doubleQuote {
        offset += 1
      }
      offset += 1
    }
    return nil
  }

  func skippingBlanks(_ offset: Int, _ end: Int) -> Int {
    var offset = offset
    while offset < end, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  private func isBlankOrEnd(_ offset: Int, _ end: Int) -> Bool { offset >= end || isBlank(bytes[offset]) }
}
