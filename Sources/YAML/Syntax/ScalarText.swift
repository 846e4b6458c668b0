import SourceText

/// The text that a scalar stands for: line folding, escapes and block indentation undone
/// (YAML 1.2.2, sections 6.5, 7.3 and 8.1).
extension YAMLNode {
  /// The decoded content of a scalar; empty for any other node. Invalid UTF-8 is shown as U+FFFD.
  package var scalarText: String { text(blankLastLineIsWhole: false) }

  /// - Parameter blankLastLineIsWhole: Whether a blank line at the end of the stream that has spaces but no
  ///   line break is read as if it had one. The public test suite says so; libyaml does not.
  func text(blankLastLineIsWhole: Bool) -> String {
    let record = record
    guard record.kind == .scalar else { return "" }
    if !tree.texts.isEmpty, let text = tree.texts[index] { return text }
    let content = tree.source.bytes[Int(record.contentStart)..<Int(record.contentEnd)]
    if record.flags.contains(.verbatim) { return String(decoding: content, as: UTF8.self) }
    var decoder = ScalarDecoder(content)
    switch record.style {
    case .plain: decoder.decodeFlow(escape: nil)
    case .singleQuoted: decoder.decodeFlow(escape: .singleQuote)
    case .doubleQuoted: decoder.decodeFlow(escape: .backslash)
    case .literal, .folded:
      if blankLastLineIsWhole, endsWithBlankLine(content) { decoder = ScalarDecoder(content + [.lineFeed]) }
      decoder.decodeBlock(
        indentation: Int(record.extra), isFolded: record.style == .folded, flags: record.flags)
    }
    return String(decoding: decoder.output, as: UTF8.self)
  }
}

private func endsWithBlankLine(_ content: ArraySlice<UInt8>) -> Bool {
  guard content.last == .space else { return false }
  let end = content.lastIndex { $0 != .space }
  return end.map { isBreak(content[$0]) } ?? true
}

private struct ScalarDecoder {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private(set) var output: [UInt8] = []

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
    output.reserveCapacity(bytes.count)
  }

  private var isAtEnd: Bool { index >= bytes.endIndex }

  private mutating func eatBreak() {
    if bytes[index] == .carriageReturn, index + 1 < bytes.endIndex, bytes[index + 1] == .lineFeed {
      index += 1
    }
    index += 1
  }

  private mutating func skipBlanks() {
    while !isAtEnd, isBlank(bytes[index]) { index += 1 }
  }

  /// Plain and quoted scalars. `escape` is the byte that begins an escape in this style.
  mutating func decodeFlow(escape: UInt8?) {
    // Blanks before a line break are dropped, unless an escape produced them.
    var significantEnd = 0
    while !isAtEnd {
      let byte = bytes[index]
      if isBreak(byte) {
        output.removeLast(output.count - significantEnd)
        fold()
        significantEnd = output.count
      } else if byte == escape {
        decodeEscape(byte)
        significantEnd = output.count
      } else {
        output.append(byte)
        index += 1
        if !isBlank(byte) { significantEnd = output.count }
      }
    }
  }

  /// `s-flow-folded`: one break is a space, n + 1 breaks are n line feeds.
  private mutating func fold() {
    var breaks = 0
    while !isAtEnd, isBreak(bytes[index]) {
      eatBreak()
      breaks += 1
      skipBlanks()
    }
    if breaks == 1 {
      output.append(.space)
    } else {
      output.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
    }
  }

  private mutating func decodeEscape(_ escape: UInt8) {
    index += 1
    guard escape == .backslash else {
      output.append(.singleQuote)
      if !isAtEnd, bytes[index] == .singleQuote { index += 1 }
      return
    }
    guard !isAtEnd else { return output.append(.backslash) }
    let byte = bytes[index]
    if isBreak(byte) {
      // An escaped line break: nothing is inserted, but blank lines after it count.
      eatBreak()
      skipBlanks()
      while !isAtEnd, isBreak(bytes[index]) {
        output.append(.lineFeed)
        eatBreak()
        skipBlanks()
      }
      return
    }
    if let digits = Escape.digitCount(byte) {
      let hex = bytes[min(index + 1, bytes.endIndex)..<min(index + 1 + digits, bytes.endIndex)]
      if let scalar = Escape.scalar(hex, count: digits) {
        index += 1 + digits
        output.append(contentsOf: String(Character(scalar)).utf8)
        return
      }
    } else if let text = Escape.text(byte) {
      index += 1
      output.append(contentsOf: text.utf8)
      return
    }
    // Reported by the parser; the text stays as written.
    output.append(.backslash)
  }

  /// Literal and folded block scalars.
  mutating func decodeBlock(indentation: Int, isFolded: Bool, flags: NodeRecord.Flags) {
    var pendingBreaks = 0
    var hasContent = false
    var previousIsIndented = false
    while !isAtEnd {
      var column = 0
      while !isAtEnd, column < indentation, bytes[index] == .space {
        index += 1
        column += 1
      }
      let lineStart = index
      while !isAtEnd, !isBreak(bytes[index]) { index += 1 }
      let line = bytes[lineStart..<index]
      let endsWithBreak = !isAtEnd
      if endsWithBreak { eatBreak() }
      if line.isEmpty {
        pendingBreaks += endsWithBreak ? 1 : 0
        continue
      }
      let isIndented = line.first.map(isBlank) ?? false
      if hasContent, isFolded, !isIndented, !previousIsIndented {
        // The break that ended the last line folds into a space, or into the blank lines after it.
        pendingBreaks -= 1
        if pendingBreaks == 0 { output.append(.space) }
      }
      output.append(contentsOf: repeatElement(.lineFeed, count: pendingBreaks))
      output.append(contentsOf: line)
      hasContent = true
      previousIsIndented = isIndented
      pendingBreaks = endsWithBreak ? 1 : 0
    }
    if flags.contains(.chompKeep) {
      output.append(contentsOf: repeatElement(.lineFeed, count: pendingBreaks))
    } else if !flags.contains(.chompStrip), hasContent, pendingBreaks > 0 {
      output.append(.lineFeed)
    }
  }
}

/// `c-ns-esc-char`, shared by the parser, which checks escapes, and the decoder.
enum Escape {
  /// How many hexadecimal digits follow `\x`, `\u` and `\U`; nil for any other escape.
  static func digitCount(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  /// The character with that code; nil if the digits are wrong or the code is a surrogate or too large.
  static func scalar(_ digits: some Collection<UInt8>, count: Int) -> Unicode.Scalar? {
    guard digits.count == count, digits.allSatisfy(isHexDigit) else { return nil }
    let code = digits.reduce(UInt32(0)) { code, digit in
      code << 4 | UInt32(isDigit(digit) ? digit - 0x30 : (digit | 0x20) - 0x61 + 10)
    }
    return Unicode.Scalar(code)
  }

  /// What a one-letter escape stands for; nil if there is no such escape.
  static func text(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{07}"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "t"), .tab: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{0B}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case .space: " "
    case .doubleQuote: "\""
    case UInt8(ascii: "/"): "/"
    case .backslash: "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }
}
