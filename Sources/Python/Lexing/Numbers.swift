/// Numeric literals (Language Reference, *Numeric literals*; CPython `tok_get` and
/// `verify_end_of_number`, whose messages these are).
extension Lexer {
  mutating func tokenizeNumber() {
    let start = position
    if let problem = scanNumber() {
      let errorEnd = min(position + 1, end)
      while position < end, isIdentifierByte(bytes[position]) { position += 1 }
      report(problem, start..<max(errorEnd, start))
      emit(.invalid, start, position)
    } else {
      emit(.number, start, position)
    }
  }

  /// Moves past the number; what is wrong with it, if anything.
  private mutating func scanNumber() -> String? {
    guard byte(at: position) == UInt8(ascii: "0") else {
      if byte(at: position) != UInt8(ascii: "."), let problem = scanDecimalDigits() { return problem }
      return scanFractionAndExponent() ?? verifyEnd("decimal")
    }
    switch byte(at: position + 1) | 0x20 {
    case UInt8(ascii: "x"): return scanDigits(ofRadix: 16, "hexadecimal")
    case UInt8(ascii: "o"): return scanDigits(ofRadix: 8, "octal")
    case UInt8(ascii: "b"): return scanDigits(ofRadix: 2, "binary")
    default: return scanAfterLeadingZero()
    }
  }

  private mutating func scanAfterLeadingZero() -> String? {
    var isZero = true
    while true {
      if byte(at: position) == UInt8(ascii: "_") {
        position += 1
        guard isDigit(byte(at: position)) else { return "invalid decimal literal" }
      }
      guard byte(at: position) == UInt8(ascii: "0") else { break }
      position += 1
    }
    if isDigit(byte(at: position)) {
      isZero = false
      if let problem = scanDecimalDigits() { return problem }
    }
    let endOfDigits = position
    if let problem = scanFractionAndExponent() { return problem }
    if !isZero, position == endOfDigits {
      return "leading zeros in decimal integer literals are not permitted; "
        + "use an 0o prefix for octal integers"
    }
    return verifyEnd("decimal")
  }

  private mutating func scanDecimalDigits() -> String? {
    while true {
      while isDigit(byte(at: position)) { position += 1 }
      guard byte(at: position) == UInt8(ascii: "_") else { return nil }
      position += 1
      guard isDigit(byte(at: position)) else { return "invalid decimal literal" }
    }
  }

  private mutating func scanFractionAndExponent() -> String? {
    if byte(at: position) == UInt8(ascii: ".") {
      position += 1
      if isDigit(byte(at: position)), let problem = scanDecimalDigits() { return problem }
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      let next = byte(at: position + 1)
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
        guard isDigit(byte(at: position + 2)) else {
          position += 1
          return "invalid decimal literal"
        }
        position += 2
      } else if isDigit(next) {
        position += 1
      } else {
        return nil
      }
      if let problem = scanDecimalDigits() { return problem }
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "j") {
      position += 1
      return verifyEnd("imaginary")
    }
    return nil
  }

  private mutating func scanDigits(ofRadix radix: UInt8, _ name: String) -> String? {
    position += 2
    repeat {
      if byte(at: position) == UInt8(ascii: "_") { position += 1 }
      guard isRadixDigit(byte(at: position), radix) else {
        return invalidDigit(name) ?? "invalid \(name) literal"
      }
      while isRadixDigit(byte(at: position), radix) { position += 1 }
    } while byte(at: position) == UInt8(ascii: "_")
    return invalidDigit(name) ?? verifyEnd(name)
  }

  private func invalidDigit(_ name: String) -> String? {
    guard isDigit(byte(at: position)) else { return nil }
    return "invalid digit '\(Character(Unicode.Scalar(byte(at: position))))' in \(name) literal"
  }

  private func isRadixDigit(_ byte: UInt8, _ radix: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: byte - 0x30 < radix
    case 0x41...0x46, 0x61...0x66: radix == 16
    default: false
    }
  }

  /// A name may not follow a number at once, but the keywords that can follow an operand may (`1if x`).
  private func verifyEnd(_ name: String) -> String? {
    guard isIdentifierByte(byte(at: position)) else { return nil }
    for keyword in ["and", "else", "for", "if", "in", "is", "or", "not"] as [StaticString] {
      let matches = keyword.withUTF8Buffer { word in
        word.indices.allSatisfy { byte(at: position + $0) == word[$0] }
      }
      if matches { return nil }
    }
    return "invalid \(name) literal"
  }
}
