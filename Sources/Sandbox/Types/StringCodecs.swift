/// `str.encode` and `bytes.decode` for ASCII, Latin-1, UTF-8 and UTF-16.
enum StringCodecs {
  enum Codec {
    case ascii, latin1, utf8
    case utf16(isLittleEndian: Bool?)

    /// By any of the usual spellings of the name.
    init?(_ name: String) {
      switch name.lowercased().replacing("_", with: "-") {
      case "ascii", "us-ascii", "646": self = .ascii
      case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin": self = .latin1
      case "utf-8", "utf8", "u8", "cp65001": self = .utf8
      case "utf-16", "utf16", "u16": self = .utf16(isLittleEndian: nil)
      case "utf-16-le", "utf-16le": self = .utf16(isLittleEndian: true)
      case "utf-16-be", "utf-16be": self = .utf16(isLittleEndian: false)
      default: return nil
      }
    }

    /// As `UnicodeEncodeError` names it.
    var name: String {
      switch self {
      case .ascii: "ascii"
      case .latin1: "latin-1"
      case .utf8: "utf-8"
      case .utf16(nil): "utf-16"
      case .utf16(let isLittleEndian): isLittleEndian == true ? "utf-16-le" : "utf-16-be"
      }
    }
  }

  private static func codec(_ encoding: Object?, _ call: NativeCall, _ function: String) throws(Unwind)
    -> Codec
  {
    guard let encoding else { return .utf8 }
    guard case .string(let name) = encoding else {
      throw call.raise(
        .typeError, "\(function)() argument 'encoding' must be str, not \(encoding.argumentTypeName)")
    }
    guard let codec = Codec(name.text) else {
      throw call.interpreter.unsupported("the encoding \(StringText.repr(name).text)")
    }
    return codec
  }

  private static func handler(_ errors: Object?, _ call: NativeCall, _ function: String) throws(Unwind)
    -> String
  {
    guard let errors else { return "strict" }
    guard case .string(let name) = errors else {
      throw call.raise(
        .typeError, "\(function)() argument 'errors' must be str, not \(errors.argumentTypeName)")
    }
    return name.text
  }

  // MARK: Encoding

  @Sendable static func encode(_ call: NativeCall) throws(Unwind) -> Object {
    let codec = try codec(call[0], call, "encode")
    let errors = try handler(call[1], call, "encode")
    let text = StringType.receiver(call)
    switch codec {
    case .utf8: return try call.interpreter.bytes(text.bytes)
    case .utf16(let isLittleEndian):
      var bytes: [UInt8] = isLittleEndian == nil ? [0xFF, 0xFE] : []
      for unit in text.text.utf16 {
        let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
        bytes += isLittleEndian == false ? [high, low] : [low, high]
      }
      return try call.interpreter.bytes(bytes)
    case .ascii, .latin1: return try encodeNarrow(text, codec, errors, call)
    }
  }

  private static func encodeNarrow(
    _ text: PyString, _ codec: Codec, _ errors: String, _ call: NativeCall
  ) throws(Unwind) -> Object {
    let limit: UInt32 = if case .ascii = codec { 0x80 } else { 0x100 }
    var bytes: [UInt8] = []
    let scalars = Array(text.scalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.value < limit {
        bytes.append(UInt8(scalar.value))
        continue
      }
      switch errors {
      case "ignore": break
      case "replace": bytes.append(UInt8(ascii: "?"))
      case "backslashreplace":
        let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        bytes += Array("\\\(letter)\(StringText.hex(scalar.value, width: width))".utf8)
      case "xmlcharrefreplace": bytes += Array("&#\(scalar.value);".utf8)
      case "strict":
        let run = scalars[index...].prefix { $0.value >= limit }.count
        throw encodeError(codec, scalar, index, run, limit, text, call)
      default: throw call.interpreter.unsupported("the error handler '\(errors)'")
      }
    }
    return try call.interpreter.bytes(bytes)
  }

  private static func encodeError(
    _ codec: Codec, _ scalar: Unicode.Scalar, _ index: Int, _ run: Int, _ limit: UInt32, _ text: PyString,
    _ call: NativeCall
  ) -> Unwind {
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    let character = "\\\(letter)\(StringText.hex(scalar.value, width: width))"
    let place =
      run == 1
      ? "character '\(character)' in position \(index)" : "characters in position \(index)-\(index + run - 1)"
    let reason = "ordinal not in range(\(limit))"
    let error = call.raise(
      .unicodeEncodeError, "'\(codec.name)' codec can't encode \(place): \(reason)")
    call.interpreter.raised?.attributes = [
      "encoding": .string(codec.name), "end": .int(index + run), "object": .string(text),
      "reason": .string(reason), "start": .int(index),
    ]
    return error
  }

  // MARK: Decoding

  /// `bytes.decode(encoding, errors)`.
  static func decode(
    _ bytes: [UInt8], encoding: Object?, errors: Object?, _ call: NativeCall, _ function: String
  ) throws(Unwind) -> Object {
    let codec = try codec(encoding, call, function)
    let errors = try handler(errors, call, function)
    let interpreter = call.interpreter
    try interpreter.charge(work: bytes.count)
    switch codec {
    case .latin1: return try interpreter.string(PyString(bytes.map { Unicode.Scalar($0) }))
    case .utf16(let isLittleEndian): return try decodeUTF16(bytes, isLittleEndian, codec, errors, call)
    case .ascii, .utf8: break
    }
    var scalars = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        scalars.append(Unicode.Scalar(bytes[position]))
        position += 1
        continue
      }
      let problem: (length: Int, reason: String)
      if case .utf8 = codec {
        switch UTF8Decoding.next(bytes, position) {
        case .scalar(let scalar, let length):
          scalars.append(scalar)
          position += length
          continue
        case .malformed(let length, let reason): problem = (length, reason)
        }
      } else {
        problem = (1, "ordinal not in range(128)")
      }
      switch errors {
      case "ignore": break
      case "replace": scalars.append("\u{FFFD}")
      case "backslashreplace":
        for byte in bytes[position..<(position + problem.length)] {
          scalars.append(contentsOf: "\\x\(StringText.hex(UInt32(byte), width: 2))".unicodeScalars)
        }
      case "strict": throw decodeError(codec, bytes, position, problem.length, problem.reason, call)
      default: throw interpreter.unsupported("the error handler '\(errors)'")
      }
      position += problem.length
    }
    return try interpreter.string(String(scalars))
  }

  static func decodeError(
    _ codec: Codec, _ bytes: [UInt8], _ start: Int, _ length: Int, _ reason: String, _ call: NativeCall
  ) -> Unwind {
    let place =
      length == 1
      ? "byte 0x\(StringText.hex(UInt32(bytes[start]), width: 2)) in position \(start)"
      : "bytes in position \(start)-\(start + length - 1)"
    let error = call.raise(
      .unicodeDecodeError, "'\(codec.name)' codec can't decode \(place): \(reason)")
    call.interpreter.raised?.attributes = [
      "encoding": .string(codec.name), "end": .int(start + length), "object": .bytes(BytesObject(bytes)),
      "reason": .string(reason), "start": .int(start),
    ]
    return error
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], _ isLittleEndian: Bool?, _ codec: Codec, _ errors: String, _ call: NativeCall
  ) throws(Unwind) -> Object {
    var isLittle = isLittleEndian ?? true
    var position = 0
    if isLittleEndian == nil, bytes.count >= 2 {
      if bytes[0] == 0xFF && bytes[1] == 0xFE { position = 2 }
      if bytes[0] == 0xFE && bytes[1] == 0xFF { (position, isLittle) = (2, false) }
    }
    var units: [UInt16] = []
    while position + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      position += 2
    }
    if position < bytes.count {
      if errors == "strict" {
        throw decodeError(codec, bytes, position, 1, "truncated data", call)
      }
      throw call.interpreter.unsupported("truncated UTF-16")
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw call.interpreter.unsupported("unpaired UTF-16 surrogates")
    }
    return try call.interpreter.string(text)
  }
}

/// One code point of UTF-8, with CPython's reasons when there is none (`stringlib/codecs.h`).
enum UTF8Decoding {
  enum Outcome {
    case scalar(Unicode.Scalar, length: Int)
    case malformed(length: Int, reason: String)
  }

  static func next(_ bytes: [UInt8], _ position: Int) -> Outcome {
    let first = bytes[position]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .malformed(length: 1, reason: "invalid start byte")
    }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      guard position + offset < bytes.count else {
        return .malformed(length: bytes.count - position, reason: "unexpected end of data")
      }
      let byte = bytes[position + offset]
      let allowed: ClosedRange<UInt8> =
        offset > 1
        ? 0x80...0xBF
        : first == 0xE0
          ? 0xA0...0xBF
          : first == 0xED
            ? 0x80...0x9F : first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      guard allowed.contains(byte) else {
        return .malformed(length: offset, reason: "invalid continuation byte")
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else {
      return .malformed(length: 1, reason: "invalid continuation byte")
    }
    return .scalar(scalar, length: length)
  }
}
