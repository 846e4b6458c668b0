/// A class written in Swift: its name, its bases, and the table of its members.
///
/// Types are shared by all runs and never change; what a type does beyond its members is decided by the
/// interpreter for the types `Object` has a case for, and by `NativeObject` for the others.
package final class NativeType: Sendable {
  package let name: String
  /// Where it is defined, such as `datetime`; `nil` for built-in types.
  package let module: String?
  package let bases: [NativeType]
  package let members: [String: Member]
  /// What calling the type does; `nil` when it can't be called.
  package let constructor: NativeFunction?
  /// Decides `isinstance` for abstract classes, in place of inheritance.
  let recognizes: (@Sendable (PythonType) -> Bool)?
  /// Whether CPython's class inherits from others that are not here, so that `isinstance` can't be answered.
  let hasOtherBases: Bool
  /// Whether a class of the evaluated code may inherit from it.
  let isSubclassable: Bool
  /// Whether it adds behaviour to a class derived from it, but no value to its instances.
  let isMixin: Bool
  /// `type(T)`, where that isn't `type`.
  private let metatype: (@Sendable () -> NativeType)?
  /// Whether CPython has it written in Python: then messages about its instances leave out the module.
  let isWrittenInPython: Bool
  /// Whether the table has every public attribute: a name it lacks raises `AttributeError`. Otherwise it is
  /// `unsupported`.
  let isComplete: Bool

  package init(
    _ name: String, module: String? = nil, bases: [NativeType]? = nil, hasOtherBases: Bool = false,
    isSubclassable: Bool = false, isMixin: Bool = false, metatype: (@Sendable () -> NativeType)? = nil,
    isComplete: Bool? = nil, isWrittenInPython: Bool = false,
    recognizes: (@Sendable (PythonType) -> Bool)? = nil,
    constructor: NativeFunction? = nil, members: [Member] = []
  ) {
    self.name = name
    self.module = module
    self.bases = bases ?? [.object]
    self.hasOtherBases = hasOtherBases
    self.isSubclassable = isSubclassable
    self.isMixin = isMixin || recognizes != nil || bases?.isEmpty == true
    self.metatype = metatype
    self.isComplete = isComplete ?? (module == nil)
    self.isWrittenInPython = isWrittenInPython
    self.recognizes = recognizes
    // The library's own types take plain values.
    self.constructor = constructor?.taking(
      objects: module.map { NativeType.ofAnyObjects.contains($0) } ?? (name != "range"))
    self.members = Dictionary(members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let ofAnyObjects: Set<String> = [
    "abc", "collections", "contextlib", "dataclasses", "enum", "functools", "itertools", "types", "typing",
  ]

  /// Whether its methods keep the objects they are given: those of containers do, those of texts, numbers and most
  /// of the library take plain values.
  var keepsObjects: Bool {
    if let module { return NativeType.ofAnyObjects.contains(module) }
    switch self {
    case .str, .bytes, .int, .float, .bool: return false
    default: return true
    }
  }

  /// As CPython's messages name it.
  package var qualifiedName: String { module.map { "\($0).\(name)" } ?? name }

  /// As CPython's messages name the type of an operand (`tp_name`).
  var operandName: String { isWrittenInPython ? name : qualifiedName }

  package var resolutionOrder: [NativeType] {
    // A class that several bases lead to comes after all of them.
    var order: [NativeType] = []
    for base in bases.reversed() {
      for type in base.resolutionOrder.reversed() where !order.contains(where: { $0 === type }) {
        order.append(type)
      }
    }
    order.append(self)
    return order.reversed()
  }

  package func isSubtype(of other: NativeType) -> Bool {
    if self === other { return true }
    for base in bases where base.isSubtype(of: other) { return true }
    return false
  }

  /// A member of the type or of one it inherits from.
  package func member(_ name: String) -> Member? { definition(of: name)?.member }

  /// A member, and the type whose table has it: this one or one it inherits from.
  func definition(of name: String) -> (member: Member, owner: NativeType)? {
    if let member = members[name] { return (member, self) }
    for base in bases {
      if let definition = base.definition(of: name) { return definition }
    }
    return nil
  }

  /// Whether the type itself, and not only `object`, has the attribute.
  func definesItself(_ name: String) -> Bool {
    if members[name] != nil { return self !== NativeType.object }
    return NativeAttributes.isOwn(name, of: self)
  }

  /// `type(T)`.
  var metaclass: NativeType {
    if recognizes != nil { return .abcMeta }
    return metatype?() ?? .type
  }

  package var isException: Bool { isSubtype(of: .baseException) }
}
