import Analysis
import Detections
import Evaluation

/// The answer of `policylens test --format json`; its shape never changes within a version.
struct TestReport: Encodable, Sendable {
  struct Summary: Encodable, Sendable {
    var detections = 0
    var tests = 0
    var passed = 0
    var failed = 0
    var errored = 0
    var unsupported = 0
    var skipped = 0
  }

  struct Detection: Encodable, Sendable {
    let path: String
    let id: String
    let type: String
    let tests: [TestEntry]
  }

  let version = 1
  var summary = Summary()
  var detections: [Detection] = []

  enum CodingKeys: CodingKey { case version, summary, detections }
}

/// One test, as `test` and `explain` write it.
struct TestEntry: Encodable, Sendable {
  struct Failure: Encodable, Sendable {
    let type: String
    let message: String
    @OrNull var path: String?
    @OrNull var line: Int?
  }

  struct Unsupported: Encodable, Sendable {
    let construct: String
    @OrNull var path: String?
    @OrNull var line: Int?
  }

  let name: String
  let line: Int
  @OrNull var expected: Bool?
  let outcome: String
  @OrNull var returned: JSONFragment?
  @OrNull var error: Failure?
  @OrNull var unsupported: Unsupported?
  let functions: [String: JSONFragment]
  let stdout: String
  let microseconds: Int
  /// What led to the result, in the order of the text; `explain` tells it.
  var reasons: [ReasonEntry]?
  /// What the run used whose values differ from run to run in CPython, such as `random`; absent when nothing.
  var unrepeatable: [String]?
}

/// A condition or statement on the way to a test's result.
struct ReasonEntry: Encodable, Sendable {
  let path: String
  let line: Int
  /// Such as `not resource.get("InUseBy") is false: InUseBy is ["…"]`.
  let text: String
}

extension ReasonEntry {
  init(_ reason: Reason, _ paths: ShownPaths) {
    path = paths.text(reason.location.file)
    line = reason.location.line
    text = reason.sentence(.plain)
  }
}

extension TestReport.Summary {
  init(_ detections: [TestedDetection]) {
    self.detections = detections.count
    tests = detections.reduce(0) { $0 + $1.tests.count }
    func count(_ outcome: TestResult.Outcome) -> Int { detections.reduce(0) { $0 + $1.count(outcome) } }
    passed = count(.passed)
    failed = count(.failed)
    errored = count(.errored)
    unsupported = count(.unsupported)
    skipped = count(.skipped)
  }
}

extension TestReport {
  init(_ tested: [TestedDetection]) {
    summary = Summary(tested)
    detections = tested.map { detection in
      Detection(
        path: detection.target.path, id: detection.id, type: detection.type,
        tests: detection.tests.map { TestEntry($0, detection.target.paths) })
    }
  }
}

extension TestEntry {
  init(_ test: TestedDetection.Test, _ paths: ShownPaths) {
    let result = test.result
    name = result.name
    line = test.line
    _expected = OrNull(wrappedValue: result.expected)
    outcome = result.outcome.rawValue
    _returned = OrNull(wrappedValue: result.returned.map(JSONFragment.init))
    let place = result.error?.trace.first
    _error = OrNull(
      wrappedValue: result.error.map { error in
        Failure(
          type: error.type, message: error.message, path: place.map { paths.text($0.file) }, line: place?.line
        )
      })
    _unsupported = OrNull(
      wrappedValue: result.unsupported.map { report in
        Unsupported(
          construct: report.construct, path: report.location.map { paths.text($0.file) },
          line: report.location?.line)
      })
    functions = Dictionary(
      result.functions.map { ($0.name, $0.returned.map(JSONFragment.init) ?? .null) },
      uniquingKeysWith: { $1 })
    unrepeatable = result.unrepeatable.isEmpty ? nil : result.unrepeatable
    stdout = result.output
    let (seconds, attoseconds) = result.duration.components
    microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }
}

extension JSONFragment {
  /// What Python returned; as Python shows it where JSON has no form for it.
  fileprivate init(_ returned: Returned) {
    self = returned.json.flatMap(JSONFragment.init(parsing:)) ?? .string(returned.repr)
  }
}
