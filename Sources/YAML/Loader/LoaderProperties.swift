/// Anchors, aliases, tags and directives as libyaml's scanner takes them (`yaml_parser_scan_anchor`,
/// `yaml_parser_scan_tag`, `yaml_parser_scan_directive`).
extension LoaderScanner {
  private func isNameCharacter(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == .dash
  }

  private mutating func skipName() {
    while position < count, isNameCharacter(bytes[position]) { position += 1 }
  }

  private mutating func skipBlanks() {
    while position < count, isBlank(bytes[position]) { position += 1 }
  }

  mutating func scanAnchor(_ kind: LoaderToken.Kind) throws(LoaderFailure) {
    let start = position
    position += 1
    skipName()
    guard position > start + 1, endsAnchor(at: position) else {
      var end = position
      while !isBlankBreakOrEnd(at: end), !isFlowIndicator(bytes[end]) { end += 1 }
      throw LoaderFailure(rule: .anchorName, range: start..<end)
    }
    tokens.append(LoaderToken(kind, start, position))
  }

  private func endsAnchor(at offset: Int) -> Bool {
    if isBlankBreakOrEnd(at: offset) { return true }
    switch bytes[offset] {
    case .question, .colon, .comma, .closeSequence, .closeMapping, .percent, UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      return true
    default: return false
    }
  }

  // MARK: Tags

  mutating func scanTag() throws(LoaderFailure) {
    let start = position
    var token = LoaderToken(.tag, start, start)
    if byte(at: start + 1) == UInt8(ascii: "<") {
      position += 2
      try scanURI(allowsFlowIndicators: true, canBeEmpty: false, from: start)
      guard byte(at: position) == UInt8(ascii: ">") else { throw failure(.tagSyntax, at: position) }
      token.setContent(start + 2, position)
      position += 1
    } else {
      position += 1
      skipName()
      let hasHandle = byte(at: position) == .tag
      if hasHandle { position += 1 }
      let suffix = hasHandle ? position : start + 1
      try scanURI(allowsFlowIndicators: false, canBeEmpty: !hasHandle, from: start)
      token.setContent(suffix, position)
    }
    guard isBlankBreakOrEnd(at: position) || (flowLevel > 0 && bytes[position] == .comma) else {
      throw LoaderFailure(rule: .tagSyntax, range: start..<position + 1)
    }
    token.end = UInt32(truncatingIfNeeded: position)
    tokens.append(token)
  }

  private mutating func scanURI(
    allowsFlowIndicators: Bool, canBeEmpty: Bool, from tagStart: Int
  ) throws(LoaderFailure) {
    let start = position
    while position < count {
      let current = bytes[position]
      if current == .percent {
        try skipEscapedCharacter()
      } else if isURICharacter(current)
        || (allowsFlowIndicators
          && (current == .comma || current == .openSequence || current == .closeSequence))
      {
        position += 1
      } else {
        break
      }
    }
    guard canBeEmpty || position > start else { throw failure(.tagSyntax, at: tagStart) }
  }

  private func isURICharacter(_ byte: UInt8) -> Bool {
    if isNameCharacter(byte) { return true }
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "/"), .question, .colon, UInt8(ascii: "@"), .anchor,
      UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "$"), .dot, .tag, UInt8(ascii: "~"), .alias,
      .singleQuote, UInt8(ascii: "("), UInt8(ascii: ")"):
      return true
    default: return false
    }
  }

  /// `%XX` for each byte of a character in UTF-8.
  private mutating func skipEscapedCharacter() throws(LoaderFailure) {
    var left = 1
    var isFirst = true
    while left > 0 {
      guard byte(at: position) == .percent, let octet = escapedOctet(at: position) else {
        throw failure(.tagSyntax, at: position)
      }
      if isFirst {
        switch octet {
        case 0..<0x80: left = 1
        case 0xC0..<0xE0: left = 2
        case 0xE0..<0xF0: left = 3
        case 0xF0..<0xF8: left = 4
        default: throw failure(.tagSyntax, at: position)
        }
        isFirst = false
      } else if octet & 0xC0 != 0x80 {
        throw failure(.tagSyntax, at: position)
      }
      position += 3
      left -= 1
    }
  }

  private func escapedOctet(at offset: Int) -> UInt8? {
    let high = byte(at: offset + 1)
    let low = byte(at: offset + 2)
    guard isHexDigit(high), isHexDigit(low) else { return nil }
    return UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
  }

  // MARK: Directives

  mutating func scanDirective() throws(LoaderFailure) {
    let start = position
    position += 1
    skipName()
    let name = String(
      decoding: UnsafeBufferPointer(start: bytes + start + 1, count: position - start - 1), as: UTF8.self)
    var token = LoaderToken(.versionDirective, start, start)
    guard isBlankBreakOrEnd(at: position) else { throw failure(.directive, at: start) }
    skipBlanks()
    switch name {
    case "YAML":
      let major = try scanVersionNumber(start)
      guard byte(at: position) == .dot else { throw failure(.directive, at: start) }
      position += 1
      let minor = try scanVersionNumber(start)
      token.extra = major == 1 && (1...2).contains(minor) ? 1 : 0
    case "TAG":
      token.kind = .tagDirective
      try scanTagDirective(&token, start)
    default: throw LoaderFailure(rule: .directive, range: start..<position)
    }
    token.end = UInt32(truncatingIfNeeded: position)
    skipBlanks()
    if byte(at: position) == .comment { skipToEndOfLine() }
    let length = breakLength(at: position)
    guard length > 0 || position >= count else { throw failure(.directive, at: start) }
    if length > 0 { skipBreak(length) }
    tokens.append(token)
  }

  private mutating func scanVersionNumber(_ start: Int) throws(LoaderFailure) -> Int {
    var value = 0
    var digits = 0
    while isDigit(byte(at: position)) {
      digits += 1
      guard digits <= 9 else { throw failure(.directive, at: start) }
      value = value * 10 + Int(bytes[position]) - 0x30
      position += 1
    }
    guard digits > 0 else { throw failure(.directive, at: start) }
    return value
  }

  private mutating func scanTagDirective(_ token: inout LoaderToken, _ start: Int) throws(LoaderFailure) {
    let handle = position
    guard byte(at: handle) == .tag else { throw failure(.directive, at: start) }
    position += 1
    skipName()
    if byte(at: position) == .tag {
      position += 1
    } else if position > handle + 1 {
      throw failure(.directive, at: start)
    }
    guard isBlank(byte(at: position)) else { throw failure(.directive, at: start) }
    token.extra = Int32(truncatingIfNeeded: position)
    skipBlanks()
    let prefix = position
    try scanURI(allowsFlowIndicators: true, canBeEmpty: false, from: start)
    guard isBlankBreakOrEnd(at: position) else { throw failure(.directive, at: start) }
    token.setContent(prefix, position)
  }
}
