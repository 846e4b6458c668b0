/// Reads one JSON text (RFC 8259) from UTF-8 bytes.
///
/// It accepts exactly JSON, gives nil for anything else, and goes 128 levels deep.
package enum JSONReader {
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    var cursor = Cursor(bytes: bytes)
    guard let value = cursor.value(depth: 0) else { return nil }
    cursor.skipSpace()
    return cursor.atEnd ? value : nil
  }

  package static func read(_ text: String) -> JSONValue? {
    var text = text
    return text.withUTF8 { read($0) }
  }
}

private struct Cursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var atEnd: Bool { index >= bytes.count }

  /// The byte at the cursor; 0, which begins no JSON token, at the end.
  var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  mutating func take(_ expected: UInt8) -> Bool {
    skipSpace()
    guard byte == expected, !atEnd else { return false }
    index += 1
    return true
  }

  mutating func take(word: StaticString, as value: JSONValue) -> JSONValue? {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count else { return nil }
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard expected.elementsEqual(bytes[index..<end]) else { return nil }
    index = end
    return value
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < 128 else { return nil }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take(word: "true", as: .bool(true))
    case UInt8(ascii: "f"): return take(word: "false", as: .bool(false))
    case UInt8(ascii: "n"): return take(word: "null", as: .null)
    default: return number()
    }
  }

  mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var members: [JSONMember] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\""), let name = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSONMember(name: name, value: value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var items: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat {
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(items) : nil
  }

  /// The string that begins at the cursor's quote.
  mutating func string() -> String? {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
      bytes[index] >= 0x20
    { index += 1 }
    if byte == UInt8(ascii: "\"") {
      defer { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text.append(contentsOf: String(Character(scalar)).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The character of an escape whose backslash has been read. A lone surrogate is U+FFFD.
  mutating func escape() -> Unicode.Scalar? {
    guard !atEnd else { return nil }
    defer { index += 1 }
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = fourHexDigits(after: index) else { return nil }
      index += 4
      guard 0xD800..<0xDC00 ~= first, index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\"),
        bytes[index + 2] == UInt8(ascii: "u"), let second = fourHexDigits(after: index + 2),
        0xDC00..<0xE000 ~= second
      else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
      index += 6
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    default: return nil
    }
  }

  func fourHexDigits(after start: Int) -> UInt32? {
    guard start + 4 < bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(start + 1)...(start + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  mutating func number() -> JSONValue? {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else if !digits() { return nil }
    var isInteger = true
    if byte == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      guard digits() else { return nil }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isInteger = false
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      guard digits() else { return nil }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    return Double(text).map { .number($0) }
  }

  mutating func digits() -> Bool {
    let start = index
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
    return index > start
  }
}
