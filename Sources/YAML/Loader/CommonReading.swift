import SourceText

/// Tells documents that YAML 1.2.2 and the Panther tool's loader surely read alike, so that they need no second
/// reading. Nearly all detections are such documents.
///
/// It is one look at the tokens, and errs on the side of the second reading: what the two dialects treat apart
/// (`YAMLDialect.pantherLoader` has the list) needs a tab, an anchor or a tag, a marker or a directive, a `?`, a key
/// that is missing, long, or no scalar on one line, a pair in a list, a colon or another indicator in an unquoted
/// text, block text without text, or a rare character. None of these occurs here.
struct CommonReading {
  private let tree: SyntaxTree
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The open brackets, the innermost in the lowest bit: 1 for `{`, 0 for `[`.
  private var brackets: UInt64 = 0
  private var depth = 0

  /// No more brackets than fit into the bits.
  private static let maximumDepth = 64
  /// In bytes; the loader's limit is 1,024 characters, blanks before the colon included.
  private static let maximumKeyLength = 1000

  static func covers(_ tree: SyntaxTree) -> Bool {
    guard tree.errors.isEmpty, tree.properties.isEmpty, tree.documents.count == 1,
      tree.source.kinds.isDisjoint(with: [.tab, .control]), hasCollection(tree)
    else { return false }
    return tree.source.bytes.withUnsafeBufferPointer { bytes in
      if tree.source.kinds.contains(.nonASCII), hasRareCharacter(bytes) { return false }
      var reading = CommonReading(tree: tree, bytes: bytes)
      return reading.coversTokens()
    }
  }

  private init(tree: SyntaxTree, bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.bytes = bytes
  }

  private static func hasCollection(_ tree: SyntaxTree) -> Bool {
    let kind = tree.documents.first.map { tree.nodes[Int($0.root)].kind }
    return kind == .mapping || kind == .sequence
  }

  /// Line breaks of YAML 1.1, and byte order marks.
  private static func hasRareCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(0xEF) || UnicodeBreak.occurs(in: bytes)
  }

  private mutating func coversTokens() -> Bool {
    var previous: TokenRecord?
    for token in tree.tokens {
      guard covers(token, after: previous) else { return false }
      if token.kind != .comment { previous = token }
    }
    // Blanks after block text at the very end may count as a line of it.
    guard let previous, previous.kind == .blockScalarContent else { return true }
    return Int(previous.end) == bytes.count || (bytes.last.map(isBreak) ?? false)
  }

  private mutating func covers(_ token: TokenRecord, after previous: TokenRecord?) -> Bool {
    if previous?.kind == .blockScalarHeader, token.kind != .blockScalarContent, token.kind != .comment {
      return false
    }
    switch token.kind {
    case .comment, .sequenceEntry, .comma, .quotedScalar, .blockScalarHeader, .blockScalarContent: return true
    case .valueIndicator: return previous.map { coversKey($0, before: token) } ?? false
    case .plainScalar: return coversPlain(token)
    case .openBracket:
      guard depth < Self.maximumDepth else { return false }
      brackets = brackets << 1 | (bytes[Int(token.start)] == .openMapping ? 1 : 0)
      depth += 1
      return true
    case .closeBracket:
      brackets >>= 1
      depth -= 1
      return depth >= 0
    case .byteOrderMark, .whitespace, .lineBreak, .directive, .documentStart, .documentEnd, .explicitKey,
      .anchor, .tag, .alias, .unexpected:
      return false
    }
  }

  /// A scalar on one line, the colon on that line too, and not directly before other text.
  private func coversKey(_ key: TokenRecord, before colon: TokenRecord) -> Bool {
    guard key.kind == .plainScalar || key.kind == .quotedScalar,
      colon.start - key.start <= Self.maximumKeyLength, depth == 0 || brackets & 1 == 1
    else { return false }
    for offset in Int(key.start)..<Int(colon.start) where isBreak(bytes[offset]) { return false }
    let next = Int(colon.end)
    guard next < bytes.count, !isBlankOrBreak(bytes[next]) else { return true }
    return key.kind == .quotedScalar && !isFlowIndicator(bytes[next]) && !isIndicator(bytes[next])
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 26 }

  private func coversPlain(_ token: TokenRecord) -> Bool {
    guard token.start < token.end else { return false }
    let start = Int(token.start)
    let first = bytes[start]
    if isIndicator(first) {
      guard first == .dash, start + 1 < Int(token.end), isLetterOrDigit(bytes[start + 1]) else {
        return false
      }
    }
    guard depth > 0 else { return true }
    for offset in start..<Int(token.end) where bytes[offset] == .colon || bytes[offset] == .question {
      return false
    }
    return true
  }
}
