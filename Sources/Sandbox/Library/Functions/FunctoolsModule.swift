/// `functools` (Library Reference, *Higher-order functions*).
extension NativeModule {
  static let functools = NativeModule(
    "functools",
    [
      .function("reduce", "(function, iterable, initial=None, /)") { call throws(Unwind) in
        let interpreter = call.interpreter
        let iterator: IteratorObject
        do throws(Unwind) {
          iterator = try interpreter.iterator(over: call.required(1))
        } catch {
          guard interpreter.catches(error, .typeError) else { throw error }
          interpreter.discardException()
          throw interpreter.raise(.typeError, "reduce() arg 2 must support iteration")
        }
        var first = call[2]
        if first == nil { first = try iterator.next(interpreter) }
        guard var result = first else {
          throw interpreter.raise(.typeError, "reduce() of empty iterable with no initial value")
        }
        while let item = try iterator.next(interpreter) {
          try interpreter.step()
          result = try interpreter.call(call.required(0), with: result, item)
        }
        return result
      },
      .type("partial", .partial),
      .function("wraps", "def(wrapped, assigned=None, updated=None)") { call throws(Unwind) in
        if call[1] != nil || call[2] != nil {
          throw call.interpreter.unsupported("wraps with these arguments")
        }
        return .native(call.interpreter.heap.adopt(WrapperObject(call.required(0))))
      },
      .function("cache", "def(user_function, /)") { call throws(Unwind) in
        .native(call.interpreter.heap.adopt(CachedFunction(call.required(0), call.interpreter)))
      },
      .function("lru_cache", "def(maxsize=128, typed=False)") { call throws(Unwind) in
        if let typed = call[1], try call.interpreter.isTrue(typed) {
          throw call.interpreter.unsupported("lru_cache(typed=True)")
        }
        if let function = call[0], try call.interpreter.isCallable(function) {
          return .native(call.interpreter.heap.adopt(CachedFunction(function, call.interpreter, limit: 128)))
        }
        var limit: Int? = 128
        if let size = call[0] {
          limit = size.asInt
          guard size.isNone || (limit ?? 0) > 0 else {
            throw call.interpreter.unsupported("lru_cache of this size")
          }
        }
        return .native(call.interpreter.heap.adopt(CacheDecorator(limit: limit)))
      },
    ])
}

/// A `functools.partial`.
private final class PartialObject: NativeObject {
  private var arguments: CallArguments
  private var function: Object

  init(_ function: Object, _ arguments: CallArguments) {
    self.function = function
    self.arguments = arguments
    super.init(type: .partial)
  }

  override func releaseReferences() {
    function = .none
    arguments = CallArguments()
  }

  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    var keywords = arguments.keywords
    for keyword in call.keywords {
      if let index = keywords.firstIndex(where: { $0.name == keyword.name }) {
        keywords[index] = keyword
      } else {
        keywords.append(keyword)
      }
    }
    return try interpreter.call(
      function, CallArguments(arguments.positional + call.positional, keywords: keywords))
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "func": return function
    case "args": return interpreter.tuple(arguments.positional)
    case "keywords": return try interpreter.dict(arguments.keywords.map { (.string($0.name), $0.value) })
    default: return nil
    }
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw interpreter.unsupported("the repr of a partial")
  }
}

/// What `functools.wraps(f)` gives: a decorator that copies the name and the docstring of `f`.
private final class WrapperObject: NativeObject {
  private var wrapped: Object

  init(_ wrapped: Object) {
    self.wrapped = wrapped
    super.init(type: .partial)
  }

  override func releaseReferences() { wrapped = .none }
  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let wrapper = call.positional.first, call.count == 1 else {
      throw interpreter.unsupported("a call of wraps(…) with these arguments")
    }
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
      if let value = try interpreter.attributeIfPresent(of: wrapped, name) {
        try interpreter.setAttribute(of: wrapper, name, to: value)
      }
    }
    try interpreter.setAttribute(of: wrapper, "__wrapped__", to: wrapped)
    return wrapper
  }
}

/// `lru_cache(maxsize=…)` before it is given its function.
private final class CacheDecorator: NativeObject {
  private let limit: Int?

  init(limit: Int?) {
    self.limit = limit
    super.init(type: .partial)
  }

  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let function = call.positional.first, call.count == 1 else {
      throw interpreter.unsupported("lru_cache of these arguments")
    }
    return .native(interpreter.heap.adopt(CachedFunction(function, interpreter, limit: limit)))
  }
}

/// A function that remembers its results.
private final class CachedFunction: NativeObject {
  private var function: Object
  private let results: DictObject
  private let limit: Int?

  init(_ function: Object, _ interpreter: Interpreter, limit: Int? = nil) {
    self.function = function
    self.limit = limit
    results = interpreter.makeDict()
    super.init(type: .cachedFunction)
  }

  override func releaseReferences() { function = .none }
  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    var parts = call.positional
    for keyword in call.keywords { parts += [.ellipsis, .string(keyword.name), keyword.value] }
    let key = interpreter.tuple(parts)
    if let known = try interpreter.value(for: key, in: results) { return known }
    if let limit, results.table.count >= limit {
      // Which result is forgotten shows only in how often the function runs, but it does show.
      throw interpreter.unsupported("an lru_cache that is full")
    }
    let result = try interpreter.call(function, call)
    try interpreter.set(key, to: result, in: results)
    return result
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "__wrapped__": return function
    case "__name__", "__qualname__", "__doc__", "__module__":
      return try interpreter.attributeIfPresent(of: function, name)
    default: return nil
    }
  }

  override func bind(to instance: Object?, of type: PythonType, _ interpreter: Interpreter)
    throws(Unwind) -> Object?
  {
    guard let instance else { return .native(self) }
    return .native(interpreter.heap.adopt(PartialObject(.native(self), CallArguments([instance]))))
  }
}

extension NativeType {
  fileprivate static let cachedFunction = NativeType("_lru_cache_wrapper", module: "functools")
  fileprivate static let partial = NativeType(
    "partial", module: "functools",
    constructor: NativeFunction("partial", "(*args, **keywords)") { call throws(Unwind) in
      guard let function = call.rest.first else {
        throw call.raise(.typeError, "type 'partial' takes at least one argument")
      }
      guard try call.interpreter.isCallable(function) else {
        throw call.raise(.typeError, "the first argument must be callable")
      }
      return .native(
        call.interpreter.heap.adopt(
          PartialObject(
            function, CallArguments(Array(call.rest.dropFirst()), keywords: call.keywords))))
    })
}
