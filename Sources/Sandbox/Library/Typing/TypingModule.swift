import Python

/// `typing` (Library Reference, *Support for type hints*): names for annotations. What they say is never checked,
/// as in CPython.
extension NativeModule {
  static let typing = NativeModule(
    "typing",
    aliases + forms + [
      .constant("TYPE_CHECKING") { _ in .bool(false) },
      .type("Text", .str), .type("Generic", .generic), .type("Protocol", .protocolBase),
      .type("NamedTuple", .namedTupleBase), .type("TypedDict", .typedDictBase),
      .type("ForwardRef", .forwardReference),
      .value("AnyStr") { interpreter in TypingModule.variable("AnyStr", interpreter) },
      .function("TypeVar", "(name, *constraints, bound=None, covariant=False, contravariant=False)") {
        call throws(Unwind) in try TypingModule.makeVariable(call)
      },
      .function("ParamSpec", "(name, *, bound=None, covariant=False, contravariant=False)") {
        call throws(Unwind) in
        guard let name = call.required(0).asString else { throw call.interpreter.unsupported("ParamSpec") }
        return .native(
          call.interpreter.heap.adopt(
            TypeVariable(name.text, prefix: "~", type: .parameterSpecification)))
      },
      .function("NewType", "def(name, tp)") { call throws(Unwind) in
        guard let name = call.required(0).asString else { throw call.interpreter.unsupported("NewType") }
        let module = call.interpreter.frame?.globals.name ?? "builtins"
        return .native(call.interpreter.heap.adopt(NewTypeObject("\(module).\(name.text)", call.required(1))))
      },
      .function("cast", "def(typ, val)") { call in call.required(1) },
      .function("overload", "def(func)") { call throws(Unwind) in
        throw call.interpreter.unsupported("typing.overload")
      },
      .function("final", "def(f)") { call throws(Unwind) in try TypingModule.marked("__final__", call) },
      .function("no_type_check", "def(arg)") { call throws(Unwind) in
        try TypingModule.marked("__no_type_check__", call)
      },
      .function("runtime_checkable", "def(cls)") { call throws(Unwind) in
        guard case .classObject(let type) = call.required(0), type.isProtocol else {
          throw call.raise(
            .typeError,
            "@runtime_checkable can be only applied to protocol classes, got "
              + (try call.interpreter.repr(of: call.required(0)).text))
        }
        type.attributes["_is_runtime_protocol"] = .bool(true)
        return call.required(0)
      },
      .function("get_origin", "def(tp)") { call throws(Unwind) in
        try TypingModule.origin(of: call.required(0), call.interpreter)
      },
      .function("get_args", "def(tp)") { call throws(Unwind) in
        call.interpreter.tuple(TypingModule.arguments(of: call.required(0)))
      },
      .function("assert_never", "def(arg, /)") { call throws(Unwind) in
        throw call.raise(
          .assertionError,
          "Expected code to be unreachable, but got: \(try call.interpreter.repr(of: call.required(0)).text)")
      },
      .function("assert_type", "def(val, typ, /)") { call in call.required(0) },
      .function("get_type_hints", "def(obj, globalns=None, localns=None, include_extras=False)") {
        call throws(Unwind) in throw call.interpreter.unsupported("typing.get_type_hints")
      },
    ])

  /// Other names of classes.
  private static let aliases: [Member] = [
    alias("List", .list), alias("Dict", .dict), alias("Set", .set), alias("FrozenSet", .frozenset),
    alias("Tuple", .tuple), alias("Type", .type), alias("DefaultDict", .defaultDict),
    alias("OrderedDict", .orderedDict), alias("Counter", .counter), alias("AbstractSet", .setABC),
    alias("Callable", .callableABC), alias("Collection", .collection), alias("Container", .container),
    alias("Generator", .generatorABC), alias("Hashable", .hashable), alias("Iterable", .iterable),
    alias("Iterator", .iteratorABC), alias("Mapping", .mapping), alias("MutableMapping", .mutableMapping),
    alias("MutableSequence", .mutableSequence), alias("MutableSet", .mutableSet),
    alias("Reversible", .reversibleABC), alias("Sequence", .sequence), alias("Sized", .sized),
  ]

  private static func alias(_ name: String, _ origin: NativeType) -> Member {
    .value(name) { interpreter in .native(interpreter.heap.adopt(TypingForm(name, origin: origin))) }
  }

  private static let forms: [Member] = [
    "Annotated", "Any", "ClassVar", "Concatenate", "Deque", "Final", "IO", "ItemsView", "KeysView", "Literal",
    "LiteralString", "Match", "Never", "NoReturn", "NotRequired", "Optional", "Pattern", "Required", "Self",
    "SupportsAbs", "SupportsFloat", "SupportsIndex", "SupportsInt", "TypeAlias", "TypeGuard", "Union",
    "Unpack",
    "ValuesView",
  ].map { name in .value(name) { interpreter in .native(interpreter.heap.adopt(TypingForm(name))) } }
}

enum TypingModule {
  static func variable(_ name: String, _ interpreter: Interpreter) -> Object {
    .native(interpreter.heap.adopt(TypeVariable(name, prefix: "~", type: .typeVariable)))
  }

  static func makeVariable(_ call: NativeCall) throws(Unwind) -> Object {
    guard let name = call.required(0).asString else { throw call.interpreter.unsupported("TypeVar") }
    if call.rest.count == 1 { throw call.raise(.typeError, "A single constraint is not allowed") }
    func isSet(_ index: Int) throws(Unwind) -> Bool {
      try call[index].map { (value) throws(Unwind) in try call.interpreter.isTrue(value) } ?? false
    }
    let prefix = try isSet(2) ? "+" : try isSet(3) ? "-" : "~"
    return .native(call.interpreter.heap.adopt(TypeVariable(name.text, prefix: prefix, type: .typeVariable)))
  }

  /// A decorator that only leaves a mark.
  static func marked(_ name: String, _ call: NativeCall) throws(Unwind) -> Object {
    switch call.required(0) {
    case .classObject, .function:
      try call.interpreter.setAttribute(of: call.required(0), name, to: .bool(true))
    default: break
    }
    return call.required(0)
  }

  static func origin(of object: Object, _ interpreter: Interpreter) throws(Unwind) -> Object {
    switch object {
    case .native(let alias as GenericAlias):
      if alias.isUnion {
        return try interpreter.attribute(of: try interpreter.importModule("typing"), "Union")
      }
      return alias.origin
    case .native(is UnionObject): return .type(.unionType)
    default: return .none
    }
  }

  static func arguments(of object: Object) -> [Object] {
    switch object {
    case .native(let alias as GenericAlias): alias.arguments
    case .native(let union as UnionObject): union.members
    default: []
    }
  }
}

/// What `NewType` gives: a callable that returns its argument.
private final class NewTypeObject: NativeObject {
  private let name: String
  private var supertype: Object

  init(_ name: String, _ supertype: Object) {
    self.name = name
    self.supertype = supertype
    super.init(type: .newType)
  }

  override func releaseReferences() { supertype = .none }
  override var isCallable: Bool { true }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { PyString(name) }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard arguments.count == 1, let value = arguments.positional.first else {
      throw interpreter.unsupported("a call of a NewType with these arguments")
    }
    return value
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    switch name {
    case "__name__": return .string(String(self.name.split(separator: ".").last ?? ""))
    case "__supertype__": return supertype
    default: return nil
    }
  }
}

extension NativeType {
  fileprivate static let newType = NativeType("NewType", module: "typing")
}

extension ClassObject {
  /// Whether it names `Protocol` among its bases.
  var isProtocol: Bool { bases.contains { $0 === .native(.protocolBase) } }
}
