/// A Python value: what a name is bound to, an expression evaluates to, a container holds.
///
/// Immutable scalars are held in place; everything with an identity is a reference, so aliasing works as in
/// Python. Objects belong to the interpreter that made them and to its thread.
package enum Object {
  case none
  case bool(Bool)
  case int(Int)
  /// An `int` beyond 64 bits; never one that `int` can hold.
  case bigInt(BigIntObject)
  case float(Double)
  case string(PyString)
  case bytes(BytesObject)
  case list(ListObject)
  case tuple(TupleObject)
  case dict(DictObject)
  /// `set` or `frozenset`.
  case set(SetObject)
  case iterator(IteratorObject)
  /// `def` and `lambda`.
  case function(FunctionObject)
  /// A function written in Swift, with the receiver it is bound to, if any.
  case builtin(BuiltinFunction)
  /// A method of a class of the evaluated code, with its receiver.
  case boundMethod(BoundMethod)
  case type(NativeType)
  case classObject(ClassObject)
  case instance(InstanceObject)
  case exception(ExceptionObject)
  case module(ModuleObject)
  case placeholder(Placeholder)
  /// Everything else written in Swift: ranges, slices, views, mocks, the objects of library modules.
  case native(NativeObject)
  case ellipsis
  case notImplemented

  package static func string(_ text: String) -> Object { .string(PyString(text)) }
}

extension Object {
  /// The exact truth value of a `bool`; `nil` for any other type.
  package var asBool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  package var asString: PyString? {
    switch self {
    case .string(let value): value
    case .instance(let instance): instance.base?.asString
    default: nil
    }
  }

  package var isNone: Bool {
    guard case .none = self else { return false }
    return true
  }

  /// An `int` of 64 bits, or a `bool` as the `int` it is.
  package var asInt: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// Whether the value can hold no other object, and so be part of no cycle.
  package var isAtom: Bool {
    switch self {
    case .none, .bool, .int, .bigInt, .float, .string, .bytes, .ellipsis, .notImplemented, .type: true
    default: false
    }
  }

  /// `type(x).__name__`.
  package var typeName: String { pythonType.name }

  /// The name of the type as CPython's messages print it (`tp_name`): with its module for library types.
  package var qualifiedTypeName: String {
    if case .native(let type) = pythonType { return type.operandName }
    return pythonType.qualifiedName
  }

  /// The type as CPython's argument parser names it (`_PyArg_BadArgument`).
  package var argumentTypeName: String { isNone ? "None" : qualifiedTypeName }

  /// `type(x)`.
  package var pythonType: PythonType {
    switch self {
    case .none: .native(.noneType)
    case .bool: .native(.bool)
    case .int, .bigInt: .native(.int)
    case .float: .native(.float)
    case .string: .native(.str)
    case .bytes: .native(.bytes)
    case .list(let list): list.instance.map { .user($0.classObject) } ?? .native(.list)
    case .tuple(let tuple): tuple.instance.map { .user($0.classObject) } ?? .native(.tuple)
    case .dict(let dict): dict.instance.map { .user($0.classObject) } ?? .native(dict.type)
    case .set(let set):
      set.instance.map { .user($0.classObject) } ?? .native(set.isFrozen ? .frozenset : .set)
    case .iterator(let iterator): .native(iterator.type)
    case .function: .native(.function)
    case .builtin(let function): .native(function.type)
    case .boundMethod: .native(.method)
    case .type(let type): .native(type.metaclass)
    case .classObject(let type): .native(type.metaclass)
    case .instance(let instance): .user(instance.classObject)
    case .exception(let exception): exception.type
    case .module, .placeholder: .native(.module)
    case .native(let object): .native(object.type)
    case .ellipsis: .native(.ellipsisType)
    case .notImplemented: .native(.notImplementedType)
    }
  }

  /// The object as a type, if it is one.
  package var asType: PythonType? {
    switch self {
    case .type(let type): .native(type)
    case .classObject(let type): .user(type)
    default: nil
    }
  }

  /// The identity of an object that has one of its own.
  package var identity: ObjectIdentifier? {
    switch self {
    case .none, .bool, .int, .bigInt, .float, .string, .ellipsis, .notImplemented: nil
    case .bytes(let object): ObjectIdentifier(object)
    case .list(let object): ObjectIdentifier(object)
    case .tuple(let object): ObjectIdentifier(object)
    case .dict(let object): ObjectIdentifier(object)
    case .set(let object): ObjectIdentifier(object)
    case .iterator(let object): ObjectIdentifier(object)
    case .function(let object): ObjectIdentifier(object)
    case .builtin(let object): ObjectIdentifier(object)
    case .boundMethod(let object): ObjectIdentifier(object)
    case .type(let object): ObjectIdentifier(object)
    case .classObject(let object): ObjectIdentifier(object)
    case .instance(let object): ObjectIdentifier(object)
    case .exception(let object): ObjectIdentifier(object)
    case .module(let object): ObjectIdentifier(object)
    case .placeholder(let object): ObjectIdentifier(object)
    case .native(let object): ObjectIdentifier(object)
    }
  }
}

extension Object {
  /// Whether it is an instance that carries no built-in container.
  var isPlainInstance: Bool {
    if case .instance = self { return true }
    return false
  }

  /// Whether it is an instance of a class of the evaluated code that derives from `str`, `int`, `float` or `bytes`.
  var isScalarInstance: Bool {
    guard case .instance(let instance) = self else { return false }
    return instance.base != nil
  }
}
