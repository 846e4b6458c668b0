/// A value that a resource is made of, as Python source.
indirect enum PythonValue: Sendable, Hashable {
  case none
  case bool(Bool)
  /// Digits, or the `repr` of a float.
  case number(String)
  case string(String)
  case list([PythonValue])
  case dict([Item])

  struct Item: Sendable, Hashable {
    var key: PythonValue
    var value: PythonValue
  }

  var source: String {
    switch self {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .number(let text): ["inf", "-inf", "nan"].contains(text) ? "float('\(text)')" : text
    case .string(let text): PythonValue.quoted(text)
    case .list(let items): "[" + items.map(\.source).joined(separator: ", ") + "]"
    case .dict(let items):
      "{" + items.map { "\($0.key.source): \($0.value.source)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\" + String(scalar)
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "'"
  }

  // MARK: Places within a value

  /// The way to a part: positions in lists and in the items of dicts.
  typealias Path = [Int]

  /// The ways to the value itself and to everything in it.
  var paths: [Path] {
    switch self {
    case .list(let items):
      [[]] + items.enumerated().flatMap { index, item in item.paths.map { [index] + $0 } }
    case .dict(let items):
      [[]] + items.enumerated().flatMap { index, item in item.value.paths.map { [index] + $0 } }
    default: [[]]
    }
  }

  subscript(path: Path) -> PythonValue {
    get {
      guard let first = path.first else { return self }
      let rest = Path(path.dropFirst())
      switch self {
      case .list(let items) where items.indices.contains(first): return items[first][rest]
      case .dict(let items) where items.indices.contains(first): return items[first].value[rest]
      default: return .none
      }
    }
    set {
      guard let first = path.first else { return self = newValue }
      let rest = Path(path.dropFirst())
      switch self {
      case .list(var items) where items.indices.contains(first):
        items[first][rest] = newValue
        self = .list(items)
      case .dict(var items) where items.indices.contains(first):
        items[first].value[rest] = newValue
        self = .dict(items)
      default: break
      }
    }
  }
}

/// Written by the oracle as `["kind", content]`, so that the order of keys and the digits of numbers survive.
extension PythonValue: Decodable {
  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    switch try container.decode(String.self) {
    case "bool": self = .bool(try container.decode(Bool.self))
    case "number": self = .number(try container.decode(String.self))
    case "string": self = .string(try container.decode(String.self))
    case "list": self = .list(try container.decode([PythonValue].self))
    case "dict":
      let parts = try container.decode([PythonValue].self)
      self = .dict(
        stride(from: 0, to: parts.count - 1, by: 2).map { Item(key: parts[$0], value: parts[$0 + 1]) })
    default: self = .none
    }
  }
}
