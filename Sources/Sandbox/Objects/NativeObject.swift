import Python

/// An object of a type written in Swift, other than those `Object` has a case for.
///
/// A subclass overrides what its type can do; what it leaves alone behaves as for a plain `object`. Returning
/// `nil` means what `NotImplemented` means in Python: the interpreter tries the other operand, then raises
/// CPython's error.
package class NativeObject: HeapObject {
  package let type: NativeType

  init(type: NativeType) {
    self.type = type
  }

  /// `repr(x)`; `nil` for the default `<name object>`.
  func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? { nil }

  /// `str(x)`; `nil` when it is the `repr`.
  func str(_ interpreter: Interpreter) throws(Unwind) -> PyString? { nil }

  /// `format(x, specification)` for a specification that isn't empty.
  func format(_ specification: PyString, _ interpreter: Interpreter) throws(Unwind) -> PyString? { nil }

  /// `bool(x)`; by default whether `length` isn't 0, and `true` without a length.
  func isTrue(_ interpreter: Interpreter) throws(Unwind) -> Bool {
    try length(interpreter).map { $0 != 0 } ?? true
  }

  func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? { nil }

  /// `x < other` and so on.
  func compare(
    _ comparison: Ordering, with other: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? { nil }

  /// A hash; by default that of the identity. Override together with `isEqual`.
  func hash(_ interpreter: Interpreter) throws(Unwind) -> Int { ObjectIdentifier(self).hashValue }

  /// `x operator other`, or `other operator x` when `isReflected`.
  func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? { nil }

  /// `-x`, `+x`, `~x`.
  func unary(_ operation: UnaryOperator, _ interpreter: Interpreter) throws(Unwind) -> Object? { nil }

  /// `int(x)`; `nil` when the type doesn't convert.
  func integer(_ interpreter: Interpreter) throws(Unwind) -> BigInteger? { nil }

  /// `float(x)`; `nil` when the type doesn't convert.
  func float(_ interpreter: Interpreter) throws(Unwind) -> Double? { nil }

  /// `len(x)`.
  func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { nil }

  /// `item in x`; `nil` when it must be found by iterating.
  func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? { nil }

  /// `x[key]`; `nil` when the type isn't subscriptable.
  func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? { nil }

  /// `x[key] = value`, or `del x[key]` when `value` is `nil`; `false` when not supported.
  func setItem(
    _ key: Object, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool { false }

  /// `iter(x)`; `nil` when the type isn't iterable.
  func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? { nil }

  /// `reversed(x)`; `nil` when the type isn't reversible.
  func reversedItems(_ interpreter: Interpreter) throws(Unwind) -> [Object]? { nil }

  /// The type of `reversed(x)`.
  var reversedType: NativeType { .reversed }

  /// `x(…)`; `nil` when the type isn't callable.
  func call(
    _ arguments: CallArguments, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? { nil }

  var isCallable: Bool { false }

  /// Whether `attribute` answers for every name, before the type's table (`super`).
  var isProxy: Bool { false }

  /// An attribute that isn't in the type's table of members.
  func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? { nil }

  /// `x.name = value`, or `del x.name` when `value` is `nil`; `false` when not supported.
  func setAttribute(
    _ name: String, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool { false }

  /// What reading the object through a class gives (`__get__`), such as a property's value; `nil` when the object
  /// is no descriptor. `instance` is `nil` when it is read from the class itself.
  func bind(
    to instance: Object?, of type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? { nil }

  /// Stores through the descriptor; `nil` when it isn't one that takes part in stores.
  func store(
    _ value: Object?, in instance: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? { nil }

  /// Whether `bind` comes before the instance's own attributes.
  var isDataDescriptor: Bool { false }

  /// The functions a decorator or descriptor stands for, such as a property's getter.
  var wrappedFunctions: [Object] { [] }

  /// Whether it is its own iterator.
  var isIterator: Bool { false }

  /// Enters and leaves a `with` block; `nil` when the type is no context manager.
  func enter(_ interpreter: Interpreter) throws(Unwind) -> Object? { nil }
  /// Gives whether the exception that left the block is swallowed.
  func exit(
    _ exception: ExceptionObject?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool { false }
}

/// `<`, `<=`, `>`, `>=`.
package enum Ordering: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison that holds with the operands exchanged.
  package var reflected: Ordering {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether the comparison holds for two values that Swift can compare.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  var methodName: String {
    switch self {
    case .less: "__lt__"
    case .lessOrEqual: "__le__"
    case .greater: "__gt__"
    case .greaterOrEqual: "__ge__"
    }
  }
}
