import Catalog
package import Detections
package import Logic
import Python

extension Snapshot {
  /// When a detection alerts, as one condition, lowered from its Python. What the fields of its resource types
  /// can be is taken from their schemas. `nil` when there is no Python that defines the main function.
  package func logic(in file: FilePath) -> DetectionLogic? {
    guard let detection = detection(in: file), let name = detection.type.mainFunction,
      let path = pythonFile(of: file), let module = python(path)
    else { return nil }
    let types = detection.resourceTypes.compactMap { ResourceType.named($0.value) }
    return DetectionLogic(
      lowering: module, function: name, subject: detection.type == .policy ? .resource : .event,
      fieldTypes: { field in fieldType(of: field, in: types) },
      helper: { name in helper(importedAs: name, from: file.folder).flatMap { python($0) } })
  }

  /// What a field can be in any of the types; `nil` when one of them doesn't say.
  private func fieldType(of field: Path, in types: [ResourceType]) -> FieldType? {
    guard field.variable == nil, !types.isEmpty else { return nil }
    let path = InstancePath(
      field.steps.map { step in
        switch step {
        case .key(let name): .key(name)
        case .index(let index): .index(max(index, 0))
        }
      })
    var union: FieldType = []
    for type in types {
      guard let node = type.schema.node(at: path), let fieldType = FieldType(node.types) else { return nil }
      union.formUnion(fieldType)
    }
    return union
  }
}

extension FieldType {
  /// The kinds of value beside null; `nil` when anything goes.
  fileprivate init?(_ types: SchemaTypes) {
    guard types != .any else { return nil }
    self = []
    if types.contains(.string) { insert(.string) }
    if types.contains(.array) { insert(.list) }
    if types.contains(.object) { insert(.map) }
    if types.contains(.integer) { insert(.number) }
    if types.contains(.boolean) { insert(.boolean) }
  }
}
