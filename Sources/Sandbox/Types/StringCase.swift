/// Case mappings with their full forms (`do_lower`, `do_title`, `do_casefold` in CPython's `unicodeobject.c`).
enum StringCase {
  static func lower(_ string: PyString) -> PyString {
    if string.isASCII { return PyString(mapASCII(string) { (65...90).contains($0) ? $0 + 32 : $0 }) }
    let scalars = Array(string.scalars)
    var result = String.UnicodeScalarView()
    for index in scalars.indices { appendLower(scalars, index, to: &result) }
    return PyString(String(result))
  }

  static func upper(_ string: PyString) -> PyString {
    if string.isASCII { return PyString(mapASCII(string) { (97...122).contains($0) ? $0 - 32 : $0 }) }
    return PyString(string.scalars.map { isKnown($0) ? $0.properties.uppercaseMapping : String($0) }.joined())
  }

  static func casefold(_ string: PyString) -> PyString {
    if string.isASCII { return lower(string) }
    return PyString(string.scalars.map(folded).joined())
  }

  /// Upper (title) case for each cased character after one that isn't, lower case for the others.
  static func title(_ string: PyString) -> PyString {
    let scalars = Array(string.scalars)
    var result = String.UnicodeScalarView()
    var followsCased = false
    for (index, scalar) in scalars.enumerated() {
      if followsCased { appendLower(scalars, index, to: &result) } else { appendTitle(scalar, to: &result) }
      followsCased = isKnown(scalar) && scalar.properties.isCased
    }
    return PyString(String(result))
  }

  static func capitalize(_ string: PyString) -> PyString {
    let scalars = Array(string.scalars)
    guard let first = scalars.first else { return string }
    var result = String.UnicodeScalarView()
    appendTitle(first, to: &result)
    for index in scalars.indices.dropFirst() { appendLower(scalars, index, to: &result) }
    return PyString(String(result))
  }

  static func swapcase(_ string: PyString) -> PyString {
    let scalars = Array(string.scalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if StringText.isUpper(scalar) {
        appendLower(scalars, index, to: &result)
      } else if StringText.isLower(scalar) {
        result.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return PyString(String(result))
  }

  private static func mapASCII(_ string: PyString, _ map: (UInt8) -> UInt8) -> String {
    String(decoding: string.text.utf8.map(map), as: UTF8.self)
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || scalar.properties.age.map { $0.major <= 14 } ?? false
  }

  private static func appendLower(
    _ scalars: [Unicode.Scalar], _ index: Int, to result: inout String.UnicodeScalarView
  ) {
    let scalar = scalars[index]
    if scalar == "\u{3A3}" {
      result.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
    } else if isKnown(scalar) {
      result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }

  private static func appendTitle(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    guard isKnown(scalar) else { return result.append(scalar) }
    result.append(contentsOf: scalar.properties.titlecaseMapping.unicodeScalars)
  }

  /// A capital sigma at the end of a word: a cased letter before it and none after, apart from what case ignores.
  private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard let before = scalars[..<index].last(where: { !$0.properties.isCaseIgnorable }),
      before.properties.isCased
    else { return false }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return !(after?.properties.isCased ?? false)
  }

  /// The full case folding. Swift's tables have no folding of their own: it is the lower case of the upper case
  /// for every character where the two tables of Unicode agree, and listed where they don't.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    guard isKnown(scalar) else { return String(scalar) }
    switch scalar.value {
    case 0x0130: return "i\u{307}"
    case 0x0131: return "\u{131}"
    case 0x13A0...0x13F5: return String(scalar)
    case 0x13F8...0x13FD: return scalar.properties.uppercaseMapping
    case 0xAB70...0xABBF: return scalar.properties.uppercaseMapping
    case 0x1E9E: return "ss"
    default: break
    }
    guard scalar.properties.changesWhenCaseFolded else { return String(scalar) }
    // The upper case of what has a title or an iota subscript form expands as folding does.
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.map { $0.properties.lowercaseMapping }.joined()
  }
}
