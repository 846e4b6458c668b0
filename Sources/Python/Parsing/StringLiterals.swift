import SourceText

/// String literals that stand side by side are one constant, or one f-string (Language Reference, *String
/// literal concatenation*).
extension Parser {
  /// `strings: STRING+`
  mutating func strings() -> Expression {
    let start = self.start
    let first = index
    let errorCount = errors.count
    var isUnterminated = false
    var isFormatted = false
    var bytesCount = 0
    while kind == .string || kind == .unterminatedString {
      let literal = StringLiteral(token, in: bytes)
      if literal.prefix.isFormatted { isFormatted = true }
      if literal.prefix.isBytes { bytesCount += 1 }
      if kind == .unterminatedString { isUnterminated = true }
      advance()
    }
    let literals = first..<index
    defer {
      // What the lexer reported explains the rest.
      if isUnterminated { errors.removeSubrange(errorCount...) }
    }
    if bytesCount > 0, bytesCount < literals.count {
      fail("cannot mix bytes and nonbytes literals", at: range(from: start))
      return Expression(.constant(.string("")), range: range(from: start))
    }
    if isFormatted { return formattedString(literals, from: start) }
    height = max(height, 1)
    return Expression(.constant(constant(literals, isBytes: bytesCount > 0)), range: range(from: start))
  }

  private mutating func constant(_ literals: Range<Int>, isBytes: Bool) -> Constant {
    var decoder = StringDecoder()
    for index in literals {
      let token = tokens[index]
      let literal = StringLiteral(token, in: bytes)
      let body = bytes[literal.body]
      if isBytes, body.contains(where: { $0 >= 0x80 }) {
        fail("bytes can only contain ASCII literal characters", at: token.range)
      }
      append(body, of: literal, to: &decoder, token)
    }
    return isBytes ? .bytes(decoder.bytes) : decoder.constant
  }

  /// Decodes a piece of a literal, with escapes unless it is raw.
  mutating func append(
    _ body: ArraySlice<UInt8>, of literal: StringLiteral, to decoder: inout StringDecoder, _ token: Token
  ) {
    if literal.prefix.isRaw {
      decoder.appendRaw(body)
    } else if let problem = decoder.appendEscaped(body, isBytes: literal.prefix.isBytes) {
      fail(problem, at: token.range)
    }
  }
}

/// The parts of a string token.
struct StringLiteral {
  let prefix: StringPrefix
  /// Between the quotes.
  let body: ByteRange

  init(_ token: Token, in bytes: [UInt8]) {
    var quoteStart = token.start
    while quoteStart < token.end, bytes[quoteStart] != UInt8(ascii: "'"),
      bytes[quoteStart] != UInt8(ascii: "\"")
    {
      quoteStart += 1
    }
    prefix = StringPrefix(bytes[token.start..<quoteStart]) ?? StringPrefix()
    var width = 1
    if quoteStart + 2 < token.end, bytes[quoteStart + 1] == bytes[quoteStart],
      bytes[quoteStart + 2] == bytes[quoteStart]
    {
      width = 3
    }
    let start = min(quoteStart + width, token.end)
    body = start..<max(start, token.kind == .string ? token.end - width : token.end)
  }
}
