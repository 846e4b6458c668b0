/// Documents, their markers and directives (YAML 1.2.2, chapters 6.8 and 9).
extension Parser {
  /// `l-yaml-stream`
  mutating func parseStream() {
    guard checkEncoding() else { return }
    eatByteOrderMark()
    startLine(at: position)
    var allowsDirectives = true
    while !isAborted {
      let directives = parseDocumentPrefix(allowsDirectives: allowsDirectives)
      if isAtEnd {
        if let directives { report(.directive, directives, "It is not followed by a document.") }
        return
      }
      if bytes[position] == .dot, isAtDocumentEnd {
        if let directives { report(.directive, directives, "It is not followed by a document.") }
        parseDocumentEnd()
        allowsDirectives = true
        continue
      }
      allowsDirectives = parseDocument(directives: directives)
    }
  }

  private mutating func eatByteOrderMark() {
    guard byte(at: position) == 0xEF, byte(at: position + 1) == 0xBB, byte(at: position + 2) == 0xBF else {
      return
    }
    emit(.byteOrderMark, position, position + 3)
    position += 3
  }

  /// Comments, byte order marks and directives; returns where the directives are.
  private mutating func parseDocumentPrefix(allowsDirectives: Bool) -> Range<Int>? {
    var directives: Range<Int>?
    var hasVersion = false
    tagHandles.removeAll(keepingCapacity: true)
    while true {
      skipTrivia()
      if !isAtEnd, position == lineStart, bytes[position] == 0xEF, byte(at: position + 1) == 0xBB {
        let start = position
        eatByteOrderMark()
        startLine(at: position)
        if position > start { continue }
      }
      guard allowsDirectives, !isAtEnd, position == lineStart, bytes[position] == .percent else {
        return directives
      }
      let start = position
      parseDirective(hasVersion: &hasVersion)
      directives = (directives?.lowerBound ?? start)..<position
    }
  }

  /// `l-directive`
  private mutating func parseDirective(hasVersion: inout Bool) {
    let start = position
    var words: [Range<Int>] = []
    var index = start + 1
    while !isBreakOrEnd(at: index) {
      if bytes[index] == .comment, isBlank(bytes[index - 1]) { break }
      let word = index
      while !isBlankOrEnd(at: index) { index += 1 }
      if index > word { words.append(word..<index) }
      index = afterBlanks(at: index)
    }
    let end = words.last?.upperBound ?? start + 1
    emit(.directive, start, end)
    position = end
    let texts = words.map { excerpt($0.lowerBound, $0.upperBound) }
    switch texts.first {
    case "YAML":
      if hasVersion { report(.directive, start..<end, "The version is given twice.") }
      hasVersion = true
      if texts.count != 2 || !isVersion(words[1]) {
        report(.directive, start..<end, "Write `%YAML 1.2`.")
      }
    case "TAG": parseTagDirective(words, start..<end)
    default: break
    }
  }

  /// `ns-yaml-version`
  private func isVersion(_ word: Range<Int>) -> Bool {
    let text = UnsafeBufferPointer(start: bytes + word.lowerBound, count: word.count)
    let parts = text.split(separator: .dot, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// `ns-tag-directive`
  private mutating func parseTagDirective(_ words: [Range<Int>], _ range: Range<Int>) {
    guard words.count == 3, bytes[words[1].lowerBound] == .tag, bytes[words[1].upperBound - 1] == .tag else {
      return report(.directive, range, "Write `%TAG !handle! prefix`.")
    }
    let handle = text(words[1].lowerBound, words[1].upperBound)
    if tagHandles[handle] != nil { report(.directive, range, "The handle `\(handle)` is defined twice.") }
    tagHandles[handle] = text(words[2].lowerBound, words[2].upperBound)
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + start, count: max(end - start, 0)), as: UTF8.self)
  }

  /// `l-any-document`; returns whether directives may follow.
  private mutating func parseDocument(directives: Range<Int>?) -> Bool {
    let start = position
    anchors.removeAll(keepingCapacity: true)
    let isExplicit = bytes[position] == .dash && isAtDocumentEnd
    if isExplicit {
      emit(.documentStart, position, position + 3)
      position += 3
    } else if let directives {
      report(.directive, directives, "Write `---` after it, before the content.")
    }
    let root = parseBlockContent(after: start, isOnMarkerLine: isExplicit)
    let endsExplicitly = !isAtEnd && bytes[position] == .dot && isAtDocumentEnd
    var end = lastTokenEnd
    if endsExplicitly {
      end = position + 3
      parseDocumentEnd()
    }
    documents.append(
      DocumentRecord(
        root: root, isExplicit: isExplicit, endsExplicitly: endsExplicitly,
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: max(start, end))))
    return endsExplicitly
  }

  /// `l-document-suffix`
  private mutating func parseDocumentEnd() {
    emit(.documentEnd, position, position + 3)
    position += 3
    skipBlanks()
    guard !isAtEndOfLineContent else { return }
    let start = position
    skipRestOfLine()
    report(.unexpectedContent, start..<position, "Nothing but a comment can follow `...`.")
  }
}
