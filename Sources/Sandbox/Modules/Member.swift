/// A row in the table of a native type or module.
package struct Member: Sendable {
  package enum Kind: Sendable {
    /// A function of a module, or a method: called with the object as `receiver`.
    case function(NativeFunction)
    /// Called with the class as `receiver`.
    case classMethod(NativeFunction)
    case staticMethod(NativeFunction)
    /// Read through an instance, such as `timedelta.days`.
    case property(@Sendable (Object, Interpreter) throws(Unwind) -> Object)
    /// A value made anew each time it is read, so only for what has no identity.
    case constant(@Sendable (Interpreter) -> Object)
    /// Made at the first read in a run, and then the same object.
    case value(@Sendable (Interpreter) throws(Unwind) -> Object)
    case type(NativeType)
  }

  package let name: String
  package let kind: Kind

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The member as a function that takes any object.
  var takingObjects: Member {
    switch kind {
    case .function(let function): return Member(name, .function(function.taking(objects: true)))
    case .classMethod(let function): return Member(name, .classMethod(function.taking(objects: true)))
    default: return self
    }
  }

  package static func function(
    _ name: String, _ signature: String, _ body: @escaping NativeFunction.Body
  ) -> Member { Member(name, .function(NativeFunction(name, signature, body))) }

  package static func method(
    _ name: String, _ signature: String, _ body: @escaping NativeFunction.Body
  ) -> Member { function(name, signature, body) }

  package static func classMethod(
    _ name: String, _ signature: String, _ body: @escaping NativeFunction.Body
  ) -> Member { Member(name, .classMethod(NativeFunction(name, signature, body))) }

  package static func staticMethod(
    _ name: String, _ signature: String, _ body: @escaping NativeFunction.Body
  ) -> Member { Member(name, .staticMethod(NativeFunction(name, signature, body))) }

  package static func property(
    _ name: String, _ read: @escaping @Sendable (Object, Interpreter) throws(Unwind) -> Object
  ) -> Member { Member(name, .property(read)) }

  package static func constant(
    _ name: String, _ make: @escaping @Sendable (Interpreter) -> Object
  ) -> Member { Member(name, .constant(make)) }

  package static func value(
    _ name: String, _ make: @escaping @Sendable (Interpreter) throws(Unwind) -> Object
  ) -> Member { Member(name, .value(make)) }

  package static func type(_ name: String, _ type: NativeType) -> Member { Member(name, .type(type)) }

  /// The signature, where there is one, for completion and hovers.
  package var signature: String? {
    switch kind {
    case .function(let function), .classMethod(let function), .staticMethod(let function):
      function.signature.text
    case .property, .constant, .value, .type: nil
    }
  }
}
