/// `uuid` (Library Reference, *UUID objects according to RFC 4122*). Random ones come from a fixed seed, and the run is
/// noted as one that CPython doesn't repeat; those of the clock and the network card are `unsupported`.
extension NativeModule {
  static let uuid = NativeModule(
    "uuid", [.type("UUID", .uuid)],
    source: #"""
      NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
      NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
      NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
      NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
      RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
          'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
          'reserved for future definition']


      def _versioned(digits, version):
          variant = '89ab'[int(digits[16], 16) & 3]
          return UUID(digits[:12] + version + digits[13:16] + variant + digits[17:32])


      def uuid3(namespace, name):
          import hashlib
          return _versioned(hashlib.md5(namespace.bytes + name.encode()).hexdigest(), '3')


      def uuid5(namespace, name):
          import hashlib
          return _versioned(hashlib.sha1(namespace.bytes + name.encode()).hexdigest(), '5')


      def uuid4():
          import secrets
          return _versioned(secrets.token_hex(16), '4')
      """#)
}

/// A `uuid.UUID`.
private final class UUIDObject: NativeObject {
  private let value: UInt128

  init(_ value: UInt128) {
    self.value = value
    super.init(type: .uuid)
  }

  static let constructor = NativeFunction(
    "UUID", "(hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None)"
  ) { call throws(Unwind) in
    let given = (0...4).filter { call.present($0) != nil }
    guard given.count == 1, let form = given.first else {
      throw call.raise(
        .typeError, "one of the hex, bytes, bytes_le, fields, or int arguments must be given")
    }
    if call.present(5) != nil { throw call.interpreter.unsupported("a UUID of a version") }
    switch form {
    case 0: return try fromHexadecimal(call)
    case 1:
      guard case .bytes(let value) = call.required(1) else {
        throw call.interpreter.unsupported("the bytes of a UUID as \(call.required(1).typeName)")
      }
      guard value.bytes.count == 16 else { throw call.raise(.valueError, "bytes is not a 16-char string") }
      return make(value.bytes.reduce(0) { $0 << 8 | UInt128($1) }, call)
    case 4:
      guard let value = call.required(4).asBigInteger else {
        throw call.interpreter.unsupported("the int of a UUID as \(call.required(4).typeName)")
      }
      guard let number = value.asUInt128 else {
        throw call.raise(.valueError, "int is out of range (need a 128-bit value)")
      }
      return make(number, call)
    default: throw call.interpreter.unsupported("a UUID from \(form == 2 ? "bytes_le" : "fields")")
    }
  }

  private static func make(_ value: UInt128, _ call: NativeCall) -> Object {
    .native(call.interpreter.heap.adopt(UUIDObject(value)))
  }

  private static func fromHexadecimal(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .string(let given) = call.required(0) else {
      throw call.interpreter.unsupported("a UUID from a \(call.required(0).typeName)")
    }
    try call.interpreter.charge(work: 4_096)
    var text = given.text.replacing("urn:", with: "").replacing("uuid:", with: "")[...]
    while let first = text.unicodeScalars.first, first == "{" || first == "}" {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last == "{" || last == "}" { text.unicodeScalars.removeLast() }
    let hexadecimal = text.unicodeScalars.filter { $0 != "-" }
    guard hexadecimal.count == 32 else {
      throw call.raise(.valueError, "badly formed hexadecimal UUID string")
    }
    let digits = String(String.UnicodeScalarView(hexadecimal))
    guard digits.unicodeScalars.allSatisfy({ RegexParser.isHexadecimal($0.value) }),
      let value = UInt128(digits, radix: 16)
    else {
      // int() also takes underscores, blanks and a prefix.
      let isPlain = digits.unicodeScalars.allSatisfy {
        CodePoint.isASCIILetter($0.value) || CodePoint.isASCIIDigit($0.value)
      }
      guard isPlain, !digits.lowercased().hasPrefix("0x") else {
        throw call.interpreter.unsupported("a UUID from this text")
      }
      throw call.raise(
        .valueError, "invalid literal for int() with base 16: \(PythonRepr.string(digits))")
    }
    return make(value, call)
  }

  private static func of(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> UUIDObject {
    if case .native(let native) = object, let uuid = native as? UUIDObject { return uuid }
    throw interpreter.unsupported("a member of UUID on \(object.typeName)")
  }

  static let members: [Member] = [
    .property("hex") { object, interpreter throws(Unwind) in .string(try of(object, interpreter).hexadecimal)
    },
    .property("urn") { object, interpreter throws(Unwind) in
      .string("urn:uuid:" + (try of(object, interpreter).text))
    },
    .property("version") { object, interpreter throws(Unwind) in
      let value = try of(object, interpreter).value
      // Only the variant of RFC 4122 has versions.
      guard value >> 62 & 3 == 2 else { return .none }
      return .int(Int(value >> 76 & 0xF))
    },
    .property("bytes") { object, interpreter throws(Unwind) in
      let value = try of(object, interpreter).value
      return try interpreter.bytes(
        (0..<16).reversed().map { UInt8(truncatingIfNeeded: value >> UInt128($0 * 8)) })
    },
  ]

  private var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  private var text: String {
    var parts: [String] = []
    var rest = hexadecimal[...]
    for width in [8, 4, 4, 4, 12] {
      parts.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return parts.joined(separator: "-")
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString("UUID('\(text)')") }
  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(text) }
  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { value.hashValue }

  override func integer(_ interpreter: Interpreter) throws(Unwind) -> BigInteger? { BigInteger(value) }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let native) = other, let other = native as? UUIDObject else { return nil }
    return value == other.value
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    guard case .native(let native) = other, let other = native as? UUIDObject else { return nil }
    return comparison.holds(value, other.value)
  }
}

extension NativeType {
  fileprivate static let uuid = NativeType(
    "UUID", module: "uuid", isWrittenInPython: true, constructor: UUIDObject.constructor,
    members: UUIDObject.members)
}
