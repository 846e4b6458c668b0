/// The methods that abstract classes of `collections.abc` give to classes derived from them (Library Reference,
/// *Collections Abstract Base Classes*, column *Mixin Methods*), in terms of those the derived class has.
enum AbstractMethods {
  static let ofMapping: [Member] = [
    .method("get", "def(key, default=None)") { call throws(Unwind) in
      try item(of: call.receiver, call.required(0), call.interpreter) ?? call[1] ?? .none
    },
    .method("keys", "def()") { call throws(Unwind) in view(call, "KeysView") },
    .method("items", "def()") { call throws(Unwind) in view(call, "ItemsView") },
    .method("values", "def()") { call throws(Unwind) in view(call, "ValuesView") },
  ]

  static let ofMutableMapping: [Member] =
    ofMapping + [
      .method("pop", "def(key, default=MISSING)") { call throws(Unwind) in
        let interpreter = call.interpreter
        guard let value = try item(of: call.receiver, call.required(0), interpreter) else {
          if let given = call[1] { return given }
          throw call.raise(keyError: call.required(0))
        }
        try interpreter.deleteItem(of: call.receiver, call.required(0))
        return value
      },
      .method("popitem", "def()") { call throws(Unwind) in
        let interpreter = call.interpreter
        guard let key = try interpreter.iterator(over: call.receiver).next(interpreter) else {
          throw interpreter.raise(.keyError, arguments: [])
        }
        let value = try interpreter.item(of: call.receiver, key)
        try interpreter.deleteItem(of: call.receiver, key)
        return interpreter.tuple([key, value])
      },
      .method("clear", "def()") { call throws(Unwind) in
        for key in try call.interpreter.items(of: call.receiver) {
          try call.interpreter.deleteItem(of: call.receiver, key)
        }
        return .none
      },
      .method("setdefault", "def(key, default=None)") { call throws(Unwind) in
        if let value = try item(of: call.receiver, call.required(0), call.interpreter) { return value }
        let value = call[1] ?? .none
        try call.interpreter.setItem(of: call.receiver, call.required(0), to: value)
        return value
      },
      .method("update", "def(other=(), /, **kwds)") { call throws(Unwind) in
        let interpreter = call.interpreter
        if let other = call[0] {
          let pairs: [(Object, Object)]
          if let known = try interpreter.mappingItems(other) {
            pairs = known
          } else {
            var found: [(Object, Object)] = []
            for element in try interpreter.items(of: other) {
              let pair = try interpreter.unpack(element, count: 2)
              found.append((pair[0], pair[1]))
            }
            pairs = found
          }
          for (key, value) in pairs { try interpreter.setItem(of: call.receiver, key, to: value) }
        }
        for keyword in call.keywords {
          try interpreter.setItem(of: call.receiver, .string(keyword.name), to: keyword.value)
        }
        return .none
      },
    ]

  static let ofSequence: [Member] = [
    .method("index", "def(value, start=0, stop=None)") { call throws(Unwind) in
      if call[1] != nil { throw call.interpreter.unsupported("Sequence.index with bounds") }
      for (position, item) in try call.interpreter.items(of: call.receiver).enumerated() {
        if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) { return .int(position) }
      }
      throw call.interpreter.raise(.valueError, "")
    },
    .method("count", "def(value)") { call throws(Unwind) in
      var count = 0
      for item in try call.interpreter.items(of: call.receiver) {
        if try call.interpreter.isIdenticalOrEqual(item, call.required(0)) { count += 1 }
      }
      return .int(count)
    },
  ]

  /// `mapping[key]`, or `nil` where that raises `KeyError`.
  static func item(
    of mapping: Object, _ key: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    do {
      return try interpreter.item(of: mapping, key)
    } catch {
      guard interpreter.catches(error, .keyError) else { throw error }
      interpreter.discardException()
      return nil
    }
  }

  private static func view(_ call: NativeCall, _ name: String) -> Object {
    .native(call.interpreter.heap.adopt(AbstractView(call.receiver, name)))
  }
}

/// `keys()`, `items()` and `values()` of a class derived from `Mapping`.
private final class AbstractView: NativeObject {
  private var mapping: Object
  private let name: String

  init(_ mapping: Object, _ name: String) {
    self.mapping = mapping
    self.name = name
    super.init(type: .abstractView)
  }

  override func releaseReferences() { mapping = .none }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("\(name)(\(try interpreter.repr(of: mapping).text))")
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? {
    try interpreter.length(of: mapping)
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    let keys = try interpreter.iterator(over: mapping)
    return interpreter.heap.adopt(AbstractViewIterator(mapping, keys, name))
  }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    throw interpreter.unsupported("== of a \(name)")
  }
}

private final class AbstractViewIterator: IteratorObject {
  private var mapping: Object
  private var keys: IteratorObject?
  private let name: String

  init(_ mapping: Object, _ keys: IteratorObject, _ name: String) {
    self.mapping = mapping
    self.keys = keys
    self.name = name
  }

  override var type: NativeType { .generator }

  override func releaseReferences() {
    mapping = .none
    keys = nil
  }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    try interpreter.descend()
    defer { interpreter.ascend() }
    guard let key = try keys?.next(interpreter) else { return nil }
    if name == "KeysView" { return key }
    let value = try interpreter.item(of: mapping, key)
    return name == "ValuesView" ? value : interpreter.tuple([key, value])
  }
}

extension NativeType {
  fileprivate static let abstractView = NativeType(
    "View", module: "collections.abc", hasOtherBases: true)
}

extension ClassObject {
  func inherits(_ type: NativeType) -> Bool { nativeBases.contains { $0 === type } }
}

extension Interpreter {
  /// What a class derived from an abstract class inherits for `in`; `nil` when it inherits nothing.
  func inheritedContains(_ item: Object, _ container: Object, _ type: ClassObject) throws(Unwind) -> Bool? {
    guard type.inherits(.mapping) || type.inherits(.mutableMapping) else { return nil }
    return try AbstractMethods.item(of: container, item, self) != nil
  }

  /// `==` of mappings: the same items.
  func inheritedEquals(_ left: Object, _ right: Object) throws(Unwind) -> Bool? {
    guard let type = left.userClass, type.inherits(.mapping) || type.inherits(.mutableMapping) else {
      return nil
    }
    guard try isInstance(right, of: .type(.mapping)) else { return false }
    guard let own = try mappingItems(left), let other = try mappingItems(right) else { return nil }
    return try equals(try dict(own), try dict(other))
  }
}

/// `reversed` of an instance with `__len__` and `__getitem__`.
final class ReversedSequence: IteratorObject {
  private var sequence: Object
  private var position: Int

  init(_ sequence: Object, count: Int) {
    self.sequence = sequence
    position = count - 1
  }

  override var type: NativeType { .reversed }
  override func releaseReferences() { sequence = .none }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard position >= 0 else { return nil }
    defer { position -= 1 }
    return try interpreter.item(of: sequence, .int(position))
  }
}
