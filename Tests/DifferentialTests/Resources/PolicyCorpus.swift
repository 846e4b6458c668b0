import Foundation
import Python
import SourceText

/// The policies of a checkout of `panther-labs/panther-analysis` that have tests, read by the Panther tool's loader.
struct PolicyCorpus: Sendable {
  struct Policy: Decodable, Sendable {
    let path: String
    let source: String
    let tests: [Test]
  }

  struct Test: Decodable, Sendable {
    let resource: PythonValue
    /// Names and the values that stand for what they return.
    let mocks: [Mock]
  }

  struct Mock: Decodable, Sendable {
    let name: String
    let value: PythonValue
  }

  /// Named by `PANTHER_ANALYSIS`.
  static let root = ProcessInfo.processInfo.environment["PANTHER_ANALYSIS"]
  /// A Python that has `panther_analysis_tool`.
  static let python = ProcessInfo.processInfo.environment["PAT_PYTHON"]

  let policies: [Policy]
  let helpers: [String: PythonModule]
  let helperFolder: String

  init(root: String, python: String) throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
      "policies-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", PolicyCorpus.reader, root, output.path]
    try process.run()
    process.waitUntilExit()
    policies = try JSONDecoder().decode([Policy].self, from: Data(contentsOf: output))
    helperFolder = root + "/global_helpers"
    var helpers: [String: PythonModule] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: helperFolder) where file.hasSuffix(".py")
    {
      let text = try Data(contentsOf: URL(fileURLWithPath: helperFolder + "/" + file))
      helpers[String(file.dropLast(3))] = PythonModule(
        parsing: SourceText(String(decoding: text, as: UTF8.self)))
    }
    self.helpers = helpers
  }

  private static let reader = #"""
    import json, os, sys
    from panther_analysis_tool.analysis_utils import _PyYAMLFastLoader
    root, output = sys.argv[1:]

    def tagged(x):
        if isinstance(x, bool):
            return ["bool", x]
        if isinstance(x, (int, float)):
            return ["number", repr(x)]
        if isinstance(x, str):
            return ["string", x]
        if isinstance(x, list):
            return ["list", [tagged(item) for item in x]]
        if isinstance(x, dict):
            return ["dict", [tagged(part) for item in x.items() for part in item]]
        return ["none"]

    policies = []
    for folder, _, names in sorted(os.walk(os.path.join(root, "policies"))):
        for name in sorted(names):
            if not name.endswith((".yml", ".yaml")):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                policy = _PyYAMLFastLoader().load(file)
            if not isinstance(policy, dict) or policy.get("AnalysisType") != "policy" or not policy.get("Tests"):
                continue
            with open(os.path.join(folder, policy["Filename"])) as file:
                source = file.read()
            tests = [{"resource": tagged(test.get("Resource", test.get("Log"))),
                      "mocks": [{"name": m["objectName"], "value": tagged(m.get("returnValue"))}
                                for m in test.get("Mocks") or []]} for test in policy["Tests"]]
            policies.append({"path": os.path.relpath(folder, root) + "/" + name, "source": source, "tests": tests})
    with open(output, "w") as file:
        json.dump(policies, file)
    """#
}
