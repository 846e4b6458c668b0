/// `contextlib` (Library Reference, *Utilities for with-statement contexts*).
extension NativeModule {
  static let contextlib = NativeModule(
    "contextlib",
    [
      .type("AbstractContextManager", .abstractContextManager), .type("ContextDecorator", .contextDecorator),
      .type("ExitStack", .exitStack), .type("closing", .closing), .type("nullcontext", .nullContext),
      .type("suppress", .suppress),
      .function("contextmanager", "def(func)") { call throws(Unwind) in
        try GeneratorContext.decorate(call.required(0), call.interpreter)
      },
    ])
}

/// What a function decorated with `contextmanager` gives: the code before its `yield` runs on entering, the rest on
/// leaving.
final class GeneratorContext: NativeObject {
  private var generator: (any SuspendedIterator)?
  private var function: Object
  private var arguments: CallArguments

  private init(
    _ generator: any SuspendedIterator, _ function: Object, _ arguments: CallArguments
  ) {
    self.generator = generator
    self.function = function
    self.arguments = arguments
    super.init(type: .generatorContext)
  }

  override func releaseReferences() {
    generator = nil
    function = .none
    arguments = CallArguments()
  }

  static func decorate(_ function: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    let helper = interpreter.makeFunction(
      "helper", qualifiedName: "contextmanager.<locals>.helper", [], takesRest: "args", takesKeywords: "kwds"
    ) { (interpreter, arguments) throws(Unwind) in
      var call = CallArguments(try interpreter.items(of: arguments[0]))
      if case .dict(let keywords) = arguments[1] {
        call.keywords = keywords.table.pairs.map {
          CallArguments.Keyword(name: $0.key.asString?.text ?? "", value: $0.value)
        }
      }
      return try make(function, call, interpreter)
    }
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
      if let value = try interpreter.attributeIfPresent(of: function, name) {
        try interpreter.setAttribute(of: helper, name, to: value)
      }
    }
    try interpreter.setAttribute(of: helper, "__wrapped__", to: function)
    return helper
  }

  private static func make(
    _ function: Object, _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    let made = try interpreter.call(function, arguments)
    guard case .iterator(let iterator) = made, let generator = iterator as? any SuspendedIterator else {
      throw interpreter.unsupported("contextmanager of a function that gives a \(made.typeName)")
    }
    return .native(interpreter.heap.adopt(GeneratorContext(generator, function, arguments)))
  }

  override func enter(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let generator, let value = try generator.next(interpreter) else {
      throw interpreter.raise(.runtimeError, "generator didn't yield")
    }
    return value
  }

  override func exit(
    _ exception: ExceptionObject?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    guard let generator else { return false }
    guard let exception else {
      if try generator.next(interpreter) == nil { return false }
      throw interpreter.raise(.runtimeError, "generator didn't stop")
    }
    let place = exception.frames
    do {
      if try generator.raise(exception, interpreter) == nil { return true }
    } catch {
      guard error == .exception, let raised = interpreter.raised else { throw error }
      let isSame = raised === exception
      // A StopIteration from the block comes out of the generator as the cause of a RuntimeError.
      let isWrapped =
        exception.type.isSubtype(of: .stopIteration) && raised.type.isSubtype(of: .runtimeError)
        && raised.cause === exception
      guard isSame || isWrapped else { throw error }
      interpreter.discardException()
      exception.frames = place
      return false
    }
    throw interpreter.raise(.runtimeError, "generator didn't stop after throw()")
  }

  // MARK: As a decorator

  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard call.count == 1, let decorated = call.positional.first else {
      throw interpreter.unsupported("a call of a context manager with these arguments")
    }
    let (function, arguments) = (function, arguments)
    return try ContextDecoration.wrap(decorated, interpreter) { (interpreter) throws(Unwind) in
      try GeneratorContext.make(function, arguments, interpreter)
    }
  }
}

/// Context managers as decorators: the function runs inside the context.
enum ContextDecoration {
  static func wrap(
    _ function: Object, _ interpreter: Interpreter,
    _ manager: @escaping (Interpreter) throws(Unwind) -> Object
  ) throws(Unwind) -> Object {
    let inner = interpreter.makeFunction(
      "inner", qualifiedName: "ContextDecorator.__call__.<locals>.inner", [], takesRest: "args",
      takesKeywords: "kwds"
    ) { (interpreter, arguments) throws(Unwind) in
      var call = CallArguments(try interpreter.items(of: arguments[0]))
      if case .dict(let keywords) = arguments[1] {
        call.keywords = keywords.table.pairs.map {
          CallArguments.Keyword(name: $0.key.asString?.text ?? "", value: $0.value)
        }
      }
      let manager = try manager(interpreter)
      _ = try interpreter.enterContext(manager)
      let result: Object
      do throws(Unwind) {
        result = try interpreter.call(function, call)
      } catch {
        guard error == .exception, let exception = interpreter.raised else { throw error }
        interpreter.raised = nil
        if try interpreter.exitContext(manager, exception) { return .none }
        interpreter.raised = exception
        throw error
      }
      _ = try interpreter.exitContext(manager, nil)
      return result
    }
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
      if let value = try interpreter.attributeIfPresent(of: function, name) {
        try interpreter.setAttribute(of: inner, name, to: value)
      }
    }
    try interpreter.setAttribute(of: inner, "__wrapped__", to: function)
    return inner
  }
}

/// `suppress`, `nullcontext` and `closing`.
private final class SimpleContext: NativeObject {
  private var value: Object

  init(_ value: Object, type: NativeType) {
    self.value = value
    super.init(type: type)
  }

  override func releaseReferences() { value = .none }

  override func enter(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    type === NativeType.suppress ? Object.none : value
  }

  override func exit(
    _ exception: ExceptionObject?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    switch type {
    case .closing:
      _ = try interpreter.call(try interpreter.attribute(of: value, "close"), CallArguments())
      return false
    case .suppress:
      guard let exception else { return false }
      return try interpreter.isInstance(.exception(exception), of: value)
    default: return false
    }
  }
}

extension NativeType {
  fileprivate static let generatorContext = NativeType("_GeneratorContextManager", module: "contextlib")

  static let contextDecorator: NativeType = NativeType(
    "ContextDecorator", module: "contextlib", isSubclassable: true, isMixin: true, isComplete: true,
    members: [
      .method("__call__", "(func, /)") { call throws(Unwind) in
        let manager = call.receiver
        return try ContextDecoration.wrap(call.required(0), call.interpreter) { _ in manager }
      }
    ])

  static let abstractContextManager: NativeType = NativeType(
    "AbstractContextManager", module: "contextlib", isSubclassable: true, isMixin: true,
    metatype: { .abcMeta }, isComplete: true,
    members: [.method("__enter__", "()") { call in call.receiver }])

  static let suppress: NativeType = NativeType(
    "suppress", module: "contextlib",
    constructor: NativeFunction("suppress", "(*exceptions)") { call throws(Unwind) in
      .native(
        call.interpreter.heap.adopt(SimpleContext(call.interpreter.tuple(call.rest), type: .suppress)))
    })

  static let nullContext: NativeType = NativeType(
    "nullcontext", module: "contextlib",
    constructor: NativeFunction("nullcontext", "(enter_result=None)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(SimpleContext(call[0] ?? .none, type: .nullContext)))
    })

  static let closing: NativeType = NativeType(
    "closing", module: "contextlib",
    constructor: NativeFunction("closing", "(thing)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(SimpleContext(call.required(0), type: .closing)))
    })
}
