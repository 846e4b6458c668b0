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
        try CacheDecorator(limit: nil, isTyped: false).apply(to: call.required(0), call.interpreter)
      },
      .function("lru_cache", "def(maxsize=128, typed=False)") { call throws(Unwind) in
        let typed = try call[1].map { (flag) throws(Unwind) in try call.interpreter.isTrue(flag) } ?? false
        if let function = call[0], function.asInt == nil, try call.interpreter.isCallable(function) {
          return .native(
            call.interpreter.heap.adopt(
              CachedFunction(function, call.interpreter, limit: 128, isTyped: typed)))
        }
        var limit: Int? = 128
        if let size = call[0] {
          if case .bigInt = size { throw call.interpreter.notAnInteger(size) }
          guard size.isNone || size.asInt != nil else {
            throw call.raise(
              .typeError, "Expected first argument to be an integer, a callable, or None")
          }
          limit = size.asInt.map { max(0, $0) }
        }
        return .native(call.interpreter.heap.adopt(CacheDecorator(limit: limit, isTyped: typed)))
      },
      .type("cached_property", .cachedProperty),
      .type("partialmethod", .partialMethod),
      .function("_names", "(cls, /)") { call throws(Unwind) in
        guard case .classObject(let type) = call.required(0) else { return try call.interpreter.list([]) }
        return try call.interpreter.list(type.attributes.names.map { .string($0) })
      },
    ], source: .functools)
}

/// A `functools.partial`.
final class PartialObject: NativeObject {
  fileprivate private(set) var arguments: CallArguments
  fileprivate private(set) var function: Object

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
    try interpreter.call(function, joined(call))
  }

  /// The arguments of a call with these: they come after the kept ones, and a keyword replaces the kept one.
  fileprivate func joined(_ call: CallArguments) -> CallArguments {
    var keywords = arguments.keywords
    for keyword in call.keywords {
      if let index = keywords.firstIndex(where: { $0.name == keyword.name }) {
        keywords[index] = keyword
      } else {
        keywords.append(keyword)
      }
    }
    return CallArguments(arguments.positional + call.positional, keywords: keywords)
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
    var parts = [try interpreter.repr(of: function).text]
    for item in arguments.positional { parts.append(try interpreter.repr(of: item).text) }
    for keyword in arguments.keywords {
      parts.append("\(keyword.name)=\(try interpreter.repr(of: keyword.value).text)")
    }
    return PyString("functools.partial(\(parts.joined(separator: ", ")))")
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

extension NativeType {
  static let partial = NativeType(
    "partial", module: "functools",
    constructor: NativeFunction("partial", "(*args, **keywords)") { call throws(Unwind) in
      guard let function = call.rest.first else {
        throw call.raise(.typeError, "type 'partial' takes at least one argument")
      }
      guard try call.interpreter.isCallable(function) else {
        throw call.raise(.typeError, "the first argument must be callable")
      }
      let arguments = CallArguments(Array(call.rest.dropFirst()), keywords: call.keywords)
      let partial: PartialObject =
        if case .native(let object) = function, let inner = object as? PartialObject {
          // As in CPython, a partial of a partial calls the inner one's function.
          PartialObject(inner.function, inner.joined(arguments))
        } else {
          PartialObject(function, arguments)
        }
      try call.interpreter.charge(elements: partial.arguments.count)
      return .native(call.interpreter.heap.adopt(partial))
    })
}
