/// A value as JSON text, with a few conventions for what JSON lacks: `NaN` and `Infinity` bare,
/// `{"!map":[[key,value],…]}` for a mapping with a key that is no string, `{"!binary":"base64"}`,
/// `{"!set":[…]}` and `{"!pairs":[[key,value],…]}`.
extension YAMLValue {
  package var json: String {
    var text: [UInt8] = []
    appendJSON(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func appendJSON(to text: inout [UInt8]) {
    switch self {
    case .null: text.append(contentsOf: "null".utf8)
    case .bool(let value): text.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): text.append(contentsOf: String(value).utf8)
    case .bigInt(let digits): text.append(contentsOf: digits.utf8)
    case .float(let value):
      let name = value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)"
      text.append(contentsOf: name.utf8)
    case .string(let string): Self.appendJSON(string, to: &text)
    case .binary(let bytes): text.append(contentsOf: "{\"!binary\":\"\(Base64.encode(bytes))\"}".utf8)
    case .sequence(let items): Self.appendList(items, to: &text)
    case .mapping(let pairs): Self.appendMapping(pairs, to: &text)
    case .set(let items): Self.wrap("!set", to: &text) { Self.appendList(items, to: &$0) }
    case .pairs(let pairs): Self.wrap("!pairs", to: &text) { Self.appendPairs(pairs, to: &$0) }
    }
  }

  private static func appendMapping(_ pairs: [Pair], to text: inout [UInt8]) {
    let keys = pairs.compactMap { pair -> String? in
      if case .string(let key) = pair.key { key } else { nil }
    }
    guard keys.count == pairs.count else {
      return wrap("!map", to: &text) { appendPairs(pairs, to: &$0) }
    }
    text.append(UInt8(ascii: "{"))
    for (index, pair) in pairs.enumerated() {
      if index > 0 { text.append(.comma) }
      appendJSON(keys[index], to: &text)
      text.append(.colon)
      pair.value.appendJSON(to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }

  private static func wrap(_ name: String, to text: inout [UInt8], _ content: (inout [UInt8]) -> Void) {
    text.append(contentsOf: "{\"\(name)\":".utf8)
    content(&text)
    text.append(UInt8(ascii: "}"))
  }

  private static func appendList(_ items: [YAMLValue], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(.comma) }
      item.appendJSON(to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func appendPairs(_ pairs: [Pair], to text: inout [UInt8]) {
    appendList(pairs.map { .sequence([$0.key, $0.value]) }, to: &text)
  }

  private static func appendJSON(_ string: String, to text: inout [UInt8]) {
    let hexDigits = Array("0123456789abcdef".utf8)
    text.append(.doubleQuote)
    for byte in string.utf8 {
      switch byte {
      case .doubleQuote, .backslash: text.append(contentsOf: [.backslash, byte])
      case .lineFeed: text.append(contentsOf: "\\n".utf8)
      case .carriageReturn: text.append(contentsOf: "\\r".utf8)
      case .tab: text.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        text.append(contentsOf: "\\u00".utf8)
        text.append(contentsOf: [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]])
      default: text.append(byte)
      }
    }
    text.append(.doubleQuote)
  }
}
