/// `strftime`: what CPython does itself (`%f`, `%z`, `%Z`), and the C library's directives in
/// the C locale, as on Linux.
struct DateFormatter {
  let date: CivilDate
  let time: ClockTime
  let zone: FixedZone?

  func format(_ format: String) throws(DateFailure) -> String {
    var result = String.UnicodeScalarView()
    var scalars = format.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        if scalar.value == 0 { throw .value("embedded null character") }
        result.append(scalar)
        continue
      }
      guard let letter = scalars.next() else {
        result.append(scalar)
        break
      }
      if letter == "-", let number = scalars.next() {
        result.append(contentsOf: try unpadded(number, in: format).unicodeScalars)
      } else {
        result.append(contentsOf: try directive(letter, in: format).unicodeScalars)
      }
    }
    return String(result)
  }

  /// `%-d` and the like: a number without leading zeros or blanks.
  private func unpadded(_ letter: Unicode.Scalar, in format: String) throws(DateFailure) -> String {
    guard "deHIjklmMSuVUWwy".unicodeScalars.contains(letter) else { throw unknown(format) }
    let text = try directive(letter, in: format).drop { $0 == " " }
    let digits = text.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  private func unknown(_ format: String) -> DateFailure {
    .unsupported("strftime format \(PythonRepr.string(format))")
  }

  private func directive(_ letter: Unicode.Scalar, in text: String) throws(DateFailure) -> String {
    let twelveHour = (time.hour + 11) % 12 + 1
    switch letter {
    case "a": return String(Self.capitalized(DateFormat.weekdays, date.weekday).prefix(3))
    case "A": return Self.capitalized(DateFormat.weekdays, date.weekday)
    case "b", "h": return String(Self.capitalized(DateFormat.months, date.month - 1).prefix(3))
    case "B": return Self.capitalized(DateFormat.months, date.month - 1)
    case "c": return try format("%a %b %e %H:%M:%S %Y")
    case "C": return String(date.year / 100)
    case "d": return digits(date.day, 2)
    case "D", "x": return try format("%m/%d/%y")
    case "e": return blankPadded(date.day)
    case "f": return digits(time.microsecond, 6)
    case "F": return "\(date.year)-\(digits(date.month, 2))-\(digits(date.day, 2))"
    case "g": return digits(date.isoWeekDate.year % 100, 2)
    case "G": return String(date.isoWeekDate.year)
    case "H": return digits(time.hour, 2)
    case "I": return digits(twelveHour, 2)
    case "j": return digits(date.dayOfYear, 3)
    case "k": return blankPadded(time.hour)
    case "l": return blankPadded(twelveHour)
    case "m": return digits(date.month, 2)
    case "M": return digits(time.minute, 2)
    case "n": return "\n"
    case "p": return time.hour < 12 ? "AM" : "PM"
    case "P": return time.hour < 12 ? "am" : "pm"
    case "r": return try format("%I:%M:%S %p")
    case "R": return try format("%H:%M")
    case "s":
      return String((date.ordinal - CivilDate.epochOrdinal) * 86_400 + time.microsecondsOfDay / 1_000_000)
    case "S": return digits(time.second, 2)
    case "t": return "\t"
    case "T", "X": return try format("%H:%M:%S")
    case "u": return String(date.weekday + 1)
    case "U": return digits((date.dayOfYear + 6 - (date.weekday + 1) % 7) / 7, 2)
    case "V": return digits(date.isoWeekDate.week, 2)
    case "w": return String((date.weekday + 1) % 7)
    case "W": return digits((date.dayOfYear + 6 - date.weekday) / 7, 2)
    case "y": return digits(date.year % 100, 2)
    case "Y": return String(date.year)
    case "z": return zone.map { FixedZone.text($0.offset, separator: "") } ?? ""
    case "Z": return (zone?.displayName ?? nil) ?? ""
    case "%": return "%"
    default: throw unknown(text)
    }
  }

  private func blankPadded(_ number: Int) -> String { number < 10 ? " \(number)" : String(number) }

  private static func capitalized(_ names: [String], _ index: Int) -> String {
    guard names.indices.contains(index) else { return "" }
    return names[index].prefix(1).uppercased() + names[index].dropFirst()
  }
}
