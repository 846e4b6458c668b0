import Python
import Sandbox
import SourceText
import Testing

/// A function `f`, called with a resource, and what must be recorded: the conditions in the order of time, the
/// `return`, and what was read of the resource. Expectations follow from reading the code.
private struct Traced: Sendable, CustomTestStringConvertible {
  let source: String
  let conditions: [String]
  let returned: String?
  let reads: [String]

  init(_ source: String, _ conditions: [String], returned: String? = nil, reads: [String] = []) {
    self.source = source
    self.conditions = conditions
    self.returned = returned
    self.reads = reads
  }

  var testDescription: String { source }
}

private func returning(_ expression: String) -> String { "def f(r):\n  return \(expression)" }

/// What every row is called with.
private let resource = """
  {"Status": "ISSUED", "Size": 2, "Empty": None, "Names": ["a", "b", "c"], "Tags": {"team": "x"},
   "Rules": [{"Port": 22, "Open": False}, {"Port": 80, "Open": True}]}
  """

private let traced: [Traced] = [
  // Comparisons have two operands, a truth value one.
  Traced(
    returning("r['Status'] == 'ISSUED'"), [#"r['Status'] == 'ISSUED' true: "ISSUED", "ISSUED""#],
    returned: "return r['Status'] == 'ISSUED': True", reads: [#"Status "ISSUED" at r['Status']"#]),
  Traced(
    "def f(r):\n  if not r.get('Empty'):\n    return True\n  return False", ["r.get('Empty') false: None"],
    returned: "return True: True", reads: ["Empty null at r.get('Empty')"]),
  // Each link of a chain, up to the first that fails.
  Traced(
    returning("1 < r['Size'] <= 1 < 9"), ["1 < r['Size'] true: 1, 2", "r['Size'] <= 1 false: 2, 1"],
    returned: "return 1 < r['Size'] <= 1 < 9: False", reads: ["Size 2 at r['Size']"]),
  // What is not evaluated decided nothing; a result's last operand is the result.
  Traced(
    returning("r['Size'] and r['Empty'] and r['Nope']"),
    ["r['Size'] true: 2", "r['Empty'] false: None"],
    returned: "return r['Size'] and r['Empty'] and r['Nope']: None",
    reads: ["Size 2 at r['Size']", "Empty null at r['Empty']"]),
  Traced(
    "def f(r):\n  if (r['Empty'] or r['Size']) and not r['Names']:\n    pass",
    ["r['Empty'] false: None", "r['Size'] true: 2", #"r['Names'] true: ["a", "b", "c"] = Names"#],
    reads: [
      "Empty null at r['Empty']", "Size 2 at r['Size']", #"Names ["a", "b", "c"] at r['Names']"#,
    ]),
  Traced(
    returning("(r['Empty'] and 1) or r['Size']"), ["r['Empty'] false: None"],
    returned: "return (r['Empty'] and 1) or r['Size']: 2",
    reads: ["Empty null at r['Empty']", "Size 2 at r['Size']"]),
  // Ternaries, `while`, `assert`, `match`.
  Traced(
    returning("'big' if r['Size'] > 5 else 'small'"), ["r['Size'] > 5 false: 2, 5"],
    returned: #"return 'big' if r['Size'] > 5 else 'small': "small""#, reads: ["Size 2 at r['Size']"]),
  Traced(
    "def f(r):\n  n = 0\n  while n < 3:\n    n += 1\n  assert n != 9\n  while True:\n    return n",
    ["n < 3 false: 3, 3 (true 3 of 4)", "n != 9 true: 3, 9"], returned: "return n: 3"),
  Traced(
    "def f(r):\n  match r['Size']:\n    case 1: return 'one'\n    case 2 if r['Empty']: return 'two'\n    case _: return 'many'",
    ["1 false: 2", "2 true: 2", "r['Empty'] false: None", "_ true: 2"], returned: #"return 'many': "many""#,
    reads: ["Size 2 at r['Size']", "Empty null at r['Empty']"]),
  // Comprehensions, and the item that decides `any` and `all`.
  Traced(
    returning("[x for x in r['Names'] if x > 'a']"), [#"x > 'a' true: "c", "a" (true 2 of 3)"#],
    returned: #"return [x for x in r['Names'] if x > 'a']: ["b", "c"]"#,
    reads: [
      #"Names ["a", "b", "c"] at r['Names']"#, #"Names[0] "a" at [x for x in r['Names'] if x > 'a']"#,
      #"Names[1] "b" at x > 'a'"#, #"Names[2] "c" at x > 'a'"#,
    ]),
  Traced(
    returning("any(e['Open'] for e in r['Rules'])"),
    [
      #"any(e['Open'] for e in r['Rules']) true after 2: True, {"Port": 80, "Open": True} = Rules[1]"#
    ], returned: "return any(e['Open'] for e in r['Rules']): True",
    reads: [
      #"Rules [{"Port": 22, "Open": false}, {"Port": 80, "Open": true}] at r['Rules']"#,
      #"Rules[0] {"Port": 22, "Open": false} at (e['Open'] for e in r['Rules'])"#,
      "Rules[0].Open false at e['Open']", #"Rules[1] {"Port": 80, "Open": true} at e['Open']"#,
      "Rules[1].Open true at e['Open']",
    ]),
  Traced(
    returning("all([1, 2, 3])"), ["all([1, 2, 3]) true after 3: "], returned: "return all([1, 2, 3]): True"),
  Traced(
    "def f(r):\n  if any([0, 5, 6]): return 1", ["any([0, 5, 6]) true after 2: 5"], returned: "return 1: 1"),
  // Absent parts, `in`, iteration over values and items.
  Traced(
    returning("'Nope' in r or r.get('Gone', 1) == 2"),
    [
      #"'Nope' in r false: "Nope", {"Status": "ISSUED", "Size": 2, "Empty": None, "Names": ["a", "b", "c"], …}"#,
      "r.get('Gone', 1) == 2 false: 1, 2",
    ], returned: "return 'Nope' in r or r.get('Gone', 1) == 2: False",
    reads: ["Nope absent at 'Nope' in r", "Gone absent at r.get('Gone', 1)"]),
  Traced(
    "def f(r):\n  for k, v in r['Tags'].items():\n    pass", [],
    reads: [#"Tags {"team": "x"} at r['Tags']"#, #"Tags.team "x" at r['Tags'].items()"#]),
  Traced(
    "def f(r):\n  r['Names'][-1]", [],
    reads: [#"Names ["a", "b", "c"] at r['Names']"#, #"Names[2] "c" at r['Names'][-1]"#]),
  // A value is shown as it was; a container of the code's own is not the resource's.
  Traced(
    "def f(r):\n  x = [1]\n  if x: x.append(2)\n  y = dict(r)\n  return y['Size']", ["x true: [1]"],
    returned: "return y['Size']: 2"),
]

@Suite struct TraceTests {
  @Test(arguments: traced)
  private func whatDecidedIsRecorded(_ row: Traced) throws {
    let (report, text) = try report(of: row.source)
    #expect(
      report.conditions.map { describe($0, in: text) } == row.conditions)
    let end = report.returns.last { $0.isOfMainFunction }
    #expect(end.map { "\(text[$0.range]): \($0.value.text(.python))" } == row.returned)
    #expect(
      report.reads.map { read in
        "\(read.path) \(read.value?.text(.json) ?? "absent") at \(text[read.range])"
      } == row.reads)
  }

  @Test func readsOfHelpersAreTheirCallers() throws {
    let (report, text) = try report(
      of: "from helper import deep_get\ndef f(r):\n  return deep_get(r, 'Tags', 'team')",
      helper: "def deep_get(d, *keys):\n  for key in keys:\n    d = d.get(key)\n  return d")
    #expect(
      report.reads.map { "\($0.path) at \(text[$0.range])" } == [
        "Tags at deep_get(r, 'Tags', 'team')", "Tags.team at deep_get(r, 'Tags', 'team')",
      ])
    #expect(report.conditions.isEmpty)
  }

  @Test func theStatementsOfTheMainModuleThatRanAreKnown() throws {
    let (report, text) = try report(
      of: """
        def g(x):
          yield x
          return
        def f(r):
          if r['Size'] > 5:
            return 1
          try:
            r['Nope']
            return 2
          except KeyError:
            list(g(1))
          return 3
        """)
    let lines = Set(report.executed.map { text.lines.line(at: $0) + 1 })
    #expect(lines.sorted() == [2, 3, 5, 7, 8, 11, 12])
  }

  @Test func aLongRunKeepsTheLatestOfEachConditionAndCountsTheOthers() throws {
    let (report, text) = try report(
      of: """
        def f(r):
          if r['Size']:
            total = 0
          for i in range(10_000):
            if i % 2 == 0:
              total += r['Size']
          return total
        """)
    #expect(
      report.conditions.map { describe($0, in: text) } == [
        "r['Size'] true: 2", "i % 2 == 0 false: 1, 0 (true 5000 of 10000)",
      ])
    #expect(report.reads.count <= 512)
    #expect(report.reads.first.map { text[$0.range] } == "r['Size']")
  }

  @Test func manyStatesOfALargeListAreNotKept() throws {
    let (report, text) = try report(
      of: "def f(r):\n  x = list(range(1000))\n  while x:\n    x.pop()\n  return len(x)")
    #expect(report.conditions.map { describe($0, in: text) } == ["x false: [] (true 1000 of 1001)"])
  }

  // MARK: Helpers

  private func report(of source: String, helper: String = "") throws -> (TraceReport, SourceText) {
    let interpreter = Interpreter(
      limits: .standard,
      host: Interpreter.Host(
        resolve: { name in
          name == "helper"
            ? HostedModule(module: PythonModule(parsing: SourceText(helper)), path: "/helper.py") : nil
        }, now: { 0 }, interrupt: nil))
    let module = PythonModule(parsing: SourceText(source + "\n_resource = " + resource))
    let loaded = try interpreter.load(module, name: "main", path: "/main.py")
    let trace = Trace(sourceLength: module.source.count)
    interpreter.trace = trace
    let function = try #require(loaded.attribute("f"))
    let resource = try #require(loaded.attribute("_resource"))
    trace.begin(function)
    watch(resource, interpreter)
    _ = try? interpreter.call(function, [resource])
    return (trace.report, module.source)
  }

  /// As a builder of resources does it: the container first, then its parts.
  private func watch(_ object: Object, _ interpreter: Interpreter) {
    interpreter.watch(resource: object)
    func parts(_ object: Object) {
      switch object {
      case .list(let list):
        for (index, item) in list.items.enumerated() {
          interpreter.watch(item, in: object, at: .int(index))
          parts(item)
        }
      case .dict(let dict):
        for (key, value) in dict.table.pairs {
          interpreter.watch(value, in: object, at: key)
          parts(value)
        }
      default: break
      }
    }
    parts(object)
  }

  private func describe(_ condition: TraceReport.Condition, in text: SourceText) -> String {
    let operands = condition.operands.map { operand in
      operand.value.text(.python, limit: 200) + (operand.path.map { " = \($0)" } ?? "")
    }
    var line = "\(text[condition.range]) \(condition.result)"
    if case .quantified(let items) = condition.kind { line += " after \(items)" }
    line += ": " + operands.joined(separator: ", ")
    let times = condition.timesTrue + condition.timesFalse
    return times == 1 ? line : line + " (true \(condition.timesTrue) of \(times))"
  }
}
