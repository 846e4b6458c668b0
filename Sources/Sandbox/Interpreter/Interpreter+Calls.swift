/// Calls (Language Reference 6.3.4, *Calls*).
extension Interpreter {
  /// `callable(…)`.
  package func call(_ callable: Object, _ arguments: CallArguments) throws(Unwind) -> Object {
    switch callable {
    case .function(let function): return try invoke(function, arguments)
    case .builtin(let function): return try call(function, arguments)
    case .boundMethod(let method):
      var arguments = arguments
      arguments.positional.insert(method.receiver, at: 0)
      return try call(method.function, arguments)
    case .type(let type): return try construct(type, arguments)
    case .classObject(let type): return try instantiate(type, arguments)
    case .instance(let instance):
      if let method = instance.classObject.userAttribute("__call__") {
        return try call(try bind(method, to: callable, instance.classObject), arguments)
      }
    case .native(let value):
      if let result = try value.call(arguments, self) { return result }
    case .placeholder(let value): throw unsupported(value.name)
    default: break
    }
    throw raise(.typeError, "'\(callable.qualifiedTypeName)' object is not callable")
  }

  /// Calls with positional arguments.
  package func call(_ callable: Object, with arguments: Object...) throws(Unwind) -> Object {
    try call(callable, CallArguments(arguments))
  }

  /// `callable(x)`.
  package func isCallable(_ object: Object) throws(Unwind) -> Bool {
    switch object {
    case .function, .builtin, .boundMethod, .type, .classObject: true
    case .instance(let instance): instance.classObject.userAttribute("__call__") != nil
    case .native(let value): value.isCallable
    case .placeholder(let value): throw unsupported(value.name)
    default: false
    }
  }

  func call(_ function: BuiltinFunction, _ arguments: CallArguments) throws(Unwind) -> Object {
    try step()
    let native = function.function
    if let receiver = function.receiver {
      return try call(native, receiver: receiver, owner: function.owner, arguments)
    }
    guard let owner = function.owner else {
      return try call(native, receiver: .none, owner: nil, arguments)
    }
    // `str.lower(x)`: the receiver is the first argument.
    var arguments = arguments
    guard !arguments.positional.isEmpty else {
      throw raise(
        .typeError, "unbound method \(owner.name).\(native.name)() needs an argument")
    }
    let receiver = arguments.positional.removeFirst()
    guard receiver.pythonType.isSubtype(of: owner) else {
      throw raise(
        .typeError,
        "descriptor '\(native.name)' for '\(owner.name)' objects doesn't apply to a "
          + "'\(receiver.qualifiedTypeName)' object")
    }
    return try call(native, receiver: receiver, owner: owner, arguments)
  }

  func call(
    _ function: NativeFunction, receiver: Object, owner: NativeType?, _ arguments: CallArguments
  ) throws(Unwind) -> Object {
    try function.body(
      try function.signature.bind(
        arguments, to: function, owner: owner?.name, receiver: receiver, self))
  }

  private func construct(_ type: NativeType, _ arguments: CallArguments) throws(Unwind) -> Object {
    try step()
    if let constructor = type.constructor {
      return try call(constructor, receiver: .type(type), owner: nil, arguments)
    }
    if type.isException {
      if !arguments.keywords.isEmpty {
        if type.isSubtype(of: .importError) { throw unsupported("\(type.name) with keyword arguments") }
        throw raise(.typeError, "\(type.name)() takes no keyword arguments")
      }
      if type.isSubtype(of: .unicodeDecodeError) || type.isSubtype(of: .unicodeEncodeError) {
        throw unsupported("\(type.name)(…)")
      }
      let exception = ExceptionObject(type: .native(type), arguments: arguments.positional)
      return .exception(heap.adopt(exception))
    }
    if type.recognizes != nil {
      throw raise(.typeError, "Can't instantiate abstract class \(type.name)")
    }
    if type.module == nil {
      throw raise(.typeError, "cannot create '\(type.name)' instances")
    }
    throw unsupported("\(type.qualifiedName)(…)")
  }

  private func instantiate(_ type: ClassObject, _ arguments: CallArguments) throws(Unwind) -> Object {
    if type.userAttribute("__new__") != nil { throw unsupported("__new__") }
    try charge(elements: 2)
    let object: Object
    if type.nativeBase.isException {
      object = .exception(
        heap.adopt(ExceptionObject(type: .user(type), arguments: arguments.positional)))
    } else {
      object = .instance(heap.adopt(InstanceObject(type)))
    }
    if let initializer = type.userAttribute("__init__") {
      let result = try call(try bind(initializer, to: object, type), arguments)
      if !result.isNone {
        throw raise(
          .typeError, "__init__() should return None, not '\(result.qualifiedTypeName)'")
      }
    } else if type.nativeBase.isException {
      if !arguments.keywords.isEmpty { throw raise(.typeError, "\(type.name)() takes no keyword arguments") }
    } else if arguments.count > 0 {
      throw raise(.typeError, "\(type.name)() takes no arguments")
    }
    return object
  }

  /// Calls a function of the evaluated code.
  func invoke(_ function: FunctionObject, _ arguments: CallArguments) throws(Unwind) -> Object {
    try step()
    let code = function.code
    let body = code.body
    let frame = Frame(self, code: body.scope, globals: function.globals, closure: function.closure)
    try code.bind(arguments, function, to: frame)
    return try run(body, in: frame)
  }

  /// Runs a function's body in a frame whose parameters are bound.
  func run(_ body: FunctionBody, in frame: Frame) throws(Unwind) -> Object {
    for (slot, cell) in body.cellParameters { frame.cells[cell].value = frame.locals[slot] }
    if body.isGenerator { return .iterator(heap.adopt(Generator(body, frame))) }
    try descend()
    let caller = self.frame
    self.frame = frame
    defer {
      self.frame = caller
      ascend()
    }
    do {
      _ = try body.block.execute(frame)
      return frame.returnValue
    } catch {
      if error == .exception { raised?.frames.append(frame.place) }
      throw error
    }
  }
}
