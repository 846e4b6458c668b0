/// Making a class out of its bases and the namespace of its body (Language Reference 3.3.3, *Customizing class
/// creation*; CPython's `type_new`).
struct ClassCreation {
  let interpreter: Interpreter
  var name: String
  var qualifiedName: String
  var moduleName: String
  /// The bases as written.
  var bases: [Object]
  var keywords: [CallArguments.Keyword]
  var namespace: Attributes
  /// Called with the class before any of its hooks run.
  var publish: (ClassObject) -> Void = { _ in }

  func make() throws(Unwind) -> Object {
    var keywords = keywords
    let types = try resolvedBases()
    if let special = try specialForm(types) { return special }
    let metaclass = try metaclass(&keywords, types)
    var namespace = namespace
    try adjust(&namespace)
    let type = ClassObject(
      name: name, qualifiedName: qualifiedName, moduleName: moduleName,
      bases: types.isEmpty ? [.native(.object)] : types, attributes: namespace)
    type.metaclass = metaclass
    try order(type)
    try makeSlots(type)
    let object = Object.classObject(interpreter.heap.adopt(type))
    publish(type)
    if type.nativeBases.contains(where: { $0 === NativeType.enumBase }) {
      try Enumeration.make(from: type, keywords: &keywords, interpreter)
    }
    try setNames(type)
    try runSubclassHook(type, keywords)
    if metaclass === NativeType.abcMeta { findAbstractMethods(type) }
    return object
  }

  // MARK: Bases

  private func resolvedBases() throws(Unwind) -> [PythonType] {
    var types: [PythonType] = []
    for base in bases {
      guard let type = try interpreter.baseType(base, of: name) else { continue }
      if types.contains(where: { $0 === type }) {
        if case .native(.generic) = base.asType ?? type { continue }
        throw interpreter.raise(.typeError, "duplicate base class \(type.name)")
      }
      if case .user(let user) = type, let enumeration = user.enumeration, !enumeration.members.isEmpty {
        throw interpreter.raise(
          .typeError, "<enum '\(name)'> cannot extend <enum '\(user.name)'>")
      }
      types.append(type)
    }
    return types
  }

  /// Bases that stand for another way to make a class: `NamedTuple` and `TypedDict`.
  private func specialForm(_ types: [PythonType]) throws(Unwind) -> Object? {
    for case .user(let type) in types where type.isTypedDict { return try makeTypedDict(types) }
    for case .native(let type) in types {
      switch type {
      case .namedTupleBase:
        if types.count > 1 { throw interpreter.unsupported("a NamedTuple with other bases") }
        return try NamedTuples.makeClass(self)
      case .typedDictBase: return try makeTypedDict(types)
      default: break
      }
    }
    return nil
  }

  /// A class whose call makes a plain dict. What it says of the keys is only there to be read.
  private func makeTypedDict(_ types: [PythonType]) throws(Unwind) -> Object {
    for case .user(let base) in types where !base.isTypedDict {
      throw interpreter.raise(
        .typeError, "cannot inherit from both a TypedDict type and a non-TypedDict base class")
    }
    let type = ClassObject(
      name: name, qualifiedName: qualifiedName, moduleName: moduleName, bases: [.native(.dict)],
      attributes: namespace)
    type.isTypedDict = true
    try order(type)
    let object = Object.classObject(interpreter.heap.adopt(type))
    publish(type)
    return object
  }

  private func metaclass(
    _ keywords: inout [CallArguments.Keyword], _ types: [PythonType]
  ) throws(Unwind) -> NativeType {
    var result = NativeType.type
    if let index = keywords.firstIndex(where: { $0.name == "metaclass" }) {
      let value = keywords.remove(at: index).value
      guard case .type(let type) = value,
        [NativeType.type, .abcMeta, .enumMeta].contains(where: { $0 === type })
      else { throw interpreter.unsupported("class \(name)(metaclass=…)") }
      result = type
    }
    for type in types {
      let inherited =
        switch type {
        case .native(let native): native.metaclass
        case .user(let user): user.metaclass
        }
      if inherited === NativeType.type || inherited === result { continue }
      guard result === NativeType.type else {
        throw interpreter.raise(
          .typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
            + "metaclasses of all its bases")
      }
      result = inherited
    }
    return result
  }

  private func order(_ type: ClassObject) throws(Unwind) {
    let size = type.bases.reduce(1) { $0 + $1.resolutionOrder.count }
    try interpreter.charge(elements: size)
    try interpreter.charge(work: 32 * size * min(size, 1 << 20))
    guard type.linearize() else {
      let names = type.bases.map(\.name).joined(separator: ", ")
      throw interpreter.raise(
        .typeError, "Cannot create a consistent method resolution\norder (MRO) for bases \(names)")
    }
    let layouts = type.bases.map { base in
      switch base {
      case .native(let native): native.isMixin ? NativeType.object : native
      case .user(let user): user.layout
      }
    }
    for layout in layouts where layout !== NativeType.object && !type.layout.isSubtype(of: layout) {
      if type.layout.isException && layout.isException { continue }
      throw interpreter.raise(.typeError, "multiple bases have instance lay-out conflict")
    }
  }

  // MARK: Namespace

  private func adjust(_ namespace: inout Attributes) throws(Unwind) {
    for name in ["__init_subclass__", "__class_getitem__"] {
      if case .function? = namespace[name], let function = namespace[name] {
        namespace[name] = .native(interpreter.heap.adopt(MethodWrapper(function, type: .classmethod)))
      }
    }
    if case .function? = namespace["__new__"], let function = namespace["__new__"] {
      namespace["__new__"] = .native(interpreter.heap.adopt(MethodWrapper(function, type: .staticmethod)))
    }
    // A class that says what is equal, and not what the hash is, has none.
    if namespace["__eq__"] != nil, namespace["__hash__"] == nil { namespace["__hash__"] = Object.none }
    for name in ["__prepare__", "__instancecheck__", "__subclasscheck__", "__del__", "__mro_entries__"]
    where namespace[name] != nil && name == "__mro_entries__" {
      throw interpreter.unsupported(name)
    }
  }

  private func makeSlots(_ type: ClassObject) throws(Unwind) {
    guard let value = type.attributes["__slots__"] else { return }
    var names: [String] = []
    if let text = value.asString {
      names = [text.text]
    } else {
      for item in try interpreter.items(of: value) {
        guard let text = item.asString else {
          throw interpreter.raise(
            .typeError, "__slots__ items must be strings, not '\(item.qualifiedTypeName)'")
        }
        names.append(text.text)
      }
    }
    for slot in names where slot != "__dict__" && slot != "__weakref__" {
      if type.attributes[slot] != nil {
        throw interpreter.raise(.valueError, "'\(slot)' in __slots__ conflicts with class variable")
      }
      let mangled =
        slot.hasPrefix("__") && !slot.hasSuffix("__") ? "_\(name.drop { $0 == "_" })\(slot)" : slot
      type.attributes[mangled] = .native(
        interpreter.heap.adopt(SlotDescriptor(name: mangled, owner: type.name)))
    }
  }

  // MARK: Hooks

  private func setNames(_ type: ClassObject) throws(Unwind) {
    for (name, value) in type.attributes.pairs {
      guard let own = value.userClass, let method = own.method("__set_name__") else { continue }
      _ = try interpreter.call(
        try interpreter.bind(method, to: value, own),
        CallArguments([.classObject(type), .string(name)]))
    }
  }

  private func runSubclassHook(_ type: ClassObject, _ keywords: [CallArguments.Keyword]) throws(Unwind) {
    for case .user(let base) in type.resolutionOrder.dropFirst() {
      guard let hook = base.attributes["__init_subclass__"] else { continue }
      let bound = try interpreter.bind(hook, to: nil, of: .user(type))
      _ = try interpreter.call(bound, CallArguments([], keywords: keywords))
      return
    }
    if !keywords.isEmpty {
      throw interpreter.raise(.typeError, "\(name).__init_subclass__() takes no keyword arguments")
    }
  }

  /// The names that `abstractmethod` marks, here or in a base, and that nothing implements.
  private func findAbstractMethods(_ type: ClassObject) {
    var names: Set<String> = []
    for (name, value) in type.attributes.pairs where interpreter.isAbstract(value) { names.insert(name) }
    for base in type.bases {
      switch base {
      case .user(let user):
        for name in user.abstractMethods {
          if let value = type.userAttribute(name), interpreter.isAbstract(value) { names.insert(name) }
        }
      case .native(let native):
        for name in native.abstractNames {
          if type.userAttribute(name) == nil { names.insert(name) }
        }
      }
    }
    type.abstractMethods = names.sorted()
  }
}

/// What a name in `__slots__` makes of the class attribute: a place in each instance.
final class SlotDescriptor: NativeObject {
  private let name: String
  private let owner: String

  init(name: String, owner: String) {
    self.name = name
    self.owner = owner
    super.init(type: .memberDescriptor)
  }

  override var isDataDescriptor: Bool { true }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    PyString("<member '\(name)' of '\(owner)' objects>")
  }

  override func bind(
    to instance: Object?, of type: PythonType, _ interpreter: Interpreter
  ) throws(Unwind) -> Object? {
    guard let instance else { return .native(self) }
    if let value = interpreter.ownAttribute(of: instance, name) { return value }
    throw interpreter.raise(
      .attributeError, "'\(instance.typeName)' object has no attribute '\(name)'")
  }

  override func store(
    _ value: Object?, in instance: Object, _ interpreter: Interpreter
  ) throws(Unwind) -> Bool? {
    guard let part = instance.instancePart else { return nil }
    if value == nil, part[name] == nil { throw interpreter.raise(.attributeError, name) }
    part[name] = value
    return true
  }
}

extension NativeType {
  static let memberDescriptor = NativeType("member_descriptor", isComplete: false)
}

extension Interpreter {
  /// What a base in a class statement stands for; `nil` for one that adds nothing.
  func baseType(_ object: Object, of name: String) throws(Unwind) -> PythonType? {
    switch object {
    case .classObject(let type):
      return .user(type)
    case .type(let type):
      if type.isSubclassable || type.isExtensible { return .native(type) }
      if type.isSealed {
        throw raise(.typeError, "type '\(type.name)' is not an acceptable base type")
      }
      throw unsupported("class \(name)(\(type.qualifiedName))")
    case .native(let alias as GenericAlias): return try baseType(alias.origin, of: name)
    case .placeholder(let value): throw unsupported("class \(name)(\(value.name))")
    default: throw unsupported("class \(name)(\(object.qualifiedTypeName) instance)")
    }
  }

  /// `type(name, bases, namespace)`.
  func makeType(
    name: Object, bases: Object, namespace: Object, keywords: [CallArguments.Keyword]
  ) throws(Unwind) -> Object {
    guard let text = name.asString else {
      throw raise(.typeError, "type.__new__() argument 1 must be str, not \(name.argumentTypeName)")
    }
    guard case .tuple(let tuple) = bases else {
      throw raise(.typeError, "type.__new__() argument 2 must be tuple, not \(bases.argumentTypeName)")
    }
    guard case .dict(let dict) = namespace else {
      throw raise(.typeError, "type.__new__() argument 3 must be dict, not \(namespace.argumentTypeName)")
    }
    var attributes = Attributes()
    for pair in dict.table.pairs {
      guard let key = pair.key.asString else {
        throw unsupported("a class attribute that isn't named by a str")
      }
      attributes[key.text] = pair.value
    }
    for base in tuple.items where base.asType == nil {
      throw unsupported("type() with this base")
    }
    var moduleName = frame?.globals.name ?? "builtins"
    if let given = attributes["__module__"]?.asString {
      moduleName = given.text
      attributes["__module__"] = nil
    }
    return try ClassCreation(
      interpreter: self, name: text.text, qualifiedName: text.text, moduleName: moduleName,
      bases: tuple.items, keywords: keywords, namespace: attributes
    ).make()
  }

  /// Whether an attribute of a class is marked by `abstractmethod`, or stands for a function that is.
  func isAbstract(_ value: Object) -> Bool {
    var pending = [value]
    var seen: Set<ObjectIdentifier> = []
    while let next = pending.popLast() {
      switch next {
      case .function(let function):
        if function.attributes["__isabstractmethod__"]?.asBool == true { return true }
      case .native(let object):
        if seen.insert(ObjectIdentifier(object)).inserted { pending += object.wrappedFunctions }
      default: break
      }
    }
    return false
  }
}

extension NativeType {
  /// Built-in types whose value an instance of a derived class can carry.
  var isExtensible: Bool {
    let extensible: [NativeType] = [
      .dict, .list, .set, .frozenset, .tuple, .str, .int, .float, .bytes, .orderedDict, .defaultDict,
      .counter,
    ]
    return extensible.contains { $0 === self } || recognizes != nil
  }

  /// Whether CPython, too, refuses it as a base.
  fileprivate var isSealed: Bool {
    let sealed: [NativeType] = [.bool, .noneType, .function, .slice, .range]
    return sealed.contains { $0 === self }
  }
}
