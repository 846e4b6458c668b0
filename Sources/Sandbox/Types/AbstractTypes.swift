/// The abstract classes of `collections.abc` (Library Reference, *Collections Abstract Base Classes*): what counts
/// as an instance is decided by what a type can do, not by what it inherits.
///
/// A library type joins by listing one among its `bases`.
extension NativeType {
  package static let callableABC = abstract("Callable") { type in
    type.isNative(.function, .builtinFunction, .method, .methodDescriptor, .type, .magicMock)
      || type.defines("__call__")
  }
  package static let collection = abstract("Collection") { type in
    type.isSized && type.isContainer && type.isIterable
  }
  package static let container = abstract("Container") { $0.isContainer }
  package static let generatorABC = abstract("Generator") { $0.isNative(.generator) }
  package static let hashable = abstract("Hashable") { type in
    switch type {
    case .native(let type):
      return !type.isAny(.list, .dict, .set, .dictKeys, .dictItems, .slice)
    case .user(let type):
      for case .user(let base) in type.resolutionOrder {
        if let hash = base.attributes["__hash__"] { return !hash.isNone }
        if base.attributes["__eq__"] != nil { return false }
      }
      return true
    }
  }
  package static let iterable = abstract("Iterable") { $0.isIterable }
  package static let iteratorABC = abstract("Iterator") { type in
    type.isNativeIterator
      || (type.defines("__next__") && (type.defines("__iter__") || type.inherits("Iterator")))
  }
  package static let mapping = abstract("Mapping", members: AbstractMethods.ofMapping) {
    $0.isNative(.dict) || $0.inherits("Mapping")
  }
  package static let mutableMapping = abstract("MutableMapping", members: AbstractMethods.ofMutableMapping) {
    type in
    type.isNative(.dict) || type.inherits("MutableMapping")
  }
  package static let mutableSequence = abstract("MutableSequence") { type in
    type.isNative(.list) || type.inherits("MutableSequence")
  }
  package static let mutableSet = abstract("MutableSet") { $0.isNative(.set) || $0.inherits("MutableSet") }
  package static let reversibleABC = abstract("Reversible") { type in
    type.isNative(.list, .dict, .str, .tuple, .bytes, .range, .dictKeys, .dictValues, .dictItems)
      || type.defines("__reversed__") || type.inherits("Sequence")
  }
  package static let sequence = abstract("Sequence", members: AbstractMethods.ofSequence) { type in
    type.isNative(.list, .tuple, .str, .bytes, .range) || type.inherits("Sequence")
      || type.inherits("MutableSequence")
  }
  package static let setABC = abstract("Set") { type in
    type.isNative(.set, .frozenset, .dictKeys, .dictItems) || type.inherits("Set")
  }
  package static let sized = abstract("Sized") { $0.isSized }

  private static func abstract(
    _ name: String, members: [Member] = [], _ recognizes: @escaping @Sendable (PythonType) -> Bool
  ) -> NativeType {
    NativeType(name, module: "collections.abc", recognizes: recognizes, members: members)
  }

  func isAny(_ types: NativeType...) -> Bool { types.contains { isSubtype(of: $0) } }
}

extension PythonType {
  fileprivate func isNative(_ types: NativeType...) -> Bool {
    types.contains { isSubtype(of: $0) }
  }

  /// Whether the type, as one of the library, names an abstract class among its bases.
  fileprivate func inherits(_ name: String) -> Bool {
    resolutionOrder.contains { type in
      guard case .native(let native) = type else { return false }
      return native.name == name && native.module == "collections.abc"
        || (native.name == "Mutable\(name)" && native.module == "collections.abc")
    }
  }

  fileprivate func defines(_ name: String) -> Bool {
    guard case .user(let type) = self, let value = type.userAttribute(name) else { return false }
    return !value.isNone
  }

  fileprivate var isNativeIterator: Bool {
    guard case .native(let type) = self else { return false }
    return type.isAny(
      .iterator, .generator, .listIterator, .listReverseIterator, .tupleIterator, .strIterator,
      .bytesIterator,
      .rangeIterator, .longRangeIterator, .setIterator, .dictKeyIterator, .dictValueIterator,
      .dictItemIterator,
      .callableIterator,
      .enumerate, .filter, .map, .reversed, .zip)
  }

  private var isBuiltinContainer: Bool {
    isNative(
      .str, .bytes, .list, .tuple, .dict, .set, .frozenset, .range, .dictKeys, .dictItems, .magicMock)
      || ["Mapping", "Sequence", "Set", "Collection"].contains { inherits($0) }
  }

  fileprivate var isSized: Bool { isBuiltinContainer || isNative(.dictValues) || defines("__len__") }
  fileprivate var isContainer: Bool { isBuiltinContainer || isNative(.dictValues) || defines("__contains__") }
  fileprivate var isIterable: Bool {
    isBuiltinContainer || isNative(.dictValues) || isNativeIterator || defines("__iter__")
      || inherits("Iterable") || inherits("Iterator")
  }
}
