/// Any JSON value (RFC 8259), as a client sent it.
///
/// The server reads and writes JSON with a few hundred lines of its own: an edit's way through Foundation's
/// coders takes longer than running a policy's tests.
package enum JSONValue: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// In the order of the text; of members with one name, the last counts.
  case object([Member])

  package var string: String? { if case .string(let value) = self { value } else { nil } }

  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    case .null, .boolean, .string, .array, .object: nil
    }
  }

  package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  package var isObject: Bool { if case .object = self { true } else { false } }

  /// A member of an object; `nil` if there is none or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }
}

/// A value that lacks a member, or has another form than its reader needs.
struct JSONMismatch: Error {
  let member: String
}

/// What can be read from JSON. Members that a type doesn't know are ignored.
protocol JSONDecodable: Sendable {
  init(json: JSONValue) throws(JSONMismatch)
}

extension JSONValue {
  func member(_ name: String) throws(JSONMismatch) -> JSONValue {
    guard let value = self[name] else { throw JSONMismatch(member: name) }
    return value
  }

  func string(_ name: String) throws(JSONMismatch) -> String {
    guard let value = self[name]?.string else { throw JSONMismatch(member: name) }
    return value
  }

  func integer(_ name: String) throws(JSONMismatch) -> Int {
    guard let value = self[name]?.integer else { throw JSONMismatch(member: name) }
    return value
  }

  func elements(_ name: String) throws(JSONMismatch) -> [JSONValue] {
    guard let value = self[name]?.elements else { throw JSONMismatch(member: name) }
    return value
  }

  /// A member that may be absent or null, but not of another form.
  func optional<Value: JSONDecodable>(_ name: String, _ type: Value.Type) throws(JSONMismatch) -> Value? {
    guard let value = self[name], value != .null else { return nil }
    return try Value(json: value)
  }
}
