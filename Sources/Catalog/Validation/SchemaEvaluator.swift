import SourceText
package import YAML

extension SchemaDocument {
  /// What breaks this schema in a document, in the order of the document.
  ///
  /// The rules are those of JSON Schema 2020-12, over values as the Panther tool loads them: the last of
  /// equal keys, merge keys merged, aliases followed. What the loader can't construct is passed over.
  ///
  /// - Parameter schema: The part of the document to apply; all of it if there is none.
  package func violations(in root: YAMLNode, against schema: SchemaNode? = nil) -> [SchemaViolation] {
    var evaluator = SchemaEvaluator(document: self)
    evaluator.evaluate(root, against: schema ?? self.root, at: .root)
    // What an alias repeats is wrong in one place only.
    var seen: Set<Finding> = []
    return evaluator.violations
      .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
      .filter { seen.insert(Finding(kind: $0.kind, range: $0.range)).inserted }
  }

  private struct Finding: Hashable {
    let kind: SchemaViolation.Kind
    let range: ByteRange
  }
}

/// Walks a document and its schema side by side.
struct SchemaEvaluator {
  /// Where the walk is: how the value is reached and what stands for it in the text.
  struct Place {
    /// How many of the evaluator's `steps` lead there.
    var stepCount: Int
    /// The key that holds the value.
    var key: YAMLNode?
    var depth: Int

    static let root = Place(stepCount: 0, key: nil, depth: 0)
  }

  let document: SchemaDocument
  var violations: [SchemaViolation] = []
  /// The way from the root to where the walk is. Only a report makes a path of it.
  private var steps: [InstancePath.Step] = []
  /// Aliases can make a short document stand for a huge one.
  private var remainingNodes = 200_000

  init(document: SchemaDocument) { self.document = document }

  mutating func evaluate(_ node: YAMLNode, against schema: SchemaNode, at place: Place) {
    remainingNodes -= 1
    guard remainingNodes > 0, place.depth < 64 else { return }
    let content = node.target ?? node
    guard let found = FoundValue(content) else { return }
    let range = valueRange(of: node, at: place)
    let schema = document.resolving(schema)

    guard found.satisfies(schema.types) else {
      report(.wrongType(expected: schema.types, found: found.type, text: found.text), range, place)
      return
    }
    if !schema.allowedValues.isEmpty, !schema.allowedValues.contains(where: { found.equals($0.value) }) {
      let allowed = schema.allowedValues.map { $0.value.string ?? $0.value.description }
      let text = found.text ?? found.type.rawValue
      report(
        .notInEnum(found: text, nearest: nearestName(to: text, among: allowed), allowed: allowed),
        range, place)
      return
    }
    switch found.type {
    case .string: checkText(found.string ?? "", against: schema, range, place)
    case .list: checkList(content, against: schema, range, place)
    case .map where schema.constrainsKeys: checkMap(content, node: node, against: schema, place)
    default: break
    }
    checkCombinations(node, against: schema, at: place)
  }

  private mutating func checkText(
    _ text: String, against schema: SchemaNode, _ range: ByteRange, _ place: Place
  ) {
    if schema.minLength > 0, text.unicodeScalars.prefix(schema.minLength).count < schema.minLength {
      report(.tooShort(minimum: schema.minLength), range, place)
    } else if let pattern = schema.pattern, !pattern.matches(text) {
      report(.patternMismatch(found: text, forbidden: pattern.violations(in: text)), range, place)
    }
  }

  private mutating func checkList(
    _ list: YAMLNode, against schema: SchemaNode, _ range: ByteRange, _ place: Place
  ) {
    let items = list.items
    if items.count < schema.minItems {
      report(.tooFewItems(minimum: schema.minItems), range, place)
    }
    guard schema.items != nil || schema.uniqueItems != .notRequired else { return }
    var firsts: [String: (text: String, range: ByteRange)] = [:]
    for (index, item) in items.enumerated() {
      let place = stepping(.index(index), key: nil, from: place)
      if let itemSchema = schema.items { evaluate(item, against: itemSchema, at: place) }
      guard schema.uniqueItems != .notRequired, let text = FoundValue(item.target ?? item)?.string
      else { continue }
      let key = schema.uniqueItems == .requiredIgnoringCase ? text.lowercased() : text
      if let first = firsts[key] {
        report(
          .duplicateItem(found: text, first: first.range, differsInCase: first.text != text),
          item.range, place)
      } else {
        firsts[key] = (text, item.range)
      }
    }
  }

  /// `allOf`, `anyOf` and `oneOf`. Of alternatives that all fail, the one with the fewest violations is
  /// likely the one that was meant.
  private mutating func checkCombinations(
    _ node: YAMLNode, against schema: SchemaNode, at place: Place
  ) {
    for part in schema.allOf { evaluate(node, against: part, at: place.deeper) }
    for alternatives in [schema.anyOf, schema.oneOf] where !alternatives.isEmpty {
      let outcomes = alternatives.map { outcome(of: node, against: $0, at: place) }
      if !outcomes.contains(where: \.isEmpty) {
        violations += outcomes.min { distance(of: $0, at: place) < distance(of: $1, at: place) } ?? []
      }
    }
    guard schema.oneOf.count > 1 else { return }
    let matching = schema.oneOf.filter { outcome(of: node, against: $0, at: place).isEmpty }
    if matching.count > 1 {
      report(.exclusiveKeys(matching.flatMap(\.required)), valueRange(of: node, at: place), place)
    }
  }

  /// How far an alternative is from fitting. One of another type is further away than any of the right type.
  private func distance(of violations: [SchemaViolation], at place: Place) -> Int {
    let hasWrongType = violations.contains { violation in
      if case .wrongType = violation.kind { violation.path == path(to: place) } else { false }
    }
    return violations.count + (hasWrongType ? 1_000_000 : 0)
  }

  /// What one alternative alone would report.
  private mutating func outcome(
    of node: YAMLNode, against schema: SchemaNode, at place: Place
  ) -> [SchemaViolation] {
    var trial = SchemaEvaluator(document: document)
    trial.remainingNodes = remainingNodes
    trial.steps = steps
    trial.evaluate(node, against: schema, at: place.deeper)
    remainingNodes = trial.remainingNodes
    return trial.violations.filter { !$0.isAdvice }
  }

  mutating func report(_ kind: SchemaViolation.Kind, _ range: ByteRange, _ place: Place) {
    report(kind, range, place, owner: name(of: nil, at: place))
  }

  /// - Parameter owner: What the value is called whose keys are concerned.
  mutating func report(
    _ kind: SchemaViolation.Kind, _ range: ByteRange, _ place: Place, owner: String
  ) {
    violations.append(SchemaViolation(kind: kind, range: range, path: path(to: place), owner: owner))
  }

  /// The place one step further in. It leaves the steps of its siblings behind.
  mutating func stepping(_ step: InstancePath.Step, key: YAMLNode?, from place: Place) -> Place {
    steps.removeLast(steps.count - place.stepCount)
    steps.append(step)
    return Place(stepCount: steps.count, key: key, depth: place.depth + 1)
  }

  private func path(to place: Place) -> InstancePath { InstancePath(Array(steps[..<place.stepCount])) }

  /// What messages call the value here: "a policy", "`Reports`".
  func name(of schema: SchemaNode?, at place: Place) -> String {
    schema?.noun ?? (place.stepCount == 0 ? "this file" : "`\(path(to: place))`")
  }

  /// A missing value has no text of its own: its key stands for it.
  private func valueRange(of node: YAMLNode, at place: Place) -> ByteRange {
    node.range.isEmpty ? place.key?.range ?? node.range : node.range
  }
}

extension SchemaEvaluator.Place {
  /// The same place, one schema further in.
  var deeper: Self { Self(stepCount: stepCount, key: key, depth: depth + 1) }
}

extension SchemaViolation {
  /// Whether the document is valid all the same.
  package var isAdvice: Bool {
    if case .deprecatedKey = kind { return true }
    return false
  }
}
