import Python

/// A name of `typing` that is applied to types: `Optional`, `List`, `Literal`.
final class TypingForm: TypeExpression {
  let name: String
  /// What the form is another name of, such as `list`.
  let origin: NativeType?

  init(_ name: String, origin: NativeType? = nil) {
    self.name = name
    self.origin = origin
    super.init(type: origin == nil ? .typingForm : .typingAlias)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString("typing.\(name)") }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    try TypingForms.apply(self, key, interpreter)
  }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let origin else {
      if name == "Any" { throw interpreter.raise(.typeError, "Any cannot be instantiated") }
      throw interpreter.raise(.typeError, "Cannot instantiate typing.\(name)")
    }
    throw interpreter.raise(
      .typeError, "Type \(name) cannot be instantiated; use \(origin.name)() instead")
  }

  override var isCallable: Bool { true }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch (name, origin) {
    case ("__origin__", let origin?): return .type(origin)
    case ("__name__", _), ("_name", _): return .string(self.name)
    case ("__module__", _): return .string("typing")
    default: throw interpreter.unsupported("typing.\(self.name).\(name)")
    }
  }
}

/// A `TypeVar`, `ParamSpec` or `TypeVarTuple`.
final class TypeVariable: TypeExpression {
  let name: String
  private let prefix: String

  init(_ name: String, prefix: String, type: NativeType) {
    self.name = name
    self.prefix = prefix
    super.init(type: type)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(prefix + name) }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if name == "__name__" { return .string(self.name) }
    throw interpreter.unsupported("\(type.qualifiedName).\(name)")
  }
}

/// A type named by a string inside an alias of `typing`.
final class ForwardReference: NativeObject {
  private let text: PyString

  init(_ text: PyString) {
    self.text = text
    super.init(type: .forwardReference)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("ForwardRef(\(StringText.repr(text).text))")
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    guard case .native(let reference as ForwardReference) = other else { return nil }
    return reference.text == text
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { text.hashValue }
}

/// What a form of `typing` makes of the types it is applied to.
enum TypingForms {
  static func apply(_ form: TypingForm, _ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    var arguments = [key]
    if case .tuple(let tuple) = key { arguments = tuple.items }
    switch form.name {
    case "Any", "Never", "NoReturn", "Self", "LiteralString", "TypeAlias":
      throw interpreter.raise(.typeError, "typing.\(form.name) is not subscriptable")
    case "Literal": return alias(form, arguments, interpreter)
    case "Annotated":
      guard arguments.count >= 2 else {
        throw interpreter.raise(
          .typeError,
          "Annotated[...] should be used with at least two arguments (a type and an annotation).")
      }
      return alias(form, arguments, interpreter)
    case "Optional":
      guard arguments.count == 1 else {
        throw interpreter.raise(
          .typeError,
          "typing.Optional requires a single type. Got \(try interpreter.repr(of: key).text).")
      }
      return try union([key, .none], interpreter)
    case "Union":
      if arguments.isEmpty { throw interpreter.raise(.typeError, "Cannot take a Union of no types.") }
      return try union(arguments, interpreter)
    case "Callable":
      guard arguments.count == 2 else {
        throw interpreter.raise(.typeError, "Callable must be used as Callable[[arg, ...], result].")
      }
      if case .list(let parameters) = arguments[0] { arguments = parameters.items + [arguments[1]] }
    case "Tuple": break
    default:
      if let count = parameterCount(form), arguments.count != count {
        let quantity = arguments.count > count ? "many" : "few"
        throw interpreter.raise(
          .typeError,
          "Too \(quantity) arguments for typing.\(form.name); actual \(arguments.count), expected \(count)")
      }
    }
    var converted: [Object] = []
    for argument in arguments { converted.append(try type(argument, interpreter)) }
    return alias(form, converted, interpreter)
  }

  private static func parameterCount(_ form: TypingForm) -> Int? {
    switch form.name {
    case "Dict", "DefaultDict", "OrderedDict", "Mapping", "MutableMapping", "ChainMap", "ItemsView",
      "Coroutine":
      2
    case "Generator": 3
    case "Concatenate", "Unpack": nil
    default: 1
    }
  }

  private static func alias(
    _ form: TypingForm, _ arguments: [Object], _ interpreter: Interpreter
  ) -> Object {
    let origin = form.origin.map { Object.type($0) } ?? .native(form)
    return .native(interpreter.heap.adopt(GenericAlias(origin, arguments, formName: form.name)))
  }

  /// A type as an alias keeps it: `None` as its type, a string as a reference.
  private static func type(_ object: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    switch object {
    case .none: return .type(.noneType)
    case .string(let text): return .native(interpreter.heap.adopt(ForwardReference(text)))
    case .type, .classObject, .native, .placeholder, .ellipsis, .function, .builtin: return object
    default: throw interpreter.unsupported("a typing form applied to a \(object.typeName)")
    }
  }

  static func union(_ operands: [Object], _ interpreter: Interpreter) throws(Unwind) -> Object {
    var members: [Object] = []
    for operand in operands {
      for member in UnionObject.flattened(try type(operand, interpreter)) {
        var isKnown = false
        for known in members where !isKnown {
          try interpreter.step()
          isKnown = try interpreter.isIdenticalOrEqual(known, member)
        }
        if !isKnown { members.append(member) }
      }
    }
    if members.count == 1 { return members[0] }
    return .native(
      interpreter.heap.adopt(GenericAlias(.string("Union"), members, formName: "Union")))
  }

  /// `Generic[T]` and `Protocol[T]`.
  static func parameterized(
    _ type: NativeType, _ key: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    switch type {
    case .generic, .protocolBase:
      var arguments = [key]
      if case .tuple(let tuple) = key { arguments = tuple.items }
      for argument in arguments {
        guard case .native(let variable) = argument, variable is TypeVariable else {
          throw interpreter.raise(
            .typeError,
            "Parameters to \(type.name)[...] must all be type variables or parameter specification variables."
          )
        }
      }
      return .native(interpreter.heap.adopt(GenericAlias(.type(type), arguments, formName: type.name)))
    default: return nil
    }
  }
}

extension NativeType {
  static let typingForm = NativeType("_SpecialForm", module: "typing")
  static let typingAlias = NativeType("_GenericAlias", module: "typing")
  static let unionAlias = NativeType("_UnionGenericAlias", module: "typing")
  static let typeVariable = NativeType("TypeVar", module: "typing")
  static let parameterSpecification = NativeType("ParamSpec", module: "typing")
  static let forwardReference = NativeType("ForwardRef", module: "typing")
  static let generic = NativeType(
    "Generic", module: "typing", isSubclassable: true, isMixin: true, isComplete: true)
  static let protocolBase = NativeType(
    "Protocol", module: "typing", bases: [.generic], isSubclassable: true, isMixin: true,
    metatype: { .abcMeta }, isComplete: true)
}
