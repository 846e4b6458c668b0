/// The text of a string literal: its body without prefix and quotes, escapes decoded (Language Reference,
/// *String and Bytes literals*; CPython `string_parser.c`).
///
/// Text is gathered as UTF-8, lone surrogates as the three bytes UTF-8 would use for them.
struct StringDecoder {
  private(set) var bytes: [UInt8] = []
  private(set) var hasLoneSurrogate = false

  var isEmpty: Bool { bytes.isEmpty }

  var constant: Constant {
    hasLoneSurrogate
      ? .loneSurrogateString(codePoints: codePoints) : .string(String(decoding: bytes, as: UTF8.self))
  }

  /// The code points of `bytes`, surrogates included.
  private var codePoints: [UInt32] {
    var points: [UInt32] = []
    for byte in bytes {
      switch byte {
      case 0..<0x80: points.append(UInt32(byte))
      case 0x80..<0xC0:
        if let last = points.popLast() { points.append(last << 6 | UInt32(byte & 0x3F)) }
      case 0xC0..<0xE0: points.append(UInt32(byte & 0x1F))
      case 0xE0..<0xF0: points.append(UInt32(byte & 0x0F))
      default: points.append(UInt32(byte & 0x07))
      }
    }
    return points
  }

  /// Appends text as it stands, with line breaks as `\n`.
  mutating func appendRaw(_ body: ArraySlice<UInt8>) {
    guard body.contains(0x0D) else {
      bytes.append(contentsOf: body)
      return
    }
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      if byte == 0x0D {
        bytes.append(0x0A)
        if index < body.endIndex, body[index] == 0x0A { index += 1 }
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Appends text with escapes; CPython's message if one is malformed.
  mutating func appendEscaped(_ body: ArraySlice<UInt8>, isBytes: Bool) -> String? {
    guard body.contains(UInt8(ascii: "\\")) else {
      appendRaw(body)
      return nil
    }
    var index = body.startIndex
    // Where CPython's codec would be: it sees other than ASCII characters as `\UXXXXXXXX`.
    var codecPosition = 0
    while index < body.endIndex {
      let byte = body[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < body.endIndex else {
        appendRaw(body[index..<(index + 1)])
        if byte == 0x0D, index + 1 < body.endIndex, body[index + 1] == 0x0A { index += 1 }
        index += 1
        codecPosition += byte < 0x80 || isBytes ? 1 : (byte & 0xC0 == 0x80 ? 0 : 10)
        continue
      }
      var escape = Escape(body: body, index: index + 1)
      if let problem = decode(&escape, isBytes: isBytes, at: codecPosition) { return problem }
      codecPosition += escape.index - index
      index = escape.index
    }
    return nil
  }

  /// An escape being read; `index` begins after its backslash.
  private struct Escape {
    let body: ArraySlice<UInt8>
    var index: Int

    var next: UInt8? { index < body.endIndex ? body[index] : nil }
  }

  private mutating func decode(_ escape: inout Escape, isBytes: Bool, at position: Int) -> String? {
    guard let letter = escape.next else { return nil }
    escape.index += 1
    switch letter {
    case 0x0A: break
    case 0x0D: if escape.next == 0x0A { escape.index += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(letter)
    case UInt8(ascii: "a"): bytes.append(0x07)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "v"): bytes.append(0x0B)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(letter - 0x30)
      for _ in 0..<2 {
        guard let digit = escape.next, digit >= 0x30, digit <= 0x37 else { break }
        value = value * 8 + UInt32(digit - 0x30)
        escape.index += 1
      }
      append(value, isBytes: isBytes)
    case UInt8(ascii: "x"):
      return decodeHexadecimal(&escape, digits: 2, isBytes: isBytes, at: position)
    case UInt8(ascii: "u") where !isBytes:
      return decodeHexadecimal(&escape, digits: 4, isBytes: false, at: position)
    case UInt8(ascii: "U") where !isBytes:
      return decodeHexadecimal(&escape, digits: 8, isBytes: false, at: position)
    case UInt8(ascii: "N") where !isBytes:
      return decodeName(&escape, at: position)
    default:
      // Not an escape: both characters stand. The second may be the first byte of several.
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(letter)
    }
    return nil
  }

  private mutating func append(_ value: UInt32, isBytes: Bool) {
    if isBytes {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      hasLoneSurrogate = true
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12 & 0x0F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
  }

  private mutating func decodeHexadecimal(
    _ escape: inout Escape, digits: Int, isBytes: Bool, at position: Int
  ) -> String? {
    var value: UInt32 = 0
    for read in 0..<digits {
      guard let digit = escape.next.flatMap(hexadecimalValue) else {
        if isBytes { return "(value error) invalid \\x escape at position \(position)" }
        let form = digits == 2 ? "\\xXX" : digits == 4 ? "\\uXXXX" : "\\UXXXXXXXX"
        return codecError(position, length: 2 + read, "truncated \(form) escape")
      }
      value = value << 4 | digit
      escape.index += 1
    }
    if value > 0x10FFFF { return codecError(position, length: 10, "illegal Unicode character") }
    append(value, isBytes: isBytes)
    return nil
  }

  private func hexadecimalValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private mutating func decodeName(_ escape: inout Escape, at position: Int) -> String? {
    let start = escape.index
    guard escape.next == UInt8(ascii: "{") else {
      return codecError(position, length: 2, "malformed \\N character escape")
    }
    let nameStart = start + 1
    guard let close = escape.body[nameStart...].firstIndex(of: UInt8(ascii: "}")), close > nameStart else {
      let length = escape.body[nameStart...].firstIndex(of: UInt8(ascii: "}")) ?? escape.body.endIndex
      return codecError(position, length: length - start + 2, "malformed \\N character escape")
    }
    let name = String(decoding: escape.body[nameStart..<close], as: UTF8.self)
    escape.index = close + 1
    guard let scalar = UnicodeNames.scalar(named: name) else {
      return codecError(position, length: close - start + 3, "unknown Unicode character name")
    }
    append(scalar.value, isBytes: false)
    return nil
  }

  private func codecError(_ position: Int, length: Int, _ reason: String) -> String {
    "(unicode error) 'unicodeescape' codec can't decode bytes in position "
      + "\(position)-\(position + length - 1): \(reason)"
  }
}
