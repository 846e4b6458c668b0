/// A time of day with an optional zone: what `datetime.time` holds.
struct ClockTime: Hashable, Sendable {
  let hour: Int
  let minute: Int
  let second: Int
  let microsecond: Int

  static let midnight = ClockTime(unchecked: 0)

  init(_ hour: Int, _ minute: Int, _ second: Int, _ microsecond: Int) throws(DateFailure) {
    guard (0...23).contains(hour) else { throw .value("hour must be in 0..23") }
    guard (0...59).contains(minute) else { throw .value("minute must be in 0..59") }
    guard (0...59).contains(second) else { throw .value("second must be in 0..59") }
    guard (0...999_999).contains(microsecond) else { throw .value("microsecond must be in 0..999999") }
    self.init(unchecked: ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond)
  }

  /// From microseconds since midnight.
  init(unchecked microseconds: Int) {
    microsecond = microseconds % 1_000_000
    let seconds = microseconds / 1_000_000
    second = seconds % 60
    minute = seconds / 60 % 60
    hour = seconds / 3600
  }

  var microsecondsOfDay: Int { ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond }

  /// How much of the time `isoformat` shows.
  enum Precision: String, Sendable {
    case auto, hours, minutes, seconds, milliseconds, microseconds
  }

  func isoText(_ precision: Precision = .auto) -> String {
    let hours = digits(hour, 2)
    let minutes = hours + ":" + digits(minute, 2)
    let seconds = minutes + ":" + digits(second, 2)
    return switch precision {
    case .hours: hours
    case .minutes: minutes
    case .seconds: seconds
    case .milliseconds: seconds + "." + digits(microsecond / 1000, 3)
    case .microseconds: seconds + "." + digits(microsecond, 6)
    case .auto: microsecond == 0 ? seconds : seconds + "." + digits(microsecond, 6)
    }
  }
}

/// A fixed distance from UTC: what `datetime.timezone` holds.
struct FixedZone: Sendable {
  let offset: TimeSpan
  /// The name given at construction.
  let name: String?
  let origin: Origin

  /// Whose class of zones it is of.
  enum Origin {
    case datetime
    /// Which class of `dateutil.tz` it would be depends on the machine's own zone.
    case dateutil
  }

  static let utc = FixedZone(unchecked: .zero, nil)

  private init(unchecked offset: TimeSpan, _ name: String?, origin: Origin = .datetime) {
    self.offset = offset
    self.name = name
    self.origin = origin
  }

  init(_ offset: TimeSpan, name: String? = nil, origin: Origin = .datetime) throws(DateFailure) {
    guard abs(offset.microseconds) < TimeSpan.perDay else {
      throw .value(
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
          + offset.representation + ".")
    }
    self.init(unchecked: offset, name, origin: origin)
  }

  /// `tzname()`.
  var displayName: String? {
    if let name { return name }
    if origin == .dateutil { return offset == .zero ? "UTC" : nil }
    return offset == .zero ? "UTC" : "UTC" + Self.text(offset)
  }

  /// `repr()`.
  var representation: String {
    if offset == .zero, name == nil { return "datetime.timezone.utc" }
    let suffix = name.map { ", " + PythonRepr.string($0) } ?? ""
    return "datetime.timezone(\(offset.representation)\(suffix))"
  }

  /// `+HH:MM`, with seconds and microseconds where they aren't zero.
  static func text(_ offset: TimeSpan, separator: String = ":") -> String {
    let total = offset.microseconds.magnitude
    let seconds = Int(total / 1_000_000)
    let fraction = Int(total % 1_000_000)
    var text = offset < .zero ? "-" : "+"
    text += digits(seconds / 3600, 2) + separator + digits(seconds / 60 % 60, 2)
    if seconds % 60 != 0 || fraction != 0 { text += separator + digits(seconds % 60, 2) }
    if fraction != 0 { text += "." + digits(fraction, 6) }
    return text
  }
}
