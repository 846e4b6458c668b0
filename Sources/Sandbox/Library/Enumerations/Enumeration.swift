/// What a class derived from `enum.Enum` has as such: its members, and how they are found (Library Reference, *enum*).
final class Enumeration {
  /// In order of definition, aliases too.
  private(set) var members: [(name: String, value: Object)] = []
  private var byName: [String: Object] = [:]
  /// Without aliases and, of flags, without those of several bits.
  private(set) var canonicalMembers: [Object] = []
  /// Every member but aliases, and the combinations of flags that were made, by value.
  private let byValue: DictObject
  /// Those whose value has no hash.
  private var unhashable: [(value: Object, member: Object)] = []
  let isFlag: Bool
  /// Whether text and format are those of the value (`ReprEnum`).
  let showsValue: Bool
  /// Whether a flag keeps bits that no member has.
  let keepsUnknownBits: Bool

  init(isFlag: Bool, showsValue: Bool, keepsUnknownBits: Bool, _ interpreter: Interpreter) {
    self.isFlag = isFlag
    self.showsValue = showsValue
    self.keepsUnknownBits = keepsUnknownBits
    byValue = interpreter.makeDict()
  }

  func member(named name: String) -> Object? { byName[name] }

  /// Adds a member, or an alias of the one that has the value already.
  func add(_ name: String, _ member: Object, value: Object, isCanonical: Bool, _ interpreter: Interpreter)
    throws(Unwind) -> Object
  {
    let known = try self.member(valued: value, interpreter)
    let added = known ?? member
    members.append((name, added))
    byName[name] = added
    if known == nil {
      try remember(member, value: value, interpreter)
      if isCanonical { canonicalMembers.append(member) }
    }
    return added
  }

  func remember(_ member: Object, value: Object, _ interpreter: Interpreter) throws(Unwind) {
    do {
      try interpreter.set(value, to: member, in: byValue)
    } catch {
      guard interpreter.catches(error, .typeError) else { throw error }
      interpreter.discardException()
      unhashable.append((value, member))
    }
  }

  func member(valued value: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    do {
      if let member = try interpreter.value(for: value, in: byValue) { return member }
    } catch {
      guard interpreter.catches(error, .typeError) else { throw error }
      interpreter.discardException()
    }
    for entry in unhashable {
      try interpreter.step()
      if try interpreter.isIdenticalOrEqual(entry.value, value) { return entry.member }
    }
    return nil
  }

  /// All bits that members have.
  func allBits(_ interpreter: Interpreter) throws(Unwind) -> Int {
    var bits = 0
    for member in members { bits |= try self.bits(of: member.value, interpreter) }
    return bits
  }

  /// The value of a flag.
  func bits(of object: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    guard let value = object.instancePart?["_value_"]?.plainScalar.asInt else {
      throw interpreter.unsupported("a flag whose value is no int")
    }
    return value
  }

  // MARK: Lookup

  /// `C(value)`.
  func call(
    _ type: ClassObject, _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    guard arguments.keywords.isEmpty, arguments.positional.count <= 1, !members.isEmpty else {
      return try EnumCreation.functional(type, arguments, interpreter)
    }
    guard let value = arguments.positional.first else {
      throw interpreter.raise(
        .typeError, "EnumType.__call__() missing 1 required positional argument: 'value'")
    }
    if value.userClass === type { return value }
    if let member = try member(valued: value, interpreter) { return member }
    return try missing(value, type, interpreter)
  }

  private func missing(
    _ value: Object, _ type: ClassObject, _ interpreter: Interpreter
  ) throws(Unwind) -> Object {
    var result = Object.none
    if let hook = type.method("_missing_") {
      result = try interpreter.call(
        try interpreter.bind(hook, to: nil, of: .user(type)), CallArguments([value]))
    } else if isFlag {
      result = try Flags.member(for: value, type, self, interpreter)
    }
    if result.userClass === type { return result }
    if result.isNone {
      throw interpreter.raise(
        .valueError, "\(try interpreter.repr(of: value).text) is not a valid \(type.qualifiedName)")
    }
    throw interpreter.raise(
      .typeError,
      "error in \(type.name)._missing_: returned \(try interpreter.repr(of: result).text) instead of None "
        + "or a valid member")
  }

  /// `item in C`.
  func contains(_ item: Object, _ type: ClassObject, _ interpreter: Interpreter) throws(Unwind) -> Bool {
    guard let own = item.userClass, own.enumeration != nil else {
      throw interpreter.raise(
        .typeError,
        "unsupported operand type(s) for 'in': '\(item.typeName)' and '\(NativeType.enumMeta.name)'")
    }
    return own === type && members.contains { $0.value.identity == item.identity }
  }

  /// An attribute of the class that is there because it is an enumeration.
  func attribute(
    _ name: String, of type: ClassObject, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    if let member = member(named: name) { return member }
    switch name {
    case "__members__":
      let dict = interpreter.makeDict()
      for member in members { try interpreter.set(.string(member.name), to: member.value, in: dict) }
      return .native(interpreter.heap.adopt(MappingProxy(dict)))
    case "_member_names_":
      return try interpreter.list(canonicalMembers.compactMap { $0.instancePart?["_name_"] })
    case "_value2member_map_":
      return .dict(try interpreter.copy(byValue))
    case "_member_map_":
      return try interpreter.dict(members.map { (.string($0.name), $0.value) })
    default: break
    }
    if type.userAttribute(name) != nil || Interpreter.isSpecial(name) { return nil }
    if ["name", "value"].contains(name) || type.nativeMember(name) == nil,
      !SpecialMethods.isDefined(name, on: type.layout),
      NativeAttributes.isDefined(name, on: type.layout) != true, name != "mro"
    {
      throw interpreter.raise(.attributeError, name)
    }
    return nil
  }

  // MARK: Text

  /// `C.name`, which may be that of a combination of flags, or missing.
  private func name(of object: Object) -> String? { object.instancePart?["_name_"]?.asString?.text }

  private func value(of object: Object) -> Object { object.instancePart?["_value_"] ?? .none }

  func repr(of object: Object, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    let type = object.typeName
    let value = try interpreter.repr(of: value(of: object)).text
    guard let name = name(of: object) else { return PyString("<\(type): \(value)>") }
    return PyString("<\(type).\(name): \(value)>")
  }

  func text(of object: Object, _ interpreter: Interpreter) throws(Unwind) -> PyString {
    if showsValue {
      return try interpreter.str(of: object.plainScalar)
    }
    guard let name = name(of: object) else {
      return PyString("\(object.typeName)(\(try interpreter.repr(of: value(of: object)).text))")
    }
    return PyString("\(object.typeName).\(name)")
  }

  func format(
    _ object: Object, _ specification: PyString, _ interpreter: Interpreter
  ) throws(Unwind) -> PyString {
    if showsValue, !specification.isEmpty {
      return try interpreter.format(object.plainScalar, specification)
    }
    return try interpreter.format(.string(try interpreter.str(of: object)), specification)
  }
}

extension NativeType {
  static let enumMeta: NativeType = NativeType("EnumType", module: "enum", bases: [.type], isComplete: false)
  static let enumBase: NativeType = NativeType(
    "Enum", module: "enum", isSubclassable: true, isMixin: true, metatype: { .enumMeta }, isComplete: true,
    constructor: NativeFunction("Enum", "(*args, **kwargs)") { call throws(Unwind) in
      try EnumCreation.functional(.enumBase, call)
    },
    members: [
      .property("name") { object, _ in object.instancePart?["_name_"] ?? .none },
      .property("value") { object, _ in object.instancePart?["_value_"] ?? .none },
    ])
  static let reprEnum: NativeType = NativeType(
    "ReprEnum", module: "enum", bases: [.enumBase], isSubclassable: true, isMixin: true,
    metatype: { .enumMeta }, isComplete: true)
  static let intEnum: NativeType = NativeType(
    "IntEnum", module: "enum", bases: [.int, .reprEnum], isSubclassable: true, isMixin: true,
    metatype: { .enumMeta }, isComplete: true,
    constructor: NativeFunction("IntEnum", "(*args, **kwargs)") { call throws(Unwind) in
      try EnumCreation.functional(.intEnum, call)
    })
  static let strEnum: NativeType = NativeType(
    "StrEnum", module: "enum", bases: [.str, .reprEnum], isSubclassable: true, isMixin: true,
    metatype: { .enumMeta }, isComplete: true,
    constructor: NativeFunction("StrEnum", "(*args, **kwargs)") { call throws(Unwind) in
      try EnumCreation.functional(.strEnum, call)
    })
  static let flagEnum: NativeType = NativeType(
    "Flag", module: "enum", bases: [.enumBase], isSubclassable: true, isMixin: true,
    metatype: { .enumMeta }, isComplete: true,
    constructor: NativeFunction("Flag", "(*args, **kwargs)") { call throws(Unwind) in
      try EnumCreation.functional(.flagEnum, call)
    })
  static let intFlag: NativeType = NativeType(
    "IntFlag", module: "enum", bases: [.int, .reprEnum, .flagEnum], isSubclassable: true, isMixin: true,
    metatype: { .enumMeta }, isComplete: true,
    constructor: NativeFunction("IntFlag", "(*args, **kwargs)") { call throws(Unwind) in
      try EnumCreation.functional(.intFlag, call)
    })
}
