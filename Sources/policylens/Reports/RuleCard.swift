import Analysis
import Detections
import Evaluation
import Logic
import SourceText

/// Everything `explain` tells about a detection.
struct RuleCard: Sendable {
  let target: Target
  let detection: Detection
  let mitre: [MITRERow]
  let logic: DetectionLogic?
  let tested: TestedDetection
  /// Why each test has its verdict, in Markdown, by its place among the tests.
  let explanations: [Int: String]
  let reasons: [Int: Reasons]
  let problems: CheckedFile
}

extension RuleCard {
  init(_ target: Target, in snapshot: Snapshot) throws(CommandFailure) {
    guard let problems = CheckedFile(target.file, target.paths, in: snapshot, withTests: true) else {
      throw CommandFailure(message: "\(target.path): the file can't be read")
    }
    guard let detection = snapshot.detection(in: target.file),
      let tested = TestedDetection(target, in: snapshot, filters: [], names: [])
    else {
      let reason = problems.problems.first?.diagnostic.message ?? "it has no AnalysisType"
      throw CommandFailure(message: "\(target.path): not a detection: \(reason)")
    }
    self.target = target
    self.detection = detection
    self.tested = tested
    self.problems = problems
    mitre = snapshot.mitreTable(in: target.file)
    logic = snapshot.logic(in: target.file)
    reasons = Dictionary(
      tested.tests.compactMap { test in
        snapshot.reasons(of: test.result, in: target.file).map { (test.result.index, $0) }
      }, uniquingKeysWith: { $1 })
    explanations = Dictionary(
      detection.tests.compactMap { test in
        snapshot.testExplanation(index: test.index, in: target.file).map { (test.index, $0) }
      }, uniquingKeysWith: { $1 })
  }

  var title: String { detection.displayName?.value ?? tested.id }

  var description: String? {
    detection.description?.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The answer of `policylens explain --format json`.
struct RuleCardReport: Encodable, Sendable {
  struct Mapping: Encodable, Sendable {
    let tacticID: String
    @OrNull var tactic: String?
    let techniqueID: String
    @OrNull var technique: String?
  }

  struct Exclusion: Encodable, Sendable {
    let field: String
    let kind: String
    let values: [JSONFragment]
  }

  let version = 1
  let id: String
  @OrNull var displayName: String?
  let type: String
  @OrNull var severity: String?
  @OrNull var description: String?
  let mitre: [Mapping]
  @OrNull var condition: String?
  let conditionIsComplete: Bool
  let exclusions: [Exclusion]
  let tests: [TestEntry]

  enum CodingKeys: CodingKey {
    case version, id, displayName, type, severity, description, mitre, condition, conditionIsComplete
    case exclusions, tests
  }

  init(_ card: RuleCard) {
    id = card.tested.id
    _displayName = OrNull(wrappedValue: card.detection.displayName?.value)
    type = card.tested.type
    _severity = OrNull(wrappedValue: card.detection.severity?.value)
    _description = OrNull(wrappedValue: card.detection.description?.value)
    mitre = card.mitre.map { row in
      Mapping(
        tacticID: row.tacticID, tactic: row.tactic, techniqueID: row.techniqueID, technique: row.technique)
    }
    _condition = OrNull(wrappedValue: card.logic?.text)
    conditionIsComplete = card.logic?.isComplete ?? false
    exclusions = (card.logic?.exclusions ?? []).map { exclusion in
      Exclusion(
        field: exclusion.field.description, kind: exclusion.kind.rawValue,
        values: exclusion.values.map(JSONFragment.init))
    }
    tests = card.tested.tests.map { test in
      var entry = TestEntry(test, card.target.paths)
      entry.reasons = card.reasons[test.result.index]?.main.map { ReasonEntry($0, card.target.paths) }
      return entry
    }
  }
}

extension JSONFragment {
  fileprivate init(_ value: LogicValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = value.isFinite ? .double(value) : .string(value.description)
    case .string(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map(JSONFragment.init))
    case .map(let entries):
      self = .object(
        Dictionary(entries.map { ($0.key, JSONFragment($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}

extension Exclusion {
  /// The excluded values as a reader writes them: texts without quotes.
  var shownValues: String {
    values.map { value in
      if case .string(let text) = value { text } else { value.description }
    }.joined(separator: ", ")
  }
}
