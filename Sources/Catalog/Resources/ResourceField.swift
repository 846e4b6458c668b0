extension ResourceType {
  /// What can be said about the place that a path into a resource leads to.
  package enum Field: Sendable {
    /// A field the type has.
    case known(FieldDocumentation)
    /// A key that the type's tests use although it is no field.
    case testOnly
    /// The type doesn't list it, and lists all its fields: likely a misspelling.
    case unknown(nearest: String?)
    /// Nothing is known here: a map with free keys, a value without described fields, or a type whose
    /// list of fields is a guess.
    case undescribed
  }

  /// The field at a path, through items of lists and values of maps: `["Grants", 0, "Permission"]`.
  package func field(_ path: InstancePath) -> Field {
    if let documentation = schema.documentation(at: path) { return .known(documentation) }
    if testOnlyKeys.contains(pattern(of: path)) { return .testOnly }
    guard case .key(let name)? = path.steps.last, confidence != .low,
      let parent = schema.node(at: InstancePath(path.steps.dropLast())), !parent.properties.isEmpty,
      case .allowed = parent.additionalProperties
    else { return .undescribed }
    return .unknown(nearest: nearestName(to: name, among: parent.properties.map(\.name)))
  }

  /// The documentation of the field at a path, if the type has it.
  package func documentation(at path: InstancePath) -> FieldDocumentation? {
    schema.documentation(at: path)
  }

  /// The fields that the value at a path has, in order.
  package func fields(at path: InstancePath = []) -> [FieldDocumentation] { schema.keys(at: path) }

  /// A path as `x-test-only-keys` writes it: `Groups[].TimeCreated`.
  private func pattern(of path: InstancePath) -> String {
    var text = ""
    for step in path.steps {
      switch step {
      case .index: text += "[]"
      case .key(let name): text += text.isEmpty ? name : "." + name
      }
    }
    return text
  }
}
