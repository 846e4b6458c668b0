import Catalog
import SourceText

/// What may stand at a place of a detection: its part of the outline, or anything.
struct Shape: Sendable {
  let document: SchemaDocument?
  /// Nil for free-form data, such as a log event.
  let node: SchemaNode?

  static let free = Shape(document: nil, node: nil)

  init(document: SchemaDocument?, node: SchemaNode?) {
    self.document = document
    let resolved = node.flatMap { document?.resolving($0) }
    let saysNothing =
      resolved.map { $0.types == .any && !$0.constrainsKeys && $0.items == nil && $0.allowedValues.isEmpty }
    self.node = saysNothing == false ? resolved : nil
  }

  init(_ outline: Outline) { self.init(document: outline.document, node: outline.root) }

  var isFree: Bool { node == nil }
  /// Whether it is part of an event or a resource: any key may be there, whatever the outline names.
  var isData: Bool {
    guard let node else { return true }
    if case .allowed = node.additionalProperties { return node.types.contains(.object) } else { return false }
  }
  /// Whether it is data of which no key is known.
  var isUnknownData: Bool { isData && node.map { $0.properties.isEmpty && $0.allOf.isEmpty } ?? true }
  /// Whether it has the keys that the outline names and no others.
  var isClosed: Bool { if case .forbidden? = node?.additionalProperties { true } else { false } }
  /// Whether only a map or a list may stand here.
  var isCollection: Bool { node.map { $0.types.isSubset(of: [.array, .object]) } ?? false }
  var admitsMap: Bool { node?.types.contains(.object) ?? true }
  var admitsList: Bool { node?.types.contains(.array) ?? true }
  var admitsScalar: Bool { node.map { !$0.types.isDisjoint(with: [.string, .boolean, .number]) } ?? true }
  /// Whether a scalar of several lines may stand here.
  var admitsText: Bool { node?.types.contains(.string) ?? true }
  var admitsSeveralLines: Bool { admitsText && node?.allowedValues.isEmpty ?? true }
  var required: [String] { node?.required ?? [] }

  var item: Shape { Shape(document: document, node: node?.items) }

  /// How well a key suits a map of this shape.
  enum KeyFit: Sendable {
    /// The outline names the key.
    case named
    /// Any key is welcome.
    case open
    case unknown
  }

  func fit(ofKey name: String) -> KeyFit {
    guard let node else { return .open }
    guard node.types.contains(.object) else { return .unknown }
    if property(name) != nil { return .named }
    return isClosed ? .unknown : .open
  }

  private func property(_ name: String) -> SchemaNode? {
    guard let node else { return nil }
    if let property = node.property(name) { return property }
    for part in node.allOf {
      if let property = document?.resolving(part).property(name) { return property }
    }
    return nil
  }

  /// Whether a key is nearly spelt as one that the outline names.
  func resembles(_ name: String) -> Bool {
    guard let node, node.types.contains(.object) else { return false }
    return nearestName(to: name, among: node.properties.map(\.name)) != nil
  }

  /// What may be the value of a key.
  func value(ofKey name: String) -> Shape {
    guard let node else { return .free }
    if let property = property(name) { return Shape(document: document, node: property) }
    if case .matching(let schema) = node.additionalProperties {
      return Shape(document: document, node: schema)
    }
    return .free
  }

  /// How well a value suits a place.
  enum ValueFit: Sendable {
    case suitable
    /// Of the right type, but none of the values that the outline lists.
    case odd
    case unsuitable
  }

  /// Whether a value that begins so may stand here.
  func admits(_ value: ValueStart, in text: PastedText) -> Bool { fit(of: value, in: text) == .suitable }

  func fit(of value: ValueStart, in text: PastedText) -> ValueFit {
    guard let node else { return .suitable }
    switch value {
    case .nothing, .alias: return .suitable
    case .block, .quoted: return admitsText ? .suitable : .unsuitable
    case .flow(let offset):
      let isMap = text.source.bytes[offset] == .openBrace
      return (isMap ? admitsMap : admitsList) ? .suitable : .unsuitable
    case .plain(let range, _):
      guard admitsScalar else { return .unsuitable }
      let scalar = text.source[range]
      if !node.allowedValues.isEmpty {
        return node.allowedValues.contains { $0.value.string == scalar } ? .suitable : .odd
      }
      if admitsText { return .suitable }
      if node.types.contains(.boolean), ["true", "false"].contains(scalar.lowercased()) { return .suitable }
      return node.types.contains(.integer) && Int(scalar) != nil ? .suitable : .odd
    }
  }
}
