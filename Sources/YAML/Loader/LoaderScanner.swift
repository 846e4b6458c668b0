import SourceText

/// Cuts a document into tokens as libyaml 0.2 does, which the Panther tool reads YAML with.
///
/// YAML 1.1's productions can't be told from the outside of a parser for YAML 1.2: what is a key, and where a tab
/// may stand, follows from the scanner's state. So this keeps the same state: whether a key without `?` may
/// begin here, which token could turn out to be one when a colon follows (at most one a nesting level, on one line,
/// at most 1,024 characters long), and the stack of block indentations. Behaviour was found by experiment with
/// PyYAML's `CParser`, and holds over hundreds of thousands of mutated documents.
struct LoaderScanner {
  /// A token that is a key if a colon follows.
  struct SimpleKey {
    var isPossible = false
    /// Whether nothing but a key can stand here, since it begins a line at the indentation of keys.
    var isRequired = false
    var token = 0
    var line = 0
    var offset = 0
    var column = 0
  }

  static let maximumFlowDepth = 1000

  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Whether U+0085, U+2028 or U+2029 occurs, which are line breaks in YAML 1.1.
  let hasUnicodeBreaks: Bool

  var position = 0
  var line = 0
  var lineStart = 0
  var tokens: ContiguousArray<LoaderToken> = []

  var indent = -1
  private var indents: [Int] = []
  private(set) var flowLevel = 0
  var isKeyAllowed = true
  /// One for block context and one for each open bracket.
  private var keys = [SimpleKey()]
  /// How many of them, from the outermost, are known not to be possible.
  private var staleKeyCount = 0

  init(bytes: UnsafePointer<UInt8>, count: Int, hasUnicodeBreaks: Bool) {
    self.bytes = bytes
    self.count = count
    self.hasUnicodeBreaks = hasUnicodeBreaks
    tokens.reserveCapacity(count / 6 + 8)
    if isByteOrderMark(at: 0) { position = 3 }
    lineStart = position
  }

  private func isByteOrderMark(at offset: Int) -> Bool {
    byte(at: offset) == 0xEF && byte(at: offset + 1) == 0xBB && byte(at: offset + 2) == 0xBF
  }

  /// The whole document; what was cut before a failure stays in `tokens`.
  mutating func scan() throws(LoaderFailure) {
    do throws(LoaderFailure) {
      while try fetchToken() {}
    } catch {
      // What may have become a key is not decided, and not for the parser to see.
      if let first = keys.lazy.filter(\.isPossible).map(\.token).min() { tokens.removeSubrange(first...) }
      throw error
    }
  }

  // MARK: The cursor

  var column: Int { position - lineStart }

  @inline(__always) func byte(at offset: Int) -> UInt8 { offset < count ? bytes[offset] : 0 }

  /// How many bytes the line break at an offset has; 0 if there is none.
  @inline(__always) func breakLength(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    let current = bytes[offset]
    if current == .lineFeed { return 1 }
    if current == .carriageReturn { return byte(at: offset + 1) == .lineFeed ? 2 : 1 }
    return current >= 0x80 && hasUnicodeBreaks
      ? UnicodeBreak.length(current, byte(at: offset + 1), byte(at: offset + 2)) : 0
  }

  @inline(__always) func isBlankBreakOrEnd(at offset: Int) -> Bool {
    offset >= count || isBlank(bytes[offset]) || breakLength(at: offset) > 0
  }

  /// Skips the line break at the cursor.
  mutating func skipBreak(_ length: Int) {
    position += length
    line += 1
    lineStart = position
  }

  mutating func skipToEndOfLine() {
    while position < count, breakLength(at: position) == 0 { position += 1 }
  }

  func isDocumentMarker(at offset: Int, _ first: UInt8) -> Bool {
    offset + 2 < count && bytes[offset] == first && bytes[offset + 1] == first && bytes[offset + 2] == first
      && isBlankBreakOrEnd(at: offset + 3)
  }

  func failure(_ rule: LoaderRule, at offset: Int) -> LoaderFailure {
    LoaderFailure(rule: rule, range: min(offset, count)..<min(offset + 1, count))
  }

  // MARK: Between tokens

  /// Tabs are white space only where no key could begin; a comment may follow anything.
  private mutating func skipToToken() {
    while true {
      if position == lineStart, isByteOrderMark(at: position) {
        position += 3
        // The mark is one character of its line.
        lineStart = position - 1
      }
      while position < count,
        bytes[position] == .space || (bytes[position] == .tab && (flowLevel > 0 || !isKeyAllowed))
      {
        position += 1
      }
      if byte(at: position) == .comment { skipToEndOfLine() }
      let length = breakLength(at: position)
      guard length > 0 else { return }
      skipBreak(length)
      if flowLevel == 0 { isKeyAllowed = true }
    }
  }

  // MARK: Tokens

  /// Returns false after the last token.
  private mutating func fetchToken() throws(LoaderFailure) -> Bool {
    skipToToken()
    try dropStaleKeys()
    unrollIndents(to: column)
    guard position < count else {
      try fetchEnd()
      return false
    }
    let current = bytes[position]
    if position == lineStart, try fetchLineStart(current) { return true }
    switch current {
    case .openSequence: try openFlow(.flowSequenceStart)
    case .openMapping: try openFlow(.flowMappingStart)
    case .closeSequence: try closeFlow(.flowSequenceEnd)
    case .closeMapping: try closeFlow(.flowMappingEnd)
    case .comma:
      try forgetKey()
      isKeyAllowed = true
      append(.flowEntry, length: 1)
    case .dash where isBlankBreakOrEnd(at: position + 1): try fetchBlockEntry()
    case .question where flowLevel > 0 || isBlankBreakOrEnd(at: position + 1): try fetchKey()
    case .colon where flowLevel > 0 || isBlankBreakOrEnd(at: position + 1): try fetchValue()
    case .alias: try fetchKeyPart { (scanner) throws(LoaderFailure) in try scanner.scanAnchor(.alias) }
    case .anchor: try fetchKeyPart { (scanner) throws(LoaderFailure) in try scanner.scanAnchor(.anchor) }
    case .tag: try fetchKeyPart { (scanner) throws(LoaderFailure) in try scanner.scanTag() }
    case .literal where flowLevel == 0, .folded where flowLevel == 0:
      try forgetKey()
      isKeyAllowed = true
      try scanBlockScalar()
    case .singleQuote, .doubleQuote:
      try fetchKeyPart { (scanner) throws(LoaderFailure) in try scanner.scanQuoted() }
    default:
      guard canStartPlain(current) else {
        throw failure(current == .tab ? .tab : .reservedCharacter, at: position)
      }
      try fetchKeyPart { (scanner) throws(LoaderFailure) in try scanner.scanPlain() }
    }
    return true
  }

  private func canStartPlain(_ current: UInt8) -> Bool {
    switch current {
    case .dash: !isBlank(byte(at: position + 1))
    case .question, .colon: flowLevel == 0 && !isBlankBreakOrEnd(at: position + 1)
    default: !isIndicator(current) && !isBlank(current)
    }
  }

  private mutating func append(_ kind: LoaderToken.Kind, length: Int) {
    tokens.append(LoaderToken(kind, position, position + length))
    position += length
  }

  private mutating func fetchEnd() throws(LoaderFailure) {
    unrollIndents(to: -1)
    try forgetKey()
    isKeyAllowed = false
    append(.streamEnd, length: 0)
  }

  /// Directives and document markers; returns false if there is none.
  private mutating func fetchLineStart(_ first: UInt8) throws(LoaderFailure) -> Bool {
    let isMarker = (first == .dash || first == .dot) && isDocumentMarker(at: position, first)
    guard isMarker || first == .percent else { return false }
    unrollIndents(to: -1)
    try forgetKey()
    isKeyAllowed = false
    if isMarker {
      append(first == .dash ? .documentStart : .documentEnd, length: 3)
    } else {
      try scanDirective()
    }
    return true
  }

  /// A token that a key may begin with.
  private mutating func fetchKeyPart(
    _ scan: (inout LoaderScanner) throws(LoaderFailure) -> Void
  ) throws(LoaderFailure) {
    try rememberKey()
    isKeyAllowed = false
    try scan(&self)
  }

  private mutating func openFlow(_ kind: LoaderToken.Kind) throws(LoaderFailure) {
    try rememberKey()
    guard flowLevel < Self.maximumFlowDepth else { throw failure(.depth, at: position) }
    keys.append(SimpleKey())
    flowLevel += 1
    isKeyAllowed = true
    append(kind, length: 1)
  }

  private mutating func closeFlow(_ kind: LoaderToken.Kind) throws(LoaderFailure) {
    try forgetKey()
    if flowLevel > 0 {
      flowLevel -= 1
      keys.removeLast()
      staleKeyCount = min(staleKeyCount, keys.count)
    }
    isKeyAllowed = false
    append(kind, length: 1)
  }

  private mutating func fetchBlockEntry() throws(LoaderFailure) {
    if flowLevel == 0 {
      guard isKeyAllowed else { throw failure(.sequenceHere, at: position) }
      rollIndent(to: column, .blockSequenceStart, at: tokens.count, offset: position)
    }
    try forgetKey()
    isKeyAllowed = true
    append(.blockEntry, length: 1)
  }

  private mutating func fetchKey() throws(LoaderFailure) {
    if flowLevel == 0 {
      guard isKeyAllowed else { throw failure(.mappingHere, at: position) }
      rollIndent(to: column, .blockMappingStart, at: tokens.count, offset: position)
    }
    try forgetKey()
    isKeyAllowed = flowLevel == 0
    append(.key, length: 1)
  }

  private mutating func fetchValue() throws(LoaderFailure) {
    let key = keys[keys.count - 1]
    if key.isPossible {
      tokens.insert(LoaderToken(.key, key.offset, key.offset), at: key.token)
      rollIndent(to: key.column, .blockMappingStart, at: key.token, offset: key.offset)
      keys[keys.count - 1].isPossible = false
      isKeyAllowed = false
    } else {
      if flowLevel == 0 {
        guard isKeyAllowed else { throw failure(.mappingHere, at: position) }
        rollIndent(to: column, .blockMappingStart, at: tokens.count, offset: position)
      }
      isKeyAllowed = flowLevel == 0
    }
    append(.value, length: 1)
  }

  // MARK: Indentation

  private mutating func rollIndent(to column: Int, _ kind: LoaderToken.Kind, at index: Int, offset: Int) {
    guard flowLevel == 0, indent < column else { return }
    indents.append(indent)
    indent = column
    tokens.insert(LoaderToken(kind, offset, offset), at: index)
  }

  private mutating func unrollIndents(to column: Int) {
    guard flowLevel == 0 else { return }
    while indent > column, let outer = indents.popLast() {
      tokens.append(LoaderToken(.blockEnd, position, position))
      indent = outer
    }
  }

  // MARK: Simple keys

  private mutating func rememberKey() throws(LoaderFailure) {
    guard isKeyAllowed else { return }
    try forgetKey()
    keys[keys.count - 1] = SimpleKey(
      isPossible: true, isRequired: flowLevel == 0 && indent == column, token: tokens.count, line: line,
      offset: position, column: column)
    staleKeyCount = min(staleKeyCount, keys.count - 1)
  }

  private mutating func forgetKey() throws(LoaderFailure) {
    let key = keys[keys.count - 1]
    if key.isPossible, key.isRequired { throw missingColon(after: key) }
    keys[keys.count - 1].isPossible = false
  }

  private func missingColon(after key: SimpleKey) -> LoaderFailure {
    LoaderFailure(rule: .missingColon, range: key.offset..<max(key.offset, min(position, count)))
  }

  /// Outer keys begin before inner ones, so that only the first that is not stale yet has to be looked at.
  private mutating func dropStaleKeys() throws(LoaderFailure) {
    while staleKeyCount < keys.count {
      let key = keys[staleKeyCount]
      if key.isPossible {
        guard key.line < line || isTooLong(from: key.offset) else { return }
        if key.isRequired { throw missingColon(after: key) }
        keys[staleKeyCount].isPossible = false
      }
      staleKeyCount += 1
    }
  }

  private func isTooLong(from start: Int) -> Bool {
    guard position - start > Parser.maximumKeyLength else { return false }
    var length = 0
    for offset in start..<position where bytes[offset] & 0xC0 != 0x80 { length += 1 }
    return length > Parser.maximumKeyLength
  }
}

/// The line breaks that YAML 1.1 has beyond YAML 1.2's: U+0085, U+2028 and U+2029.
enum UnicodeBreak {
  /// How many bytes such a break has; 0 if these bytes don't begin one.
  static func length(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    if first == 0xC2 { return second == 0x85 ? 2 : 0 }
    return first == 0xE2 && second == 0x80 && (third == 0xA8 || third == 0xA9) ? 3 : 0
  }

  static func occurs(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var index = 0
    while index + 1 < bytes.count {
      if index + 8 <= bytes.count, ByteScan.isPrintableASCII(UnsafeRawPointer(base + index)) {
        index += 8
        continue
      }
      if bytes[index] == 0xC2 || bytes[index] == 0xE2 {
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        if length(bytes[index], bytes[index + 1], third) > 0 { return true }
      }
      index += 1
    }
    return false
  }
}
