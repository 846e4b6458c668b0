/// From text to bytes. Strings here hold no lone surrogates, so only the narrow encodings can fail.
enum TextEncoding {
  static func encode(
    _ text: PyString, _ codec: TextCodec, _ errors: String, _ interpreter: Interpreter
  ) throws(Unwind) -> [UInt8] {
    switch codec {
    case .utf8: return text.bytes
    case .utf8Signed: return [0xEF, 0xBB, 0xBF] + text.bytes
    case .utf16(let isLittleEndian):
      var bytes: [UInt8] = isLittleEndian == nil ? [0xFF, 0xFE] : []
      for unit in text.text.utf16 {
        let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
        bytes += isLittleEndian == false ? [high, low] : [low, high]
      }
      return bytes
    case .utf32(let isLittleEndian):
      try interpreter.charge(stringBytes: text.count * 4)
      var bytes: [UInt8] = isLittleEndian == nil ? [0xFF, 0xFE, 0, 0] : []
      for scalar in text.scalars {
        let unit = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
        bytes += isLittleEndian == false ? unit.reversed() : unit
      }
      return bytes
    case .ascii: return try narrow(text, codec, below: 0x80, errors, interpreter)
    case .latin1: return try narrow(text, codec, below: 0x100, errors, interpreter)
    }
  }

  private static func narrow(
    _ text: PyString, _ codec: TextCodec, below limit: UInt32, _ errors: String, _ interpreter: Interpreter
  ) throws(Unwind) -> [UInt8] {
    if text.isASCII { return text.bytes }
    var bytes: [UInt8] = []
    let scalars = Array(text.scalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar.value < limit {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      switch errors {
      case "ignore": break
      case "replace": bytes.append(UInt8(ascii: "?"))
      case "backslashreplace": bytes += Array(escape(scalar).utf8)
      case "xmlcharrefreplace": bytes += Array("&#\(scalar.value);".utf8)
      case "namereplace": bytes += Array((name(of: scalar).map { "\\N{\($0)}" } ?? escape(scalar)).utf8)
      case "strict", "surrogateescape", "surrogatepass":
        let run = scalars[index...].prefix { $0.value >= limit }.count
        throw failure(codec, scalar, index, run, limit, text, interpreter)
      default: throw interpreter.raise(.lookupError, "unknown error handler name '\(errors)'")
      }
      guard bytes.count <= interpreter.limits.stringBytes else {
        throw interpreter.exceeded(.stringLength)
      }
    }
    return bytes
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)\(StringText.hex(scalar.value, width: width))"
  }

  /// The character's name in Unicode 14, CPython 3.11's version.
  private static func name(of scalar: Unicode.Scalar) -> String? {
    guard let age = scalar.properties.age, age.major <= 14 else { return nil }
    return scalar.properties.name
  }

  private static func failure(
    _ codec: TextCodec, _ scalar: Unicode.Scalar, _ index: Int, _ run: Int, _ limit: UInt32, _ text: PyString,
    _ interpreter: Interpreter
  ) -> Unwind {
    let place =
      run == 1
      ? "character '\(escape(scalar))' in position \(index)"
      : "characters in position \(index)-\(index + run - 1)"
    let reason = "ordinal not in range(\(limit))"
    let error = interpreter.raise(
      .unicodeEncodeError, "'\(codec.name)' codec can't encode \(place): \(reason)")
    interpreter.raised?.attributes = [
      "encoding": .string(codec.name), "end": .int(index + run), "object": .string(text),
      "reason": .string(reason), "start": .int(index),
    ]
    return error
  }
}
