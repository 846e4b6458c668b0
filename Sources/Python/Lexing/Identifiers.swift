import SourceText

/// Names outside ASCII (Language Reference, *Identifiers and keywords*; PEP 3131).
extension Lexer {
  /// Whether the bytes spell `XID_Start XID_Continue*`; reports the first character that does not fit.
  mutating func isValidIdentifier(_ range: ByteRange) -> Bool {
    var offset = range.lowerBound
    var decoder = UTF8()
    var iterator = bytes[range].makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput:
        return true
      case .error:
        report(
          "(unicode error) 'utf-8' codec can't decode byte 0x\(String(bytes[offset], radix: 16))", range)
        return false
      case .scalarValue(let scalar):
        let width = UTF8.width(scalar)
        let isFirst = offset == range.lowerBound
        let fits =
          scalar == "_" || (isFirst ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue)
        if !fits {
          let code = hexadecimal(scalar.value, width: 4)
          report(
            isPrintable(scalar)
              ? "invalid character '\(scalar)' (U+\(code))" : "invalid non-printable character U+\(code)",
            offset..<(offset + width))
          return false
        }
        offset += width
      }
    }
  }
}

/// Python's `str.isprintable` for one character: all but the categories *Other* and *Separator*, and a space.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return scalar.value >= 0x20 }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    .spaceSeparator:
    return false
  default:
    return true
  }
}

/// A name as Python compares it. ASCII names, nearly all, are their own normal form.
func normalizedName(_ name: String) -> String {
  name
}
