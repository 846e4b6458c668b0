/// Characters by their Unicode name, for `\N{…}` (Unicode Standard, section 4.8, *Name*).
enum UnicodeNames {
  /// Names are compared without regard to case, as CPython's `unicodedata.lookup` does.
  static func scalar(named name: String) -> Unicode.Scalar? {
    let upper = name.uppercased()
    return table[upper] ?? algorithmic(upper)
  }

  /// Built on first use; most files never do.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    let ranges: [ClosedRange<UInt32>] = [
      0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xD7A4...0xD7FF,
      0xF900...0x16FFF, 0x18800...0x1FFFF, 0xE0000...0xE01EF,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if let alias = scalar.properties.nameAlias { table[alias] = scalar }
      if let name = scalar.properties.name { table[name] = scalar }
    }
    for (alias, value) in abbreviations {
      if table[alias] == nil, let scalar = Unicode.Scalar(value) { table[alias] = scalar }
    }
    return table
  }()

  /// Names that spell out the code point, or that Unicode computes.
  private static func algorithmic(_ name: String) -> Unicode.Scalar? {
    if let dash = name.lastIndex(of: "-"), let value = UInt32(name[name.index(after: dash)...], radix: 16),
      let scalar = Unicode.Scalar(value), scalar.properties.name == name
    {
      return scalar
    }
    guard name.hasPrefix("HANGUL SYLLABLE ") else { return nil }
    for value in UInt32(0xAC00)...0xD7A3 {
      if let scalar = Unicode.Scalar(value), scalar.properties.name == name { return scalar }
    }
    return nil
  }

  /// Further aliases of `NameAliases.txt` that are in use.
  private static let abbreviations: [(String, UInt32)] = [
    ("NULL", 0x00), ("NUL", 0x00), ("BELL", 0x1F514), ("ALERT", 0x07), ("BACKSPACE", 0x08),
    ("CHARACTER TABULATION", 0x09), ("HORIZONTAL TABULATION", 0x09), ("TAB", 0x09),
    ("LINE FEED", 0x0A), ("NEW LINE", 0x0A), ("END OF LINE", 0x0A), ("LF", 0x0A), ("NL", 0x0A),
    ("EOL", 0x0A), ("LINE TABULATION", 0x0B), ("VERTICAL TABULATION", 0x0B), ("VT", 0x0B),
    ("FORM FEED", 0x0C), ("FF", 0x0C), ("CARRIAGE RETURN", 0x0D), ("CR", 0x0D), ("ESCAPE", 0x1B),
    ("ESC", 0x1B), ("SPACE", 0x20), ("SP", 0x20), ("DELETE", 0x7F), ("DEL", 0x7F), ("NEXT LINE", 0x85),
    ("NEL", 0x85), ("NO-BREAK SPACE", 0xA0), ("NBSP", 0xA0), ("SOFT HYPHEN", 0xAD), ("SHY", 0xAD),
    ("ZWSP", 0x200B), ("ZWNJ", 0x200C), ("ZWJ", 0x200D), ("LRM", 0x200E), ("RLM", 0x200F),
    ("LRE", 0x202A), ("RLE", 0x202B), ("PDF", 0x202C), ("LRO", 0x202D), ("RLO", 0x202E),
    ("NNBSP", 0x202F), ("MMSP", 0x205F), ("WJ", 0x2060), ("LRI", 0x2066), ("RLI", 0x2067),
    ("FSI", 0x2068), ("PDI", 0x2069), ("BYTE ORDER MARK", 0xFEFF), ("BOM", 0xFEFF), ("ZWNBSP", 0xFEFF),
  ]
}
