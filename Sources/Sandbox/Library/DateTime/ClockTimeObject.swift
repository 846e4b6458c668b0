/// A `datetime.time`.
final class ClockTimeObject: NativeObject {
  let time: ClockTime
  let zone: FixedZone?

  init(_ time: ClockTime, _ zone: FixedZone?) {
    self.time = time
    self.zone = zone
    super.init(type: .clockTime)
  }

  static func make(_ time: ClockTime, _ zone: FixedZone?, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(ClockTimeObject(time, zone)))
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> ClockTimeObject {
    if case .native(let native) = object, let time = native as? ClockTimeObject { return time }
    throw interpreter.unsupported("a member of time on \(object.typeName)")
  }

  private static let names = ["hour", "minute", "second", "microsecond"]

  private static func field(_ name: String, _ path: @escaping @Sendable (ClockTime) -> Int) -> Member {
    .property(name) { object, interpreter throws(Unwind) in .int(path(try of(object, interpreter).time)) }
  }

  private static func make(_ call: NativeCall, defaults: [Int], _ zone: FixedZone?) throws(Unwind) -> Object {
    let fields = try DateTimeModule.integers(call, names, defaults: defaults)
    let time = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
      try ClockTime(fields[0], fields[1], fields[2], fields[3])
    }
    return make(time, zone, call.interpreter)
  }

  static let constructor = NativeFunction(
    "time", "(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)"
  ) { call throws(Unwind) in
    try make(call, defaults: [0, 0, 0, 0], try DateTimeModule.zone(call[4], call.interpreter)?.zone)
  }

  static let members: [Member] = [
    field("hour") { $0.hour }, field("minute") { $0.minute }, field("second") { $0.second },
    field("microsecond") { $0.microsecond },
    .property("tzinfo") { object, interpreter throws(Unwind) in
      TimeZoneObject.make(try of(object, interpreter).zone, interpreter)
    },
    .method("isoformat", "(timespec='auto')") { call throws(Unwind) in
      let time = try of(call.receiver, call.interpreter)
      return .string(time.isoText(try DateTimeModule.precision(call[0], call.interpreter)))
    },
    .method("strftime", "(format)") { call throws(Unwind) in
      let time = try of(call.receiver, call.interpreter)
      return try time.formatted(try DateTimeModule.text(call, 0, of: "strftime"), call.interpreter)
    },
    .method("replace", "(hour=None, minute=None, second=None, microsecond=None, tzinfo=True)") {
      call throws(Unwind) in
      let object = try of(call.receiver, call.interpreter)
      let time = object.time
      let zone = call[4] == nil ? object.zone : try DateTimeModule.zone(call[4], call.interpreter)?.zone
      return try make(call, defaults: [time.hour, time.minute, time.second, time.microsecond], zone)
    },
  ]

  /// Dates in the format are those of 1900-01-01.
  private func formatted(_ format: String, _ interpreter: Interpreter) throws(Unwind) -> Object {
    let date = try DateTimeModule.working(interpreter) { () throws(DateFailure) in try CivilDate(1900, 1, 1) }
    return try DateTimeModule.format(date, time, zone, format, interpreter)
  }

  override func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if specification.isEmpty { return nil }
    return try formatted(specification.text, interpreter).asString
  }

  private func isoText(_ precision: ClockTime.Precision = .auto) -> String {
    time.isoText(precision) + (zone.map { FixedZone.text($0.offset) } ?? "")
  }

  /// Microseconds since midnight in UTC, for comparing.
  private var microseconds: Int128 { Int128(time.microsecondsOfDay) - (zone?.offset.microseconds ?? 0) }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    var fields = [time.hour, time.minute]
    if time.microsecond != 0 {
      fields += [time.second, time.microsecond]
    } else if time.second != 0 {
      fields.append(time.second)
    }
    let suffix = zone.map { ", tzinfo=" + $0.representation } ?? ""
    return PyString("datetime.time(\(fields.map { String($0) }.joined(separator: ", "))\(suffix))")
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(isoText()) }
  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { microseconds.hashValue }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? ClockTimeObject else { return nil }
    return (zone == nil) == (other.zone == nil) && microseconds == other.microseconds
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard case .native(let native) = other, let other = native as? ClockTimeObject else { return nil }
    guard (zone == nil) == (other.zone == nil) else {
      throw interpreter.raise(.typeError, "can't compare offset-naive and offset-aware times")
    }
    return comparison.holds(microseconds, other.microseconds)
  }
}

extension NativeType {
  static let clockTime = NativeType(
    "time", module: "datetime", constructor: ClockTimeObject.constructor, members: ClockTimeObject.members)
}
