/// Making objects: each is charged to the limits and kept by the heap.
extension Interpreter {
  package func string(_ text: String) throws(Unwind) -> Object { try string(PyString(text)) }

  package func string(_ string: PyString) throws(Unwind) -> Object {
    try charge(stringBytes: string.utf8Count)
    return .string(string)
  }

  package func bytes(_ bytes: [UInt8]) throws(Unwind) -> Object {
    try charge(stringBytes: bytes.count)
    return .bytes(BytesObject(bytes))
  }

  package func list(_ items: [Object]) throws(Unwind) -> Object {
    try charge(elements: items.count)
    return .list(heap.adopt(ListObject(items)))
  }

  /// A tuple of few items; for one of any size use `tuple(charging:)`.
  package func tuple(_ items: [Object]) -> Object {
    let object = TupleObject(items)
    // A tuple of atoms is part of no cycle and no chain.
    if items.allSatisfy(\.isAtom) { return .tuple(object) }
    return .tuple(heap.adopt(object))
  }

  package func tuple(charging items: [Object]) throws(Unwind) -> Object {
    try charge(elements: items.count)
    return tuple(items)
  }

  package func makeDict(_ kind: DictObject.Kind = .plain) -> DictObject { heap.adopt(DictObject(kind)) }

  package func dict(_ pairs: [(Object, Object)]) throws(Unwind) -> Object {
    let dict = makeDict()
    for (key, value) in pairs { try set(key, to: value, in: dict) }
    return .dict(dict)
  }

  package func makeSet(frozen: Bool = false) -> SetObject { heap.adopt(SetObject(isFrozen: frozen)) }

  package func set(_ items: [Object], frozen: Bool = false) throws(Unwind) -> Object {
    let set = makeSet(frozen: frozen)
    for item in items { try insert(item, into: set) }
    return .set(set)
  }
}
