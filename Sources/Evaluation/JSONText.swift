import Sandbox

/// The JSON form of a Python value, as PAT 1.11.1 writes an alert context: `json.dumps` with
/// `allow_nan=False` and its own words for what has no JSON form.
enum JSONText {
  /// Why a value has no JSON form.
  enum Failure: Error {
    case exception(type: String, message: String)
    /// Whether the value has a JSON form depends on what isn't implemented.
    case unsupported(String)
  }

  /// Beyond it a value is taken for one that contains itself.
  private static let maximumDepth = 200

  static func text(of object: Object) throws(Failure) -> String { try text(of: object, depth: 0) }

  private static func text(of object: Object, depth: Int) throws(Failure) -> String {
    guard depth < maximumDepth else {
      throw .exception(type: "ValueError", message: "Circular reference detected")
    }
    switch object {
    case .none: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return String(value)
    case .bigInt(let object):
      guard let text = object.value.decimalText else {
        throw .exception(type: "ValueError", message: BigInteger.tooManyDigits)
      }
      return text
    case .float(let value): return try text(of: value)
    case .string(let value): return quoted(value)
    case .list(let value): return try list(value.items, depth: depth)
    case .tuple(let value): return try list(value.items, depth: depth)
    case .dict(let value):
      var members: [String] = []
      for (key, value) in value.table.pairs {
        members.append("\(try self.key(key)): \(try text(of: value, depth: depth + 1))")
      }
      return "{" + members.joined(separator: ", ") + "}"
    case .instance, .native, .placeholder:
      throw .unsupported("a value of type \(object.typeName) in JSON")
    default:
      throw .exception(
        type: "TypeError",
        message: "object of type <class '\(object.qualifiedTypeName)'> is not JSON serializable")
    }
  }

  private static func list(_ items: [Object], depth: Int) throws(Failure) -> String {
    var texts: [String] = []
    for item in items { texts.append(try text(of: item, depth: depth + 1)) }
    return "[" + texts.joined(separator: ", ") + "]"
  }

  private static func text(of value: Double) throws(Failure) -> String {
    guard value.isFinite else {
      throw .exception(type: "ValueError", message: "Out of range float values are not JSON compliant")
    }
    return Summary.text(of: .float(value))
  }

  /// `json.dumps` turns keys that are numbers, booleans or `None` into strings and refuses any other.
  private static func key(_ key: Object) throws(Failure) -> String {
    switch key {
    case .string(let value): return quoted(value)
    case .none, .bool, .int, .bigInt, .float: return "\"\(try text(of: key, depth: 0))\""
    default:
      throw .exception(
        type: "TypeError", message: "keys must be str, int, float, bool or None, not \(key.typeName)")
    }
  }

  private static func quoted(_ text: PyString) -> String {
    var result = "\""
    for scalar in text.scalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { result += escape(unit) }
      }
    }
    return result + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
