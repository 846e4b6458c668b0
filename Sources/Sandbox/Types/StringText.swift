/// How text is written, classified and cased (CPython's `unicodeobject.c` and `unicodetype.c`).
package enum StringText {
  /// `repr(str)`: single quotes unless there are only single quotes inside; what can't be printed is escaped.
  package static func repr(_ string: PyString, escapesNonASCII: Bool = false) -> PyString {
    let bytes = string.text.utf8
    // Most texts stand between the quotes as they are.
    if bytes.allSatisfy({ $0 &- 0x20 < 0x5F && $0 != 0x27 && $0 != 0x5C }) {
      return PyString("'" + string.text + "'")
    }
    let quote: Character = bytes.contains(0x27) && !bytes.contains(0x22) ? "\"" : "'"
    var result = String(quote)
    result.reserveCapacity(bytes.count + 2)
    for scalar in string.scalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where Character(scalar) == quote: result += "\\\(quote)"
      case _ where scalar.value < 0x7F && scalar.value >= 0x20: result.unicodeScalars.append(scalar)
      case _ where !escapesNonASCII && isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += escape(scalar)
      }
    }
    result.append(quote)
    return PyString(result)
  }

  /// `repr(bytes)`.
  package static func repr(bytes: some Collection<UInt8>) -> PyString {
    let quote: Character = bytes.contains(0x27) && !bytes.contains(0x22) ? "\"" : "'"
    var result = "b\(quote)"
    for byte in bytes {
      let scalar = Unicode.Scalar(byte)
      switch byte {
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case _ where Character(scalar) == quote: result += "\\\(quote)"
      case 0x20..<0x7F: result.unicodeScalars.append(scalar)
      default: result += "\\x" + hex(UInt32(byte), width: 2)
      }
    }
    result.append(quote)
    return PyString(result)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x100: "\\x" + hex(scalar.value, width: 2)
    case 0x100..<0x10000: "\\u" + hex(scalar.value, width: 4)
    default: "\\U" + hex(scalar.value, width: 8)
    }
  }

  static func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `str.isprintable` of one character. CPython 3.11 knows Unicode 14.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    guard let age = scalar.properties.age, age.major <= 14 else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }

  /// `str.isspace` of one character: bidirectional type WS, B or S, or category Zs.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  static func isASCIISpace(_ byte: UInt8) -> Bool {
    (0x09...0x0D).contains(byte) || (0x1C...0x20).contains(byte)
  }

  /// What ends a line for `str.splitlines`.
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func category(_ scalar: Unicode.Scalar) -> Unicode.GeneralCategory? {
    if scalar.value >= 0x80 {
      guard let age = scalar.properties.age, age.major <= 14 else { return nil }
    }
    return scalar.properties.generalCategory
  }

  static func isAlpha(_ scalar: Unicode.Scalar) -> Bool {
    switch category(scalar) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isDecimal(_ scalar: Unicode.Scalar) -> Bool { category(scalar) == .decimalNumber }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    guard category(scalar) != nil else { return false }
    return scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }

  static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    guard category(scalar) != nil else { return false }
    return scalar.properties.numericType != nil
  }

  static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    category(scalar) != nil && scalar.properties.isUppercase
  }

  static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    category(scalar) != nil && scalar.properties.isLowercase
  }

  static func isTitle(_ scalar: Unicode.Scalar) -> Bool { category(scalar) == .titlecaseLetter }

  /// A decimal digit's value, in any script.
  static func decimalValue(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value - 0x30) : nil
    }
    guard isDecimal(scalar), let value = scalar.properties.numericValue else { return nil }
    return UInt8(exactly: value)
  }

  /// The text with the digits of any script as ASCII digits and any space as a space; `nil` when something else
  /// than ASCII is in it. How `int` and `float` read text.
  static func asciiDigits(_ string: PyString) -> [UInt8]? {
    if string.isASCII { return string.bytes }
    var result: [UInt8] = []
    for scalar in string.scalars {
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else if isSpace(scalar) {
        result.append(0x20)
      } else if let digit = decimalValue(scalar) {
        result.append(0x30 + digit)
      } else {
        return nil
      }
    }
    return result
  }
}
