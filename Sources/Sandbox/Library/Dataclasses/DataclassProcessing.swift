/// What `@dataclass` does to a class (Library Reference, *Data Classes*; `dataclasses._process_class`).
struct DataclassProcessing {
  let interpreter: Interpreter
  let type: ClassObject
  let options: Dataclass.Options

  func run() throws(Unwind) -> Object {
    if type.enumeration != nil { throw interpreter.unsupported("a dataclass that is an enumeration") }
    var fields: [DataclassField] = []
    func add(_ field: DataclassField) {
      if let index = fields.firstIndex(where: { $0.name == field.name }) {
        fields[index] = field
      } else {
        fields.append(field)
      }
    }
    try checkBases()
    for case .user(let base) in type.resolutionOrder.dropFirst().reversed() {
      for field in base.dataclass?.fields ?? [] { add(field) }
    }
    for field in try ownFields() { add(field) }
    for (name, value) in type.attributes.pairs where value.isDataclassField {
      throw interpreter.raise(
        .typeError, "\(StringText.repr(PyString(name)).text) is a field but has no type annotation")
    }
    let hasOwnHash =
      type.attributes["__hash__"].map { !($0.isNone && type.attributes["__eq__"] != nil) } ?? false
    if options.makesOrder && !options.makesEquality {
      throw interpreter.raise(.valueError, "eq must be true if order is true")
    }
    let dataclass = Dataclass(options: options, fields: fields)
    type.dataclass = dataclass
    type.attributes["__dataclass_fields__"] = try interpreter.dict(
      fields.map { (.string($0.name), .native($0)) })
    interpreter.classVersion += 1
    let methods = DataclassMethods(interpreter: interpreter, type: type, dataclass: dataclass)
    try methods.add(hasOwnHash: hasOwnHash)
    if type.attributes["__doc__"] == nil {
      type.attributes["__doc__"] = .placeholder(
        interpreter.heap.adopt(Placeholder("the docstring of a dataclass")))
    }
    if type.metaclass === NativeType.abcMeta {
      type.abstractMethods.removeAll { name in
        type.userAttribute(name).map { !interpreter.isAbstract($0) } ?? false
      }
    }
    return options.usesSlots ? try rebuiltWithSlots(dataclass) : .classObject(type)
  }

  private func checkBases() throws(Unwind) {
    var frozen: [Bool] = []
    for case .user(let base) in type.resolutionOrder.dropFirst() {
      if let dataclass = base.dataclass { frozen.append(dataclass.options.isFrozen) }
    }
    if frozen.isEmpty { return }
    if frozen.contains(true) && !options.isFrozen {
      throw interpreter.raise(.typeError, "cannot inherit non-frozen dataclass from a frozen one")
    }
    if !frozen.contains(true) && options.isFrozen {
      throw interpreter.raise(.typeError, "cannot inherit frozen dataclass from a non-frozen one")
    }
  }

  private func ownFields() throws(Unwind) -> [DataclassField] {
    guard case .dict(let annotations)? = type.attributes["__annotations__"] else { return [] }
    var fields: [DataclassField] = []
    var isKeywordOnly = options.isKeywordOnly
    for (key, annotation) in annotations.table.pairs {
      guard let name = key.asString?.text else { continue }
      if try marks(annotation, "KW_ONLY") {
        isKeywordOnly = true
        continue
      }
      let field = try field(name, annotation, isKeywordOnly: isKeywordOnly)
      fields.append(field)
      guard type.attributes[name]?.isDataclassField == true else { continue }
      // What stays on the class is the default, as for a plain attribute.
      type.attributes[name] = field.defaultValue
    }
    return fields
  }

  private func field(
    _ name: String, _ annotation: Object, isKeywordOnly: Bool
  ) throws(Unwind) -> DataclassField {
    let field: DataclassField
    switch try interpreter.attributeIfPresent(of: .classObject(type), name) {
    case .native(let given as DataclassField)?: field = given
    case .native(is SlotDescriptor)?, nil:
      field = DataclassField(defaultValue: nil, metadata: try DataclassesModule.noMetadata(interpreter))
    case let value?:
      field = DataclassField(defaultValue: value, metadata: try DataclassesModule.noMetadata(interpreter))
    }
    _ = interpreter.heap.adopt(field)
    field.name = name
    field.annotation = annotation
    if try marks(annotation, "ClassVar") {
      field.kind = .classVariable
    } else if try marks(annotation, "InitVar") {
      field.kind = .initializer
    }
    if field.kind != .field, field.factory != nil {
      throw interpreter.raise(.typeError, "field \(name) cannot have a default factory")
    }
    if field.kind == .classVariable {
      if field.isKeywordOnly != nil {
        throw interpreter.raise(.typeError, "field \(name) is a ClassVar but specifies kw_only")
      }
    } else {
      field.isKeywordOnly = field.isKeywordOnly ?? isKeywordOnly
    }
    if field.kind == .field, let value = field.defaultValue, try !isHashable(value) {
      throw interpreter.raise(
        .valueError,
        "mutable default \(try interpreter.repr(of: value.pythonType.object).text) for field \(name) "
          + "is not allowed: use default_factory")
    }
    return field
  }

  /// Whether the class of a default has a hash.
  private func isHashable(_ value: Object) throws(Unwind) -> Bool {
    if interpreter.forbids("__hash__", value) { return false }
    if value.userClass?.method("__hash__") != nil { return true }
    switch value {
    case .list, .dict: return false
    case .set(let set): return set.isFrozen
    case .placeholder(let placeholder): throw interpreter.unsupported(placeholder.name)
    default: return true
    }
  }

  /// Whether an annotation is one of the names with a meaning here, alone or applied to a type.
  private func marks(_ annotation: Object, _ name: String) throws(Unwind) -> Bool {
    switch annotation {
    case .native(let form as TypingForm): return form.name == name
    case .native(let alias as GenericAlias): return alias.formName == name
    case .native(let value as InitVarObject): return name == "InitVar" && value.type === NativeType.initVar
    case .native(let value as DataclassSentinel): return value.name == name
    case .type(let type): return type === NativeType.initVar && name == "InitVar"
    case .string(let text):
      let head = text.text.prefix { $0 != "[" }
      return head == name || head.hasSuffix(".\(name)")
    default: return false
    }
  }

  /// A new class with `__slots__`, as slots can't be added to one that exists.
  private func rebuiltWithSlots(_ dataclass: Dataclass) throws(Unwind) -> Object {
    if type.attributes["__slots__"] != nil {
      throw interpreter.raise(.typeError, "\(type.name) already specifies __slots__")
    }
    var inherited: Set<String> = []
    for case .user(let base) in type.resolutionOrder.dropFirst() {
      if let slots = base.attributes["__slots__"] {
        for item in try interpreter.items(of: slots) { inherited.insert(item.asString?.text ?? "") }
      }
    }
    let names = dataclass.instanceFields.map(\.name)
    var namespace = type.attributes
    for name in names { namespace[name] = nil }
    namespace["__slots__"] = interpreter.tuple(
      names.filter { !inherited.contains($0) }.map { .string($0) })
    let made = try ClassCreation(
      interpreter: interpreter, name: type.name, qualifiedName: type.qualifiedName,
      moduleName: type.moduleName, bases: type.bases.map(\.object), keywords: [], namespace: namespace
    ).make()
    if case .classObject(let copy) = made {
      copy.dataclass = dataclass
      copy.abstractMethods = type.abstractMethods
    }
    return made
  }
}

extension Object {
  var isDataclassField: Bool {
    if case .native(is DataclassField) = self { return true }
    return false
  }
}
