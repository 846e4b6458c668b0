import Python

/// Types applied to types, and unions of them: `list[int]`, `typing.Optional[str]`, `int | None` (Library
/// Reference, *Generic Alias Type* and *Union Type*).
///
/// Annotations and aliases are made of these. What they say is never checked; but they are objects, which print,
/// compare and answer `isinstance` as CPython's do.
class TypeExpression: NativeObject {
  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard operation == .bitOr else { return nil }
    let own = Object.native(self)
    return try UnionObject.join(isReflected ? other : own, isReflected ? own : other, interpreter)
  }
}

/// `list[int]`, `typing.Optional[str]`.
final class GenericAlias: TypeExpression {
  /// What is applied: a class, or a form of `typing`.
  private(set) var origin: Object
  private(set) var arguments: [Object]
  /// How the origin is printed, for the aliases of `typing`; `nil` for those of built-in types.
  let formName: String?

  init(_ origin: Object, _ arguments: [Object], formName: String? = nil) {
    self.origin = origin
    self.arguments = arguments
    self.formName = formName
    super.init(type: formName == nil ? .genericAlias : formName == "Union" ? .unionAlias : .typingAlias)
  }

  override func releaseReferences() {
    origin = .none
    arguments = []
  }

  var isUnion: Bool { formName == "Union" }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    try interpreter.descend(" while getting the repr of an object")
    defer { interpreter.ascend() }
    var name = try interpreter.typeText(origin)
    if let formName { name = "typing.\(formName)" }
    var shown = arguments
    if case .classObject(let type) = origin { name = interpreter.qualify(type) }
    if isUnion, shown.count == 2, let index = shown.firstIndex(where: \.isNoneType) {
      shown.remove(at: index)
      name = "typing.Optional"
    }
    var texts: [String] = []
    for argument in shown { texts.append(try interpreter.typeText(argument)) }
    if name.hasSuffix("Callable"), let result = texts.popLast() {
      let parameters =
        if case .ellipsis? = arguments.first { "..." } else { "[" + texts.joined(separator: ", ") + "]" }
      return PyString("\(name)[\(parameters), \(result)]")
    }
    if texts.isEmpty { texts = ["()"] }
    return PyString("\(name)[\(texts.joined(separator: ", "))]")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let object) = other else { return nil }
    if isUnion, let union = object as? UnionObject {
      return try UnionObject.haveSameMembers(arguments, union.members, interpreter)
    }
    guard let alias = object as? GenericAlias, alias.formName == formName else { return nil }
    try interpreter.descend(" in comparison")
    defer { interpreter.ascend() }
    if isUnion { return try UnionObject.haveSameMembers(arguments, alias.arguments, interpreter) }
    guard try interpreter.equals(origin, alias.origin), arguments.count == alias.arguments.count else {
      return false
    }
    for (left, right) in zip(arguments, alias.arguments) where try !interpreter.equals(left, right) {
      return false
    }
    return true
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    try interpreter.descend()
    defer { interpreter.ascend() }
    var hash = isUnion ? 1 : try interpreter.hash(of: origin)
    for argument in arguments { hash ^= try interpreter.hash(of: argument) }
    return hash
  }

  override var isCallable: Bool { true }

  override func call(_ call: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.descend()
    defer { interpreter.ascend() }
    if case .classObject = origin { return try interpreter.call(origin, call) }
    guard let formName else { return try interpreter.call(origin, call) }
    guard origin.asType != nil else { throw interpreter.unsupported("a call of typing.\(formName)[…]") }
    let name = origin.asType?.name ?? ""
    throw interpreter.raise(
      .typeError, "Type \(formName) cannot be instantiated; use \(name)() instead")
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    throw interpreter.unsupported("a generic alias applied to further types")
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "__origin__": return origin
    case "__args__": return interpreter.tuple(arguments)
    case _ where Interpreter.isSpecial(name): throw interpreter.unsupported("\(type.qualifiedName).\(name)")
    default:
      try interpreter.descend()
      defer { interpreter.ascend() }
      return try interpreter.attributeIfPresent(of: origin, name)
    }
  }
}

/// `int | None`.
final class UnionObject: TypeExpression {
  private(set) var members: [Object]

  init(_ members: [Object]) {
    self.members = members
    super.init(type: .unionType)
  }

  override func releaseReferences() { members = [] }

  /// `left | right`, where both are types or the like; `nil` when they aren't.
  static func join(_ left: Object, _ right: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard isTypeLike(left), isTypeLike(right), !(left.isNone && right.isNone) else { return nil }
    for operand in [left, right] {
      if case .classObject(let type) = operand, type.enumeration != nil { return nil }
    }
    if isOfTyping(left) || isOfTyping(right) { return try TypingForms.union([left, right], interpreter) }
    var members: [Object] = []
    for operand in [left, right] {
      for member in flattened(operand) where try !interpreter.containsEqual(member, members) {
        members.append(member)
      }
    }
    if members.count == 1 { return members[0] }
    return .native(interpreter.heap.adopt(UnionObject(members)))
  }

  static func flattened(_ operand: Object) -> [Object] {
    if case .native(let union as UnionObject) = operand { return union.members }
    if case .native(let alias as GenericAlias) = operand, alias.isUnion { return alias.arguments }
    return [operand.isNone ? .type(.noneType) : operand]
  }

  private static func isTypeLike(_ object: Object) -> Bool {
    switch object {
    case .none, .type, .classObject: true
    case .native(let value): value is UnionObject || value is GenericAlias || isOfTyping(object)
    default: false
    }
  }

  private static func isOfTyping(_ object: Object) -> Bool {
    guard case .native(let value) = object else { return false }
    if let alias = value as? GenericAlias { return alias.formName != nil }
    return value is TypingForm || value is TypeVariable
  }

  static func haveSameMembers(
    _ left: [Object], _ right: [Object], _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    guard left.count == right.count else { return false }
    for member in left where try !interpreter.containsEqual(member, right) { return false }
    return true
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    try interpreter.descend(" while getting the repr of an object")
    defer { interpreter.ascend() }
    var texts: [String] = []
    for member in members { texts.append(member.isNoneType ? "None" : try interpreter.typeText(member)) }
    return PyString(texts.joined(separator: " | "))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let union as UnionObject) = other else { return nil }
    return try UnionObject.haveSameMembers(members, union.members, interpreter)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    var hash = 1
    for member in members { hash ^= try interpreter.hash(of: member) }
    return hash
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    name == "__args__" ? interpreter.tuple(members) : nil
  }
}

extension Object {
  var isNoneType: Bool {
    guard case .type(.noneType) = self else { return false }
    return true
  }
}

extension NativeType {
  static let genericAlias = NativeType("GenericAlias", module: "types")
  static let unionType = NativeType("UnionType", module: "types")
}

extension Interpreter {
  fileprivate func containsEqual(_ object: Object, _ others: [Object]) throws(Unwind) -> Bool {
    for other in others {
      try step()
      if try isIdenticalOrEqual(object, other) { return true }
    }
    return false
  }

  /// A type inside the text of another: `int`, `datetime.date`, `...`.
  func typeText(_ object: Object) throws(Unwind) -> String {
    switch object {
    case .type(let type): return type.qualifiedName
    case .classObject(let type): return qualify(type)
    case .ellipsis: return "..."
    default: return try repr(of: object).text
    }
  }

  /// `T[key]` for a class written in Swift.
  func parameterized(_ type: NativeType, by key: Object) throws(Unwind) -> Object {
    if let form = try TypingForms.parameterized(type, key, self) { return form }
    if type === NativeType.initVar { return .native(heap.adopt(InitVarObject(key))) }
    guard type.isGeneric else {
      if type.module == nil { throw raise(.typeError, "type '\(type.name)' is not subscriptable") }
      throw unsupported("\(type.qualifiedName)[…]")
    }
    var arguments = [key]
    if case .tuple(let tuple) = key { arguments = tuple.items }
    if type === NativeType.callableABC, case .list(let parameters)? = arguments.first {
      arguments = parameters.items + arguments.dropFirst()
    }
    return .native(heap.adopt(GenericAlias(.type(type), arguments)))
  }

  /// `C[key]` for a class of the evaluated code.
  func parameterized(_ type: ClassObject, by key: Object) throws(Unwind) -> Object {
    if let enumeration = type.enumeration {
      if let name = key.asString, let member = enumeration.member(named: name.text) { return member }
      _ = try hash(of: key)
      throw raise(.keyError, arguments: [key])
    }
    if let method = type.method("__class_getitem__") {
      return try call(try bind(method, to: nil, of: .user(type)), CallArguments([key]))
    }
    var arguments = [key]
    if case .tuple(let tuple) = key { arguments = tuple.items }
    for base in type.nativeBases {
      if base === NativeType.generic || base.isGeneric {
        return .native(heap.adopt(GenericAlias(.classObject(type), arguments)))
      }
    }
    throw raise(.typeError, "type '\(type.name)' is not subscriptable")
  }
}

extension NativeType {
  /// Whether `T[…]` makes a generic alias.
  fileprivate var isGeneric: Bool {
    let generic: [NativeType] = [
      .list, .dict, .tuple, .set, .frozenset, .type, .enumerate, .orderedDict, .defaultDict, .counter,
    ]
    return generic.contains { $0 === self } || recognizes != nil && module == "collections.abc"
  }
}
