/// `json` and `json.decoder` (Library Reference, *JSON encoder and decoder*).
extension NativeModule {
  static let json = NativeModule(
    "json",
    [
      .function(
        "loads",
        "def(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw)",
        JSONModule.loads),
      .function(
        "dumps",
        "def(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)",
        JSONModule.dumps),
      .type("JSONDecodeError", .jsonDecodeError),
    ])

  static let jsonDecoder = NativeModule("json.decoder", [.type("JSONDecodeError", .jsonDecodeError)])
}

extension NativeType {
  static let jsonDecodeError = NativeType(
    "JSONDecodeError", module: "json.decoder", bases: [.valueError], isSubclassable: true,
    constructor: NativeFunction("JSONDecodeError.__init__", "def(msg, doc, pos)") { call throws(Unwind) in
      guard case .string(let message) = call.required(0), case .string(let text) = call.required(1),
        case .int(let position) = call.required(2), (0...text.count).contains(position)
      else { throw call.interpreter.unsupported("JSONDecodeError with these arguments") }
      return .exception(JSONModule.decodeError(message.text, text, position, call.interpreter))
    })
}

enum JSONModule {
  @Sendable static func loads(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    if !call.keywords.isEmpty { throw interpreter.unsupported("json.loads with these arguments") }
    for (index, name) in [(1, "cls"), (3, "parse_float"), (4, "parse_int"), (5, "parse_constant")]
    where call.present(index) != nil {
      throw interpreter.unsupported("json.loads with \(name)")
    }
    let hooks = Hooks(object: call.present(2), pairs: call.present(6))
    let text: PyString
    switch call.required(0) {
    case .string(let string): text = string
    case .bytes(let bytes): text = try decode(bytes.bytes, interpreter)
    case .placeholder(let value): throw interpreter.unsupported(value.name)
    case let other:
      throw call.raise(
        .typeError, "the JSON object must be str, bytes or bytearray, not \(other.typeName)")
    }
    try interpreter.charge(work: text.utf8Count * 4)
    do {
      return try object(try JSONReader.read(text.text), hooks, interpreter)
    } catch let failure as JSONFailure {
      switch failure {
      case .unsupported(let construct): throw interpreter.unsupported(construct)
      case .syntax(let message, let position):
        throw interpreter.raise(decodeError(message, text, position, interpreter))
      }
    } catch let unwind as Unwind {
      throw unwind
    } catch {
      throw interpreter.unsupported("json.loads")
    }
  }

  /// The text of bytes in UTF-8; other encodings are `unsupported`.
  private static func decode(_ bytes: [UInt8], _ interpreter: Interpreter) throws(Unwind) -> PyString {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw interpreter.unsupported("json.loads of bytes that aren't UTF-8")
    }
    return PyString(text)
  }

  /// A `JSONDecodeError` with its attributes.
  static func decodeError(_ message: String, _ text: PyString, _ position: Int, _ interpreter: Interpreter)
    -> ExceptionObject
  {
    let before = CodePoints(text.text).prefix(position)
    let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    let column = position - (before.lastIndex(of: 10) ?? -1)
    let full = "\(message): line \(line) column \(column) (char \(position))"
    let exception = ExceptionObject(type: .native(.jsonDecodeError), arguments: [.string(full)])
    exception.attributes = [
      "msg": .string(message), "doc": .string(text), "pos": .int(position), "lineno": .int(line),
      "colno": .int(column),
    ]
    return interpreter.heap.adopt(exception)
  }

  /// What `loads` calls for each object, with its pairs or with the dict made of them.
  private struct Hooks {
    let object: Object?
    let pairs: Object?
  }

  private static func object(_ value: JSONValue, _ hooks: Hooks, _ interpreter: Interpreter) throws(Unwind)
    -> Object
  {
    switch value {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .bigInt(let digits): return try interpreter.integer(decimal: digits)
    case .float(let value): return .float(value)
    case .string(let value): return try interpreter.string(value)
    case .array(let values):
      var items: [Object] = []
      items.reserveCapacity(values.count)
      for value in values { items.append(try object(value, hooks, interpreter)) }
      return try interpreter.list(items)
    case .object(let members):
      if let function = hooks.pairs {
        var pairs: [Object] = []
        for member in members {
          let key = try interpreter.string(member.key)
          pairs.append(interpreter.tuple([key, try object(member.value, hooks, interpreter)]))
        }
        return try interpreter.call(function, with: try interpreter.list(pairs))
      }
      let dict = interpreter.makeDict()
      for member in members {
        try interpreter.set(
          try interpreter.string(member.key), to: try object(member.value, hooks, interpreter), in: dict)
      }
      if let function = hooks.object { return try interpreter.call(function, with: .dict(dict)) }
      return .dict(dict)
    }
  }

  @Sendable static func dumps(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    if !call.keywords.isEmpty { throw interpreter.unsupported("json.dumps with these arguments") }
    if call.present(5) != nil { throw interpreter.unsupported("json.dumps with cls") }
    var writer = JSONWriter(interpreter: interpreter)
    if let value = call[1] { writer.skipsKeys = try interpreter.isTrue(value) }
    if let value = call[2] { writer.escapesNonASCII = try interpreter.isTrue(value) }
    if let value = call[3], try !interpreter.isTrue(value) {
      throw interpreter.unsupported("json.dumps with check_circular")
    }
    if let value = call[4] { writer.allowsNaN = try interpreter.isTrue(value) }
    if let value = call.present(6) { try writer.setIndent(value) }
    if let value = call.present(7) {
      let items = try interpreter.items(of: value)
      guard items.count == 2, case .string(let item) = items[0], case .string(let key) = items[1] else {
        throw interpreter.unsupported("json.dumps with these separators")
      }
      (writer.itemSeparator, writer.keySeparator) = (item.text, key.text)
    }
    writer.fallback = call.present(8)
    if let value = call[9] { writer.sortsKeys = try interpreter.isTrue(value) }
    try writer.write(call.required(0))
    return try interpreter.string(writer.text)
  }
}
