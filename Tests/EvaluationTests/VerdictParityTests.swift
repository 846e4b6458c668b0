import Detections
import Evaluation
import Foundation
import Python
import Sandbox
import SourceText
import Testing
import YAML

/// Every test of every public policy, run here and by the Panther tool's own classes: the verdict, what the functions
/// returned, the error's type and text, and what was printed.
///
/// Set `PANTHER_ANALYSIS` to a checkout of `panther-labs/panther-analysis` and `PAT_PYTHON` to a Python that has
/// `panther_analysis_tool`.
@Suite struct VerdictParityTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let corpus = environment["PANTHER_ANALYSIS"]
  private static let python = environment["PAT_PYTHON"]

  @Test(.enabled(if: corpus != nil && python != nil, "set PANTHER_ANALYSIS and PAT_PYTHON"))
  func everyVerdictIsTheTools() throws {
    let root = URL(fileURLWithPath: try #require(Self.corpus))
    let expected = try oracle(root)
    let paths = Set(expected.map(\.path))
    let results = NativeStack.withThread { Self.run(paths, root) } ?? [:]
    var counts: [String: Int] = [:]
    var differences: [String] = []
    for policy in expected {
      guard let answers = results[policy.path], answers.count == policy.tests.count else {
        differences.append("\(policy.path): other tests")
        continue
      }
      for (test, answer) in zip(policy.tests, answers) {
        counts[answer.verdict, default: 0] += 1
        if test != answer { differences.append("\(policy.path), \(test.name):\n  \(answer)\n  \(test)") }
      }
    }
    let tests = expected.map(\.tests.count).reduce(0, +)
    print("Verdicts of \(tests) tests of \(expected.count) policies: \(counts), \(differences.count) differ")
    #expect(tests > 0)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    #expect(counts["unsupported"] == nil)
  }

  private struct PolicyAnswer: Decodable {
    let path: String
    let tests: [Answer]
  }

  /// What became of a test, in words that both sides use.
  private struct Answer: Decodable, Hashable, Sendable {
    let name: String
    let verdict: String
    /// The value the main function returned, as JSON.
    let returned: String?
    /// `KeyError: 'x'`.
    let error: String?
    /// By name, what the auxiliary functions returned as JSON, or their errors.
    let functions: [String: String]
    /// Its lines, sorted: `policyuniverse` prints in the order of a set.
    let printed: String
  }

  // MARK: Here

  private static func run(_ paths: Set<String>, _ root: URL) -> [String: [Answer]] {
    var results: [String: [Answer]] = [:]
    for path in paths {
      guard
        let tree = (try? Data(contentsOf: root.appendingPathComponent(path)))
          .map({ YAMLTree(parsing: SourceText(String(decoding: $0, as: UTF8.self)), dialect: .pantherLoader) }
          ),
        let detection = Classification(tree).detection, let file = detection.filename?.value
      else { continue }
      let folder = root.appendingPathComponent(path).deletingLastPathComponent()
      guard let program = program(folder.appendingPathComponent(file)) else { continue }
      var limits = Limits.standard
      limits.seconds = 600
      let evaluator = Evaluator(
        limits: limits, interrupt: Interrupt(), now: { Date().timeIntervalSince1970 },
        helper: { Self.program(root.appendingPathComponent("global_helpers/\($0).py")) })
      results[path] = evaluator.run(detection, program).tests.map(answer)
    }
    return results
  }

  private static func program(_ url: URL) -> Evaluator.Program? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return Evaluator.Program(
      file: FilePath(url.path),
      module: PythonModule(parsing: SourceText(String(decoding: data, as: UTF8.self))))
  }

  private static func answer(_ result: TestResult) -> Answer {
    var functions: [String: String] = [:]
    for function in result.functions {
      functions[function.name] =
        function.error?.summary ?? function.returned.map { $0.json ?? $0.repr } ?? "nothing"
    }
    return Answer(
      name: result.name,
      verdict: result.outcome == .unsupported
        ? "unsupported" : result.outcome == .passed ? "passed" : "not passed",
      returned: result.returned.map { $0.json ?? $0.repr },
      error: result.unsupported?.construct ?? result.error?.summary, functions: functions,
      printed: result.output.split(separator: "\n").sorted().joined(separator: "\n"))
  }

  // MARK: The tool

  private func oracle(_ root: URL) throws -> [PolicyAnswer] {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
      "verdicts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", Self.program, root.path, output.path]
    process.environment = ["PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([PolicyAnswer].self, from: Data(contentsOf: output))
  }

  /// Loads what the tool would, runs it with `panther_core`, and says what its test evaluator makes of it.
  private static let program = #"""
    import contextlib, io, json, logging, os, sys
    from unittest.mock import MagicMock, patch
    from panther_analysis_tool.analysis_utils import _PyYAMLFastLoader
    from panther_core.exceptions import UnknownDestinationError
    from panther_core.policy import Policy
    from panther_core.testing import TestCaseEvaluator, TestExpectations, TestSpecification

    logging.disable(logging.CRITICAL)
    root, output = sys.argv[1:]
    sys.path.append(os.path.join(root, "global_helpers"))
    FUNCTIONS = ["title", "description", "reference", "severity", "runbook", "destinations", "dedup",
                 "alert_context", "unique"]

    def text(error):
        return type(error).__name__ + (": " + str(error) if str(error) else "")

    def answer(policy, test):
        data = test["Resource"] if "Resource" in test else test["Log"]
        mocks = {m["objectName"]: MagicMock(return_value=m["returnValue"]) for m in test.get("Mocks") or []
                 if "objectName" in m and "returnValue" in m}
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            if mocks:
                with patch.multiple(policy.module, **mocks):
                    result = policy.run(data, {}, {}, batch_mode=False)
            else:
                result = policy.run(data, {}, {}, batch_mode=False)
        specification = TestSpecification(
            id=test["Name"], name=test["Name"], data=data, mocks=test.get("Mocks", {}),
            expectations=TestExpectations(detection=test["ExpectedResult"]))
        passed = TestCaseEvaluator(specification, result).interpret(
            ignore_exception_types=[UnknownDestinationError]).passed
        error = result.detection_exception
        functions = {}
        for name in FUNCTIONS:
            if getattr(result, name + "_defined"):
                raised = getattr(result, name + "_exception")
                value = getattr(result, name + "_output")
                functions[name] = text(raised) if raised else value if name == "alert_context" else json.dumps(value)
        return {"name": test["Name"], "verdict": "passed" if passed else "not passed",
                "returned": None if error else json.dumps(result.detection_output),
                "error": text(error) if error else None, "functions": functions, "printed": "\n".join(sorted(printed.getvalue().split("\n"))).strip("\n")}

    answers = []
    for folder, _, names in sorted(os.walk(os.path.join(root, "policies"))):
        for name in sorted(names):
            if not name.endswith((".yml", ".yaml")):
                continue
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                specification = _PyYAMLFastLoader().load(file)
            if not isinstance(specification, dict) or specification.get("AnalysisType") != "policy":
                continue
            policy = Policy({
                "id": specification["PolicyID"], "analysisType": "POLICY", "versionId": "0000-0000-0000",
                "severity": "DEFAULT", "path": os.path.join(folder, specification["Filename"])})
            if policy.setup_exception:
                raise policy.setup_exception
            answers.append({"path": os.path.relpath(path, root),
                            "tests": [answer(policy, test) for test in specification.get("Tests") or []]})
    with open(output, "w") as file:
        json.dump(answers, file)
    """#
}
