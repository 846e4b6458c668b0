import Python

/// `urllib.parse` (Library Reference, *Parse URLs into components*).
extension NativeModule {
  static let urllibParse = NativeModule(
    "urllib.parse",
    [
      .function("urlparse", "def(url, scheme='', allow_fragments=True)") { call throws(Unwind) in
        try URLModule.split(call, hasParameters: true)
      },
      .function("urlsplit", "def(url, scheme='', allow_fragments=True)") { call throws(Unwind) in
        try URLModule.split(call, hasParameters: false)
      },
      .function("unquote", "def(string, encoding='utf-8', errors='replace')") { call throws(Unwind) in
        try URLModule.checkDefaults(call, from: 1)
        return try call.interpreter.string(PercentEncoding.decode(try URLModule.text(call, 0)))
      },
      .function("unquote_plus", "def(string, encoding='utf-8', errors='replace')") { call throws(Unwind) in
        try URLModule.checkDefaults(call, from: 1)
        let text = try URLModule.text(call, 0)
        let spaced = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "+" ? " " : $0 }))
        return try call.interpreter.string(PercentEncoding.decode(spaced))
      },
      .function("quote", "def(string, safe='/', encoding=None, errors=None)") { call throws(Unwind) in
        try URLModule.checkDefaults(call, from: 2)
        let safe = call[1] == nil ? "/" : try URLModule.text(call, 1)
        return try call.interpreter.string(
          PercentEncoding.encode(Array(try URLModule.text(call, 0).utf8), safe: safe))
      },
      .function("quote_plus", "def(string, safe='', encoding=None, errors=None)") { call throws(Unwind) in
        try URLModule.checkDefaults(call, from: 2)
        let safe = call[1] == nil ? "" : try URLModule.text(call, 1)
        return try call.interpreter.string(
          PercentEncoding.encode(Array(try URLModule.text(call, 0).utf8), safe: safe, spaceAsPlus: true))
      },
      .function(
        "parse_qs",
        "def(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&')"
      ) { call throws(Unwind) in
        let dict = call.interpreter.makeDict()
        for (name, value) in try URLModule.pairs(call) {
          let key = try call.interpreter.string(name)
          let item = try call.interpreter.string(value)
          if case .list(let list)? = try call.interpreter.value(for: key, in: dict) {
            list.items.append(item)
          } else {
            try call.interpreter.set(key, to: try call.interpreter.list([item]), in: dict)
          }
        }
        return .dict(dict)
      },
      .function(
        "parse_qsl",
        "def(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&')"
      ) { call throws(Unwind) in
        var items: [Object] = []
        for (name, value) in try URLModule.pairs(call) {
          items.append(
            call.interpreter.tuple([
              try call.interpreter.string(name), try call.interpreter.string(value),
            ]))
        }
        return try call.interpreter.list(items)
      },
      .type("ParseResult", .parseResult), .type("SplitResult", .splitResult),
    ], source: .urllibParse)
}

enum URLModule {
  static func text(_ call: NativeCall, _ index: Int) throws(Unwind) -> String {
    switch call.required(index) {
    case .string(let text):
      try call.interpreter.charge(work: text.utf8Count)
      return text.text
    case .placeholder(let value): throw call.interpreter.unsupported(value.name)
    case let other: throw call.interpreter.unsupported("urllib.parse on \(other.typeName)")
    }
  }

  /// Refuses arguments that only some encodings need.
  static func checkDefaults(_ call: NativeCall, from first: Int) throws(Unwind) {
    for index in first..<max(first, call.arguments.count) where call.present(index) != nil {
      throw call.interpreter.unsupported("urllib.parse with an encoding")
    }
  }

  static func pairs(_ call: NativeCall) throws(Unwind) -> [(name: String, value: String)] {
    if let strict = call[2], try call.interpreter.isTrue(strict) {
      throw call.interpreter.unsupported("strict_parsing")
    }
    try checkDefaults(call, from: 3)
    let keeping = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? false
    let query = try text(call, 0)
    try call.interpreter.charge(work: query.utf8.count * 64)
    return PercentEncoding.pairs(query, keepingBlank: keeping)
  }

  static func split(_ call: NativeCall, hasParameters: Bool) throws(Unwind) -> Object {
    let url = try text(call, 0)
    let scheme = call[1] == nil ? "" : try text(call, 1)
    let fragments = try call[2].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? true
    let split: SplitURL
    do {
      split = try SplitURL(
        url, scheme: scheme, splittingFragment: fragments, splittingParameters: hasParameters)
    } catch {
      throw unwind(error, call.interpreter)
    }
    return .native(call.interpreter.heap.adopt(SplitURLObject(split, hasParameters: hasParameters)))
  }

  static func unwind(_ failure: SplitURL.Failure, _ interpreter: Interpreter) -> Unwind {
    switch failure {
    case .value(let message): interpreter.raise(.valueError, message)
    case .unsupported(let construct): interpreter.unsupported(construct)
    }
  }
}

/// A `ParseResult` or `SplitResult`: a named tuple with the parts of a URL.
private final class SplitURLObject: NativeObject {
  private let url: SplitURL
  private let hasParameters: Bool

  init(_ url: SplitURL, hasParameters: Bool) {
    self.url = url
    self.hasParameters = hasParameters
    super.init(type: hasParameters ? .parseResult : .splitResult)
  }

  private var fields: [(name: String, value: String)] {
    let parameters = hasParameters ? [("params", url.parameters)] : []
    return [("scheme", url.scheme), ("netloc", url.authority), ("path", url.path)] + parameters
      + [("query", url.query), ("fragment", url.fragment)]
  }

  private func optional(_ text: String?) -> Object { text.map { .string($0) } ?? .none }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if let field = fields.first(where: { $0.name == name }) { return .string(field.value) }
    switch name {
    case "username": return optional(url.username)
    case "password": return optional(url.password)
    case "hostname": return optional(url.hostname)
    case "port":
      do {
        return try url.port().map { .int($0) } ?? Object.none
      } catch {
        throw URLModule.unwind(error, interpreter)
      }
    default: return nil
    }
  }

  static let members: [Member] = [
    .method("geturl", "()") { call throws(Unwind) in
      guard case .native(let native) = call.receiver, let object = native as? SplitURLObject else {
        throw call.interpreter.unsupported("geturl of \(call.receiver.typeName)")
      }
      return try call.interpreter.string(object.url.text)
    }
  ]

  private func tuple(_ interpreter: Interpreter) -> Object {
    interpreter.tuple(fields.map { .string($0.value) })
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { fields.count }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: tuple(interpreter), key)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    try interpreter.iterator(over: tuple(interpreter))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    switch other {
    case .native(let native):
      guard let other = native as? SplitURLObject else { return nil }
      return try interpreter.equals(tuple(interpreter), other.tuple(interpreter))
    case .tuple: return try interpreter.equals(tuple(interpreter), other)
    default: return nil
    }
  }

  override func compare(_ comparison: Ordering, with other: Object, _ interpreter: Interpreter)
    throws(Unwind) -> Bool?
  {
    throw interpreter.unsupported("an order of named tuples")
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    throw interpreter.unsupported("\(operation.rawValue) with a named tuple")
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    try interpreter.hash(of: tuple(interpreter))
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    let parts = fields.map { "\($0.name)=\(PythonRepr.string($0.value))" }
    return PyString("\(type.name)(\(parts.joined(separator: ", ")))")
  }
}

extension NativeType {
  static let parseResult = NativeType(
    "ParseResult", module: "urllib.parse", bases: [.tuple], isWrittenInPython: true,
    members: SplitURLObject.members)
  static let splitResult = NativeType(
    "SplitResult", module: "urllib.parse", bases: [.tuple], isWrittenInPython: true,
    members: SplitURLObject.members)
}
