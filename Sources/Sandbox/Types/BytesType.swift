/// `bytes` (Library Reference, *Bytes Objects*): what detections do with them. Other methods are `unsupported`.
extension NativeType {
  package static let bytes = NativeType(
    "bytes",
    constructor: NativeFunction("bytes", "(source=b'', encoding='utf-8', errors='strict')", BytesType.make),
    members: [
      .method("count", "(sub[, start[, end]])") { call throws(Unwind) in
        if call[1] != nil || call[2] != nil { throw call.interpreter.unsupported("bytes.count with bounds") }
        let needle = try BytesType.needle(call)
        let bytes = BytesType.receiver(call)
        return .int(needle.isEmpty ? bytes.count + 1 : ByteSearch.all(needle, in: bytes).count)
      },
      .method("decode", "(encoding='utf-8', errors='strict')") { call throws(Unwind) in
        try StringCodecs.decode(BytesType.receiver(call), encoding: call[0], errors: call[1], call, "decode")
      },
      .method("endswith", "(suffix[, start[, end]])") { call throws(Unwind) in
        try BytesType.matchesEnd(call, "endswith") { $0.reversed().starts(with: $1.reversed()) }
      },
      .method("find", "(sub[, start[, end]])") { call throws(Unwind) in
        if call[1] != nil || call[2] != nil { throw call.interpreter.unsupported("bytes.find with bounds") }
        return .int(
          ByteSearch.first(try BytesType.needle(call), in: BytesType.receiver(call), from: 0) ?? -1)
      },
      .classMethod("fromhex", "(string, /)", BytesType.fromHex),
      .method("hex", "([sep[, bytes_per_sep]])") { call throws(Unwind) in
        if call[0] != nil { throw call.interpreter.unsupported("bytes.hex with a separator") }
        return try call.interpreter.string(
          BytesType.receiver(call).map { StringText.hex(UInt32($0), width: 2) }.joined())
      },
      .method("join", "(iterable_of_bytes, /)", BytesType.join),
      .method("lower", "()") { call throws(Unwind) in
        try call.interpreter.bytes(BytesType.receiver(call).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 })
      },
      .method("replace", "(old, new, count=-1, /)", BytesType.replace),
      .method("startswith", "(prefix[, start[, end]])") { call throws(Unwind) in
        try BytesType.matchesEnd(call, "startswith") { $0.starts(with: $1) }
      },
      .method("strip", "(bytes=None, /)") { call throws(Unwind) in
        if call.present(0) != nil { throw call.interpreter.unsupported("bytes.strip with an argument") }
        let bytes = BytesType.receiver(call).drop(while: StringText.isASCIIBytesSpace)
        return try call.interpreter.bytes(
          Array(bytes.reversed().drop(while: StringText.isASCIIBytesSpace).reversed()))
      },
      .method("upper", "()") { call throws(Unwind) in
        try call.interpreter.bytes(BytesType.receiver(call).map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 })
      },
    ] + BytesType.missing)
}

enum BytesType {
  /// Methods CPython has besides.
  static let missing: [Member] = [
    "capitalize", "center", "expandtabs", "index", "isalnum", "isalpha", "isascii", "isdigit", "islower",
    "isspace", "istitle", "isupper", "ljust", "lstrip", "maketrans", "partition", "removeprefix",
    "removesuffix", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines",
    "swapcase", "title", "translate", "zfill",
  ].map { name in
    .method(name, "(*args, **kwargs)") { call throws(Unwind) in
      throw call.interpreter.unsupported("bytes.\(name)")
    }
  }

  static func receiver(_ call: NativeCall) -> [UInt8] {
    guard case .bytes(let value) = call.receiver else { return [] }
    return value.bytes
  }

  static func argument(_ call: NativeCall, _ index: Int) throws(Unwind) -> [UInt8] {
    guard case .bytes(let value) = call.required(index) else {
      throw call.raise(
        .typeError, "a bytes-like object is required, not '\(call.required(index).qualifiedTypeName)'")
    }
    return value.bytes
  }

  /// What `count` and `find` look for: bytes, or one byte as a number.
  static func needle(_ call: NativeCall) throws(Unwind) -> [UInt8] {
    switch call.required(0) {
    case .bytes(let value): return value.bytes
    case .int, .bool:
      guard let byte = UInt8(exactly: call.required(0).asInt ?? 0) else {
        throw call.raise(.valueError, "byte must be in range(0, 256)")
      }
      return [byte]
    case let object:
      throw call.raise(
        .typeError,
        "argument should be integer or bytes-like object, not '\(object.qualifiedTypeName)'")
    }
  }

  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    guard let source = call[0] else { return try interpreter.bytes([]) }
    for (index, name) in [(1, "encoding"), (2, "errors")] {
      guard let value = call[index] else { continue }
      guard value.asString != nil else {
        throw call.raise(
          .typeError, "bytes() argument '\(name)' must be str, not \(value.argumentTypeName)")
      }
      if source.asString == nil {
        throw call.raise(.typeError, "\(name) without a string argument")
      }
    }
    switch source {
    case .bytes: return source
    case .string(let text):
      guard call[1] != nil else { throw call.raise(.typeError, "string argument without an encoding") }
      return try StringCodecs.encode(
        NativeCall(
          interpreter: interpreter, receiver: .string(text), arguments: [call[1], call[2]], rest: [],
          keywords: []))
    case .int, .bool:
      let count = source.asInt ?? 0
      if count < 0 { throw call.raise(.valueError, "negative count") }
      try interpreter.charge(stringBytes: count)
      return .bytes(BytesObject([UInt8](repeating: 0, count: count)))
    default: break
    }
    guard interpreter.isIterable(source) else {
      throw call.raise(.typeError, "cannot convert '\(source.qualifiedTypeName)' object to bytes")
    }
    var bytes: [UInt8] = []
    for item in try interpreter.items(of: source) {
      guard let value = item.asInt else { throw interpreter.notAnInteger(item) }
      guard let byte = UInt8(exactly: value) else {
        throw call.raise(.valueError, "bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return try interpreter.bytes(bytes)
  }

  static func matchesEnd(
    _ call: NativeCall, _ name: String, _ matches: ([UInt8], [UInt8]) -> Bool
  ) throws(Unwind) -> Object {
    if call[1] != nil || call[2] != nil { throw call.interpreter.unsupported("bytes.\(name) with bounds") }
    switch call.required(0) {
    case .bytes(let value): return .bool(matches(receiver(call), value.bytes))
    case .tuple(let tuple):
      for item in tuple.items {
        guard case .bytes(let value) = item else {
          throw call.raise(.typeError, "a bytes-like object is required, not '\(item.qualifiedTypeName)'")
        }
        if matches(receiver(call), value.bytes) { return .bool(true) }
      }
      return .bool(false)
    case let object:
      throw call.raise(
        .typeError,
        "\(name) first arg must be bytes or a tuple of bytes, not \(object.qualifiedTypeName)")
    }
  }

  @Sendable static func fromHex(_ call: NativeCall) throws(Unwind) -> Object {
    guard case .string(let text) = call.required(0) else {
      throw call.raise(
        .typeError, "fromhex() argument must be str, not \(call.required(0).argumentTypeName)")
    }
    var bytes: [UInt8] = []
    var high: UInt8?
    for (index, byte) in text.text.utf8.enumerated() {
      if StringText.isASCIIBytesSpace(byte), high == nil { continue }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw call.raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(index)")
      }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    if high != nil {
      throw call.raise(
        .valueError, "non-hexadecimal number found in fromhex() arg at position \(text.utf8Count)")
    }
    return try call.interpreter.bytes(bytes)
  }

  @Sendable static func join(_ call: NativeCall) throws(Unwind) -> Object {
    guard call.interpreter.isIterable(call.required(0)) else {
      throw call.raise(.typeError, "can only join an iterable")
    }
    var parts: [[UInt8]] = []
    var size = 0
    for (index, item) in try call.interpreter.items(of: call.required(0)).enumerated() {
      guard case .bytes(let value) = item else {
        throw call.raise(
          .typeError,
          "sequence item \(index): expected a bytes-like object, \(item.qualifiedTypeName) found")
      }
      parts.append(value.bytes)
      size += value.bytes.count + receiver(call).count
    }
    try call.interpreter.charge(stringBytes: size)
    return .bytes(BytesObject(Array(parts.joined(separator: receiver(call)))))
  }

  @Sendable static func replace(_ call: NativeCall) throws(Unwind) -> Object {
    let (old, new) = (try argument(call, 0), try argument(call, 1))
    if call[2] != nil || old.isEmpty {
      throw call.interpreter.unsupported("bytes.replace with these arguments")
    }
    let bytes = receiver(call)
    let found = ByteSearch.all(old, in: bytes)
    try call.interpreter.charge(stringBytes: bytes.count + found.count * new.count)
    var result: [UInt8] = []
    var position = 0
    for start in found {
      result += bytes[position..<start] + new
      position = start + old.count
    }
    return .bytes(BytesObject(result + bytes[position...]))
  }
}

extension StringText {
  /// What `bytes.strip` and `bytes.fromhex` take for white space.
  static func isASCIIBytesSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
