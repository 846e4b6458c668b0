import Python

/// A `datetime.datetime`.
final class DateTimeObject: NativeObject {
  let moment: Moment

  init(_ moment: Moment) {
    self.moment = moment
    super.init(type: .dateTime)
  }

  static func make(_ moment: Moment, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(DateTimeObject(moment)))
  }

  static func moment(_ object: Object) -> Moment? {
    guard case .native(let native) = object else { return nil }
    return (native as? DateTimeObject)?.moment
  }

  static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Moment {
    if let moment = moment(object) { return moment }
    throw interpreter.unsupported("a member of datetime on \(object.typeName)")
  }

  static func working(
    _ interpreter: Interpreter, _ body: () throws(DateFailure) -> Moment
  ) throws(Unwind) -> Object {
    make(try DateTimeModule.working(interpreter, body), interpreter)
  }

  // MARK: As an object

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if moment.zone?.origin == .dateutil {
      throw interpreter.unsupported("the repr of a zone of dateutil.tz")
    }
    return PyString(moment.representation)
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString(moment.isoText(separator: " "))
  }

  override func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? {
    if specification.isEmpty { return nil }
    return try DateTimeModule.format(moment.date, moment.time, moment.zone, specification.text, interpreter)
      .asString
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    var hasher = Hasher()
    hasher.combine(moment.zone == nil)
    hasher.combine(moment.microseconds)
    return hasher.finalize()
  }

  /// A naive moment never equals one with a zone.
  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard let other = Self.moment(other) else { return nil }
    guard (moment.zone == nil) == (other.zone == nil) else { return false }
    return moment.microseconds == other.microseconds
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard let other = Self.moment(other) else {
      if DateObject.date(other) != nil {
        throw interpreter.raise(.typeError, "can't compare datetime.datetime to datetime.date")
      }
      return nil
    }
    guard (moment.zone == nil) == (other.zone == nil) else {
      throw interpreter.raise(.typeError, "can't compare offset-naive and offset-aware datetimes")
    }
    return comparison.holds(moment.microseconds, other.microseconds)
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if let span = TimeDeltaObject.span(other) {
      if operation == .add {
        return try Self.working(interpreter) { () throws(DateFailure) in try moment.adding(span) }
      }
      if operation == .sub, !isReflected {
        return try Self.working(interpreter) { () throws(DateFailure) in try moment.subtracting(span) }
      }
      return nil
    }
    guard operation == .sub, !isReflected, let other = Self.moment(other) else { return nil }
    guard (moment.zone == nil) == (other.zone == nil) else {
      throw interpreter.raise(.typeError, "can't subtract offset-naive and offset-aware datetimes")
    }
    let span = try DateTimeModule.working(interpreter) { () throws(DateFailure) in
      try TimeSpan(microseconds: moment.microseconds - other.microseconds)
    }
    return TimeDeltaObject.make(span, interpreter)
  }
}

extension NativeType {
  static let dateTime = NativeType(
    "datetime", module: "datetime", bases: [.date], constructor: DateTimeMembers.constructor,
    members: DateTimeMembers.members)
}
