import Catalog
import Detections
import SourceText
import YAML

/// What would make a detection follow its schema again.
struct SchemaFixes: Sendable {
  let detection: Detection
  let schema: SchemaDocument
  /// The name of the YAML file without its extension.
  let fileStem: String

  func fixes(for violation: SchemaViolation) -> [Fix] {
    guard let place = DocumentPlace(violation.path, from: detection.root) else { return [] }
    let fixes = DocumentFixes(detection.tree)
    let path = violation.path
    switch violation.kind {
    case .unknownKey(let name, let nearest, _, _):
      return [renamedOrRemoved(place, name, nearest, fixes)].compactMap(\.self)
    case .deprecatedKey(let name, let replacement):
      return [renamedOrRemoved(place, name, replacement, fixes)].compactMap(\.self)
    case .missingKey(let name):
      return [added(name, to: place.node, at: path, fixes)].compactMap(\.self)
    case .nonStringKey(let name, _):
      return [place.holder?.key.flatMap { fixes.rename($0, to: name, title: "Put `\(name)` in quotes") }]
        .compactMap(\.self)
    case .exclusiveKeys(let names):
      return names.compactMap { name in removed(name, from: place.node, fixes) }
    case .wrongType(let expected, let found, let text):
      return [retyped(place, path, expected, found, text, fixes)].compactMap(\.self)
    case .notInEnum(_, let nearest?, _):
      return [fixes.change(place.node, to: .string(nearest))].compactMap(\.self)
    case .notInEnum(let found, nil, let allowed):
      return replacedOrRemoved(place, found, allowed, fixes)
    case .patternMismatch(let found, let forbidden):
      let rest = found.filter { !forbidden.contains($0) }
      return forbidden.isEmpty || rest.isEmpty
        ? [] : [fixes.change(place.node, to: .string(rest))].compactMap(\.self)
    case .duplicateItem(let found, _, _):
      return [removedItem(place, "Remove the duplicate `\(found)`", fixes)].compactMap(\.self)
    case .tooFewItems, .tooFewKeys, .tooShort:
      return [removedIfOptional(place, path, fixes)].compactMap(\.self)
    }
  }

  // MARK: Keys

  private func renamedOrRemoved(
    _ place: DocumentPlace, _ name: String, _ replacement: String?, _ fixes: DocumentFixes
  ) -> Fix? {
    guard let holder = place.holder, let key = holder.key else { return nil }
    guard let replacement else {
      return fixes.remove(holder.index, of: holder.collection, title: "Remove `\(name)`")
    }
    return fixes.rename(key, to: replacement)
  }

  private func removed(_ name: String, from mapping: YAMLNode, _ fixes: DocumentFixes) -> Fix? {
    let mapping = mapping.resolvedAlias
    guard let index = mapping.entries.lastIndex(where: { $0.key.isString(name) }) else { return nil }
    return fixes.remove(index, of: mapping, title: "Remove `\(name)`")
  }

  private func removedIfOptional(_ place: DocumentPlace, _ path: InstancePath, _ fixes: DocumentFixes) -> Fix?
  {
    guard let holder = place.holder, let key = holder.key, !isRequired(path) else { return nil }
    return fixes.remove(holder.index, of: holder.collection, title: "Remove `\(key.scalarText)`")
  }

  private func isRequired(_ path: InstancePath) -> Bool {
    schema.documentation(at: path)?.isRequired ?? false
  }

  /// Adds a key behind the nearest key that comes before it in the recommended order.
  private func added(
    _ name: String, to mapping: YAMLNode, at path: InstancePath, _ fixes: DocumentFixes
  ) -> Fix? {
    let mapping = mapping.resolvedAlias
    let value = placeholder(at: path.appending(.key(name)))
    let order = schema.keys(at: path).compactMap(\.name)
    let entries = mapping.entries
    let before = order.prefix { $0 != name }
    let after = order.drop { $0 != name }.dropFirst()
    func index(of name: String) -> Int? { entries.lastIndex { $0.key.isString(name) } }
    let position =
      before.reversed().lazy.compactMap(index).first.map { $0 + 1 } ?? after.lazy.compactMap(index).first
    return Fix("Add `\(name)`") {
      try fixes.editor.inserting(name, value, into: mapping, at: position)
    }
  }

  // MARK: Values

  /// What to write where a value is needed and nobody knows which.
  private func placeholder(at path: InstancePath) -> YAMLValue {
    if path.steps == [.key("Filename")] { return .string(fileStem + ".py") }
    if path.steps == [.key(detection.type.idKey)] { return .string(fileStem) }
    guard let node = schema.node(at: path) else { return .null }
    let documentation = schema.documentation(at: path)
    if let value = documentation?.defaultValue ?? documentation?.allowedValues.first?.value {
      return value.yaml
    }
    switch node.types {
    case .boolean: return .bool(true)
    case .integer: return .int(0)
    case .array: return .sequence([])
    case .any, .object: return .mapping([])
    default: return .string(documentation?.examples.first?.string ?? "")
    }
  }

  private func replacedOrRemoved(
    _ place: DocumentPlace, _ found: String, _ allowed: [String], _ fixes: DocumentFixes
  ) -> [Fix] {
    if allowed.count <= 8 { return allowed.compactMap { fixes.change(place.node, to: .string($0)) } }
    return [removedItem(place, "Remove `\(found)`", fixes)].compactMap(\.self)
  }

  private func removedItem(_ place: DocumentPlace, _ title: String, _ fixes: DocumentFixes) -> Fix? {
    guard let holder = place.holder, holder.key == nil else { return nil }
    return fixes.remove(holder.index, of: holder.collection, title: title)
  }

  /// The value as the type that is expected, where an author can have meant nothing else.
  private func retyped(
    _ place: DocumentPlace, _ path: InstancePath, _ expected: SchemaTypes, _ found: FoundType,
    _ text: String?,
    _ fixes: DocumentFixes
  ) -> Fix? {
    switch found {
    case .null:
      if isRequired(path) { return fixes.change(place.node, to: placeholder(at: path)) }
      return removedIfOptional(place, path, fixes)
    case .string where expected == .boolean, .integer where expected == .boolean:
      return switch text?.lowercased() {
      case "true", "yes", "on", "y", "1": fixes.change(place.node, to: .bool(true))
      case "false", "no", "off", "n", "0": fixes.change(place.node, to: .bool(false))
      default: nil
      }
    case .string where expected == .integer:
      return text.flatMap { Int($0) }.flatMap { fixes.change(place.node, to: .int($0)) }
    case .boolean where expected.contains(.string), .integer where expected.contains(.string),
      .number where expected.contains(.string):
      return text.flatMap { fixes.change(place.node, to: .string($0), title: "Put `\($0)` in quotes") }
    case .string where expected == .array, .integer where expected == .array:
      guard let value = try? place.node.value() else { return nil }
      return fixes.change(place.node, to: .sequence([value]), title: "Make it a list")
    case .list where expected.contains(.string) && expected.contains(.boolean),
      .map where expected.contains(.string) && expected.contains(.boolean):
      guard let value = try? place.node.value() else { return nil }
      return fixes.change(place.node, to: .string(value.json), title: "Write it as JSON text")
    default: return nil
    }
  }
}

extension JSONValue {
  fileprivate var yaml: YAMLValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .int(value)
    case .number(let value): .float(value)
    case .string(let text): .string(text)
    case .array(let items): .sequence(items.map(\.yaml))
    case .object(let members):
      .mapping(members.map { YAMLValue.Pair(key: .string($0.name), value: $0.value.yaml) })
    }
  }
}
