import SourceText

/// Reads a stream of YAML documents (YAML 1.2.2) into flat arrays of tokens and nodes, in one pass.
///
/// The parser is a pushdown automaton with explicit stacks, one for open block collections and one for open
/// flow collections, so depth costs no call frames and has a limit. An implicit key is parsed as a node first
/// and becomes a key when a `:` follows, so nothing is looked ahead for. What the grammar does not allow is
/// reported and read as what the author most likely meant; every byte lands in a token or in the white space
/// between two tokens.
struct Parser {
  static let maximumDepth = 512
  static let maximumErrors = 1000
  static let maximumSize = 1 << 30
  /// YAML 1.2.2, section 7.4.2: an implicit key is at most this many characters long.
  static let maximumKeyLength = 1024

  /// The document, valid only inside `parse`, and its length.
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let kinds: ByteKinds
  /// For the line numbers in messages.
  let lines: LineTable

  var position = 0
  /// Where the current line starts, how many spaces it starts with, and where its first non-blank is.
  var lineStart = 0
  var lineIndent = 0
  var lineContent = 0

  var tokens: ContiguousArray<TokenRecord> = []
  var nodes: ContiguousArray<NodeRecord> = []
  var properties: ContiguousArray<NodeProperties> = []
  var documents: [DocumentRecord] = []
  var errors: [YAMLError] = []

  /// Open block collections of the current document; the first one stands for the document.
  var frames: [BlockFrame] = []
  /// What the block automaton does next.
  var pending = PendingStep.nextLine
  /// The scalar or flow collection that was read last as a block node.
  var lastLeaf: LeafPlace?
  /// What misplaced lines have left behind.
  var misplacement = Misplacement()
  /// Open flow collections.
  var flowFrames: [FlowFrame] = []
  /// How many of them are sequences and how many mappings.
  var openBrackets: SIMD2<Int32> = [0, 0]

  /// How brackets that don't match are dealt with in the current flow collection.
  var flowRecovery = FlowRecovery()

  /// The anchors and tag handles of the current document.
  var anchors: [String: Int32] = [:]
  var tagHandles: [String: String] = [:]
  /// Set when a limit ends the parse.
  var isAborted = false

  static func parse(_ source: SourceText) -> SyntaxTree {
    source.bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, buffer.count <= maximumSize else {
        return unread(source, errors: buffer.isEmpty ? [] : [tooLarge(buffer.count)])
      }
      var parser = Parser(bytes: base, count: buffer.count, kinds: source.kinds, lines: source.lines)
      parser.parseStream()
      return SyntaxTree(
        source: source, nodes: parser.nodes, properties: parser.properties, tokens: parser.tokens,
        documents: parser.documents, errors: parser.errorsInSourceOrder())
    }
  }

  private static func unread(_ source: SourceText, errors: [YAMLError]) -> SyntaxTree {
    SyntaxTree(source: source, nodes: [], properties: [], tokens: [], documents: [], errors: errors)
  }

  private static func tooLarge(_ count: Int) -> YAMLError {
    YAMLError(
      code: .fileTooLarge, range: 0..<count, message: SyntaxWording.message(for: .fileTooLarge, detail: ""))
  }

  private init(bytes: UnsafePointer<UInt8>, count: Int, kinds: ByteKinds, lines: LineTable) {
    self.bytes = bytes
    self.count = count
    self.kinds = kinds
    self.lines = lines
    tokens.reserveCapacity(count / 6 + 8)
    nodes.reserveCapacity(count / 12 + 8)
  }
}

// MARK: - The cursor

extension Parser {
  var isAtEnd: Bool { position >= count }

  /// The byte at an offset; 0 past the end.
  @inline(__always) func byte(at offset: Int) -> UInt8 { offset < count ? bytes[offset] : 0 }

  @inline(__always) func isBlankOrEnd(at offset: Int) -> Bool {
    offset >= count || isBlankOrBreak(bytes[offset])
  }

  @inline(__always) func isBreakOrEnd(at offset: Int) -> Bool { offset >= count || isBreak(bytes[offset]) }

  /// Whether the next token is the first on its line.
  var isFirstOnLine: Bool { position == lineContent }

  /// Whether a tab stands in the white space before the first token of the current line.
  var isLineTabbed: Bool { lineContent - lineStart != lineIndent }

  func column(of offset: Int) -> Int { offset - lineStart }

  /// The offset after the line break at `offset`.
  @inline(__always) func afterBreak(at offset: Int) -> Int {
    bytes[offset] == .carriageReturn && byte(at: offset + 1) == .lineFeed ? offset + 2 : offset + 1
  }

  @inline(__always) func afterBlanks(at offset: Int) -> Int {
    var offset = offset
    while offset < count, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  func endOfLine(from offset: Int) -> Int {
    var offset = offset
    while offset < count, !isBreak(bytes[offset]) { offset += 1 }
    return offset
  }

  func trimmingBlanks(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Makes the line that starts at `offset` the current one.
  mutating func startLine(at offset: Int) {
    lineStart = offset
    var index = offset
    while index < count, bytes[index] == .space { index += 1 }
    lineIndent = index - offset
    lineContent = afterBlanks(at: index)
  }

  mutating func skipBlanks() { position = afterBlanks(at: position) }

  /// Skips blanks, comments and line breaks; returns whether a line break was crossed.
  @discardableResult
  mutating func skipTrivia() -> Bool {
    var crossed = false
    while true {
      skipBlanks()
      guard position < count else { return crossed }
      let current = bytes[position]
      if isBreak(current) {
        position = afterBreak(at: position)
        startLine(at: position)
        crossed = true
      } else if current == .comment {
        readComment()
      } else if position == lineStart, isConflictMarker(at: position) {
        skipConflictMarker()
      } else {
        return crossed
      }
    }
  }

  mutating func readComment() {
    let start = position
    if start > 0, !isBlankOrBreak(bytes[start - 1]), start != lineStart {
      report(.commentNeedsSpace, start..<start + 1)
    }
    position = endOfLine(from: start)
    emit(.comment, start, position)
  }

  /// Whether nothing but a comment is left on the line.
  var isAtEndOfLineContent: Bool {
    position >= count || isBreak(bytes[position])
      || (bytes[position] == .comment && (position == 0 || isBlankOrBreak(bytes[position - 1])))
  }

  /// `c-forbidden`: whether a line starts with `---` or `...` at `offset`.
  @inline(__always) func isDocumentMarker(at offset: Int) -> Bool {
    guard offset + 2 < count else { return false }
    let first = bytes[offset]
    return (first == .dash || first == .dot) && bytes[offset + 1] == first && bytes[offset + 2] == first
      && isBlankOrEnd(at: offset + 3)
  }

  /// Whether the document's content ends here: at the end of the stream or at a marker.
  var isAtDocumentEnd: Bool {
    isAtEnd || (position == lineStart && isDocumentMarker(at: position))
  }
}

// MARK: - What the parser produces

extension Parser {
  mutating func emit(_ kind: YAMLToken.Kind, _ start: Int, _ end: Int) {
    tokens.append(
      TokenRecord(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), kind: kind))
  }

  /// The end of the last token.
  var lastTokenEnd: Int { tokens.last.map { Int($0.end) } ?? 0 }

  /// The index of the next node to be made.
  var nextNode: Int32 { Int32(truncatingIfNeeded: nodes.count) }

  mutating func makeNode(_ kind: NodeRecord.Kind, _ start: Int, _ end: Int) -> Int32 {
    nodes.append(NodeRecord(kind: kind, start: start, end: end))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Keeps the rest of the line, up to a comment, as one token that an error covers.
  mutating func skipRestOfLine() {
    let start = position
    var end = start
    while end < count, !isBreak(bytes[end]) {
      if bytes[end] == .comment, end > start, isBlank(bytes[end - 1]) { break }
      end += 1
    }
    position = end
    end = trimmingBlanks(from: start, to: end)
    if end > start { emit(.unexpected, start, end) }
  }

  mutating func report(_ code: YAMLErrorCode, _ range: ByteRange, _ detail: String = "") {
    guard !isAborted, errors.count <= Self.maximumErrors else { return }
    if errors.count == Self.maximumErrors {
      let message = SyntaxWording.message(for: .tooManyErrors, detail: "")
      errors.append(YAMLError(code: .tooManyErrors, range: range, message: message))
      return
    }
    let message = SyntaxWording.message(for: code, detail: detail)
    errors.append(YAMLError(code: code, range: range, message: message))
  }

  /// Ends the parse: the rest of the document becomes one token.
  mutating func abort(_ code: YAMLErrorCode, at offset: Int) {
    report(code, offset..<min(offset + 1, count))
    isAborted = true
    let start = max(position, lastTokenEnd)
    if start < count { emit(.unexpected, start, count) }
    position = count
  }

  /// A few bytes of the document for a message.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let limit = min(end, start + 40, count)
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes + start, count: max(limit - start, 0)), as: UTF8.self)
    return limit < end ? text + "…" : text
  }

  fileprivate func errorsInSourceOrder() -> [YAMLError] {
    errors.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
