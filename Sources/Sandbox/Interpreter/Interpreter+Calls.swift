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
      if case .function(let function) = method.function { return try invoke(function, arguments) }
      try descend()
      defer { ascend() }
      return try call(method.function, arguments)
    case .type(let type): return try construct(type, arguments)
    case .classObject(let type): return try instantiate(type, arguments)
    case _ where callable.userClass != nil:
      if let type = callable.userClass {
        if let method = type.method("__call__") {
          return try call(try bind(method, to: callable, type), arguments)
        }
        if let (member, owner) = type.nativeMember("__call__") {
          return try call(try read(member, of: owner, through: callable), arguments)
        }
      }
    case .native(let value):
      try descend()
      defer { ascend() }
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
    case _ where object.userClass != nil:
      object.userClass.map { $0.method("__call__") != nil || $0.nativeMember("__call__") != nil } ?? false
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
      return try call(native, receiver: .none, owner: nil, module: function.module, arguments)
    }
    // `str.lower(x)`: the receiver is the first argument.
    var arguments = arguments
    guard !arguments.positional.isEmpty else {
      if function.isSlot {
        throw raise(
          .typeError, "descriptor '\(native.name)' of '\(owner.name)' object needs an argument")
      }
      throw raise(
        .typeError, "unbound method \(owner.name).\(native.name)() needs an argument")
    }
    let receiver = arguments.positional.removeFirst()
    guard receiver.pythonType.isSubtype(of: owner) || owner === NativeType.object else {
      if function.isSlot {
        throw raise(
          .typeError,
          "descriptor '\(native.name)' requires a '\(owner.name)' object but received a "
            + "'\(receiver.qualifiedTypeName)'")
      }
      throw raise(
        .typeError,
        "descriptor '\(native.name)' for '\(owner.name)' objects doesn't apply to a "
          + "'\(receiver.qualifiedTypeName)' object")
    }
    return try call(native, receiver: receiver, owner: owner, arguments)
  }

  /// A function written in Swift knows the plain built-in values. Where it takes one, an instance of a class
  /// derived from `str`, `int`, `float` or `bytes` is passed as such; where it takes any object, as it is.
  private func unwrap(
    _ arguments: inout CallArguments, for function: NativeFunction, _ owner: NativeType?
  ) {
    if function.takesObjects || SpecialMethods.functions[function.name] != nil { return }
    if let owner, owner.keepsObjects { return }
    arguments.keywords = arguments.keywords.map {
      CallArguments.Keyword(name: $0.name, value: $0.value.plainScalar)
    }
    arguments.positional = arguments.positional.map { argument in
      argument.userClass?.method("__\(function.name)__") == nil ? argument.plainScalar : argument
    }
  }

  func call(
    _ function: NativeFunction, receiver: Object, owner: NativeType?, module: String? = nil,
    _ arguments: CallArguments
  ) throws(Unwind) -> Object {
    try charge(reading: receiver)
    for argument in arguments.positional { try charge(reading: argument) }
    var arguments = arguments
    if arguments.positional.contains(where: \.isScalarInstance)
      || arguments.keywords.contains(where: { $0.value.isScalarInstance })
    {
      unwrap(&arguments, for: function, owner)
    }
    var receiver = receiver
    if receiver.isScalarInstance, let owner, !owner.isMixin, SpecialMethods.functions[function.name] == nil {
      receiver = receiver.plainScalar
    }
    return try function.body(
      try function.signature.bind(
        arguments, to: function, owner: owner?.name, module: module, receiver: receiver, self))
  }

  func construct(_ type: NativeType, _ arguments: CallArguments) throws(Unwind) -> Object {
    try step()
    if let constructor = type.constructor {
      return try call(constructor, receiver: .type(type), owner: nil, arguments)
    }
    if type.isException {
      let exception = heap.adopt(try makeException(.native(type), type, arguments))
      try initialize(.exception(exception), arguments)
      return .exception(exception)
    }
    if type.recognizes != nil {
      let names = type.abstractNames
      if names.isEmpty { throw unsupported("\(type.qualifiedName)(…)") }
      if arguments.count > 0 { throw raise(.typeError, "\(type.name)() takes no arguments") }
      throw raise(
        .typeError,
        "Can't instantiate abstract class \(type.name) with abstract method\(names.count == 1 ? "" : "s") "
          + names.joined(separator: ", "))
    }
    if type.module == nil {
      throw raise(.typeError, "cannot create '\(type.name)' instances")
    }
    throw unsupported("\(type.qualifiedName)(…)")
  }

  /// Calls a function of the evaluated code.
  func invoke(_ function: FunctionObject, _ arguments: CallArguments) throws(Unwind) -> Object {
    try step()
    let code = function.code
    let body = code.body
    var frame = makeFrame(body.scope, globals: function.globals, closure: function.closure)
    try code.bind(arguments, function, to: frame)
    let result = try run(body, in: frame)
    recycle(&frame)
    return result
  }

  /// Runs a function's body in a frame whose parameters are bound.
  func run(_ body: FunctionBody, in frame: Frame) throws(Unwind) -> Object {
    for (slot, cell) in body.cellParameters { frame.cells[cell].value = frame.locals[slot] }
    if body.isCoroutine { throw unsupported("the coroutine of an async def") }
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
      if error == .exception, !body.isSynthetic { raised?.frames.append(frame.place) }
      throw error
    }
  }
}
