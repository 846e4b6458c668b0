/// A value as it was when it was looked at, as much of it as people want to see: scalars whole, of containers the
/// first items. It refers to nothing of the run, and its text is made only when someone reads it.
package indirect enum ValueSketch: Sendable, Hashable {
  package enum Bracket: Sendable, Hashable { case list, tuple, set, frozenset }

  package struct Member: Sendable, Hashable {
    package let key: ValueSketch
    package let value: ValueSketch
  }

  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// The beginning of a text, and whether that is all of it.
  case string(PyString, isWhole: Bool)
  /// The first items, and how many there are.
  case items([ValueSketch], Bracket, count: Int)
  case dict([Member], count: Int)
  /// Anything else, as `Summary` shows it.
  case other(String)

  private static let maximumLength = 200
  static let maximumItems = 4
  private static let maximumDepth = 2

  init(_ object: Object) { self.init(object, depth: 0) }

  init(items: [Object], count: Int) {
    self = .items(ValueSketch.list(items[...], depth: 0), .list, count: count)
  }

  init(entries: ContiguousArray<HashTable.Entry?>, count: Int) {
    self = .dict(ValueSketch.members(entries[...], depth: 0), count: count)
  }

  private init(_ object: Object, depth: Int) {
    switch object {
    case .none: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .string(let text):
      // A short text's code points need not be counted.
      let start =
        text.utf8Count <= ValueSketch.maximumLength ? text : text.slice(0..<ValueSketch.maximumLength)
      self = .string(start, isWhole: start.utf8Count == text.utf8Count)
    case .list(let list):
      self = .items(ValueSketch.list(list.items[...], depth: depth), .list, count: list.items.count)
    case .tuple(let tuple):
      self = .items(ValueSketch.list(tuple.items[...], depth: depth), .tuple, count: tuple.items.count)
    case .set(let set):
      let items = Array(set.table.entries.lazy.compactMap { $0?.key }.prefix(ValueSketch.maximumItems))
      self = .items(
        ValueSketch.list(items[...], depth: depth), set.isFrozen ? .frozenset : .set, count: set.table.count)
    case .dict(let dict):
      self = .dict(ValueSketch.members(dict.table.entries[...], depth: depth), count: dict.table.count)
    default: self = .other(Summary.text(of: object))
    }
  }

  private static func list(_ items: ArraySlice<Object>, depth: Int) -> [ValueSketch] {
    guard depth < maximumDepth else { return [] }
    return items.prefix(maximumItems).map { ValueSketch($0, depth: depth + 1) }
  }

  private static func members(
    _ entries: ContiguousArray<HashTable.Entry?>.SubSequence, depth: Int
  ) -> [Member] {
    guard depth < maximumDepth else { return [] }
    return entries.lazy.compactMap(\.self).prefix(maximumItems).map {
      Member(key: ValueSketch($0.key, depth: depth + 1), value: ValueSketch($0.value, depth: depth + 1))
    }
  }
}

extension ValueSketch {
  /// In which words a value is shown: those of the code, or those of the resource as its file has it.
  package enum Notation: Sendable { case python, json }

  /// One line of at most about `limit` characters: what is left out is marked by `…`.
  package func text(_ notation: Notation, limit: Int = 80) -> String {
    let text = whole(notation)
    guard text.unicodeScalars.count > limit, limit > 2 else { return text }
    switch self {
    case .string: return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 2))) + "…\""
    default: return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
    }
  }

  private func whole(_ notation: Notation) -> String {
    switch self {
    case .none: return notation == .python ? "None" : "null"
    case .bool(let value):
      return notation == .python ? (value ? "True" : "False") : (value ? "true" : "false")
    case .int(let value): return String(value)
    case .float(let value): return FloatText.repr(value)
    case .string(let text, let isWhole): return quoted(text, isWhole: isWhole)
    case .items(let items, let bracket, let count):
      let list = list(items.map { $0.whole(notation) }, count)
      switch bracket {
      case .list: return "[\(list)]"
      case .tuple: return count == 1 ? "(\(list),)" : "(\(list))"
      case .set: return count == 0 ? "set()" : "{\(list)}"
      case .frozenset: return count == 0 ? "frozenset()" : "frozenset({\(list)})"
      }
    case .dict(let members, let count):
      return "{" + list(members.map { "\($0.key.whole(notation)): \($0.value.whole(notation))" }, count) + "}"
    case .other(let text): return text
    }
  }

  private func list(_ shown: [String], _ count: Int) -> String {
    (shown + (count > shown.count ? ["…"] : [])).joined(separator: ", ")
  }

  /// In double quotes, which both notations understand.
  private func quoted(_ text: PyString, isWhole: Bool) -> String {
    var result = "\""
    for scalar in text.scalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          result +=
            "\\u" + String(repeating: "0", count: max(0, 4 - hexadecimal(scalar).count)) + hexadecimal(scalar)
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + (isWhole ? "\"" : "…\"")
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }
}
