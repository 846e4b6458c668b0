/// A statement about one value of a resource: `Status eq "ISSUED"`.
package struct Predicate: Sendable, Hashable {
  /// What the value is compared with.
  package enum Operand: Sendable, Hashable {
    case literal(LogicValue)
    case path(Path)
  }

  package let path: Path
  package let `operator`: Operator
  /// `nil` exactly when the operator takes none.
  package let operand: Operand?

  package init(_ path: Path, _ operator: Operator, _ operand: Operand? = nil) {
    self.path = path
    self.operator = `operator`
    self.operand = operand
  }

  package init(_ path: Path, _ operator: Operator, _ literal: LogicValue) {
    self.init(path, `operator`, .literal(literal))
  }
}

/// What a predicate asks. An absent value is taken as null by all but `is_present`. A comparison that Python
/// would answer with an exception is false.
package enum Operator: String, Sendable, Hashable, CaseIterable {
  /// No value: absent, null, or an empty string, list or map.
  case isNull = "is_null"
  /// Neither absent nor null; may be empty. The same as `ne null`.
  case exists
  /// The key is there, whatever its value.
  case isPresent = "is_present"
  /// Python's truth, for a value that may be a number or a boolean: not absent, null, empty, zero or false.
  case isTruthy = "is_truthy"
  case eq, ne, gt, ge, lt, le
  /// The very boolean: unlike `eq`, `is true` doesn't hold for `1`.
  case `is`
  /// An element of the list, a key of the map, or a part of the text on the right.
  case `in`
  /// Has the element, key or part on the right.
  case contains
  /// Text that starts with the text on the right, or with one of a list of them.
  case startsWith = "starts_with"
  /// Text that ends with the text on the right, or with one of a list of them.
  case endsWith = "ends_with"
  /// A `map`, `list`, `string`, `boolean`, `integer` or `float`, or one of a list of them. A boolean is an
  /// integer too, as in Python.
  case hasType = "has_type"
  case lengthEq = "length_eq"
  case lengthGt = "length_gt"
  case lengthGe = "length_ge"
  case lengthLt = "length_lt"
  case lengthLe = "length_le"

  package var takesOperand: Bool {
    switch self {
    case .isNull, .exists, .isPresent, .isTruthy: false
    default: true
    }
  }

  /// Whether it holds for a value (`nil` when absent) and its operand.
  package func holds(for value: LogicValue?, _ operand: LogicValue) -> Bool {
    let present = value ?? .null
    switch self {
    case .isNull: return present.isEmpty
    case .exists: return present != .null
    case .isPresent: return value != nil
    case .isTruthy: return present.isTruthy
    case .eq: return present.equals(operand)
    case .ne: return !present.equals(operand)
    case .gt: return present.order(operand) == .greater
    case .ge: return [.greater, .equal].contains(present.order(operand))
    case .lt: return present.order(operand) == .less
    case .le: return [.less, .equal].contains(present.order(operand))
    case .is: return present == operand
    case .in: return operand.contains(present)
    case .contains: return present.contains(operand)
    case .startsWith: return present.matchesAffix(operand) { $0.starts(with: $1) }
    case .endsWith: return present.matchesAffix(operand) { $0.reversed().starts(with: $1.reversed()) }
    case .hasType: return value.map { $0.hasType(operand) } ?? false
    case .lengthEq: return present.compareLength(operand, ==)
    case .lengthGt: return present.compareLength(operand, >)
    case .lengthGe: return present.compareLength(operand, >=)
    case .lengthLt: return present.compareLength(operand, <)
    case .lengthLe: return present.compareLength(operand, <=)
    }
  }
}

extension LogicValue {
  fileprivate func matchesAffix(_ affix: LogicValue, _ holds: (String.UTF8View, String.UTF8View) -> Bool)
    -> Bool
  {
    guard case .string(let text) = self else { return false }
    switch affix {
    case .string(let affix): return holds(text.utf8, affix.utf8)
    case .list(let affixes): return affixes.contains { matchesAffix($0, holds) }
    default: return false
    }
  }

  fileprivate func hasType(_ type: LogicValue) -> Bool {
    switch (self, type) {
    case (_, .list(let types)): types.contains(where: hasType)
    case (.map, .string("map")), (.list, .string("list")), (.string, .string("string")): true
    case (.bool, .string("boolean")), (.bool, .string("integer")), (.int, .string("integer")): true
    case (.double, .string("float")): true
    default: false
    }
  }

  fileprivate func compareLength(_ operand: LogicValue, _ holds: (Int, Int) -> Bool) -> Bool {
    guard let length, case .int(let bound) = operand else { return false }
    return holds(length, bound)
  }
}
