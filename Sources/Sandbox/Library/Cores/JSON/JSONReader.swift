/// A JSON text as `json.loads` reads it.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits, as it is written.
  case bigInt(String)
  case float(Double)
  case string(String)
  case array([JSONValue])
  /// Members in order of the text; the last of those with one key counts.
  case object([(key: String, value: JSONValue)])

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.bigInt(let left), .bigInt(let right)): left == right
    case (.float(let left), .float(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

/// Why a JSON text has no value.
enum JSONFailure: Error, Equatable, Sendable {
  /// `JSONDecodeError`: its message and the code point it is about.
  case syntax(String, position: Int)
  /// What CPython reads and this reader doesn't.
  case unsupported(String)
}

/// A reader of JSON with the leniency and the error messages of CPython's `json.scanner`:
/// `NaN` and infinities are numbers, any value may stand at the top.
struct JSONReader {
  static let nestingLimit = 400

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  static func read(_ text: String) throws(JSONFailure) -> JSONValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    if reader.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw .syntax("Unexpected UTF-8 BOM (decode using utf-8-sig)", position: 0)
    }
    reader.skipSpace()
    let value = try reader.value()
    reader.skipSpace()
    if reader.index != reader.bytes.count { throw reader.error("Extra data", at: reader.index) }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// An error at a byte offset, told in code points.
  private func error(_ message: String, at offset: Int) -> JSONFailure {
    .syntax(message, position: bytes.prefix(offset).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 })
  }

  private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = byte(at: index), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    switch byte(at: index) {
    case UInt8(ascii: "\""):
      index += 1
      return .string(try string())
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(JSONFailure) in try reader.object() }
    case UInt8(ascii: "["):
      return try nested { (reader) throws(JSONFailure) in try reader.array() }
    default:
      if let literal = literal() { return literal }
      return try number()
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONFailure) -> JSONValue
  ) throws(JSONFailure) -> JSONValue {
    guard depth < Self.nestingLimit else {
      throw .unsupported("JSON nested deeper than \(Self.nestingLimit) levels")
    }
    depth += 1
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONFailure) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    skipSpace()
    if byte(at: index) == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      guard byte(at: index) == UInt8(ascii: "\"") else {
        throw error("Expecting property name enclosed in double quotes", at: index)
      }
      index += 1
      let key = try string()
      skipSpace()
      guard byte(at: index) == UInt8(ascii: ":") else { throw error("Expecting ':' delimiter", at: index) }
      index += 1
      skipSpace()
      members.append((key, try value()))
      if try endOfList(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array() throws(JSONFailure) -> JSONValue {
    var items: [JSONValue] = []
    skipSpace()
    if byte(at: index) == UInt8(ascii: "]") {
      index += 1
      return .array(items)
    }
    while true {
      items.append(try value())
      if try endOfList(UInt8(ascii: "]")) { return .array(items) }
    }
  }

  /// Reads the bracket that ends a list, or the comma before its next item.
  private mutating func endOfList(_ bracket: UInt8) throws(JSONFailure) -> Bool {
    skipSpace()
    if byte(at: index) == bracket {
      index += 1
      return true
    }
    guard byte(at: index) == UInt8(ascii: ",") else { throw error("Expecting ',' delimiter", at: index) }
    index += 1
    skipSpace()
    return false
  }

  private mutating func literal() -> JSONValue? {
    let literals: [(StaticString, JSONValue)] = [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .float(.nan)),
      ("Infinity", .float(.infinity)), ("-Infinity", .float(-.infinity)),
    ]
    for (text, value) in literals where bytes[index...].starts(with: text.description.utf8) {
      index += text.utf8CodeUnitCount
      return value
    }
    return nil
  }

  // MARK: Numbers

  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = index
    var end = index
    if byte(at: end) == UInt8(ascii: "-") { end += 1 }
    guard isDigit(end) else { throw error("Expecting value", at: start) }
    let isZero = byte(at: end) == UInt8(ascii: "0")
    end += 1
    while !isZero, isDigit(end) { end += 1 }
    var isFloat = false
    if byte(at: end) == UInt8(ascii: "."), isDigit(end + 1) {
      isFloat = true
      end += 1
      while isDigit(end) { end += 1 }
    }
    if let exponent = byte(at: end), exponent | 0x20 == UInt8(ascii: "e") {
      var digits = end + 1
      if let sign = byte(at: digits), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { digits += 1 }
      if isDigit(digits) {
        isFloat = true
        end = digits
        while isDigit(end) { end += 1 }
      }
    }
    index = end
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if isFloat { return .float(Double(text) ?? 0) }
    return Int(text).map(JSONValue.int) ?? .bigInt(text)
  }

  private func isDigit(_ offset: Int) -> Bool {
    byte(at: offset).map { $0 >= 48 && $0 <= 57 } ?? false
  }

  // MARK: Strings

  /// The rest of a string whose opening quote has been read.
  private mutating func string() throws(JSONFailure) -> String {
    let begin = index - 1
    var text: [UInt8] = []
    while true {
      let run = index
      while let byte = byte(at: index), byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
      }
      text += bytes[run..<index]
      switch byte(at: index) {
      case nil:
        throw error("Unterminated string starting at", at: begin)
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += try escape(begin)
      default:
        throw error("Invalid control character at", at: index)
      }
    }
  }

  private mutating func escape(_ begin: Int) throws(JSONFailure) -> [UInt8] {
    guard let letter = byte(at: index) else { throw error("Unterminated string starting at", at: begin) }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var value = try codeUnit(at: index)
      index += 4
      if value >= 0xD800, value <= 0xDBFF, index + 6 < bytes.count, byte(at: index) == UInt8(ascii: "\\"),
        byte(at: index + 1) == UInt8(ascii: "u")
      {
        let low = try codeUnit(at: index + 2)
        if low >= 0xDC00, low <= 0xDFFF {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
      }
      guard let scalar = Unicode.Scalar(value) else { throw .unsupported("a lone surrogate in a text") }
      return Array(String(scalar).utf8)
    default:
      throw error("Invalid \\escape", at: index - 2)
    }
  }

  /// Four hexadecimal digits that something must follow.
  private func codeUnit(at start: Int) throws(JSONFailure) -> UInt32 {
    guard start + 4 < bytes.count else { throw error("Invalid \\uXXXX escape", at: start - 1) }
    var value: UInt32 = 0
    for offset in start..<(start + 4) {
      guard RegexParser.isHexadecimal(UInt32(bytes[offset])) else {
        throw error("Invalid \\uXXXX escape", at: start - 1)
      }
      value = value << 4 | RegexParser.number([UInt32(bytes[offset])], base: 16)
    }
    return value
  }
}
