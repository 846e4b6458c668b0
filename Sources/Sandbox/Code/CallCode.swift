import SourceText

/// `function(positional, *items, name=value, **mapping)`.
final class CallCode: ExpressionCode {
  struct KeywordCode {
    /// `nil` for `**mapping`.
    let name: String?
    let value: ExpressionCode
  }

  /// What is called.
  enum Callee {
    case value(ExpressionCode)
    /// An attribute, which is called without making a bound method of it where that is possible.
    case method(AttributeCode)

    init(_ code: ExpressionCode) {
      if let attribute = code as? AttributeCode { self = .method(attribute) } else { self = .value(code) }
    }
  }

  private let callee: Callee
  private let positional: [ElementCode]
  private let keywords: [KeywordCode]
  /// Whether there are positional arguments alone, none of them starred.
  private let isPlain: Bool

  init(_ callee: Callee, positional: [ElementCode], keywords: [KeywordCode], range: ByteRange) {
    self.callee = callee
    self.positional = positional
    self.keywords = keywords
    isPlain = keywords.isEmpty && !positional.contains(where: \.isStarred)
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(Unwind) -> Object {
    switch callee {
    case .value(let function): return try call(try function.evaluate(frame), frame)
    case .method(let attribute): return try callMethod(attribute, frame)
    }
  }

  private func call(_ callee: Object, _ frame: Frame) throws(Unwind) -> Object {
    if isPlain {
      switch callee {
      case .function(let function) where function.code.acceptsPlainly(positional.count):
        return try invoke(function, frame)
      case .builtin(let builtin) where builtin.receiver != nil || builtin.owner == nil:
        if builtin.function.signature.acceptsPlainly(positional.count) {
          return try invoke(
            builtin.function, receiver: builtin.receiver ?? .none, owner: builtin.owner, frame)
        }
      case .type(let type):
        if let constructor = type.constructor, constructor.signature.acceptsPlainly(positional.count) {
          return try invoke(constructor, receiver: callee, owner: nil, frame)
        }
      default: break
      }
    }
    let arguments = try arguments(frame, callee)
    frame.range = range
    return try frame.interpreter.call(callee, arguments)
  }

  /// A plain call of a function of the evaluated code: its arguments are evaluated into the slots of its
  /// parameters.
  private func invoke(_ function: FunctionObject, _ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let body = function.code.body
    var inner = interpreter.makeFrame(body.scope, globals: function.globals, closure: function.closure)
    var slot = 0
    for element in positional {
      inner.locals[slot] = try element.value.evaluate(frame)
      slot += 1
    }
    frame.range = range
    try frame.step()
    let result = try interpreter.run(body, in: inner)
    interpreter.recycle(&inner)
    return result
  }

  /// A plain call of a function written in Swift.
  private func invoke(
    _ function: NativeFunction, receiver: Object, owner: NativeType?, _ frame: Frame
  ) throws(Unwind) -> Object {
    var arguments = NativeArguments()
    var arePlain = !receiver.isScalarInstance
    for element in positional {
      let value = try element.value.evaluate(frame)
      if value.isScalarInstance { arePlain = false }
      arguments.append(value)
    }
    frame.range = range
    try frame.step()
    guard arePlain else {
      return try frame.interpreter.call(
        function, receiver: receiver, owner: owner, CallArguments(arguments.compactMap(\.self)))
    }
    arguments.omit(upTo: function.signature.parameters.count)
    return try function.body(
      NativeCall(
        interpreter: frame.interpreter, receiver: receiver, arguments: arguments, rest: [], keywords: []))
  }

  private func callMethod(_ attribute: AttributeCode, _ frame: Frame) throws(Unwind) -> Object {
    let interpreter = frame.interpreter
    let object = try attribute.object.evaluate(frame)
    switch object {
    case .string, .dict, .list, .set, .tuple, .int, .bool, .float, .bytes, .native:
      if object.userClass != nil { break }
      if case .native(let value) = object, value.isProxy { break }
      if case .native(let type) = object.pythonType, let found = type.definition(of: attribute.name),
        case .function(let function) = found.member.kind
      {
        if isPlain, function.signature.acceptsPlainly(positional.count) {
          return try invoke(function, receiver: object, owner: found.owner, frame)
        }
        let arguments = try arguments(frame, .builtin(BuiltinFunction(function, owner: found.owner)))
        frame.range = range
        try interpreter.step()
        return try interpreter.call(function, receiver: object, owner: found.owner, arguments)
      }
    case .instance(let instance):
      if instance[attribute.name] == nil,
        case .function(let function)? = instance.classObject.userAttribute(attribute.name),
        !interpreter.hooks(of: instance.classObject).contains(.getattribute)
      {
        var arguments = try arguments(frame, .function(function))
        arguments.positional.insert(object, at: 0)
        frame.range = range
        return try interpreter.invoke(function, arguments)
      }
    default: break
    }
    frame.range = attribute.range
    return try call(try interpreter.attribute(of: object, attribute.name), frame)
  }

  private func arguments(_ frame: Frame, _ callee: @autoclosure () -> Object) throws(Unwind) -> CallArguments
  {
    var arguments = CallArguments(try positionalArguments(frame, callee))
    for keyword in keywords {
      let value = try keyword.value.evaluate(frame)
      if let name = keyword.name {
        arguments.keywords.append(CallArguments.Keyword(name: name, value: value))
      } else {
        frame.range = keyword.value.range
        try spread(value, into: &arguments, frame, callee)
      }
    }
    return arguments
  }

  private func positionalArguments(_ frame: Frame, _ callee: () -> Object) throws(Unwind) -> [Object] {
    var items: [Object] = []
    items.reserveCapacity(positional.count)
    for element in positional {
      let value = try element.value.evaluate(frame)
      guard element.isStarred else {
        items.append(value)
        continue
      }
      frame.range = element.value.range
      let interpreter = frame.interpreter
      do {
        items += try interpreter.listed(value)
      } catch {
        if interpreter.catches(error, .typeError), !interpreter.isIterable(value) {
          interpreter.discardException()
          let place =
            positional.count == 1 ? try interpreter.functionText(callee()) + " argument" : "Value"
          throw interpreter.raise(
            .typeError, "\(place) after * must be an iterable, not \(value.qualifiedTypeName)")
        }
        throw error
      }
    }
    return items
  }

  private func spread(
    _ mapping: Object, into arguments: inout CallArguments, _ frame: Frame, _ callee: () -> Object
  ) throws(Unwind) {
    let interpreter = frame.interpreter
    if case .placeholder(let value) = mapping { throw interpreter.unsupported(value.name) }
    guard let pairs = try interpreter.mappingItems(mapping) else {
      throw interpreter.raise(
        .typeError,
        "\(try interpreter.functionText(callee())) argument after ** must be a mapping, not "
          + mapping.qualifiedTypeName)
    }
    for (key, value) in pairs {
      // CPython hands such a key on as it is.
      if key.isScalarInstance { throw interpreter.unsupported("a keyword that is a \(key.typeName)") }
      guard case .string(let name) = key else {
        throw interpreter.raise(.typeError, "keywords must be strings")
      }
      if arguments.keywords.contains(where: { $0.name == name.text }) {
        throw interpreter.raise(
          .typeError,
          "\(try interpreter.functionText(callee())) got multiple values for keyword argument "
            + "'\(name.text)'")
      }
      arguments.keywords.append(CallArguments.Keyword(name: name.text, value: value))
    }
  }
}

extension Interpreter {
  /// A callable as CPython's messages name it (`_PyObject_FunctionStr`).
  func functionText(_ callee: Object) throws(Unwind) -> String {
    switch callee {
    case .function(let function): return "\(function.globals.name).\(function.qualifiedName)()"
    case .boundMethod(let method): return try functionText(method.function)
    case .builtin(let function):
      return (function.owner.map { "\($0.name)." } ?? "") + function.function.name + "()"
    case .type(let type): return "\(type.qualifiedName)()"
    case .classObject(let type): return "\(type.moduleName).\(type.qualifiedName)()"
    default:
      if let module = try attributeIfPresent(of: callee, "__module__")?.asString,
        let name = try attributeIfPresent(of: callee, "__qualname__")?.asString
      {
        return "\(module.text).\(name.text)()"
      }
      return try str(of: callee).text
    }
  }

  /// Whether the type of an object has `__iter__` or the like.
  func isIterable(_ object: Object) -> Bool {
    switch object {
    case .list, .tuple, .string, .bytes, .dict, .set, .iterator: true
    case .instance(let instance):
      instance.classObject.userAttribute("__iter__") != nil
        || instance.classObject.userAttribute("__getitem__") != nil || instance.base?.asString != nil
    case .native(let value): (try? value.iterate(self)) != nil
    default: false
    }
  }
}
