/// Which type a plain scalar has, by the patterns that the Panther tool resolves scalars with.
///
/// PyYAML's YAML 1.1 patterns (`resolver.py`, 6.0.3) decide the type; the constructors of
/// panther_analysis_tool 1.11 decide the value. They disagree in places: `0o10` is a string for the one, and
/// `0644` is an octal pattern read as a decimal number by the other.
enum ScalarResolution {
  enum Tag: Sendable { case null, bool, int, float, string, merge, valueIndicator }

  static func resolve(_ bytes: ArraySlice<UInt8>) -> Tag {
    guard let first = bytes.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return bytes.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return isAny(bytes, of: ["null", "Null", "NULL"]) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return isAny(bytes, of: ["true", "True", "TRUE"]) ? .bool : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return isAny(bytes, of: ["false", "False", "FALSE"]) ? .bool : .string
    case UInt8(ascii: "="): return bytes.count == 1 ? .valueIndicator : .string
    case UInt8(ascii: "<"): return isAny(bytes, of: ["<<"]) ? .merge : .string
    case .dash, UInt8(ascii: "+"), .dot, UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = NumberPattern(bytes)
      if number.isFloat() { return .float }
      return number.isInt() ? .int : .string
    default: return .string
    }
  }

  /// Whether `resolve` must answer `string` to a text that starts with this byte and has this many.
  @inline(__always) static func isSurelyString(startingWith first: UInt8, count: Int) -> Bool {
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "="): count != 1
    case UInt8(ascii: "<"): count != 2
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"): count != 4
    case UInt8(ascii: "f"), UInt8(ascii: "F"): count != 5
    case .dash, UInt8(ascii: "+"), .dot, UInt8(ascii: "0")...UInt8(ascii: "9"): false
    default: true
    }
  }

  private static func isAny(_ bytes: ArraySlice<UInt8>, of words: [StaticString]) -> Bool {
    words.contains { word in
      word.withUTF8Buffer { $0.count == bytes.count && $0.elementsEqual(bytes) }
    }
  }
}

/// The number patterns, matched by hand over bytes.
private struct NumberPattern {
  let bytes: ArraySlice<UInt8>
  var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.index = bytes.startIndex
  }

  private var isAtEnd: Bool { index == bytes.endIndex }
  private var current: UInt8 { index < bytes.endIndex ? bytes[index] : 0 }

  private mutating func eat(_ byte: UInt8) -> Bool {
    guard !isAtEnd, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func eatSign() -> Bool { eat(.dash) || eat(UInt8(ascii: "+")) }

  /// Returns how many bytes were eaten.
  @discardableResult
  private mutating func eatAll(_ isMember: (UInt8) -> Bool) -> Int {
    let start = index
    while !isAtEnd, isMember(bytes[index]) { index += 1 }
    return index - start
  }

  private func rest(isAnyOf words: [StaticString]) -> Bool {
    let rest = bytes[index...]
    return words.contains { word in
      word.withUTF8Buffer { $0.count == rest.count && $0.elementsEqual(rest) }
    }
  }

  mutating func isFloat() -> Bool {
    index = bytes.startIndex
    let isSigned = eatSign()
    if current == .dot {
      if rest(isAnyOf: [".inf", ".Inf", ".INF"]) { return true }
      if isSigned { return false }
      if rest(isAnyOf: [".nan", ".NaN", ".NAN"]) { return true }
      index += 1
      guard isDigit(current) else { return false }
      eatAll(isDigitOrUnderscore)
      return endsWithOptionalExponent()
    }
    guard isDigit(current) else { return false }
    eatAll(isDigitOrUnderscore)
    if current == .colon { return eatSexagesimalPlaces() && eat(.dot) && endsAfterFraction() }
    guard eat(.dot) else { return false }
    eatAll(isDigitOrUnderscore)
    return endsWithOptionalExponent()
  }

  mutating func isInt() -> Bool {
    index = bytes.startIndex
    _ = eatSign()
    guard isDigit(current) else { return false }
    if eat(UInt8(ascii: "0")) {
      if isAtEnd { return true }
      if eat(UInt8(ascii: "b")) {
        return eatAll { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "_") } > 0
          && isAtEnd
      }
      if eat(UInt8(ascii: "x")) { return eatAll { isHexDigit($0) || $0 == UInt8(ascii: "_") } > 0 && isAtEnd }
      eatAll { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) || $0 == UInt8(ascii: "_") }
      return isAtEnd
    }
    eatAll(isDigitOrUnderscore)
    return isAtEnd || (eatSexagesimalPlaces() && isAtEnd)
  }

  /// `([eE][-+][0-9]+)?` and the end.
  private mutating func endsWithOptionalExponent() -> Bool {
    if isAtEnd { return true }
    guard eat(UInt8(ascii: "e")) || eat(UInt8(ascii: "E")), eatSign() else { return false }
    return eatAll(isDigit) > 0 && isAtEnd
  }

  private mutating func endsAfterFraction() -> Bool {
    eatAll(isDigitOrUnderscore)
    return isAtEnd
  }

  /// `(:[0-5]?[0-9])+`
  private mutating func eatSexagesimalPlaces() -> Bool {
    var places = 0
    while eat(.colon) {
      let start = index
      let digits = eatAll(isDigit)
      guard digits == 1 || (digits == 2 && bytes[start] <= UInt8(ascii: "5")) else { return false }
      places += 1
    }
    return places > 0
  }
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

@inline(__always) func isDigitOrUnderscore(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == UInt8(ascii: "_")
}

@inline(__always) func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }
