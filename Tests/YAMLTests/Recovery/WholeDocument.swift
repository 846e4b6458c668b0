import SourceText
import YAML

/// A document without errors, with the places where a hand can slip.
struct WholeDocument {
  let name: String
  let bytes: [UInt8]
  let tree: YAMLTree
  private let tokens: [YAMLToken]

  init?(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    tree = YAMLTree(parsing: SourceText(bytes))
    tokens = tree.tokens
    guard tree.errors.isEmpty, tree.root?.kind == .mapping, bytes.last == UInt8(ascii: "\n") else {
      return nil
    }
  }

  func text(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func byte(_ offset: Int) -> String { offset < bytes.count ? text(offset..<offset + 1) : "" }

  func ranges(of kind: YAMLToken.Kind) -> [ByteRange] {
    tokens.compactMap { $0.kind == kind ? $0.range : nil }
  }

  var quoted: [ByteRange] { ranges(of: .quotedScalar).filter { $0.count >= 2 } }

  /// Plain and quoted scalars that are no keys.
  var values: [ByteRange] {
    scalars { $0.kind == .plainScalar || $0.kind == .quotedScalar }
  }

  var plainValues: [ByteRange] { scalars { $0.kind == .plainScalar } }

  private func scalars(_ isWanted: (YAMLToken) -> Bool) -> [ByteRange] {
    let content = tokens.filter { $0.kind != .whitespace && $0.kind != .lineBreak && $0.kind != .comment }
    return content.indices.compactMap { index in
      guard isWanted(content[index]) else { return nil }
      let next = index + 1 < content.count ? content[index + 1].kind : nil
      return next == .valueIndicator ? nil : content[index].range
    }
  }

  func colons(inFlow: Bool) -> [ByteRange] {
    var depth = 0
    var result: [ByteRange] = []
    for token in tokens {
      switch token.kind {
      case .openBracket: depth += 1
      case .closeBracket: depth -= 1
      case .valueIndicator where (depth > 0) == inFlow: result.append(token.range)
      default: break
      }
    }
    return result
  }

  /// Where the lines start that begin with a key of a flow mapping, after their indentation.
  var flowEntryStarts: [Int] {
    var depth = 0
    var result: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openBracket: depth += 1
      case .closeBracket: depth -= 1
      case .quotedScalar where depth > 0 && index > 1 && tokens[index - 1].kind == .whitespace:
        let isFirst = tokens[index - 2].kind == .lineBreak
        let isKey = index + 1 < tokens.count && tokens[index + 1].kind == .valueIndicator
        if isFirst && isKey { result.append(token.range.lowerBound) }
      default: break
      }
    }
    return result
  }

  /// Where the lines start that begin with a key or dash of a block collection, and end in one too.
  var entryLines: [Int] {
    var depth = 0
    var isFirst = true
    var start = 0
    var result: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openBracket: depth += 1
      case .closeBracket: depth -= 1
      case .lineBreak:
        isFirst = true
        start = token.range.upperBound
        continue
      case .whitespace: continue
      case .plainScalar, .quotedScalar, .sequenceEntry:
        let isKey = index + 1 < tokens.count && tokens[index + 1].kind == .valueIndicator
        if isFirst, depth == 0, isKey || token.kind == .sequenceEntry { result.append(start) }
      case .blockScalarContent: start = token.range.upperBound
      default: break
      }
      isFirst = false
    }
    return result
  }

  /// Lines that hold more than comments and white space, without their line break.
  var contentLines: [ByteRange] {
    tree.source.lines.starts.compactMap { start in
      let line = line(at: start)
      let first = bytes[line].first { $0 != UInt8(ascii: " ") }
      return first == nil || first == UInt8(ascii: "#") || line.upperBound >= bytes.count ? nil : line
    }
  }

  /// The spaces at the start of lines with entries.
  var indentedLines: [ByteRange] {
    entryLines.compactMap { start in
      let count = indentation(at: start).utf8.count
      return count == 0 ? nil : start..<start + count
    }
  }

  /// The indentation of the lines of block texts but the first.
  var laterBlockTextLines: [ByteRange] {
    ranges(of: .blockScalarContent).flatMap { content in
      contentLines.filter { content.lowerBound < $0.lowerBound && $0.upperBound <= content.upperBound }
        .compactMap { line in
          let count = indentation(at: line.lowerBound).utf8.count
          return count == 0 ? nil : line.prefix(count)
        }
    }
  }

  func line(at offset: Int) -> ByteRange {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return start..<(bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
  }

  /// The spaces that the line of an offset starts with.
  func indentation(at offset: Int) -> String {
    let start = line(at: offset).lowerBound
    return String(repeating: " ", count: bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count)
  }

  func lineAdded(_ text: String, before start: Int) -> Breakage {
    Breakage(start..<start, indentation(at: start) + text + "\n")
  }
}
