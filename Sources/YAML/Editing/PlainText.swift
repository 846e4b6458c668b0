/// Whether a text can be written without quotes, so that YAML 1.2.2 (section 7.3.3 and the core schema of
/// section 10.3), libyaml and the Panther tool's resolver all read that text again.
enum PlainText {
  /// Whether the characters and their order allow it.
  static func canBeWritten(_ text: String, isFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != .space, last != .space, last != .colon,
      canStart(bytes, first)
    else { return false }
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      if byte == .colon, next == .space || (isFlow && next == .question) { return false }
      if byte == .space, next == .comment { return false }
    }
    if isFlow, bytes.contains(where: isFlowIndicator) { return false }
    return text.unicodeScalars.allSatisfy { $0 != "\t" && isPrintable($0) }
  }

  /// `ns-plain-first`, without `?` and `:`, which libyaml reads differently.
  private static func canStart(_ bytes: [UInt8], _ first: UInt8) -> Bool {
    if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) { return false }
    if first == .dash { return bytes.count > 1 && bytes[1] != .space }
    return !isIndicator(first)
  }

  /// `nb-json` without what YAML 1.1 or libyaml takes for a line break or a byte order mark.
  static func isPrintable(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// Whether a reader that follows the core schema or the Panther tool takes the plain text for something
  /// else than text.
  static func isMisread(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    return ScalarResolution.resolve(bytes) != .string || isCoreNumber(bytes)
  }

  /// Whether other readers, of YAML 1.1, take it for a boolean or a point in time.
  static func isAmbiguous(_ text: String) -> Bool {
    switch text.lowercased() {
    case "y", "yes", "n", "no", "on", "off", "true", "false", "null": true
    default: startsWithDate(Array(text.utf8))
    }
  }

  /// The numbers of the core schema that the Panther tool's patterns don't have: `1e3`, `-.5`, `08`, `0o17`.
  private static func isCoreNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.starts(with: "0o".utf8) {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy { $0 &- 0x30 < 8 }
    }
    if rest.first == .dash || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    if rest.first == .dot {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      if whole.isEmpty && fraction.isEmpty { return false }
      rest = rest.dropFirst(1 + fraction.count)
    } else if whole.isEmpty {
      return false
    }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == .dash || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// `2024-01-31`, alone or before a time.
  private static func startsWithDate(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.prefix(while: { isDigit($0) || $0 == .dash })
    let digits = parts.split(separator: .dash, omittingEmptySubsequences: false).map(\.count)
    guard digits.count == 3, digits[0] == 4, (1...2).contains(digits[1]), (1...2).contains(digits[2]) else {
      return false
    }
    let rest = bytes.dropFirst(parts.count)
    guard let separator = rest.first else { return true }
    return separator | 0x20 == UInt8(ascii: "t") || (separator == .space && rest.contains(.colon))
  }
}
