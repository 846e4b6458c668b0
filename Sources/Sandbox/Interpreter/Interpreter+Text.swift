/// `repr`, `str` and `format` (Language Reference 3.3.1; Library Reference, *Format Specification
/// Mini-Language*).
extension Interpreter {
  /// `repr(x)`.
  package func repr(of object: Object) throws(Unwind) -> PyString {
    if object.userClass != nil, let text = try callTextMethod("__repr__", on: object) { return text }
    return try builtinRepr(of: object)
  }

  /// `repr(x)`, whatever the evaluated code's class says.
  func builtinRepr(of object: Object) throws(Unwind) -> PyString {
    switch object {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .int(let value): return PyString(String(value))
    case .bigInt(let object): return PyString(try text(of: object.value))
    case .float(let value): return PyString(FloatText.repr(value))
    case .string(let value):
      try charge(work: value.utf8Count)
      return StringText.repr(value)
    case .bytes(let value):
      try charge(work: value.bytes.count)
      return StringText.repr(bytes: value.bytes)
    case .ellipsis: return "Ellipsis"
    case .notImplemented: return "NotImplemented"
    case .list(let value): return try reprContainer(object, "[", value.items, "]", recursive: "[...]")
    case .tuple(let value):
      return try reprContainer(
        object, "(", value.items, value.items.count == 1 ? ",)" : ")", recursive: "(...)")
    case .set(let value): return try repr(of: value, as: object)
    case .dict(let value): return try repr(of: value, as: object)
    case .exception(let value):
      try descend(" while getting the repr of an object")
      defer { ascend() }
      let arguments = try arguments(of: value)
      if arguments.count == 1 {
        return PyString("\(value.type.name)(\(try repr(of: arguments[0]).text))")
      }
      return PyString("\(value.type.name)\(try repr(of: tuple(arguments)).text)")
    case .instance(let value):
      if let enumeration = value.classObject.enumeration { return try enumeration.repr(of: object, self) }
      if let base = value.base { return try builtinRepr(of: base) }
      return PyString(Self.address("\(qualify(value.classObject)) object"))
    case .native(let value):
      try descend(" while getting the repr of an object")
      defer { ascend() }
      if let text = try value.repr(self) { return text }
      return PyString(Self.address("\(value.type.qualifiedName) object"))
    case .type(let value) where value.metaclass === NativeType.enumMeta:
      return PyString("<\(value.isSubtype(of: .flagEnum) ? "flag" : "enum") '\(value.name)'>")
    case .type(let value): return PyString("<class '\(value.qualifiedName)'>")
    case .classObject(let value):
      if let enumeration = value.enumeration {
        return PyString("<\(enumeration.isFlag ? "flag" : "enum") '\(value.name)'>")
      }
      return PyString("<class '\(qualify(value))'>")
    case .function(let value): return PyString(Self.address("function \(value.qualifiedName)"))
    case .builtin(let value): return repr(of: value)
    case .boundMethod(let value):
      try descend(" while getting the repr of an object")
      defer { ascend() }
      let receiver = try repr(of: value.receiver)
      let name = if case .function(let function) = value.function { function.qualifiedName } else { "?" }
      return PyString("<bound method \(name) of \(receiver.text)>")
    case .module(let value):
      if value.native != nil { return PyString("<module '\(value.name)'>") }
      return PyString("<module '\(value.name)' from '\(value.path)'>")
    case .iterator(let value):
      let name = value.functionName.map { " \($0)" } ?? ""
      return PyString(Self.address("\(value.type.name) object\(name)"))
    case .placeholder(let value): throw unsupported(value.name)
    }
  }

  /// Addresses differ from run to run in CPython too; here they are always the same.
  static func address(_ text: String) -> String { "<\(text) at 0x7f0000000000>" }

  func qualify(_ type: ClassObject) -> String { "\(type.moduleName).\(type.qualifiedName)" }

  private func repr(of function: BuiltinFunction) -> PyString {
    let name = function.function.name
    if let owner = function.owner, function.isSlot {
      guard let receiver = function.receiver else {
        return PyString("<slot wrapper '\(name)' of '\(owner.qualifiedName)' objects>")
      }
      return PyString(Self.address("method-wrapper '\(name)' of \(receiver.qualifiedTypeName) object"))
    }
    guard let owner = function.owner else { return PyString("<built-in function \(name)>") }
    guard let receiver = function.receiver else {
      return PyString("<method '\(name)' of '\(owner.qualifiedName)' objects>")
    }
    return PyString(Self.address("built-in method \(name) of \(receiver.qualifiedTypeName) object"))
  }

  /// Runs a body that prints a container's items, unless the container is being printed already.
  func guardingRecursion(
    _ object: Object, recursive: PyString, _ body: () throws(Unwind) -> String
  ) throws(Unwind) -> PyString {
    guard let identity = object.identity else { return recursive }
    guard printing.insert(identity).inserted else { return recursive }
    defer { printing.remove(identity) }
    try descend(" while getting the repr of an object")
    defer { ascend() }
    return PyString(try body())
  }

  func reprContainer(
    _ object: Object, _ open: String, _ items: [Object], _ close: String, recursive: PyString
  ) throws(Unwind) -> PyString {
    if items.isEmpty { return PyString(open + (close == ",)" ? ")" : close)) }
    return try guardingRecursion(object, recursive: recursive) { () throws(Unwind) in
      var text = open
      for (index, item) in items.enumerated() {
        try step()
        if index > 0 { text += ", " }
        text += try repr(of: item).text
        guard text.utf8.count <= limits.stringBytes else { throw exceeded(.stringLength) }
      }
      return text + close
    }
  }

  private func repr(of set: SetObject, as object: Object) throws(Unwind) -> PyString {
    let name = object.typeName
    if set.table.isEmpty { return PyString("\(name)()") }
    let isPlain = !set.isFrozen && set.instance == nil
    let (open, close) = isPlain ? ("{", "}") : ("\(name)({", "})")
    return try reprContainer(object, open, set.table.keys, close, recursive: PyString("\(name)(...)"))
  }

  private func repr(of dict: DictObject, as object: Object) throws(Unwind) -> PyString {
    if dict.kind != .plain { return try reprOfCollection(dict, object) }
    return try reprOfPlainDict(dict, object)
  }

  func reprOfPlainDict(_ dict: DictObject, _ object: Object) throws(Unwind) -> PyString {
    if dict.table.isEmpty { return "{}" }
    return try guardingRecursion(object, recursive: "{...}") { () throws(Unwind) in
      var text = "{"
      for (index, pair) in dict.table.pairs.enumerated() {
        try step()
        if index > 0 { text += ", " }
        text += try repr(of: pair.key).text
        text += ": "
        text += try repr(of: pair.value).text
        guard text.utf8.count <= limits.stringBytes else { throw exceeded(.stringLength) }
      }
      return text + "}"
    }
  }

  /// `str(x)`.
  package func str(of object: Object) throws(Unwind) -> PyString {
    switch object {
    case .string(let value): return value
    case _ where object.userClass != nil:
      if let text = try callTextMethod("__str__", on: object) { return text }
      return try builtinString(of: object)
    default: return try builtinString(of: object)
    }
  }

  /// `str(x)`, whatever `__str__` the evaluated code's class has.
  func builtinString(of object: Object) throws(Unwind) -> PyString {
    switch object {
    case .string(let value): return value
    case .exception: return try exceptionText(of: object)
    case .instance(let instance):
      if let enumeration = instance.classObject.enumeration {
        return try enumeration.text(of: object, self)
      }
      // `str` is the only one of them with a `__str__` of its own.
      if case .string(let text)? = instance.base { return text }
      return try repr(of: object)
    case .native(let value):
      if let text = try value.str(self) { return text }
      return try repr(of: object)
    default: return try repr(of: object)
    }
  }

  /// A `__repr__` or `__str__` of the evaluated code.
  private func callTextMethod(_ name: String, on object: Object) throws(Unwind) -> PyString? {
    guard let result = try callMethod(name, on: object) else { return nil }
    guard let text = result.asString else {
      throw raise(.typeError, "\(name) returned non-string (type \(result.qualifiedTypeName))")
    }
    return text
  }

  /// `format(x, specification)`.
  package func format(_ object: Object, _ specification: PyString) throws(Unwind) -> PyString {
    if object.userClass != nil,
      let result = try callMethod("__format__", on: object, [.string(specification)])
    {
      guard let text = result.asString else {
        throw raise(.typeError, "__format__ must return a str, not \(result.qualifiedTypeName)")
      }
      return text
    }
    return try builtinFormat(object, specification)
  }

  /// `format(x, specification)`, whatever the evaluated code's class says.
  func builtinFormat(_ object: Object, _ specification: PyString) throws(Unwind) -> PyString {
    switch object {
    case .string(let value):
      return specification.isEmpty
        ? value : try FormatSpecification(specification, for: object, self).format(value, self)
    case .int(let value):
      return specification.isEmpty
        ? PyString(String(value))
        : try FormatSpecification(specification, for: object, self).format(BigInteger(value), self)
    case .bigInt(let object):
      return specification.isEmpty
        ? try repr(of: .bigInt(object))
        : try FormatSpecification(specification, for: .bigInt(object), self).format(object.value, self)
    case .bool(let value):
      return specification.isEmpty
        ? try repr(of: object)
        : try FormatSpecification(specification, for: object, self).format(BigInteger(value ? 1 : 0), self)
    case .float(let value):
      return specification.isEmpty
        ? PyString(FloatText.repr(value))
        : try FormatSpecification(specification, for: object, self).format(value, self)
    case .native(let value):
      if let text = try value.format(specification, self) { return text }
    case .instance(let instance):
      if let enumeration = instance.classObject.enumeration {
        return try enumeration.format(object, specification, self)
      }
      if let base = instance.base, !specification.isEmpty { return try builtinFormat(base, specification) }
    default: break
    }
    if specification.isEmpty { return try str(of: object) }
    throw raise(
      .typeError, "unsupported format string passed to \(object.qualifiedTypeName).__format__")
  }

  /// `ascii(x)`.
  func ascii(of object: Object) throws(Unwind) -> PyString {
    let text = try repr(of: object)
    if text.isASCII { return text }
    var result = ""
    for scalar in text.scalars {
      switch scalar.value {
      case 0..<0x80: result.unicodeScalars.append(scalar)
      case 0x80..<0x100: result += "\\x" + StringText.hex(scalar.value, width: 2)
      case 0x100..<0x10000: result += "\\u" + StringText.hex(scalar.value, width: 4)
      default: result += "\\U" + StringText.hex(scalar.value, width: 8)
      }
    }
    return PyString(result)
  }
}
