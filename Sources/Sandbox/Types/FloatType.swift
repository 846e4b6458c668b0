/// `float` (Library Reference, *Additional Methods on Float*).
extension NativeType {
  package static let float = NativeType(
    "float", constructor: NativeFunction("float", "(x=0, /)", FloatType.make),
    members: [
      .method("as_integer_ratio", "()", FloatType.ratio),
      .method("conjugate", "()") { call in call.receiver },
      .classMethod("fromhex", "(string, /)") { call throws(Unwind) in
        try HexadecimalFloat.parse(call)
      },
      .method("hex", "()") { call in
        guard case .float(let value) = call.receiver else { return .none }
        return .string(HexadecimalFloat.text(of: value))
      },
      .property("imag") { _, _ in .float(0) },
      .method("is_integer", "()") { call in
        guard case .float(let value) = call.receiver else { return .none }
        return .bool(value.isFinite && value == value.rounded(.towardZero))
      },
      .property("real") { object, _ in object },
    ])
}

enum FloatType {
  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    guard let value = call[0] else { return .float(0) }
    if let number = try call.interpreter.double(of: value) { return .float(number) }
    switch value {
    case .string(let text):
      try call.interpreter.charge(work: text.utf8Count * 8)
      if let number = FloatText.parse(text) { return .float(number) }
      throw call.raise(
        .valueError, "could not convert string to float: \(try call.interpreter.repr(of: value).text)")
    case .bytes(let bytes):
      if let number = FloatText.parse(PyString(utf8: bytes.bytes)) { return .float(number) }
      throw call.raise(
        .valueError, "could not convert string to float: \(try call.interpreter.repr(of: value).text)")
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case .native(let object):
      if let number = try object.float(call.interpreter) { return .float(number) }
    case .instance:
      if let result = try call.interpreter.callMethod("__float__", on: value) { return result }
      if let result = try call.interpreter.callMethod("__index__", on: value)?.asDouble {
        return .float(result)
      }
      if case .instance(let instance) = value, instance.base != nil {
        return try call.interpreter.call(.type(.float), with: value.plainScalar)
      }
    default: break
    }
    throw call.raise(
      .typeError, "float() argument must be a string or a real number, not '\(value.qualifiedTypeName)'")
  }

  @Sendable static func ratio(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .float(let value) = call.receiver else { return .none }
    if value.isNaN { throw call.raise(.valueError, "cannot convert NaN to integer ratio") }
    if value.isInfinite { throw call.raise(.overflowError, "cannot convert Infinity to integer ratio") }
    let (numerator, denominator) = BigInteger.ratio(of: value)
    return call.interpreter.tuple([.integer(numerator), .integer(denominator)])
  }
}
