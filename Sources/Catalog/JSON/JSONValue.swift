/// A JSON value (RFC 8259) whose objects keep the order of their members.
///
/// The order matters: the order of a schema's `properties` is the order in which keys are offered and
/// written. `JSONDecoder` loses it, and takes close to a millisecond for a schema when it runs for the
/// first time in a process, which is most of what the first diagnostics may cost.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One `"name": value` of an object.
package struct JSONMember: Sendable, Hashable {
  package let name: String
  package let value: JSONValue

  package init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// The member of an object, the last one if the name repeats; nil for any other value.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  package var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  package var array: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  package var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The strings of an array; other items are left out.
  package var strings: [String]? { array?.compactMap(\.string) }
}

extension JSONValue: CustomStringConvertible {
  /// Compact JSON text, with a space after commas and colons.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): quoted(text)
    case .array(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.name) + ": " + $0.value.description }.joined(separator: ", ") + "}"
    }
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{0}"..."\u{1F}":
      result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
