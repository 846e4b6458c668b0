import Python

/// `typing`: names for annotations. What they say is never checked, as in CPython.
extension NativeModule {
  static let typing = NativeModule(
    "typing",
    abstractTypes.filter { $0.name != "Set" }
      + [.type("AbstractSet", .setABC)]
      + [
        "Annotated", "Any", "AnyStr", "ClassVar", "DefaultDict", "Deque", "Dict", "Final", "FrozenSet",
        "List",
        "Literal", "LiteralString", "Never", "NoReturn", "Optional", "OrderedDict", "Pattern", "Match",
        "Self",
        "Set", "SupportsFloat", "SupportsInt", "Text", "Tuple", "Type", "TypeAlias", "Union",
      ].map { name in
        .value(name) { interpreter in .native(interpreter.heap.adopt(TypingForm(name))) }
      }
      + [
        .constant("TYPE_CHECKING") { _ in .bool(false) },
        .function("cast", "def(typ, val)") { call in call.required(1) },
        .function("TypeVar", "(name, *constraints, bound=None, covariant=False, contravariant=False)") {
          call throws(Unwind) in .native(call.interpreter.heap.adopt(TypingForm("TypeVar")))
        },
      ])
}

/// A special form, alone or applied to types, which only annotations and aliases use.
private final class TypingForm: NativeObject {
  private let name: String

  init(_ name: String) {
    self.name = name
    super.init(type: .typingForm)
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    .native(interpreter.heap.adopt(TypingForm("\(name)[…]")))
  }

  /// `X | Y`.
  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard operation == .bitOr else { return nil }
    return .native(interpreter.heap.adopt(TypingForm("Union")))
  }

  private func refuse(_ interpreter: Interpreter) -> Unwind {
    interpreter.unsupported("typing.\(name) as a value")
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { throw refuse(interpreter) }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    throw refuse(interpreter)
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { throw refuse(interpreter) }

  override func call(_ arguments: CallArguments, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    throw refuse(interpreter)
  }
}

extension NativeType {
  fileprivate static let typingForm = NativeType("_SpecialForm", module: "typing")
}
