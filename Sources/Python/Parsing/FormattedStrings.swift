import SourceText

/// F-strings by the rules of Python 3.11 (Language Reference 3.11, *Formatted string literals*; CPython
/// `string_parser.c`): an expression may hold neither a backslash nor a comment, and ends at the first `!`,
/// `:`, `=` or `}` outside its own brackets and strings.
extension Parser {
  /// The literals, of which at least one is an f-string, as one `joinedStr`.
  mutating func formattedString(_ literals: Range<Int>, from start: Int) -> Expression {
    var joined = JoinedParts()
    let outer = height
    height = 0
    for index in literals {
      let token = tokens[index]
      let literal = StringLiteral(token, in: bytes)
      if joined.literalStart == nil { joined.literalStart = literal.body.lowerBound }
      if literal.prefix.isFormatted {
        var scanner = FieldScanner(token: token, literal: literal, position: literal.body.lowerBound)
        formattedParts(&scanner, into: &joined, nesting: 0)
      } else {
        append(bytes[literal.body], of: literal, to: &joined.decoder, token)
        joined.literalEnd = literal.body.upperBound
      }
    }
    joined.endLiteral()
    let result = make(.joinedStr(values: joined.values), from: start)
    height = max(outer, height)
    return result
  }

  /// The values of a `joinedStr` so far, and the text since the last replacement field.
  private struct JoinedParts {
    var values: [Expression] = []
    var decoder = StringDecoder()
    var literalStart: Int?
    var literalEnd = 0

    mutating func endLiteral() {
      if !decoder.isEmpty {
        let start = literalStart ?? literalEnd
        values.append(Expression(.constant(decoder.constant), range: start..<max(start, literalEnd)))
      }
      decoder = StringDecoder()
      literalStart = nil
    }
  }

  /// A position in the body of an f-string.
  private struct FieldScanner {
    let token: Token
    let literal: StringLiteral
    var position: Int

    var end: Int { literal.body.upperBound }
  }

  /// Text and replacement fields up to the end of the string, or, in a format specification, to its `}`.
  private mutating func formattedParts(
    _ scanner: inout FieldScanner, into joined: inout JoinedParts, nesting: Int
  ) {
    while !isRecovering, scanner.position < scanner.end {
      literalPart(&scanner, into: &joined, nesting: nesting)
      guard !isRecovering, scanner.position < scanner.end else { return }
      if bytes[scanner.position] == UInt8(ascii: "}") { return }
      replacementField(&scanner, into: &joined, nesting: nesting)
    }
  }

  /// Text up to the next brace that is not doubled.
  private mutating func literalPart(
    _ scanner: inout FieldScanner, into joined: inout JoinedParts, nesting: Int
  ) {
    let isRaw = scanner.literal.prefix.isRaw
    let end = scanner.end
    if joined.literalStart == nil { joined.literalStart = scanner.position }
    var pieceStart = scanner.position
    var position = scanner.position
    scan: while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\") where !isRaw && position < end:
        if bytes[position] == UInt8(ascii: "N"), position + 1 < end, bytes[position + 1] == UInt8(ascii: "{")
        {
          while position < end, bytes[position] != UInt8(ascii: "}") { position += 1 }
          if position < end { position += 1 }
        } else if bytes[position] != UInt8(ascii: "{"), bytes[position] != UInt8(ascii: "}") {
          position += 1
        }
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        if nesting == 0, position < end, bytes[position] == byte {
          append(bytes[pieceStart..<position], of: scanner.literal, to: &joined.decoder, scanner.token)
          position += 1
          pieceStart = position
        } else if nesting == 0, byte == UInt8(ascii: "}") {
          fail("f-string: single '}' is not allowed", at: (position - 1)..<position)
          return
        } else {
          position -= 1
          break scan
        }
      default: break
      }
    }
    append(bytes[pieceStart..<position], of: scanner.literal, to: &joined.decoder, scanner.token)
    joined.literalEnd = position
    scanner.position = position
  }

  /// `{expression[=][!conversion][:specification]}`, from its `{` on.
  private mutating func replacementField(
    _ scanner: inout FieldScanner, into joined: inout JoinedParts, nesting: Int
  ) {
    let start = scanner.position
    guard nesting < 2 else {
      fail("f-string: expressions nested too deeply", at: start..<(start + 1))
      return
    }
    let expressionStart = start + 1
    guard let expressionEnd = endOfExpression(from: expressionStart, to: scanner.end) else { return }
    let outer = height
    height = 0
    let value = embeddedExpression(expressionStart..<expressionEnd)
    scanner.position = expressionEnd
    let isSelfDocumenting = bytes[expressionEnd] == UInt8(ascii: "=") && !isRecovering
    if isSelfDocumenting {
      scanner.position += 1
      while scanner.position < scanner.end, isSpace(bytes[scanner.position]) { scanner.position += 1 }
      joined.decoder.appendRaw(bytes[expressionStart..<scanner.position])
      joined.literalEnd = scanner.position
    }
    var conversion = conversion(&scanner)
    let specification = formatSpecification(&scanner, nesting: nesting)
    if !isRecovering {
      if scanner.position < scanner.end, bytes[scanner.position] == UInt8(ascii: "}") {
        scanner.position += 1
      } else {
        fail("f-string: expecting '}'", at: scanner.position..<scanner.position)
      }
    }
    if isSelfDocumenting, specification == nil, conversion == nil { conversion = .repr }
    height = max(outer, height + 1)
    joined.endLiteral()
    joined.values.append(
      Expression(
        .formattedValue(value: value, conversion: conversion, formatSpec: specification),
        range: start..<max(start, scanner.position)))
  }

  private mutating func conversion(_ scanner: inout FieldScanner) -> Conversion? {
    guard !isRecovering, scanner.position < scanner.end, bytes[scanner.position] == UInt8(ascii: "!") else {
      return nil
    }
    scanner.position += 1
    guard scanner.position < scanner.end else {
      fail("f-string: expecting '}'", at: scanner.position..<scanner.position)
      return nil
    }
    let letter = bytes[scanner.position]
    scanner.position += 1
    if letter < 0x80, let conversion = Conversion(rawValue: Character(Unicode.Scalar(letter))) {
      return conversion
    }
    fail(
      "f-string: invalid conversion character: expected 's', 'r', or 'a'",
      at: (scanner.position - 1)..<scanner.position)
    return nil
  }

  private mutating func formatSpecification(_ scanner: inout FieldScanner, nesting: Int) -> Expression? {
    guard !isRecovering, scanner.position < scanner.end, bytes[scanner.position] == UInt8(ascii: ":") else {
      return nil
    }
    scanner.position += 1
    let start = scanner.position
    guard start < scanner.end else {
      fail("f-string: expecting '}'", at: start..<start)
      return nil
    }
    var joined = JoinedParts()
    formattedParts(&scanner, into: &joined, nesting: nesting + 1)
    joined.endLiteral()
    height += 1
    return Expression(.joinedStr(values: joined.values), range: start..<max(start, scanner.position))
  }

  /// Where the expression of a replacement field ends; `nil`, with an error, when it does not.
  private mutating func endOfExpression(from start: Int, to end: Int) -> Int? {
    var open: [UInt8] = []
    var position = start
    while position < end {
      let byte = bytes[position]
      let next: UInt8 = position + 1 < end ? bytes[position + 1] : 0
      switch byte {
      case UInt8(ascii: "\\"):
        fail(
          "f-string expression part cannot include a backslash", at: position..<(position + 1))
        return nil
      case UInt8(ascii: "#"):
        fail("f-string expression part cannot include '#'", at: position..<(position + 1))
        return nil
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let after = endOfNestedString(at: position, to: end) else { return nil }
        position = after
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        guard open.count < Lexer.maximumNestedBrackets else {
          fail("f-string: too many nested parenthesis", at: position..<(position + 1))
          return nil
        }
        open.append(byte)
      case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
        if open.isEmpty {
          if next == UInt8(ascii: "=") {
            position += 1
          } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "=") {
            return position
          }
        }
      case UInt8(ascii: ":"), UInt8(ascii: "}"):
        if open.isEmpty { return position }
        if byte == UInt8(ascii: "}"), !closes(byte, &open, at: position) { return nil }
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if !closes(byte, &open, at: position) { return nil }
      default: break
      }
      position += 1
    }
    if let bracket = open.last {
      fail("f-string: unmatched '\(character(bracket))'", at: start..<end)
    } else {
      fail("f-string: expecting '}'", at: end..<end)
    }
    return nil
  }

  private mutating func closes(_ byte: UInt8, _ open: inout [UInt8], at position: Int) -> Bool {
    guard let bracket = open.popLast() else {
      fail("f-string: unmatched '\(character(byte))'", at: position..<(position + 1))
      return false
    }
    let expected: UInt8 =
      switch bracket {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: UInt8(ascii: "}")
      }
    if byte == expected { return true }
    fail(
      "f-string: closing parenthesis '\(character(byte))' does not match opening parenthesis "
        + "'\(character(bracket))'", at: position..<(position + 1))
    return false
  }

  /// Past a string inside a replacement field.
  private mutating func endOfNestedString(at start: Int, to end: Int) -> Int? {
    let quote = bytes[start]
    let isTriple = start + 2 < end && bytes[start + 1] == quote && bytes[start + 2] == quote
    var position = start + (isTriple ? 3 : 1)
    while position < end {
      if bytes[position] == UInt8(ascii: "\\") {
        fail(
          "f-string expression part cannot include a backslash", at: position..<(position + 1))
        return nil
      }
      if bytes[position] == quote {
        if !isTriple { return position + 1 }
        if position + 2 < end, bytes[position + 1] == quote, bytes[position + 2] == quote {
          return position + 3
        }
      }
      position += 1
    }
    fail("f-string: unterminated string", at: start..<end)
    return nil
  }

  private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// Parses part of this file as if it stood in parentheses.
  private mutating func embeddedExpression(_ range: ByteRange) -> Expression {
    if bytes[range].allSatisfy({ isSpace($0) && $0 != 0x0B }) {
      fail("f-string: empty expression not allowed", at: range)
      return Expression(.missing, range: range)
    }
    var lexer = Lexer(source, range: range)
    lexer.tokenizeEmbeddedExpression()
    if let error = lexer.errors.first {
      fail(error.message, at: error.range)
      return Expression(.missing, range: range)
    }
    let outerTokens = tokens
    let outerIndex = index
    let errorCount = errors.count
    tokens = lexer.tokens
    index = 0
    let value = atom()
    if kind != .endOfFile { fail("invalid syntax") }
    tokens = outerTokens
    index = outerIndex
    for index in errors.indices.dropFirst(errorCount) where !errors[index].message.hasPrefix("f-string") {
      let error = errors[index]
      errors[index] = PythonSyntaxError(
        kind: error.kind, message: "f-string: " + error.message, range: error.range)
    }
    return value
  }
}
