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
        // Reported for the file as a whole.
        return false
      case .scalarValue(let scalar):
        let width = UTF8.width(scalar)
        let isFirst = offset == range.lowerBound
        let properties = scalar.properties
        let isInClass = isFirst ? properties.isXIDStart : properties.isXIDContinue
        let fits = scalar == "_" || (isInClass && isAssigned(scalar))
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

/// Whether a character is assigned in Unicode 14, the version of CPython 3.11.
func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
  guard let age = scalar.properties.age else { return false }
  return age.major <= 14
}

/// Python's `str.isprintable` for one character: all but the categories *Other* and *Separator*, and a space.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return scalar.value >= 0x20 }
  guard isAssigned(scalar) else { return false }
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
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
  var normalized = ""
  for scalar in name.unicodeScalars {
    if scalar.value >= 0x80, let replacement = CompatibilityCharacters.replacement(for: scalar) {
      normalized += replacement
    } else {
      normalized.unicodeScalars.append(scalar)
    }
  }
  return normalized
}
