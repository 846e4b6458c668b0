package import Evaluation
package import Sandbox

/// One step on the way to a test's result, as an author reads it: a condition with the values that decided it, the
/// `return` that gave the answer, or the place that raised.
package struct Reason: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// What it came to the last time, and how often to what.
    case condition(Bool, timesTrue: Int, timesFalse: Int)
    /// A `case` that matched.
    case matched
    case returned(ValueSketch, isLiteral: Bool)
    case raised(String)
    /// What raised was called here.
    case called
  }

  package let kind: Kind
  package let location: SourceLocation
  /// The condition or statement in one line.
  package let text: String
  package let facts: [Fact]
}

/// What is known about a part of a condition.
package enum Fact: Sendable, Hashable {
  /// A part of the resource; `nil` if it is absent.
  case field(ResourcePath, ValueSketch?)
  /// Any other expression, in one line.
  case expression(String, ValueSketch)
  /// Of a part only its truth is known.
  case truth(String, Bool)
  /// The item that decided `any` or `all`.
  case item(ValueSketch)
  /// A loop's variable was bound to a part of the resource.
  case variable(String, ResourcePath)
  /// `any` or `all` looked at so many items and none decided: all were true, or none.
  case noItem(of: Int, areTrue: Bool)

  package var path: ResourcePath? {
    switch self {
    case .field(let path, _), .variable(_, let path): path
    case .expression, .truth, .item, .noItem: nil
    }
  }
}

/// Why a test has its result.
package struct Reasons: Sendable, Hashable {
  /// Those of a function other than the main one, the last time it was called.
  package struct Called: Sendable, Hashable {
    package let function: String
    package let reasons: [Reason]
  }

  /// In the order of the text; the `return` or what raised comes last.
  package let main: [Reason]
  package let called: [Called]
  /// The parts of the resource that were read and that no reason mentions, in the order in which they were read.
  package let otherFields: [Fact]
}
