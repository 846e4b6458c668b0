/// Calling special methods (Language Reference 3.3.12, *Special method lookup*): on the class, past the instance.
extension Interpreter {
  /// Calls a special method that a class of the evaluated code defines; `nil` when the object's class is none, or
  /// defines no such method.
  func callMethod(
    _ name: String, on object: Object, _ arguments: [Object] = []
  ) throws(Unwind) -> Object? {
    guard let type = object.userClass, let method = type.userAttribute(name) else { return nil }
    if case .function(let function) = method {
      return try invoke(function, CallArguments([object] + arguments))
    }
    if method.isNone { return nil }
    return try call(try bind(method, to: object, type), CallArguments(arguments))
  }

  /// Whether the object's class forbids what a special method does, by `name = None`.
  func forbids(_ name: String, _ object: Object) -> Bool {
    guard let type = object.userClass else { return false }
    if let value = type.userAttribute(name) { return value.isNone }
    // The abstract classes that define equality have no hash.
    return name == "__hash__"
      && type.nativeBases.contains { $0.isAny(.mapping, .mutableMapping, .setABC, .mutableSet) }
  }

  func instanceLength(_ object: Object) throws(Unwind) -> Int? {
    guard let result = try callMethod("__len__", on: object) else { return nil }
    if case .bigInt(let object) = result, object.value.isNegative {
      throw raise(.valueError, "__len__() should return >= 0")
    }
    guard let length = try index(of: result) else {
      throw raise(.typeError, "'\(result.qualifiedTypeName)' object cannot be interpreted as an integer")
    }
    if length < 0 { throw raise(.valueError, "__len__() should return >= 0") }
    return length
  }

  /// `operator.index(x)`; `nil` when the type has no `__index__`.
  func index(of object: Object) throws(Unwind) -> Int? {
    if let value = object.asInt { return value }
    if case .bigInt = object { throw tooLargeForIndex() }
    if let value = object.plainScalar.asInt { return value }
    guard let result = try callMethod("__index__", on: object) else { return nil }
    if case .bigInt = result { throw tooLargeForIndex() }
    guard let value = result.asInt else {
      throw raise(.typeError, "__index__ returned non-int (type \(result.qualifiedTypeName))")
    }
    return value
  }
}
