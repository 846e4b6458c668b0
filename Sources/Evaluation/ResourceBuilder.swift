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
    if content.anchor != nil, let known = shared[content] { return known }
    switch content.kind {
    case .mapping where content.tag == nil && !hasSpecialKey(content):
      let dict = interpreter.makeDict()
      // Known before it is filled: an anchor's node may hold itself.
      share(.dict(dict), of: content)
      dict.table.reserveCapacity(content.childCount / 2)
      try content.forEachEntry { (entry) throws(Unwind) in
        try interpreter.set(object(entry.key), to: object(entry.value), in: dict)
      }
      return .dict(dict)
    case .sequence where content.tag == nil:
      guard case .list(let list) = try interpreter.list([]) else { return .none }
      share(.list(list), of: content)
      list.items.reserveCapacity(content.childCount)
      try content.forEachItem { (item) throws(Unwind) in list.items.append(try object(item)) }
      return .list(list)
    case .scalar, .missing:
      return try object(content.resolvedScalar.value ?? .null)
    default:
      let value: YAMLValue
      do {
        value = try content.value()
      } catch {
        // What the loader refuses is reported where it stands; here it must not pass for a value.
        return unknown("a value that the loader refuses")
      }
      let object = try object(value)
      share(object, of: content)
      return object
    }
  }

  private mutating func share(_ object: Object, of node: YAMLNode) {
    if node.anchor != nil { shared[node] = object }
  }

  /// `<<` merges another mapping and `=` is a text only where it is a key; the loader's own value knows how.
  private func hasSpecialKey(_ node: YAMLNode) -> Bool {
    var isFound = false
    node.forEachEntry { if $0.key.isPlain("<<") || $0.key.isPlain("=") { isFound = true } }
    return isFound
  }

  /// It may be there as long as nothing looks at it; then the run ends as unsupported.
  private func unknown(_ description: String) -> Object {
    .placeholder(interpreter.heap.adopt(Placeholder(description)))
  }

  private func object(_ value: YAMLValue) throws(Unwind) -> Object {
    switch value {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .bigInt(let digits): return unknown("the integer \(digits), beyond 64 bits,")
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
