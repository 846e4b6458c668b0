/// `policyuniverse.common`: one value or several.
extension NativeModule {
  static let policyUniverseCommon = NativeModule(
    "policyuniverse.common",
    [
      PolicyCommon.isArrayFunction, PolicyCommon.arrayFunction, .type("Sequence", .sequence),
    ],
    allNames: ["Sequence", "ensure_array", "is_array"])
}

enum PolicyCommon {
  static let isArrayFunction = Member.function("is_array", "def(obj)") { call throws(Unwind) in
    .bool(try isArray(call.required(0), call.interpreter))
  }

  static let arrayFunction = Member.function("ensure_array", "def(obj)") { call throws(Unwind) in
    try array(call.required(0), call.interpreter)
  }

  /// Whether a value counts as several: a sequence that is no text.
  static func isArray(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    switch object {
    case .string, .bytes: false
    default: try interpreter.isInstance(object, of: .type(.sequence))
    }
  }

  /// The value itself if it is an array, otherwise a list of it.
  static func array(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    try isArray(object, interpreter) ? object : try interpreter.list([object])
  }

  static func items(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> [Object] {
    try isArray(object, interpreter) ? try interpreter.items(of: object) : [object]
  }

  /// `object.split(separator)`, of text.
  static func split(
    _ object: Object, at separator: Unicode.Scalar, _ interpreter: Interpreter
  ) throws(Unwind) -> [String] {
    switch object {
    case .string(let text):
      try interpreter.charge(work: text.utf8Count)
      let parts = text.scalars.split(separator: separator, omittingEmptySubsequences: false)
      try interpreter.charge(elements: parts.count)
      return parts.map { String($0) }
    case .bytes: throw interpreter.raise(.typeError, "a bytes-like object is required, not 'str'")
    default:
      _ = try interpreter.attribute(of: object, "split")
      throw interpreter.unsupported("split of a \(object.typeName)")
    }
  }
}
