import Python

/// A `datetime.date`.
final class DateObject: NativeObject {
  let date: CivilDate

  init(_ date: CivilDate) {
    self.date = date
    super.init(type: .date)
  }

  static func make(_ date: CivilDate, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(DateObject(date)))
  }

  /// The date of a `date` or of a `datetime`, which is one.
  static func date(_ object: Object) -> CivilDate? {
    guard case .native(let native) = object else { return nil }
    return (native as? DateObject)?.date ?? (native as? DateTimeObject)?.moment.date
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> CivilDate {
    if let date = date(object) { return date }
    throw interpreter.unsupported("a member of date on \(object.typeName)")
  }

  static let constructor = NativeFunction("date", "(year=None, month=None, day=None)") {
    call throws(Unwind) in
    let fields = try DateTimeModule.integers(call, ["year", "month", "day"], defaults: [nil, nil, nil])
    let date = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
      try CivilDate(fields[0], fields[1], fields[2])
    }
    return make(date, call.interpreter)
  }

  /// Whether a class method was called on `datetime`, not `date`.
  private static func isDateTime(_ call: NativeCall) -> Bool {
    if case .type(let type) = call.receiver { type === NativeType.dateTime } else { false }
  }

  static let members: [Member] = [
    .property("year") { object, interpreter throws(Unwind) in .int(try of(object, interpreter).year) },
    .property("month") { object, interpreter throws(Unwind) in .int(try of(object, interpreter).month) },
    .property("day") { object, interpreter throws(Unwind) in .int(try of(object, interpreter).day) },
    .method("weekday", "()") { call throws(Unwind) in .int(try of(call.receiver, call.interpreter).weekday) },
    .method("isoweekday", "()") { call throws(Unwind) in
      .int(try of(call.receiver, call.interpreter).weekday + 1)
    },
    .method("toordinal", "()") { call throws(Unwind) in .int(try of(call.receiver, call.interpreter).ordinal)
    },
    .method("isoformat", "()") { call throws(Unwind) in
      .string(try of(call.receiver, call.interpreter).isoText)
    },
    .method("strftime", "(format)") { call throws(Unwind) in
      try DateTimeModule.format(
        try of(call.receiver, call.interpreter), .midnight, nil,
        try DateTimeModule.text(call, 0, of: "strftime"), call.interpreter)
    },
    .method("ctime", "()") { call throws(Unwind) in
      try DateTimeModule.ctime(try of(call.receiver, call.interpreter), .midnight, call.interpreter)
    },
    .method("timetuple", "()") { call throws(Unwind) in
      StructTimeObject.make(
        Moment(try of(call.receiver, call.interpreter), .midnight), isDST: -1, call.interpreter)
    },
    .method("replace", "(year=None, month=None, day=None)") { call throws(Unwind) in
      let date = try of(call.receiver, call.interpreter)
      let fields = try DateTimeModule.integers(
        call, ["year", "month", "day"], defaults: [date.year, date.month, date.day])
      let changed = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
        try CivilDate(fields[0], fields[1], fields[2])
      }
      return make(changed, call.interpreter)
    },
    .classMethod("today", "()") { call throws(Unwind) in
      let moment = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
        try Moment(microsecondsSinceEpoch: call.interpreter.host.now(), nil)
      }
      return isDateTime(call)
        ? DateTimeObject.make(moment, call.interpreter) : make(moment.date, call.interpreter)
    },
    .classMethod("fromisoformat", "(date_string, /)") { call throws(Unwind) in
      guard case .string(let text) = call.required(0) else {
        if case .placeholder(let value) = call.required(0) { throw call.interpreter.unsupported(value.name) }
        throw call.raise(.typeError, "fromisoformat: argument must be str")
      }
      if isDateTime(call) {
        let moment = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
          try ISOParser.moment(text.text)
        }
        return DateTimeObject.make(moment, call.interpreter)
      }
      let date = try DateTimeModule.working(call.interpreter) { () throws(DateFailure) in
        try ISOParser.date(text.text)
      }
      return make(date, call.interpreter)
    },
    .classMethod("fromordinal", "(ordinal, /)") { call throws(Unwind) in
      let ordinal = try DateTimeModule.integer(call.required(0), call.interpreter)
      if ordinal < 1 { throw call.raise(.valueError, "ordinal must be >= 1") }
      guard let date = CivilDate(ordinal: ordinal) else {
        throw call.interpreter.unsupported("an ordinal beyond the year 9999")
      }
      return isDateTime(call)
        ? DateTimeObject.make(Moment(date, .midnight), call.interpreter) : make(date, call.interpreter)
    },
    .classMethod("fromtimestamp", "(timestamp, /)") { call throws(Unwind) in
      try DateTimeModule.checkTimestamp(call.required(0), call.interpreter)
      let moment = try DateTimeModule.moment(timestamp: call.required(0), nil, call.interpreter)
      return make(moment.date, call.interpreter)
    },
    .value("min") { interpreter throws(Unwind) in try ordinal(1, interpreter) },
    .value("max") { interpreter throws(Unwind) in try ordinal(CivilDate.lastOrdinal, interpreter) },
    .value("resolution") { interpreter in TimeDeltaObject.make(TimeSpan(seconds: 86_400), interpreter) },
  ]

  private static func ordinal(_ ordinal: Int, _ interpreter: Interpreter) throws(Unwind) -> Object {
    guard let date = CivilDate(ordinal: ordinal) else { throw interpreter.unsupported("date.min") }
    return make(date, interpreter)
  }

  // MARK: As an object

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("datetime.date(\(date.year), \(date.month), \(date.day))")
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(date.isoText) }
  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { date.hashValue }

  override func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if specification.isEmpty { return nil }
    return try DateTimeModule.format(date, .midnight, nil, specification.text, interpreter).asString
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? DateObject else { return nil }
    return date == other.date
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard case .native(let native) = other else { return nil }
    if let other = native as? DateObject { return comparison.holds(date, other.date) }
    if native is DateTimeObject {
      throw interpreter.raise(.typeError, "can't compare datetime.datetime to datetime.date")
    }
    return nil
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if let span = TimeDeltaObject.span(other), operation == .add || (operation == .sub && !isReflected) {
      // Only whole days count.
      let days = operation == .add ? span.days : -span.days
      guard let moved = CivilDate(ordinal: date.ordinal + days) else {
        throw interpreter.raise(.overflowError, "date value out of range")
      }
      return Self.make(moved, interpreter)
    }
    if operation == .sub, case .native(let native) = other, let other = native as? DateObject {
      let days = isReflected ? other.date.ordinal - date.ordinal : date.ordinal - other.date.ordinal
      return TimeDeltaObject.make(TimeSpan(seconds: days * 86_400), interpreter)
    }
    return nil
  }
}

extension NativeType {
  static let date = NativeType(
    "date", module: "datetime", constructor: DateObject.constructor, members: DateObject.members)
}
