/// Subscripts, `len` and `in` (Language Reference 6.3.2 and 6.10.2, 3.3.7).
extension Interpreter {
  /// `x[key]`.
  package func item(of object: Object, _ key: Object) throws(Unwind) -> Object {
    if object.userClass != nil, let result = try callMethod("__getitem__", on: object, [key]) {
      return result
    }
    return try builtinItem(of: object, key)
  }

  /// `x[key]`, whatever the evaluated code's class says.
  func builtinItem(of object: Object, _ key: Object) throws(Unwind) -> Object {
    let key = try indexing(key, object)
    switch object {
    case .dict(let dict):
      if let value = try value(for: key, in: dict) { return value }
      if dict.instance != nil, let value = try callMethod("__missing__", on: object, [key]) { return value }
      if let value = try missingValue(for: key, in: dict) { return value }
      throw raise(.keyError, arguments: [key])
    case .list(let list):
      if let index = key.asInt {
        let items = list.items
        let position = index < 0 ? index + items.count : index
        guard items.indices.contains(position) else { throw raise(.indexError, "list index out of range") }
        if list.origin != 0 { trace?.read(.int(position), items[position], in: list.origin, frame) }
        return items[position]
      }
      if let slice = key.asSlice {
        return try self.list(try slice.select(from: list.items, self))
      }
      throw try badIndex(key, "list indices must be integers or slices, not \(key.qualifiedTypeName)", object)
    case .tuple(let tuple):
      if let index = key.asInt {
        let position = index < 0 ? index + tuple.items.count : index
        guard tuple.items.indices.contains(position) else {
          throw raise(.indexError, "tuple index out of range")
        }
        return tuple.items[position]
      }
      if let slice = key.asSlice {
        return try self.tuple(charging: try slice.select(from: tuple.items, self))
      }
      throw try badIndex(
        key, "tuple indices must be integers or slices, not \(key.qualifiedTypeName)", object)
    case .string(let text):
      if let index = key.asInt {
        let position = index < 0 ? index + text.count : index
        if !text.isASCII { try charge(work: text.utf8Count) }
        guard let scalar = text.scalar(at: position) else {
          throw raise(.indexError, "string index out of range")
        }
        return .string(String(scalar))
      }
      if let slice = key.asSlice { return try string(try slice.select(from: text, self)) }
      throw try badIndex(key, "string indices must be integers, not '\(key.qualifiedTypeName)'", object)
    case .bytes(let value):
      if let index = key.asInt {
        let position = index < 0 ? index + value.bytes.count : index
        guard value.bytes.indices.contains(position) else { throw raise(.indexError, "index out of range") }
        return .int(Int(value.bytes[position]))
      }
      if let slice = key.asSlice { return try bytes(try slice.select(from: value.bytes, self)) }
      throw try badIndex(key, "byte indices must be integers or slices, not \(key.qualifiedTypeName)", object)
    case .native(let value):
      if let result = try value.item(key, self) { return result }
    case .instance(let instance):
      if let base = instance.base { return try builtinItem(of: base, key) }
    case .placeholder(let value): throw unsupported(value.name)
    case .type(let type): return try parameterized(type, by: key)
    case .classObject(let type): return try parameterized(type, by: key)
    default: break
    }
    throw raise(.typeError, "'\(object.qualifiedTypeName)' object is not subscriptable")
  }

  /// The error for an index that is none, unless it is an instance that could be one.
  private func badIndex(_ key: Object, _ message: String, _ object: Object) throws(Unwind) -> Unwind {
    if case .placeholder(let value) = key { return unsupported(value.name) }
    if case .bigInt = key { return tooLargeForIndex(.indexError) }
    return raise(.typeError, message)
  }

  /// An instance as the index it stands for, where a sequence is indexed.
  private func indexing(_ key: Object, _ object: Object) throws(Unwind) -> Object {
    guard case .instance = key else { return key }
    switch object {
    case .list, .tuple, .string, .bytes: return try index(of: key).map { .int($0) } ?? key
    default: return key
    }
  }

  /// `x[key] = value`.
  package func setItem(of object: Object, _ key: Object, to value: Object) throws(Unwind) {
    if object.userClass != nil, try callMethod("__setitem__", on: object, [key, value]) != nil { return }
    try builtinSetItem(of: object, key, to: value)
  }

  /// `x[key] = value`, whatever the evaluated code's class says.
  func builtinSetItem(of object: Object, _ key: Object, to value: Object) throws(Unwind) {
    let key = try indexing(key, object)
    switch object {
    case .dict(let dict): return try set(key, to: value, in: dict)
    case .list(let list):
      if let index = key.asInt {
        let position = index < 0 ? index + list.items.count : index
        guard list.items.indices.contains(position) else {
          throw raise(.indexError, "list assignment index out of range")
        }
        list.items[position] = value
        return
      }
      if let slice = key.asSlice { return try assign(slice, in: list, value) }
      throw try badIndex(key, "list indices must be integers or slices, not \(key.qualifiedTypeName)", object)
    case .native(let native):
      if try native.setItem(key, value, self) { return }
    case .placeholder(let value): throw unsupported(value.name)
    default: break
    }
    throw raise(.typeError, "'\(object.qualifiedTypeName)' object does not support item assignment")
  }

  /// `del x[key]`.
  package func deleteItem(of object: Object, _ key: Object) throws(Unwind) {
    if object.userClass != nil, try callMethod("__delitem__", on: object, [key]) != nil { return }
    try builtinDeleteItem(of: object, key)
  }

  /// `del x[key]`, whatever the evaluated code's class says.
  func builtinDeleteItem(of object: Object, _ key: Object) throws(Unwind) {
    let key = try indexing(key, object)
    switch object {
    case .dict(let dict):
      // A Counter has nothing against a key it lacks (`Counter.__delitem__`).
      if try removeValue(for: key, from: dict) == nil, dict.kind != .counter {
        throw raise(.keyError, arguments: [key])
      }
      return
    case .list(let list):
      if let index = key.asInt {
        let position = index < 0 ? index + list.items.count : index
        guard list.items.indices.contains(position) else {
          throw raise(.indexError, "list assignment index out of range")
        }
        try charge(work: list.items.count)
        list.items.remove(at: position)
        return
      }
      if let slice = key.asSlice {
        var kept: [Object?] = list.items
        for position in try slice.positions(count: list.items.count, self) { kept[position] = nil }
        list.items = kept.compactMap { $0 }
        return
      }
      throw try badIndex(key, "list indices must be integers or slices, not \(key.qualifiedTypeName)", object)
    case .native(let native):
      if try native.setItem(key, nil, self) { return }
    case .placeholder(let value): throw unsupported(value.name)
    default: break
    }
    let verb =
      switch object {
      case _ where !key.isIntegral: "does not"
      case .tuple, .string, .bytes, .set: "doesn't"
      case .native where hasSequenceSlots(object): "doesn't"
      default: "does not"
      }
    throw raise(.typeError, "'\(object.qualifiedTypeName)' object \(verb) support item deletion")
  }

  private func assign(_ slice: SliceObject, in list: ListObject, _ value: Object) throws(Unwind) {
    let bounds = try slice.bounds(count: list.items.count, self, keepsStep: true)
    let items: [Object]
    do {
      items = try self.items(of: value)
    } catch {
      guard catches(error, .typeError), !isIterable(value) else { throw error }
      discardException()
      throw raise(
        .typeError,
        bounds.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice")
    }
    if bounds.step == 1 {
      try charge(elements: list.items.count + items.count, added: items.count)
      list.items.replaceSubrange(bounds.start..<max(bounds.start, bounds.stop), with: items)
      return
    }
    let positions = Array(bounds.positions)
    guard positions.count == items.count else {
      throw raise(
        .valueError,
        "attempt to assign sequence of size \(items.count) to extended slice of size \(positions.count)")
    }
    for (position, item) in zip(positions, items) { list.items[position] = item }
  }

  /// `len(x)`; `nil` when the type has none.
  package func length(of object: Object) throws(Unwind) -> Int? {
    if object.userClass != nil, let length = try instanceLength(object) { return length }
    return try builtinLength(of: object)
  }

  /// `len(x)`, whatever the evaluated code's class says.
  func builtinLength(of object: Object) throws(Unwind) -> Int? {
    switch object {
    case .string(let value): value.count
    case .bytes(let value): value.bytes.count
    case .list(let value): value.items.count
    case .tuple(let value): value.items.count
    case .dict(let value): value.table.count
    case .set(let value): value.table.count
    case .native(let value): try value.length(self)
    case .instance where object.userClass?.enumeration?.isFlag == true:
      try Flags.members(of: object, self)?.count
    case .instance(let instance):
      try instance.base.flatMap { (base) throws(Unwind) in try builtinLength(of: base) }
    case .classObject(let type): type.enumeration?.canonicalMembers.count
    case .placeholder(let value): throw unsupported(value.name)
    default: nil
    }
  }

  /// `item in container`.
  package func contains(_ item: Object, in container: Object) throws(Unwind) -> Bool {
    if container.userClass != nil {
      if let result = try callMethod("__contains__", on: container, [item]) { return try isTrue(result) }
      if forbids("__contains__", container) { throw notAContainer(container) }
    }
    return try builtinContains(item, in: container)
  }

  /// `item in container`, whatever the evaluated code's class says.
  func builtinContains(_ item: Object, in container: Object) throws(Unwind) -> Bool {
    switch container {
    case .string(let text):
      guard case .string(let part) = item.plainScalar else {
        throw raise(
          .typeError,
          "'in <string>' requires string as left operand, not \(item.qualifiedTypeName)")
      }
      try charge(work: text.utf8Count)
      return ByteSearch.first(part.text, in: text.text) != nil
    case .bytes(let value):
      if let byte = item.asInt {
        guard (0...255).contains(byte) else { throw raise(.valueError, "byte must be in range(0, 256)") }
        return value.bytes.contains(UInt8(byte))
      }
      if item.isIntegral { throw raise(.valueError, "byte must be in range(0, 256)") }
      guard let part = item.asBytesLike else {
        throw raise(.typeError, "a bytes-like object is required, not '\(item.qualifiedTypeName)'")
      }
      try charge(work: value.bytes.count)
      return ByteSearch.first(part, in: value.bytes, from: 0) != nil
    case .list(let list): return try contains(item, among: list.items)
    case .tuple(let tuple): return try contains(item, among: tuple.items)
    case .dict(let dict): return try value(for: item, in: dict) != nil
    case .set(let set):
      if case .set(let inner) = item, !inner.isFrozen { return try contains(frozen(inner), in: set) }
      return try contains(item, in: set)
    case .native(let value):
      if let result = try value.contains(item, self) { return result }
    case .instance(let instance):
      if let result = try Flags.contains(item, container, self) { return result }
      if let result = try inheritedContains(item, container, instance.classObject) { return result }
      if let base = instance.base { return try builtinContains(item, in: base) }
    case .placeholder(let value): throw unsupported(value.name)
    case .classObject(let type):
      if let enumeration = type.enumeration { return try enumeration.contains(item, type, self) }
      throw notAContainer(container)
    case .type, .none, .bool, .int, .bigInt, .float, .function, .builtin, .boundMethod, .module,
      .exception, .ellipsis, .notImplemented:
      throw notAContainer(container)
    case .iterator: break
    }
    let iterator: IteratorObject
    do {
      iterator = try self.iterator(over: container)
    } catch {
      if catches(error, .typeError) {
        discardException()
        throw notAContainer(container)
      }
      throw error
    }
    while let candidate = try iterator.next(self) {
      try step()
      if try isIdenticalOrEqual(candidate, item) { return true }
    }
    return false
  }

  private func notAContainer(_ object: Object) -> Unwind {
    raise(.typeError, "argument of type '\(object.qualifiedTypeName)' is not iterable")
  }

  private func contains(_ item: Object, among items: [Object]) throws(Unwind) -> Bool {
    if case .string(let text) = item {
      try charge(work: items.count)
      for candidate in items {
        if case .string(let other) = candidate {
          if other == text { return true }
        } else if try isIdenticalOrEqual(candidate, item) {
          return true
        }
      }
      return false
    }
    for candidate in items {
      try step()
      if try isIdenticalOrEqual(candidate, item) { return true }
    }
    return false
  }

  /// A set as the frozenset that a lookup among sets compares with.
  func frozen(_ set: SetObject) -> Object {
    let copy = makeSet(frozen: true)
    copy.table = set.table
    return .set(copy)
  }
}
