import SourceText

/// A namespace while its code is being checked (Language Reference, *Naming and binding*; CPython
/// `symtable.c`).
struct Scope {
  enum Kind: Equatable {
    case module, classBody, function, asyncFunction, lambda
    /// CPython's name for it, such as `list comprehension`.
    case comprehension(String)
  }

  /// What a scope does with a name.
  struct Uses: OptionSet {
    let rawValue: UInt8

    static let assigned = Uses(rawValue: 1)
    static let parameter = Uses(rawValue: 2)
    static let read = Uses(rawValue: 4)
    static let annotated = Uses(rawValue: 8)
    static let global = Uses(rawValue: 16)
    static let nonlocal = Uses(rawValue: 32)
    static let imported = Uses(rawValue: 64)
    static let iterationVariable = Uses(rawValue: 128)
  }

  /// What a statement stands in, as far as leaving it is concerned.
  enum Block {
    case loop, exceptStar, other
  }

  let kind: Kind
  var names: [String: Uses] = [:]
  /// The blocks around the current statement, innermost last.
  var blocks: [Block] = []
  var hasYield = false
  /// Whether the scope awaits, or iterates asynchronously.
  var isCoroutine = false
  /// Where `return` has a value.
  var returnedValues: [ByteRange] = []
  /// Names that scopes inside declare `nonlocal`.
  var unresolved: [(name: String, range: ByteRange)] = []
  /// How many iterables of comprehensions the current expression stands in.
  var iterableDepth = 0

  init(_ kind: Kind) {
    self.kind = kind
    isCoroutine = kind == .asyncFunction
  }

  var isFunction: Bool { kind != .module && kind != .classBody }

  var isComprehension: Bool {
    if case .comprehension = kind { true } else { false }
  }
}
