package import Foundation

/// A JSON value that tests write as Swift literals and read by name and index.
///
///     let parameters: JSON = ["textDocument": ["uri": "file:///a.yml", "version": 1]]
///     parameters["textDocument"]["version"].int  // 1
package enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// A member of an object; null if there is none.
  package subscript(name: String) -> JSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// An element of an array; null if there is none.
  package subscript(index: Int) -> JSON {
    if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { .null }
  }

  package var isNull: Bool { self == .null }

  package var string: String? { if case .string(let value) = self { value } else { nil } }

  package var int: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array; empty for anything else.
  package var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }

  package var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
}

extension JSON: Codable {
  package init(parsing data: Data) throws {
    self = try JSONDecoder().decode(JSON.self, from: data)
  }

  package init(parsing text: String) throws { try self.init(parsing: Data(text.utf8)) }

  package func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value):
      if let integer = Int(exactly: value) {
        try container.encode(integer)
      } else {
        try container.encode(value)
      }
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(members) { _, last in last })
  }
}

extension JSON: CustomStringConvertible {
  package var description: String { (try? data()).map { String(decoding: $0, as: UTF8.self) } ?? "?" }
}
