import Foundation
import Sandbox
import Testing

/// Thousands of questions to `policyuniverse`, answered here and by the package in CPython: the answer, the exception
/// and what is printed must be the same.
///
/// Runs where `PAT_PYTHON` names a Python that has the package, in the release of which we have the actions.
@Suite struct PolicyUniverseComparisonTests {
  private static let python = ProcessInfo.processInfo.environment["PAT_PYTHON"]

  /// How many of each kind; the package takes a third of a second to minimize a statement.
  private static let kinds: [(count: Int, make: @Sendable (inout PolicyGenerator) -> String)] = [
    (1500, { "expand_policy(\($0.policy())\($0.pick(["", "", "", ", True", ", expand_deny=[]"])))" }),
    (
      1500,
      { generator in
        let member = generator.pick([
          "actions", "actions_expanded", "resources", "effect", "principals", "condition_entries",
          "action_summary()", "whos_allowed()", "uses_not_principal()", "is_internet_accessible()",
          "is_condition_internet_accessible()", "condition_arns", "condition_accounts", "condition_orgids",
          "condition_orgpaths", "condition_userids", "condition_cidrs", "condition_vpcs", "condition_vpces",
        ])
        return "Statement(\(generator.statement())).\(member)"
      }
    ),
    (1000, { "every(Statement(\($0.statement())))" }),
    (1000, { "every(Policy(\($0.policy())))" }),
    (500, { "get_actions_from_statement(\($0.statement()))" }),
    (1500, { "fields(ARN(\($0.name())))" }),
    (1000, { "fields(Organization(\($0.organization())))" }),
    (500, { "categories_for_actions(\($0.actions()))" }),
    (60, { "actions_for_category(\($0.pick(["'Read'", "'Write'", "'x'", "None", "'Tagging'", "[]"])))" }),
    (
      300,
      { generator in
        let minimum = generator.pick(["", "", "", ", 3", ", 8", ", '12'", ", None", ", 'x'", ", 6.5", ", 40"])
        return "minimize_statement_actions(\(generator.statement())\(minimum))"
      }
    ),
    (100, { "minimize_policy(\($0.policy())\($0.pick(["", ", 4", ", minchars=0"])))" }),
    (
      100,
      { generator in
        let listing = generator.pick(["rolepolicies", "grouppolicies", "userpolicies", "policy", "other"])
        let activity = generator.pick(["expand_policy", "lambda policy, **more: (policy, more)", "Policy"])
        let more = generator.pick(
          ["", "", ", expand_deny=True", activity.hasPrefix("lambda") ? ", policy=1" : ""])
        return
          "expand_minimize_over_policies({'\(listing)': {'x': \(generator.policy())}}, \(activity)\(more))"
      }
    ),
    (200, { "(is_array(\($0.actions())), ensure_array(\($0.principal())))" }),
  ]

  private static func questions() -> [String] {
    var generator = PolicyGenerator(seed: 20_231_109)
    return kinds.flatMap { kind in (0..<kind.count).map { _ in kind.make(&generator) } }
  }

  /// Sets have no order, and `all_permissions` no end.
  private static let prelude = """
    from policyuniverse.action_categories import actions_for_category, categories_for_actions
    from policyuniverse.arn import ARN
    from policyuniverse.common import ensure_array, is_array
    from policyuniverse.expander_minimizer import (
        expand_minimize_over_policies, expand_policy, get_actions_from_statement, minimize_policy,
        minimize_statement_actions)
    from policyuniverse.organization import Organization
    from policyuniverse.policy import Policy
    from policyuniverse.statement import Statement

    def several(items):
        return str(len(items)) + ":" + ",".join(items[::97] if len(items) > 200 else items)

    def show(x):
        if isinstance(x, (set, frozenset)):
            return type(x).__name__ + several(sorted(map(repr if len(x) > 200 else show, x)))
        if isinstance(x, dict):
            pairs = [show(k) + "=" + show(v) for k, v in x.items()]
            return type(x).__name__ + several(pairs if type(x) is dict else sorted(pairs))
        if type(x) in (list, tuple):
            return type(x).__name__ + several(list(map(repr if len(x) > 200 else show, x)))
        text = repr(x)
        return text[:text.index(" at 0x")] if " at 0x" in text else text

    def ask(question):
        try:
            return show(question())
        except Exception as e:
            text = type(e).__name__ + ": " + str(e)
            # Which of several is unknown depends on the order of a set.
            return text.split(" list. ")[0]

    def every(x):
        names = ["principals", "condition_entries", "effect", "actions", "actions_expanded", "resources",
                 "condition_arns", "condition_accounts", "condition_orgids", "condition_orgpaths",
                 "condition_userids", "condition_cidrs", "condition_vpcs", "condition_vpces", "nothing"]
        methods = ["action_summary", "whos_allowed", "is_internet_accessible", "internet_accessible_actions",
                   "is_condition_internet_accessible", "uses_not_principal"]
        return ([ask(lambda: getattr(x, name)) for name in names]
                + [ask(lambda: getattr(x, name)()) for name in methods])

    def fields(x):
        names = ["arn", "partition", "tech", "region", "account_number", "name", "error", "root", "service",
                 "organization", "ou_path", "valid_for_all_ous", "valid_for_child_ous", "valid_for_parent_ou"]
        return [ask(lambda: getattr(x, name)) for name in names]

    """

  /// Answers each line of its input.
  private static let oracle =
    prelude + """
      import contextlib, io, json, sys
      for line in sys.stdin:
          Organization.ou_path.clear()
          printed = io.StringIO()
          with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
              answer = ask(eval("lambda: " + line.strip()))
          print(json.dumps(answer + "\\n" + printed.getvalue()))
      """

  @Test(.enabled(if: python != nil)) func everyAnswerIsThePackages() throws {
    let questions = Self.questions()
    let expected = try oracleAnswers(questions)
    try #require(expected.count == questions.count)
    let answers = NativeStack.withThread { questions.map(answer) } ?? []
    try #require(answers.count == questions.count)
    var different: [String] = []
    var unsupported: [String] = []
    var undecided = 0
    for ((question, expected), answer) in zip(zip(questions, expected), answers) {
      if answer == "unsupported: what the order of a set decides" {
        undecided += 1
      } else if answer.hasPrefix("unsupported: ") {
        unsupported.append("\(question): \(answer)")
      } else if comparable(answer) != comparable(expected) {
        different.append("\(question): \(answer), not \(expected)")
      }
    }
    #expect(undecided < 30)
    let examples = different.prefix(20).joined(separator: "\n")
    #expect(different.isEmpty, "\(different.count) of \(questions.count) differ:\n\(examples)")
    #expect(unsupported.isEmpty, "\(unsupported.count):\n\(unsupported.prefix(20).joined(separator: "\n"))")
  }

  /// What is printed comes in the order of a set.
  private func comparable(_ answer: String) -> [Substring] {
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(1) + lines.dropFirst().sorted()
  }

  private func answer(_ question: String) -> String {
    let interpreter = Interpreter(limits: .patient, host: host([:]))
    do throws(Failure) {
      let module = try interpreter.load(
        parse(Self.prelude + "result = ask(lambda: \(question))\n"), name: "__main__", path: "main.py")
      return (module.attribute("result")?.asString?.text ?? "") + "\n" + interpreter.takeOutput()
    } catch {
      return describe(error)
    }
  }

  private func oracleAnswers(_ questions: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "policies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("questions")
    let output = folder.appendingPathComponent("answers")
    try Data((questions.joined(separator: "\n") + "\n").utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", Self.oracle]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: output).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(String.self, from: $0)
    }
  }
}
