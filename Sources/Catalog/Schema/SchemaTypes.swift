/// The types of JSON Schema's `type` keyword (2020-12 validation, section 6.1.1), as a set.
///
/// One deviation: an integer is what YAML resolves to an integer. JSON Schema also counts `1.0` as one,
/// the Panther tool doesn't.
package struct SchemaTypes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let null = SchemaTypes(rawValue: 1)
  package static let boolean = SchemaTypes(rawValue: 2)
  package static let integer = SchemaTypes(rawValue: 4)
  /// Integers and fractions: JSON Schema's `number`.
  package static let number = SchemaTypes(rawValue: 8 | 4)
  package static let string = SchemaTypes(rawValue: 16)
  package static let array = SchemaTypes(rawValue: 32)
  package static let object = SchemaTypes(rawValue: 64)
  /// A schema without `type`.
  package static let any = SchemaTypes(rawValue: 0x7F)

  init?(keyword: String) {
    switch keyword {
    case "null": self = .null
    case "boolean": self = .boolean
    case "integer": self = .integer
    case "number": self = .number
    case "string": self = .string
    case "array": self = .array
    case "object": self = .object
    default: return nil
    }
  }

  /// The types in the words of YAML authors: "string", "list", "map", …
  package var names: [String] {
    if self == .any { return [] }
    var names: [String] = []
    if contains(.string) { names.append("string") }
    if contains(.boolean) { names.append("boolean") }
    if contains(.number) { names.append("number") } else if contains(.integer) { names.append("integer") }
    if contains(.array) { names.append("list") }
    if contains(.object) { names.append("map") }
    if contains(.null) { names.append("null") }
    return names
  }
}
