/// The attributes of `datetime.datetime`; those of `date` come to it by inheritance.
enum DateTimeMembers {
  private final class Formats {
    var byText: [String: DateFormat] = [:]
  }

  private static let names = ["year", "month", "day", "hour", "minute", "second", "microsecond"]

  private static func make(_ fields: [Int], _ zone: FixedZone?, _ interpreter: Interpreter) throws(Unwind)
    -> Object
  {
    try DateTimeObject.working(interpreter) { () throws(DateFailure) in
      Moment(
        try CivilDate(fields[0], fields[1], fields[2]),
        try ClockTime(fields[3], fields[4], fields[5], fields[6]), zone)
    }
  }

  private static func checkFold(_ call: NativeCall, _ index: Int) throws(Unwind) {
    guard let fold = call[index] else { return }
    if fold.asInt != 0 { throw call.interpreter.unsupported("fold") }
  }

  private static func now(_ zone: FixedZone?, _ interpreter: Interpreter) throws(Unwind) -> Object {
    try DateTimeObject.working(interpreter) { () throws(DateFailure) in
      try Moment(microsecondsSinceEpoch: interpreter.host.now(), zone)
    }
  }

  private static func of(_ call: NativeCall) throws(Unwind) -> Moment {
    try DateTimeObject.of(call.receiver, call.interpreter)
  }

  private static func field(_ name: String, _ path: @escaping @Sendable (ClockTime) -> Int) -> Member {
    .property(name) { object, interpreter throws(Unwind) in
      .int(path(try DateTimeObject.of(object, interpreter).time))
    }
  }

  static let constructor = NativeFunction(
    "datetime",
    "(year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)"
  ) { call throws(Unwind) in
    try checkFold(call, 8)
    let fields = try DateTimeModule.integers(call, names, defaults: [nil, nil, nil, 0, 0, 0, 0])
    return try make(fields, try DateTimeModule.zone(call[7], call.interpreter)?.zone, call.interpreter)
  }

  static let members: [Member] = [
    field("hour") { $0.hour }, field("minute") { $0.minute }, field("second") { $0.second },
    field("microsecond") { $0.microsecond },
    .property("tzinfo") { object, interpreter throws(Unwind) in
      let zone = try DateTimeObject.of(object, interpreter).zone
      if zone?.origin == .dateutil { throw interpreter.unsupported("a zone of dateutil.tz") }
      return TimeZoneObject.make(zone, interpreter)
    },
    .constant("fold") { _ in .int(0) },
    .classMethod("now", "(tz=None)") { call throws(Unwind) in
      try now(try DateTimeModule.zone(call[0], call.interpreter)?.zone, call.interpreter)
    },
    .classMethod("utcnow", "()") { call throws(Unwind) in try now(nil, call.interpreter) },
    .classMethod("fromtimestamp", "(timestamp, tz=None)") { call throws(Unwind) in
      try DateTimeModule.checkTimestamp(call.required(0), call.interpreter)
      let zone = try DateTimeModule.zone(call[1], call.interpreter)?.zone
      let moment = try DateTimeModule.moment(timestamp: call.required(0), zone, call.interpreter)
      // CPython looks a day back for a change of the local offset, and falls off the calendar.
      if zone == nil, moment.date.ordinal == 1 { throw call.raise(.valueError, "year 0 is out of range") }
      return DateTimeObject.make(moment, call.interpreter)
    },
    .classMethod("utcfromtimestamp", "(timestamp, /)") { call throws(Unwind) in
      try DateTimeModule.checkTimestamp(call.required(0), call.interpreter)
      return DateTimeObject.make(
        try DateTimeModule.moment(timestamp: call.required(0), nil, call.interpreter), call.interpreter)
    },
    .classMethod("strptime", "(date_string, format, /)") { call throws(Unwind) in
      let text = try DateTimeModule.text(call, 0, of: "strptime")
      let format = try DateTimeModule.text(call, 1, of: "strptime")
      let known = call.interpreter.storage(Formats.self) { Formats() }
      return try DateTimeObject.working(call.interpreter) { () throws(DateFailure) in
        if let compiled = known.byText[format] { return try compiled.parse(text) }
        let compiled = try DateFormat(format)
        if known.byText.count >= 512 { known.byText = [:] }
        known.byText[format] = compiled
        return try compiled.parse(text)
      }
    },
    .classMethod("combine", "(date, time, tzinfo=True)") { call throws(Unwind) in
      guard let date = DateObject.date(call.required(0)), case .native(let native) = call.required(1),
        let time = native as? ClockTimeObject
      else { throw call.interpreter.unsupported("datetime.combine with these arguments") }
      let zone = call[2] == nil ? time.zone : try DateTimeModule.zone(call[2], call.interpreter)?.zone
      return DateTimeObject.make(Moment(date, time.time, zone), call.interpreter)
    },
    .method("date", "()") { call throws(Unwind) in DateObject.make(try of(call).date, call.interpreter) },
    .method("time", "()") { call throws(Unwind) in
      ClockTimeObject.make(try of(call).time, nil, call.interpreter)
    },
    .method("timetz", "()") { call throws(Unwind) in
      let moment = try of(call)
      return ClockTimeObject.make(moment.time, moment.zone, call.interpreter)
    },
    .method("timestamp", "()") { call throws(Unwind) in
      let moment = try of(call)
      // Of local time CPython also looks at the day before (`utc_to_seconds`, `local`).
      if moment.zone == nil, moment.date.ordinal < 2 {
        throw call.raise(.valueError, "year 0 is out of range")
      }
      return .float(moment.timestamp)
    },
    .method("isoformat", "(sep='T', timespec='auto')") { call throws(Unwind) in
      var separator = "T"
      if let object = call[0] {
        guard case .string(let text) = object, text.count == 1 else {
          throw call.interpreter.unsupported("isoformat with this separator")
        }
        separator = text.text
      }
      return .string(
        try of(call).isoText(
          separator: separator, try DateTimeModule.precision(call[1], call.interpreter)))
    },
    .method("strftime", "(format)") { call throws(Unwind) in
      let moment = try of(call)
      return try DateTimeModule.format(
        moment.date, moment.time, moment.zone, try DateTimeModule.text(call, 0, of: "strftime"),
        call.interpreter)
    },
    .method("ctime", "()") { call throws(Unwind) in
      let moment = try of(call)
      return try DateTimeModule.ctime(moment.date, moment.time, call.interpreter)
    },
    .method("timetuple", "()") { call throws(Unwind) in
      StructTimeObject.make(try of(call), isDST: -1, call.interpreter)
    },
    .method("utctimetuple", "()") { call throws(Unwind) in
      let moment = try of(call)
      let utc = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
        try moment.converted(to: .utc)
      }
      return StructTimeObject.make(utc, isDST: 0, call.interpreter)
    },
    .method("utcoffset", "()") { call throws(Unwind) in
      try of(call).zone.map { TimeDeltaObject.make($0.offset, call.interpreter) } ?? .none
    },
    .method("tzname", "()") { call throws(Unwind) in
      (try of(call).zone?.displayName ?? nil).map { .string($0) } ?? .none
    },
    .method("dst", "()") { call throws(Unwind) in
      _ = try of(call)
      return .none
    },
    .method("astimezone", "(tz=None)") { call throws(Unwind) in
      let moment = try of(call)
      let zone = try DateTimeModule.zone(call[0], call.interpreter)?.zone
      return try DateTimeObject.working(call.interpreter) { () throws(DateFailure) in
        // The local zone has a name of its own: repr tells it from timezone.utc.
        if let zone { return try moment.converted(to: zone) }
        return try moment.converted(to: try FixedZone(.zero, name: "UTC"))
      }
    },
    .method(
      "replace",
      "(year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None)"
    ) { call throws(Unwind) in
      try checkFold(call, 8)
      let moment = try of(call)
      let fields = try DateTimeModule.integers(
        call, names,
        defaults: [
          moment.date.year, moment.date.month, moment.date.day, moment.time.hour, moment.time.minute,
          moment.time.second, moment.time.microsecond,
        ])
      let zone = call[7] == nil ? moment.zone : try DateTimeModule.zone(call[7], call.interpreter)?.zone
      return try make(fields, zone, call.interpreter)
    },
    .value("min") { interpreter throws(Unwind) in try make([1, 1, 1, 0, 0, 0, 0], nil, interpreter) },
    .value("max") { interpreter throws(Unwind) in
      try make([9999, 12, 31, 23, 59, 59, 999_999], nil, interpreter)
    },
    .value("resolution") { interpreter throws(Unwind) in
      TimeDeltaObject.make(
        try DateTimeModule.working(interpreter) { () throws(DateFailure) in try TimeSpan(microseconds: 1) },
        interpreter)
    },
  ]
}
