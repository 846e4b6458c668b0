/// `datetime` (Library Reference, *Basic date and time types*). The local zone is UTC.
extension NativeModule {
  static let datetime = NativeModule(
    "datetime",
    [
      .type("date", .date), .type("datetime", .dateTime), .type("time", .clockTime),
      .type("timedelta", .timeDelta), .type("timezone", .timeZone), .type("tzinfo", .zoneInfo),
      .value("UTC") { interpreter throws(Unwind) in TimeZoneObject.utc(interpreter) },
      .constant("MINYEAR") { _ in .int(CivilDate.years.lowerBound) },
      .constant("MAXYEAR") { _ in .int(CivilDate.years.upperBound) },
    ])
}

extension NativeType {
  static let zoneInfo = NativeType("tzinfo", module: "datetime")
}

/// What the classes of `datetime` share.
enum DateTimeModule {
  static func unwind(_ failure: DateFailure, _ interpreter: Interpreter) -> Unwind {
    switch failure {
    case .value(let message): interpreter.raise(.valueError, message)
    case .overflow(let message): interpreter.raise(.overflowError, message)
    case .unsupported(let construct): interpreter.unsupported(construct)
    }
  }

  static func working<Answer>(
    _ interpreter: Interpreter, _ body: () throws(DateFailure) -> Answer
  ) throws(Unwind) -> Answer {
    do {
      return try body()
    } catch {
      throw unwind(error, interpreter)
    }
  }

  /// An integer argument.
  static func integer(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    if case .placeholder(let value) = object { throw interpreter.unsupported(value.name) }
    guard let value = object.asInt else { throw interpreter.notAnInteger(object, type: "long") }
    guard let small = Int32(exactly: value) else {
      throw interpreter.raise(
        .overflowError, "signed integer is \(value < 0 ? "less than minimum" : "greater than maximum")")
    }
    return Int(small)
  }

  /// Integer arguments from `first` on; the ones left out have defaults, or are missing if they have none.
  static func integers(
    _ call: NativeCall, _ names: [String], from first: Int = 0, defaults: [Int?]
  ) throws(Unwind) -> [Int] {
    var values: [Int] = []
    for (index, name) in names.enumerated() {
      if let object = call[first + index] {
        values.append(try integer(object, call.interpreter))
      } else if let value = defaults[index] {
        values.append(value)
      } else {
        throw call.raise(
          .typeError, "function missing required argument '\(name)' (pos \(first + index + 1))")
      }
    }
    return values
  }

  static func text(_ call: NativeCall, _ index: Int, of function: String) throws(Unwind) -> String {
    switch call.required(index) {
    case .string(let text): return text.text
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case .none: throw call.raise(.typeError, "\(function)() argument \(index + 1) must be str, not None")
    case let other:
      throw call.raise(
        .typeError, "\(function)() argument \(index + 1) must be str, not \(other.qualifiedTypeName)")
    }
  }

  /// A `tzinfo` argument.
  static func zone(_ object: Object?, _ interpreter: Interpreter) throws(Unwind) -> TimeZoneObject? {
    switch object {
    case nil, .some(.none): return nil
    case .native(let native):
      if let zone = native as? TimeZoneObject { return zone }
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    default: break
    }
    throw interpreter.raise(
      .typeError,
      "tzinfo argument must be None or of a tzinfo subclass, not type '\(object?.qualifiedTypeName ?? "")'")
  }

  /// The `timespec` argument of `isoformat`.
  static func precision(_ object: Object?, _ interpreter: Interpreter) throws(Unwind) -> ClockTime.Precision {
    guard let object else { return .auto }
    guard case .string(let name) = object else {
      throw interpreter.unsupported("isoformat with a timespec of type \(object.typeName)")
    }
    guard let precision = ClockTime.Precision(rawValue: name.text) else {
      throw interpreter.raise(.valueError, "Unknown timespec value")
    }
    return precision
  }

  /// `Mon Jan  1 00:00:00 0001`.
  static func ctime(
    _ date: CivilDate, _ time: ClockTime, yearDigits: Int = 4, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let year = String(date.year)
    let padding = String(repeating: "0", count: max(0, yearDigits - year.utf8.count))
    return try format(date, time, nil, "%a %b %e %H:%M:%S \(padding)\(year)", interpreter)
  }

  static func format(
    _ date: CivilDate, _ time: ClockTime, _ zone: FixedZone?, _ format: String, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    try interpreter.charge(work: format.utf8.count * 1_024)
    let text = try working(interpreter) { () throws(DateFailure) in
      try DateFormatter(date: date, time: time, zone: zone).format(format)
    }
    return try interpreter.string(text)
  }

  /// A timestamp argument as a moment.
  static func moment(timestamp: Object, _ zone: FixedZone?, _ interpreter: Interpreter) throws(Unwind)
    -> Moment
  {
    try working(interpreter) { () throws(DateFailure) in
      if case .float(let seconds) = timestamp { return try Moment(timestamp: seconds, zone) }
      if let seconds = timestamp.asInt { return try Moment(secondsSinceEpoch: seconds, zone) }
      if case .bigInt = timestamp { throw .overflow("timestamp out of range for platform time_t") }
      throw .unsupported("")
    }
  }

  static func checkTimestamp(_ object: Object, _ interpreter: Interpreter) throws(Unwind) {
    switch object {
    case .float, .int, .bigInt, .bool: return
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    default:
      throw interpreter.raise(
        .typeError, "'\(object.qualifiedTypeName)' object cannot be interpreted as an integer")
    }
  }
}
