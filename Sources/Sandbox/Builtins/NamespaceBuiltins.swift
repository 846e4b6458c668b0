/// `vars` and `dir` (Library Reference, *Built-in Functions*).
extension ObjectBuiltins {
  @Sendable static func vars(_ call: NativeCall) throws(Unwind) -> Object {
    guard let object = call.rest.first else {
      throw call.interpreter.unsupported("vars() without an argument")
    }
    guard call.rest.count == 1 else {
      throw call.raise(.typeError, "vars expected at most 1 argument, got \(call.rest.count)")
    }
    let hasDict =
      switch object {
      case _ where object.userClass != nil: true
      case .classObject, .type, .module, .function, .exception, .placeholder, .native: true
      default: false
      }
    if hasDict, let value = try call.interpreter.attributeIfPresent(of: object, "__dict__") { return value }
    throw call.raise(.typeError, "vars() argument must have __dict__ attribute")
  }

  @Sendable static func dir(_ call: NativeCall) throws(Unwind) -> Object {
    guard let object = call.rest.first else {
      throw call.interpreter.unsupported("dir() without an argument")
    }
    guard call.rest.count == 1 else {
      throw call.raise(.typeError, "dir expected at most 1 argument, got \(call.rest.count)")
    }
    let interpreter = call.interpreter
    if let made = try interpreter.callMethod("__dir__", on: object) {
      return try interpreter.list(
        try interpreter.sort(try interpreter.items(of: made), key: nil, reverse: false))
    }
    return try interpreter.list(try interpreter.names(of: object).map { .string($0) })
  }
}

extension Interpreter {
  /// The names `dir` gives, sorted.
  func names(of object: Object) throws(Unwind) -> [String] {
    var names: Set<String> = []
    if let type = object.userClass {
      guard type.enumeration == nil else { throw unsupported("dir() of a member of an enumeration") }
      if case .exception(let exception) = object {
        names.formUnion(exception.attributes.names)
      } else {
        names.formUnion(object.instancePart?.attributeNames ?? [])
      }
      try addNames(of: .user(type), to: &names)
    } else if let type = object.asType {
      if case .user(let user) = type, user.enumeration != nil {
        throw unsupported("dir() of an enumeration")
      }
      try addNames(of: type, to: &names)
    } else {
      switch object {
      case .native, .module, .placeholder, .exception, .function:
        throw unsupported("dir() of a \(object.typeName)")
      default: try addNames(of: object.pythonType, to: &names)
      }
    }
    return names.sorted { PyString.precedes($0, $1) }
  }

  private func addNames(of type: PythonType, to names: inout Set<String>) throws(Unwind) {
    for type in type.resolutionOrder {
      switch type {
      case .user(let user):
        names.formUnion(user.attributes.names)
        names.formUnion(["__module__", "__doc__"])
        if user.attributes["__slots__"] == nil { names.formUnion(["__dict__", "__weakref__"]) }
      case .native(let native):
        guard let own = NativeAttributes.names(of: native) else {
          throw unsupported("dir() of a \(native.qualifiedName)")
        }
        names.formUnion(own)
      }
    }
  }
}

/// `types.MappingProxyType`: a dict that can only be read.
final class MappingProxy: NativeObject {
  let dict: DictObject

  init(_ dict: DictObject) {
    self.dict = dict
    super.init(type: .mappingProxy)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("mappingproxy(\(try interpreter.repr(of: .dict(dict)).text))")
  }

  override func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    try interpreter.str(of: .dict(dict))
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { dict.table.count }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.item(of: .dict(dict), key)
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    try interpreter.contains(item, in: .dict(dict))
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    try interpreter.iterator(over: .dict(dict))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    if case .native(let proxy as MappingProxy) = other {
      return try interpreter.equals(.dict(dict), .dict(proxy.dict))
    }
    return try interpreter.equals(.dict(dict), other)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.unhashable(.dict(dict))
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "get", "items", "keys", "values", "copy":
      return try interpreter.attributeIfPresent(of: .dict(dict), name)
    default: return nil
    }
  }
}

extension NativeType {
  static let mappingProxy = NativeType(
    "mappingproxy",
    constructor: NativeFunction("mappingproxy", "(mapping)") { call throws(Unwind) in
      guard case .dict(let dict) = call.required(0) else {
        switch call.required(0) {
        case .list, .tuple, .none, .int, .string, .bool, .float, .set:
          throw call.raise(
            .typeError, "mappingproxy() argument must be a mapping, not \(call.required(0).qualifiedTypeName)"
          )
        default: throw call.interpreter.unsupported("MappingProxyType of a \(call.required(0).typeName)")
        }
      }
      return .native(call.interpreter.heap.adopt(MappingProxy(dict)))
    })
}
