/// `time` (Library Reference, *Time access and conversions*). The clock is the host's, the local zone is UTC, and
/// nothing waits.
extension NativeModule {
  static let time = NativeModule(
    "time",
    [
      .function("time", "()") { call in .float(Double(call.interpreter.host.now()) / 1e6) },
      .function("time_ns", "()") { call throws(Unwind) in
        .integer(BigInteger(call.interpreter.host.now()) * BigInteger(1000))
      },
      .function("mktime", "(tuple, /)") { call throws(Unwind) in
        .float(Double(try StructTimeObject.seconds(call)))
      },
      .function("gmtime", "(seconds=None, /)") { call throws(Unwind) in
        try StructTimeObject.make(at: call[0], call.interpreter)
      },
      .function("localtime", "(seconds=None, /)") { call throws(Unwind) in
        try StructTimeObject.make(at: call[0], call.interpreter)
      },
      .function("strftime", "(format, t=None, /)") { call throws(Unwind) in
        let format = try DateTimeModule.text(call, 0, of: "strftime")
        guard let time = call[1] else {
          let now = try StructTimeObject.moment(at: nil, call.interpreter)
          return try DateTimeModule.format(now.date, now.time, .utc, format, call.interpreter)
        }
        let moment = try StructTimeObject.moment(of: time, call)
        if format.contains("%f") { throw call.interpreter.unsupported("time.strftime with %f") }
        return try DateTimeModule.format(moment.date, moment.time, .utc, format, call.interpreter)
      },
      .function("strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)") { call throws(Unwind) in
        let text = try DateTimeModule.text(call, 0, of: "strptime")
        let format =
          call[1] == nil ? "%a %b %d %H:%M:%S %Y" : try DateTimeModule.text(call, 1, of: "strptime")
        let moment = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
          try DateFormat(format).parse(text)
        }
        return StructTimeObject.make(Moment(moment.date, moment.time), isDST: -1, call.interpreter)
      },
      .function("asctime", "(t=None, /)") { call throws(Unwind) in
        let moment: Moment
        if let time = call[0] {
          moment = try StructTimeObject.moment(of: time, call)
        } else {
          moment = try StructTimeObject.moment(at: nil, call.interpreter)
        }
        return try DateTimeModule.ctime(moment.date, moment.time, yearDigits: 1, call.interpreter)
      },
      .function("ctime", "(seconds=None, /)") { call throws(Unwind) in
        let moment = try StructTimeObject.moment(at: call[0], call.interpreter)
        return try DateTimeModule.ctime(moment.date, moment.time, yearDigits: 1, call.interpreter)
      },
      // Each reads the host's clock; only differences of what they give mean anything.
      .function("monotonic", "()") { call in .float(Double(call.interpreter.host.now()) / 1e6) },
      .function("perf_counter", "()") { call in .float(Double(call.interpreter.host.now()) / 1e6) },
      .function("process_time", "()") { call in .float(Double(call.interpreter.host.now()) / 1e6) },
      .function("sleep", "(secs, /)") { call throws(Unwind) in
        switch call.required(0) {
        case .int(let value) where value < 0:
          throw call.raise(.valueError, "sleep length must be non-negative")
        case .float(let value) where value < 0:
          throw call.raise(.valueError, "sleep length must be non-negative")
        case .int, .float, .bool: return .none
        case .placeholder(let value): throw call.interpreter.unsupported(value.name)
        case let other:
          throw call.raise(
            .typeError, "'\(other.qualifiedTypeName)' object cannot be interpreted as an integer")
        }
      },
      .constant("timezone") { _ in .int(0) },
      .constant("altzone") { _ in .int(0) },
      .constant("daylight") { _ in .int(0) },
      .constant("tzname") { interpreter in interpreter.tuple([.string("UTC"), .string("UTC")]) },
      .type("struct_time", .structTime),
    ])
}

/// A `time.struct_time` as `timetuple` makes it.
final class StructTimeObject: NativeObject {
  private let moment: Moment
  /// 0 for no daylight saving time, -1 where that isn't known.
  private let isDST: Int

  private init(_ moment: Moment, isDST: Int) {
    self.moment = moment
    self.isDST = isDST
    super.init(type: .structTime)
  }

  static func make(_ moment: Moment, isDST: Int, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(StructTimeObject(moment, isDST: isDST)))
  }

  /// The moment so many seconds after the epoch, or now.
  static func moment(at seconds: Object?, _ interpreter: Interpreter) throws(Unwind) -> Moment {
    guard let seconds, !seconds.isNone else {
      return try DateTimeModule.working(interpreter) { () throws(DateFailure) in
        try Moment(microsecondsSinceEpoch: interpreter.host.now(), .utc)
      }
    }
    try DateTimeModule.checkTimestamp(seconds, interpreter)
    if case .float(let value) = seconds {
      guard abs(value) < 1e11 else { throw interpreter.unsupported("a time so far away") }
      return try DateTimeModule.moment(timestamp: .int(Int(value.rounded(.down))), .utc, interpreter)
    }
    return try DateTimeModule.moment(timestamp: seconds, .utc, interpreter)
  }

  static func make(at seconds: Object?, _ interpreter: Interpreter) throws(Unwind) -> Object {
    make(try moment(at: seconds, interpreter), isDST: 0, interpreter)
  }

  /// The moment of a `struct_time` or of a tuple like one.
  static func moment(of object: Object, _ call: NativeCall) throws(Unwind) -> Moment {
    if case .native(let native) = object, let time = native as? StructTimeObject { return time.moment }
    guard case .tuple(let tuple) = object, tuple.items.count >= 6 else {
      if case .tuple = object { throw call.interpreter.unsupported("a time tuple of this length") }
      if case .placeholder(let value) = object { throw call.interpreter.unsupported(value.name) }
      throw call.raise(.typeError, "Tuple or struct_time argument required")
    }
    let fields = tuple.items.compactMap(\.asInt)
    let made = try? Moment(
      CivilDate(fields.first ?? 0, fields.count > 1 ? fields[1] : 0, fields.count > 2 ? fields[2] : 0),
      ClockTime(
        fields.count > 3 ? fields[3] : 0, fields.count > 4 ? fields[4] : 0, fields.count > 5 ? fields[5] : 0,
        0))
    guard fields.count == tuple.items.count, let made, fields.count < 7 || fields[6] == made.date.weekday,
      fields.count < 8 || fields[7] == made.date.dayOfYear
    else { throw call.interpreter.unsupported("a time tuple with such fields") }
    return made
  }

  /// Seconds since the epoch, for `mktime` and `timegm`.
  static func seconds(_ call: NativeCall) throws(Unwind) -> Int {
    let moment = try moment(of: call.required(0), call)
    return (moment.date.ordinal - CivilDate.epochOrdinal) * 86_400 + moment.time.microsecondsOfDay / 1_000_000
  }

  private static let names = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
  ]

  private var fields: [Int] {
    let (date, time) = (moment.date, moment.time)
    return [
      date.year, date.month, date.day, time.hour, time.minute, time.second, date.weekday, date.dayOfYear,
      isDST,
    ]
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if name == "tm_isdst", moment.zone?.origin == .dateutil {
      throw interpreter.unsupported("struct_time.tm_isdst")
    }
    return Self.names.firstIndex(of: name).map { .int(fields[$0]) }
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: interpreter.tuple(fields.map { .int($0) }), key)
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { fields.count }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    ArrayIterator(fields.map { .int($0) }, type: .tupleIterator)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let parts = zip(Self.names, fields).map { "\($0)=\($1)" }
    return PyString("time.struct_time(\(parts.joined(separator: ", ")))")
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    try interpreter.hash(of: interpreter.tuple(fields.map { .int($0) }))
  }

  private static func fields(of object: Object) -> Object? {
    if case .native(let native) = object, let time = native as? StructTimeObject {
      return .tuple(TupleObject(time.fields.map { .int($0) }))
    }
    if case .tuple = object { return object }
    return nil
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard let other = Self.fields(of: other) else { return nil }
    return try interpreter.equals(interpreter.tuple(fields.map { .int($0) }), other)
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard let other = Self.fields(of: other) else { return nil }
    return try interpreter.isTrue(
      try interpreter.compare(comparison, interpreter.tuple(fields.map { .int($0) }), other))
  }
}

extension NativeType {
  static let structTime = NativeType("struct_time", module: "time", bases: [.tuple])
}
