/// A `datetime.timezone`.
final class TimeZoneObject: NativeObject {
  let zone: FixedZone

  init(_ zone: FixedZone) {
    self.zone = zone
    super.init(type: .timeZone)
  }

  /// The one object `timezone.utc`.
  static func utc(_ interpreter: Interpreter) -> Object {
    .native(interpreter.storage(TimeZoneObject.self) { interpreter.heap.adopt(TimeZoneObject(.utc)) })
  }

  static func make(_ zone: FixedZone?, _ interpreter: Interpreter) -> Object {
    guard let zone else { return .none }
    if zone.offset == .zero, zone.name == nil, zone.origin == .datetime { return utc(interpreter) }
    return .native(interpreter.heap.adopt(TimeZoneObject(zone)))
  }

  private static func of(_ call: NativeCall) throws(Unwind) -> FixedZone {
    if case .native(let native) = call.receiver, let object = native as? TimeZoneObject {
      switch call.required(0) {
      case .none: return object.zone
      case .native(let native) where native is DateTimeObject: return object.zone
      default: break
      }
    }
    throw call.interpreter.unsupported("a method of timezone with these arguments")
  }

  static let constructor = NativeFunction("timezone", "(offset, name=None)") { call throws(Unwind) in
    let interpreter = call.interpreter
    guard let offset = TimeDeltaObject.span(call.required(0)) else {
      if case .placeholder(let value) = call.required(0) { throw interpreter.unsupported(value.name) }
      throw call.raise(
        .typeError,
        "timezone() argument 1 must be datetime.timedelta, not \(call.required(0).qualifiedTypeName)")
    }
    var name: String?
    if let object = call[1] {
      guard case .string(let text) = object else {
        throw interpreter.unsupported("a timezone name of type \(object.typeName)")
      }
      name = text.text
    }
    let zone = try DateTimeModule.working(interpreter) { () throws(DateFailure) in
      try FixedZone(offset, name: name)
    }
    return make(zone, interpreter)
  }

  static let members: [Member] = [
    .value("utc") { interpreter in utc(interpreter) },
    .method("utcoffset", "(dt, /)") { call throws(Unwind) in
      TimeDeltaObject.make(try of(call).offset, call.interpreter)
    },
    .method("tzname", "(dt, /)") { call throws(Unwind) in
      try of(call).displayName.map { .string($0) } ?? .none
    },
    .method("dst", "(dt, /)") { call throws(Unwind) in
      _ = try of(call)
      return .none
    },
  ]

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(zone.representation) }
  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString(zone.displayName ?? "")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? TimeZoneObject else { return nil }
    return zone.offset == other.zone.offset
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { zone.offset.hashValue }
}

extension NativeType {
  static let timeZone = NativeType(
    "timezone", module: "datetime", bases: [.zoneInfo], constructor: TimeZoneObject.constructor,
    members: TimeZoneObject.members)
}
