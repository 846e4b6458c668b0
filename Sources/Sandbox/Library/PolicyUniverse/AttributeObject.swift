/// An object of a class that its package has written in Python: attributes that anyone may set, behind the members of
/// its type.
class AttributeObject: NativeObject {
  private var attributes: [String: Object] = [:]
  /// What the class itself has under a name that its instances may hide.
  private let defaults: [String: Object]

  init(type: NativeType, defaults: [String: Object] = [:]) {
    self.defaults = defaults
    super.init(type: type)
  }

  override func releaseReferences() { attributes = [:] }

  /// The object a member was read through or called on.
  static func receiver<Kind: AttributeObject>(
    _ object: Object, as kind: Kind.Type, _ interpreter: Interpreter
  ) throws(Unwind) -> Kind {
    if case .native(let native) = object, let result = native as? Kind { return result }
    throw interpreter.unsupported("a member of \(kind) on \(object.typeName)")
  }

  /// `self.name`.
  func own(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object {
    try interpreter.attribute(of: .native(self), name)
  }

  func initialize(_ name: String, _ value: Object) { attributes[name] = value }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    attributes[name] ?? defaults[name]
  }

  override func setAttribute(
    _ name: String, _ value: Object?, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool {
    if let member = type.member(name) {
      guard case .property = member.kind else {
        throw interpreter.unsupported("an assignment to \(type.qualifiedName).\(name)")
      }
      throw interpreter.raise(
        .attributeError,
        "property '\(name)' of '\(type.name)' object has no \(value == nil ? "deleter" : "setter")")
    }
    if Interpreter.isSpecial(name) { throw interpreter.unsupported("an assignment to \(name)") }
    if attributes[name] == nil {
      guard value != nil else {
        throw interpreter.raise(.attributeError, "'\(type.name)' object has no attribute '\(name)'")
      }
      try interpreter.charge(elements: attributes.count + 1, added: 2)
    }
    attributes[name] = value
    return true
  }
}
