import SourceText
import YAML

/// A document without its layout, on which an operation is what it says: the yardstick for the edits of the text.
indirect enum EditingModel: Equatable {
  /// A scalar's value, or its bytes as they are written.
  case leaf(String)
  case sequence([EditingModel])
  case mapping([Entry])
  /// Newly written, so that its bytes are not compared.
  case anything

  struct Entry: Equatable {
    var key: EditingModel
    var value: EditingModel
  }

  /// - Parameter isWritten: Whether leaves are the bytes of scalars instead of their values.
  init(_ node: YAMLNode?, in source: SourceText, isWritten: Bool) {
    guard let node else {
      self = .leaf(isWritten ? "" : "null")
      return
    }
    switch node.kind {
    case .mapping:
      self = .mapping(
        node.entries.map {
          Entry(
            key: EditingModel($0.key, in: source, isWritten: isWritten),
            value: EditingModel($0.value, in: source, isWritten: isWritten))
        })
    case .sequence:
      self = .sequence(node.items.map { EditingModel($0, in: source, isWritten: isWritten) })
    case .scalar, .alias, .missing:
      self = .leaf(isWritten ? EditingModel.written(node, in: source) : "\(node.resolvedScalar)")
    }
  }

  init(_ value: YAMLValue) {
    switch value {
    case .sequence(let items): self = .sequence(items.map { EditingModel($0) })
    case .mapping(let pairs):
      self = .mapping(pairs.map { Entry(key: EditingModel($0.key), value: EditingModel($0.value)) })
    case .null: self = .leaf("null")
    case .bool(let value): self = .leaf("\(YAMLScalarValue.bool(value))")
    case .int(let value): self = .leaf("\(YAMLScalarValue.int(value))")
    case .float(let value): self = .leaf("\(YAMLScalarValue.float(value))")
    case .string(let text): self = .leaf("\(YAMLScalarValue.string(text))")
    case .bigInt, .binary, .set, .pairs: self = .anything
    }
  }

  /// The anchor, tag and text. A block scalar's header and the break at its end may have to change when it
  /// moves from or to the end of a document without one.
  private static func written(_ node: YAMLNode, in source: SourceText) -> String {
    let properties = node.propertiesRange.map { source[$0] } ?? ""
    guard node.kind == .scalar, node.scalarStyle == .literal || node.scalarStyle == .folded else {
      return properties + source[node.range]
    }
    return properties + source[node.contentRange]
  }

  /// The children; a mapping's are its entries' values.
  func child(_ index: Int) -> EditingModel {
    switch self {
    case .sequence(let items): items[index]
    case .mapping(let entries): entries[index].value
    case .leaf, .anything: self
    }
  }

  /// Changes what is at the end of a path of indices.
  mutating func change(_ path: ArraySlice<Int>, _ body: (inout EditingModel) -> Void) {
    guard let index = path.first else { return body(&self) }
    switch self {
    case .sequence(var items):
      items[index].change(path.dropFirst(), body)
      self = .sequence(items)
    case .mapping(var entries):
      entries[index].value.change(path.dropFirst(), body)
      self = .mapping(entries)
    case .leaf, .anything: break
    }
  }

  mutating func remove(at index: Int) {
    switch self {
    case .sequence(var items):
      items.remove(at: index)
      self = .sequence(items)
    case .mapping(var entries):
      entries.remove(at: index)
      self = .mapping(entries)
    case .leaf, .anything: break
    }
  }

  mutating func move(from source: Int, to target: Int) {
    switch self {
    case .sequence(var items):
      items.insert(items.remove(at: source), at: target)
      self = .sequence(items)
    case .mapping(var entries):
      entries.insert(entries.remove(at: source), at: target)
      self = .mapping(entries)
    case .leaf, .anything: break
    }
  }

  mutating func insert(key: EditingModel?, _ value: EditingModel, at index: Int) {
    switch (self, key) {
    case (.sequence(var items), _):
      items.insert(value, at: index)
      self = .sequence(items)
    case (.mapping(var entries), let key?):
      entries.insert(Entry(key: key, value: value), at: index)
      self = .mapping(entries)
    case (_, let key?): self = .mapping([Entry(key: key, value: value)])
    default: self = .sequence([value])
    }
  }

  func matches(_ other: EditingModel) -> Bool {
    switch (self, other) {
    case (.anything, _), (_, .anything): true
    case (.leaf(let left), .leaf(let right)): left == right
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.matches($1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.key.matches($1.key) && $0.value.matches($1.value) }
    default: false
    }
  }
}
