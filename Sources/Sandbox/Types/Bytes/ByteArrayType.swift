import Python

/// `bytearray` (Library Reference, *Bytearray Objects*): bytes that can be changed.
final class ByteArrayObject: NativeObject {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    super.init(type: .bytearray)
  }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    try interpreter.charge(work: bytes.count)
    let text = StringText.repr(bytes: bytes[...]).text
    // Unlike `bytes`, it keeps single quotes around a single quote.
    guard text.hasPrefix("b\"") else { return PyString("bytearray(\(text))") }
    return PyString("bytearray(b\"\(text.dropFirst(2).dropLast().replacing("'", with: "\\'"))\")")
  }

  override func length(_ interpreter: Interpreter) throws(Unwind) -> Int? { bytes.count }

  override func isEqual(to other: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    other.asBytesLike.map { $0 == bytes }
  }

  override func compare(
    _ comparison: Ordering, with other: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    other.asBytesLike.map { comparison.holds(bytes, $0) { $0.lexicographicallyPrecedes($1) } }
  }

  override func hash(_ interpreter: Interpreter) throws(Unwind) -> Int {
    throw interpreter.unhashable(.native(self))
  }

  override func contains(_ item: Object, _ interpreter: Interpreter) throws(Unwind) -> Bool? {
    try interpreter.contains(item, in: .bytes(BytesObject(bytes)))
  }

  override func iterate(_ interpreter: Interpreter) throws(Unwind) -> IteratorObject? {
    ByteArrayIterator(self)
  }

  override func binary(
    _ operation: BinaryOperator, _ other: Object, isReflected: Bool, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    switch operation {
    case .add:
      guard let right = other.asBytesLike else {
        if isReflected { return nil }
        throw interpreter.raise(.typeError, "can't concat \(other.qualifiedTypeName) to bytearray")
      }
      try interpreter.charge(stringBytes: bytes.count + right.count)
      // The left operand decides the type.
      if isReflected { return .bytes(BytesObject(right + bytes)) }
      return .native(ByteArrayObject(bytes + right))
    case .mult:
      guard other.isIntegral else {
        throw interpreter.raise(
          .typeError, "can't multiply sequence by non-int of type '\(other.qualifiedTypeName)'")
      }
      let repeated = try interpreter.binary(.mult, .bytes(BytesObject(bytes)), other)
      return .native(ByteArrayObject(repeated.asBytesLike ?? []))
    case .mod where !isReflected:
      let formatted = try PercentFormat(bytes: bytes, interpreter).applyToBytes(other)
      return .native(ByteArrayObject(formatted))
    default: return nil
    }
  }

  override func item(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    if let slice = key.asSlice {
      let selected = try slice.select(from: bytes, interpreter)
      try interpreter.charge(stringBytes: selected.count)
      return .native(ByteArrayObject(selected))
    }
    return .int(Int(bytes[try position(key, interpreter)]))
  }

  private func position(_ key: Object, _ interpreter: Interpreter) throws(Unwind) -> Int {
    guard key.isIntegral else {
      if case .placeholder(let value) = key { throw interpreter.unsupported(value.name) }
      throw interpreter.raise(
        .typeError, "bytearray indices must be integers or slices, not \(key.qualifiedTypeName)")
    }
    guard let index = key.asInt else {
      throw interpreter.raise(.indexError, "cannot fit 'int' into an index-sized integer")
    }
    let position = index < 0 ? index + bytes.count : index
    guard bytes.indices.contains(position) else {
      throw interpreter.raise(.indexError, "bytearray index out of range")
    }
    return position
  }

  override func setItem(
    _ key: Object, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    let call = NativeCall(
      interpreter: interpreter, receiver: .native(self), arguments: [value], rest: [], keywords: [])
    if let slice = key.asSlice {
      try assign(slice, value, call)
      return true
    }
    if let value {
      // The value is looked at before the position, unless that is none at all.
      if !key.isIntegral { _ = try position(key, interpreter) }
      let byte = try BytesMaking.byte(value, call)
      bytes[try position(key, interpreter)] = byte
    } else {
      let position = try position(key, interpreter)
      try interpreter.charge(work: bytes.count)
      bytes.remove(at: position)
    }
    return true
  }

  private func assign(_ slice: SliceObject, _ value: Object?, _ call: NativeCall) throws(Unwind) {
    let interpreter = call.interpreter
    let bounds = try slice.bounds(count: bytes.count, interpreter)
    var items: [UInt8] = []
    if let value {
      if let bytes = value.asBytesLike {
        items = bytes
      } else if value.isIntegral || value.asString != nil || !interpreter.isIterable(value) {
        throw interpreter.raise(
          .typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
      } else {
        items = try BytesMaking.bytes(of: value, call, range: "byte")
      }
    }
    if bounds.step == 1 {
      try interpreter.charge(stringBytes: bytes.count + items.count)
      bytes.replaceSubrange(bounds.start..<max(bounds.start, bounds.stop), with: items)
      return
    }
    let positions = Array(bounds.positions)
    if items.isEmpty {
      let removed = Set(positions)
      bytes = bytes.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
      return
    }
    guard positions.count == items.count else {
      throw interpreter.raise(
        .valueError,
        "attempt to assign bytes of size \(items.count) to extended slice of size \(positions.count)")
    }
    for (position, item) in zip(positions, items) { bytes[position] = item }
  }
}

/// Iterates a `bytearray`; sees changes made meanwhile.
private final class ByteArrayIterator: IteratorObject {
  private var array: ByteArrayObject?
  private var position = 0

  init(_ array: ByteArrayObject) {
    self.array = array
  }

  override var type: NativeType { .byteArrayIterator }

  override func next(_ interpreter: Interpreter) throws(Unwind) -> Object? {
    guard let array, position < array.bytes.count else {
      array = nil
      return nil
    }
    defer { position += 1 }
    return .int(Int(array.bytes[position]))
  }
}

extension NativeType {
  static let byteArrayIterator = NativeType("bytearray_iterator")

  package static let bytearray: NativeType = NativeType(
    "bytearray",
    constructor: NativeFunction("bytearray", "(source=b'', encoding='utf-8', errors='strict')") {
      call throws(Unwind) in
      .native(ByteArrayObject(try BytesMaking.source(call, "bytearray")))
    },
    members: BytesType.shared + ByteArrayMembers.members)
}

/// The methods that change a `bytearray`.
private enum ByteArrayMembers {
  static let members: [Member] = [
    .method("append", "(item, /)") { call throws(Unwind) in
      let byte = try BytesMaking.byte(call.required(0), call)
      try call.interpreter.charge(work: 1)
      receiver(call).bytes.append(byte)
      try checkLength(call)
      return .none
    },
    .method("clear", "()") { call in
      receiver(call).bytes = []
      return .none
    },
    .method("copy", "()") { call throws(Unwind) in try BytesType.make(call, receiver(call).bytes) },
    .method("extend", "(iterable_of_ints, /)") { call throws(Unwind) in
      let source = call.required(0)
      if source.asBytesLike == nil, !call.interpreter.isIterable(source) {
        throw call.raise(.typeError, "can't extend bytearray with \(source.qualifiedTypeName)")
      }
      let added: [UInt8]
      if let bytes = source.asBytesLike {
        added = bytes
      } else {
        added = try BytesMaking.bytes(of: source, call, range: "byte")
      }
      try call.interpreter.charge(stringBytes: receiver(call).bytes.count + added.count)
      receiver(call).bytes += added
      return .none
    },
    .method("insert", "(index, item, /)") { call throws(Unwind) in
      let (index, byte) = (try call.size(0), try BytesMaking.byte(call.required(1), call))
      let array = receiver(call)
      try call.interpreter.charge(work: array.bytes.count)
      let count = array.bytes.count
      array.bytes.insert(byte, at: index < 0 ? max(0, index + count) : min(index, count))
      try checkLength(call)
      return .none
    },
    .method("pop", "(index=-1, /)") { call throws(Unwind) in
      let index = call[0] == nil ? -1 : try call.size(0)
      let array = receiver(call)
      if array.bytes.isEmpty { throw call.raise(.indexError, "pop from empty bytearray") }
      let position = index < 0 ? index + array.bytes.count : index
      guard array.bytes.indices.contains(position) else {
        throw call.raise(.indexError, "pop index out of range")
      }
      try call.interpreter.charge(work: array.bytes.count - position)
      return .int(Int(array.bytes.remove(at: position)))
    },
    .method("remove", "(value, /)") { call throws(Unwind) in
      let byte = try BytesMaking.byte(call.required(0), call)
      guard let position = receiver(call).bytes.firstIndex(of: byte) else {
        throw call.raise(.valueError, "value not found in bytearray")
      }
      try call.interpreter.charge(work: receiver(call).bytes.count)
      receiver(call).bytes.remove(at: position)
      return .none
    },
    .method("reverse", "()") { call throws(Unwind) in
      try call.interpreter.charge(work: receiver(call).bytes.count)
      receiver(call).bytes.reverse()
      return .none
    },
  ]

  private static func receiver(_ call: NativeCall) -> ByteArrayObject {
    guard case .native(let object) = call.receiver, let array = object as? ByteArrayObject else {
      return ByteArrayObject([])
    }
    return array
  }

  private static func checkLength(_ call: NativeCall) throws(Unwind) {
    guard receiver(call).bytes.count <= call.interpreter.limits.stringBytes else {
      throw call.interpreter.exceeded(.stringLength)
    }
  }
}
