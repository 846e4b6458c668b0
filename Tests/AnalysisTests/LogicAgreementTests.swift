import Analysis
import Detections
import Foundation
import Logic
import Sandbox
import SourceText
import TestSupport
import Testing
import YAML

/// A complete condition says what the evaluator says: of the example policies' tests and of resources made
/// from them by changing values at random.
struct LogicAgreementTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples").path

  private static let policies = DetectionSearch.yamlFiles(below: FilePath(folder), in: DiskFiles())

  @Test(arguments: policies)
  func conditionsAgreeWithTheEvaluator(file: FilePath) throws {
    var workspace = Workspace(files: DiskFiles())
    let original = workspace.snapshot(interrupt: Interrupt())
    guard let detection = original.detection(in: file), let logic = original.logic(in: file),
      logic.isComplete, let filename = detection.filename?.value
    else { return }

    var random = SeededGenerator(seed: 1)
    let inputs = try detection.tests.compactMap { try $0.input.map { LogicValue(try $0.value.value()) } }
    let resources = inputs.flatMap { input in
      [input] + (0..<40).map { _ in input.mutated(keeping: inputs, &random) }
    }
    let tests = resources.enumerated().map { index, resource in
      "  - { Name: \"\(index)\", ExpectedResult: true, Resource: \(resource) }"
    }
    let types = detection.resourceTypes.map(\.value).joined(separator: ", ")
    let copy = file.folder.appending("agreement.yml")
    workspace.setOverlay(
      copy,
      SourceText(
        """
        AnalysisType: policy
        Filename: \(filename)
        PolicyID: Example.Agreement
        Enabled: true
        Severity: Low
        ResourceTypes: [\(types)]
        Tests:
        \(tests.joined(separator: "\n"))

        """))
    let results = try #require(workspace.snapshot(interrupt: Interrupt()).testResults(in: copy))
    try #require(results.count == resources.count)
    var compared = 0
    for (resource, result) in zip(resources, results) {
      // Where Python raises or returns no boolean, the condition says nothing.
      guard let isCompliant = result.returned?.bool else { continue }
      #expect(logic.alerts(on: resource) == !isCompliant, "\(logic.text) on \(resource)")
      compared += 1
    }
    #expect(compared >= inputs.count)
  }

  @Test func someExamplesHaveACompleteCondition() {
    let snapshot = Workspace(files: DiskFiles()).snapshot(interrupt: Interrupt())
    #expect(LogicAgreementTests.policies.contains { snapshot.logic(in: $0)?.isComplete == true })
  }
}

extension LogicValue {
  fileprivate init(_ value: YAMLValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .double(value)
    case .string(let text): self = .string(text)
    case .sequence(let values): self = .list(values.map { LogicValue($0) })
    case .mapping(let pairs):
      self = .map(
        pairs.compactMap { pair in
          guard case .string(let key) = pair.key else { return nil }
          return Entry(key, LogicValue(pair.value))
        })
    case .null, .bigInt, .binary, .set, .pairs: self = .null
    }
  }

  /// The value with some parts replaced by others of their kind, by those at the same key of another resource,
  /// by nothing, or left out.
  fileprivate func mutated(keeping others: [LogicValue], _ random: inout some RandomNumberGenerator)
    -> LogicValue
  {
    switch self {
    case .map(let entries):
      return .map(
        entries.compactMap { entry in
          switch Int.random(in: 0..<12, using: &random) {
          case 0: return nil
          case 1: return Entry(entry.key, .null)
          case 2:
            let value = others.randomElement(using: &random)?.value(at: .key(entry.key), keys: .exact)
            return Entry(entry.key, value ?? entry.value)
          default: return Entry(entry.key, entry.value.mutated(keeping: [], &random))
          }
        })
    case .list(let elements):
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return .list([])
      case 1: return .list(elements.reversed() + elements)
      default: return .list(elements.map { $0.mutated(keeping: [], &random) })
      }
    case .string(let text):
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return .string("")
      case 1: return .string(text + "x")
      default: return self
      }
    case .int(let number):
      return .int([0, 1, number, number + 1].randomElement(using: &random) ?? number)
    case .bool(let value): return .bool(Bool.random(using: &random) ? value : !value)
    case .null, .double: return self
    }
  }
}
