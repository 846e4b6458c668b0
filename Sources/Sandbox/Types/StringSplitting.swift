/// `split`, `splitlines`, `partition`.
enum StringSplitting {
  static func split(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Object {
    let text = StringType.receiver(call)
    var limit = Int.max
    if call[1] != nil {
      let value = try call.size(1)
      if value >= 0 { limit = value }
    }
    try call.interpreter.charge(work: text.utf8Count)
    let parts: [PyString]
    if let separator = call.present(0) {
      guard case .string(let separator) = separator else {
        throw call.raise(.typeError, "must be str or None, not \(separator.qualifiedTypeName)")
      }
      if separator.isEmpty { throw call.raise(.valueError, "empty separator") }
      parts = fromEnd ? splitFromEnd(text, separator, limit) : splitFromStart(text, separator, limit)
    } else {
      parts = fromEnd ? wordsFromEnd(text, limit) : wordsFromStart(text, limit)
    }
    try call.interpreter.charge(stringBytes: text.utf8Count)
    return try call.interpreter.list(parts.map { .string($0) })
  }

  private static func splitFromStart(_ text: PyString, _ separator: PyString, _ limit: Int) -> [PyString] {
    let found = ByteSearch.all(separator.bytes, in: text.bytes, limit: limit)
    return pieces(of: text, cutAt: found, width: separator.utf8Count)
  }

  private static func splitFromEnd(_ text: PyString, _ separator: PyString, _ limit: Int) -> [PyString] {
    // Occurrences from the end are those of the reversed separator in the reversed text.
    let count = text.utf8Count
    let width = separator.utf8Count
    let found = ByteSearch.all(separator.bytes.reversed(), in: text.bytes.reversed(), limit: limit)
    return pieces(of: text, cutAt: found.map { count - $0 - width }.reversed(), width: width)
  }

  private static func pieces(of text: PyString, cutAt offsets: [Int], width: Int) -> [PyString] {
    var result: [PyString] = []
    result.reserveCapacity(offsets.count + 1)
    var position = 0
    for offset in offsets {
      result.append(text.slice(utf8: position..<offset))
      position = offset + width
    }
    result.append(text.slice(utf8: position..<text.utf8Count))
    return result
  }

  private static func wordsFromStart(_ text: PyString, _ limit: Int) -> [PyString] {
    var words: [PyString] = []
    var rest = Substring(text.text).unicodeScalars
    while true {
      rest = rest.drop(while: StringText.isSpace)
      if rest.isEmpty { return words }
      if words.count == limit {
        words.append(PyString(String(rest)))
        return words
      }
      let word = rest.prefix { !StringText.isSpace($0) }
      words.append(PyString(String(word)))
      rest = rest[word.endIndex...]
    }
  }

  private static func wordsFromEnd(_ text: PyString, _ limit: Int) -> [PyString] {
    var words: [PyString] = []
    var rest = Substring(text.text).unicodeScalars
    while true {
      while let last = rest.last, StringText.isSpace(last) { rest.removeLast() }
      if rest.isEmpty { break }
      if words.count == limit {
        words.append(PyString(String(rest)))
        break
      }
      var word = rest
      if let space = rest.lastIndex(where: StringText.isSpace) { word = rest[rest.index(after: space)...] }
      words.append(PyString(String(word)))
      rest = rest[..<word.startIndex]
    }
    return words.reversed()
  }

  @Sendable static func splitLines(_ call: NativeCall) throws(Unwind) -> Object {
    let keepsEnds = call[0] == nil ? false : try call.cInt(0) != 0
    let text = StringType.receiver(call)
    try call.interpreter.charge(stringBytes: text.utf8Count)
    var lines: [Object] = []
    var line = String.UnicodeScalarView()
    var isOpen = false
    func finish() {
      lines.append(.string(String(line)))
      line = String.UnicodeScalarView()
      isOpen = false
    }
    var pendingReturn = false
    for scalar in text.scalars {
      if pendingReturn {
        pendingReturn = false
        if scalar == "\n" {
          if keepsEnds { line.append(scalar) }
          finish()
          continue
        }
        finish()
      }
      isOpen = true
      if StringText.isLineEnd(scalar) {
        if keepsEnds { line.append(scalar) }
        if scalar == "\r" { pendingReturn = true } else { finish() }
      } else {
        line.append(scalar)
      }
    }
    if pendingReturn || isOpen { finish() }
    return try call.interpreter.list(lines)
  }

  static func partition(_ call: NativeCall, fromEnd: Bool) throws(Unwind) -> Object {
    guard case .string(let separator) = call.required(0) else {
      throw call.raise(.typeError, "must be str, not \(call.required(0).qualifiedTypeName)")
    }
    if separator.isEmpty { throw call.raise(.valueError, "empty separator") }
    let text = StringType.receiver(call)
    try call.interpreter.charge(stringBytes: text.utf8Count)
    let bytes = text.bytes
    let found =
      fromEnd
      ? ByteSearch.last(separator.bytes, in: bytes, before: bytes.count)
      : ByteSearch.first(separator.bytes, in: bytes, from: 0)
    guard let found else {
      let empty = Object.string(PyString.empty)
      return call.interpreter.tuple(fromEnd ? [empty, empty, call.receiver] : [call.receiver, empty, empty])
    }
    return call.interpreter.tuple([
      .string(text.slice(utf8: 0..<found)), .string(separator),
      .string(text.slice(utf8: (found + separator.utf8Count)..<bytes.count)),
    ])
  }
}
