import Logic
import TestSupport
import Testing

struct ConditionTests {
  // MARK: Text

  @Test(arguments: [
    "true",
    #"not (InUseBy is_null or Status eq "ISSUED")"#,
    #"a.b[0]["c d"] in ["x", 1, -1.5, true, null, {"k": []}]"#,
    #"(a exists and b ne "\"\\\n\u0001") or c is_truthy"#,
    #"any a as x (x.p gt 3 and not all x.q as y (y eq ["x"].z))"#,
    #"["any"] is_present and ["a key"].b eq ["c"]"#,
    "a lt b.c",
    #"not `f(resource["``"])` or a length_ge 3"#,
  ])
  func textIsReadBackAsItWas(text: String) throws {
    #expect(try Condition(parsing: text).description == text)
  }

  @Test(arguments: [
    ("", 0, "expected a name"),
    ("a", 1, "expected a name"),
    ("a like 1", 1, "unknown operator 'like'"),
    ("a eq", 4, "expected a value"),
    ("a eq 1 b", 7, "expected the end"),
    ("(a exists", 9, "expected ')'"),
    ("any a (b exists)", 6, "expected 'as'"),
    ("a eq \"x", 7, "expected a closing quote"),
    ("`x", 2, "expected a closing backquote"),
    (String(repeating: "(", count: 200), 100, "nested too deeply"),
    (String(repeating: "not ", count: 200), 399, "nested too deeply"),
  ])
  func textThatIsNoCondition(text: String, offset: Int, message: String) {
    let error = #expect(throws: ConditionSyntaxError.self) { try Condition(parsing: text) }
    #expect(error?.message == message)
    #expect(error?.offset == offset)
  }

  // MARK: Evaluation

  private static let resource = LogicValue.map([
    .init("n", .int(3)), .init("t", .string("text")), .init("l", .list([.int(1), .string("x")])),
    .init("m", .map([.init("k", .null)])), .init("e", .string("")), .init("f", .bool(false)),
  ])

  @Test(arguments: [
    ("n gt 2 and n le 3.0", true), ("n lt 3", false), ("n gt t", false), ("t ge \"te\"", true),
    ("m.k is_present", true), ("m.k exists", false), ("m.k is_null", true), ("m.x is_present", false),
    ("x is_null and x eq null", true), ("e is_null and not e eq null", true), ("f is_null", false),
    ("f is_truthy or n is_truthy", true), ("f eq 0 and not f is 0", true), ("l contains 1.0", true),
    ("t contains \"ex\" and m contains \"k\"", true), ("n contains 3", false),
    ("l[-1] eq \"x\" and l[2] is_null", true), ("t[0] eq \"t\"", true),
    ("t starts_with [\"a\", \"te\"]", true),
    ("t ends_with \"xt\"", true), ("l length_eq 2 and t length_gt 3", true), ("n in [1, 2]", false),
    ("l[1] in l", true), ("any l as i (i eq \"x\")", true), ("all l as i (i exists)", true),
    ("any x as i (true)", false), ("all x as i (false)", true), ("any m as k (k eq \"k\")", true),
    ("f has_type \"integer\" and n has_type [\"map\", \"integer\"] and not t has_type \"list\"", true),
    ("l eq [1, \"x\"]", true), ("N is_present", false),
  ])
  func holds(text: String, expected: Bool) throws {
    #expect(try Condition(parsing: text).evaluate(on: ConditionTests.resource) == expected)
  }

  @Test(arguments: [
    ("`f()` and n eq 0", false), ("`f()` or n eq 3", true), ("`f()` and n eq 3", nil), ("not `f()`", nil),
    ("any l as i (`f()` or i eq 1)", true),
  ])
  func isUnknownOnlyWhereAnOpaqueTermDecides(text: String, expected: Bool?) throws {
    #expect(try Condition(parsing: text).evaluate(on: ConditionTests.resource) == expected)
  }

  @Test func keysOfEventsAreFoundInAnyLetterCase() throws {
    let condition = try Condition(parsing: "N eq 3 and M.K is_present")
    #expect(condition.evaluate(on: ConditionTests.resource, keys: .ignoringCase) == true)
    #expect(condition.evaluate(on: ConditionTests.resource) == false)
  }

  // MARK: Simplification

  @Test(arguments: [
    ("not not a exists", "not a eq null"),
    ("not (not a eq 1 and not b eq 2)", "a eq 1 or b eq 2"),
    ("not a is_null and not b eq 1 and c eq 2", "c eq 2 and not (a is_null or b eq 1)"),
    ("a eq 1 and (b eq 2 and (true and c eq 3))", "a eq 1 and b eq 2 and c eq 3"),
    ("a eq 1 or false", "a eq 1"),
    ("a eq 1 and a eq 2", "false"),
    ("a eq 1 or not a eq 1", "true"),
    ("a eq 1 and (a eq 1 or b eq 2)", "a eq 1"),
    ("a eq 1 or (not a eq 1 and b eq 2)", "a eq 1 or b eq 2"),
    ("a eq 1 and a ne 2 and a gt 0", "a eq 1"),
    ("a exists and a gt 3", "a gt 3"),
    ("a eq null or a is_null", "a is_null"),
    ("a has_type \"map\" and a.b eq 1", "a.b eq 1"),
    ("not a has_type \"map\" or a.b eq null or a.b eq 1", "a.b eq null or a.b eq 1"),
    ("a eq true and a has_type \"boolean\"", "a eq true and a has_type \"boolean\""),
    ("a eq 1 or not (b eq 2 and c eq 3)", "a eq 1 or b ne 2 or c ne 3"),
    // A case distinction stays one when it is negated.
    ("not ((a eq 1 and b eq 2) or (not a eq 1 and c eq 3))", "(a eq 1 and b ne 2) or not (a eq 1 or c eq 3)"),
    ("not all a as x (x eq 1)", "any a as x (x ne 1)"),
    ("not any a as x (x ne 1)", "all a as x (x eq 1)"),
    ("any a as x (false)", "false"),
    ("`f()` or `f()`", "`f()` or `f()`"),
  ])
  func simplifies(text: String, expected: String) throws {
    #expect(try Condition(parsing: text).simplified.description == expected)
  }

  @Test func simplificationKeepsTheMeaning() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let condition = Condition.random(depth: 4, &random)
      let simplified = condition.simplified
      let parsed = try Condition(parsing: simplified.description)
      for _ in 0..<8 {
        let values: [LogicValue?] = [
          nil, .null, .int(1), .int(2), .bool(true), .string(""), .string("x"), .list([]), .list([.int(1)]),
        ]
        let resource = LogicValue.map(
          ["a", "b"].compactMap { key in
            values.randomElement(using: &random).flatMap { $0 }.map { .init(key, $0) }
          })
        let expected = condition.evaluate(on: resource)
        #expect(simplified.evaluate(on: resource) == expected, "\(condition) on \(resource)")
        #expect(parsed.evaluate(on: resource) == expected, "\(simplified) on \(resource)")
      }
    }
  }

  // MARK: Exclusions

  @Test(arguments: [
    ("a eq 1 and not (b in [1, 2] or c is_null) and d ne 3", ["b in [1, 2]", "c is_null []", "d eq [3]"]),
    ("not a eq 1", ["a eq [1]"]),
    ("a ne 1 or b ne 2", []),
    ("not a.b eq c", ["a.b eq []"]),
    ("not `f()` and not any a as x (x eq 1)", []),
  ])
  func exclusions(text: String, expected: [String]) throws {
    let exclusions = try Condition(parsing: text).exclusions
    #expect(exclusions.map { "\($0.field) \($0.kind.rawValue) \($0.values)" } == expected)
  }
}

extension Condition {
  fileprivate static func random(depth: Int, _ random: inout SeededGenerator) -> Condition {
    func part() -> Condition { .random(depth: depth - 1, &random) }
    switch Int.random(in: 0..<(depth > 0 ? 10 : 3), using: &random) {
    case 3, 4: return .not(part())
    case 5, 6: return .and([part(), part(), part()])
    case 7, 8: return .or([part(), part()])
    case 9:
      let quantifier: Quantifier = Bool.random(using: &random) ? .any : .all
      return .quantified(quantifier, Path("a"), variable: "x", part())
    default:
      let path = Path(Bool.random(using: &random) ? "a" : "b")
      let values: [LogicValue] = [.null, .int(1), .int(2), .string("x"), .list([.int(1), .string("x")])]
      let cases = Operator.allCases
      let op = cases[Int.random(in: 0..<cases.count, using: &random)]
      let value = values[Int.random(in: 0..<values.count, using: &random)]
      return .predicate(op.takesOperand ? Predicate(path, op, value) : Predicate(path, op))
    }
  }
}
