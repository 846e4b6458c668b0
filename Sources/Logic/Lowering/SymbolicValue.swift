import Python

/// What a Python expression gives, as far as it is known without running it.
indirect enum SymbolicValue: Hashable, Sendable {
  /// The resource or event itself.
  case resource
  case field(Field)
  /// `None`, a boolean, number or text, or a dict with text keys and such values.
  case constant(LogicValue)
  /// A list, tuple or set that the code spells out.
  case display(Display, [SymbolicValue])
  /// A boolean.
  case condition(Condition)
  case choice(Condition, SymbolicValue, SymbolicValue)
  /// `len` of the second; the first says when it isn't zero.
  case length(nonZero: Condition, of: Field?)
  /// A list or set of which only this is known: when it has elements.
  case collection(nonEmpty: Condition)
  case function(FunctionReference)
  case imported(module: String, name: String)
  /// Python has raised; nothing is said of such resources.
  case never
  /// The iteration of a loop ends with `continue` or `break`.
  case continued, broken
  /// The value a variable had when this iteration of the loop began.
  case carried(OpaqueTerm)
  case unknown(OpaqueTerm)

  enum Display: Hashable, Sendable { case list, tuple, set }
}

/// A value of the resource, with what stands in for it when it is missing.
struct Field: Hashable, Sendable {
  let path: Path
  var fallback: Fallback?

  init(_ path: Path, fallback: Fallback? = nil) {
    self.path = path
    self.fallback = fallback
  }

  struct Fallback: Hashable, Sendable {
    /// `absent`: `x.get(key, value)`; `null`: absent or null, `deep_get`; `falsy`: `x or value`.
    enum Occasion: Hashable, Sendable { case absent, null, falsy }

    let value: LogicValue
    let occasion: Occasion

    init(_ value: LogicValue, when occasion: Occasion) {
      self.value = value
      self.occasion = occasion
    }
  }
}

struct FunctionReference: Hashable, Sendable {
  let definition: FunctionDefinition
  /// The helper that defines it; `nil` for the detection's own module.
  let module: String?

  static func == (left: FunctionReference, right: FunctionReference) -> Bool {
    left.definition.name == right.definition.name && left.module == right.module
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(definition.name)
    hasher.combine(module)
  }
}

extension SymbolicValue {
  static let none = SymbolicValue.constant(.null)

  static func bool(_ value: Bool) -> SymbolicValue { .constant(.bool(value)) }

  /// `then` where the condition holds, else `otherwise`, as simple as that can be said.
  static func either(_ condition: Condition, _ then: SymbolicValue, _ otherwise: SymbolicValue)
    -> SymbolicValue
  {
    switch (condition, then, otherwise) {
    case (.constant(true), _, _), (_, _, .never): then
    case (.constant(false), _, _), (_, .never, _): otherwise
    default: then == otherwise ? then : .choice(condition, then, otherwise)
    }
  }

  /// The value as a literal of the text form; sets and tuples have none.
  var literal: LogicValue? {
    switch self {
    case .constant(let value): value
    case .display(.list, let elements): SymbolicValue.literals(elements).map { .list($0) }
    default: nil
    }
  }

  /// What `in` finds inside the value, as a literal.
  var container: LogicValue? {
    switch self {
    case .constant(.string), .constant(.map): literal
    case .display(_, let elements): SymbolicValue.literals(elements).map { .list($0) }
    default: nil
    }
  }

  private static func literals(_ values: [SymbolicValue]) -> [LogicValue]? {
    let literals = values.compactMap(\.literal)
    return literals.count == values.count ? literals : nil
  }

  /// The parts of a display, the keys of a dict, the characters of a text.
  var constantElements: [SymbolicValue]? {
    switch self {
    case .display(_, let elements): elements
    case .constant(let value): value.elements?.map { .constant($0) }
    default: nil
    }
  }
}

extension Condition {
  /// `self and other`, folding constants only: what the author wrote is kept until it is complete.
  func and(_ other: Condition) -> Condition {
    switch (self, other) {
    case (.constant(true), _), (_, .constant(false)): other
    case (.constant(false), _), (_, .constant(true)): self
    default: self == other ? self : .and([self, other])
    }
  }

  func or(_ other: Condition) -> Condition {
    switch (self, other) {
    case (.constant(false), _), (_, .constant(true)): other
    case (.constant(true), _), (_, .constant(false)): self
    default: self == other ? self : .or([self, other])
    }
  }

  static func either(_ condition: Condition, _ then: Condition, _ otherwise: Condition) -> Condition {
    if then == otherwise { return then }
    return switch (then, otherwise) {
    case (.constant(true), _): condition.or(otherwise)
    case (.constant(false), _): condition.negated.and(otherwise)
    case (_, .constant(true)): condition.negated.or(then)
    case (_, .constant(false)): condition.and(then)
    default: condition.and(then).or(condition.negated.and(otherwise))
    }
  }
}
