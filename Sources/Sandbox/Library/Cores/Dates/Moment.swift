/// A date and a time, naive or in a fixed zone: what `datetime.datetime` holds.
struct Moment: Sendable {
  var date: CivilDate
  var time: ClockTime
  var zone: FixedZone?

  init(_ date: CivilDate, _ time: ClockTime, _ zone: FixedZone? = nil) {
    self.date = date
    self.time = time
    self.zone = zone
  }

  /// Microseconds on the wall clock since the day before 0001-01-01.
  var wallMicroseconds: Int128 {
    Int128(date.ordinal) * TimeSpan.perDay + Int128(time.microsecondsOfDay)
  }

  /// The same count in UTC; a naive moment counts as it stands.
  var microseconds: Int128 { wallMicroseconds - (zone?.offset.microseconds ?? 0) }

  init(wallMicroseconds: Int128, _ zone: FixedZone?) throws(DateFailure) {
    let days = floorDivide(wallMicroseconds, TimeSpan.perDay)
    guard let ordinal = Int(exactly: days), let date = CivilDate(ordinal: ordinal) else {
      throw .overflow("date value out of range")
    }
    self.init(date, ClockTime(unchecked: Int(wallMicroseconds - days * TimeSpan.perDay)), zone)
  }

  func adding(_ span: TimeSpan) throws(DateFailure) -> Moment {
    try Moment(wallMicroseconds: wallMicroseconds + span.microseconds, zone)
  }

  func subtracting(_ span: TimeSpan) throws(DateFailure) -> Moment {
    try Moment(wallMicroseconds: wallMicroseconds - span.microseconds, zone)
  }

  /// The same moment on another zone's clock; a naive one is read as UTC.
  func converted(to zone: FixedZone) throws(DateFailure) -> Moment {
    try Moment(wallMicroseconds: microseconds + zone.offset.microseconds, zone)
  }

  // MARK: Time since the epoch

  private static let epoch = Int128(CivilDate.epochOrdinal) * TimeSpan.perDay

  /// `timestamp()`; the local zone is UTC.
  var timestamp: Double {
    if zone != nil { return trueDivide(microseconds - Self.epoch, TimeSpan.perSecond) ?? 0 }
    let seconds = (date.ordinal - CivilDate.epochOrdinal) * 86_400 + time.microsecondsOfDay / 1_000_000
    return Double(seconds) + Double(time.microsecond) / 1e6
  }

  /// Microseconds since the epoch, as a host's clock tells them.
  init(microsecondsSinceEpoch count: Int, _ zone: FixedZone?) throws(DateFailure) {
    let utc = try Moment(wallMicroseconds: Int128(count) + Self.epoch, .utc)
    self = zone == nil ? Moment(utc.date, utc.time) : try utc.converted(to: zone ?? .utc)
  }

  /// `fromtimestamp`: fractions rounded half to even.
  init(timestamp: Double, _ zone: FixedZone?) throws(DateFailure) {
    if timestamp.isNaN { throw .value("Invalid value NaN (not a number)") }
    guard abs(timestamp) < 9.2e18 else { throw .overflow("timestamp out of range for platform time_t") }
    var seconds = timestamp.rounded(.towardZero)
    var fraction = ((timestamp - seconds) * 1e6).rounded(.toNearestOrEven)
    if fraction >= 1e6 {
      fraction -= 1e6
      seconds += 1
    } else if fraction < 0 {
      fraction += 1e6
      seconds -= 1
    }
    try self.init(secondsSinceEpoch: Int(seconds), microsecond: Int(fraction), zone)
  }

  init(secondsSinceEpoch seconds: Int, microsecond: Int = 0, _ zone: FixedZone?) throws(DateFailure) {
    let days = floorDivide(Int128(seconds), 86_400)
    let ordinal = days + Int128(CivilDate.epochOrdinal)
    guard let small = Int(exactly: ordinal), let date = CivilDate(ordinal: small) else {
      throw try Self.outOfRange(ordinal)
    }
    let time = Int(Int128(seconds) - days * 86_400) * 1_000_000 + microsecond
    self.init(date, ClockTime(unchecked: time))
    if let zone {
      self.zone = .utc
      self = try converted(to: zone)
    }
  }

  /// The error for a day outside the calendar, which names the year.
  private static func outOfRange(_ ordinal: Int128) throws(DateFailure) -> DateFailure {
    // The C library gives up beyond years of 32 bits.
    guard abs(ordinal) < 780_000_000_000 else {
      throw .unsupported("a timestamp beyond the C library's years")
    }
    let eras = floorDivide(ordinal - 1, 146_097)
    guard let year = CivilDate(ordinal: Int(ordinal - eras * 146_097))?.year else {
      throw .overflow("date value out of range")
    }
    return .value("year \(Int(eras) * 400 + year) is out of range")
  }

  // MARK: Texts

  /// `isoformat()`.
  func isoText(separator: String = "T", _ precision: ClockTime.Precision = .auto) -> String {
    date.isoText + separator + time.isoText(precision) + (zone.map { FixedZone.text($0.offset) } ?? "")
  }

  /// `repr()`.
  var representation: String {
    var fields = [date.year, date.month, date.day, time.hour, time.minute]
    if time.microsecond != 0 {
      fields += [time.second, time.microsecond]
    } else if time.second != 0 {
      fields.append(time.second)
    }
    let zone = self.zone.map { ", tzinfo=" + $0.representation } ?? ""
    return "datetime.datetime(\(fields.map(String.init).joined(separator: ", "))\(zone))"
  }
}
