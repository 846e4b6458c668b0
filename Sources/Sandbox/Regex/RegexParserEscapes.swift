/// Backslash escapes, outside and inside character sets.
extension RegexParser {
  mutating func escape(_ token: RegexTokenizer.Token) throws(RegexFailure) -> RegexNode {
    guard let character = token.last, let scalar = Unicode.Scalar(character) else {
      return .literal(token.last ?? 0)
    }
    switch scalar {
    case "A": return .anchor(.textStart)
    case "Z": return .anchor(.textEnd)
    case "b": return .anchor(.wordBoundary)
    case "B": return .anchor(.notWordBoundary)
    case "0":
      let digits = try source.take(atMost: 2, where: Self.isOctal)
      return .literal(Self.number(digits, base: 8))
    case "1"..."9":
      return try groupReferenceOrOctal(token)
    default:
      if let category = Self.category(scalar) { return .set(items: [category], negated: false) }
      return .literal(try plainEscape(token, scalar))
    }
  }

  mutating func setEscape(_ token: RegexTokenizer.Token) throws(RegexFailure) -> RegexSetItem {
    guard let character = token.last, let scalar = Unicode.Scalar(character) else {
      return .range(token.last ?? 0, token.last ?? 0)
    }
    let value: UInt32
    switch scalar {
    case "b":
      value = 8
    case "0"..."7":
      let digits = [character] + (try source.take(atMost: 2, where: Self.isOctal))
      value = try octal(digits)
    case "8", "9":
      throw source.error("bad escape \(String(showing: token))", back: 2)
    default:
      if let category = Self.category(scalar) { return category }
      value = try plainEscape(token, scalar)
    }
    return .range(value, value)
  }

  /// The one character that an escape common to both places stands for.
  private mutating func plainEscape(_ token: RegexTokenizer.Token, _ scalar: Unicode.Scalar)
    throws(RegexFailure) -> UInt32
  {
    switch scalar {
    case "a": return 7
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "v": return 11
    case "x": return try hexadecimal(token, digits: 2)
    case "u" where !isBytes: return try hexadecimal(token, digits: 4)
    case "U" where !isBytes: return try hexadecimal(token, digits: 8)
    case "N" where !isBytes: throw .unsupported("\\N{…} in a regular expression")
    default:
      if CodePoint.isASCIILetter(scalar.value) {
        throw source.error("bad escape \(String(showing: token))", back: 2)
      }
      return scalar.value
    }
  }

  private mutating func hexadecimal(_ token: RegexTokenizer.Token, digits count: Int)
    throws(RegexFailure) -> UInt32
  {
    let digits = try source.take(atMost: count, where: Self.isHexadecimal)
    let text = String(showing: token) + String(showing: digits)
    guard digits.count == count else {
      throw source.error("incomplete escape \(text)", back: 2 + digits.count)
    }
    let value = Self.number(digits, base: 16)
    guard value <= 0x10FFFF else {
      throw source.error("bad escape \(text)", back: 2 + digits.count)
    }
    return value
  }

  private mutating func groupReferenceOrOctal(_ token: RegexTokenizer.Token)
    throws(RegexFailure) -> RegexNode
  {
    var digits = Array(token.dropFirst())
    if let second = source.nextCharacter, CodePoint.isASCIIDigit(second) {
      digits.append(second)
      _ = try source.get()
      if digits.allSatisfy(Self.isOctal), let third = source.nextCharacter, Self.isOctal(third) {
        digits.append(third)
        _ = try source.get()
        return .literal(try octal(digits))
      }
    }
    let group = Int(Self.number(digits, base: 10))
    guard group < groupWidths.count else {
      throw source.error("invalid group reference \(group)", back: digits.count)
    }
    guard groupWidths[group] != nil else {
      throw source.error("cannot refer to an open group", back: digits.count + 1)
    }
    try checkLookbehind(group)
    return .backreference(group)
  }

  private func octal(_ digits: [UInt32]) throws(RegexFailure) -> UInt32 {
    let value = Self.number(digits, base: 8)
    guard value <= 0o377 else {
      throw source.error(
        "octal escape value \\\(String(showing: digits)) outside of range 0-0o377",
        back: digits.count + 1)
    }
    return value
  }

  /// A group may be referred to in a lookbehind only if it was closed before it.
  func checkLookbehind(_ group: Int) throws(RegexFailure) {
    guard let known = lookbehindGroups else { return }
    guard groupWidths.indices.contains(group), groupWidths[group] != nil else {
      throw source.error("cannot refer to an open group")
    }
    guard group < known else {
      throw source.error("cannot refer to group defined in the same lookbehind subpattern")
    }
  }

  private static func category(_ letter: Unicode.Scalar) -> RegexSetItem? {
    switch letter {
    case "d": .category(.digit, negated: false)
    case "D": .category(.digit, negated: true)
    case "s": .category(.space, negated: false)
    case "S": .category(.space, negated: true)
    case "w": .category(.word, negated: false)
    case "W": .category(.word, negated: true)
    default: nil
    }
  }

  static func isOctal(_ character: UInt32) -> Bool { character >= 48 && character <= 55 }

  static func isHexadecimal(_ character: UInt32) -> Bool {
    CodePoint.isASCIIDigit(character) || (character | 32 >= 97 && character | 32 <= 102)
  }

  /// At most eight digits, each valid in its base.
  static func number(_ digits: [UInt32], base: UInt32) -> UInt32 {
    digits.reduce(0) { total, digit in
      let value = CodePoint.isASCIIDigit(digit) ? digit - 48 : (digit | 32) - 87
      return total &* base &+ value
    }
  }
}
