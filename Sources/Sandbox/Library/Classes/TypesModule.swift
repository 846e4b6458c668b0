/// `types` (Library Reference, *Dynamic type creation and names for built-in types*).
extension NativeModule {
  static let types = NativeModule(
    "types",
    [
      .type("BuiltinFunctionType", .builtinFunction), .type("BuiltinMethodType", .builtinFunction),
      .type("EllipsisType", .ellipsisType), .type("FunctionType", .function),
      .type("GeneratorType", .generator), .type("GenericAlias", .genericAlias),
      .type("LambdaType", .function),
      .type("MappingProxyType", .mappingProxy), .type("MemberDescriptorType", .memberDescriptor),
      .type("MethodDescriptorType", .methodDescriptor), .type("MethodType", .method),
      .type("MethodWrapperType", .methodWrapper), .type("ModuleType", .module), .type("NoneType", .noneType),
      .type("NotImplementedType", .notImplementedType), .type("SimpleNamespace", .simpleNamespace),
      .type("UnionType", .unionType), .type("WrapperDescriptorType", .wrapperDescriptor),
    ])
}

/// `types.SimpleNamespace`: an object that is nothing but its attributes.
final class SimpleNamespace: NativeObject {
  private let dict: DictObject

  init(_ dict: DictObject) {
    self.dict = dict
    super.init(type: .simpleNamespace)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    try interpreter.guardingRecursion(.native(self), recursive: "namespace(...)") { () throws(Unwind) in
      var parts: [String] = []
      for pair in dict.table.pairs {
        guard let name = pair.key.asString, !name.isEmpty else { continue }
        parts.append("\(name.text)=\(try interpreter.repr(of: pair.value).text)")
      }
      return "namespace(\(parts.joined(separator: ", ")))"
    }
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let namespace as SimpleNamespace) = other else { return nil }
    return try interpreter.equals(.dict(dict), .dict(namespace.dict))
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.unhashable(.native(self))
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if let value = dict[name] { return value }
    return name == "__dict__" ? .dict(dict) : nil
  }

  override func setAttribute(
    _ name: String, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    if value == nil, dict[name] == nil {
      throw interpreter.raise(
        .attributeError, "'types.SimpleNamespace' object has no attribute '\(name)'")
    }
    if value != nil, dict[name] == nil { try interpreter.charge(elements: 2) }
    dict[name] = value
    return true
  }
}

extension NativeType {
  static let simpleNamespace: NativeType = NativeType(
    "SimpleNamespace", module: "types", isComplete: true,
    constructor: NativeFunction("SimpleNamespace", "(*args, **kwargs)") { call throws(Unwind) in
      if !call.rest.isEmpty { throw call.raise(.typeError, "no positional arguments expected") }
      let dict = call.interpreter.makeDict()
      for keyword in call.keywords {
        try call.interpreter.set(.string(keyword.name), to: keyword.value, in: dict)
      }
      return .native(call.interpreter.heap.adopt(SimpleNamespace(dict)))
    })
}
