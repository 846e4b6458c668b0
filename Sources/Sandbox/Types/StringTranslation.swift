/// `str.maketrans` and `str.translate`.
enum StringTranslation {
  @Sendable static func makeTable(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let table = interpreter.makeDict()
    guard let to = call[1] else {
      guard case .dict(let source) = call.required(0) else {
        throw call.raise(
          .typeError, "if you give only one argument to maketrans it must be a dict")
      }
      for (key, value) in source.table.pairs {
        switch key {
        case _ where key.isIntegral: try interpreter.set(key, to: value, in: table)
        case .string(let text):
          guard text.count == 1, let scalar = text.scalar(at: 0) else {
            throw call.raise(.valueError, "string keys in translate table must be of length 1")
          }
          try interpreter.set(.int(Int(scalar.value)), to: value, in: table)
        default:
          throw call.raise(.typeError, "keys in translate table must be strings or integers")
        }
      }
      return .dict(table)
    }
    guard case .string(let to) = to else {
      throw call.raise(
        .typeError, "maketrans() argument 2 must be str, not \(to.argumentTypeName)")
    }
    if let removed = call[2], removed.asString == nil {
      throw call.raise(
        .typeError, "maketrans() argument 3 must be str, not \(removed.argumentTypeName)")
    }
    guard case .string(let from) = call.required(0) else {
      throw call.raise(
        .typeError, "first maketrans argument must be a string if there is a second argument")
    }
    guard from.count == to.count else {
      throw call.raise(.valueError, "the first two maketrans arguments must have equal length")
    }
    for (key, value) in zip(from.scalars, to.scalars) {
      try interpreter.set(.int(Int(key.value)), to: .int(Int(value.value)), in: table)
    }
    if let removed = call[2]?.asString {
      for scalar in removed.scalars { try interpreter.set(.int(Int(scalar.value)), to: .none, in: table) }
    }
    return .dict(table)
  }

  @Sendable static func translate(_ call: NativeCall) throws(Unwind) -> Object {
    let table = call.required(0)
    try call.interpreter.charge(work: StringType.receiver(call).utf8Count)
    var result = ""
    for scalar in StringType.receiver(call).scalars {
      guard let value = try replacement(for: scalar, table, call.interpreter) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch value {
      case .none: break
      case .string(let text): result += text.text
      case _ where value.isIntegral:
        guard let code = value.asInt, (0..<0x110000).contains(code) else {
          throw call.raise(.valueError, "character mapping must be in range(0x110000)")
        }
        guard let scalar = Unicode.Scalar(UInt32(code)) else {
          throw call.interpreter.unsupported("a lone surrogate")
        }
        result.unicodeScalars.append(scalar)
      case .bigInt:
        throw call.raise(.overflowError, "Python int too large to convert to C long")
      default:
        throw call.raise(.typeError, "character mapping must return integer, None or str")
      }
      guard result.utf8.count <= call.interpreter.limits.stringBytes else {
        throw call.interpreter.exceeded(.stringLength)
      }
    }
    return try call.interpreter.string(result)
  }

  /// `table[ord(character)]`; `nil` where that raises a `LookupError`.
  private static func replacement(
    for scalar: Unicode.Scalar, _ table: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    try interpreter.step()
    let key = Object.int(Int(scalar.value))
    if case .dict(let dict) = table, dict.kind == .plain { return try interpreter.value(for: key, in: dict) }
    do {
      return try interpreter.item(of: table, key)
    } catch {
      guard interpreter.catches(error, .lookupError) else { throw error }
      interpreter.discardException()
      return nil
    }
  }
}
