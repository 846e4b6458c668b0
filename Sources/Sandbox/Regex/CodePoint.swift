/// Unicode facts about one code point, as CPython 3.11 knows them.
///
/// CPython 3.11 carries Unicode 14.0; Swift's tables are newer. A character that Unicode 14
/// had not assigned is treated as unassigned, so that a pattern matches what it would there.
/// Lone surrogates are code points here, with no properties.
enum CodePoint {
  /// The scalar, if Unicode 14 has it.
  private static func assigned(_ value: UInt32) -> Unicode.Scalar? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    guard value >= 128 else { return scalar }
    guard let age = scalar.properties.age, age.major <= 14 else { return nil }
    return scalar
  }

  /// `str.isdecimal`: what `\d` matches.
  static func isDecimal(_ value: UInt32) -> Bool {
    if value < 128 { return value >= 48 && value <= 57 }
    return assigned(value)?.properties.numericType == .decimal
  }

  /// `str.isspace`: what `\s` matches.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      return true
    default:
      return false
    }
  }

  /// `str.isalnum` or the underscore: what `\w` matches.
  static func isWord(_ value: UInt32) -> Bool {
    if value < 128 { return isASCIIWord(value) }
    guard let scalar = assigned(value) else { return false }
    return isLetter(scalar) || scalar.properties.numericType != nil
  }

  /// `str.isalpha` for one character.
  static func isAlphabetic(_ value: UInt32) -> Bool {
    assigned(value).map(isLetter) ?? false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      true
    default:
      false
    }
  }

  static func isASCIIWord(_ value: UInt32) -> Bool {
    switch value {
    case 48...57, 65...90, 95, 97...122: return true
    default: return false
    }
  }

  static func isASCIILetter(_ value: UInt32) -> Bool {
    (value >= 65 && value <= 90) || (value >= 97 && value <= 122)
  }

  static func isASCIIDigit(_ value: UInt32) -> Bool { value >= 48 && value <= 57 }

  static func isASCIISpace(_ value: UInt32) -> Bool {
    value == 32 || (value >= 9 && value <= 13)
  }

  /// The simple lower-case mapping: one code point for one.
  static func lowercase(_ value: UInt32) -> UInt32 {
    if value < 128 { return asciiLowercase(value) }
    guard let scalar = assigned(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  static func asciiLowercase(_ value: UInt32) -> UInt32 {
    value >= 65 && value <= 90 ? value + 32 : value
  }

  /// Every code point equal to this lower-case one for `re.IGNORECASE`.
  ///
  /// Two code points are equal when their simple lower-case mappings are, or when these
  /// mappings share an upper case (`s` and `ſ`, `σ` and `ς`).
  static func caseVariants(ofLowercase value: UInt32) -> [UInt32] {
    var variants: [UInt32] = []
    for lower in [value] + (sharingUppercase[value] ?? []) {
      if lowercase(lower) == lower { variants.append(lower) }
      variants += irregularUppercase[lower] ?? []
      guard let scalar = assigned(lower) else { continue }
      for mapping in [scalar.properties.uppercaseMapping, scalar.properties.titlecaseMapping] {
        let mapped = mapping.unicodeScalars
        guard let first = mapped.first, mapped.count == 1, first.value != lower else { continue }
        if lowercase(first.value) == lower { variants.append(first.value) }
      }
    }
    return variants
  }

  /// Lower-case letters that have one upper-case letter in common.
  private static let sharingUppercase: [UInt32: [UInt32]] = {
    let classes: [[UInt32]] = [
      [0x69, 0x131], [0x73, 0x17F], [0xB5, 0x3BC], [0x345, 0x3B9, 0x1FBE], [0x390, 0x1FD3],
      [0x3B0, 0x1FE3], [0x3B2, 0x3D0], [0x3B5, 0x3F5], [0x3B8, 0x3D1], [0x3BA, 0x3F0],
      [0x3C0, 0x3D6], [0x3C1, 0x3F1], [0x3C2, 0x3C3], [0x3C6, 0x3D5], [0x432, 0x1C80],
      [0x434, 0x1C81], [0x43E, 0x1C82], [0x441, 0x1C83], [0x442, 0x1C84, 0x1C85], [0x44A, 0x1C86],
      [0x463, 0x1C87], [0x1C88, 0xA64B], [0x1E61, 0x1E9B], [0xFB05, 0xFB06],
    ]
    var table: [UInt32: [UInt32]] = [:]
    for members in classes {
      for member in members { table[member] = members.filter { $0 != member } }
    }
    return table
  }()

  /// Upper-case letters that their lower case doesn't map back to.
  private static let irregularUppercase: [UInt32: [UInt32]] = [
    0x69: [0x130], 0x3B8: [0x3F4], 0xDF: [0x1E9E], 0x3C9: [0x2126], 0x6B: [0x212A],
    0xE5: [0x212B],
  ]
}
