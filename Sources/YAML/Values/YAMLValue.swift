/// What a document means to the Panther tool: the value that its loader (PyYAML's `CSafeLoader` with the
/// constructors of panther_analysis_tool 1.11) hands to Python.
package enum YAMLValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits: decimal digits, with `-` in front of a negative one.
  case bigInt(String)
  case float(Double)
  case string(String)
  case binary([UInt8])
  case sequence([YAMLValue])
  /// Keys are unique, in the order of a Python `dict`: where they first stood, with the last value.
  case mapping([Pair])
  case set([YAMLValue])
  /// `!!omap` and `!!pairs`: a list of tuples.
  case pairs([Pair])

  package struct Pair: Sendable, Hashable {
    package let key: YAMLValue
    package let value: YAMLValue

    package init(key: YAMLValue, value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a string key of a mapping.
  package subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = self else { return nil }
    return pairs.first { pair in
      if case .string(let text) = pair.key { text.utf8.elementsEqual(key.utf8) } else { false }
    }?.value
  }
}

/// What one scalar means to the Panther tool's loader.
package enum YAMLScalarValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  /// An integer beyond 64 bits: decimal digits, with `-` in front of a negative one.
  case bigInt(String)
  case float(Double)
  case string(String)
  case binary([UInt8])
  /// The loader gives up on it.
  case rejected(YAMLErrorCode)

  /// The same as a value; nil if it is rejected.
  package var value: YAMLValue? {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .bigInt(let digits): .bigInt(digits)
    case .float(let value): .float(value)
    case .string(let text): .string(text)
    case .binary(let bytes): .binary(bytes)
    case .rejected: nil
    }
  }
}
