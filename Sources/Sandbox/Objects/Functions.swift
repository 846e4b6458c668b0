/// A variable that a nested function shares with the function around it.
package final class Cell: HeapObject {
  var value: Object?

  init(_ value: Object? = nil) {
    self.value = value
  }
}

/// What `def` and `lambda` make: code, and what it was defined with.
package final class FunctionObject: HeapObject {
  let code: FunctionCode
  /// One for each positional parameter, `nil` where it has no default.
  let defaults: [Object?]
  let keywordDefaults: [Object?]
  private(set) var closure: [Cell]
  let globals: ModuleObject
  /// The values of its annotations, in order of evaluation.
  var annotations: [(name: String, value: Object)] = []
  var attributes = Attributes()

  init(
    code: FunctionCode, defaults: [Object?], keywordDefaults: [Object?], closure: [Cell],
    globals: ModuleObject
  ) {
    self.code = code
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.closure = closure
    self.globals = globals
  }

  override func releaseReferences() {
    for cell in closure { cell.value = nil }
    closure = []
    annotations = []
    attributes = [:]
  }

  override func forEachReference(_ body: (Object) -> Void) {
    for cell in closure { cell.value.map(body) }
    for case let value? in defaults { body(value) }
    attributes.pairs.forEach { body($0.value) }
  }

  package var name: String { code.name }
  package var qualifiedName: String { code.qualifiedName }
}

/// A function of the evaluated code, found on a class through an instance (or through the class itself, for a
/// class method).
package final class BoundMethod: HeapObject {
  package private(set) var function: Object
  package private(set) var receiver: Object

  init(function: Object, receiver: Object) {
    self.function = function
    self.receiver = receiver
  }

  override func releaseReferences() { (function, receiver) = (.none, .none) }
}

/// A function written in Swift as a value: `len`, or `"a".join` with its receiver.
package final class BuiltinFunction: HeapObject {
  package let function: NativeFunction
  package private(set) var receiver: Object?
  /// The type a method belongs to; `nil` for a function of a module.
  package let owner: NativeType?
  /// The module a function belongs to, as CPython's messages name it; `nil` for the built-in ones.
  let module: String?

  init(
    _ function: NativeFunction, receiver: Object? = nil, owner: NativeType? = nil, module: String? = nil
  ) {
    self.module = module
    self.function = function
    self.receiver = receiver
    self.owner = owner
  }

  override func releaseReferences() { receiver = nil }

  /// Whether it stands for what an operator or a built-in function does, such as `__len__`.
  var isSlot: Bool { owner.map { SpecialMethods.isSlot(function.name, of: $0) } ?? false }

  var type: NativeType {
    if isSlot { return receiver == nil ? .wrapperDescriptor : .methodWrapper }
    return owner != nil && receiver == nil ? .methodDescriptor : .builtinFunction
  }
}
