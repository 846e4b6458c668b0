/// A function or method written in Swift: a row of a table.
///
/// The signature is text, in the words of CPython's documentation: `(sub[, start[, end]])`,
/// `(iterable, /, *, key=None, reverse=False)`, `(*args, sep=' ')`. It decides how arguments are bound, and with
/// which words a wrong call is refused (`Signature`). A default is only documentation: an omitted argument
/// reaches the body as `nil`.
package final class NativeFunction: Sendable {
  package typealias Body = @Sendable (NativeCall) throws(Unwind) -> Object

  package let name: String
  package let signature: Signature
  package let body: Body
  /// Whether it takes any object, and so gets an instance of a class derived from `str` or `int` as it is, not
  /// as the plain value.
  let takesObjects: Bool

  package init(_ name: String, _ signature: String, _ body: @escaping Body) {
    self.name = name
    self.signature = Signature(signature)
    self.body = body
    takesObjects = false
  }

  private init(_ function: NativeFunction, takesObjects: Bool) {
    name = function.name
    signature = function.signature
    body = function.body
    self.takesObjects = takesObjects
  }

  func taking(objects takesObjects: Bool) -> NativeFunction {
    takesObjects == self.takesObjects ? self : NativeFunction(self, takesObjects: takesObjects)
  }
}

/// One call of a native function, its arguments bound to the parameters of its signature.
package struct NativeCall {
  package let interpreter: Interpreter
  /// The object the method was called on, or the class for a class method; `None` for a plain function.
  package let receiver: Object
  /// In the signature's order; `nil` where omitted.
  package let arguments: NativeArguments
  /// What `*args` took.
  package let rest: [Object]
  /// What `**kwargs` took.
  package let keywords: [CallArguments.Keyword]

  /// The argument of a parameter, or `nil` when it was omitted.
  package subscript(_ index: Int) -> Object? {
    arguments[index]
  }

  /// The argument of a required parameter.
  package func required(_ index: Int) -> Object { self[index] ?? .none }

  /// The argument, unless it was omitted or is `None`.
  package func present(_ index: Int) -> Object? {
    guard let value = self[index], !value.isNone else { return nil }
    return value
  }

  package func raise(_ type: NativeType, _ message: String) -> Unwind { interpreter.raise(type, message) }
}

/// The arguments of a call as written, before they are bound to parameters.
package struct CallArguments {
  package struct Keyword {
    package let name: String
    package let value: Object

    package init(name: String, value: Object) {
      self.name = name
      self.value = value
    }
  }

  package var positional: [Object]
  package var keywords: [Keyword]

  package init(_ positional: [Object] = [], keywords: [Keyword] = []) {
    self.positional = positional
    self.keywords = keywords
  }

  package var count: Int { positional.count + keywords.count }
}
