/// `bytes`, and the methods it shares with `bytearray` (Library Reference, *Bytes and Bytearray Operations*).
///
/// A method answers with the type it was called on, and takes either for an argument.
extension NativeType {
  package static let bytes = NativeType(
    "bytes",
    constructor: NativeFunction("bytes", "(source=b'', encoding='utf-8', errors='strict')") {
      call throws(Unwind) in
      if call[1] == nil, call[2] == nil, case .bytes? = call[0] { return call.required(0) }
      return try call.interpreter.bytes(try BytesMaking.source(call, "bytes"))
    },
    members: BytesType.shared)
}

enum BytesType {
  static let shared: [Member] = [
    .method("capitalize", "()") { call throws(Unwind) in try map(call, BytesText.capitalize) },
    .method("center", "(width, fillchar=b' ', /)") { call throws(Unwind) in
      try BytesText.justify(call, "center") { missing, width in missing / 2 + (missing & width & 1) }
    },
    .method("count", "(sub[, start[, end]])", BytesSearch.count),
    .method("decode", "(encoding='utf-8', errors='strict')") { call throws(Unwind) in
      try StringCodecs.decode(receiver(call), encoding: call[0], errors: call[1], call, "decode")
    },
    .method("endswith", "(suffix[, start[, end]])") { call throws(Unwind) in
      try BytesSearch.matchesEnd(call, "endswith", atStart: false)
    },
    .method("expandtabs", "(tabsize=8)", BytesText.expandTabs),
    .method("find", "(sub[, start[, end]])") { call throws(Unwind) in
      .int(try BytesSearch.find(call, fromEnd: false) ?? -1)
    },
    .classMethod("fromhex", "(string, /)", BytesMaking.fromHex),
    .method("hex", "(sep=<unrepresentable>, bytes_per_sep=1)", BytesMaking.hex),
    .method("index", "(sub[, start[, end]])") { call throws(Unwind) in
      if let position = try BytesSearch.find(call, fromEnd: false) { return .int(position) }
      throw call.raise(.valueError, "subsection not found")
    },
    .method("isalnum", "()") { call in check(call) { BytesText.isAlpha($0) || BytesText.isDigit($0) } },
    .method("isalpha", "()") { call in check(call, BytesText.isAlpha) },
    .method("isascii", "()") { call in .bool(receiver(call).allSatisfy { $0 < 0x80 }) },
    .method("isdigit", "()") { call in check(call, BytesText.isDigit) },
    .method("islower", "()") { call in
      let bytes = receiver(call)
      return .bool(!bytes.contains(where: BytesText.isUpper) && bytes.contains(where: BytesText.isLower))
    },
    .method("isspace", "()") { call in check(call, StringText.isASCIIBytesSpace) },
    .method("istitle", "()") { call in .bool(BytesText.isTitle(receiver(call))) },
    .method("isupper", "()") { call in
      let bytes = receiver(call)
      return .bool(!bytes.contains(where: BytesText.isLower) && bytes.contains(where: BytesText.isUpper))
    },
    .method("join", "(iterable_of_bytes, /)", BytesMaking.join),
    .method("ljust", "(width, fillchar=b' ', /)") { call throws(Unwind) in
      try BytesText.justify(call, "ljust") { _, _ in 0 }
    },
    .method("lower", "()") { call throws(Unwind) in try map(call) { $0.map(BytesText.lower) } },
    .method("lstrip", "(bytes=None, /)") { call throws(Unwind) in
      try BytesText.strip(call, left: true, right: false)
    },
    .staticMethod("maketrans", "(frm, to, /)", BytesMaking.translationTable),
    .method("partition", "(sep, /)") { call throws(Unwind) in
      try BytesSplitting.partition(call, fromEnd: false)
    },
    .method("removeprefix", "(prefix, /)") { call throws(Unwind) in
      let (bytes, prefix) = (receiver(call), try argument(call, 0))
      return try make(call, bytes.starts(with: prefix) ? Array(bytes.dropFirst(prefix.count)) : bytes)
    },
    .method("removesuffix", "(suffix, /)") { call throws(Unwind) in
      let (bytes, suffix) = (receiver(call), try argument(call, 0))
      let matches = bytes.reversed().starts(with: suffix.reversed())
      return try make(call, matches ? Array(bytes.dropLast(suffix.count)) : bytes)
    },
    .method("replace", "(old, new, count=-1, /)", BytesSearch.replace),
    .method("rfind", "(sub[, start[, end]])") { call throws(Unwind) in
      .int(try BytesSearch.find(call, fromEnd: true) ?? -1)
    },
    .method("rindex", "(sub[, start[, end]])") { call throws(Unwind) in
      if let position = try BytesSearch.find(call, fromEnd: true) { return .int(position) }
      throw call.raise(.valueError, "subsection not found")
    },
    .method("rjust", "(width, fillchar=b' ', /)") { call throws(Unwind) in
      try BytesText.justify(call, "rjust") { missing, _ in missing }
    },
    .method("rpartition", "(sep, /)") { call throws(Unwind) in
      try BytesSplitting.partition(call, fromEnd: true)
    },
    .method("rsplit", "(sep=None, maxsplit=-1)") { call throws(Unwind) in
      try BytesSplitting.split(call, fromEnd: true)
    },
    .method("rstrip", "(bytes=None, /)") { call throws(Unwind) in
      try BytesText.strip(call, left: false, right: true)
    },
    .method("split", "(sep=None, maxsplit=-1)") { call throws(Unwind) in
      try BytesSplitting.split(call, fromEnd: false)
    },
    .method("splitlines", "(keepends=False)", BytesSplitting.splitLines),
    .method("startswith", "(prefix[, start[, end]])") { call throws(Unwind) in
      try BytesSearch.matchesEnd(call, "startswith", atStart: true)
    },
    .method("strip", "(bytes=None, /)") { call throws(Unwind) in
      try BytesText.strip(call, left: true, right: true)
    },
    .method("swapcase", "()") { call throws(Unwind) in try map(call) { $0.map(BytesText.swapCase) } },
    .method("title", "()") { call throws(Unwind) in try map(call, BytesText.title) },
    .method("translate", "(table, /, delete=b'')", BytesText.translate),
    .method("upper", "()") { call throws(Unwind) in try map(call) { $0.map(BytesText.upper) } },
    .method("zfill", "(width, /)", BytesText.zeroFill),
  ]

  static func receiver(_ call: NativeCall) -> [UInt8] { call.receiver.asBytesLike ?? [] }

  /// The answer, of the type the method was called on.
  static func make(_ call: NativeCall, _ bytes: [UInt8]) throws(Unwind) -> Object {
    let type = call.receiver.asType ?? call.receiver.pythonType
    guard type.isSubtype(of: NativeType.bytearray) else { return try call.interpreter.bytes(bytes) }
    try call.interpreter.charge(stringBytes: bytes.count)
    return .native(ByteArrayObject(bytes))
  }

  static func map(_ call: NativeCall, _ function: ([UInt8]) -> [UInt8]) throws(Unwind) -> Object {
    try make(call, function(receiver(call)))
  }

  /// Whether there is a byte and all satisfy the test.
  static func check(_ call: NativeCall, _ test: (UInt8) -> Bool) -> Object {
    let bytes = receiver(call)
    return .bool(!bytes.isEmpty && bytes.allSatisfy(test))
  }

  /// An argument that must be `bytes` or `bytearray`.
  static func argument(_ call: NativeCall, _ index: Int) throws(Unwind) -> [UInt8] {
    try bytesLike(call.required(index), call)
  }

  static func bytesLike(_ object: Object, _ call: NativeCall) throws(Unwind) -> [UInt8] {
    if let bytes = object.asBytesLike { return bytes }
    if case .placeholder(let value) = object { throw call.interpreter.unsupported(value.name) }
    throw call.raise(.typeError, "a bytes-like object is required, not '\(object.qualifiedTypeName)'")
  }
}

extension Object {
  /// The contents of a `bytes` or `bytearray`.
  var asBytesLike: [UInt8]? {
    switch self {
    case .bytes(let value): value.bytes
    case .native(let object): (object as? ByteArrayObject)?.bytes
    default: nil
    }
  }
}

extension StringText {
  /// What `bytes.strip` and `bytes.fromhex` take for white space.
  static func isASCIIBytesSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
