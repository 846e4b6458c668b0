import SourceText

/// Collects replacements as edits that are as small as the lines allow, so that cursors stay where they are.
struct LineEdits {
  private let source: SourceText
  private let scope: FormattingScope
  private(set) var edits: [TextEdit] = []

  init(_ source: SourceText, scope: FormattingScope) {
    self.source = source
    self.scope = scope
  }

  /// Replaces a range, which comes after those replaced before, by other text. A text with as many lines is
  /// compared line by line.
  mutating func replace(_ range: ByteRange, by text: [UInt8]) {
    let old = source.bytes[range]
    if old.elementsEqual(text) { return }
    let oldLines = LineEdits.lines(of: old)
    let newLines = LineEdits.lines(of: text[...])
    guard oldLines.count == newLines.count else { return replaceRun(old, by: text[...]) }
    for (oldLine, newLine) in zip(oldLines, newLines) { replaceRun(oldLine, by: newLine) }
  }

  /// The edits that turn a text into another, no larger than their lines.
  static func between(_ old: SourceText, _ new: SourceText) -> [TextEdit] {
    var edits = LineEdits(old, scope: .document)
    for change in LineDiff(from: old, to: new).changes {
      edits.replace(old.bytes(ofLines: change.old), by: Array(new.bytes[new.bytes(ofLines: change.new)]))
    }
    return edits.edits
  }

  /// The lines with their line breaks.
  static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard isBreak(byte) else { continue }
      if byte == .carriageReturn, index < bytes.endIndex, bytes[index] == .lineFeed { index += 1 }
      lines.append(bytes[start..<index])
      start = index
    }
    lines.append(bytes[start...])
    return lines
  }

  private mutating func replaceRun(_ old: ArraySlice<UInt8>, by new: ArraySlice<UInt8>) {
    var old = old
    var new = new
    while let first = old.first, first == new.first {
      old = old.dropFirst()
      new = new.dropFirst()
    }
    while let last = old.last, last == new.last, !splitsBreak(before: old.endIndex - 1) {
      old = old.dropLast()
      new = new.dropLast()
    }
    if old.isEmpty && new.isEmpty { return }
    // Neither end may fall inside a character.
    let bytes = source.bytes
    var start = old.startIndex
    var end = old.endIndex
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    while start > 0, isInsideCharacter(start) || isInsideCharacter(new.first) {
      start -= 1
      prefix.insert(bytes[start], at: 0)
      if !isInsideCharacter(start) { break }
    }
    while end < bytes.count, isInsideCharacter(end) {
      suffix.append(bytes[end])
      end += 1
    }
    guard scope.contains(start..<end) else { return }
    edits.append(
      TextEdit(range: start..<end, replacement: String(decoding: prefix + new + suffix, as: UTF8.self)))
  }

  private func isInsideCharacter(_ offset: Int) -> Bool {
    isInsideCharacter(offset < source.count ? source.bytes[offset] : nil)
  }

  private func isInsideCharacter(_ byte: UInt8?) -> Bool { byte.map { $0 & 0xC0 == 0x80 } ?? false }

  /// Whether the offset is between a carriage return and its line feed.
  private func splitsBreak(before offset: Int) -> Bool {
    offset > 0 && source.bytes[offset] == .lineFeed && source.bytes[offset - 1] == .carriageReturn
  }
}

extension SourceText {
  /// The bytes of a run of lines; an empty range where it would be for an empty run.
  fileprivate func bytes(ofLines run: Range<Int>) -> ByteRange {
    let start = lines.range(ofLine: run.lowerBound).lowerBound
    return run.isEmpty ? start..<start : start..<lines.range(ofLine: run.upperBound - 1).upperBound
  }
}
