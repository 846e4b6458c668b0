/// A value of a resource, event or literal, as conditions see it: JSON's kinds, with integers apart from
/// floating-point numbers.
///
/// Comparison follows Python 3.11 (Language Reference, 6.10.1 *Value comparisons*), because a condition must
/// agree with the code it was lowered from: `True == 1 == 1.0`, text compares by code point.
package indirect enum LogicValue: Sendable, Hashable {
  /// A key and its value; a map keeps the order of its entries, as Python does.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: LogicValue

    package init(_ key: String, _ value: LogicValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case list([LogicValue])
  case map([Entry])
}

extension LogicValue {
  /// No value: null, or an empty string, list or map.
  package var isEmpty: Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .list(let elements): elements.isEmpty
    case .map(let entries): entries.isEmpty
    case .bool, .int, .double: false
    }
  }

  /// Python's truth (Language Reference, 6.11 *Boolean operations*).
  package var isTruthy: Bool {
    switch self {
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    default: !isEmpty
    }
  }

  /// What Python's `len` gives; `nil` where it raises.
  package var length: Int? {
    switch self {
    case .string(let text): text.unicodeScalars.count
    case .list(let elements): elements.count
    case .map(let entries): entries.count
    default: nil
    }
  }

  /// What Python iterates over: elements, keys, or the characters of a text; `nil` where it raises.
  package var elements: [LogicValue]? {
    switch self {
    case .string(let text): text.unicodeScalars.map { .string(String(Character($0))) }
    case .list(let elements): elements
    case .map(let entries): entries.map { .string($0.key) }
    default: nil
    }
  }

  /// Python's `==`.
  package func equals(_ other: LogicValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.map(let left), .map(let right)):
      left.count == right.count
        && left.allSatisfy { entry in
          right.contains { $0.key.utf8.elementsEqual(entry.key.utf8) && entry.value.equals($0.value) }
        }
    default: numericOrder(other) == .equal
    }
  }

  /// Python's `<` and its kin: `nil` where they raise, or where no order holds (NaN).
  package func order(_ other: LogicValue) -> Order? {
    switch (self, other) {
    case (.string(let left), .string(let right)):
      // UTF-8 sorts as its code points do.
      if left.utf8.elementsEqual(right.utf8) { return .equal }
      return left.utf8.lexicographicallyPrecedes(right.utf8) ? .less : .greater
    case (.list(let left), .list(let right)):
      for (first, second) in zip(left, right) where !first.equals(second) { return first.order(second) }
      return Order(left.count, right.count)
    default: return numericOrder(other)
    }
  }

  /// Python's `element in self`; `false` where it raises.
  package func contains(_ element: LogicValue) -> Bool {
    switch (self, element) {
    case (.string(let text), .string(let part)): text.containsBytes(of: part)
    case (.list(let elements), _): elements.contains { $0.equals(element) }
    case (.map(let entries), .string(let key)): entries.contains { $0.key.utf8.elementsEqual(key.utf8) }
    default: false
    }
  }

  package enum Order: Sendable {
    case less, equal, greater

    init<Value: Comparable>(_ left: Value, _ right: Value) {
      self = left < right ? .less : left == right ? .equal : .greater
    }
  }

  private func numericOrder(_ other: LogicValue) -> Order? {
    switch (asNumber, other.asNumber) {
    case (.int(let left), .int(let right)): return Order(left, right)
    case (.double(let left), .double(let right)): return left.isNaN || right.isNaN ? nil : Order(left, right)
    case (.int(let left), .double(let right)): return LogicValue.order(left, right)
    case (.double(let left), .int(let right)):
      switch LogicValue.order(right, left) {
      case .less: return .greater
      case .greater: return .less
      case let same: return same
      }
    default: return nil
    }
  }

  private var asNumber: LogicValue? {
    switch self {
    case .bool(let value): .int(value ? 1 : 0)
    case .int, .double: self
    default: nil
    }
  }

  /// Exact, as Python's is: converting the integer would round it.
  private static func order(_ integer: Int, _ double: Double) -> Order? {
    if double.isNaN { return nil }
    guard let floor = Int(exactly: double.rounded(.down)) else { return double > 0 ? .less : .greater }
    if integer != floor { return Order(integer, floor) }
    return double > double.rounded(.down) ? .less : .equal
  }
}

extension String {
  /// Whether `part` occurs in the text, code point for code point.
  func containsBytes(of part: String) -> Bool {
    let text = Array(utf8)
    let part = Array(part.utf8)
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }
}
