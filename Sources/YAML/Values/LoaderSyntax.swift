import SourceText

/// Where libyaml 0.2.5, which the Panther tool reads YAML with, refuses or misreads syntax that YAML 1.2.2
/// allows. Found by comparing the two over the public test suite.
extension YAMLTree {
  var loaderSyntaxErrors: [YAMLError] {
    var checks = LoaderSyntax(tree: storage)
    checks.checkTokens()
    checks.checkNodes()
    checks.checkLineSeparators()
    return checks.errors
  }
}

private struct LoaderSyntax {
  let tree: SyntaxTree
  let bytes: [UInt8]
  var errors: [YAMLError] = []
  /// Of each open flow collection, where the current entry started and whether with `?`.
  private var flow: [(start: Int?, isExplicit: Bool)] = []

  init(tree: SyntaxTree) {
    self.tree = tree
    self.bytes = tree.source.bytes
  }

  private mutating func reject(_ range: Range<Int>, _ message: String) {
    errors.append(YAMLError(code: .loaderSyntax, range: range, message: "The Panther tool " + message))
  }

  // MARK: Tokens

  mutating func checkTokens() {
    let hasTabs = tree.source.kinds.contains(.tab)
    var previous: TokenRecord?
    var ends: [TokenRecord] = []
    for token in tree.tokens {
      if hasTabs { checkGap(after: previous, before: token) }
      check(token, after: previous)
      if token.kind == .documentEnd { ends.append(token) }
      previous = token
    }
    if hasTabs { checkGap(after: previous, before: nil) }
    if ends.count > tree.documents.lazy.filter({ $0.endsExplicitly }).count, let end = ends.first {
      reject(Int(end.start)..<Int(end.end), "can't read `...` without a document before it. Remove it.")
    }
  }

  private mutating func check(_ token: TokenRecord, after previous: TokenRecord?) {
    let range = Int(token.start)..<Int(token.end)
    switch token.kind {
    case .anchor, .alias:
      if !bytes[range.dropFirst()].allSatisfy(isNameCharacter) {
        reject(range, "accepts only ASCII letters, digits, `-` and `_` in this name. Change the name.")
      }
    case .directive: checkDirective(range)
    case .openBracket:
      startEntry(range.lowerBound)
      flow.append((nil, false))
    case .closeBracket: _ = flow.popLast()
    case .comma: if !flow.isEmpty { flow[flow.count - 1] = (nil, false) }
    case .explicitKey: if !flow.isEmpty { flow[flow.count - 1] = (range.lowerBound, true) }
    case .valueIndicator:
      checkFlowKey(range, after: previous)
    case .plainScalar:
      startEntry(range.lowerBound)
      if !flow.isEmpty { checkFlowPlain(range) }
    case .tag, .quotedScalar: startEntry(range.lowerBound)
    case .byteOrderMark, .whitespace, .lineBreak, .comment, .documentStart, .documentEnd, .sequenceEntry,
      .blockScalarHeader, .blockScalarContent, .unexpected:
      break
    }
    if token.kind == .anchor || token.kind == .alias { startEntry(range.lowerBound) }
  }

  private func isNameCharacter(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == .dash
  }

  private mutating func checkDirective(_ range: Range<Int>) {
    let words = tree.source[range].split { $0 == " " || $0 == "\t" }
    switch words.first {
    case "%TAG": break
    case "%YAML":
      if words.count > 1, words[1] != "1.1", words[1] != "1.2" {
        reject(range, "reads YAML 1.1 and 1.2 only. Write `%YAML 1.2`.")
      }
    default: reject(range, "does not know this directive. Remove it.")
    }
  }

  private mutating func startEntry(_ offset: Int) {
    if let last = flow.last, last.start == nil { flow[flow.count - 1].start = offset }
  }

  private mutating func checkFlowKey(_ colon: Range<Int>, after previous: TokenRecord?) {
    guard let entry = flow.last else { return }
    if !entry.isExplicit, let start = entry.start {
      let isLong = colon.lowerBound - start > Parser.maximumKeyLength
      if isLong || bytes[start..<colon.lowerBound].contains(where: isBreak) {
        reject(start..<colon.upperBound, "wants this key and its colon on one line. Join the lines.")
      }
    }
    let next = colon.upperBound < bytes.count ? bytes[colon.upperBound] : .space
    if previous?.kind == .plainScalar, isFlowIndicator(next) || next == .question {
      reject(colon, "can't read a colon after plain text without a space behind it. Add the space.")
    }
    flow[flow.count - 1].start = colon.lowerBound
    flow[flow.count - 1].isExplicit = true
  }

  private mutating func checkFlowPlain(_ range: Range<Int>) {
    let first = bytes[range.lowerBound]
    if first == .colon || first == .question {
      reject(range, "reads the first character of this as an indicator. Quote the text.")
    } else if zip(bytes[range], bytes[range].dropFirst()).contains(where: { $0 == .colon && $1 == .question })
    {
      reject(range, "can't read `:?` in plain text inside brackets. Quote the text.")
    }
  }

  // MARK: Tabs

  /// Outside flow collections libyaml skips tabs only where no key could begin.
  private mutating func checkGap(after previous: TokenRecord?, before next: TokenRecord?) {
    let start = previous.map { Int($0.end) } ?? 0
    let end = next.map { Int($0.start) } ?? bytes.count
    guard flow.isEmpty, start < end else { return }
    if end - start == 1, bytes[start] != .tab { return }
    guard let tab = bytes[start..<end].firstIndex(of: .tab) else { return }
    var lineStart = start
    var isFirstLine = previous != nil
    var index = tab
    for offset in start..<tab where isBreak(bytes[offset]) {
      lineStart = offset + 1
      isFirstLine = false
    }
    while index < end {
      if isBreak(bytes[index]) {
        lineStart = index + 1
        isFirstLine = false
      } else if bytes[index] == .tab, let problem = problem(column: index - lineStart, isFirstLine, previous)
      {
        return reject(index..<index + 1, problem)
      }
      index += 1
    }
  }

  private func problem(column: Int, _ isFirstLine: Bool, _ previous: TokenRecord?) -> String? {
    let message = "can't read a tab here. Use spaces, or leave the line empty."
    guard let previous else { return message }
    if previous.kind == .directive { return nil }
    if isFirstLine {
      switch previous.kind {
      case .sequenceEntry, .explicitKey: return message
      case .valueIndicator: return isFirstOnLine(Int(previous.start)) ? message : nil
      default: return nil
      }
    }
    if previous.kind == .plainScalar, column > keyColumn(ofLineWith: Int(previous.start)) { return nil }
    return message
  }

  private func isFirstOnLine(_ offset: Int) -> Bool {
    let start = tree.source.lines.starts[tree.source.lines.line(at: offset)]
    return bytes[start..<offset].allSatisfy { $0 == .space }
  }

  /// The column of the first thing on a line, dashes apart.
  private func keyColumn(ofLineWith offset: Int) -> Int {
    let start = tree.source.lines.starts[tree.source.lines.line(at: offset)]
    var index = start
    while index < offset, bytes[index] == .space || (bytes[index] == .dash && isBlank(bytes[index + 1])) {
      index += 1
    }
    return index - start
  }

  // MARK: Nodes

  mutating func checkNodes() {
    for record in tree.nodes {
      switch record.kind {
      case .mapping: checkKeys(of: record)
      case .scalar where record.style == .literal || record.style == .folded: checkBlockScalar(record)
      case .scalar, .sequence, .alias, .missing: break
      }
    }
  }

  private mutating func checkKeys(of mapping: NodeRecord) {
    var child = mapping.firstChild
    while child >= 0 {
      let key = tree.nodes[Int(child)]
      guard key.next >= 0 else { return }
      let start = Int(key.start)
      if key.kind == .missing, key.properties < 0, start < bytes.count, bytes[start] == .colon {
        reject(
          start..<start + 1, "can't read a colon without a key. Write the key, or `? ` on a line before.")
      }
      child = tree.nodes[Int(key.next)].next
    }
  }

  private mutating func checkBlockScalar(_ record: NodeRecord) {
    if record.extra == 0, record.end > record.contentStart {
      let start = Int(record.contentStart)
      reject(
        start..<min(start + 1, bytes.count), "wants block text indented by at least one space. Indent it.")
    }
    let header = bytes[Int(record.start)..<Int(record.contentStart)].prefix { !isBlankOrBreak($0) }
    guard !header.contains(where: isDigit) else { return }
    var index = Int(record.contentStart)
    let end = Int(record.contentEnd)
    while index < end, bytes[index] == .space || isBreak(bytes[index]) { index += 1 }
    if index < end, bytes[index] == .tab {
      reject(index..<index + 1, "can't read block text whose first line begins with a tab. Use spaces.")
    }
  }

  // MARK: Characters

  /// YAML 1.1 has three line breaks more than YAML 1.2.
  mutating func checkLineSeparators() {
    guard tree.source.kinds.contains(.nonASCII) else { return }
    var index = 0
    while let found = bytes[index...].firstIndex(where: { $0 == 0xC2 || $0 == 0xE2 }) {
      let rest = bytes[found...].prefix(3)
      if rest.starts(with: [0xC2, 0x85]) {
        reject(found..<found + 2, "takes U+0085 for a line break. Write it as an escape in double quotes.")
      } else if rest.elementsEqual([0xE2, 0x80, 0xA8]) || rest.elementsEqual([0xE2, 0x80, 0xA9]) {
        reject(found..<found + 3, "takes this invisible line separator for a line break. Remove it.")
      }
      index = found + 1
    }
  }
}
