/// The pattern as CPython's parser reads it: one code point at a time, a backslash together
/// with the code point behind it.
struct RegexTokenizer {
  typealias Token = ArraySlice<UInt32>

  let text: [UInt32]
  private let isBytes: Bool
  private var index = 0
  private(set) var next: Token?

  init(_ text: [UInt32], isBytes: Bool = false) throws(RegexFailure) {
    self.text = text
    self.isBytes = isBytes
    try advance()
  }

  /// Where the next token starts.
  var position: Int { index - (next?.count ?? 0) }

  /// The next token if it is a single code point.
  var nextCharacter: UInt32? {
    guard let next, next.count == 1 else { return nil }
    return next.first
  }

  private mutating func advance() throws(RegexFailure) {
    guard index < text.count else {
      next = nil
      return
    }
    var end = index + 1
    if text[index] == 0x5C {
      guard end < text.count else {
        throw .syntax(
          RegexSyntaxError("bad escape (end of pattern)", at: text.count - 1, in: text))
      }
      end += 1
    }
    next = text[index..<end]
    index = end
  }

  mutating func get() throws(RegexFailure) -> Token? {
    let this = next
    try advance()
    return this
  }

  mutating func match(_ character: Unicode.Scalar) throws(RegexFailure) -> Bool {
    guard nextCharacter == character.value else { return false }
    try advance()
    return true
  }

  mutating func take(atMost count: Int, where accepts: (UInt32) -> Bool) throws(RegexFailure)
    -> [UInt32]
  {
    var taken: [UInt32] = []
    while taken.count < count, let character = nextCharacter, accepts(character) {
      taken.append(character)
      try advance()
    }
    return taken
  }

  mutating func seek(_ position: Int) throws(RegexFailure) {
    index = position
    try advance()
  }

  /// The text up to a terminator that is read too.
  mutating func take(until terminator: Unicode.Scalar, naming name: String) throws(RegexFailure)
    -> [UInt32]
  {
    var taken: [UInt32] = []
    while true {
      guard let token = try get() else {
        if taken.isEmpty { throw error("missing \(name)") }
        throw error("missing \(terminator), unterminated name", back: taken.count)
      }
      if token.count == 1, token.first == terminator.value {
        if taken.isEmpty { throw error("missing \(name)", back: 1) }
        return taken
      }
      taken += token
    }
  }

  func error(_ message: String, back offset: Int = 0) -> RegexFailure {
    .syntax(RegexSyntaxError(isBytes ? Self.escaped(message) : message, at: position - offset, in: text))
  }

  /// What a pattern on bytes says, in ASCII.
  private static func escaped(_ message: String) -> String {
    message.unicodeScalars.map { scalar in
      if scalar.isASCII { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      let (letter, width) = scalar.value < 0x100 ? ("x", 2) : ("u", 4)
      return "\\\(letter)\(String(repeating: "0", count: max(0, width - digits.count)))\(digits)"
    }.joined()
  }
}
