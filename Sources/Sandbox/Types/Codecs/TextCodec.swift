/// The text encodings that `str.encode` and `bytes.decode` know, by any of CPython's names for them.
enum TextCodec: Equatable {
  case ascii, latin1, utf8
  /// UTF-8 with a signature.
  case utf8Signed
  case utf16(isLittleEndian: Bool?)
  case utf32(isLittleEndian: Bool?)

  init?(normalized name: String) {
    switch name {
    case "ascii", "646", "ansi_x3_4_1968", "ansi_x3_4_1986", "cp367", "csascii", "ibm367", "iso646_us",
      "iso_646_irv_1991", "iso_ir_6", "us", "us_ascii":
      self = .ascii
    case "latin_1", "8859", "cp819", "csisolatin1", "ibm819", "iso8859", "iso8859_1", "iso_8859_1",
      "iso_8859_1_1987", "iso_ir_100", "l1", "latin", "latin1":
      self = .latin1
    case "utf_8", "u8", "utf", "utf8", "utf8_ucs2", "utf8_ucs4", "cp65001": self = .utf8
    case "utf_8_sig": self = .utf8Signed
    case "utf_16", "u16", "utf16": self = .utf16(isLittleEndian: nil)
    case "utf_16_le", "utf_16le", "unicodelittleunmarked": self = .utf16(isLittleEndian: true)
    case "utf_16_be", "utf_16be", "unicodebigunmarked": self = .utf16(isLittleEndian: false)
    case "utf_32", "u32", "utf32": self = .utf32(isLittleEndian: nil)
    case "utf_32_le", "utf_32le": self = .utf32(isLittleEndian: true)
    case "utf_32_be", "utf_32be": self = .utf32(isLittleEndian: false)
    default: return nil
    }
  }

  /// Lower case, and every run of other characters than letters, digits and `.` as one `_`
  /// (`_Py_normalize_encoding`).
  static func normalize(_ name: String) -> String {
    var result = ""
    var hasGap = false
    for byte in name.utf8 {
      guard BytesText.isAlpha(byte) || BytesText.isDigit(byte) || byte == UInt8(ascii: ".") else {
        hasGap = true
        continue
      }
      if hasGap, !result.isEmpty { result += "_" }
      hasGap = false
      result.unicodeScalars.append(Unicode.Scalar(BytesText.lower(byte)))
    }
    return result
  }

  /// As the messages of `UnicodeError` name it.
  var name: String {
    switch self {
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .utf8, .utf8Signed: "utf-8"
    case .utf16(let isLittle): "utf-16" + Self.suffix(isLittle)
    case .utf32(let isLittle): "utf-32" + Self.suffix(isLittle)
    }
  }

  private static func suffix(_ isLittleEndian: Bool?) -> String {
    isLittleEndian.map { $0 ? "-le" : "-be" } ?? ""
  }
}

/// `encode` and `decode`: their arguments.
enum StringCodecs {
  /// An argument that is the name of a codec or of an error handler.
  private static func name(
    _ object: Object?, _ parameter: String, _ call: NativeCall, _ function: String
  ) throws(Unwind) -> String? {
    guard let object else { return nil }
    guard case .string(let name) = object else {
      throw call.raise(
        .typeError, "\(function)() argument '\(parameter)' must be str, not \(object.argumentTypeName)")
    }
    if name.text.utf8.contains(0) { throw call.raise(.valueError, "embedded null character") }
    return name.text
  }

  private static func codec(_ name: String?, _ call: NativeCall) throws(Unwind) -> TextCodec {
    guard let name else { return .utf8 }
    let normalized = TextCodec.normalize(name)
    if let codec = TextCodec(normalized: normalized) { return codec }
    // Some names may be written with a point for an underscore.
    let undotted = normalized.replacing(".", with: "_")
    let codec = TextCodec(normalized: undotted)
    if codec == .ascii { return .ascii }
    if codec != nil || CodecNames.others.contains(undotted) {
      throw call.interpreter.unsupported("the encoding \(StringText.repr(PyString(name)).text)")
    }
    throw call.raise(.lookupError, "unknown encoding: \(name)")
  }

  @Sendable static func encode(_ call: NativeCall) throws(Unwind) -> Object {
    let encoding = try name(call[0], "encoding", call, "encode")
    let errors = try name(call[1], "errors", call, "encode")
    let codec = try codec(encoding, call)
    let text = StringType.receiver(call)
    try call.interpreter.charge(work: text.utf8Count)
    return try call.interpreter.bytes(
      try TextEncoding.encode(text, codec, errors ?? "strict", call.interpreter))
  }

  /// `bytes.decode(encoding, errors)`.
  static func decode(
    _ bytes: [UInt8], encoding: Object?, errors: Object?, _ call: NativeCall, _ function: String
  ) throws(Unwind) -> Object {
    let encoding = try name(encoding, "encoding", call, function)
    let errors = try name(errors, "errors", call, function)
    // No codec is looked for where there is nothing to decode.
    if bytes.isEmpty { return .string(PyString.empty) }
    let codec = try codec(encoding, call)
    try call.interpreter.charge(work: bytes.count)
    var decoding = TextDecoding(bytes, codec, errors ?? "strict", call.interpreter)
    return try call.interpreter.string(try decoding.run())
  }
}
