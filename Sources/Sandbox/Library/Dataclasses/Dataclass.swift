/// One field of a dataclass: `dataclasses.Field`.
final class DataclassField: NativeObject {
  enum Kind { case field, classVariable, initializer }

  var name = ""
  var annotation: Object = .none
  private(set) var defaultValue: Object?
  private(set) var factory: Object?
  let takesInit: Bool
  let isShown: Bool
  let isCompared: Bool
  /// Whether it counts for the hash; `nil` where that follows `isCompared`.
  let isHashed: Bool?
  private(set) var metadata: Object
  var isKeywordOnly: Bool?
  var kind = Kind.field

  init(
    defaultValue: Object?, factory: Object?, takesInit: Bool, isShown: Bool, isCompared: Bool,
    isHashed: Bool?,
    metadata: Object, isKeywordOnly: Bool?
  ) {
    self.defaultValue = defaultValue
    self.factory = factory
    self.takesInit = takesInit
    self.isShown = isShown
    self.isCompared = isCompared
    self.isHashed = isHashed
    self.metadata = metadata
    self.isKeywordOnly = isKeywordOnly
    super.init(type: .dataclassField)
  }

  convenience init(defaultValue: Object?, metadata: Object) {
    self.init(
      defaultValue: defaultValue, factory: nil, takesInit: true, isShown: true, isCompared: true,
      isHashed: nil, metadata: metadata, isKeywordOnly: nil)
  }

  override func releaseReferences() {
    annotation = .none
    defaultValue = nil
    factory = nil
    metadata = .none
  }

  var hasDefault: Bool { defaultValue != nil || factory != nil }

  override func repr(_ interpreter: Interpreter) throws(Unwind) -> PyString? {
    throw interpreter.unsupported("the repr of a dataclass field")
  }

  override func attribute(_ name: String, _ interpreter: Interpreter) throws(Unwind) -> Object? {
    func missing() throws(Unwind) -> Object { try DataclassesModule.missing(interpreter) }
    switch name {
    case "name": return .string(self.name)
    case "type": return annotation
    case "default":
      if let defaultValue { return defaultValue }
      return try missing()
    case "default_factory":
      if let factory { return factory }
      return try missing()
    case "init": return .bool(takesInit)
    case "repr": return .bool(isShown)
    case "compare": return .bool(isCompared)
    case "hash": return isHashed.map { .bool($0) } ?? Object.none
    case "metadata": return metadata
    case "kw_only":
      if let isKeywordOnly { return .bool(isKeywordOnly) }
      return try missing()
    default: return nil
    }
  }
}

/// What `@dataclass` knows of a class (`__dataclass_fields__`, `__dataclass_params__`).
final class Dataclass {
  struct Options {
    var makesInit = true
    var makesRepr = true
    var makesEquality = true
    var makesOrder = false
    var forcesHash = false
    var isFrozen = false
    var makesMatchArguments = true
    var isKeywordOnly = false
    var usesSlots = false
  }

  let options: Options
  /// By name, inherited ones first.
  let fields: [DataclassField]

  init(options: Options, fields: [DataclassField]) {
    self.options = options
    self.fields = fields
  }

  /// The fields that `fields()` gives.
  var instanceFields: [DataclassField] { fields.filter { $0.kind == .field } }

  /// The dataclass that a class is, or inherits from.
  static func of(_ type: ClassObject) -> Dataclass? {
    for case .user(let base) in type.resolutionOrder {
      if let dataclass = base.dataclass { return dataclass }
    }
    return nil
  }
}

extension NativeType {
  static let dataclassField = NativeType("Field", module: "dataclasses", isWrittenInPython: true)
}
