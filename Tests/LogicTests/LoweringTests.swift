import Logic
import Testing

/// What an expression of Python lowers to, in a rule, so that the condition is the expression itself.
struct LoweringTests {
  @Test(arguments: [
    (#"event.get("a") == "x""#, #"a eq "x""#),
    (#"event["a"]["b"] != 1"#, "not a.b eq 1"),
    (#"event.get("a", {}).get("b") is None"#, "a.b eq null"),
    (#"(event.get("a") or {}).get("b") is None"#, "a.b eq null"),
    (#"event.deep_get("a", "b c") == "x""#, #"a["b c"] eq "x""#),
    (#"event["a"][0] == -1.5"#, "a[0] eq -1.5"),
    (#"event["a"] is not None"#, "not a eq null"),
    (#"event["a"] is True"#, "a is true"),
    (#"event["a"] == event["b"]"#, "a eq b"),
    (#"1 <= event["a"] < 60 * 60"#, "a ge 1 and a lt 3600"),
    (#"event["a"] in ("x", "y", "x")"#, #"a in ["x", "y"]"#),
    (#"event["a"] not in {"x"}"#, #"not a eq "x""#),
    (#"event["a"] in {"x": 1, "y": 2}"#, #"a in ["x", "y"]"#),
    (#"event["a"] in "xyz""#, #"a in "xyz""#),
    (#""x" in event["a"]"#, #"a contains "x""#),
    (#""x" in event"#, "x is_present"),
    (#""x" in (event["a"], event["b"])"#, #"a eq "x" or b eq "x""#),
    (#"event["a"].startswith("x")"#, #"a starts_with "x""#),
    (#"event["a"].endswith(("x", "y"))"#, #"a ends_with ["x", "y"]"#),
    (#"len(event["a"]) > 2"#, "a length_gt 2"),
    (#"0 == len(event["a"])"#, "a is_null"),
    (#"bool(event["a"])"#, "a is_truthy"),
    (#"isinstance(event["a"], str)"#, #"a has_type "string""#),
    (#"isinstance(event["a"], (str, int))"#, #"a has_type ["string", "integer"]"#),
    (#"not event["any"]"#, #"not ["any"] is_truthy"#),
  ])
  func comparisons(expression: String, text: String) throws {
    let logic = try #require(lowered(rule(returning: expression)))
    #expect(logic.text == text)
    #expect(logic.isComplete)
  }

  @Test(arguments: [
    // Without a value, the default is compared.
    (#"event.get("a", "x") == "x""#, #"a eq "x" or not a is_present"#),
    (#"event.get("a", 5) != 5"#, "a is_present and not a eq 5"),
    (#"event.get("a", "") == "x""#, #"a eq "x""#),
    (#"(event.get("a") or 5) > 3"#, "a gt 3 or not a is_truthy"),
    (#"event.deep_get("a", "b", default="x") == "x""#, #"a.b eq "x" or a.b eq null"#),
    (#"bool(event.get("a", True))"#, "a is_truthy or not a is_present"),
  ])
  func defaults(expression: String, text: String) throws {
    let logic = try #require(lowered(rule(returning: expression)))
    #expect(logic.text == text)
    #expect(logic.isComplete)
  }

  @Test(arguments: [
    (#"any(x["p"] == 22 for x in event["a"])"#, "any a as x (x.p eq 22)"),
    (#"all(x["p"] == 22 for x in event["a"])"#, "all a as x (x.p eq 22)"),
    (#"not any(x["p"] != 22 for x in event["a"])"#, "all a as x (x.p eq 22)"),
    (#"any(x["p"] for x in event["a"] if x["q"] == 1)"#, "any a as x (x.q eq 1 and x.p is_truthy)"),
    (#"all(x["p"] == 0 for x in event["a"] if x["q"] == 1)"#, "not any a as x (x.q eq 1 and x.p ne 0)"),
    (#"any(y == 1 for x in event["a"] for y in x["b"])"#, "any a as x (any x.b as y (y eq 1))"),
    (
      #"any(x == 1 for x in event["a"] if any(x == 2 for x in x["b"]))"#,
      "any a as x (any x.b as x_ (x_ eq 2) and x eq 1)"
    ),
    (#"any(x in event["a"] for x in ("p", "q"))"#, #"a contains "p" or a contains "q""#),
    (#"all([event["a"] == 1, event["b"] == 2])"#, "a eq 1 and b eq 2"),
    (#"bool([x for x in event["a"] if x == 1])"#, "any a as x (x eq 1)"),
    (#"len([x for x in event["a"] if x == 1]) == 0"#, "not any a as x (x eq 1)"),
    (#"bool({"p", "q"}.intersection(event["a"]))"#, #"any a as item (item in ["p", "q"])"#),
    (#"any(x["x"] == event["x"] for x in event["a"])"#, #"any a as x (x.x eq ["x"])"#),
  ])
  func quantifiers(expression: String, text: String) throws {
    let logic = try #require(lowered(rule(returning: expression)))
    #expect(logic.text == text)
    #expect(logic.isComplete)
  }

  @Test(arguments: [.list, .string, [.list, .map]] as [FieldType])
  func truthOfWhatIsFalseOnlyWhenEmpty(type: FieldType) throws {
    let logic = try #require(lowered(policy(returning: #"not resource["a"]"#)) { _ in type })
    #expect(logic.text == "not a is_null")
  }

  @Test(arguments: [.number, .boolean, [.string, .boolean], []] as [FieldType])
  func truthOfWhatMayBeZeroOrFalse(type: FieldType) throws {
    let logic = try #require(lowered(policy(returning: #"not resource["a"]"#)) { _ in type })
    #expect(logic.text == "a is_truthy")
  }

  @Test func typesOfElementsAreAskedForAtIndexZero() throws {
    let source = policy(returning: #"any(not x["b"] for x in resource["a"])"#)
    let logic = try #require(lowered(source) { $0.description == "a[0].b" ? .string : nil })
    #expect(logic.text == "not any a as x (x.b is_null)")
  }

  /// Python, and when it alerts.
  static let whole: [(String, String)] = [
    (
      """
      def policy(resource):
          for entry in resource["Entries"]:
              if entry["RuleAction"] != "allow":
                  continue
              if entry["PortRange"] is None:
                  return False
          return True
      """,
      #"any Entries as entry (entry.RuleAction eq "allow" and entry.PortRange eq null)"#
    ),
    (
      """
      def policy(resource):
          found = False
          for tag in resource["Tags"] or []:
              if tag["Key"] == "Owner":
                  found = True
          return found
      """,
      #"not any Tags as tag (tag.Key eq "Owner")"#
    ),
    (
      """
      BLOCKED = ["a", "b"]

      def policy(resource):
          for name in BLOCKED:
              if name in resource["Names"]:
                  return False
          return True
      """,
      #"Names contains "a" or Names contains "b""#
    ),
    (
      """
      from panther_base_helpers import deep_get

      def policy(resource):
          if deep_get(resource, "Drift", "Status") != "DRIFTED":
              return True
          tags = resource["Tags"]
          if tags.get("App") == "Panther" and tags.get("Stack") in {"x", "y"}:
              return True
          return False
      """,
      #"Drift.Status eq "DRIFTED" and not (Tags.App eq "Panther" and Tags.Stack in ["x", "y"])"#
    ),
    (
      """
      def policy(resource):
          lock = resource["Lock"]
          if not lock or lock["Enabled"] != "Enabled":
              return False
          return lock.get("Days", 0) >= 365
      """,
      #"not (Lock is_truthy and Lock.Enabled eq "Enabled" and Lock.Days ge 365)"#
    ),
    (
      """
      def policy(resource):
          if resource["a"] == 1:
              limit = 5
          else:
              limit = 10
          return resource["b"] <= limit
      """,
      "(a eq 1 and not b le 5) or not (a eq 1 or b le 10)"
    ),
    (
      """
      def policy(resource):
          if (status := resource.get("Status")) is None:
              raise ValueError("no status")
          print("checking", status)
          return status == "ok"
      """,
      #"not Status eq "ok""#
    ),
    (
      """
      def policy(resource):
          return resource["Encrypted"]
      """,
      "not Encrypted is_truthy"
    ),
    ("def policy(resource):\n    return True\n", "false"),
    ("def policy(resource):\n    return False\n", "true"),
  ]

  @Test(arguments: whole)
  func wholeFunctions(source: String, text: String) throws {
    let logic = try #require(lowered(source))
    #expect(logic.text == text)
    #expect(logic.isComplete)
  }

  private static let helper = """
    STAGES = {"1": "production", "2": "test"}

    def deep_get(mapping, *keys, default=None):
        value = mapping
        for key in keys:
            if not isinstance(value, dict):
                return default
            value = value.get(key)
        return default if value is None else value

    def is_allowed(name, extra=()):
        return name in {"a", "b"}
    """

  @Test(arguments: [
    (#"deep_get(resource, "A", "B") == "x""#, #"not A.B eq "x""#),
    (#"deep_get(resource, "A", "B", default="x") == "x""#, #"not (A.B eq null or A.B eq "x")"#),
    (#"bool(deep_get(resource, "A", "B", default=False))"#, "not A.B is_truthy"),
    (#"is_allowed(resource["Name"], "x")"#, #"not Name in ["a", "b"]"#),
    (#"resource["Account"] in STAGES"#, #"not Account in ["1", "2"]"#),
    (#"STAGES.get(resource["Account"], "none") == "test""#, #"not Account eq "2""#),
    (#"STAGES[resource["Account"]] != "test""#, #"not Account eq "1""#),
    (#"helpers_unknown(resource)"#, "not `helpers_unknown(resource)`"),
  ])
  func helpersAreFollowed(expression: String, text: String) throws {
    let imports = "from helpers import deep_get, is_allowed, STAGES\nfrom other import helpers_unknown\n"
    let logic = try #require(
      lowered(imports + policy(returning: expression), helpers: ["helpers": LoweringTests.helper]))
    #expect(logic.text == text)
    #expect(logic.isComplete == !text.contains("`"))
  }

  /// Python, and the text in which what isn't understood stays visible.
  private static let opaque: [(String, String)] = [
    (
      rule(returning: #"event["a"] == 1 and is_bad(event)"#),
      "a eq 1 and `is_bad(event)`"
    ),
    (
      rule(returning: #"event["a"].lower() == "x""#),
      #"`event["a"].lower() == "x"`"#
    ),
    (
      """
      def policy(resource):
          try:
              return resource["a"] == 1
          except KeyError:
              return True
      """,
      #"`try: return resource["a"] == 1 except KeyError: return True`"#
    ),
    (
      """
      def policy(resource):
          for x in resource["a"]:
              if x == 1:
                  return True
              if x == 2:
                  return False
          return True
      """,
      #"`for x in resource["a"]: if x == 1: return True if x == 2: return False`"#
    ),
    ("@cached\ndef policy(resource):\n    return True\n", "`policy`"),
    (
      """
      LIMITS = [1]

      def policy(resource):
          LIMITS.append(2)
          return resource["a"] in LIMITS
      """,
      #"`resource["a"] in LIMITS`"#
    ),
    // Changed in place, inside a loop and outside.
    (
      """
      def policy(resource):
          found = []
          for x in resource["a"].values():
              if x:
                  found.append(x)
          return not found
      """,
      #"`for x in resource["a"].values(): if x: found.append(x)`"#
    ),
    (
      """
      def policy(resource):
          found = []
          found.append(resource["a"])
          return not found
      """,
      "`found`"
    ),
    (rule(returning: #"event["`"] == f(1)"#), #"`event["``"] == f(1)`"#),
  ]

  @Test(arguments: opaque)
  func whatIsNotUnderstoodStaysVisible(source: String, text: String) throws {
    let logic = try #require(lowered(source))
    let shown = logic.text.hasPrefix("not ") ? String(logic.text.dropFirst(4)) : logic.text
    #expect(shown.contains(text))
    #expect(!logic.isComplete)
  }

  @Test(arguments: [
    // The call may change the resource.
    "def policy(resource):\n    resource.pop('a')\n    return resource['a'] == 1\n",
    "def policy(resource):\n    resource['a'] = 1\n    return resource['a'] == 1\n",
    "def policy(resource):\n    normalise(resource)\n    return resource['a'] == 1\n",
    // The names may be anything.
    "from helpers import *\ndef policy(resource):\n    return resource['a'] == 1\n",
    // The file doesn't run.
    "def policy(resource):\n    return resource['a'] == 1\nx = = 2\n",
  ])
  func whatMayChangeTheAnswerUnseenMakesItIncomplete(source: String) throws {
    let logic = try #require(lowered(source))
    #expect(!logic.isComplete)
  }

  @Test(arguments: ["", "x = 1", "class policy: pass"])
  func noFunctionNoLogic(source: String) {
    #expect(lowered(source) == nil)
  }

  @Test func sourceOfAnySizeIsAnswered() throws {
    let branches = (0..<2_000).map { "    if resource['a\($0)'] == x:\n        x = resource['b\($0)']\n" }
    let source = "def policy(resource):\n    x = 1\n" + branches.joined() + "    return x == 1\n"
    let logic = try #require(lowered(source))
    #expect(!logic.isComplete)
  }
}
