/// What `json.dumps` writes: CPython's `json.encoder`, with its options.
struct JSONWriter {
  let interpreter: Interpreter
  var skipsKeys = false
  var escapesNonASCII = true
  var allowsNaN = true
  var itemSeparator = ", "
  var keySeparator = ": "
  var sortsKeys = false
  /// Called with what has no JSON form.
  var fallback: Object?
  private(set) var text = ""
  private var indent: String?
  private var depth = 0
  private var open: Set<ObjectIdentifier> = []

  init(interpreter: Interpreter) { self.interpreter = interpreter }

  /// With an indent, items stand on lines of their own and no blank follows a comma.
  mutating func setIndent(_ value: Object) throws(Unwind) {
    switch value {
    case .string(let string): indent = string.text
    case .bigInt: throw interpreter.tooLargeForIndex()
    case .int(let width) where width <= 64: indent = String(repeating: " ", count: max(0, width))
    default: throw interpreter.unsupported("json.dumps with this indent")
    }
    itemSeparator = ","
  }

  mutating func write(_ value: Object) throws(Unwind) {
    try interpreter.step()
    guard text.utf8.count <= interpreter.limits.stringBytes else { throw interpreter.exceeded(.stringLength) }
    switch value.plainScalar {
    case .none: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .bigInt(let object): text += try interpreter.text(of: object.value)
    case .float(let value): text += try number(value)
    case .string(let value): writeString(value)
    case .list(let list): try writeContainer(value, "[", list.items, "]") { $0 }
    case .tuple(let tuple): try writeContainer(value, "[", tuple.items, "]") { $0 }
    case .dict(let dict):
      for name in ["items", "__iter__", "keys"] where value.userClass?.method(name) != nil {
        throw interpreter.unsupported("json.dumps of a class with its own \(name)")
      }
      try write(dict, as: value)
    case .placeholder(let placeholder): throw interpreter.unsupported(placeholder.name)
    default: try writeOther(value)
    }
  }

  private mutating func writeOther(_ value: Object) throws(Unwind) {
    if value.pythonType.isSubtype(of: .regexFlag) {
      throw interpreter.unsupported("json.dumps of a regular expression flag")
    }
    if value.pythonType.isSubtype(of: .tuple) { throw interpreter.unsupported("json.dumps of a named tuple") }
    guard let fallback else {
      throw interpreter.raise(.typeError, "Object of type \(value.typeName) is not JSON serializable")
    }
    try guardingCircles(value) { (writer) throws(Unwind) in
      try writer.write(try writer.interpreter.call(fallback, with: value))
    }
  }

  private func number(_ value: Double) throws(Unwind) -> String {
    if value.isFinite { return FloatText.repr(value) }
    guard allowsNaN else {
      // CPython indents in Python and writes plain texts in C, which doesn't tell the value.
      let shown = indent == nil ? "" : ": " + FloatText.repr(value)
      throw interpreter.raise(.valueError, "Out of range float values are not JSON compliant" + shown)
    }
    return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
  }

  // MARK: Containers

  private mutating func guardingCircles(
    _ value: Object, _ body: (inout JSONWriter) throws(Unwind) -> Void
  ) throws(Unwind) {
    let identity = value.identity
    if let identity, !open.insert(identity).inserted {
      throw interpreter.raise(.valueError, "Circular reference detected")
    }
    try interpreter.descend(" while encoding a JSON object")
    defer { interpreter.ascend() }
    try body(&self)
    if let identity { open.remove(identity) }
  }

  private mutating func writeContainer<Item>(
    _ value: Object, _ opening: String, _ items: [Item], _ closing: String,
    _ prepare: (Item) throws(Unwind) -> Object
  ) throws(Unwind) {
    if items.isEmpty {
      text += opening + closing
      return
    }
    try guardingCircles(value) { (writer) throws(Unwind) in
      writer.text += opening
      writer.depth += 1
      for (index, item) in items.enumerated() {
        if index > 0 { writer.text += writer.itemSeparator }
        writer.newLine()
        try writer.write(try prepare(item))
      }
      writer.depth -= 1
      writer.newLine()
      writer.text += closing
    }
  }

  private mutating func newLine() {
    guard let indent else { return }
    text += "\n" + String(repeating: indent, count: depth)
  }

  private mutating func write(_ dict: DictObject, as value: Object) throws(Unwind) {
    var pairs = dict.table.pairs.map { ($0.key, $0.value) }
    if pairs.isEmpty {
      text += "{}"
      return
    }
    if sortsKeys { pairs = try sorted(pairs) }
    try guardingCircles(value) { (writer) throws(Unwind) in
      writer.text += "{"
      writer.depth += 1
      writer.newLine()
      var isFirst = true
      for (key, value) in pairs {
        guard let name = try writer.name(key) else { continue }
        if !isFirst {
          writer.text += writer.itemSeparator
          writer.newLine()
        }
        isFirst = false
        writer.writeString(name)
        writer.text += writer.keySeparator
        try writer.write(value)
      }
      writer.depth -= 1
      writer.newLine()
      writer.text += "}"
    }
  }

  private func sorted(_ pairs: [(Object, Object)]) throws(Unwind) -> [(Object, Object)] {
    let strings = pairs.compactMap { $0.0.asString }
    if strings.count == pairs.count {
      return zip(strings, pairs).sorted { $0.0 < $1.0 }.map(\.1)
    }
    let numbers = pairs.compactMap { $0.0.asBigInteger }
    if numbers.count == pairs.count { return zip(numbers, pairs).sorted { $0.0 < $1.0 }.map(\.1) }
    if pairs.count == 1 { return pairs }
    throw interpreter.unsupported("json.dumps sorting keys that aren't all str or int")
  }

  /// The member name a key becomes; nil for a key that is skipped.
  private func name(_ key: Object) throws(Unwind) -> PyString? {
    switch key.plainScalar {
    case .string(let name): return name
    case .float(let value): return PyString(try number(value))
    case .bool(let value): return value ? "true" : "false"
    case .none: return "null"
    case .int(let value): return PyString(String(value))
    case .bigInt(let object): return PyString(try interpreter.text(of: object.value))
    default:
      if skipsKeys { return nil }
      throw interpreter.raise(
        .typeError, "keys must be str, int, float, bool or None, not \(key.typeName)")
    }
  }

  // MARK: Strings

  private mutating func writeString(_ value: PyString) {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in value.scalars {
      switch scalar {
      case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case "\u{8}": result.append(contentsOf: "\\b".unicodeScalars)
      case "\u{C}": result.append(contentsOf: "\\f".unicodeScalars)
      default:
        if scalar.value < 0x20 || (escapesNonASCII && scalar.value > 0x7E) {
          for unit in String(scalar).utf16 {
            result.append(contentsOf: ("\\u" + StringText.hex(UInt32(unit), width: 4)).unicodeScalars)
          }
        } else {
          result.append(scalar)
        }
      }
    }
    result.append("\"")
    text += String(result)
  }
}
