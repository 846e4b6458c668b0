/// Making an enumeration out of a class body or of a list of names (`enum.EnumType`).
enum EnumCreation {
  /// `Enum("Name", names, …)`, called on a class of the library.
  static func functional(_ base: NativeType, _ call: NativeCall) throws(Unwind) -> Object {
    try functional(.type(base), CallArguments(call.rest, keywords: call.keywords), call.interpreter)
  }

  /// The same, called on an enumeration without members.
  static func functional(
    _ type: ClassObject, _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    if arguments.positional.isEmpty, arguments.keywords.isEmpty {
      throw interpreter.raise(
        .typeError, "EnumType.__call__() missing 1 required positional argument: 'value'")
    }
    if arguments.count == 1, type.enumeration?.members.isEmpty == true {
      throw interpreter.raise(.typeError, "<enum '\(type.name)'> has no members defined")
    }
    guard type.enumeration?.members.isEmpty == true else {
      throw interpreter.unsupported("\(type.name)(…) with these arguments")
    }
    return try functional(.classObject(type), arguments, interpreter)
  }

  private static func functional(
    _ base: Object, _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    var start = Object.int(1)
    var module = interpreter.frame?.globals.name ?? "builtins"
    for keyword in arguments.keywords {
      switch keyword.name {
      case "start": start = keyword.value
      case "module": module = keyword.value.asString?.text ?? module
      default: throw interpreter.unsupported("an enumeration made with \(keyword.name)=")
      }
    }
    guard arguments.positional.count == 2, let name = arguments.positional[0].asString else {
      throw interpreter.unsupported("an enumeration made with these arguments")
    }
    let body = EnumBody()
    var pairs: [(String, Object?)] = []
    switch arguments.positional[1] {
    case .string(let text):
      pairs = text.text.split { $0 == "," || $0 == " " || $0 == "\n" }.map { (String($0), nil) }
    case .dict(let dict):
      for pair in dict.table.pairs { pairs.append((pair.key.asString?.text ?? "", pair.value)) }
    case let names:
      for item in try interpreter.items(of: names) {
        if let text = item.asString {
          pairs.append((text.text, nil))
        } else {
          let pair = try interpreter.unpack(item, count: 2)
          pairs.append((pair[0].asString?.text ?? "", pair[1]))
        }
      }
    }
    var namespace = Attributes()
    body.isFlag = base.asType?.isSubtype(of: .flagEnum) ?? false
    body.isText = base.asType?.isSubtype(of: .strEnum) ?? false
    body.start = start
    for (name, value) in pairs {
      let automatic = Object.native(interpreter.heap.adopt(AutomaticValue()))
      namespace[name] = try body.store(value ?? automatic, as: name, interpreter)
    }
    return try ClassCreation(
      interpreter: interpreter, name: name.text, qualifiedName: name.text, moduleName: module,
      bases: [base], keywords: [], namespace: namespace
    ).make()
  }
}

/// The names of an enumeration's body while it runs: gives `auto()` its value, and refuses a name used twice.
final class EnumBody {
  var isFlag = false
  var isText = false
  var start = Object.int(1)
  private var known: [String: Int] = [:]
  private var highest: Int?
  private var areNumbers = true
  private var values: [Object] = []
  private var generator: Object?

  /// For the body of a class with these bases, if that makes it an enumeration.
  static func forBases(_ bases: [Object]) -> EnumBody? {
    guard bases.contains(where: { $0.asType?.isSubtype(of: .enumBase) == true }) else { return nil }
    let body = EnumBody()
    body.isFlag = bases.contains { $0.asType?.isSubtype(of: .flagEnum) == true }
    body.isText = bases.contains { $0.asType?.isSubtype(of: .strEnum) == true }
    for case .classObject(let type) in bases {
      if let found = type.method("_generate_next_value_") { body.generator = found }
    }
    return body
  }

  /// What is bound to the name.
  func store(_ value: Object, as name: String, _ interpreter: Interpreter) throws(Unwind) -> Object {
    if let position = known[name] {
      let known = values[position]
      throw interpreter.raise(
        .typeError,
        "\(StringText.repr(PyString(name)).text) already defined as \(try interpreter.repr(of: known).text)")
    }
    if name == "_generate_next_value_" {
      if !values.isEmpty {
        throw interpreter.raise(.typeError, "_generate_next_value_ must be defined before members")
      }
      generator = value
      return value
    }
    guard Enumeration.isMember(name, value, interpreter) else { return value }
    var value = value
    if case .tuple(let tuple) = value, tuple.items.contains(where: \.isAutomatic) {
      throw interpreter.unsupported("auto() inside a tuple")
    }
    if value.isAutomatic { value = try next(name, interpreter) }
    known[name] = values.count
    if case .bigInt = value { throw interpreter.unsupported("an enumeration's integer beyond 64 bits") }
    if let number = value.asInt {
      highest = max(highest ?? number, number)
    } else {
      areNumbers = false
    }
    values.append(value)
    return value
  }

  private func next(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object {
    if let generator {
      var function = generator
      if case .native(let wrapper as MethodWrapper) = function { function = wrapper.function }
      return try interpreter.call(
        function, with: .string(name), start, .int(values.count), try interpreter.list(values))
    }
    if isText { return try interpreter.string(String(name).lowercased()) }
    guard !values.isEmpty else { return start }
    guard areNumbers, let highest else {
      throw interpreter.unsupported("auto() after a value that is no int")
    }
    if isFlag {
      guard highest > 0, highest < 1 << 61 else {
        return highest == 0 ? .int(1) : .int(try Flags.refuse(interpreter))
      }
      return .int(1 << (Int.bitWidth - highest.leadingZeroBitCount))
    }
    return try interpreter.binary(.add, .int(highest), .int(1))
  }
}

/// `enum.auto()`.
final class AutomaticValue: NativeObject {
  init() { super.init(type: .automaticValue) }
}

extension NativeType {
  static let automaticValue: NativeType = NativeType(
    "auto", module: "enum",
    constructor: NativeFunction("auto", "()") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(AutomaticValue()))
    })
}

extension Object {
  var isAutomatic: Bool {
    if case .native(is AutomaticValue) = self { return true }
    return false
  }
}

extension Enumeration {
  /// Whether a name in the body is a member: no special name, no method or other descriptor.
  static func isMember(_ name: String, _ value: Object, _ interpreter: Interpreter) -> Bool {
    if Interpreter.isSpecial(name) || isSunder(name) || isPrivate(name) { return false }
    switch value {
    case .function: return false
    case .native(let native):
      return
        !(native is PropertyObject || native is MethodWrapper
        || native is UnmarkedValue)
    case .instance(let instance):
      return ["__get__", "__set__", "__delete__"].allSatisfy { instance.classObject.method($0) == nil }
    default: return true
    }
  }

  private static func isSunder(_ name: String) -> Bool {
    name.utf8.count > 2 && name.hasPrefix("_") && name.hasSuffix("_") && !name.hasPrefix("__")
      && !name.hasSuffix("__")
  }

  private static func isPrivate(_ name: String) -> Bool {
    name.hasPrefix("_") && name.contains("__") && !name.hasPrefix("__")
  }

  /// Turns the values in a class's namespace into members.
  static func make(
    from type: ClassObject, keywords: inout [CallArguments.Keyword], _ interpreter: Interpreter
  ) throws(Unwind) {
    let isFlag = type.nativeBases.contains { $0 === NativeType.flagEnum }
    if !keywords.isEmpty { throw interpreter.unsupported("an enumeration with keywords") }
    let enumeration = Enumeration(
      isFlag: isFlag, showsValue: type.nativeBases.contains { $0 === NativeType.reprEnum },
      keepsUnknownBits: type.nativeBases.contains { $0 === NativeType.intFlag }, interpreter)
    let namespace = type.attributes.pairs
    for (name, value) in namespace {
      if isSunder(name), !["_missing_", "_generate_next_value_"].contains(name) {
        if ["_order_", "_ignore_", "_create_pseudo_member_", "_numeric_repr_", "_value_repr_"].contains(name)
        {
          throw interpreter.unsupported("\(name) in an enumeration")
        }
        throw interpreter.raise(
          .valueError, "_sunder_ names, such as '\(name)', are reserved for future Enum use")
      }
      if case .native(let unmarked as UnmarkedValue) = value { type.attributes[name] = unmarked.value }
    }
    var members: [(String, Object)] = []
    for (name, value) in namespace where isMember(name, value, interpreter) {
      if value.asType != nil { throw interpreter.unsupported("a class as a member of an enumeration") }
      if name == "mro" { throw interpreter.raise(.valueError, "invalid enum member name(s) 'mro'") }
      if ["name", "value"].contains(name) { throw interpreter.unsupported("a member named \(name)") }
      members.append((name, value))
      type.attributes[name] = nil
    }
    type.enumeration = enumeration
    for (name, value) in members {
      let made = try member(name, value, type, enumeration, interpreter)
      type.attributes[name] = made
    }
    if isFlag { try Flags.check(enumeration, type, interpreter) }
  }

  private static func member(
    _ name: String, _ given: Object, _ type: ClassObject, _ enumeration: Enumeration,
    _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    var given = given
    if given.isAutomatic {
      throw interpreter.unsupported("auto() outside the body of an enumeration")
    }
    if case .native(let marked as MarkedValue) = given { given = marked.value }
    var arguments = [given]
    if case .tuple(let tuple) = given, type.layout !== NativeType.tuple { arguments = tuple.items }
    if enumeration.isFlag, case .bigInt = given { throw interpreter.unsupported("a flag beyond 64 bits") }
    if enumeration.isFlag, given.asInt == nil {
      throw interpreter.raise(
        .typeError, "unsupported operand type(s) for |=: 'int' and '\(given.qualifiedTypeName)'")
    }
    let object: Object
    var value = given
    if let method = type.method("__new__") {
      object = try interpreter.call(
        try interpreter.bind(method, to: nil, of: .user(type)),
        CallArguments([.classObject(type)] + arguments))
      if let own = object.instancePart?["_value_"] {
        value = own
      } else if type.layout !== NativeType.object {
        value = try interpreter.call(.type(type.layout), CallArguments(arguments))
      }
    } else if type.layout === NativeType.object {
      object = .instance(interpreter.heap.adopt(InstanceObject(type)))
    } else {
      if type.nativeBases.contains(where: { $0 === NativeType.strEnum }) {
        guard arguments.count == 1, case .string = arguments[0] else {
          if arguments.count > 1 { throw interpreter.unsupported("a StrEnum member of several values") }
          throw interpreter.raise(
            .typeError,
            "\(try interpreter.repr(of: arguments.first ?? .none).text) is not a string")
        }
      }
      object = try interpreter.allocate(type, CallArguments(arguments))
      value = try interpreter.call(.type(type.layout), CallArguments(arguments))
    }
    guard let part = object.instancePart else {
      throw interpreter.unsupported("this member of an enumeration")
    }
    part["_value_"] = value
    part["_name_"] = .string(name)
    part["__objclass__"] = .classObject(type)
    if let initializer = type.userAttribute("__init__") {
      _ = try interpreter.call(
        try interpreter.bind(initializer, to: object, type), CallArguments(arguments))
    }
    var isCanonical = true
    if enumeration.isFlag, let bits = value.asInt { isCanonical = bits > 0 && bits & (bits - 1) == 0 }
    return try enumeration.add(name, object, value: value, isCanonical: isCanonical, interpreter)
  }
}

/// `enum.nonmember(x)` and `enum.member(x)`.
final class UnmarkedValue: NativeObject {
  private(set) var value: Object

  init(_ value: Object) {
    self.value = value
    super.init(type: .unmarkedValue)
  }

  override func releaseReferences() { value = .none }
}

final class MarkedValue: NativeObject {
  private(set) var value: Object

  init(_ value: Object) {
    self.value = value
    super.init(type: .markedValue)
  }

  override func releaseReferences() { value = .none }
}

extension NativeType {
  static let unmarkedValue: NativeType = NativeType(
    "nonmember", module: "enum",
    constructor: NativeFunction("nonmember", "(value)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(UnmarkedValue(call.required(0))))
    })
  static let markedValue: NativeType = NativeType(
    "member", module: "enum",
    constructor: NativeFunction("member", "(value)") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(MarkedValue(call.required(0))))
    })
}
