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

  /// The resource that a test hands to the main function.
  mutating func resource(_ node: YAMLNode) throws(Unwind) -> Object {
    try object(node, in: nil)
  }

  /// An object that stands at a key of another, or at none.
  private mutating func object(
    _ node: YAMLNode, in place: (container: Object, key: Object)?
  ) throws(Unwind) -> Object {
    let content = node.resolvedAlias
    if content.anchor != nil, let known = shared[content] { return known }
    switch content.kind {
    case .mapping where content.tag == nil && !hasSpecialKey(content):
      let dict = interpreter.makeDict()
      // Known before it is filled: an anchor's node may hold itself.
      share(.dict(dict), of: content)
      watch(.dict(dict), at: place)
      dict.table.reserveCapacity(content.childCount / 2)
      try content.forEachEntry { (entry) throws(Unwind) in
        let key = try object(entry.key, in: (.none, .none))
        try interpreter.set(key, to: object(entry.value, in: (.dict(dict), key)), in: dict)
      }
      return .dict(dict)
    case .sequence where content.tag == nil:
      guard case .list(let list) = try interpreter.list([]) else { return .none }
      share(.list(list), of: content)
      watch(.list(list), at: place)
      list.items.reserveCapacity(content.childCount)
      try content.forEachItem { (item) throws(Unwind) in
        list.items.append(try object(item, in: (.list(list), .int(list.items.count))))
      }
      return .list(list)
    case .scalar, .missing:
      return try object(content.resolvedScalar.value ?? .null, in: place)
    default:
      let value: YAMLValue
      do {
        value = try content.value()
      } catch {
        // What the loader refuses is reported where it stands; here it must not pass for a value.
        return unknown("a value that the loader refuses")
      }
      let object = try object(value, in: place)
      share(object, of: content)
      return object
    }
  }

  private mutating func share(_ object: Object, of node: YAMLNode) {
    if node.anchor != nil { shared[node] = object }
  }

  /// Lets reads of the container's parts be recorded.
  private func watch(_ object: Object, at place: (container: Object, key: Object)?) {
    if let place {
      interpreter.watch(object, in: place.container, at: place.key)
    } else {
      interpreter.watch(resource: object)
    }
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

  /// Reading decimal digits takes time in the square of their number.
  private static let maximumDigits = 20_000

  private func object(
    _ value: YAMLValue, in place: (container: Object, key: Object)?
  ) throws(Unwind) -> Object {
    switch value {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .bigInt(let digits):
      guard digits.utf8.count <= Self.maximumDigits, let value = BigInteger(decimal: digits) else {
        return unknown("an integer of \(digits.utf8.count) digits")
      }
      return .integer(value)
    case .float(let value): return .float(value)
    case .string(let text): return try interpreter.string(text)
    case .binary(let bytes): return try interpreter.bytes(bytes)
    case .sequence(let values):
      guard case .list(let list) = try interpreter.list([]) else { return .none }
      try interpreter.charge(elements: values.count)
      watch(.list(list), at: place)
      for (index, value) in values.enumerated() {
        list.items.append(try object(value, in: (.list(list), .int(index))))
      }
      return .list(list)
    case .set(let values):
      var items: [Object] = []
      for value in values { items.append(try object(value, in: (.none, .none))) }
      return try interpreter.set(items)
    case .mapping(let pairs):
      let dict = interpreter.makeDict()
      watch(.dict(dict), at: place)
      for pair in pairs {
        let key = try object(pair.key, in: (.none, .none))
        try interpreter.set(key, to: object(pair.value, in: (.dict(dict), key)), in: dict)
      }
      return .dict(dict)
    case .pairs(let pairs):
      var tuples: [Object] = []
      for pair in pairs {
        tuples.append(
          interpreter.tuple([
            try object(pair.key, in: (.none, .none)), try object(pair.value, in: (.none, .none)),
          ]))
      }
      return try interpreter.list(tuples)
    }
  }
}
