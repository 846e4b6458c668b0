/// The members of a JSON object, for a reader to whom what is absent, null or of another form was never said.
struct LenientMembers {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }

  /// An array's element of any form.
  private struct Element<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) { value = try? Value(from: decoder) }
  }

  private let container: KeyedDecodingContainer<Name>?

  init(of decoder: (any Decoder)?) { container = try? decoder?.container(keyedBy: Name.self) }

  var isObject: Bool { container != nil }

  /// The members of a member.
  subscript(name: String) -> LenientMembers {
    LenientMembers(of: try? container?.superDecoder(forKey: Name(stringValue: name)))
  }

  func value<Value: Decodable>(_ name: String) -> Value? {
    try? container?.decode(Value.self, forKey: Name(stringValue: name))
  }

  func isTrue(_ name: String) -> Bool { value(name) ?? false }

  /// The strings in an array.
  func strings(_ name: String) -> [String] {
    let elements: [Element<String>] = value(name) ?? []
    return elements.compactMap(\.value)
  }
}
