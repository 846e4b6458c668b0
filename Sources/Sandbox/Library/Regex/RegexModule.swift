/// `re` (Library Reference, *Regular expression operations*), for text.
extension NativeModule {
  static let re = NativeModule(
    "re",
    [
      .function("compile", "def(pattern, flags=0)") { call throws(Unwind) in
        .native(try RegexModule.pattern(call.required(0), call[1], call.interpreter))
      },
      .function("search", "def(pattern, string, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[2], call.interpreter).find(
          .search, call.required(1), call)
      },
      .function("match", "def(pattern, string, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[2], call.interpreter).find(
          .match, call.required(1), call)
      },
      .function("fullmatch", "def(pattern, string, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[2], call.interpreter)
          .find(.fullMatch, call.required(1), call)
      },
      .function("findall", "def(pattern, string, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[2], call.interpreter).findAll(call.required(1), call)
      },
      .function("finditer", "def(pattern, string, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[2], call.interpreter).findIter(call.required(1), call)
      },
      .function("sub", "def(pattern, repl, string, count=0, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[4], call.interpreter)
          .substitute(call.required(1), call.required(2), count: call[3], call).text
      },
      .function("subn", "def(pattern, repl, string, count=0, flags=0)") { call throws(Unwind) in
        let result = try RegexModule.pattern(call.required(0), call[4], call.interpreter)
          .substitute(call.required(1), call.required(2), count: call[3], call)
        return call.interpreter.tuple([result.text, .int(result.count)])
      },
      .function("split", "def(pattern, string, maxsplit=0, flags=0)") { call throws(Unwind) in
        try RegexModule.pattern(call.required(0), call[3], call.interpreter)
          .split(call.required(1), maximum: call[2], call)
      },
      .function("escape", "def(pattern)") { call throws(Unwind) in
        guard let text = try RegexSubject(call.required(0), call.interpreter) else {
          throw RegexModule.notDecodable(call.required(0), call.interpreter)
        }
        return try RegexSubject.object(
          Regex.escape(text.codePoints), isBytes: text.isBytes, call.interpreter)
      },
      .function("purge", "def()") { _ in .none },
      .type("Pattern", .regexPattern),
      .type("Match", .regexMatch),
      .type("RegexFlag", .regexFlag),
      .type("error", .regexError),
    ] + RegexFlagObject.constants)
}

extension NativeType {
  static let regexPattern = NativeType("Pattern", module: "re", members: RegexPatternObject.members)
  static let regexMatch = NativeType("Match", module: "re", members: RegexMatchObject.members)
  static let regexError = NativeType(
    "error", module: "re", bases: [.exception], isSubclassable: true,
    constructor: NativeFunction("error", "(msg, pattern=None, pos=None)") { call throws(Unwind) in
      throw call.interpreter.unsupported("re.error(…)")
    })
}

enum RegexModule {
  /// Patterns a run has compiled. CPython's own cache can't be seen either.
  private final class Cache {
    var patterns: [Key: Regex] = [:]

    struct Key: Hashable {
      let pattern: CodePoints
      let isBytes: Bool
      let flags: Int
    }
  }

  /// The pattern an argument stands for, compiled if it is a text.
  static func pattern(_ object: Object, _ flags: Object?, _ interpreter: Interpreter) throws(Unwind)
    -> RegexPatternObject
  {
    // Patterns are looked up in a cache, which wants a hash.
    _ = try interpreter.hash(of: object)
    let flags = try self.flags(flags, interpreter)
    if case .native(let native) = object, let pattern = native as? RegexPatternObject {
      guard flags.isEmpty else {
        throw interpreter.raise(.valueError, "cannot process flags argument with a compiled pattern")
      }
      return pattern
    }
    if let text = try RegexSubject(object, interpreter) {
      return interpreter.heap.adopt(RegexPatternObject(try compile(text, flags, interpreter), text))
    }
    throw interpreter.raise(.typeError, "first argument must be string or compiled pattern")
  }

  private static func flags(_ object: Object?, _ interpreter: Interpreter) throws(Unwind) -> RegexFlags {
    guard let object else { return [] }
    _ = try interpreter.hash(of: object)
    if let value = object.asInt { return RegexFlags(rawValue: value) }
    if case .native(let native) = object, let flags = native as? RegexFlagObject { return flags.flags }
    throw interpreter.unsupported("regular expression flags of type \(object.typeName)")
  }

  /// The error of `str(object, 'latin1')`, which CPython calls with what should be a text.
  static func notDecodable(_ object: Object, _ interpreter: Interpreter) -> Unwind {
    if case .placeholder(let value) = object { return interpreter.unsupported(value.name) }
    return interpreter.raise(
      .typeError, "decoding to str: need a bytes-like object, \(object.qualifiedTypeName) found")
  }

  static func compile(_ text: RegexSubject, _ flags: RegexFlags, _ interpreter: Interpreter) throws(Unwind)
    -> Regex
  {
    let known: RegexFlags = [
      .ignoreCase, .multiline, .dotAll, .unicode, .verbose, .ascii, .locale,
    ]
    guard flags.isSubset(of: known) else { throw interpreter.unsupported("these regular expression flags") }
    let cache = interpreter.storage(Cache.self) { Cache() }
    let key = Cache.Key(pattern: text.codePoints, isBytes: text.isBytes, flags: flags.rawValue)
    if let regex = cache.patterns[key] { return regex }
    try interpreter.charge(compiling: text.codePoints.count)
    do {
      let regex = try RegexCache.regex(text.codePoints, flags: flags, isBytes: text.isBytes)
      // As many as CPython keeps.
      if cache.patterns.count >= 512 { cache.patterns = [:] }
      cache.patterns[key] = regex
      return regex
    } catch {
      throw unwind(error, pattern: text.object, interpreter)
    }
  }

  /// The exception, or the end of the run, that a failure of the engine stands for.
  static func unwind(_ failure: RegexFailure, pattern: Object?, _ interpreter: Interpreter) -> Unwind {
    switch failure {
    case .syntax(let error):
      let exception = ExceptionObject(type: .native(.regexError), arguments: [.string(error.description)])
      exception.attributes = [
        "msg": .string(error.message), "pattern": pattern ?? .none,
        "pos": error.position.map { .int($0) } ?? .none, "lineno": error.line.map { .int($0) } ?? .none,
        "colno": error.column.map { .int($0) } ?? .none,
      ]
      return interpreter.raise(interpreter.heap.adopt(exception))
    case .overflow(let message): return interpreter.raise(.overflowError, message)
    case .value(let message): return interpreter.raise(.valueError, message)
    case .index(let message): return interpreter.raise(.indexError, message)
    case .unsupported(let construct): return interpreter.unsupported(construct)
    case .limit: return interpreter.exceeded(.regularExpression)
    }
  }
}
