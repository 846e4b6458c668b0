import Analysis
import Detections
import Evaluation
import SourceText
import YAML

/// The results of one detection's tests, as all formats show them.
struct TestedDetection: Sendable {
  struct Test: Sendable {
    let result: TestResult
    /// One-based, of its name.
    let line: Int
  }

  let target: Target
  let id: String
  let type: String
  let tests: [Test]
  /// Why the file can't be loaded, for one that has no tests to tell it.
  let problem: String?

  func count(_ outcome: TestResult.Outcome) -> Int { tests.count { $0.result.outcome == outcome } }
}

extension TestedDetection {
  /// Evaluates the tests; `names` selects some. `nil` for a file that a filter leaves out.
  init?(_ target: Target, in snapshot: Snapshot, filters: [DetectionFilter], names: Set<String>) {
    guard let source = snapshot.source(of: target.file) else {
      self.init(target, problem: "the file can't be read")
      return
    }
    guard let detection = snapshot.detection(in: target.file) else {
      let error = snapshot.diagnostics(in: target.file).first { $0.severity == .error }
      if !filters.isEmpty || !names.isEmpty { return nil }
      self.init(target, problem: error?.message ?? "the file defines no detection (it has no AnalysisType)")
      return
    }
    guard filters.allSatisfy({ $0.matches(detection) }) else { return nil }
    let results = (snapshot.testResults(in: target.file) ?? []).byIndex
    let tests = detection.tests.compactMap { test -> Test? in
      guard names.isEmpty || names.contains(test.displayName), let result = results[test.index]
      else { return nil }
      return Test(result: result, line: source.lines.line(at: test.titleRange.lowerBound) + 1)
    }
    if !names.isEmpty, tests.isEmpty { return nil }
    let problem =
      detection.tests.isEmpty
      ? snapshot.diagnostics(in: target.file).first { $0.severity == .error }?.message : nil
    self.init(
      target: target, id: detection.id?.value ?? Detection.unknownID, type: detection.type.rawValue,
      tests: tests, problem: problem)
  }

  private init(_ target: Target, problem: String) {
    self.init(target: target, id: Detection.unknownID, type: "unknown", tests: [], problem: problem)
  }
}

/// `KEY=V1,V2` or `KEY!=V1,V2` on a top-level key, as in PAT 1.11.1: values compare without case, a missing
/// key is the empty text, and a list matches if one of its elements does.
struct DetectionFilter: Sendable {
  private let key: String
  private let values: Set<String>
  private let isNegated: Bool

  init(parsing text: String) throws(CommandFailure) {
    guard let equals = text.firstIndex(of: "=") else {
      throw CommandFailure(message: "'\(text)' is no filter; write KEY=VALUE or KEY!=VALUE", isUsage: true)
    }
    var key = text[..<equals]
    isNegated = key.hasSuffix("!")
    if isNegated { key.removeLast() }
    guard !key.isEmpty else {
      throw CommandFailure(message: "'\(text)' is no filter; its key is missing", isUsage: true)
    }
    self.key = String(key)
    values = Set(text[text.index(after: equals)...].split(separator: ",").map { $0.lowercased() })
  }

  func matches(_ detection: Detection) -> Bool {
    let node = detection.root[key]?.resolvedAlias
    let texts: [String]
    switch node?.kind {
    case .sequence?: texts = node?.items.map { $0.resolvedAlias.scalarText } ?? []
    case .scalar?: texts = [node?.scalarText ?? ""]
    default: texts = [""]
    }
    return texts.contains { values.contains($0.lowercased()) } != isNegated
  }
}
