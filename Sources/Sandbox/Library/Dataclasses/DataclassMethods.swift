/// The methods that `@dataclass` adds to a class, unless the class has them.
struct DataclassMethods {
  let interpreter: Interpreter
  let type: ClassObject
  let dataclass: Dataclass

  private typealias Parameter = Interpreter.SyntheticParameter

  func add(hasOwnHash: Bool) throws(Unwind) {
    let options = dataclass.options
    if options.makesInit { try addInit() }
    if options.makesRepr { addRepr() }
    if options.makesEquality { addEquality() }
    if options.makesOrder { try addOrder() }
    if options.isFrozen { try addFrozenStores() }
    try addHash(hasOwnHash: hasOwnHash)
    if options.makesMatchArguments, type.attributes["__match_args__"] == nil {
      let names = initializers.filter { $0.isKeywordOnly != true }.map { Object.string($0.name) }
      type.attributes["__match_args__"] = interpreter.tuple(names)
    }
  }

  /// The fields that are parameters of `__init__`, or would be.
  private var initializers: [DataclassField] {
    dataclass.fields.filter { $0.kind != .classVariable && $0.takesInit }
  }

  private func qualified(_ name: String) -> String { "\(type.qualifiedName).\(name)" }

  private func define(
    _ name: String, _ parameters: [String],
    _ body: @escaping (Interpreter, [Object]) throws(Unwind) -> Object
  ) {
    guard type.attributes[name] == nil else { return }
    type.attributes[name] = interpreter.makeFunction(
      name, qualifiedName: qualified(name), parameters.map { Parameter(name: $0) }, body)
  }

  private func addInit() throws(Unwind) {
    let fields =
      initializers.filter { $0.isKeywordOnly != true } + initializers.filter { $0.isKeywordOnly == true }
    var sawDefault = false
    for field in fields where field.isKeywordOnly != true {
      if field.hasDefault {
        sawDefault = true
      } else if sawDefault {
        throw interpreter.raise(
          .typeError,
          "non-default argument \(StringText.repr(PyString(field.name)).text) follows default argument")
      }
    }
    guard type.attributes["__init__"] == nil else { return }
    let omitted = Object.native(interpreter.heap.adopt(DataclassSentinel("<factory>")))
    let own = fields.contains { $0.name == "self" } ? "__dataclass_self__" : "self"
    var parameters = [Parameter(name: own)]
    for field in fields {
      parameters.append(
        Parameter(
          name: field.name, defaultValue: field.factory != nil ? omitted : field.defaultValue,
          isKeywordOnly: field.isKeywordOnly == true))
    }
    let positions = Dictionary(
      fields.enumerated().map { ($1.name, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let (all, options) = (dataclass.fields, dataclass.options)
    let hasPostInit = try interpreter.attributeIfPresent(of: .classObject(type), "__post_init__") != nil
    type.attributes["__init__"] = interpreter.makeFunction(
      "__init__", qualifiedName: qualified("__init__"), parameters
    ) { (interpreter, arguments) throws(Unwind) in
      let own = arguments[0]
      for field in all where field.kind == .field {
        let value: Object
        if let position = positions[field.name], arguments.indices.contains(position) {
          value =
            arguments[position].identity == omitted.identity
            ? try interpreter.call(field.factory ?? .none, CallArguments()) : arguments[position]
        } else if let factory = field.factory {
          value = try interpreter.call(factory, CallArguments())
        } else if options.usesSlots, let given = field.defaultValue {
          value = given
        } else {
          continue
        }
        if options.isFrozen, let type = own.userClass {
          try interpreter.setGeneralAttribute(own, type, field.name, value)
        } else {
          try interpreter.setAttribute(of: own, field.name, to: value)
        }
      }
      if hasPostInit {
        var values: [Object] = []
        for field in all where field.kind == .initializer {
          if let position = positions[field.name] { values.append(arguments[position]) }
        }
        _ = try interpreter.call(try interpreter.attribute(of: own, "__post_init__"), CallArguments(values))
      }
      return .none
    }
    if case .function(let function)? = type.attributes["__init__"] {
      function.annotations = fields.map { ($0.name, $0.annotation) } + [("return", .none)]
    }
  }

  private func addRepr() {
    let names = dataclass.instanceFields.filter(\.isShown).map(\.name)
    define("__repr__", ["self"]) { (interpreter, arguments) throws(Unwind) in
      let own = arguments[0]
      let text = try interpreter.guardingRecursion(own, recursive: "...") { () throws(Unwind) in
        var parts: [String] = []
        for name in names {
          let value = try interpreter.attribute(of: own, name)
          parts.append("\(name)=\(try interpreter.repr(of: value).text)")
        }
        let qualifiedName = own.userClass?.qualifiedName ?? own.typeName
        return "\(qualifiedName)(\(parts.joined(separator: ", ")))"
      }
      return try interpreter.string(text)
    }
  }

  private static func values(
    _ names: [String], of object: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    var values: [Object] = []
    for name in names { values.append(try interpreter.attribute(of: object, name)) }
    return interpreter.tuple(values)
  }

  private var comparedNames: [String] { dataclass.instanceFields.filter(\.isCompared).map(\.name) }

  private func addEquality() {
    let names = comparedNames
    define("__eq__", ["self", "other"]) { (interpreter, arguments) throws(Unwind) in
      guard arguments[0].pythonType === arguments[1].pythonType else { return .notImplemented }
      return .bool(
        try interpreter.equals(
          try Self.values(names, of: arguments[0], interpreter),
          try Self.values(names, of: arguments[1], interpreter)))
    }
  }

  private func addOrder() throws(Unwind) {
    let names = comparedNames
    for ordering in [Ordering.less, .lessOrEqual, .greater, .greaterOrEqual] {
      if type.attributes[ordering.methodName] != nil {
        throw interpreter.raise(
          .typeError,
          "Cannot overwrite attribute \(ordering.methodName) in class \(type.name). "
            + "Consider using functools.total_ordering")
      }
      define(ordering.methodName, ["self", "other"]) { (interpreter, arguments) throws(Unwind) in
        guard arguments[0].pythonType === arguments[1].pythonType else { return .notImplemented }
        return try interpreter.compare(
          ordering, try Self.values(names, of: arguments[0], interpreter),
          try Self.values(names, of: arguments[1], interpreter))
      }
    }
  }

  private func addFrozenStores() throws(Unwind) {
    let names = Set(dataclass.instanceFields.map(\.name))
    let own = type
    for (name, verb) in [("__setattr__", "assign to"), ("__delattr__", "delete")] {
      if type.attributes[name] != nil {
        throw interpreter.raise(.typeError, "Cannot overwrite attribute \(name) in class \(type.name)")
      }
      let parameters = name == "__setattr__" ? ["self", "name", "value"] : ["self", "name"]
      define(name, parameters) { (interpreter, arguments) throws(Unwind) in
        let attribute = arguments[1].asString?.text ?? ""
        if arguments[0].userClass === own || names.contains(attribute) {
          throw interpreter.raise(
            .frozenInstanceError, "cannot \(verb) field \(StringText.repr(PyString(attribute)).text)")
        }
        let proxy = try interpreter.makeSuper(.user(own), receiver: arguments[0])
        return try interpreter.call(
          try interpreter.attribute(of: proxy, name), CallArguments(Array(arguments.dropFirst())))
      }
    }
  }

  private func addHash(hasOwnHash: Bool) throws(Unwind) {
    let options = dataclass.options
    if options.forcesHash {
      if hasOwnHash {
        throw interpreter.raise(.typeError, "Cannot overwrite attribute __hash__ in class \(type.name)")
      }
    } else {
      guard options.makesEquality else { return }
      if hasOwnHash { return }
      if !options.isFrozen {
        type.attributes["__hash__"] = Object.none
        return
      }
    }
    let names = dataclass.instanceFields.filter { $0.isHashed ?? $0.isCompared }.map(\.name)
    type.attributes["__hash__"] = nil
    define("__hash__", ["self"]) { (interpreter, arguments) throws(Unwind) in
      .int(try interpreter.hash(of: try Self.values(names, of: arguments[0], interpreter)))
    }
  }
}

extension NativeType {
  static let frozenInstanceError = derive("FrozenInstanceError", .attributeError, module: "dataclasses")
}
