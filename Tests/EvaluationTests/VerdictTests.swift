import Detections
import Evaluation
import Python
import Sandbox
import SourceText
import Testing
import YAML

/// A policy's Python with what must become of a test that expects `false` (an alert) and of one that expects
/// `true`. The expectations are those of PAT 1.11.1.
private struct Verdict: Sendable, CustomTestStringConvertible {
  let python: String
  let expectingFalse: String
  let expectingTrue: String

  init(_ python: String, expectingFalse: String, expectingTrue: String) {
    self.python = python
    self.expectingFalse = expectingFalse
    self.expectingTrue = expectingTrue
  }

  var testDescription: String { python }
}

private func returning(_ value: String, _ extra: String = "") -> String {
  "def policy(resource):\n    return \(value)\n" + extra
}

private let verdicts: [Verdict] = [
  Verdict(returning("False"), expectingFalse: "passed", expectingTrue: "failed"),
  Verdict(returning("True"), expectingFalse: "failed", expectingTrue: "passed"),
  Verdict(
    returning("None"),
    expectingFalse:
      "errored FunctionReturnTypeError: detection [Example] function [policy] returned [NoneType], expected [bool]",
    expectingTrue:
      "errored FunctionReturnTypeError: detection [Example] function [policy] returned [NoneType], expected [bool]"
  ),
  Verdict(
    returning("1"),
    expectingFalse:
      "errored FunctionReturnTypeError: detection [Example] function [policy] returned [int], expected [bool]",
    expectingTrue:
      "errored FunctionReturnTypeError: detection [Example] function [policy] returned [int], expected [bool]"
  ),
  Verdict(
    returning("resource['x']"), expectingFalse: "errored KeyError: 'x'",
    expectingTrue: "errored KeyError: 'x'"),
  // An auxiliary function counts only where an alert is expected and raised.
  Verdict(
    returning("False", "def title(r):\n    return r['nope']\n"),
    expectingFalse: "errored KeyError: 'nope' in title",
    expectingTrue: "failed"),
  Verdict(
    returning("True", "def title(r):\n    return r['nope']\n"), expectingFalse: "failed",
    expectingTrue: "passed"),
  Verdict(
    returning("False", "def title(r):\n    return 5\n"),
    expectingFalse:
      "errored FunctionReturnTypeError: detection [Example] function [title] returned [int], expected [str] in title",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "title = 'x'\n"),
    expectingFalse: "errored TypeError: 'str' object is not callable in title",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def severity(r):\n    return 'high'\n"), expectingFalse: "passed",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def severity(r):\n    return 'bogus'\n"),
    expectingFalse:
      "errored AssertionError: Expected severity to be any of the following: [['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']], got [BOGUS] instead. in severity",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def destinations(r):\n    return ('a',)\n"),
    expectingFalse:
      "errored FunctionReturnTypeError: detection [Example] function [destinations] returned [tuple], expected a list in destinations",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def destinations(r):\n    return None\n"), expectingFalse: "passed",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def alert_context(r):\n    return 5\n"),
    expectingFalse:
      "errored FunctionReturnTypeError: detection [Example] function [alert_context] returned [int], expected [Mapping] in alert_context",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def alert_context(r):\n    return {'a': {1, 2}}\n"),
    expectingFalse:
      "errored TypeError: object of type <class 'set'> is not JSON serializable in alert_context",
    expectingTrue: "failed"),
  Verdict(
    returning("False", "def unique(r):\n    return r['nope']\n"),
    expectingFalse: "errored KeyError: 'nope' in unique",
    expectingTrue: "failed"),
]

@Suite struct VerdictTests {
  @Test(arguments: verdicts)
  private func verdictsAreThoseOfPAT(_ verdict: Verdict) throws {
    let results = try run(
      """
      Tests:
        - Name: alert
          ExpectedResult: false
          Resource: {a: 1}
        - Name: no alert
          ExpectedResult: true
          Resource: {a: 1}
      """, verdict.python)
    #expect(results.tests.map(text) == [verdict.expectingFalse, verdict.expectingTrue])
  }

  @Test(arguments: [
    ("Resource: [1]", "errored InvalidTest: `Resource` must be a mapping of fields to values"),
    ("Resource: null", "errored InvalidTest: `Resource` must be a mapping of fields to values"),
    ("Name2: x", "errored InvalidTest: `Resource` must be a mapping of fields to values"),
    ("Log: {a: 1}", "passed"),
  ])
  func theInputMustBeAMapping(input: String, expected: String) throws {
    let results = try run(
      """
      Tests:
        - Name: only
          ExpectedResult: true
          \(input)
      """, returning("True"))
    #expect(results.tests.map(text) == [expected])
  }

  @Test func globalStateIsKeptFromTestToTest() throws {
    let results = try run(
      """
      Tests:
        - {Name: first, ExpectedResult: true, Resource: {}}
        - {Name: second, ExpectedResult: false, Resource: {}}
      """,
      """
      seen = 0

      def policy(resource):
          global seen
          seen += 1
          return seen == 1
      """)
    #expect(results.tests.map(text) == ["passed", "passed"])
  }

  @Test func aMockIsCalledForItsValueAndUndone() throws {
    let results = try run(
      """
      Tests:
        - Name: mocked function
          ExpectedResult: true
          Resource: {}
          Mocks:
            - {objectName: lookup, returnValue: found}
        - {Name: the real one again, ExpectedResult: false, Resource: {}}
        - Name: no such name
          ExpectedResult: false
          Resource: {}
          Mocks:
            - {objectName: nope, returnValue: x}
      """,
      """
      def lookup(key):
          return None

      def policy(resource):
          return lookup("a") == "found"
      """)
    #expect(
      results.tests.map(text) == [
        "passed", "passed",
        "errored AttributeError: <module 'Example' from '/repository/p.py'> does not have the attribute 'nope'",
      ])
  }

  @Test func anAliasGivesTheVeryObjectOfItsAnchor() throws {
    let results = try run(
      """
      Tests:
        - Name: changes it
          ExpectedResult: true
          Resource: &shared {Tags: [a]}
        - Name: sees the change
          ExpectedResult: false
          Resource: *shared
      """,
      """
      def policy(resource):
          resource["Tags"].append("b")
          return len(resource["Tags"]) == 2
      """)
    #expect(results.tests.map(text) == ["passed", "passed"])
  }

  @Test(arguments: [
    ("&r {a: 1, self: *r}", "resource['self'] is resource and resource['self']['self']['a'] == 1"),
    ("&r\n      a: [&l [*l, 2]]", "resource['a'][0][0] is resource['a'][0] and resource['a'][0][1] == 2"),
    ("{=: 1, a: 2}", "list(resource) == ['=', 'a']"),
    ("{<<: {a: 1, b: 2}, b: 3}", "resource == {'a': 1, 'b': 3}"),
    ("{a: 1, a: 2}", "resource == {'a': 2}"),
    ("{a: 123456789012345678901234567890, b: 1}", "resource['b'] == 1"),
    (
      "{a: 010, b: 1e3, c: 2020-01-01, d: yes, e: 1.5, f: ~}",
      "list(resource.values()) == [10, '1e3', '2020-01-01', 'yes', 1.5, None]"
    ),
  ])
  func resourcesAreWhatTheLoaderMakesOfThem(resource: String, condition: String) throws {
    let results = try run(
      "Tests:\n  - Name: only\n    ExpectedResult: true\n    Resource: \(resource)\n", returning(condition))
    #expect(results.tests.map(text) == ["passed"])
  }

  @Test(arguments: [
    ("while True:\n        pass\n    return True", "steps"),
    ("return policy(resource)", "RecursionError"),
    ("return len('a' * 10**12) > 0", "string length"),
    ("import re\n    return bool(re.match('(a*)*b', 'a' * 40))", "regular expression work"),
  ])
  func aRunPastItsBoundIsErrored(body: String, limit: String) throws {
    let results = try run(
      "Tests:\n  - {Name: only, ExpectedResult: true, Resource: {}}\n", "def policy(resource):\n    \(body)\n"
    )
    let result = try #require(results.tests.first)
    #expect(result.outcome == .errored)
    #expect(result.error?.summary.contains(limit) == true, "\(result.error?.summary ?? "none")")
  }

  @Test func anExceptionWhileLoadingIsTheErrorOfEveryTest() throws {
    let results = try run(
      "Tests:\n  - {Name: only, ExpectedResult: true, Resource: {}}\n",
      "import nothing_like_it\n" + returning("True"))
    #expect(
      results.tests.map(text) == ["errored ModuleNotFoundError: No module named 'nothing_like_it'"])
  }

  @Test func theReasonIsTheReturnStatementAndTheTestsBeforeIt() throws {
    let results = try run(
      "Tests:\n  - {Name: only, ExpectedResult: false, Resource: {Status: FAILED, InUseBy: [x]}}\n",
      """
      def policy(resource):
          if not resource.get("InUseBy"):
              return True
          return resource.get("Status") == "ISSUED"
      """)
    let decision = try #require(results.tests.first?.decision)
    #expect(decision.returnStatement?.line == 4)
    let conditions = decision.trace.conditions.map { condition in
      "\(condition.result): " + condition.operands.map { $0.value.text(.python) }.joined(separator: ", ")
    }
    #expect(conditions == [#"true: ["x"]"#, #"false: "FAILED", "ISSUED""#])
    #expect(
      decision.trace.reads.map { "\($0.path): \($0.value?.text(.json) ?? "absent")" } == [
        #"InUseBy: ["x"]"#, #"Status: "FAILED""#,
      ])
  }

  // MARK: Helpers

  private func text(_ result: TestResult) -> String {
    let function = result.error?.function.map { " in \($0)" } ?? ""
    return result.outcome.rawValue + (result.error.map { " \($0.summary)\(function)" } ?? "")
  }

  private func run(_ tests: String, _ python: String) throws -> DetectionResult {
    let tree = YAMLTree(
      parsing: SourceText("AnalysisType: policy\nPolicyID: Example\nFilename: p.py\n" + tests))
    #expect(tree.errors.isEmpty)
    let detection = try #require(Classification(tree).detection)
    let module = PythonModule(parsing: SourceText(python))
    #expect(module.errors.isEmpty)
    // On a busy machine two seconds may be over before two million steps are done.
    var limits = Limits.standard
    limits.seconds = 600
    let evaluator = Evaluator(
      limits: limits, interrupt: Interrupt(), now: { 1_700_000_000 }, helper: { _ in nil })
    return evaluator.run(detection, Evaluator.Program(file: FilePath("/repository/p.py"), module: module))
  }
}
