/// The text of scalars in a document with the line breaks that only YAML 1.1 has. They fold as libyaml folds them:
/// U+0085 counts as a line feed, U+2028 and U+2029 are kept.
enum LoaderText {
  static func texts(
    of nodes: ContiguousArray<NodeRecord>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int32: String] {
    var texts: [Int32: String] = [:]
    for index in nodes.indices where nodes[index].kind == .scalar && !nodes[index].flags.contains(.verbatim) {
      let record = nodes[index]
      let content = UnsafeBufferPointer(rebasing: bytes[Int(record.contentStart)..<Int(record.contentEnd)])
      var decoder = LoaderTextDecoder(bytes: content)
      switch record.style {
      case .plain: decoder.decodeFlow(escape: nil)
      case .singleQuoted: decoder.decodeFlow(escape: .singleQuote)
      case .doubleQuoted: decoder.decodeFlow(escape: .backslash)
      case .literal, .folded: decoder.decodeBlock(record)
      }
      texts[Int32(truncatingIfNeeded: index)] = String(decoding: decoder.output, as: UTF8.self)
    }
    return texts
  }
}

private struct LoaderTextDecoder {
  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var output: [UInt8] = []

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func breakLength() -> Int {
    switch byte(at: index) {
    case .lineFeed: 1
    case .carriageReturn: byte(at: index + 1) == .lineFeed ? 2 : 1
    case let first: UnicodeBreak.length(first, byte(at: index + 1), byte(at: index + 2))
    }
  }

  /// Eats a line break; returns what it stands for.
  private mutating func eatBreak(_ length: Int) -> [UInt8] {
    let isKept = length == 3
    let text = isKept ? Array(bytes[index..<index + length]) : [.lineFeed]
    index += length
    return text
  }

  private mutating func skipBlanks() {
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
  }

  /// Breaks and the blanks around them.
  private mutating func eatBreaks() -> [UInt8] {
    var breaks: [UInt8] = []
    while index < bytes.count {
      let length = breakLength()
      guard length > 0 else { break }
      breaks += eatBreak(length)
      skipBlanks()
    }
    return breaks
  }

  mutating func decodeFlow(escape: UInt8?) {
    var significantEnd = 0
    while index < bytes.count {
      let length = breakLength()
      if length > 0 {
        output.removeLast(output.count - significantEnd)
        let first = eatBreak(length)
        skipBlanks()
        let others = eatBreaks()
        output += first != [.lineFeed] ? first + others : others.isEmpty ? [.space] : others
        significantEnd = output.count
      } else if bytes[index] == escape {
        decodeEscape(bytes[index])
        significantEnd = output.count
      } else {
        output.append(bytes[index])
        if !isBlank(bytes[index]) { significantEnd = output.count }
        index += 1
      }
    }
  }

  private mutating func decodeEscape(_ escape: UInt8) {
    index += 1
    guard escape == .backslash else {
      output.append(.singleQuote)
      index += 1
      return
    }
    let length = breakLength()
    if length > 0 {
      _ = eatBreak(length)
      skipBlanks()
      output += eatBreaks()
      return
    }
    let letter = byte(at: index)
    index += 1
    if let digits = Escape.digitCount(letter) {
      let end = min(index + digits, bytes.count)
      if let scalar = Escape.scalar(bytes[index..<end], count: digits) {
        output += Array(String(Character(scalar)).utf8)
      }
      index = end
    } else if let text = Escape.text(letter) {
      output += Array(text.utf8)
    }
  }

  mutating func decodeBlock(_ record: NodeRecord) {
    let isFolded = record.style == .folded
    var leading: [UInt8] = []
    var trailing = eatBlankLines(record.extra)
    var isPreviousIndented = false
    while index < bytes.count {
      let isIndented = isBlank(bytes[index])
      if isFolded, leading == [.lineFeed], !isPreviousIndented, !isIndented {
        if trailing.isEmpty { output.append(.space) }
      } else {
        output += leading
      }
      output += trailing
      isPreviousIndented = isIndented
      while index < bytes.count, breakLength() == 0 {
        output.append(bytes[index])
        index += 1
      }
      leading = index < bytes.count ? eatBreak(breakLength()) : []
      trailing = eatBlankLines(record.extra)
    }
    if !record.flags.contains(.chompStrip) { output += leading }
    if record.flags.contains(.chompKeep) { output += trailing }
  }

  /// Blank lines and the indentation of the next line with text.
  private mutating func eatBlankLines(_ indentation: Int32) -> [UInt8] {
    var breaks: [UInt8] = []
    while true {
      var column = 0
      while column < indentation, byte(at: index) == .space {
        index += 1
        column += 1
      }
      let length = index < bytes.count ? breakLength() : 0
      guard length > 0 else { return breaks }
      breaks += eatBreak(length)
    }
  }
}
