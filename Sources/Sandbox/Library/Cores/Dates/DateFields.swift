/// The fields that a text gave for a `strptime` format, and the moment they make.
struct DateFields {
  private var year: Int?
  private var isoYear: Int?
  private var month = 1
  private var day = 1
  private var hour = 0
  private var minute = 0
  private var second = 0
  private var microsecond = 0
  private var twelveHour: Int?
  private var isAfternoon = false
  private var weekday: Int?
  private var dayOfYear: Int?
  private var week: Int?
  private var weeksBeginOnMonday = false
  private var isoWeek: Int?
  private var offset: TimeSpan?
  private var zoneName: String?

  mutating func read(_ directive: String, _ text: CodePoints) throws(DateFailure) {
    switch directive {
    case "y":
      let short = try number(text)
      year = short <= 68 ? short + 2000 : short + 1900
    case "Y": year = try number(text)
    case "G": isoYear = try number(text)
    case "m": month = try number(text)
    case "B": month = try name(text, DateFormat.months) + 1
    case "b": month = try name(text, DateFormat.months.map { String($0.prefix(3)) }) + 1
    case "d": day = try number(text)
    case "H":
      hour = try number(text)
      twelveHour = nil
    case "I": twelveHour = try number(text)
    case "p": isAfternoon = try name(text, ["am", "pm"]) == 1
    case "M": minute = try number(text)
    case "S": second = try number(text)
    case "f": microsecond = try number(text + Array(repeating: 48, count: max(0, 6 - text.count)))
    case "A": weekday = try name(text, DateFormat.weekdays)
    case "a": weekday = try name(text, DateFormat.weekdays.map { String($0.prefix(3)) })
    case "w": weekday = (try number(text) + 6) % 7
    case "u": weekday = try number(text) - 1
    case "j": dayOfYear = try number(text)
    case "U", "W":
      week = try number(text)
      weeksBeginOnMonday = directive == "W"
    case "V": isoWeek = try number(text)
    case "z": try readOffset(text)
    case "Z": zoneName = String(showing: text)
    default: break
    }
  }

  /// Digits of any script, as `int()` reads them.
  private func number(_ text: some Collection<UInt32>) throws(DateFailure) -> Int {
    var value = 0
    for character in text where character != 32 {
      guard let digit = Unicode.Scalar(character)?.properties.numericValue else {
        throw .unsupported("strptime of \(PythonRepr.string(text))")
      }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private func name(_ text: CodePoints, _ names: [String]) throws(DateFailure) -> Int {
    let lower = String(showing: text.map(CodePoint.asciiLowercase))
    guard let index = names.firstIndex(of: lower) else {
      throw .unsupported("strptime of \(PythonRepr.string(text))")
    }
    return index
  }

  /// `Z`, `+HHMM`, `+HH:MM`, with seconds and a fraction.
  private mutating func readOffset(_ text: CodePoints) throws(DateFailure) {
    var rest = text
    guard rest.count > 4 else {
      offset = .zero
      return
    }
    if rest[3] == 0x3A {
      rest.remove(at: 3)
      if rest.count > 5 {
        guard rest[5] == 0x3A else {
          throw .value("Inconsistent use of : in \(String(showing: text))")
        }
        rest.remove(at: 5)
      }
    }
    let seconds = try number(rest.dropFirst(5).prefix(2))
    let total = (try number(rest[1..<3]) * 60 + number(rest[3..<5])) * 60 + seconds
    let fraction = Array(rest.dropFirst(8))
    let microseconds = try number(fraction + Array(repeating: 48, count: max(0, 6 - fraction.count)))
    let span = Int128(total) * TimeSpan.perSecond + Int128(microseconds)
    offset = try TimeSpan(microseconds: rest[0] == 0x2D ? -span : span)
  }

  // MARK: The moment

  func moment() throws(DateFailure) -> Moment {
    try checkISOWeek()
    let date = try self.date()
    var hour = self.hour
    if let twelveHour { hour = twelveHour % 12 + (isAfternoon ? 12 : 0) }
    let time = try ClockTime(hour, minute, second, microsecond)
    guard let offset else { return Moment(date, time) }
    return Moment(date, time, try FixedZone(offset, name: zoneName))
  }

  private func checkISOWeek() throws(DateFailure) {
    let weekdays = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if year == nil, isoYear != nil {
      if isoWeek == nil || weekday == nil {
        throw .value(
          "ISO year directive '%G' must be used with the ISO week directive '%V' and \(weekdays)")
      }
      if dayOfYear != nil {
        throw .value(
          "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
      }
    } else if week == nil, isoWeek != nil {
      if weekday == nil {
        throw .value("ISO week directive '%V' must be used with the ISO year directive '%G' and \(weekdays)")
      }
      throw .value(
        "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
      )
    }
  }

  private func date() throws(DateFailure) -> CivilDate {
    // Without a year, the 29th of February is checked in a leap year, and then fails in 1900.
    let isLeapDay = year == nil && month == 2 && day == 29
    var year = self.year ?? (isLeapDay ? 1904 : 1900)
    var julian = dayOfYear
    if julian == nil, let weekday {
      if let week {
        julian = try dayOfYear(year, week: week, weekday: weekday)
      } else if let isoYear, let isoWeek {
        guard CivilDate.years.contains(isoYear) else { throw .value("year \(isoYear) is out of range") }
        let monday = CivilDate.firstMonday(ofISOYear: isoYear)
        year = isoYear
        julian = monday + (isoWeek - 1) * 7 + weekday - CivilDate.daysBefore(year: isoYear)
      }
      if let early = julian, early <= 0 {
        year -= 1
        julian = early + (CivilDate.isLeap(year) ? 366 : 365)
      }
    }
    if let julian {
      let newYear = try CivilDate(year, 1, 1)
      guard let date = CivilDate(ordinal: newYear.ordinal + julian - 1) else {
        throw .unsupported("strptime of a day outside the years 1 to 9999")
      }
      return try CivilDate(isLeapDay ? 1900 : date.year, date.month, date.day)
    }
    _ = try CivilDate(year, month, day)
    return try CivilDate(isLeapDay ? 1900 : year, month, day)
  }

  private func dayOfYear(_ year: Int, week: Int, weekday: Int) throws(DateFailure) -> Int {
    let first = try CivilDate(year, 1, 1).weekday
    let firstWeekday = weeksBeginOnMonday ? first : (first + 1) % 7
    let day = weeksBeginOnMonday ? weekday : (weekday + 1) % 7
    if week == 0 { return 1 + day - firstWeekday }
    return 1 + (7 - firstWeekday) % 7 + 7 * (week - 1) + day
  }
}
