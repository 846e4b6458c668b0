import Sandbox
import YAML

/// Makes Python objects of YAML nodes, as PAT's loader does: plain, mutable `dict`s and `list`s.
///
/// An alias gives the very object of its anchor, in this test and in every other: a detection that changes one
/// sees the change in the other.
struct ResourceBuilder {
  private let interpreter: Interpreter
  private var shared: [YAMLNode: Object] = [:]

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
  }

  mutating func object(_ node: YAMLNode) throws(Unwind) -> Object {
    let content = node.resolvedAlias
    guard content.anchor != nil else { return try build(content) }
    if let known = shared[content] { return known }
    let object = try build(content)
    shared[content] = object
    return object
  }

  private mutating func build(_ node: YAMLNode) throws(Unwind) -> Object {
    switch node.kind {
    case .mapping where node.tag == nil && !hasMergeKey(node):
      let dict = interpreter.makeDict()
      dict.table.reserveCapacity(node.childCount / 2)
      try node.forEachEntry { (entry) throws(Unwind) in
        try interpreter.set(object(entry.key), to: object(entry.value), in: dict)
      }
      return .dict(dict)
    case .sequence where node.tag == nil:
      var items: [Object] = []
      items.reserveCapacity(node.childCount)
      try node.forEachItem { (item) throws(Unwind) in items.append(try object(item)) }
      return try interpreter.list(items)
    case .scalar, .missing:
      return try object(node.resolvedScalar.value ?? .null)
    default:
      return try object((try? node.value()) ?? .null)
    }
  }

  private func hasMergeKey(_ node: YAMLNode) -> Bool {
    var isFound = false
    node.forEachEntry { if $0.key.isPlain("<<") { isFound = true } }
    return isFound
  }

  private func object(_ value: YAMLValue) throws(Unwind) -> Object {
    switch value {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .bigInt(let digits):
      // It may be there as long as nothing looks at it.
      return .placeholder(interpreter.heap.adopt(Placeholder("the integer \(digits), beyond 64 bits,")))
    case .float(let value): return .float(value)
    case .string(let text): return try interpreter.string(text)
    case .binary(let bytes): return try interpreter.bytes(bytes)
    case .sequence(let values): return try interpreter.list(objects(values))
    case .set(let values): return try interpreter.set(objects(values))
    case .mapping(let pairs):
      let dict = interpreter.makeDict()
      for pair in pairs { try interpreter.set(object(pair.key), to: object(pair.value), in: dict) }
      return .dict(dict)
    case .pairs(let pairs):
      var tuples: [Object] = []
      for pair in pairs { tuples.append(interpreter.tuple([try object(pair.key), try object(pair.value)])) }
      return try interpreter.list(tuples)
    }
  }

  private func objects(_ values: [YAMLValue]) throws(Unwind) -> [Object] {
    var objects: [Object] = []
    for value in values { objects.append(try object(value)) }
    return objects
  }
}
