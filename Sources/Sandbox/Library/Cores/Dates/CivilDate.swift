/// A day of the proleptic Gregorian calendar in the years 1 to 9999: what `datetime.date` holds.
struct CivilDate: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  static let years = 1...9999
  /// The ordinal of 9999-12-31; 0001-01-01 has ordinal 1.
  static let lastOrdinal = 3_652_059
  /// The ordinal of 1970-01-01.
  static let epochOrdinal = 719_163

  /// Checks the fields in CPython's order and with its messages.
  init(_ year: Int, _ month: Int, _ day: Int) throws(DateFailure) {
    guard Self.years.contains(year) else { throw .value("year \(year) is out of range") }
    guard (1...12).contains(month) else { throw .value("month must be in 1..12") }
    guard day >= 1, day <= Self.length(ofMonth: month, year: year) else {
      throw .value("day is out of range for month")
    }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day with an ordinal; nil outside the calendar's years.
  init?(ordinal: Int) {
    guard (1...Self.lastOrdinal).contains(ordinal) else { return nil }
    var rest = ordinal - 1
    let eras = rest / 146_097
    rest %= 146_097
    let centuries = min(rest / 36_524, 3)
    rest -= centuries * 36_524
    let leaps = rest / 1_461
    rest %= 1_461
    let years = min(rest / 365, 3)
    rest -= years * 365
    let year = eras * 400 + centuries * 100 + leaps * 4 + years + 1
    var month = 1
    while month < 12, rest >= Self.length(ofMonth: month, year: year) {
      rest -= Self.length(ofMonth: month, year: year)
      month += 1
    }
    self.init(unchecked: year, month, rest + 1)
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The ordinal of the last day before a year.
  static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
  }

  /// 1 for the first of January.
  var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.length(ofMonth: $1, year: year) }
  }

  var ordinal: Int { Self.daysBefore(year: year) + dayOfYear }

  /// 0 for Monday.
  var weekday: Int { (ordinal + 6) % 7 }

  /// ISO 8601's week date: its year (0 and 10000 can occur at the edges), week, and day from 1 for Monday.
  var isoWeekDate: (year: Int, week: Int, day: Int) {
    let monday = ordinal - weekday
    var year = self.year
    if monday >= Self.firstMonday(ofISOYear: year + 1) {
      year += 1
    } else if monday < Self.firstMonday(ofISOYear: year) {
      year -= 1
    }
    return (year, (monday - Self.firstMonday(ofISOYear: year)) / 7 + 1, weekday + 1)
  }

  /// The Monday of the week with the year's first Thursday.
  static func firstMonday(ofISOYear year: Int) -> Int {
    let newYear = daysBefore(year: year) + 1
    let weekday = ((newYear + 6) % 7 + 7) % 7
    return newYear - weekday + (weekday > 3 ? 7 : 0)
  }

  static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `YYYY-MM-DD`.
  var isoText: String { "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))" }
}

/// What the `datetime` module raises, and what this implementation leaves out.
enum DateFailure: Error, Equatable, Sendable {
  case value(String)
  case overflow(String)
  case unsupported(String)
}

/// A number in at least so many digits.
func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
