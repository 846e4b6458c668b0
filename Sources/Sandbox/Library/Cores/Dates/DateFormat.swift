/// A format of `strptime`, compiled to a regular expression as CPython does: what a directive
/// takes, how directives share out digits, and that case doesn't matter all follow from it.
/// The locale is C: English names.
struct DateFormat: Sendable {
  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private let format: String
  private let regex: Regex

  init(_ format: String) throws(DateFailure) {
    self.format = format
    let pattern = try Self.pattern(of: CodePoints(format), in: format)
    do {
      regex = try RegexCache.regex(pattern, flags: .ignoreCase)
    } catch .limit {
      throw .unsupported("a strptime format of \(format.utf8.count) bytes")
    } catch {
      // A directive that occurs twice, for one.
      throw .unsupported("strptime format \(PythonRepr.string(format))")
    }
  }

  // MARK: The pattern

  private static func pattern(of format: CodePoints, in text: String) throws(DateFailure) -> CodePoints {
    var pattern: CodePoints = []
    var index = 0
    while index < format.count {
      let character = format[index]
      index += 1
      if character == 0x25 {
        guard index < format.count else { throw .value("stray % in format '\(text)'") }
        pattern += CodePoints(try directive(format[index], in: text))
        index += 1
      } else if CodePoint.isSpace(character) {
        while index < format.count, CodePoint.isSpace(format[index]) { index += 1 }
        pattern += CodePoints("\\s+")
      } else if ".^$*+?(){}[]|\\".unicodeScalars.contains(where: { $0.value == character }) {
        pattern += [0x5C, character]
      } else {
        pattern.append(character)
      }
    }
    return pattern
  }

  private static func directive(_ letter: UInt32, in format: String) throws(DateFailure) -> String {
    let name = String(showing: [letter])
    if let fields = fields[name] { return "(?P<\(name)>\(fields))" }
    if let composite = composites[name] {
      return String(showing: try pattern(of: CodePoints(composite), in: format))
    }
    if name == "%" { return "%" }
    // What CPython escapes or turns into `\s+` before it looks for directives is reported as a %.
    let isRewritten = CodePoint.isSpace(letter) || ".^$*+?(){}[]|\\".contains(name)
    throw .value("'\(isRewritten ? "%" : name)' is a bad directive in format '\(format)'")
  }

  /// What each directive takes.
  private static let fields: [String: String] = {
    let week = #"5[0-3]|[0-4]\d|\d"#
    let byLength = { (names: [String]) in
      names.sorted { $0.utf8.count > $1.utf8.count }.joined(separator: "|")
    }
    return [
      "d": #"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]"#,
      "f": "[0-9]{1,6}",
      "H": #"2[0-3]|[01]\d|\d"#,
      "I": "1[0-2]|0[1-9]|[1-9]",
      "G": #"\d{4}"#,
      "j": #"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]"#,
      "m": "1[0-2]|0[1-9]|[1-9]",
      "M": #"[0-5]\d|\d"#,
      "S": #"6[01]|[0-5]\d|\d"#,
      "U": week,
      "W": week,
      "w": "[0-6]",
      "u": "[1-7]",
      "V": #"5[0-3]|0[1-9]|[1-4]\d|\d"#,
      "y": #"\d\d"#,
      "Y": #"\d{4}"#,
      "z": #"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)"#,
      "A": byLength(weekdays),
      "a": weekdays.map { $0.prefix(3) }.joined(separator: "|"),
      "B": byLength(months),
      "b": months.map { $0.prefix(3) }.joined(separator: "|"),
      "p": "am|pm",
      "Z": "utc|gmt",
    ]
  }()

  private static let composites = [
    "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S",
  ]

  // MARK: Parsing

  /// `datetime.strptime`.
  func parse(_ text: String) throws(DateFailure) -> Moment {
    let input = CodePoints(text)
    let found: Regex.Match?
    do {
      found = try regex.match(input)
    } catch {
      throw .unsupported("strptime of a text of \(input.count) characters")
    }
    guard let found else {
      throw .value("time data \(PythonRepr.string(text)) does not match format \(PythonRepr.string(format))")
    }
    guard found.range.upperBound == input.count else {
      throw .value("unconverted data remains: \(String(showing: input[found.range.upperBound...]))")
    }
    var fields = DateFields()
    for (name, group) in regex.groupNames {
      guard found.groups.indices.contains(group), let range = found.groups[group] else { continue }
      try fields.read(name, CodePoints(input[range]))
    }
    return try fields.moment()
  }
}
