/// `base64` and `binascii` (Library Reference, *Internet Data Handling*).
extension NativeModule {
  static let base64 = NativeModule(
    "base64",
    [
      .function("b64decode", "def(s, altchars=None, validate=False)") { call throws(Unwind) in
        let strict = try call[2].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? false
        var text = try Base64Module.text(call)
        if let others = try Base64Module.alternatives(call) {
          text = text.map { $0 == others.0 ? UInt8(ascii: "+") : $0 == others.1 ? UInt8(ascii: "/") : $0 }
        }
        return try Base64Module.decode(text, strict: strict, call)
      },
      .function("standard_b64decode", "def(s)") { call throws(Unwind) in
        try Base64Module.decode(try Base64Module.text(call), strict: false, call)
      },
      .function("urlsafe_b64decode", "def(s)") { call throws(Unwind) in
        let text = try Base64Module.text(call).map { byte in
          byte == UInt8(ascii: "-") ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
        }
        return try Base64Module.decode(text, strict: false, call)
      },
      .function("b32decode", "def(s, casefold=False, map01=None)") { call throws(Unwind) in
        if call.present(2) != nil { throw call.interpreter.unsupported("b32decode with map01") }
        let folding = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? false
        let text = try Base64Module.text(call)
        return try Base64Module.working(call) { () throws(Base64.Failure) in
          try Base32.decode(text, foldingCase: folding)
        }
      },
      .function("b64encode", "def(s, altchars=None)") { call throws(Unwind) in
        var text = Base64.encode(try Base64Module.bytes(call))
        if let others = try Base64Module.alternatives(call) {
          text = text.map { $0 == UInt8(ascii: "+") ? others.0 : $0 == UInt8(ascii: "/") ? others.1 : $0 }
        }
        return try call.interpreter.bytes(text)
      },
      .function("standard_b64encode", "def(s)") { call throws(Unwind) in
        try call.interpreter.bytes(Base64.encode(try Base64Module.bytes(call)))
      },
      .function("urlsafe_b64encode", "def(s)") { call throws(Unwind) in
        let text = Base64.encode(try Base64Module.bytes(call)).map { byte in
          byte == UInt8(ascii: "+") ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
        }
        return try call.interpreter.bytes(text)
      },
      .function("b32encode", "def(s)") { call throws(Unwind) in
        try call.interpreter.bytes(Base32.encode(try Base64Module.bytes(call)))
      },
    ], source: .base64)

  static let binascii = NativeModule(
    "binascii",
    [
      .type("Error", .binasciiError),
      .function("unhexlify", "(hexstr, /)", Base64Module.unhexlify),
      .function("a2b_hex", "(hexstr, /)", Base64Module.unhexlify),
      .function("hexlify", "(data, sep=None, bytes_per_sep=1)", Base64Module.hexlify),
      .function("b2a_hex", "(data, sep=None, bytes_per_sep=1)", Base64Module.hexlify),
      .function("b2a_base64", "(data, /, *, newline=True)") { call throws(Unwind) in
        var text = Base64.encode(try Base64Module.bytes(call))
        if try call[1].map({ (flag) throws(Unwind) in try call.interpreter.isTrue(flag) }) ?? true {
          text.append(10)
        }
        return try call.interpreter.bytes(text)
      },
      .function("a2b_base64", "(data, /, *, strict_mode=False)") { call throws(Unwind) in
        if let strict = call[1], try call.interpreter.isTrue(strict) {
          throw call.interpreter.unsupported("a2b_base64 with strict_mode")
        }
        return try Base64Module.decode(try Base64Module.text(call), strict: false, call)
      },
      .function("crc32", "(data, crc=0, /)") { call throws(Unwind) in
        guard let start = (call[1] ?? .int(0)).asInt else {
          throw call.interpreter.unsupported("crc32 from this number")
        }
        return .int(
          Int(CyclicCheck.crc32(try Base64Module.bytes(call), from: UInt32(truncatingIfNeeded: start))))
      },
    ])
}

extension NativeType {
  static let binasciiError = derive("Error", .valueError, module: "binascii")
}

enum Base64Module {
  static func working(_ call: NativeCall, _ body: () throws(Base64.Failure) -> [UInt8]) throws(Unwind)
    -> Object
  {
    let bytes: [UInt8]
    do {
      bytes = try body()
    } catch {
      throw call.raise(.binasciiError, error.message)
    }
    return try call.interpreter.bytes(bytes)
  }

  static func decode(_ text: [UInt8], strict: Bool, _ call: NativeCall) throws(Unwind) -> Object {
    try call.interpreter.charge(work: text.count)
    return try working(call) { () throws(Base64.Failure) in try Base64.decode(text, strict: strict) }
  }

  /// The encoded argument: bytes, or a text of ASCII.
  static func text(_ call: NativeCall) throws(Unwind) -> [UInt8] {
    switch call.required(0) {
    case .bytes(let bytes): return bytes.bytes
    case .string(let text):
      guard text.isASCII else {
        throw call.raise(.valueError, "string argument should contain only ASCII characters")
      }
      return text.bytes
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case let other:
      throw call.raise(
        .typeError,
        "argument should be a bytes-like object or ASCII string, not '\(other.typeName)'")
    }
  }

  /// The two characters that stand for `+` and `/`.
  static func alternatives(_ call: NativeCall) throws(Unwind) -> (UInt8, UInt8)? {
    guard let given = call.present(1) else { return nil }
    let bytes: [UInt8]
    switch given {
    case .bytes(let value): bytes = value.bytes
    case .string(let text) where text.isASCII: bytes = text.bytes
    default: throw call.interpreter.unsupported("base64 with these altchars")
    }
    guard bytes.count == 2 else { throw call.interpreter.unsupported("base64 with these altchars") }
    return (bytes[0], bytes[1])
  }

  static func bytes(_ call: NativeCall) throws(Unwind) -> [UInt8] {
    switch call.required(0) {
    case .bytes(let bytes):
      try call.interpreter.charge(work: bytes.bytes.count)
      return bytes.bytes
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case let other:
      throw call.raise(
        .typeError, "a bytes-like object is required, not '\(other.qualifiedTypeName)'")
    }
  }

  @Sendable static func unhexlify(_ call: NativeCall) throws(Unwind) -> Object {
    let text: [UInt8]
    switch call.required(0) {
    case .bytes(let bytes): text = bytes.bytes
    case .string(let string):
      guard string.isASCII else {
        throw call.raise(.valueError, "string argument should contain only ASCII characters")
      }
      text = string.bytes
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case let other:
      throw call.raise(
        .typeError,
        "argument should be bytes, buffer or ASCII string, not '\(other.qualifiedTypeName)'")
    }
    return try working(call) { () throws(Base64.Failure) in try Hexadecimal.decode(text) }
  }

  @Sendable static func hexlify(_ call: NativeCall) throws(Unwind) -> Object {
    if call.present(1) != nil { throw call.interpreter.unsupported("hexlify with a separator") }
    return try call.interpreter.bytes(Hexadecimal.encode(try bytes(call)))
  }
}
