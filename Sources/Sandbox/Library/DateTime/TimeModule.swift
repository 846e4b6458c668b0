/// `time` and `calendar`, as far as they tell or convert the time. The local zone is UTC.
extension NativeModule {
  static let time = NativeModule(
    "time",
    [
      .function("time", "()") { call in .float(Double(call.interpreter.host.now()) / 1e6) },
      .function("time_ns", "()") { call throws(Unwind) in
        let (nanoseconds, overflow) = call.interpreter.host.now().multipliedReportingOverflow(by: 1000)
        if overflow { throw call.interpreter.unsupported("an integer beyond 64 bits") }
        return .int(nanoseconds)
      },
      .function("mktime", "(tuple, /)") { call throws(Unwind) in
        .float(Double(try StructTimeObject.seconds(call)))
      },
      .type("struct_time", .structTime),
    ])

  static let calendar = NativeModule(
    "calendar",
    [
      .function("timegm", "def(tuple)") { call throws(Unwind) in .int(try StructTimeObject.seconds(call)) },
      .function("isleap", "def(year)") { call throws(Unwind) in
        .bool(CivilDate.isLeap(try DateTimeModule.integer(call.required(0), call.interpreter)))
      },
    ])
}

/// A `time.struct_time` as `timetuple` makes it.
final class StructTimeObject: NativeObject {
  private let moment: Moment

  private init(_ moment: Moment) {
    self.moment = moment
    super.init(type: .structTime)
  }

  static func make(_ moment: Moment, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(StructTimeObject(moment)))
  }

  /// Seconds since the epoch, for `mktime` and `timegm`.
  static func seconds(_ call: NativeCall) throws(Unwind) -> Int {
    guard case .native(let native) = call.required(0), let time = native as? StructTimeObject else {
      throw call.interpreter.unsupported("a conversion of a time that is no struct_time")
    }
    let moment = time.moment
    return (moment.date.ordinal - CivilDate.epochOrdinal) * 86_400 + moment.time.microsecondsOfDay / 1_000_000
  }

  private static let names = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
  ]

  private var fields: [Int] {
    let (date, time) = (moment.date, moment.time)
    let isNaive = moment.zone == nil
    return [
      date.year, date.month, date.day, time.hour, time.minute, time.second, date.weekday, date.dayOfYear,
      isNaive ? -1 : 0,
    ]
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    // Whether a zone has a daylight saving time isn't known to a fixed one.
    if name == "tm_isdst" { throw interpreter.unsupported("struct_time.tm_isdst") }
    return Self.names.firstIndex(of: name).map { .int(fields[$0]) }
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let index = key.asInt, (0..<8).contains(index) else {
      throw interpreter.unsupported("this item of a struct_time")
    }
    return .int(fields[index])
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw interpreter.unsupported("the repr of a struct_time")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    throw interpreter.unsupported("a comparison of struct_time")
  }
}

extension NativeType {
  static let structTime = NativeType("struct_time", module: "time")
}
