/// `contextlib.ExitStack`: context managers and callbacks that are left in reverse order.
final class ExitStack: NativeObject {
  private enum Entry {
    case manager(Object)
    case callback(Object, CallArguments)
    /// Called like `__exit__`.
    case exit(Object)
  }

  private var entries: [Entry] = []

  init() { super.init(type: .exitStack) }

  override func releaseReferences() { entries = [] }

  override func enter(_ interpreter: Interpreter) throws(Unwind) -> Object? { .native(self) }

  override func exit(
    _ exception: ExceptionObject?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    var current = exception
    while let entry = entries.popLast() {
      do {
        if try leave(entry, current, interpreter) { current = nil }
      } catch {
        guard error == .exception, let raised = interpreter.raised else { throw error }
        interpreter.raised = nil
        if raised !== current, raised.context == nil { raised.context = current }
        current = raised
      }
    }
    guard let current else { return exception != nil }
    if current === exception { return false }
    interpreter.raised = current
    throw .exception
  }

  private func leave(
    _ entry: Entry, _ exception: ExceptionObject?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    switch entry {
    case .manager(let manager):
      return try interpreter.exitContext(manager, exception) && exception != nil
    case .callback(let function, let arguments):
      _ = try interpreter.call(function, arguments)
      return false
    case .exit(let function):
      let arguments: [Object] =
        exception.map { [$0.type.object, .exception($0), .none] } ?? [.none, .none, .none]
      let result = try interpreter.call(function, CallArguments(arguments))
      guard exception != nil else { return false }
      return try interpreter.isTrue(result)
    }
  }

  private func add(_ entry: Entry, _ interpreter: Interpreter) throws(Unwind) {
    try interpreter.charge(elements: entries.count + 1, added: 2)
    entries.append(entry)
  }

  fileprivate static func receiver(_ call: NativeCall) throws(Unwind) -> ExitStack {
    guard case .native(let stack as ExitStack) = call.receiver else {
      throw call.interpreter.unsupported("a class derived from ExitStack")
    }
    return stack
  }

  fileprivate static let members: [Member] = [
    .method("enter_context", "(cm, /)") { call throws(Unwind) in
      let value = try call.interpreter.enterContext(call.required(0))
      try receiver(call).add(.manager(call.required(0)), call.interpreter)
      return value
    },
    .method("callback", "(callback, /, *args, **kwds)") { call throws(Unwind) in
      try receiver(call).add(
        .callback(call.required(0), CallArguments(call.rest, keywords: call.keywords)), call.interpreter)
      return call.required(0)
    },
    .method("push", "(exit, /)") { call throws(Unwind) in
      let exit = call.required(0)
      let isManager =
        switch exit {
        case .native(let object): object.type.module == "contextlib"
        default: exit.userClass?.method("__exit__") != nil
        }
      try receiver(call).add(isManager ? .manager(exit) : .exit(exit), call.interpreter)
      return exit
    },
    .method("pop_all", "()") { call throws(Unwind) in
      let stack = try receiver(call)
      let other = call.interpreter.heap.adopt(ExitStack())
      other.entries = stack.entries
      stack.entries = []
      return .native(other)
    },
    .method("close", "()") { call throws(Unwind) in
      _ = try receiver(call).exit(nil, call.interpreter)
      return .none
    },
  ]
}

extension NativeType {
  static let exitStack: NativeType = NativeType(
    "ExitStack", module: "contextlib",
    constructor: NativeFunction("ExitStack", "()") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(ExitStack()))
    }, members: ExitStack.members)
}
