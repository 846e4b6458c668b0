import Catalog
package import Detections
import Evaluation
import SourceText
import YAML

extension Snapshot {
  /// What the author learns by resting the pointer on a key, a value, a MITRE mapping, a field of a test's
  /// resource, or a test's expectation; in Python on what reads a field of the resource.
  package func hover(at offset: Int, in file: FilePath, links: PlaceLinks = .none) -> Hover? {
    if isPython(file) { return pythonHover(at: offset, in: file) }
    guard let yaml = yaml(file), let detection = yaml.detection,
      let step = yaml.tree.path(at: offset).last
    else { return nil }
    let path = InstancePath(yaml.tree.path(at: offset))
    let markdown =
      testMarkdown(path, step, detection, in: file, links) ?? mitreMarkdown(path, step, detection)
      ?? resourceMarkdown(path, detection) ?? fieldMarkdown(path, step, detection)
    return markdown.map { Hover(range: step.node.range, markdown: $0) }
  }

  /// On a test's `ExpectedResult` and on the text of its `Name`: why it has its verdict.
  private func testMarkdown(
    _ path: InstancePath, _ step: YAMLStep, _ detection: Detection, in file: FilePath, _ links: PlaceLinks
  ) -> String? {
    guard path.steps.count == 3, path.steps[0] == "Tests", case .index(let index) = path.steps[1],
      let run = liveResults(in: file), let result = run.tests.first(where: { $0.index == index })
    else { return nil }
    let reason = explanation(of: result, in: file, isStale: run.isStale, links: links)
    switch (path.steps[2], step) {
    case ("ExpectedResult", .value), ("Name", .value):
      return reason
    case ("ExpectedResult", _):
      return [reason, fieldMarkdown(path, step, detection)].compactMap(\.self).joined(
        separator: "\n\n---\n\n")
    default:
      return nil
    }
  }

  /// On an element of `Reports: MITRE ATT&CK`: what the ids stand for.
  private func mitreMarkdown(_ path: InstancePath, _ step: YAMLStep, _ detection: Detection) -> String? {
    guard path.steps.count == 3, path.steps[0] == "Reports", path.steps[1] == .key(Detection.mitreReport),
      let mapping = MITREMapping(step.node.resolvedAlias.scalarText)
    else { return nil }
    let catalogue = MITREAttack.shared
    let tactic = catalogue.tactic(mapping.tacticID)
    let technique = catalogue.technique(mapping.techniqueID)
    guard tactic != nil || technique != nil else { return nil }
    let title = "**\(tactic?.name ?? mapping.tacticID) → \(technique?.fullName ?? mapping.techniqueID)**"
    let links = [
      tactic.map { "[\($0.id)](\($0.url)) \($0.name)" },
      technique.map { "[\($0.id)](\($0.url)) \($0.fullName)" },
    ]
    let problems = catalogue.validate(mapping: mapping.description).map { "⚠ \($0.message)" }
    let source = "MITRE ATT&CK \(catalogue.version)"
    return ([title] + [links.compactMap(\.self).joined(separator: " · ")] + problems + [source])
      .joined(separator: "\n\n")
  }

  /// Inside a policy's test resource: what the field means.
  private func resourceMarkdown(_ path: InstancePath, _ detection: Detection) -> String? {
    guard detection.type == .policy, path.steps.count > 3, path.steps[0] == "Tests",
      path.steps[2] == "Resource"
    else { return nil }
    let fieldPath = InstancePath(Array(path.steps.dropFirst(3)))
    for name in detection.resourceTypes.map(\.value) {
      guard let type = ResourceType.named(name) else { continue }
      switch type.field(fieldPath) {
      case .known(let documentation): return documentation.markdown + "\n\nField of `\(name)`"
      case .unknown(let nearest?):
        return "`\(fieldPath)` is not a field of `\(name)`; did you mean `\(nearest)`?"
      case .unknown(nil): return "`\(fieldPath)` is not a field that `\(name)` is known to have."
      case .testOnly, .undescribed: continue
      }
    }
    return nil
  }

  /// On any other key or value: the schema's documentation.
  private func fieldMarkdown(_ path: InstancePath, _ step: YAMLStep, _ detection: Detection) -> String? {
    guard let schema = detection.type.schema, let field = schema.documentation(at: path) else { return nil }
    if case .key = step { return field.markdown }
    let value = step.node.resolvedAlias.scalarText
    if path.steps.first == "ResourceTypes", path.steps.count == 2, let type = ResourceType.named(value) {
      return "**\(type.displayName)** (`\(value)`)\n\n\(type.description)"
    }
    if let documentation = field.documentation(ofValue: value) { return "`\(value)`: \(documentation)" }
    return field.markdown
  }
}

extension InstancePath {
  /// Where a chain of steps through a YAML tree leads.
  init(_ steps: [YAMLStep]) {
    self.init(
      steps.map { step in
        switch step {
        case .key(let entry), .value(let entry): .key(entry.key.scalarText)
        case .item(let index, _): .index(index)
        }
      })
  }
}

extension FieldDocumentation {
  /// The name and its type, the description, and what else is known, as Markdown.
  var markdown: String {
    var title = name.map { "**\($0)**" } ?? ""
    if let type { title += " · \(type)" }
    if isRequired { title += " · required" }
    if isDeprecated { title += " · deprecated" + (replacement.map { ", use `\($0)`" } ?? "") }
    var paragraphs = [title, description]
    if !allowedValues.isEmpty, allowedValues.count <= 12 {
      paragraphs.append(
        allowedValues.map { value in
          "- `\(value.value.plainText)`" + (value.documentation.map { ": \($0)" } ?? "")
        }.joined(separator: "\n"))
    }
    if let defaultValue { paragraphs.append("Default: `\(defaultValue.plainText)`") }
    if !examples.isEmpty {
      paragraphs.append("Example: " + examples.map { "`\($0.plainText)`" }.joined(separator: ", "))
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension JSONValue {
  /// A string without its quotes, anything else as JSON.
  fileprivate var plainText: String { string ?? description }
}
