import YAML

/// A node as a schema sees it: its type, and its value if it is a scalar.
struct FoundValue {
  let type: FoundType
  /// Nil for collections.
  let scalar: YAMLScalarValue?
  /// The scalar's text as it is written, without quotes.
  let text: String?

  /// Nil for what the loader can't construct; another diagnostic reports that.
  init?(_ node: YAMLNode) {
    switch node.kind {
    case .mapping:
      self.init(type: node.tag == "tag:yaml.org,2002:set" ? .set : .map)
    case .sequence: self.init(type: .list)
    case .alias: return nil
    case .missing: self.init(type: .null, scalar: .null)
    case .scalar:
      let value = node.resolvedScalar
      let type: FoundType
      switch value {
      case .null: type = .null
      case .bool: type = .boolean
      case .int, .bigInt: type = .integer
      case .float: type = .number
      case .string: type = .string
      case .binary: type = .binary
      case .rejected: return nil
      }
      let text = if case .string(let text) = value { text } else { node.scalarText }
      self.init(type: type, scalar: value, text: text)
    }
  }

  private init(type: FoundType, scalar: YAMLScalarValue? = nil, text: String? = nil) {
    self.type = type
    self.scalar = scalar
    self.text = text
  }

  var string: String? {
    guard case .string(let text) = scalar else { return nil }
    return text
  }

  func satisfies(_ types: SchemaTypes) -> Bool {
    switch type {
    case .null: types.contains(.null)
    case .boolean: types.contains(.boolean)
    case .integer: types.contains(.integer)
    case .number: types.contains(.number)
    case .string: types.contains(.string)
    case .list: types.contains(.array)
    case .map: types.contains(.object)
    case .binary, .set: types == .any
    }
  }

  func equals(_ value: JSONValue) -> Bool {
    switch (scalar, value) {
    case (.null, .null): true
    case (.bool(let found), .bool(let wanted)): found == wanted
    case (.int(let found), .integer(let wanted)): found == wanted
    case (.float(let found), .number(let wanted)): found == wanted
    case (.string(let found), .string(let wanted)): found == wanted
    default: false
    }
  }
}
