/// `repr(str)` and `str.isidentifier`, for the messages that quote text.
enum PythonRepr {
  /// Single quotes unless the text has some and no double ones; what isn't printable escaped.
  static func string(_ text: some Sequence<UInt32>) -> String {
    let values = Array(text)
    let quote: Unicode.Scalar = values.contains(0x27) && !values.contains(0x22) ? "\"" : "'"
    var result = String.UnicodeScalarView([quote])
    for value in values {
      switch value {
      case 0x5C: result.append(contentsOf: "\\\\".unicodeScalars)
      case quote.value: result.append(contentsOf: "\\\(quote)".unicodeScalars)
      case 0x0A: result.append(contentsOf: "\\n".unicodeScalars)
      case 0x0D: result.append(contentsOf: "\\r".unicodeScalars)
      case 0x09: result.append(contentsOf: "\\t".unicodeScalars)
      default:
        if let scalar = Unicode.Scalar(value), isPrintable(scalar) {
          result.append(scalar)
        } else {
          result.append(contentsOf: escape(value).unicodeScalars)
        }
      }
    }
    result.append(quote)
    return String(result)
  }

  static func string(_ text: String) -> String { string(CodePoints(text)) }

  private static func escape(_ value: UInt32) -> String {
    let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16)
    return "\\" + letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `str.isprintable` for one character, by Unicode 14.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 127 { return scalar.value >= 32 }
    guard let age = scalar.properties.age, age.major <= 14 else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default:
      return true
    }
  }

  static func isIdentifier(_ text: [UInt32]) -> Bool {
    guard let first = text.first, first == 95 || property(first, \.isXIDStart) else { return false }
    return text.dropFirst().allSatisfy { property($0, \.isXIDContinue) }
  }

  private static func property(
    _ value: UInt32, _ path: KeyPath<Unicode.Scalar.Properties, Bool>
  ) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties[keyPath: path]
  }
}
