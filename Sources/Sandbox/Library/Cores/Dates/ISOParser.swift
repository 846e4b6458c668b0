/// `fromisoformat` of CPython 3.11: most of ISO 8601 for dates and times.
struct ISOParser {
  private struct Invalid: Error {}

  private let text: CodePoints
  private var index = 0

  /// `date.fromisoformat`.
  static func date(_ text: String) throws(DateFailure) -> CivilDate {
    var parser = ISOParser(text: CodePoints(text))
    guard [7, 8, 10].contains(parser.text.count), let fields = try? parser.date(),
      // CPython lets two characters follow the forms YYYYMMDD and YYYYWwwD.
      parser.index == parser.text.count || fields.isCompact
    else { throw invalid(text) }
    return try fields.date(orInvalid: text)
  }

  /// `datetime.fromisoformat`.
  static func moment(_ text: String) throws(DateFailure) -> Moment {
    var parser = ISOParser(text: CodePoints(text))
    guard parser.text.count >= 7 else { throw invalid(text) }
    let end = parser.endOfDate
    guard end <= parser.text.count else { throw invalid(text) }
    var dateParser = ISOParser(text: CodePoints(parser.text[..<end]))
    guard let fields = try? dateParser.date(), dateParser.index == end else { throw invalid(text) }
    if end == parser.text.count { return Moment(try fields.date(orInvalid: text), .midnight) }
    parser.index = end + 1
    if parser.text.dropFirst(end + 1).contains(where: { $0 > 127 }) {
      // CPython passes over single bytes here.
      throw .unsupported("fromisoformat of a time that isn't ASCII")
    }
    guard let (time, zone) = try? parser.timeAndZone() else { throw invalid(text) }
    let fixed: FixedZone? =
      if let zone {
        zone == 0 ? .utc : try FixedZone(try TimeSpan(microseconds: zone), name: nil)
      } else { nil }
    let date = try fields.date(orInvalid: text)
    return Moment(date, try ClockTime(time[0], time[1], time[2], time[3]), fixed)
  }

  private static func invalid(_ text: String) -> DateFailure {
    .value("Invalid isoformat string: \(PythonRepr.string(text))")
  }

  private init(text: CodePoints) { self.text = text }

  /// Where the date of a date and time ends: ISO 8601's forms have different lengths, and
  /// the separator may be any character.
  private var endOfDate: Int {
    let dash: UInt32 = 0x2D
    let week: UInt32 = 0x57
    guard text.count > 7 else { return 7 }
    if text[4] == dash {
      guard text[5] == week else { return 10 }
      guard text.count > 8, text[8] == dash else { return 8 }
      // YYYY-Www-D, unless the dash separates the time and two digits of an hour follow it.
      if text.count == 9 { return 10 }
      return text.count > 10 && CodePoint.isASCIIDigit(text[10]) ? 8 : 10
    }
    guard text[4] == week else { return 8 }
    // YYYYWww or YYYYWwwD: an even count of digits belongs to a time that follows the week.
    var digits = 7
    while digits < text.count, CodePoint.isASCIIDigit(text[digits]) { digits += 1 }
    if digits < 9 { return digits }
    return digits % 2 == 0 ? 7 : 8
  }

  private var next: UInt32? { index < text.count ? text[index] : nil }

  private mutating func number(_ width: Int) throws -> Int {
    var value = 0
    for _ in 0..<width {
      guard let digit = next, CodePoint.isASCIIDigit(digit) else { throw Invalid() }
      value = value * 10 + Int(digit - 48)
      index += 1
    }
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == character.value else { return false }
    index += 1
    return true
  }

  /// A date as it stands, not yet checked against the calendar.
  private struct DateFields {
    var year: Int
    var month = 1
    var day = 1
    var week: Int?
    var isCompact = false

    func date(orInvalid text: String) throws(DateFailure) -> CivilDate {
      guard let week else { return try CivilDate(year, month, day) }
      guard CivilDate.years.contains(year) else { throw .unsupported("an ISO week of year \(year)") }
      let monday = CivilDate.firstMonday(ofISOYear: year)
      let weeks = (CivilDate.firstMonday(ofISOYear: year + 1) - monday) / 7
      guard (1...weeks).contains(week), (1...7).contains(day) else { throw ISOParser.invalid(text) }
      guard let date = CivilDate(ordinal: monday + (week - 1) * 7 + day - 1) else {
        throw .unsupported("an ISO week date outside the years 1 to 9999")
      }
      return date
    }
  }

  private mutating func date() throws -> DateFields {
    var fields = DateFields(year: try number(4))
    let isSeparated = take("-")
    if take("W") {
      fields.week = try number(2)
      if index < text.count {
        guard take("-") == isSeparated else { throw Invalid() }
        fields.day = try number(1)
        fields.isCompact = !isSeparated
      }
      return fields
    }
    fields.month = try number(2)
    guard take("-") == isSeparated else { throw Invalid() }
    fields.day = try number(2)
    fields.isCompact = !isSeparated
    return fields
  }

  /// The fields of a time, and the zone's offset in microseconds if there is one.
  private mutating func timeAndZone() throws -> ([Int], Int128?) {
    let end = text[index...].firstIndex { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A } ?? text.count
    let time = try time(until: end)
    guard end < text.count else {
      guard !time.hasMore else { throw Invalid() }
      return (time.fields, nil)
    }
    index = end + 1
    if text[end] == 0x5A {
      guard index == text.count else { throw Invalid() }
      return (time.fields, 0)
    }
    let offset = try self.time(until: text.count)
    guard !offset.hasMore else { throw Invalid() }
    let fields = offset.fields
    let seconds = (fields[0] * 60 + fields[1]) * 60 + fields[2]
    let microseconds = Int128(seconds) * TimeSpan.perSecond + Int128(fields[3])
    return (time.fields, text[end] == 0x2D ? -microseconds : microseconds)
  }

  /// Hours, minutes, seconds and microseconds; later ones may be left out.
  ///
  /// As in CPython, a single character may follow the last of them, anything may follow a
  /// fraction, and after the seconds a colon, or nothing, introduces the fraction as well as a
  /// point does. Only the caller knows whether more text is an error: it isn't before a zone.
  private func time(until end: Int) throws -> (fields: [Int], hasMore: Bool) {
    var parser = ISOParser(text: CodePoints(text[..<end]))
    parser.index = index
    var fields = [0, 0, 0, 0]
    var isSeparated = false
    for field in 0..<3 {
      fields[field] = try parser.number(2)
      guard let next = parser.next else { return (fields, false) }
      if field == 0 { isSeparated = next == 0x3A }
      if parser.index + 1 >= end { return (fields, true) }
      if isSeparated, next == 0x3A {
        parser.index += 1
      } else if next == 0x2E || next == 0x2C {
        parser.index += 1
        break
      } else if isSeparated {
        throw Invalid()
      }
    }
    let width = min(6, end - parser.index)
    fields[3] = try parser.number(width)
    for _ in width..<6 { fields[3] *= 10 }
    while let digit = parser.next, CodePoint.isASCIIDigit(digit) { parser.index += 1 }
    return (fields, parser.next != nil)
  }
}
