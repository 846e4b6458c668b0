package import SourceText

/// How a result came about: the tests that decided, and the `return` that gave it.
///
/// Only what functions of the loaded (main) module do is recorded; the number of events is bounded, later tests
/// are dropped. Values are shown by a short `repr` that runs none of the evaluated code.
package final class Trace {
  /// A truth value that was asked for on the way.
  package struct Decision: Sendable, Hashable {
    package let function: String
    /// The expression that was tested.
    package let range: ByteRange
    package let result: Bool
    /// A comparison's operands, or the value tested.
    package let operands: [Operand]
  }

  package struct Operand: Sendable, Hashable {
    package let range: ByteRange
    package let repr: String
  }

  package struct Return: Sendable, Hashable {
    package let function: String
    /// The `return` statement.
    package let range: ByteRange
    package let repr: String
  }

  package private(set) var decisions: [Decision] = []
  /// In the order they were executed.
  package private(set) var returns: [Return] = []
  private let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  /// The last `return` that a function executed.
  package func lastReturn(of function: String) -> Return? { returns.last { $0.function == function } }

  func record(_ result: Bool, of operands: [(ByteRange, Object)], at range: ByteRange, in function: String) {
    guard decisions.count < limit else { return }
    decisions.append(
      Decision(
        function: function, range: range, result: result,
        operands: operands.map { Operand(range: $0.0, repr: Summary.text(of: $0.1)) }))
  }

  func record(return value: Object, at range: ByteRange, in function: String) {
    let event = Return(function: function, range: range, repr: Summary.text(of: value))
    if returns.count >= limit { returns.removeFirst() }
    returns.append(event)
  }
}
