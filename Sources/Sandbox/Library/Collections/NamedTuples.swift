/// `collections.namedtuple` and `typing.NamedTuple` (Library Reference): classes derived from `tuple`, with a property
/// for each position.
enum NamedTuples {
  /// The names of the positions, if the class is one of these or inherits from one.
  static func fields(of type: ClassObject) -> [String]? {
    guard case .tuple(let names)? = type.userAttribute("_fields"), type.layout === NativeType.tuple else {
      return nil
    }
    return names.items.compactMap { $0.asString?.text }
  }

  /// `namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)`.
  @Sendable static func make(_ call: NativeCall) throws(Unwind) -> Object {
    let interpreter = call.interpreter
    let typeName = try interpreter.str(of: call.required(0)).text
    var names: [String] = []
    if case .string(let text) = call.required(1) {
      names = text.text.split { $0 == "," || $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    } else {
      for item in try interpreter.items(of: call.required(1)) {
        names.append(try interpreter.str(of: item).text)
      }
    }
    let renames = try call[2].map { (flag) throws(Unwind) in try interpreter.isTrue(flag) } ?? false
    if renames { replaceUnusable(&names) }
    try check([typeName] + names, interpreter)
    var seen: Set<String> = []
    for name in names {
      if name.hasPrefix("_"), !renames {
        throw interpreter.raise(
          .valueError, "Field names cannot start with an underscore: \(quoted(name))")
      }
      if !seen.insert(name).inserted {
        throw interpreter.raise(.valueError, "Encountered duplicate field name: \(quoted(name))")
      }
    }
    var defaults: [Object] = []
    if let given = call.present(3) { defaults = try interpreter.items(of: given) }
    if defaults.count > names.count {
      throw interpreter.raise(.typeError, "Got more default values than field names")
    }
    let module = call.present(4)?.asString?.text ?? interpreter.frame?.globals.name ?? "builtins"
    return try makeClass(
      named: typeName, qualifiedName: typeName, module: module, names, defaults, Attributes(), interpreter)
  }

  private static func replaceUnusable(_ names: inout [String]) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if !isIdentifier(name) || keywords.contains(name) || name.hasPrefix("_") || seen.contains(name) {
        names[index] = "_\(index)"
      }
      seen.insert(name)
    }
  }

  private static func check(_ names: [String], _ interpreter: Interpreter) throws(Unwind) {
    for name in names {
      if !isIdentifier(name) {
        throw interpreter.raise(
          .valueError, "Type names and field names must be valid identifiers: \(quoted(name))")
      }
      if keywords.contains(name) {
        throw interpreter.raise(
          .valueError, "Type names and field names cannot be a keyword: \(quoted(name))")
      }
    }
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  private static func quoted(_ name: String) -> String { StringText.repr(PyString(name)).text }

  /// `class Point(NamedTuple): x: int = 0`.
  static func makeClass(_ creation: ClassCreation) throws(Unwind) -> Object {
    let interpreter = creation.interpreter
    var namespace = creation.namespace
    var names: [String] = []
    var defaults: [Object] = []
    if case .dict(let annotations)? = namespace["__annotations__"] {
      for key in annotations.table.keys {
        let name = key.asString?.text ?? ""
        if name.hasPrefix("_") {
          throw interpreter.raise(
            .valueError, "Field names cannot start with an underscore: \(quoted(name))")
        }
        if let value = namespace[name] {
          defaults.append(value)
          namespace[name] = nil
        } else if !defaults.isEmpty {
          let known = names.suffix(defaults.count).joined(separator: ", ")
          throw interpreter.raise(
            .typeError,
            "non-default namedtuple field \(name) cannot follow default field\(defaults.count > 1 ? "s" : "") \(known)"
          )
        }
        names.append(name)
      }
    }
    for name in [
      "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
      "_make", "_replace", "_asdict", "_source",
    ] where namespace[name] != nil {
      throw interpreter.raise(.attributeError, "Cannot overwrite NamedTuple attribute \(name)")
    }
    if !creation.keywords.isEmpty { throw interpreter.unsupported("a NamedTuple with keywords") }
    let made = try makeClass(
      named: creation.name, qualifiedName: creation.qualifiedName, module: creation.moduleName, names,
      defaults,
      namespace, interpreter)
    if case .classObject(let type) = made { creation.publish(type) }
    return made
  }

  private static func makeClass(
    named name: String, qualifiedName: String, module: String, _ names: [String], _ defaults: [Object],
    _ namespace: Attributes, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    try interpreter.charge(work: names.count * 256)
    var attributes = Attributes()
    let withDefaults = zip(names.suffix(defaults.count), defaults)
    attributes["__slots__"] = interpreter.tuple([])
    attributes["_fields"] = interpreter.tuple(names.map { .string($0) })
    attributes["_field_defaults"] = try interpreter.dict(withDefaults.map { (.string($0), $1) })
    attributes["__match_args__"] = attributes["_fields"]
    var parameters = [Interpreter.SyntheticParameter(name: "_cls")]
    for (index, field) in names.enumerated() {
      let position = index - (names.count - defaults.count)
      parameters.append(.init(name: field, defaultValue: position >= 0 ? defaults[position] : nil))
    }
    attributes["__new__"] = interpreter.makeFunction(
      "__new__", qualifiedName: "\(name).__new__", parameters
    ) { (interpreter, arguments) throws(Unwind) in
      try makeTuple(arguments[0], Array(arguments.dropFirst()), interpreter)
    }
    attributes["__repr__"] = interpreter.makeFunction(
      "__repr__", qualifiedName: "\(name).__repr__", [.init(name: "self")]
    ) { (interpreter, arguments) throws(Unwind) in
      guard case .tuple(let tuple) = arguments[0] else { return .none }
      let text = try interpreter.guardingRecursion(arguments[0], recursive: "...") { () throws(Unwind) in
        var parts: [String] = []
        for (field, item) in zip(names, tuple.items) {
          parts.append("\(field)=\(try interpreter.repr(of: item).text)")
        }
        return "\(arguments[0].typeName)(\(parts.joined(separator: ", ")))"
      }
      return try interpreter.string(text)
    }
    attributes["_asdict"] = interpreter.makeFunction(
      "_asdict", qualifiedName: "\(name)._asdict", [.init(name: "self")]
    ) { (interpreter, arguments) throws(Unwind) in
      guard case .tuple(let tuple) = arguments[0] else { return .none }
      return try interpreter.dict(zip(names, tuple.items).map { (.string($0), $1) })
    }
    attributes["_replace"] = interpreter.makeFunction(
      "_replace", qualifiedName: "\(name)._replace", [.init(name: "self")], takesKeywords: "kwds"
    ) { (interpreter, arguments) throws(Unwind) in
      try replace(arguments, names, interpreter)
    }
    let makeMethod = interpreter.makeFunction(
      "_make", qualifiedName: "\(name)._make", [.init(name: "cls"), .init(name: "iterable")]
    ) { (interpreter, arguments) throws(Unwind) in
      let items = try interpreter.items(of: arguments[1])
      guard items.count == names.count else {
        throw interpreter.raise(.typeError, "Expected \(names.count) arguments, got \(items.count)")
      }
      return try makeTuple(arguments[0], items, interpreter)
    }
    attributes["_make"] = .native(interpreter.heap.adopt(MethodWrapper(makeMethod, type: .classmethod)))
    attributes["__getnewargs__"] = interpreter.makeFunction(
      "__getnewargs__", qualifiedName: "\(name).__getnewargs__", [.init(name: "self")]
    ) { (interpreter, arguments) throws(Unwind) in
      interpreter.tuple(try interpreter.items(of: arguments[0]))
    }
    for (index, field) in names.enumerated() {
      attributes[field] = .native(interpreter.heap.adopt(TuplePosition(index)))
    }
    for pair in namespace.pairs { attributes[pair.name] = pair.value }
    return try ClassCreation(
      interpreter: interpreter, name: name, qualifiedName: qualifiedName, moduleName: module,
      bases: [.type(.tuple)], keywords: [], namespace: attributes
    ).make()
  }

  private static func makeTuple(
    _ type: Object, _ items: [Object], _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    guard case .classObject(let type) = type else { throw interpreter.unsupported("__new__ of this class") }
    try interpreter.charge(elements: items.count)
    return .tuple(
      interpreter.heap.adopt(TupleObject(items, instance: InstanceObject(type))))
  }

  private static func replace(
    _ arguments: [Object], _ names: [String], _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    guard case .tuple(let tuple) = arguments[0], case .dict(let changes) = arguments[1],
      let type = tuple.instance?.classObject
    else { return .none }
    var items = tuple.items
    var unknown: [Object] = []
    for pair in changes.table.pairs {
      if let index = names.firstIndex(of: pair.key.asString?.text ?? ""), items.indices.contains(index) {
        items[index] = pair.value
      } else {
        unknown.append(pair.key)
      }
    }
    if !unknown.isEmpty {
      let list = try interpreter.repr(of: try interpreter.list(unknown)).text
      throw interpreter.raise(.valueError, "Got unexpected field names: \(list)")
    }
    return try makeTuple(.classObject(type), items, interpreter)
  }
}

/// The descriptor of a position of a named tuple.
private final class TuplePosition: NativeObject {
  private let index: Int

  init(_ index: Int) {
    self.index = index
    super.init(type: .tupleGetter)
  }

  override var isDataDescriptor: Bool { true }

  override func bind(
    to instance: Object?, of type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let instance else { return .native(self) }
    guard case .tuple(let tuple) = instance, tuple.items.indices.contains(index) else {
      throw interpreter.raise(.indexError, "tuple index out of range")
    }
    return tuple.items[index]
  }

  override func store(
    _ value: Object?, in instance: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    throw interpreter.raise(.attributeError, value == nil ? "can't delete attribute" : "can't set attribute")
  }
}

extension NativeType {
  fileprivate static let tupleGetter = NativeType("_tuplegetter", module: "collections")
  /// `typing.NamedTuple`: as a base it makes a named tuple of the class body; called, of a list of fields.
  static let namedTupleBase: NativeType = NativeType(
    "NamedTuple", module: "typing", isSubclassable: true, isMixin: true,
    constructor: NativeFunction("NamedTuple", "(typename, fields=None, /)") { call throws(Unwind) in
      guard let fields = call.present(1) else {
        throw call.interpreter.unsupported("NamedTuple without fields")
      }
      var names: [Object] = []
      for field in try call.interpreter.items(of: fields) {
        names.append(try call.interpreter.unpack(field, count: 2)[0])
      }
      return try NamedTuples.make(
        NativeCall(
          interpreter: call.interpreter, receiver: .none,
          arguments: [call.required(0), try call.interpreter.list(names)], rest: [], keywords: []))
    })
  /// `typing.TypedDict`: a class derived from it makes plain dicts.
  static let typedDictBase: NativeType = NativeType(
    "TypedDict", module: "typing", isSubclassable: true, isMixin: true,
    constructor: NativeFunction("TypedDict", "(typename, fields=None, /, *, total=True)") {
      call throws(Unwind) in
      guard let name = call.required(0).asString else { throw call.interpreter.unsupported("TypedDict") }
      let module = call.interpreter.frame?.globals.name ?? "builtins"
      return try ClassCreation(
        interpreter: call.interpreter, name: name.text, qualifiedName: name.text, moduleName: module,
        bases: [.type(.typedDictBase)], keywords: [], namespace: [:]
      ).make()
    })
}
