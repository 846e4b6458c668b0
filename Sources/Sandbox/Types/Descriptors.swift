/// `property`, with its setter and deleter (Descriptor HowTo Guide).
final class PropertyObject: NativeObject {
  override var wrappedFunctions: [Object] { [getter, setter, deleter] }

  private var getter: Object
  private var setter: Object
  private var deleter: Object

  init(getter: Object, setter: Object = .none, deleter: Object = .none) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    super.init(type: .property)
  }

  override func releaseReferences() { (getter, setter, deleter) = (.none, .none, .none) }

  override var isDataDescriptor: Bool { true }

  override func bind(
    to instance: Object?, of type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let instance else { return .native(self) }
    if getter.isNone { throw interpreter.raise(.attributeError, "property has no getter") }
    return try interpreter.call(getter, with: instance)
  }

  override func store(
    _ value: Object?, in instance: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    if let value {
      if setter.isNone { return false }
      _ = try interpreter.call(setter, with: instance, value)
    } else {
      if deleter.isNone { return false }
      _ = try interpreter.call(deleter, with: instance)
    }
    return true
  }

  /// `@name.setter` and its like: a copy with one function replaced.
  fileprivate func replacing(
    getter: Object? = nil, setter: Object? = nil, deleter: Object? = nil, _ interpreter: Interpreter
  ) -> Object {
    .native(
      interpreter.heap.adopt(
        PropertyObject(
          getter: getter ?? self.getter, setter: setter ?? self.setter, deleter: deleter ?? self.deleter)))
  }
}

/// `staticmethod` and `classmethod`.
final class MethodWrapper: NativeObject {
  private(set) var function: Object

  init(_ function: Object, type: NativeType) {
    self.function = function
    super.init(type: type)
  }

  override func releaseReferences() { function = .none }
  override var wrappedFunctions: [Object] { [function] }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "__func__", "__wrapped__": return function
    case "__name__", "__qualname__", "__doc__", "__module__":
      return try interpreter.attributeIfPresent(of: function, name)
    default: return nil
    }
  }

  override func bind(
    to instance: Object?, of type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if self.type === NativeType.staticmethod { return function }
    // A class method of a class written in Swift, or of another descriptor.
    let method = BoundMethod(function: function, receiver: type.object)
    if case .function = function { return .boundMethod(method) }
    return .boundMethod(interpreter.heap.adopt(method))
  }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    self.type === NativeType.staticmethod ? try interpreter.call(function, arguments) : nil
  }

  override var isCallable: Bool { type === NativeType.staticmethod }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("<\(type.name)(\(try interpreter.repr(of: function).text))>")
  }
}

/// `super`: attributes of what comes after a class in the resolution order of an object's class.
final class SuperObject: NativeObject {
  private var receiver: Object
  private var types: [PythonType]
  private let ownType: PythonType

  init(receiver: Object, ownType: PythonType, types: [PythonType]) {
    self.receiver = receiver
    self.ownType = ownType
    self.types = types
    super.init(type: .super)
  }

  override func releaseReferences() {
    receiver = .none
    types = []
  }

  override var isProxy: Bool { true }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    for type in types {
      switch type {
      case .user(let type):
        guard let found = type.attributes[name] else { continue }
        // In a class method the receiver is the class itself.
        if isOfClass { return try interpreter.bind(found, to: nil, of: ownType) }
        return try interpreter.bind(found, to: receiver, of: ownType)
      case .native(let type):
        if let found = try attribute(name, of: type, interpreter) { return found }
      }
    }
    switch name {
    case "__class__": return .type(.super)
    case "__init_subclass__":
      return .builtin(BuiltinFunction(.initSubclass, receiver: receiver, owner: .object))
    case _ where Interpreter.isSpecial(name): throw interpreter.unsupported("super().\(name)")
    default: return nil
    }
  }

  private var isOfClass: Bool {
    guard let own = receiver.asType else { return false }
    return own === ownType
  }

  private func attribute(
    _ name: String, of type: NativeType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if name == "__new__" {
      guard case .user(let user) = ownType else { return .native(NewMethod(type)) }
      return .native(interpreter.heap.adopt(NewMethod(user.layout)))
    }
    if let member = type.members[name] {
      switch member.kind {
      case .function(let function):
        return .builtin(BuiltinFunction(function, receiver: isOfClass ? nil : receiver, owner: type))
      case .classMethod(let function):
        return .builtin(BuiltinFunction(function, receiver: ownType.object, owner: type))
      case .property(let read) where !isOfClass: return try read(receiver, interpreter)
      default: throw interpreter.unsupported("super().\(name)")
      }
    }
    guard NativeAttributes.isOwn(name, of: type) || type === NativeType.object,
      SpecialMethods.isDefined(name, on: type), let function = SpecialMethods.function(name, of: type)
    else { return nil }
    return .builtin(BuiltinFunction(function, receiver: isOfClass ? nil : receiver, owner: type))
  }
}

extension Interpreter {
  /// `super(type, receiver)`.
  func makeSuper(_ type: PythonType, receiver: Object) throws(Unwind) -> Object {
    let own = receiver.asType.map { $0.isSubtype(of: type) ? $0 : receiver.pythonType } ?? receiver.pythonType
    guard own.isSubtype(of: type) else {
      throw raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
    }
    let order = own.resolutionOrder
    let position = order.firstIndex { $0 === type } ?? order.count
    return .native(
      heap.adopt(SuperObject(receiver: receiver, ownType: own, types: Array(order.dropFirst(position + 1)))))
  }
}

extension NativeType {
  package static let property = NativeType(
    "property",
    constructor: NativeFunction("property", "(fget=None, fset=None, fdel=None, doc=None)") {
      call throws(Unwind) in
      .native(
        call.interpreter.heap.adopt(
          PropertyObject(getter: call[0] ?? .none, setter: call[1] ?? .none, deleter: call[2] ?? .none)))
    },
    members: [
      .method("deleter", "(fdel, /)") { call in
        replaced(call) { $0.replacing(deleter: call[0], call.interpreter) }
      },
      .method("getter", "(fget, /)") { call in
        replaced(call) { $0.replacing(getter: call[0], call.interpreter) }
      },
      .method("setter", "(fset, /)") { call in
        replaced(call) { $0.replacing(setter: call[0], call.interpreter) }
      },
    ])

  private static func replaced(_ call: NativeCall, _ replace: (PropertyObject) -> Object) -> Object {
    guard case .native(let object) = call.receiver, let property = object as? PropertyObject else {
      return .none
    }
    return replace(property)
  }

  package static let staticmethod: NativeType = NativeType(
    "staticmethod",
    constructor: NativeFunction("staticmethod", "(function, /)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(MethodWrapper(call.required(0), type: .staticmethod)))
    })

  package static let classmethod: NativeType = NativeType(
    "classmethod",
    constructor: NativeFunction("classmethod", "(function, /)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(MethodWrapper(call.required(0), type: .classmethod)))
    })

  package static let `super` = NativeType(
    "super",
    constructor: NativeFunction("super", "(type, object, /)") { call throws(Unwind) in
      guard let type = call.required(0).asType else {
        throw call.raise(
          .typeError, "super() argument 1 must be a type, not \(call.required(0).qualifiedTypeName)")
      }
      return try call.interpreter.makeSuper(type, receiver: call.required(1))
    })
}

extension NativeFunction {
  /// `object.__init_subclass__`.
  static let initSubclass = NativeFunction("__init_subclass__", "(*args, **kwargs)") { call throws(Unwind) in
    let name = call.receiver.asType?.name ?? "object"
    if !call.keywords.isEmpty {
      throw call.raise(.typeError, "\(name).__init_subclass__() takes no keyword arguments")
    }
    if !call.rest.isEmpty {
      throw call.raise(
        .typeError, "\(name).__init_subclass__() takes no arguments (\(call.rest.count) given)")
    }
    return .none
  }
}
