/// Why a text is no condition.
package struct ConditionSyntaxError: Error, Hashable {
  package let message: String
  /// In bytes.
  package let offset: Int
}

extension Condition {
  /// Reads the text form; the grammar stands at `Condition.description`.
  package init(parsing text: String) throws(ConditionSyntaxError) {
    var parser = Parser(text)
    self = try parser.wholeCondition()
  }
}

private struct Parser {
  /// Far more than anyone writes, far less than the stack holds.
  private static let maximumDepth = 100

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var variables: [String] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func wholeCondition() throws(ConditionSyntaxError) -> Condition {
    let condition = try condition()
    skipSpace()
    if position < bytes.count { throw error("expected the end") }
    return condition
  }

  private mutating func condition() throws(ConditionSyntaxError) -> Condition {
    try nested { parser throws(ConditionSyntaxError) in
      var parts = [try parser.disjunct()]
      while parser.take("or") { parts.append(try parser.disjunct()) }
      return parts.count == 1 ? parts[0] : .or(parts)
    }
  }

  private mutating func disjunct() throws(ConditionSyntaxError) -> Condition {
    var parts = [try unary()]
    while take("and") { parts.append(try unary()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func unary() throws(ConditionSyntaxError) -> Condition {
    if take("not") {
      return .not(try nested { parser throws(ConditionSyntaxError) in try parser.unary() })
    }
    if take("true") { return .constant(true) }
    if take("false") { return .constant(false) }
    if take("any") { return try quantified(.any) }
    if take("all") { return try quantified(.all) }
    if take(byte: "(") {
      let inner = try condition()
      try expect(byte: ")")
      return inner
    }
    if take(byte: "`") { return try opaque() }
    return try predicate()
  }

  private mutating func quantified(_ quantifier: Condition.Quantifier) throws(ConditionSyntaxError)
    -> Condition
  {
    let path = try path()
    guard take("as") else { throw error("expected 'as'") }
    let variable = try name()
    try expect(byte: "(")
    variables.append(variable)
    defer { variables.removeLast() }
    let body = try condition()
    try expect(byte: ")")
    return .quantified(quantifier, path, variable: variable, body)
  }

  private mutating func opaque() throws(ConditionSyntaxError) -> Condition {
    let start = position - 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "`") {
        guard peek == byte else {
          return .opaque(OpaqueTerm(String(decoding: text, as: UTF8.self), origin: start))
        }
        position += 1
      }
      text.append(byte)
    }
    throw error("expected a closing backquote")
  }

  private mutating func predicate() throws(ConditionSyntaxError) -> Condition {
    let path = try path()
    let start = position
    let word = try name()
    guard let `operator` = Operator(rawValue: word) else {
      throw ConditionSyntaxError(message: "unknown operator '\(word)'", offset: start)
    }
    guard `operator`.takesOperand else { return .predicate(Predicate(path, `operator`)) }
    return .predicate(Predicate(path, `operator`, try operand()))
  }

  private mutating func operand() throws(ConditionSyntaxError) -> Predicate.Operand {
    skipSpace()
    let start = position
    // A bracket opens a list or a path such as `["a key"].b`; what follows the bracket's end tells.
    if peek == UInt8(ascii: "["), let path = try? path(), isPathNotList(path, from: start) {
      return .path(path)
    }
    position = start
    if let byte = peek, Words.startsName(byte) {
      let word = try name()
      position = start
      if !["true", "false", "null"].contains(word) { return .path(try path()) }
    }
    return .literal(try value())
  }

  /// `["a"]` alone is a list of one text.
  private func isPathNotList(_ path: Path, from start: Int) -> Bool { path.steps.count > 1 }

  private mutating func path() throws(ConditionSyntaxError) -> Path {
    var path = Path([])
    skipSpace()
    if peek != UInt8(ascii: "[") {
      let first = try name()
      if Words.reserved.contains(first) { throw error("'\(first)' is no path") }
      path = variables.contains(first) ? Path(variable: first, []) : Path(first)
    }
    while true {
      if peek == UInt8(ascii: ".") {
        position += 1
        path = path.appending(.key(try name()))
      } else if peek == UInt8(ascii: "[") {
        position += 1
        skipSpace()
        switch try value() {
        case .string(let key): path = path.appending(.key(key))
        case .int(let index): path = path.appending(.index(index))
        default: throw error("expected a string or an index")
        }
        try expect(byte: "]")
      } else {
        return path
      }
    }
  }

  private mutating func value() throws(ConditionSyntaxError) -> LogicValue {
    try nested { parser throws(ConditionSyntaxError) in
      if parser.take("true") { return .bool(true) }
      if parser.take("false") { return .bool(false) }
      if parser.take("null") { return .null }
      if parser.take(byte: "\"") { return .string(try parser.string()) }
      if parser.take(byte: "[") {
        var elements: [LogicValue] = []
        try parser.items(until: "]") { parser throws(ConditionSyntaxError) in
          elements.append(try parser.value())
        }
        return .list(elements)
      }
      if parser.take(byte: "{") {
        var entries: [LogicValue.Entry] = []
        try parser.items(until: "}") { parser throws(ConditionSyntaxError) in
          try parser.expect(byte: "\"")
          let key = try parser.string()
          try parser.expect(byte: ":")
          entries.append(LogicValue.Entry(key, try parser.value()))
        }
        return .map(entries)
      }
      return try parser.number()
    }
  }

  private mutating func items(
    until close: Unicode.Scalar, _ item: (inout Parser) throws(ConditionSyntaxError) -> Void
  ) throws(ConditionSyntaxError) {
    if take(byte: close) { return }
    repeat { try item(&self) } while take(byte: ",")
    try expect(byte: close)
  }

  private mutating func number() throws(ConditionSyntaxError) -> LogicValue {
    skipSpace()
    let start = position
    while let byte = peek, Words.continuesName(byte) || [0x2B, 0x2D, 0x2E].contains(byte) { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    if let value = Int(digits) { return .int(value) }
    if let value = Double(digits) { return .double(value) }
    position = start
    throw error("expected a value")
  }

  /// After the opening quote.
  private mutating func string() throws(ConditionSyntaxError) -> String {
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), let escape = peek else {
        text.append(byte)
        continue
      }
      position += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
          throw error("expected four hexadecimal digits")
        }
        position += 4
        text.append(contentsOf: String(Character(scalar)).utf8)
      default: text.append(escape)
      }
    }
    throw error("expected a closing quote")
  }

  private mutating func name() throws(ConditionSyntaxError) -> String {
    skipSpace()
    let start = position
    while let byte = peek, Words.continuesName(byte), position > start || Words.startsName(byte) {
      position += 1
    }
    if position == start { throw error("expected a name") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// Takes a whole word.
  private mutating func take(_ word: String) -> Bool {
    skipSpace()
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8),
      end == bytes.count || !Words.continuesName(bytes[end])
    else { return false }
    position = end
    return true
  }

  private mutating func take(byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func expect(byte: Unicode.Scalar) throws(ConditionSyntaxError) {
    if !take(byte: byte) { throw error("expected '\(byte)'") }
  }

  private mutating func nested<Result>(
    _ body: (inout Parser) throws(ConditionSyntaxError) -> Result
  ) throws(ConditionSyntaxError) -> Result {
    guard depth < Parser.maximumDepth else { throw error("nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private func error(_ message: String) -> ConditionSyntaxError {
    ConditionSyntaxError(message: message, offset: position)
  }
}
