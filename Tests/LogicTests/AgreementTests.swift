import Foundation
import Logic
import TestSupport
import Testing

/// A complete condition gives what CPython gives, on every resource for which the function returns a boolean.
@Suite(.enabled(if: CPython.isInstalled, "needs python3.11"))
struct AgreementTests {
  @Test(arguments: AgreementTests.sources)
  func agreesWithCPython(source: String) throws {
    let logic = try #require(lowered(source))
    try #require(logic.isComplete)
    var random = SeededGenerator(seed: 20_240_611)
    let keys = AgreementTests.keys(in: source)
    let resources = (0..<400).map { _ in LogicValue.random(keys: keys, &random) }
    let answers = try CPython.run(source, on: resources)
    try #require(answers.count == resources.count)
    var compared = 0
    for (resource, answer) in zip(resources, answers) where answer != "error" {
      let expected = answer == (logic.subject == .event ? "True" : "False")
      #expect(logic.alerts(on: resource) == expected, "\(logic.text) on \(resource)")
      // Nothing is lost on the way through the text form.
      let parsed = try Condition(parsing: logic.text)
      #expect(parsed.evaluate(on: resource) == expected)
      compared += 1
    }
    #expect(compared > 10)
  }

  static let sources: [String] =
    LoweringTests.whole.map(\.0).filter { !$0.contains("panther_base_helpers") }
    + [
      #"event.get("a") == "x""#,
      #"event.get("a") in ("x", 1, None, [])"#,
      #"event.get("a") not in [1, 0.0, "y"]"#,
      #"event.get("a") is True or event.get("b") is False"#,
      #"event.get("a") == True"#,
      #"event.get("a") == event.get("b")"#,
      #"event.get("a", 5) == 1 or event.get("a", "x") == "x""#,
      #"(event.get("a") or "x") == "x""#,
      #"(event.get("a") or 1) > 0"#,
      #"(event.get("a") or {}).get("b") is None"#,
      #"event.get("a", {}).get("b", "y") != "y""#,
      #"not event.get("a") and not event.get("b", True)"#,
      #"bool(event.get("a") and event.get("b"))"#,
      #"bool(event["a"]) is not bool(event["b"])"#,
      #"(event.get("a") == 1) == (event.get("b") == 1)"#,
      #"(event.get("a") == 1) is False"#,
      #"(event.get("a") is None) == 0"#,
      #""b" in event and "x" in event["a"]"#,
      #""x" in (event.get("a") or [])"#,
      #"event["a"] in event["b"]"#,
      #"event["a"].startswith("x") or event["a"].endswith(("y", "z"))"#,
      #"len(event["a"]) > 1 and len(event["a"]) != 3"#,
      #"len(event.get("a", [])) == 0"#,
      #"len(event.get("a") or "xy") >= 2"#,
      #"isinstance(event["a"], (str, float)) or isinstance(event["b"], int)"#,
      #"isinstance(event["a"], bool) and event["b"] != 1"#,
      #"{"x": 1, "y": 2}.get(event["a"], 3) == {"x": 1, "z": 3}.get(event["b"])"#,
      #"{"x": 1, "y": 0}[event["a"]] == 1 or {"x": None}.get(event["b"], 1) is None"#,
      #"0 < event["a"] <= 2"#,
      #"event["a"] < event["b"]"#,
      #"event["a"] < "y""#,
      #"event["a"][0] == "x" or event["a"][-1] == 1"#,
      #"any(x == 1 for x in event["a"])"#,
      #"all(x for x in event.get("a", []))"#,
      #"any(event["a"]) and not all(event["b"])"#,
      #"any(x["a"] == 1 for x in event["b"] if x.get("b"))"#,
      #"any(x in event["a"] for x in ("x", "y")) or all(x in event["b"] for x in {"x": 1})"#,
      #"bool([x for x in event["a"] if x != 1])"#,
      #"bool({"x", "y"}.intersection(event["a"]))"#,
      #"not (event.get("a") is None or event.get("a") == "") and event.get("b") != 1"#,
      #"True if event.get("a") == 1 else event.get("b") == 2 if event.get("a") else False"#,
      #"(event.get("a") if event.get("b") else event.get("b")) == 1"#,
    ].map(rule(returning:))
    + [
      """
      def deep_get(mapping, *keys, default=None):
          value = mapping
          for key in keys:
              if not isinstance(value, dict):
                  return default
              value = value.get(key)
          return default if value is None else value

      def policy(resource):
          if isinstance(resource["a"], list):
              return deep_get(resource, "b", "a", default="x") != "x"
          return deep_get(resource, "a", "b", "a") == 1
      """
    ]

  /// The texts in the source that look like keys.
  private static func keys(in source: String) -> [String] {
    let texts = source.split(separator: "\"", omittingEmptySubsequences: false)
    let quoted = texts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return Array(Set(quoted.filter { !$0.isEmpty })).sorted() + ["a", "b"]
  }
}

extension LogicValue {
  fileprivate static func random(keys: [String], _ random: inout SeededGenerator) -> LogicValue {
    .map(
      Set(keys).sorted().compactMap { key in
        Int.random(in: 0..<6, using: &random) == 0 ? nil : .init(key, value(keys, depth: 0, &random))
      })
  }

  private static func value(_ keys: [String], depth: Int, _ random: inout SeededGenerator) -> LogicValue {
    switch Int.random(in: 0..<(depth < 3 ? 14 : 10), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2, 3: .int(Int.random(in: 0..<3, using: &random))
    case 4: .double([0, 1, 0.5, 5][Int.random(in: 0..<4, using: &random)])
    case 5: .string(["", "x", "y", "xyz", "é"][Int.random(in: 0..<5, using: &random)])
    case 6, 7: .string(keys[Int.random(in: 0..<keys.count, using: &random)])
    case 8: .list([])
    case 9: .map([])
    case 10, 11:
      .list((0..<Int.random(in: 1..<4, using: &random)).map { _ in value(keys, depth: depth + 1, &random) })
    default:
      .map(
        Set(keys).sorted().compactMap { key in
          Bool.random(using: &random) ? nil : .init(key, value(keys, depth: depth + 1, &random))
        })
    }
  }
}

/// CPython, asked for the truth.
enum CPython {
  static let isInstalled = path != nil
  private static let path = [
    "/usr/local/bin/python3.11", "/usr/bin/python3.11", "/opt/homebrew/bin/python3.11",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let harness = """
    import json, sys

    class Event(dict):
        def deep_get(self, *keys, default=None):
            value = self
            for key in keys:
                value = value.get(key) if isinstance(value, dict) else None
            return default if value is None else value

    work = json.load(sys.stdin)
    sys.stdout = sys.stderr
    names = {}
    exec(work["source"], names)
    answers = []
    for resource in work["resources"]:
        try:
            answer = names["policy"](resource) if "policy" in names else names["rule"](Event(resource))
            answers.append(str(answer) if isinstance(answer, bool) else "error")
        except Exception:
            answers.append("error")
    print("\\n".join(answers), file=sys.__stdout__)
    """

  /// `True`, `False` or `error` for each resource.
  static func run(_ source: String, on resources: [LogicValue]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "python3.11")
    process.arguments = ["-I", "-c", harness]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let list = LogicValue.list(resources).description
    let work = LogicValue.map([.init("source", .string(source))]).description.dropLast()
    try input.fileHandleForWriting.write(contentsOf: Data("\(work), \"resources\": \(list)}".utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
