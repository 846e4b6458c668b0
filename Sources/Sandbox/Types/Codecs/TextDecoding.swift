/// From bytes to text, with CPython's reasons where there is none (`unicodeobject.c`).
struct TextDecoding {
  /// What stands at a position.
  enum Outcome {
    case scalar(Unicode.Scalar, length: Int)
    case malformed(length: Int, reason: String)
  }

  private let bytes: [UInt8]
  private var codec: TextCodec
  private let errors: String
  private let interpreter: Interpreter
  private var position = 0
  private var scalars = String.UnicodeScalarView()

  init(_ bytes: [UInt8], _ codec: TextCodec, _ errors: String, _ interpreter: Interpreter) {
    self.bytes = bytes
    self.codec = codec
    self.errors = errors
    self.interpreter = interpreter
  }

  mutating func run() throws(Unwind) -> String {
    skipMark()
    while position < bytes.count {
      switch next() {
      case .scalar(let scalar, let length):
        scalars.append(scalar)
        position += length
      case .malformed(let length, let reason):
        try handle(length, reason)
        position += length
      }
    }
    return String(scalars)
  }

  /// A byte order mark decides the order of what follows.
  private mutating func skipMark() {
    switch codec {
    case .utf8Signed:
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    case .utf16(nil):
      let isBig = bytes.starts(with: [0xFE, 0xFF])
      if isBig || bytes.starts(with: [0xFF, 0xFE]) { position = 2 }
      codec = .utf16(isLittleEndian: !isBig)
    case .utf32(nil):
      let isBig = bytes.starts(with: [0, 0, 0xFE, 0xFF])
      if isBig || bytes.starts(with: [0xFF, 0xFE, 0, 0]) { position = 4 }
      codec = .utf32(isLittleEndian: !isBig)
    default: break
    }
  }

  private func next() -> Outcome {
    let byte = bytes[position]
    switch codec {
    case .ascii:
      return byte < 0x80
        ? .scalar(Unicode.Scalar(byte), length: 1)
        : .malformed(length: 1, reason: "ordinal not in range(128)")
    case .latin1: return .scalar(Unicode.Scalar(byte), length: 1)
    case .utf8, .utf8Signed: return UTF8Decoding.next(bytes, position)
    case .utf16(let isLittleEndian): return utf16(isLittleEndian ?? true)
    case .utf32(let isLittleEndian): return utf32(isLittleEndian ?? true)
    }
  }

  private func utf16(_ isLittleEndian: Bool) -> Outcome {
    func unit(_ offset: Int) -> UInt32? {
      guard position + offset + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[position + offset]), UInt32(bytes[position + offset + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    guard let high = unit(0) else { return .malformed(length: 1, reason: "truncated data") }
    if let scalar = Unicode.Scalar(high) { return .scalar(scalar, length: 2) }
    guard high < 0xDC00 else { return .malformed(length: 2, reason: "illegal encoding") }
    guard let low = unit(2) else {
      return .malformed(length: bytes.count - position, reason: "unexpected end of data")
    }
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { return .malformed(length: 2, reason: "illegal UTF-16 surrogate") }
    return .scalar(scalar, length: 4)
  }

  private func utf32(_ isLittleEndian: Bool) -> Outcome {
    guard position + 4 <= bytes.count else {
      return .malformed(length: bytes.count - position, reason: "truncated data")
    }
    let unit = bytes[position..<(position + 4)]
    let value =
      isLittleEndian
      ? unit.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      : unit.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    if let scalar = Unicode.Scalar(value) { return .scalar(scalar, length: 4) }
    return .malformed(
      length: 4,
      reason: value < 0x110000
        ? "code point in surrogate code point range(0xd800, 0xe000)"
        : "code point not in range(0x110000)")
  }

  /// What the error handler puts in place of bytes that stand for nothing.
  private mutating func handle(_ length: Int, _ reason: String) throws(Unwind) {
    switch errors {
    case "ignore": break
    case "replace": scalars.append("\u{FFFD}")
    case "backslashreplace":
      for byte in bytes[position..<(position + length)] {
        scalars.append(contentsOf: "\\x\(StringText.hex(UInt32(byte), width: 2))".unicodeScalars)
      }
    case "strict": throw failure(length, reason)
    case "surrogateescape", "surrogatepass":
      throw interpreter.unsupported("the error handler '\(errors)' where it makes a lone surrogate")
    case "xmlcharrefreplace", "namereplace":
      throw interpreter.raise(
        .typeError, "don't know how to handle UnicodeDecodeError in error callback")
    default: throw interpreter.raise(.lookupError, "unknown error handler name '\(errors)'")
    }
  }

  private func failure(_ length: Int, _ reason: String) -> Unwind {
    let place =
      length == 1
      ? "byte 0x\(StringText.hex(UInt32(bytes[position]), width: 2)) in position \(position)"
      : "bytes in position \(position)-\(position + length - 1)"
    let error = interpreter.raise(
      .unicodeDecodeError, "'\(codec.name)' codec can't decode \(place): \(reason)")
    interpreter.raised?.attributes = [
      "encoding": .string(codec.name), "end": .int(position + length), "object": .bytes(BytesObject(bytes)),
      "reason": .string(reason), "start": .int(position),
    ]
    return error
  }
}

/// One code point of UTF-8, with CPython's reasons when there is none (`stringlib/codecs.h`).
enum UTF8Decoding {
  static func next(_ bytes: [UInt8], _ position: Int) -> TextDecoding.Outcome {
    let first = bytes[position]
    if first < 0x80 { return .scalar(Unicode.Scalar(first), length: 1) }
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
