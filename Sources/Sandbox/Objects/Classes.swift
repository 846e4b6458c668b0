/// A class: one written in Swift, or one of the evaluated code.
package enum PythonType {
  case native(NativeType)
  case user(ClassObject)

  /// `__name__`.
  package var name: String {
    switch self {
    case .native(let type): type.name
    case .user(let type): type.name
    }
  }

  package var qualifiedName: String {
    switch self {
    case .native(let type): type.qualifiedName
    case .user(let type): type.name
    }
  }

  package var object: Object {
    switch self {
    case .native(let type): .type(type)
    case .user(let type): .classObject(type)
    }
  }

  /// `__mro__`: the type itself, then where attributes are looked up next.
  package var resolutionOrder: [PythonType] {
    switch self {
    case .native(let type): type.resolutionOrder.map { .native($0) }
    case .user(let type): type.resolutionOrder
    }
  }

  package static func === (left: PythonType, right: PythonType) -> Bool {
    switch (left, right) {
    case (.native(let left), .native(let right)): left === right
    case (.user(let left), .user(let right)): left === right
    default: false
    }
  }

  /// `issubclass`, without the checks of abstract classes.
  package func isSubtype(of other: PythonType) -> Bool {
    switch (self, other) {
    case (.native(let type), .native(let other)): type.isSubtype(of: other)
    case (.native, .user): false
    case (.user(let type), _): type.resolutionOrder.contains { $0 === other }
    }
  }

  package func isSubtype(of other: NativeType) -> Bool { isSubtype(of: .native(other)) }
}

/// What a `class` statement makes.
package final class ClassObject: HeapObject {
  package internal(set) var name: String
  package internal(set) var qualifiedName: String
  package internal(set) var moduleName: String
  package let bases: [PythonType]
  package private(set) var resolutionOrder: [PythonType] = []
  package var attributes: Attributes
  /// `type(C)`: `type`, `ABCMeta` or `EnumType`.
  var metaclass: NativeType = .type
  /// The built-in type whose value an instance carries; `object` for most classes.
  private(set) var layout: NativeType = .object
  /// Names that `abstractmethod` leaves to derived classes, sorted.
  var abstractMethods: [String] = []
  /// The attribute hooks its instances have, and when that was found out (`Interpreter.classVersion`).
  var hooks: AttributeHooks = []
  var hooksVersion = -1
  /// What makes it an enumeration.
  var enumeration: Enumeration?
  /// Whether a call makes a plain dict (`typing.TypedDict`).
  var isTypedDict = false
  /// What `@dataclass` has made of it.
  var dataclass: Dataclass?
  /// Whether a class written in Swift comes before one of the evaluated code in the resolution order, so that
  /// its methods hide those of the latter.
  private var hasHiddenClasses = false

  init(
    name: String, qualifiedName: String, moduleName: String, bases: [PythonType], attributes: Attributes
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.moduleName = moduleName
    self.bases = bases
    self.attributes = attributes
  }

  override func releaseReferences() {
    attributes = [:]
    resolutionOrder = []
    enumeration = nil
    dataclass = nil
  }

  override func forEachReference(_ body: (Object) -> Void) {
    attributes.pairs.forEach { body($0.value) }
  }

  /// Sets `__mro__`; `false` when the bases have no consistent order.
  func linearize() -> Bool {
    guard let tail = ClassObject.merge(bases.map(\.resolutionOrder) + [bases]) else { return false }
    resolutionOrder = [.user(self)] + tail
    for case .native(let type) in tail where !type.isMixin {
      layout = type
      break
    }
    var sawNative = false
    for type in tail {
      switch type {
      case .native: sawNative = true
      case .user: hasHiddenClasses = hasHiddenClasses || sawNative
      }
    }
    return true
  }

  /// The C3 merge (*The Python 2.3 Method Resolution Order*), or `nil` when it fails.
  private static func merge(_ sequences: [[PythonType]]) -> [PythonType]? {
    var sequences = sequences.filter { !$0.isEmpty }
    var result: [PythonType] = []
    while !sequences.isEmpty {
      let next = sequences.lazy.compactMap(\.first).first { candidate in
        !sequences.contains { $0.dropFirst().contains { $0 === candidate } }
      }
      guard let next else { return nil }
      result.append(next)
      sequences = sequences.map { $0.first.map { $0 === next } == true ? Array($0.dropFirst()) : $0 }
        .filter { !$0.isEmpty }
    }
    return result
  }

  /// An attribute of the class or of a class of the evaluated code that it inherits from, unless one written in
  /// Swift has it earlier.
  func userAttribute(_ name: String) -> Object? {
    for type in resolutionOrder {
      switch type {
      case .user(let type):
        if let value = type.attributes[name] { return value }
      case .native(let type):
        if hasHiddenClasses, type.definesItself(name) { return nil }
      }
    }
    return nil
  }

  /// A method of the evaluated code; `nil` too where it is `None`.
  func method(_ name: String) -> Object? {
    guard let found = userAttribute(name), !found.isNone else { return nil }
    return found
  }

  /// The first class written in Swift that it inherits from.
  var nativeBase: NativeType {
    for case .native(let type) in resolutionOrder { return type }
    return .object
  }

  /// The classes written in Swift that it inherits from.
  var nativeBases: [NativeType] {
    resolutionOrder.compactMap { type in
      guard case .native(let native) = type else { return nil }
      return native
    }
  }

  /// A member of a class written in Swift that it inherits from, and that class.
  func nativeMember(_ name: String) -> (member: Member, owner: NativeType)? {
    for case .native(let type) in resolutionOrder {
      if let member = type.members[name] { return (member, type) }
    }
    return nil
  }
}

/// The methods that take over reading and storing attributes.
struct AttributeHooks: OptionSet {
  let rawValue: UInt8

  static let getattr = AttributeHooks(rawValue: 1)
  static let getattribute = AttributeHooks(rawValue: 2)
  static let setattr = AttributeHooks(rawValue: 4)
  static let delattr = AttributeHooks(rawValue: 8)

  fileprivate static let methods: [(AttributeHooks, String)] = [
    (.getattr, "__getattr__"), (.getattribute, "__getattribute__"), (.setattr, "__setattr__"),
    (.delattr, "__delattr__"),
  ]
}

extension Interpreter {
  /// The attribute hooks of a class: looked up once, as every access asks for them.
  func hooks(of type: ClassObject) -> AttributeHooks {
    if type.hooksVersion == classVersion { return type.hooks }
    var hooks: AttributeHooks = []
    for (hook, name) in AttributeHooks.methods where type.method(name) != nil { hooks.insert(hook) }
    type.hooks = hooks
    type.hooksVersion = classVersion
    return hooks
  }
}

/// An instance of a class of the evaluated code.
package final class InstanceObject: HeapObject {
  package let classObject: ClassObject
  /// The value of the built-in type its class derives from, where that is immutable: `str`, `int`, `float`,
  /// `bytes`.
  let base: Object?
  private var inline = Attributes()
  /// `__dict__`, once it was asked for; then the attributes live there.
  private var dictionary: DictObject?

  init(_ classObject: ClassObject, base: Object? = nil) {
    self.classObject = classObject
    self.base = base
  }

  override func releaseReferences() {
    inline = [:]
    dictionary = nil
  }

  override func forEachReference(_ body: (Object) -> Void) { inline.pairs.forEach { body($0.value) } }

  /// The instance's own attribute.
  package subscript(name: String) -> Object? {
    get { dictionary.map { $0[name] } ?? inline[name] }
    set {
      if let dictionary { dictionary[name] = newValue } else { inline[name] = newValue }
    }
  }

  var attributeNames: [String] {
    guard let dictionary else { return inline.names }
    return dictionary.table.keys.compactMap { $0.asString?.text }
  }

  /// `__dict__`: from here on the same object.
  func dict(_ interpreter: Interpreter) throws(Unwind) -> DictObject {
    if let dictionary { return dictionary }
    let dict = interpreter.makeDict()
    for pair in inline.pairs { try interpreter.set(.string(pair.name), to: pair.value, in: dict) }
    dictionary = dict
    inline = [:]
    return dict
  }
}

extension DictObject {
  /// An entry whose key is a string.
  subscript(name: String) -> Object? {
    get { position(of: name).flatMap { table.entry(at: $0)?.value } }
    set {
      let position = position(of: name)
      switch (position, newValue) {
      case (nil, nil): break
      case (nil, let value?):
        let key = PyString(name)
        table.append(hash: key.keyHash, key: .string(key), value: value)
      case (let position?, nil): table.remove(at: position)
      case (let position?, let value?): table.setValue(value, at: position)
      }
    }
  }

  private func position(of name: String) -> Int? {
    let key = PyString(name)
    let hash = key.keyHash
    var probe = table.probe(hash)
    while table.advance(&probe, hash: hash) {
      if let entry = table.entry(at: probe.position), case .string(key) = entry.key { return probe.position }
    }
    return nil
  }
}

extension Object {
  /// The class of the evaluated code that the object is a direct instance of.
  var userClass: ClassObject? {
    switch self {
    case .instance(let object): return object.classObject
    case .exception(let object):
      guard case .user(let type) = object.type else { return nil }
      return type
    case .list(let object): return object.instance?.classObject
    case .dict(let object): return object.instance?.classObject
    case .tuple(let object): return object.instance?.classObject
    case .set(let object): return object.instance?.classObject
    default: return nil
    }
  }

  /// Where an object of such a class keeps its own attributes; `nil` for exceptions and built-in objects.
  var instancePart: InstanceObject? {
    switch self {
    case .instance(let object): object
    case .list(let object): object.instance
    case .dict(let object): object.instance
    case .tuple(let object): object.instance
    case .set(let object): object.instance
    default: nil
    }
  }

  /// An instance of a class derived from `str`, `int`, `float` or `bytes` as that plain value; any other object
  /// as it is.
  package var plainScalar: Object {
    guard case .instance(let instance) = self, let base = instance.base else { return self }
    return base
  }
}
