/// A key as Python's `dict` compares it: `1`, `1.0` and `True` are one key, and texts are equal only if they
/// are the same code points, whereas Swift's strings are equal up to canonical equivalence.
enum PythonKey: Hashable {
  case null
  case int(Int)
  case bigInt(String)
  case float(UInt64)
  case text(ExactText)
  case bytes([UInt8])
  case unhashable

  init(_ value: YAMLValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .int(value ? 1 : 0)
    case .int(let value): self = .int(value)
    case .bigInt(let digits): self = .bigInt(digits)
    case .float(let value): self = Int(exactly: value).map(PythonKey.int) ?? .float(value.bitPattern)
    case .string(let text): self = .text(ExactText(text: text))
    case .binary(let bytes): self = .bytes(bytes)
    case .sequence, .mapping, .set, .pairs: self = .unhashable
    }
  }
}

/// A text that is equal to another only if it has the same code points.
struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
